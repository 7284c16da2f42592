"""Number words: "zwölf", "eine halbe Million", "ein Drittel", "Hunderte", "jeder fünfte".

Leaves numbers in digits to `digits` and what the words count to `counted`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from presselese.figures.context import previous_word
from presselese.figures.grammar import LETTER, SPACE, grammar
from presselese.figures.inflection import is_time_noun
from presselese.figures.nouns import noun_after
from presselese.figures.numbers import number_words, parse_word
from presselese.figures.quantity import (
    Number,
    add_scale_and_unit,
    read_compound,
    read_hyphen_compound,
)

_ONE_BEFORE: Final = re.compile(rf"(?<!\w)[Ee]ine[rn]?{SPACE}\Z")
_ONE: Final = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_HALF: Final = frozenset({"halbe", "halben", "halbes", "halber"})
# "ein Grad an Freiheit", "eine Mark", "ein Zoll": with 'ein' these are other nouns
_NO_UNIT_AFTER_ONE: Final = frozenset({"°", "DEM", "in", "kn", "ZAR", "BRL", "ft"})
_HALF_AFTER: Final = re.compile(rf"{SPACE}halbe[nrs]?(?={SPACE})")
_SINGLE: Final = re.compile(rf"{SPACE}einzige[nmrs]?(?={SPACE})")
_JOINED: Final = re.compile(rf"{SPACE}und{SPACE}({LETTER}+zig|dreißig|dreissig)\b")
_REST: Final = re.compile(rf"{SPACE}(?:und{SPACE})?({LETTER}+)\b")
_NTH: Final = re.compile(rf"{SPACE}(?P<stem>{LETTER}+te)[rsnm]?\b")
_TIME_NOUN: Final = re.compile(
    rf"{SPACE}(?:Jahr|Monat|Tag|Woche|Stunde|Minute|Sekunde|Montag|Dienstag|Mittwoch|Donnerstag|"
    r"Freitag|Samstag|Sonnabend|Sonntag|Mal\b|Wochenende|Abend|Morgen|Sommer|Winter|Quartal)"
)
_WHOLE: Final = re.compile(
    rf"{SPACE}(?:der|des|aller|von|davon|ihrer|seiner|mehr|weniger|unserer)\b"
)
_CHANGE: Final = re.compile(r"\b(?:um|als|knapp|fast|rund|gut|etwa|auf|über)\s\Z")
_TIME_WHOLE: Final = re.compile(rf"{SPACE}de[sr]{SPACE}(?:Jahr|Monat|Woche|Saison|Zeit|Spiel|Tag)")
_OF_NOUN: Final = re.compile(rf"{SPACE}von(?={SPACE}(?:[a-zäöüß]+en{SPACE})?[A-ZÄÖÜ])")
_OF_SCALE: Final = re.compile(rf"{SPACE}von{SPACE}(?:Mill|Tausend|Hundert)")
_CLOCK: Final = re.compile(r"(?:fünf|zehn|zwanzig|[Vv]iertel|[Kk]urz|halb) (?:vor|nach) \Z")
_ACHT_VERB: Final = re.compile(
    r" (?:geben|gegeben|nehmen|zu (?:geben|nehmen|lassen)|(?:ge)?lassen)\b"
)
_CLOCK_AFTER: Final = re.compile(
    r" (?:vor|nach) (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b"
)
_IDIOM: Final = re.compile(r"vier Augen|[Tt]ausend Dank|[Ss]ieben Meere")


def read_words(text: str, start: int, token: str) -> Number | None:
    """Return the number that the word `token` begins; None where the word is none."""
    word = token.lower()
    end = start + len(token)
    if word in _ONE or word in _HALF:
        return _read_one(text, start, word, end)
    if word.startswith("jede"):
        return _read_nth(text, start, end)
    if word == "hälfte":
        return _read_half(text, start, end)
    words = number_words()
    if word in words.vague or word in words.scales:
        return _read_scale_word(text, start, end, word)
    value = parse_word(word)
    if value is None:
        return _read_compound_word(text, start, word)
    number = Number(start, end, value, "figures.words")
    if word in words.whole and (one := _ONE_BEFORE.search(text[max(0, start - 6) : start])):
        number.start -= len(one[0])  # "eine Viertelmillion"
    _read_on(text, number, token)
    return number


def _read_on(text: str, number: Number, token: str) -> None:
    """Read what follows a cardinal and decide whether it makes a figure."""
    start, end = number.start, number.end
    if text.startswith("-", end):
        if text[end + 1 : end + 2].isalpha():
            read_hyphen_compound(text, number)
        else:
            number.dangling, number.end = True, end + 1
        return
    _join_tens(text, number)
    if part := grammar().part.match(text, number.end):
        _read_part(text, number, part)
        return
    add_scale_and_unit(text, number)
    _add_rest(text, number)
    if (
        number.value in (100, 1000)
        and previous_word(text, start).lower() in grammar().contexts["only_scaled"]
    ):
        number.rule = "figures.vague"
    elif number.unit is None and number.scale is None:
        number.rejected = _is_no_figure(text, number, token)


def _join_tens(text: str, number: Number) -> None:
    """Join 'drei und dreißig' as old print and speech recognisers write it."""
    if number.value < 10 and (joined := _JOINED.match(text, number.end)):
        tens = parse_word(joined[1].lower())
        if tens is not None and tens % 10 == 0:
            number.value, number.end = number.value + tens, joined.end()


def _add_rest(text: str, number: Number) -> None:
    """Add the words after a scale: 'zwei Millionen dreihunderttausend Euro'."""
    if number.scale is None or number.unit is not None:
        return
    rest = _REST.match(text, number.end)
    value = parse_word(rest[1].lower()) if rest else None
    if rest and value is not None and 0 < value < number.scale and rest[1].lower() not in _ONE:
        number.value, number.end = number.value + value, rest.end()
        if unit := grammar().unit.match(text, number.end):
            number.unit, number.end = grammar().units[unit["unit"]], unit.end()


def _read_one(text: str, start: int, word: str, end: int) -> Number | None:
    """Read 'ein', which counts only before scales, fractions, units and votes, and 'halbe'."""
    number = Number(start, end, Decimal(1), "figures.words")
    if word in _HALF:
        number.value = Decimal("0.5")
    elif half := _HALF_AFTER.match(text, end):
        number.value, number.end = Decimal("0.5"), half.end()
    elif part := grammar().part.match(text, end):
        _read_part(text, number, part)
        return number
    add_scale_and_unit(text, number)
    if number.scale is not None:
        _add_rest(text, number)
        return number
    if number.unit is not None:
        number.rejected = number.unit.symbol in _NO_UNIT_AFTER_ONE
        return number
    if single := _SINGLE.match(text, end):
        number.end = single.end()  # "eine einzige Stimme"
        return number if noun_after(text, number.end) else None
    noun = noun_after(text, end)
    return number if noun and noun.head in grammar().contexts["one"] else None


def _read_part(text: str, number: Number, part: re.Match[str]) -> None:
    """Read 'zwei Drittel'; 'ein Viertel' is a part of the town unless a whole follows."""
    denominator = number_words().parts[part["part"].lower()]
    may_be_quarter = denominator == 4 and number.value == 1
    number.value = (number.value / denominator).quantize(Decimal("0.0001"))
    number.end, number.rule = part.end(), "figures.fraction"
    shared_out = _WHOLE.match(text, number.end) or _CHANGE.search(text[: number.start][-24:])
    number.rejected = number.value > 2 or (may_be_quarter and not shared_out)


def _read_half(text: str, start: int, end: int) -> Number | None:
    """Read 'die Hälfte der Mitglieder', 'zur Hälfte', not 'die zweite Hälfte'."""
    before = previous_word(text, start).lower()
    if before not in ("die", "der", "zur") or _TIME_WHOLE.match(text, end):
        return None
    return Number(start, end, Decimal("0.5"), "figures.fraction")


def _read_nth(text: str, start: int, end: int) -> Number | None:
    """Read 'jeder fünfte Betrieb' as a share of 0.2; 'jede zweite Woche' is a date."""
    nth = _NTH.match(text, end)
    value = number_words().nth.get(nth["stem"].lower()) if nth else None
    if nth is None or value is None or _TIME_NOUN.match(text, nth.end()):
        return None
    share = (1 / value).quantize(Decimal("0.0001"))
    return Number(start, nth.end(), share, "figures.nth")


def _read_scale_word(text: str, start: int, end: int, word: str) -> Number | None:
    """Read 'Hunderte Gäste', 'Tausende von Euro', 'mehrere Millionen Menschen', 'Dutzend'."""
    words = number_words()
    value = words.vague.get(word) or words.scales[word]
    number = Number(start, end, value, "figures.vague", scale=value)
    previous = previous_word(text, start).lower()
    if text.startswith("-", end) or previous == "in":
        return None  # "Millionen-Projekt"; "Angaben in Millionen Euro"
    unit = grammar().unit.match(text, end)
    if unit:
        number.unit, number.end = grammar().units[unit["unit"]], unit.end()
    if _OF_SCALE.match(text, end):
        return None  # "Hunderte von Millionen"
    if not (unit or _OF_NOUN.match(text, end) or noun_after(text, end)):
        return None
    if word == "dutzend":
        number.rule = (
            "figures.vague" if previous in grammar().contexts["only_scaled"] else "figures.words"
        )
        return number
    return number if word in words.vague or word.endswith("en") else None


def _read_compound_word(text: str, start: int, word: str) -> Number | None:
    """Read 'zehnköpfige', 'hundertprozentig', 'dreistöckig', 'Dreiergruppe'."""
    for suffix in grammar().compounds:
        cut = word.find(suffix)
        value = parse_word(word[:cut]) if cut > 0 else None
        if value is not None:
            number = Number(start, start + cut, value, "figures.words")
            return number if read_compound(text, number) else None
    return None


def _is_no_figure(text: str, number: Number, token: str) -> bool:
    """Tell idioms, names and durations from counts."""
    if number.value <= 1:
        return True
    previous = previous_word(text, number.start)
    noun = noun_after(text, number.end)
    contexts = grammar().contexts
    if previous in contexts["name"] or (noun and is_time_noun(noun.head)):
        return True
    if noun is None and previous in contexts["name_alone"]:
        return True  # "auf Platz vier"
    if token == "Acht":
        return previous.lower() in ("außer", "in") or bool(_ACHT_VERB.match(text, number.end))
    if token == "Elf" and previous.lower() in ("die", "der", "unsere", "einer"):
        return noun is None  # the football team
    if previous in ("vor", "nach") and _CLOCK.search(
        text[max(0, number.start - 16) : number.start]
    ):
        return True
    return bool(_IDIOM.match(text, number.start) or _CLOCK_AFTER.match(text, number.end))
