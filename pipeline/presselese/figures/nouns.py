"""The noun phrase after a number, found in the bare text by capital letters and endings.

Works without tags, so it guesses where German is ambiguous: `counted` prefers a dependency tree and
comes here where there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from presselese.figures.grammar import grammar
from presselese.figures.inflection import is_agent_noun, nominative

MAX_ADJECTIVES: Final = 5
MIN_NOUN: Final = 3  # letters; shorter ones are abbreviations
# Teilnehmer*innen, Mitarbeiter:innen, Schüler/-innen, Start-ups, U-Boote, Kinder-
_NOUN: Final = re.compile(r"[A-ZÄÖÜ][\wäöüß]*(?:(?:-|[*:_/]-?(?=[iI]nnen?\b))[\w]+)*-?")
# a line's end left inside a word ("Mit- glieder"), which no conjunction explains
_BROKEN: Final = re.compile(r"[ \n](?!und\b|oder\b|bis\b|bzw\b|sowie\b)(?P<rest>[a-zäöüß]{4,})")
_LOWER: Final = re.compile(r"[a-zäöüß]+(?:-[a-zäöüß]+)*-?")
_GAP: Final = re.compile(r"[ \u00a0]+|[ \u00a0]*\n(?=[^\s])[ \u00a0]*|, ?(?=[a-zäöüß]+e[nr]? )")
_LINK: Final = re.compile(r" (?:und|oder|bzw\.|sowie) (?:[a-zäöüß]+e[nrs]? )?")
_PAIR: Final = re.compile(r" (?P<link>und|oder|sowie) (?=[A-ZÄÖÜ])")
_ADJECTIVE: Final = re.compile(r" [a-zäöüß]{3,}(?:isch|lich|ig|ständ|igt|iert)e[nr]? ")
# "200 meist ältere Gäste", "50 chronisch kranke Kinder"
_ADVERB: Final = re.compile(
    r"\w+(?:isch|lich|ig|weise|haft|iv|ell|al|weit)|meist|sehr|besonders|überaus|neu|hoch|frisch"
)
_BENT_NEXT: Final = re.compile(r" [a-zäöüß]{3,}e[nr]? ")
_CONJUNCTIONS: Final = frozenset({"und", "oder", "bis", "bzw", "beziehungsweise", "sowie"})
_PLACE_ADJECTIVE: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*er")
# first parts of place names before an adjective in -er (drei Bad Homburger Unternehmen)
_PLACE_FIRST: Final = frozenset({"Bad", "New", "Sankt", "St", "Los", "Hong", "San", "Neu", "Alt"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """End of the phrase in the text, its head, and a second head ("Frauen und Männer")."""

    end: int
    head: str
    link: str = ""
    second: str = ""

    def counted(self, *, singular: bool = False) -> str:
        """Return what is counted, in the nominative."""
        first = nominative(self.head, singular=singular)
        return f"{first} {self.link} {nominative(self.second)}" if self.second else first


def noun_after(text: str, position: int, *, oblique: bool = True) -> NounPhrase | None:
    """Return the noun phrase that starts right after a number, None where none does.

    `oblique`: adjectives in -en may follow ("mit 50 deutschen Firmen"); without it they are taken
    for verbs ("16 erhielten Preise").
    """
    for count in range(2 * MAX_ADJECTIVES):
        gap = _GAP.match(text, position)
        if gap is None:
            return None
        position = gap.end()
        lower = _LOWER.match(text, position)
        if lower is None:
            break
        if count == 0 and lower[0] in _CONJUNCTIONS:
            return None  # "7,4 Milliarden und Kolumbien" counts no Kolumbien
        if not _may_precede_noun(lower[0], oblique=oblique) and not (
            _ADVERB.fullmatch(lower[0]) and _BENT_NEXT.match(text, lower.end())
        ):
            return None
        position = lower.end()
    return _phrase(text, position)


def noun_at(text: str, position: int) -> NounPhrase | None:
    """Return the noun at a position, with what tokenisers cut off (EU-Länder, Schüler*innen)."""
    while position > 0 and (text[position - 1].isalnum() or text[position - 1] == "-"):
        position -= 1
    noun = _NOUN.match(text, position)
    return _close(text, noun) if noun else None


def allows_oblique(previous: str) -> bool:
    """A preposition or determiner before the number: adjectives in -en may follow."""
    return previous.lower() in grammar().contexts["oblique"]


def _may_precede_noun(word: str, *, oblique: bool) -> bool:
    if word in _CONJUNCTIONS or word in grammar().contexts["unbent"] or word.endswith("-"):
        return True
    if len(word) < 4 or word in grammar().contexts["adjective_stop"]:
        return False
    if word.endswith("en"):
        return oblique
    return word.endswith(("e", "er"))


def _phrase(text: str, position: int) -> NounPhrase | None:
    noun = _NOUN.match(text, position)
    if noun is None or noun[0].lower() in grammar().contexts["function"]:
        return None
    for _ in range(3):
        following = _following_noun(text, noun)
        if following is None:
            break
        noun = following
    return _close(text, noun)


def _close(text: str, noun: re.Match[str]) -> NounPhrase | None:
    if noun[0].endswith("-"):
        broken = _BROKEN.match(text, noun.end())
        return NounPhrase(broken.end(), noun[0][:-1] + broken["rest"]) if broken else None
    if len(noun[0]) < MIN_NOUN:
        return None  # "263 Milliarden Rp"
    pair = _PAIR.match(text, noun.end())
    second = _NOUN.match(text, pair.end()) if pair else None
    if pair and second and _is_pair(noun[0], second[0]):
        return NounPhrase(second.end(), noun[0], pair["link"], second[0])
    return NounPhrase(noun.end(), noun[0])


def _is_pair(first: str, second: str) -> bool:
    """Tell 'Bürgerinnen und Bürger', 'Städte und Gemeinden' from two things side by side."""
    if second.endswith("-"):
        return False
    stem = first.lower().removesuffix("innen")
    if stem != first.lower():
        return second.lower().startswith(stem[: max(3, len(stem) - 3)])
    pair = f"{nominative(first)}+{nominative(second)}".lower()
    return pair in grammar().contexts["pair"]


def _following_noun(text: str, noun: re.Match[str]) -> re.Match[str] | None:
    """Pass over 'Berliner', 'Bad Homburger', 'Industrie- und' to the noun they belong to."""
    start = noun.end()
    if noun[0].endswith("-"):
        link = _LINK.match(text, start)
        return _NOUN.match(text, link.end()) if link else None
    if not text.startswith((" ", "\u00a0"), start):
        return None
    if noun[0] in _PLACE_FIRST:
        return _NOUN.match(text, start + 1)
    if not _PLACE_ADJECTIVE.fullmatch(noun[0]) or is_agent_noun(noun[0]):
        return None
    adjective = _ADJECTIVE.match(text, start)
    return _NOUN.match(text, adjective.end() if adjective else start + 1)
