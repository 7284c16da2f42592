"""Tellings from frames: the general way from a trigger word to a filled event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.organisation_nouns import organisation_kind, organisation_noun
from presselese.actors.places import load_gazetteer
from presselese.events.fillers.names import Argument, noun_of
from presselese.events.fillers.owners import OFFICE_KIND
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling, dates_near, point_value
from presselese.events.frames.arguments import fill
from presselese.events.frames.fronted import named_by_mit, turned
from presselese.events.frames.kinds import EventKind
from presselese.events.frames.triggers import Trigger, find_triggers
from presselese.events.grammar.nominals import (
    is_anaphoric,
    is_plural,
    is_set_apart,
    relation,
)
from presselese.events.grammar.status import is_reported, status_of
from presselese.linking.coreference import CITY_NOUNS
from presselese.resources.doc_fields import ZONES, in_zone

# Zones whose words tell nothing. Boilerplate is not among them: "Über die Muster GmbH: 1953
# gegründet, …" tells what a reader of the article counts as told.
SILENT_ZONES: Final = frozenset({"contact"})
# "1954", "1954–1960": what the first cell of a chronicle's row holds; a full date opens menus, too.
YEARS: Final = re.compile(r"(?:1[5-9]|20)\d\d(?: ?[–/-] ?(?:\d\d|\d{4}))?:?")
LEAST_BARS: Final = 2  # in a row of headings; one may part a dateline from its text
STATE_NOUNS: Final = frozenset({"land", "bundesland", "freistaat", "kanton"})
ANY_COMPANY: Final = frozenset(
    {"unternehmen", "firma", "betrieb", "geschäft", "organisation", "markt"}
)


def framed_tellings(
    doc: Doc, kind: EventKind, resolver: Resolver, *, even_partial: bool = False
) -> Iterator[Telling]:
    """Yield the tellings of one event kind, in text order.

    With `even_partial` also those that lack a filler of the core, for a reading to complete: "Den
    Bürgerwerken will man beitreten" tells for sure what is joined.
    """
    for trigger in find_triggers(doc, kind.frames):
        if in_silent_zone(trigger.token):
            continue
        telling = _telling(trigger, kind, resolver, even_partial=even_partial)
        if telling is not None:
            yield telling


def is_partial(telling: Telling, kind: EventKind) -> bool:
    """Tell whether a telling lacks a filler of its kind's core."""
    return any(not telling.slots.get(slot) for slot in kind.core)


def is_known_organisation(organisation: Argument, doc: Doc) -> bool:
    """Tell whether an organisation without a name is spoken of as told before: "des Vereins"."""
    noun = noun_of(organisation, doc) if organisation.ref is None else None
    return noun is not None and is_anaphoric(noun) and not is_set_apart(noun)


def is_running_title(sentence: Span) -> bool:
    """Tell whether a sentence is a row of headings without a verb.

    A row of a chronicle, whose first cell is a year, is none: "1954 | Gründung des Bundes |".
    """
    cells = [cell.strip() for cell in sentence.text.split("|")]
    first = next(filter(None, cells), "")
    return (
        len(cells) > LEAST_BARS
        and YEARS.fullmatch(first) is None
        and not any("Fin" in token.morph.get("VerbForm", []) for token in sentence)
    )


def in_silent_zone(token: Token) -> bool:
    """Tell whether a token stands in a contact block or a running title ("Agenda | Reise | 12")."""
    return is_running_title(token.sent) or in_zone(token.doc._.get(ZONES), token.idx, *SILENT_ZONES)


def _telling(
    trigger: Trigger, kind: EventKind, resolver: Resolver, *, even_partial: bool
) -> Telling | None:
    slots = turned(fill(trigger, resolver), trigger.token, resolver)
    slots = named_by_mit(slots, trigger.token, resolver)
    for slot in kind.one:
        slots[slot] = sorted(slots.get(slot, []), key=lambda a: _distance(a, trigger.token))[:1]
    for slot in kind.many:
        slots.setdefault(slot, [])
    is_whole = all(slots.get(slot) for slot in kind.core)
    if not is_whole and not (even_partial and _says_what(trigger, slots)):
        return None
    if is_whole and kind.one and not _settle_organisation(trigger, slots, kind, resolver):
        return None
    token = trigger.token
    span = token.doc[token.i : token.i + 1]
    telling = Telling(
        kind=kind.kind,
        rule=trigger.frame.id,
        trigger=span,
        sentence=token.sent,
        status=status_of(token, standing=trigger.frame.standing),
        reported=is_reported(token),
        slots=slots,
        values=dict(trigger.frame.fixed),
        is_definite=any(
            is_known_organisation(a, token.doc) for slot in kind.one for a in slots[slot]
        ),
    )
    telling.values["date"] = next(
        (value for date in dates_near(token) if (value := point_value(date))), None
    )
    return telling


