"""What a record calls a body whose own name stands in quotes: 'Gesangverein „Eintracht“'.

In quotes a name alone ("Eintracht", "Wir") hardly says what bears it; the noun before it does. Only
the record says so: what a noun means and what is one event is decided by the bare name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, Final

from spacy.tokens import Doc

from presselese.actors.organisation_nouns import (
    organisation_kind,
    organisation_noun,
    uninflected,
)
from presselese.events.fillers.resolver import LONGEST_NAME
from presselese.events.grammar.noun_phrases import OPENING_QUOTES, closing_quote
from presselese.linking.coreference import FIRM
from presselese.linking.naming import nouns_told
from presselese.resources.doc_fields import text_of
from presselese.resources.legal_forms import legal_form_of

# Nouns that say no more than that it is a firm: 'das Softwarehaus „Blaustich“'.
MERELY_FIRMS: Final = (
    *FIRM,
    "hersteller",
    "konzern",
    "gesellschaft",
    "startup",
    "start-up",
    "haus",
)


def with_full_names(doc: Doc, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a record's fields that calls organisations by their full names.

    In `organisations`, where the bare name becomes an alias, and wherever it stands for one.
    """
    found = {o["id"]: (o["name"], full_name(doc, o)) for o in fields["organisations"]}
    changed = {ref: names for ref, names in found.items() if names[0] != names[1]}
    if not changed:
        return dict(fields)
    named = deepcopy(dict(fields))
    for organisation in named["organisations"]:
        if organisation["id"] in changed:
            bare, full = changed[organisation["id"]]
            organisation["name"] = full
            organisation["aliases"] = sorted({bare, *organisation["aliases"]} - {full})
    for reference in (*_employers(named["people"]), *_fillers(named["events"])):
        names = changed.get(reference["ref"])
        if names is not None and reference["name"] == names[0]:
            reference["name"] = names[1]
    return named


def full_name(doc: Doc, organisation: Mapping[str, Any]) -> str:
    """Return a body's name, in quotes behind the organisation noun where it is introduced so.

    A name that says itself what it is ("Verein Wir", "Wir e. V.") stays, and so does one that the
    text calls now this, now that.
    """
    name = str(organisation["name"])
    if legal_form_of(name) or any(organisation_kind(word) for word in name.split()):
        return name
    for mention in organisation["mentions"]:
        span = doc.char_span(mention["start_char"], mention["end_char"], alignment_mode="expand")
        if span is None or mention["text"] != name:
            continue
        has_own = span[0].text in OPENING_QUOTES
        before = span.start - (1 if has_own else 2)
        if before < 0 or doc[span.start - (not has_own)].text not in OPENING_QUOTES:
            continue
        word = doc[before].text
        noun = organisation_noun(word)
        # "Der Regionalmarketing-Verein" is made for the occasion, the "Gesangverein" is not.
        if noun is None or "-" in word or noun.endswith(MERELY_FIRMS):
            continue
        whole = name if has_own else _quoted(doc, span.start, span.end)
        if whole is None or _has_two_nouns(organisation, doc):
            return name
        return f"{uninflected(word) or word} {whole}"
    return name


def _has_two_nouns(organisation: Mapping[str, Any], doc: Doc) -> bool:
    """Tell whether a text calls a body now this, now that: an "Initiative", then a "Verein"."""
    told = {organisation_noun(noun) for noun in nouns_told(organisation, text_of(doc))}
    return len(told - {None}) > 1


def _quoted(doc: Doc, start: int, end: int) -> str | None:
    """Return all that stands in the quotes of a name, in quotes; None where they do not close.

    The name may be a part of it: '„Schöne Plätze durch weniger Verkehr“'.
    """
    closing = closing_quote(doc, end, start + LONGEST_NAME)
    if closing is None or "\n" in doc[end:closing].text:
        return None
    return f"„{doc[start:closing].text}“"


def _employers(people: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (person["organisation"] for person in people if person["organisation"] is not None)


def _fillers(events: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield all fillers of all slots."""
    for event in events:
        for value in event.values():
            fillers = value if isinstance(value, list) else [value]
            yield from (f for f in fillers if isinstance(f, dict) and {"ref", "name"} <= f.keys())
