"""Builders of calendar dates: days, months, quarters, seasons, years, decades, feasts.

Each builder takes a match of one pattern and returns the atoms it means; an empty list says that
it only looks like a date. Anchoring a date without a year is left to `anchor`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any, Final

from presselese.dates.atoms import Atom, Found
from presselese.dates.guards import (
    is_after_title,
    is_counted_year,
    is_named_person,
    is_no_day_month,
)
from presselese.dates.shapes import CalendarDate, Feast, Span, Verbatim

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


def short_year_span(found: Found) -> list[Atom]:
    """ "1990–95": two years, where the second goes on from the first."""
    first = found.number("year")
    last = first - first % 100 + found.number("short")
    if last <= first or len(found.tokens.word(found.index("short"))) != 2:
        return []
    if is_counted_year(found):
        return []
    return [
        found.atom(CalendarDate(first), end=found.index("year") + 1),
        found.atom(CalendarDate(last), first=found.index("short")),
    ]


def school_year(found: Found) -> list[Atom]:
    """ "Schuljahr 2023/24" runs over two calendar years; "Geschäftsjahr 2023" is one."""
    text = found.value("year")
    first = int(text[:4])
    if "/" not in text:
        part = found.value("head") if found.has("head") else ""
        season = part if part in {"SU", "WI"} else ""
        return [found.atom(CalendarDate(first, part_of_year=season))]
    last = text[5:]
    following = int(last) if len(last) == 4 else first - first % 100 + int(last)
    following += 100 if following < first else 0
    if not first < following <= first + 10:
        return []
    shape = Span(CalendarDate(first), CalendarDate(following))
    return [found.atom(shape, modifier=modifier_of(found))]


def decade(found: Found) -> list[Atom]:
    digits = re.sub(r"\D", "", found.value("decade"))
    number = int(digits)
    century = 19 if number >= 20 else 20
    tens = number // 10 if len(digits) == 4 else century * 10 + number // 10
    if number == 0 or not 100 <= tens <= 210:
        return []
    return [found.atom(Verbatim("DATE", str(tens), f"{tens}X"), modifier=modifier_of(found))]


def _within_year(unit: str, ordinal: int) -> str:
    limits = {"Q": 4, "H": 2}
    return f"{unit}{ordinal}" if 1 <= ordinal <= limits.get(unit, 0) else ""


def ordinal_unit(found: Found) -> list[Atom]:
    """ "drittes Quartal 2017", "zweite Jahreshälfte", "19. Jahrhundert"."""
    ordinal = found.number("ord")
    unit = found.value("unit") or "H"
    if unit == "CE" and ordinal <= 21:
        shape = Verbatim("DATE", f"{ordinal - 1:02d}", f"{ordinal - 1:02d}XX")
        return [found.atom(shape, modifier=modifier_of(found))]
    part = _within_year(unit, ordinal)
    if not part:
        return []
    named = year_of(found) or ({"year": found.number("year2")} if found.has("year2") else {})
    return [found.atom(CalendarDate(part_of_year=part, **named), modifier=modifier_of(found))]


def last_quarter(found: Found) -> list[Atom]:
    part = {"Q": "Q4", "H": "H2", "": "H2"}.get(found.value("unit"))
    return [found.atom(CalendarDate(found.number("year"), part_of_year=part))] if part else []


def quarter_code(found: Found) -> list[Atom]:
    code = found.value("quarter")
    year = int(code[3:]) if len(code) > 2 else None
    if found.has("year"):
        year = found.number("year")
    return [found.atom(CalendarDate(year, part_of_year=code[:2]))] if year else []


def season(found: Found) -> list[Atom]:
    direction = int(found.value("dir")) if found.has("dir") else None
    named = year_of(found)
    if is_after_title(found):
        return []
    shape = CalendarDate(part_of_year=found.value("season"), direction=direction, **named)
    return [found.atom(shape, modifier=modifier_of(found))]


def week(found: Found) -> list[Atom]:
    if found.has("num3"):
        text = found.value("num3")
        return [found.atom(CalendarDate(int(text[:4]), week=int(text[-2:])))]
    if found.has("num4"):
        of_week, of_year = re.split(r"[/.-]", found.value("num4"))
        return [found.atom(CalendarDate(int(of_year), week=int(of_week)))]
    number = found.number("num" if found.has("num") else "num2")
    year = found.number("year") if found.has("year") else None
    return [found.atom(CalendarDate(year, week=number))] if 1 <= number <= 53 else []


def feast(found: Found) -> list[Atom]:
    if found.before() in {"maria", "mariä", "pfarre", "pfarrei", "st", "sankt"}:
        return []
    direction = int(found.value("dir")) if found.has("dir") else None
    named = year_of(found)
    return [found.atom(Feast(found.value("feast"), direction=direction, **named))]