def _says_what(trigger: Trigger, slots: dict[str, list[Argument]]) -> bool:
    """Tell whether a frame without its members says what is joined, which a reading may complete.

    Of nouns only where its name stands behind: "Geplant ist der Beitritt zum Bund Nord".
    """
    if trigger.frame.verbs:
        return bool(slots.get("organisation"))
    behind, end = trigger.token.idx, trigger.token.sent.end_char
    return any(
        a.ref is not None and a.noun is None and behind < a.start_char < end
        for a in slots.get("organisation", ())
    )


def _settle_organisation(
    trigger: Trigger, slots: dict[str, list[Argument]], kind: EventKind, resolver: Resolver
) -> bool:
    """Keep the event's organisation out of its other slots; False where it makes no event."""
    organisation = slots["organisation"][0]
    if is_refused(organisation, kind) or (
        _is_nothing_in_particular(organisation, trigger.token)
        and not _are_certain_branches(organisation, trigger.token, slots)
    ):
        return False
    for slot in kind.many:
        slots[slot] = resolver.apart_from(organisation, slots[slot])
    return all(slots.get(slot) for slot in kind.core)


def _distance(argument: Argument, token: Token) -> int:
    """Return how many characters lie between an argument and a token."""
    return max(argument.start_char - token.idx, token.idx - argument.end_char)


def is_refused(organisation: Argument, kind: EventKind) -> bool:
    """Tell whether an organisation is of a sort that the kind's frames refuse.

    "Aufsichtsrat" is refused as a "Rat", but "Verband" is no "Band": the longer noun counts. "Ring
    der Parlamente" is a "Ring", "Netzwerk Familie" a "Netzwerk". Places that no list knows may be
    bodies ("Hanse", "Frankenkreis").
    """
    if kind.refuses_places and organisation.label == "LOC" and _is_known_place(organisation.name):
        return True
    refused = kind.refused if organisation.ref else (*kind.refused, *kind.refused_unnamed)
    first, *others = organisation.name.split()
    is_said_first = organisation_noun(first) is not None or first.lower() in refused
    word = organisation.noun or (first if is_said_first or not others else others[-1])
    known = organisation_noun(word) or ""
    return any(
        len(noun) >= len(known)
        and re.fullmatch(rf".*{re.escape(noun)}(?:e?s|e?n|e)?", word.lower())
        for noun in refused
    )


def _is_known_place(name: str) -> bool:
    """Tell a place of the gazetteer: "Kiel", "Kiels", "Hansestadt Kiel", "Landkreises Goslar"."""
    gazetteer = load_gazetteer()
    first, _, rest = name.partition(" ")
    noun = first.lower().removesuffix("es")
    is_noun = noun.endswith("stadt") or noun in CITY_NOUNS | STATE_NOUNS
    bare = rest if rest and is_noun else name
    return gazetteer.kind(gazetteer.base_form(bare)) is not None


def _is_nothing_in_particular(organisation: Argument, trigger: Token) -> bool:
    """Refuse an unnamed organisation that is none in particular: "Unternehmen gründen".

    Plurals without a name inside, and nouns that fit any company.
    """
    if organisation.ref is not None or organisation.label != "NP":
        return False
    noun = noun_of(organisation, trigger.doc)
    are_several = noun is not None and is_plural(noun)
    return are_several or (organisation.noun or "").lower().rstrip("s") in ANY_COMPANY


def _are_certain_branches(
    organisation: Argument, trigger: Token, slots: Mapping[str, Sequence[Argument]]
) -> bool:
    """Tell "die Büros in Riga und Ulm", "drei Filialen" from the mere "Filialen eröffnen"."""
    noun = noun_of(organisation, trigger.doc)
    return (
        noun is not None
        and organisation_kind(noun.text) == OFFICE_KIND
        and (bool(slots.get("places")) or any(relation(c) == "nummod" for c in noun.children))
    )
