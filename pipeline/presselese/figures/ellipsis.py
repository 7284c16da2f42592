"""Numbers without a noun of their own: "10 bis 15 Gäste", "davon drei", "16 kamen aus Hessen".

Pure text work on figures that `counted` has read so far; leaves nouns that follow their number to
it. A lone number that nothing explains stays out of the record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from presselese.figures.inflection import is_singular_noun, is_time_noun, nominative
from presselese.figures.nouns import NounPhrase, noun_after
from presselese.figures.parse import CONNECTOR, FigureMatch

MAX_REACH: Final = 300  # characters back to what an elliptic number counts
MAX_GAP: Final = 34  # characters in "19 der derzeit insgesamt 21"
MAX_SENTENCE: Final = 250  # characters searched for the start of a sentence
_FILLER: Final = (
    r"(?:(?:insgesamt|derzeit|aktuell|rund|etwa|mehr als|über|knapp|gut|nun|heute|zur Zeit)\s)*"
)
_PARTITIVE: Final = re.compile(
    rf"\s(?:der|dieser|unserer|seiner|ihrer|aller|von(?: den| diesen| unseren)?|aus den)\s{_FILLER}"
)
_MEMBERS_OF: Final = re.compile(r"\s(?:un[sr]erer|ihrer|seiner|dieser|meiner|eurer|der)(?=\s)")
_DAVON_AFTER: Final = re.compile(r"\s(?:davon|von ihnen|darunter)\b")
_DAVON_BEFORE: Final = re.compile(r"\b(?:davon|darunter|von ihnen)\b[^.!?]{0,20}\Z")
_COUNT_OF: Final = re.compile(
    r"(?:[Zz]ahl|[Aa]nzahl)\s(?:der|von|an|seiner|ihrer|unserer)\s(?:[a-zäöüß]+e[nr]?\s){0,2}"
    r"(?P<noun>[A-ZÄÖÜ][\wäöüß*:-]+)|\b(?P<compound>[A-ZÄÖÜ][a-zäöüß]{3,}?)s?(?:zahl(?:en)?|schnitt)\b"
)
_LOWER_OR_STOP: Final = re.compile(r"\s*(?:$|[.,;:!?)]|\n|[a-zäöüß])")
# not "zum 30. September", which ends no sentence
_SENTENCE_BREAK: Final = re.compile(
    r"[.!?](?=[“\"»)]?\s+[„\"»(]?[A-ZÄÖÜ])"
    r"(?!\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))|\n"
)
_CLAUSE_START: Final = re.compile(
    r"(?:^|[.!?:;,]\s|\n|\bund\s|„|\")(?i:(?:rund|etwa|knapp|fast|über|mehr als|bis zu|insgesamt|"
    r"nur|mindestens|gut|weitere|allein|alle|die)\s)*\Z"
)
_VERB: Final = re.compile(
    r"\s(?:haben|hatten|sind|waren|wurden|werden|sollen|wollen|können|kamen|kommen|stammen|stimmten|"
    r"nahmen|gehören|leben|arbeiten|fehlen|fehlten|blieben|bleiben|erhielten|stehen|gingen|liegen)\b"
)
_NOT_COUNTED: Final = re.compile(
    r"\b(?:Alter (?:von|zwischen)|[Aa]b|[Ss]eit|[Uu]m|[Gg]egen|[Vv]or|[Nn]ach|Ende|Anfang|Mitte|"
    r"Jahrgang|[Nn]ummer|[Pp]latz|(?<![Bb]is )[Zz]u|[Pp]er)\s\Z"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what it counts; `end` is where its span ends, noun included."""

    match: FigureMatch
    end: int
    counts: str | None
    explicit: bool  # False: an ellipsis, resolved from the text before


def members_of(text: str, match: FigureMatch) -> NounPhrase | None:
    """Return the noun of 'sechs unserer Beschäftigten', 'drei der Mitglieder'."""
    link = _MEMBERS_OF.match(text, match.end)
    phrase = noun_after(text, link.end()) if link else None
    if phrase is None or is_singular_noun(phrase.head) or is_time_noun(phrase.head):
        return None
    return phrase


def pass_leftwards(text: str, matches: list[FigureMatch], found: list[Counted | None]) -> None:
    """Let the left number of '10 bis 15 Gäste', '19 der 21 Orte' count the right one's noun."""
    for index in range(len(matches) - 2, -1, -1):
        right = found[index + 1]
        if found[index] is not None or right is None:
            continue
        gap = (matches[index].end, right.match.start)
        if gap[1] - gap[0] > MAX_GAP:
            continue
        if right.counts and (CONNECTOR.fullmatch(text, *gap) or _PARTITIVE.fullmatch(text, *gap)):
            left = replace(matches[index], bare=False)
            found[index] = Counted(left, left.end, right.counts, True)


def resolve(text: str, match: FigureMatch, antecedent: Counted | None) -> Counted | None:
    """Return the elliptic figure with the noun or unit that the text before gives it, or None.

    `antecedent` is the last figure with a noun or unit of its own.
    """
    before = text[max(0, match.start - 24) : match.start]
    if not _LOWER_OR_STOP.match(text, match.end) or _NOT_COUNTED.search(before):
        return None
    counts = _counted_in_sentence(text, match)
    if counts is not None:
        return Counted(match, match.end, counts, False)
    speaks = bool(_VERB.match(text, match.end) and _CLAUSE_START.search(before))
    davon = bool(_DAVON_AFTER.match(text, match.end) or _DAVON_BEFORE.search(before))
    if davon and antecedent is not None and antecedent.counts is None:
        antecedent = None  # "Ein Anteil kostet 250 Euro, höchstens 40 davon darf man halten"
    distance = _sentences_between(text, match, antecedent)
    if antecedent is not None and (distance == 0 or (distance == 1 and (speaks or davon))):
        return _like(antecedent, match)
    return Counted(match, match.end, None, False) if speaks or davon else None


def _like(antecedent: Counted, match: FigureMatch) -> Counted:
    """Take the noun of the figure before, or its unit ('500 Euro für den ersten, 300 für ...')."""
    if antecedent.match.unit is not None and match.unit is None:
        match = replace(match, unit=antecedent.match.unit)
    return Counted(match, match.end, antecedent.counts, False)


def _counted_in_sentence(text: str, match: FigureMatch) -> str | None:
    """Return the noun of 'Die Zahl der Mitglieder stieg auf 57', 'Die Mitgliederzahl …'."""
    window_start = max(0, match.start - MAX_SENTENCE)
    breaks = [m.end() for m in _SENTENCE_BREAK.finditer(text, window_start, match.start)]
    sentence_start = breaks[-1] if breaks else window_start
    found = list(_COUNT_OF.finditer(text, sentence_start, match.start))
    return nominative(found[-1]["noun"] or found[-1]["compound"]) if found else None


def _sentences_between(text: str, match: FigureMatch, antecedent: Counted | None) -> int | None:
    """Return how many sentences end between two figures, None where they are far apart."""
    if antecedent is None or match.start - antecedent.end > MAX_REACH:
        return None
    between = text[antecedent.end : match.start + 1]
    return None if "\n\n" in between else len(_SENTENCE_BREAK.findall(between))
