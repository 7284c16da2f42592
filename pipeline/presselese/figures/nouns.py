"""The counted noun after a number, found in the bare text, and its nominative.

Works without tags, so it guesses where German is ambiguous: `counted` prefers a dependency tree and
comes here where there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from presselese.figures.grammar import grammar
from presselese.resources.loader import load_tsv

MAX_ADJECTIVES: Final = 5
# Teilnehmer*innen, Mitarbeiter:innen, Schüler/-innen, Start-ups, U-Boote, Kinder-
_NOUN: Final = re.compile(r"[A-ZÄÖÜ][\wäöüß]*(?:(?:-|[*:_/]-?(?=[iI]nnen?\b))[\w]+)*-?")
_LOWER: Final = re.compile(r"[a-zäöüß]+(?:-[a-zäöüß]+)*-?")
_GAP: Final = re.compile(r"[ \u00a0]+|[ \u00a0]*\n(?=[^\s])[ \u00a0]*|, ?(?=[a-zäöüß]+e[nr]? )")
_CONJUNCTIONS: Final = frozenset({"und", "oder", "bis", "bzw", "beziehungsweise", "sowie"})
_PLACE_ADJECTIVE: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*er$")
# first parts of place names before an adjective in -er (drei Bad Homburger Unternehmen)
_PLACE_FIRST: Final = frozenset({"Bad", "New", "Sankt", "St", "Los", "Hong", "San", "Neu", "Alt"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """End of the phrase in the text and its head as written."""

    end: int
    head: str


def noun_after(text: str, position: int, *, oblique: bool = True) -> NounPhrase | None:
    """Return the noun phrase that starts right after a number, None where none does.

    `oblique`: adjectives in -en may follow ("mit 50 deutschen Firmen"); without it they are taken
    for verbs ("16 erhielten Preise").
    """
    for _ in range(2 * MAX_ADJECTIVES):
        gap = _GAP.match(text, position)
        if gap is None:
            return None
        position = gap.end()
        lower = _LOWER.match(text, position)
        if lower is None:
            break
        if not _may_precede_noun(lower[0], oblique=oblique):
            return None
        position = lower.end()
    return _head(text, position)


def _may_precede_noun(word: str, *, oblique: bool) -> bool:
    if word in _CONJUNCTIONS or word in grammar().contexts["unbent"] or word.endswith("-"):
        return True
    if len(word) < 4 or word in grammar().contexts["adjective_stop"]:
        return False
    if word.endswith("en"):
        return oblique
    return word.endswith(("e", "er"))


def _head(text: str, position: int) -> NounPhrase | None:
    noun = _NOUN.match(text, position)
    if noun is None or noun[0].lower() in grammar().contexts["function"]:
        return None
    for _ in range(3):
        following = _following_noun(text, noun)
        if following is None:
            break
        noun = following
    if noun[0].endswith("-"):
        return None
    return NounPhrase(noun.end(), noun[0])


def noun_at(text: str, position: int) -> NounPhrase | None:
    """Return the noun that starts at a position, with what tokenisers cut off (Schüler*innen)."""
    noun = _NOUN.match(text, position)
    return NounPhrase(noun.end(), noun[0]) if noun and not noun[0].endswith("-") else None


_SINGULAR: Final = re.compile(
    r"(?:ung|heit|keit|schaft|tion|tät|ismus|enz|anz|ik|erin|istin|tum)\Z"
)


def is_singular_noun(noun: str) -> bool:
    """Feminine and abstract nouns show their singular: "16 Berliner Wirtschaft" counts none."""
    return _SINGULAR.search(noun) is not None


def is_time_noun(noun: str) -> bool:
    """Days, months, hours: what they count is a duration, which belongs to the dates."""
    unit = grammar().units.get(noun)
    return unit is not None and unit.kind == "time"


def _following_noun(text: str, noun: re.Match[str]) -> re.Match[str] | None:
    """Pass over "Berliner", "Bad Homburger", "Industrie- und" to the noun they belong to."""
    start = noun.end()
    if noun[0].endswith("-"):
        link = re.compile(r" (?:und|oder|bzw\.|sowie) (?:[a-zäöüß]+e[nrs]? )?").match(text, start)
        return _NOUN.match(text, link.end()) if link else None
    if not text.startswith((" ", "\u00a0"), start):
        return None
    following = _NOUN.match(text, start + 1)
    if noun[0] in _PLACE_FIRST:
        return following
    if not _PLACE_ADJECTIVE.match(noun[0]) or _is_person_noun(noun[0]):
        return _after_adjectives(text, start, noun[0])
    return following or _after_adjectives(text, start, noun[0])


def _after_adjectives(text: str, start: int, word: str) -> re.Match[str] | None:
    """Pass over the adjective in 'fünf Berliner mittelständische Firmen'."""
    if not _PLACE_ADJECTIVE.match(word) or _is_person_noun(word):
        return None
    adjective = re.compile(r" [a-zäöüß]{3,}(?:isch|lich|ig|ständ|igt|iert)e[nr]? ").match(
        text, start
    )
    return _NOUN.match(text, adjective.end()) if adjective else None


@cache
def _plurals() -> tuple[dict[str, str], frozenset[str]]:
    rows = load_tsv("figures_plurals", ("ending", "nominative", "class"))
    endings = {ending: nominative for ending, nominative, kind in rows if kind == "dative"}
    agents = frozenset(ending for ending, _, kind in rows if kind == "agent")
    return endings, agents


def _is_person_noun(word: str) -> bool:
    """Tell 'Mitglieder', 'Unternehmer', which are nouns, from 'Berliner'."""
    lowered = word.lower()
    agents = _plurals()[1]
    return any(
        lowered[cut:] in agents for cut in range(max(0, len(lowered) - 14), len(lowered) - 3)
    )


def nominative(noun: str, *, singular: bool = False) -> str:
    """Return a counted noun's nominative: Ländern -> Länder, Delegierten -> Delegierte.

    `singular`: the noun stands in the singular ("des dreiköpfigen Vorstands" -> Vorstand).
    """
    if singular:
        return _singular(noun)
    lowered = noun.lower()
    endings = _plurals()[0]
    for cut in range(len(lowered)):
        ending = lowered[cut:]
        if ending in endings:
            return noun[: len(noun) - len(ending)] + _like(noun[cut:], endings[ending])
    return noun


def _like(original: str, replacement: str) -> str:
    return replacement[0].upper() + replacement[1:] if original[0].isupper() else replacement


def _singular(noun: str) -> str:
    """Genitive -s goes ("Vorstands"); words that end so by nature stay ("Ausschuss", "Kreis")."""
    if noun.endswith("sses"):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "is", "us", "as", "os", "ps", "eis", "aus")):
        return noun.removesuffix("s")
    return noun


def allows_oblique(previous: str) -> bool:
    """A preposition or determiner before the number: adjectives in -en may follow."""
    return previous.lower() in grammar().contexts["oblique"]
