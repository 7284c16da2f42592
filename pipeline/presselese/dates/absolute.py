"""Builders of calendar dates: days, months, quarters, seasons, years, decades, feasts.

Each builder takes a match of one pattern and returns the atoms it means; an empty list says that
it only looks like a date. Anchoring a date without a year is left to `resolve`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any, Final

from presselese.dates.atoms import Atom, Found
from presselese.dates.guards import (
    is_counted_year,
    is_named_person,
    is_no_day_month,
)
from presselese.dates.shapes import CalendarDate

CENTURY_PIVOT: Final = 50  # "10.2.49" is 2049, "10.2.50" is 1950: press texts rarely look further
ROMAN: Final = dict(
    zip(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"],
        range(1, 13),
        strict=True,
    )
)


def full_year(digits: str) -> int:
    """Return the year of two or four digits."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return 2000 + year if year < CENTURY_PIVOT else 1900 + year


def year_of(found: Found) -> dict[str, Any]:
    """Return the `year` or `year_offset` that the match names ("2017", "vergangenen Jahres")."""
    if found.has("year"):
        return {"year": full_year(found.value("year")[:4])}
    if found.has("lateyear"):
        return {"year": full_year(found.value("lateyear"))}
    if found.has("short"):
        return {"year": full_year(f"{found.number('short'):02d}")}
    if found.has("yeardir"):
        return {"year_offset": int(found.value("yeardir"))}
    if found.has("yearunit"):
        unit, offset = found.value("yearunit")[:1], int(found.value("yearunit")[1:])
        return {"year_offset": offset} if unit == "Y" else {}
    for name in ("toldyear", "tolddir"):
        if found.has(name):
            return {"year_offset": int(found.value(name).lstrip("YD")), "year_from_told": True}
    if found.has("dj") or (found.has("thisyear") and found.word("thisyear") == "jahres"):
        return {"year_offset": 0}
    return {}


def modifier_of(found: Found) -> str | None:
    """Return START, MID or END where the match begins with "Anfang", "Mitte", "Ende"."""
    return found.value("part") if found.has("part") else None


def weekday_of(found: Found) -> int | None:
    """Return the weekday beside the date, 1 to 7."""
    return int(found.tokens.values[found.index("wd")]) if found.has("wd") else None


def is_possible(month: int, day: int, year: int | None = None) -> bool:
    """Tell whether such a day exists; 29 February does where the year is open."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def iso_date(found: Found) -> list[Atom]:
    text = found.value("iso")[:10]
    year, month, day = text.split("-")
    if len(year) == 2:
        year = str(full_year(year))
    if not is_possible(int(month), int(day), int(year)):
        return []
    return [found.atom(CalendarDate(int(year), int(month), int(day)))]


def split_numeric(text: str) -> tuple[int, int, int | None]:
    """Return day, month and year (or None) of "10.2.2017", "10. II. 17", "10.2."."""
    parts = [part for part in re.split(r"[./\s\xa0]+", text) if part]
    month = ROMAN.get(parts[1]) or int(parts[1])
    return int(parts[0]), month, full_year(parts[2]) if len(parts) > 2 else None


def numeric_date(found: Found) -> list[Atom]:
    day, month, year = split_numeric(found.value("num"))
    if not is_possible(month, day, year) or is_no_day_month(found):
        return []
    return [found.atom(CalendarDate(year, month, day, weekday=weekday_of(found)))]


def day_month(found: Found) -> list[Atom]:
    if ":" in found.value("num"):  # a clock's answer, unlike the "11.09" of "11.09-15.09.23"
        return []
    day, month, _ = split_numeric(found.value("num"))
    if not is_possible(month, day) or is_no_day_month(found):
        return []
    shape = CalendarDate(month=month, day=day, weekday=weekday_of(found), **year_of(found))
    return [found.atom(shape)]


def _month(found: Found) -> int:
    return int(found.value("month"))


def calendar_day(found: Found) -> list[Atom]:
    if not is_possible(_month(found), found.number("day")):
        return []
    shape = CalendarDate(
        month=_month(found),
        day=found.number("day"),
        weekday=weekday_of(found),
        **year_of(found),
    )
    return [found.atom(shape)]


def _days(found: Found, last: int) -> list[int]:
    """Return the token indexes of the days that a list names before token `last`."""
    of = found.tokens.values
    return [
        index
        for index in range(found.first, last)
        if re.fullmatch(r"\d{1,2}\.?", of[index]) and index != found.first - 1
        and not found.tokens.word(index).lower().endswith("tag")
        and found.tokens.word(index) not in {"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"}
    ]  # fmt: skip


def day_list(found: Found) -> list[Atom]:
    """ "8. bis 13. Juni 2008": one atom a day, the month and year completed from the last."""
    month, year = _month(found), year_of(found)
    indexes = _days(found, found.index("month"))
    days = [int(found.tokens.values[index].rstrip(".")) for index in indexes]
    if not all(is_possible(month, day) for day in days):
        return []
    atoms = []
    for place, (index, day) in enumerate(zip(indexes, days, strict=True)):
        shape = CalendarDate(month=month, day=day, **year)
        end = found.end if place == len(days) - 1 else index + 1
        atoms.append(found.atom(shape, first=index, end=end))
    return atoms


def numeric_list(found: Found) -> list[Atom]:
    """ "8.-13.6.2008": one atom a day."""
    last = found.index("num")
    day, month, year = split_numeric(found.value("num"))
    indexes = _days(found, last)
    days = [int(found.tokens.values[index].rstrip(".")) for index in indexes]
    if not all(is_possible(month, each, year) for each in [*days, day]):
        return []
    atoms = [
        found.atom(CalendarDate(year, month, each), first=index, end=index + 1)
        for index, each in zip(indexes, days, strict=True)
    ]
    return [*atoms, found.atom(CalendarDate(year, month, day), first=last)]


def calendar_month(found: Found) -> list[Atom]:
    named = year_of(found)
    direction = int(found.value("dir")) if found.has("dir") else None
    if not (named or found.has("dir") or found.has("part")) and is_named_person(found):
        return []
    shape = CalendarDate(month=_month(found), direction=direction, **named)
    return [found.atom(shape, modifier=modifier_of(found))]


def month_numeric(found: Found) -> list[Atom]:
    if found.has("year"):
        month, year = found.number("numb"), found.number("year")
    else:
        numbers = [int(part) for part in re.split(r"[-/.]", found.value("num"))]
        month, year = min(numbers), max(numbers)
    return [found.atom(CalendarDate(year, month))] if 1 <= month <= 12 else []


def calendar_year(found: Found) -> list[Atom]:
    if not (found.has("head") or found.has("part")) and is_counted_year(found):
        return []
    return [found.atom(CalendarDate(found.number("year")), modifier=modifier_of(found))]
