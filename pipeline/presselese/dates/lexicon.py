"""The vocabulary of time: one table from a word to its token class and value.

Read from `resources/lexicons/dates_*.tsv`; compounds that follow a rule of German ("vierwöchig",
"Montagabend", "einunddreißigsten") are composed here instead of listed. What a sequence of classes
means is left to the grammar.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from presselese.resources.loader import load_tsv

ONES: Final = "ein zwei drei vier fünf sechs sieben acht neun"
TEENS: Final = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
TENS: Final = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
DAYS: Final = "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend"
MONTHS: Final = "januar februar märz april mai juni juli august september oktober november dezember"
ENDINGS: Final = ("", "e", "em", "en", "er", "es")
ADJECTIVE_UNITS: Final = {
    "jährig": "Y",
    "monatig": "M",
    "wöchig": "W",
    "tägig": "D",
    "stündig": "TH",
    "minütig": "TM",
    "sekündig": "TS",
}
CYCLE_UNITS: Final = {
    "jährlich": "Y",
    "monatlich": "M",
    "wöchentlich": "W",
    "täglich": "D",
    "stündlich": "TH",
    "minütlich": "TM",
}


class Word(NamedTuple):
    """Token class and value of a known word."""

    category: str
    value: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words that the grammar knows, by their case-folded form."""

    words: dict[str, Word]
    feasts: dict[str, str]
    roles: dict[str, frozenset[str]]

    def has_role(self, word: str, role: str) -> bool:
        """Tell whether a lower-cased word has a role of `lexicons/dates_context.tsv`."""
        return word in self.roles[role]


@cache
def load_lexicon() -> Lexicon:
    """Read and compose the vocabulary; raises `BadResource` where a list is malformed."""
    words: dict[str, Word] = {}
    cardinals = compose_cardinals()
    words.update(_adjectives(cardinals))
    words.update({form: Word("NUMWORD", str(n)) for form, n in cardinals.items() if n > 1})
    words.update(_ordinals(cardinals))
    words.update(_weekday_parts())
    words.update(_month_halves())
    for word, endings, category, value in load_tsv(
        "dates_words", ("word", "endings", "category", "value")
    ):
        for ending in endings.split():
            words[_fold(word + ending.removeprefix("-"))] = Word(category, value)
    return Lexicon(
        words=words,
        feasts={row[0]: row[1] for row in load_tsv("holidays", ("word", "feast"))},
        roles=_roles(),
    )


def _roles() -> dict[str, frozenset[str]]:
    entries = load_tsv("dates_context", ("word", "role", "note"))
    roles = {role for _, role, _ in entries}
    return {role: frozenset(word for word, each, _ in entries if each == role) for role in roles}


def _fold(word: str) -> str:
    """Lower-case without touching "ß", which `casefold` would spell "ss"."""
    return word.lower()


def compose_cardinals() -> dict[str, int]:
    """Return the German number words from 1 to 99 (and hundred), with "dreissig" for "dreißig"."""
    ones, teens, tens = ONES.split(), TEENS.split(), TENS.split()
    words = {word: n for n, word in enumerate(ones, start=1)}
    words |= {word: n for n, word in enumerate(teens, start=10)}
    for n, ten in enumerate(tens, start=2):
        words[ten] = 10 * n
        words |= {f"{one}und{ten}": 10 * n + k for k, one in enumerate(ones, start=1)}
    words |= {"hundert": 100, "einhundert": 100, "tausend": 1000}
    words |= {word.replace("ß", "ss"): n for word, n in words.items() if "ß" in word}
    return words


def _adjectives(cardinals: dict[str, int]) -> dict[str, Word]:
    """Return "vierwöchig", "zweijährlich", "anderthalbstündig" … in every ending."""
    numbers = {word: str(n) for word, n in cardinals.items()}
    numbers |= {"anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5"}
    numbers |= {"dreieinhalb": "3.5", "viereinhalb": "4.5"}
    adjectives: dict[str, Word] = {}
    for word, number in numbers.items():
        for ending in ENDINGS:
            for stem, unit in ADJECTIVE_UNITS.items():
                adjectives[word + stem + ending] = Word("DURADJ", f"{number} {unit}")
            for stem, unit in CYCLE_UNITS.items():
                adjectives[word + stem + ending] = Word("SETADJ", f"{number} {unit}")
    return adjectives


def _ordinals(cardinals: dict[str, int]) -> dict[str, Word]:
    """Return "erste" to "einunddreißigste" (days of a month, quarters) in every ending."""
    irregular = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
    ordinals: dict[str, Word] = {}
    for word, number in cardinals.items():
        if number > 31:
            continue
        stem = irregular.get(number, word + ("t" if number < 20 else "st"))
        for ending in ENDINGS[1:]:
            ordinals[stem + ending] = Word("ORDWORD", str(number))
    return ordinals


def _month_halves() -> dict[str, Word]:
    """Return "Julihälfte" …: "in der zweiten Julihälfte" is July."""
    return {
        month + "hälfte": Word("MONTHHALF", str(number))
        for number, month in enumerate(MONTHS.split(), start=1)
    }


def _weekday_parts() -> dict[str, Word]:
    """Return "Montagabend", "Samstagnachmittags" …: weekday and part of the day in one word."""
    parts = {
        "morgen": "MO", "früh": "MO", "vormittag": "MO", "mittag": "MI", "nachmittag": "AF",
        "abend": "EV", "nacht": "NI",
    }  # fmt: skip
    words: dict[str, Word] = {}
    for number, day in enumerate(DAYS.split(), start=1):
        weekday = 6 if day == "sonnabend" else number
        for part, code in parts.items():
            words[day + part] = Word("WEEKDAYPART", f"{weekday} {code}")
            words[day + part + "s"] = Word("WEEKDAYPARTS", f"{weekday} {code}")
    return words
