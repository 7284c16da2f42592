"""A number under construction, and what German sets right behind one: scale, unit, compound.

Shared by `digits` and `words`; leaves finding numbers to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from presselese.figures.grammar import Unit, grammar
from presselese.figures.numbers import number_words

_CURRENCY_WINDOW: Final = 14  # characters; "US-Dollar " has 10
_CURRENCY: Final = re.compile(
    r"(?<![\w$€£¥])(?P<form>(?:[A-Z]{1,2})?[€$£¥]|[A-Za-z][A-Za-z.\-]{1,11})"
    r"[ \u00a0\u2009\u202f]?\Z"
)
_WORDLIKE: Final = re.compile(r"[\w@][\w\-./@+&]*")


@dataclass(slots=True)
class Number:
    """A number in the text; `scale` is the factor of "Mio.", already part of `value`."""

    start: int
    end: int
    value: Decimal
    rule: str
    unit: Unit | None = None
    scale: Decimal | None = None
    counts: str | None = None
    digits: bool = False
    bare: bool = False  # nothing but the digits says that this is a figure
    dangling: bool = False  # "zehn- bis fünfzehnköpfig": only with what follows
    rejected: bool = False


def rejected(start: int, end: int) -> Number:
    """Return a stretch of digits that is no figure."""
    return Number(start, end, Decimal(0), "figures.rejected", rejected=True, digits=True)


def end_of_word(text: str, position: int) -> int:
    """Return where the rest of a word or address ends ("20-jähriges", "4x100")."""
    rest = _WORDLIKE.match(text, position)
    return rest.end() if rest else position


def multiply(number: Number, scale: str) -> None:
    """Apply "Mio.", "Dutzend" or "tausend" to a number."""
    words = number_words()
    word = scale.lower()
    factor = words.scales.get(word) or Decimal(words.below_thousand.get(word, 1000))
    number.value *= factor
    number.scale = factor * (number.scale or 1)


def add_scale_and_unit(text: str, number: Number) -> None:
    """Read on over scale words and a unit, and move the number's end behind them."""
    while scale := grammar().scale.match(text, number.end):
        multiply(number, scale["scale"])
        number.end = scale.end()
    if unit := grammar().unit.match(text, number.end):
        number.unit, number.end = grammar().units[unit["unit"]], unit.end()
    elif text.startswith(")", number.end) and "(" in text[max(0, number.start - 1) : number.start]:
        # "97,4 (75,9) Mio. Euro": the unit stands behind the bracket, the span does not reach it
        outside = Number(number.start - 1, number.end + 1, number.value, number.rule)
        add_scale_and_unit(text, outside)
        number.value, number.scale, number.unit = outside.value, outside.scale, outside.unit


def currency_before(left: str) -> tuple[str, Unit] | None:
    """Return the currency that ends the text before a number ("€ ", "EUR"), and its unit."""
    match = _CURRENCY.search(left[-_CURRENCY_WINDOW:])
    unit = grammar().units.get(match["form"]) if match else None
    return (match[0], unit) if match and unit is not None and unit.kind == "currency" else None


def read_hyphen_compound(text: str, number: Number) -> None:
    """Read "14-köpfig", "200-Millionen-Euro-Projekt"; other compounds reject the number."""
    if read_compound(text, number):
        return
    measured = grammar().unit_compound.match(text, number.end)
    if measured is None:
        number.rejected, number.end = True, end_of_word(text, number.end)
        return
    number.unit = grammar().units[measured["unit"]]
    if measured["scale"]:
        multiply(number, measured["scale"])
    number.end, number.rule = measured.end(), "figures.unit_noun"


def read_compound(text: str, number: Number) -> bool:
    """Read "-köpfige", "prozentigen", "ergruppe" after the number; False where none stands."""
    match = grammar().compound.match(text, number.end)
    if match is None:
        return False
    compound = grammar().compounds[match["suffix"]]
    is_group_noun = compound.kind == "er_group"
    if number.value < compound.minimum or (is_group_noun and match["ending"]):
        return False
    number.end, number.rule = match.end(), f"figures.{compound.kind}_compound"
    if compound.unit:
        number.unit = Unit(compound.unit, "percent")
    number.counts = text[number.start : number.end] if is_group_noun else compound.counts
    return True
