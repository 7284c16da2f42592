"""Number expressions, spelled and in digits, and the nominative of what they count."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.figures.figure_cases import read_rows

from presselese.figures.inflection import nominative
from presselese.figures.numbers import format_decimal, parse_number

UNITS = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()  # noqa: E501
TENS = [
    "",
    "",
    "zwanzig",
    "dreißig",
    "vierzig",
    "fünfzig",
    "sechzig",
    "siebzig",
    "achtzig",
    "neunzig",
]


def spell(number: int) -> str:
    """Return the number in German words, below one million (Duden)."""
    if number >= 1000:
        rest = number % 1000
        return spell_below(number // 1000) + "tausend" + (spell_below(rest) if rest else "")
    return spell_below(number)


def spell_below(number: int) -> str:
    if number >= 100:
        rest = number % 100
        return UNITS[number // 100] + "hundert" + (spell_below(rest) if rest else "")
    if number < 20:
        return UNITS[number]
    unit = UNITS[number % 10] + "und" if number % 10 else ""
    return unit + TENS[number // 10]


@pytest.mark.parametrize(("line", "cells"), read_rows("figures_numbers", 2))
def test_expressions_have_their_value(line: int, cells: list[str]) -> None:
    value = parse_number(cells[0])
    assert (format_decimal(value) if value is not None else "") == cells[1], f"line {line}"


@given(st.integers(min_value=0, max_value=999_999))
def test_spelled_numbers_come_back(number: int) -> None:
    assert parse_number(spell(number)) == number


@given(st.integers(min_value=1, max_value=999))
def test_spelled_scales_come_back(number: int) -> None:
    scale = "eine Million" if number == 1 else f"{spell(number)} Millionen"
    assert parse_number(scale) == number * 1_000_000


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_come_back(number: int) -> None:
    for separator in (".", " ", "'", "\u202f"):
        assert parse_number(f"{number:,}".replace(",", separator)) == number


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_decimals_come_back_exact(number: Decimal) -> None:
    german = f"{number:,.4f}".replace(",", "_").replace(".", ",").replace("_", ".")
    parsed = parse_number(german)
    assert parsed == number
    assert Decimal(format_decimal(number)) == number


@given(st.text(max_size=60))
def test_no_string_crashes_the_number_parser(text: str) -> None:
    value = parse_number(text)
    assert value is None or value.is_finite()


@pytest.mark.parametrize(("line", "cells"), read_rows("figures_nominatives", 2))
def test_nouns_come_back_in_the_nominative(line: int, cells: list[str]) -> None:
    assert nominative(cells[0]) == cells[1], f"line {line}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [("Vorstands", "Vorstand"), ("Ausschusses", "Ausschuss"), ("Kreis", "Kreis"), ("Team", "Team")],
)
def test_singular_nouns_lose_their_genitive(written: str, expected: str) -> None:
    assert nominative(written, singular=True) == expected
