"""German numbers, in digits or words, as exact decimals.

Leaves to `parse` where a number stands in a text and whether it is a figure at all. Number words
follow the Duden ("zweitausendsechsundzwanzig"), with the spellings of mail and old typewriters
("fuenf", "dreissig", "zwo").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from presselese.resources.loader import load_tsv

MAX_WORD_LENGTH: Final = 90  # "neunhundertneunundneunzigtausend…" has 70; longer ones are noise

# 13.500 | 13'500 | 13 500 (thin and no-break spaces, too) | 7,35 | 7.5 | 14
DIGITS: Final = re.compile(
    r"[+\-−]?(?:[1-9][0-9]{0,2}(?:(?P<sep>[.'’ \u00a0\u2009\u202f])[0-9]{3})(?:(?P=sep)[0-9]{3})*"
    r"|[0-9]+)(?:,(?:[0-9]+|[-–—]{1,2}))?"
    r"|[+\-−]?[0-9]+\.[0-9]+"
)
VULGAR: Final = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅛": "0.125",
    "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8",
}  # fmt: skip


@dataclass(frozen=True)
class NumberWords:
    """The lexicon `figures_numbers` by kind; all words in lower case."""

    below_thousand: dict[str, int]
    whole: dict[str, Decimal]
    scales: dict[str, Decimal]
    vague: dict[str, Decimal]
    parts: dict[str, Decimal]
    nth: dict[str, Decimal]


@cache
def number_words() -> NumberWords:
    """Return the number words, read once a process."""
    kinds: dict[str, dict[str, Decimal]] = {}
    for word, value, kind in load_tsv("figures_numbers", ("word", "value", "kind")):
        kinds.setdefault(kind, {})[word] = Decimal(value)
    return NumberWords(
        below_thousand=_words_below_thousand(kinds),
        whole=kinds["whole"],
        scales=kinds["scale"],
        vague=kinds["vague"],
        parts=kinds["part"],
        nth=kinds["nth"],
    )


def _words_below_thousand(kinds: dict[str, dict[str, Decimal]]) -> dict[str, int]:
    units = {word: int(value) for word, value in kinds["unit"].items()}
    other = {word: int(value) for word, value in kinds["variant"].items()}
    units |= {word: value for word, value in other.items() if value < 10}
    tens = {word: int(value) for word, value in kinds["ten"].items()}
    tens |= {word: value for word, value in other.items() if value % 10 == 0}
    teens = {word: int(value) for word, value in kinds["teen"].items()}
    teens |= {word: value for word, value in other.items() if 10 < value < 20}
    below = units | teens | tens
    below |= {
        f"{unit}und{ten}": low + high
        for unit, low in units.items()
        for ten, high in tens.items()
        if low and unit != "eins"
    }
    hundreds = {"hundert": 100} | {
        f"{word}hundert": 100 * value
        for word, value in (units | teens).items()
        if value and word != "eins"
    }
    words = dict(below)
    for hundred, high in hundreds.items():
        words[hundred] = high
        for rest, low in below.items():
            if low:
                words[f"{hundred}{rest}"] = words[f"{hundred}und{rest}"] = high + low
    return words | {word: int(value) for word, value in kinds["inflected"].items()}


@cache
def parse_word(word: str) -> Decimal | None:
    """Return the value of one lower-case number word ("zweitausendzwölf"), else None."""
    words = number_words()
    if len(word) > MAX_WORD_LENGTH:
        return None
    if word in words.whole:
        return words.whole[word]
    below = words.below_thousand
    if word in below:
        return Decimal(below[word])
    if "tausend" not in word:
        return None
    high, _, low = word.partition("tausend")
    high_value = below.get(high, 0) if high else 1
    low_value = below.get(low.removeprefix("und"), 0) if low else 0
    if not high_value or high_value > 999 or high == "eins" or (low and not low_value):
        return None
    return Decimal(high_value * 1000 + low_value)


def parse_digits(text: str) -> Decimal | None:
    """Return the value of a number in digits, German separators ("13.500", "7,35", "5,–", "2½")."""
    if text and text[-1] in VULGAR:
        whole = text[:-1].strip() or "0"
        return Decimal(whole) + Decimal(VULGAR[text[-1]]) if DIGITS.fullmatch(whole) else None
    match = DIGITS.fullmatch(text)
    if match is None:
        return None
    whole, _, fraction = text.replace("−", "-").partition(",")
    if match["sep"]:
        whole = whole.replace(match["sep"], "")
    return Decimal(f"{whole}.{fraction}" if fraction.isdecimal() else whole)


def parse_number(words: str) -> Decimal | None:
    """Return the value of a whole number expression, None where it is none.

    Takes digits, words and both with scales: "13.500", "1,2 Mio.", "zwei Millionen
    dreihunderttausend", "eine halbe Million", "anderthalb Dutzend", "minus drei", "ein Drittel".
    """
    text = words.strip()
    lowered = text.lower()
    for sign in ("minus ", "plus "):
        if lowered.startswith(sign):
            value = parse_number(text[len(sign) :])
            return -value if value is not None and sign == "minus " else value
    value = parse_digits(text)
    if value is not None:
        return value
    return _parse_phrase(lowered.split()) if len(text) <= 2 * MAX_WORD_LENGTH else None


def _parse_phrase(tokens: list[str]) -> Decimal | None:
    words = number_words()
    total = Decimal(0)
    current: Decimal | None = None
    last_scale: Decimal | None = None
    for position, token in enumerate(tokens):
        if token in words.vague and len(tokens) == 1:
            return words.vague[token]
        if token in words.scales:
            scale = words.scales[token]
            if last_scale is not None and scale >= last_scale:
                return None
            total += scale * (current if current is not None else 1)
            current, last_scale = None, scale
        elif token in words.parts and current is not None:
            return _fraction(total + current, words.parts[token])
        elif token in ("hundert", "tausend") and current is not None:
            current *= words.below_thousand.get(token, 1000)
        elif token == "und" and 0 < position < len(tokens) - 1:
            continue
        else:
            number = _parse_token(token)
            if number is None:
                return None
            current = _join(current, number)
            if current is None:
                return None
    if current is not None:
        if last_scale is not None and current >= last_scale:
            return None
        total += current
    return total if tokens else None


def _parse_token(token: str) -> Decimal | None:
    if token in ("eine", "einen", "einer", "einem", "eines"):
        return Decimal(1)
    if token in ("halbe", "halben", "halbes", "halber"):
        return Decimal("0.5")
    return parse_word(token) if not token[:1].isdigit() else parse_digits(token)


def _join(current: Decimal | None, number: Decimal) -> Decimal | None:
    """Join two neighbouring words: "eine halbe", "drei und dreißig", "zwei hundert fünf"."""
    if current is None:
        return number
    if number == Decimal("0.5"):
        return number if current == 1 else current + number
    if current == 1 and number >= 1000:
        return number  # "eine Viertelmillion"
    if current >= 100 and number < 100:
        return current + number
    if current < 10 and 20 <= number < 100 and number % 10 == 0:
        return current + number
    return None


def _fraction(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Fractions take four decimals (annotation guide)."""
    return (numerator / denominator).quantize(Decimal("0.0001"))


def format_decimal(value: Decimal) -> str:
    """Return the number as records write it: no exponent, no trailing zeros ("13500", "7.35")."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
