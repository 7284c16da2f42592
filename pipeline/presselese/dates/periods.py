"""Builders of longer calendar units: school years, decades, quarters, seasons, weeks, and feasts.

Each builder takes a match of one pattern and returns its atoms; see `absolute`.
"""

from __future__ import annotations

import re

from presselese.dates.absolute import modifier_of, year_of
from presselese.dates.atoms import Atom, Found
from presselese.dates.guards import is_after_title, is_counted_year, is_named_after_saint
from presselese.dates.shapes import CalendarDate, Feast, Span, Verbatim


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
    is_church = found.before() in {"maria", "mariä", "pfarre", "pfarrei", "st", "sankt"}
    if is_church or is_named_after_saint(found):
        return []
    direction = int(found.value("dir")) if found.has("dir") else None
    named = year_of(found)
    if "year_from_told" in named:  # "Ostern desselben Jahres": which one, a feast does not tell
        named = {}
    return [found.atom(Feast(found.value("feast"), direction=direction, **named))]
