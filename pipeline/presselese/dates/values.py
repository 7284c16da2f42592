"""Values of whole calendar units in TIMEX3 and EDTF, with their first and last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final, NamedTuple

# EDTF level 2 numbers the seasons, quarters and halves of a year.
EDTF_PARTS: Final = {
    "SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36",
    "H1": "40", "H2": "41",
}  # fmt: skip


class Value(NamedTuple):
    """A resolved expression; `anchored_on` is "text", "published", a match's place, or None."""

    type: str
    value: str
    edtf: str | None
    anchored_on: str | int | None
    first: date | None = None
    last: date | None = None
    year: int | None = None


def day_value(day: date, anchored_on: str | int | None) -> Value:
    text = day.isoformat()
    return Value("DATE", text, text, anchored_on, day, day, day.year)


def week_value(day: date, anchored_on: str | int | None, *, weekend: bool = False) -> Value:
    year, number, _ = day.isocalendar()
    first = date.fromisocalendar(year, number, 6 if weekend else 1)
    last = date.fromisocalendar(year, number, 7)
    value = f"{year}-W{number:02d}" + ("-WE" if weekend else "")
    return Value("DATE", value, f"{first}/{last}", anchored_on, first, last, first.year)


def month_value(year: int, month: int, anchored_on: str | int | None) -> Value:
    text = f"{year:04d}-{month:02d}"
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return Value("DATE", text, text, anchored_on, first, last, year)


def year_value(year: int, anchored_on: str | int | None) -> Value:
    text = f"{year:04d}"
    return Value("DATE", text, text, anchored_on, date(year, 1, 1), date(year, 12, 31), year)


def unfixed_value(value: str, edtf: str | None = None) -> Value:
    return Value("DATE", value, edtf, None)
