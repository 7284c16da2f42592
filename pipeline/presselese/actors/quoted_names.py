"""The full name of a body whose own name stands in quotes: 'Gesangverein „Eintracht“'.

In quotes a name alone ("Eintracht", "Wir") hardly says what bears it; the noun before it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc

from presselese.actors.organisation_nouns import organisation_kind, organisation_noun
from presselese.linking.coreference import FIRM
from presselese.linking.mentions import Mention
from presselese.resources.legal_forms import legal_form_of

OPENING: Final = frozenset("„\"»‚“'«")
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


def with_its_noun(doc: Doc, name: str, mentions: Sequence[Mention]) -> str:
    """Return a body's name, in quotes behind the organisation noun where it is introduced so.

    A name that says itself what it is ("Verein Wir", "Wir e. V.") stays.
    """
    if legal_form_of(name) or any(organisation_kind(word) for word in name.split()):
        return name
    for mention in mentions:
        span = doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
        if span is None or mention.name != name:
            continue
        has_own = span[0].text in OPENING
        before = span.start - (1 if has_own else 2)
        if before < 0 or doc[span.start - (not has_own)].text not in OPENING:
            continue
        noun = organisation_noun(doc[before].text)
        if noun is not None and not noun.endswith(MERELY_FIRMS):
            bearer = _uninflected(doc[before].text, noun)
            return f"{bearer} {name}" if has_own else f"{bearer} „{name}“"
    return name


def _uninflected(word: str, noun: str) -> str:
    """Return "Gesangverein" for "Gesangvereins", which ends in the lexicon's "verein"."""
    first, found, _ = word.lower().rpartition(noun)
    return word[: len(first) + len(noun)] if found else word
