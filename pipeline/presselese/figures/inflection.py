"""The nominative of a counted noun, and what its ending tells of number and kind.

A table of endings, no dictionary: a noun that it does not know keeps its written form.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from presselese.figures.grammar import grammar
from presselese.resources.loader import load_tsv

MAX_ENDING: Final = 24  # letters; the longest ending of the lexicon has 22
_SINGULAR: Final = re.compile(
    r"(?:ung|heit|keit|schaft|tion|tät|ismus|enz|anz|ik|erin|istin|tum)\Z", re.IGNORECASE
)


@cache
def _endings(kind: str) -> dict[str, str]:
    rows = load_tsv("figures_plurals", ("ending", "nominative", "class"))
    return {ending: nominative for ending, nominative, row_kind in rows if row_kind == kind}


def _longest_ending(noun: str, kind: str) -> str | None:
    lowered = noun.lower()
    endings = _endings(kind)
    if f"^{lowered}" in endings:
        return f"^{lowered}"
    starts = range(max(0, len(lowered) - MAX_ENDING), len(lowered) - 2)
    return next((lowered[start:] for start in starts if lowered[start:] in endings), None)


def nominative(noun: str, *, singular: bool = False) -> str:
    """Return a counted noun's nominative: Ländern -> Länder, Delegierten -> Delegierte.

    `singular`: the noun stands in the singular ("des dreiköpfigen Vorstands" -> Vorstand).
    """
    if singular:
        return _singular(noun)
    ending = _longest_ending(noun, "dative")
    if ending is None or noun.isupper():
        return noun
    plural = _endings("dative")[ending]
    ending = ending.removeprefix("^")
    written = noun[len(noun) - len(ending) :]
    if written[0].isupper():
        plural = plural[0].upper() + plural[1:]
    return noun[: len(noun) - len(ending)] + plural


def _singular(noun: str) -> str:
    """Take off the genitive's -s ("Vorstands"), not the stem's ("Ausschuss", "Kreis")."""
    if noun.endswith("sses"):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "is", "us", "as", "os", "ps")):
        return noun.removesuffix("s")
    return noun


def is_singular_noun(noun: str) -> bool:
    """Feminine and abstract nouns show their singular: "16 Berliner Wirtschaft" counts none."""
    return _SINGULAR.search(noun) is not None


def is_agent_noun(noun: str) -> bool:
    """Tell 'Mitglieder', 'Unternehmer', which are nouns, from the place adjective 'Berliner'."""
    return _longest_ending(noun, "agent") is not None


def is_time_noun(noun: str) -> bool:
    """Days, months, hours: what they count is a duration, which belongs to the dates."""
    unit = grammar().units.get(noun)
    return unit is not None and unit.kind == "time"
