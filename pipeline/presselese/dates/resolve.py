"""From a shape and its context to a TIMEX3 value: one small resolver a shape.

A value that nothing fixes keeps its unknown digits as X; the caller decides what to show of it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from presselese.dates.amounts import duration_value
from presselese.dates.context import Context, Reference, Told
from presselese.dates.feasts import feast_day, is_fixed
from presselese.dates.lexer import load_scanner
from presselese.dates.shapes import (
    CalendarDate,
    Clock,
    DayOfMonth,
    Duration,
    Feast,
    Shape,
    Span,
    UnitOffset,
    Verbatim,
    Weekday,
)
from presselese.dates.years import find_year, infer_year

# EDTF level 2 numbers the seasons, quarters and halves of a year.
EDTF_PARTS: Final = {
    "SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36",
    "H1": "40", "H2": "41",
}  # fmt: skip
WEEKEND_TOLD: Final = 5  # a Friday's paper says "am Wochenende" of the days to come


SATURDAY: Final = 6


class Value(NamedTuple):
    """A resolved expression; `anchored_on` is "text", "published", a match's place, or None."""

    type: str
    value: str
    edtf: str | None
    anchored_on: str | int | None
    first: date | None = None
    last: date | None = None
    year: int | None = None


def resolve(shape: Shape, context: Context) -> Value:
    """Return the value of a shape in its context."""
    return RESOLVERS[type(shape)](shape, context)


def _day(day: date, anchored_on: str | int | None) -> Value:
    text = day.isoformat()
    return Value("DATE", text, text, anchored_on, day, day, day.year)


def _week(day: date, anchored_on: str | int | None, *, weekend: bool = False) -> Value:
    year, number, _ = day.isocalendar()
    first = date.fromisocalendar(year, number, 6 if weekend else 1)
    last = date.fromisocalendar(year, number, 7)
    value = f"{year}-W{number:02d}" + ("-WE" if weekend else "")
    return Value("DATE", value, f"{first}/{last}", anchored_on, first, last, first.year)


def _month(year: int, month: int, anchored_on: str | int | None) -> Value:
    text = f"{year:04d}-{month:02d}"
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return Value("DATE", text, text, anchored_on, first, last, year)


def _year(year: int, anchored_on: str | int | None) -> Value:
    text = f"{year:04d}"
    return Value("DATE", text, text, anchored_on, date(year, 1, 1), date(year, 12, 31), year)


def _open(value: str, edtf: str | None = None) -> Value:
    return Value("DATE", value, edtf, None)


def _calendar_date(shape: CalendarDate, context: Context) -> Value:
    year, anchored_on = find_year(shape, context)
    if year is None:
        return _without_year(shape)
    if shape.week is not None:
        if shape.week == 53 and date(year, 12, 28).isocalendar().week < 53:
            return _open(f"{year}-W53")
        return _week(date.fromisocalendar(year, shape.week, 1), anchored_on)
    if shape.part_of_year:
        value, edtf = f"{year}-{shape.part_of_year}", f"{year}-{EDTF_PARTS[shape.part_of_year]}"
        return Value("DATE", value, edtf, anchored_on, year=year)
    if shape.month is None:
        return _year(year, anchored_on)
    if shape.day is None:
        return _month(year, shape.month, anchored_on)
    if shape.day > monthrange(year, shape.month)[1]:
        return _without_year(shape)
    return _day(date(year, shape.month, shape.day), anchored_on)


def _without_year(shape: CalendarDate) -> Value:
    if shape.week is not None:
        return _open(f"XXXX-W{shape.week:02d}")
    if shape.part_of_year:
        part = shape.part_of_year
        return _open(f"XXXX-{part}", f"XXXX-{EDTF_PARTS[part]}")
    if shape.month is None:
        return _open("XXXX", "XXXX")
    text = f"XXXX-{shape.month:02d}" + (f"-{shape.day:02d}" if shape.day else "")
    return _open(text, text)


def _verbatim(shape: Verbatim, context: Context) -> Value:
    return Value(shape.type, shape.value, shape.edtf, "text" if shape.edtf else None)


def _told_in_sentence(context: Context) -> Told | None:
    told = context.last_told(within=0)
    return told if told is not None and told.first is not None else None


def _unit_offset(shape: UnitOffset, context: Context) -> Value:
    told = _origin(shape, context)
    if told is not None and told.first is not None:
        exact = _is_day(told) or (shape.unit == "W" and _is_week(told))
        month, day = (told.first.month, told.first.day) if exact else (told.month, None)
        return _shifted(Reference(told.first.year, month, day), shape, told.match)
    if shape.origin == "told_day":
        return _open("XXXX-WXX" if shape.unit == "W" else "XXXX")
    if context.reference is None:
        return _open({"D": "XXXX-XX-XX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(shape.unit, "XXXX"))
    if shape.unit == "WE" and context.reference.date is not None:
        shape = replace(shape, offset=_weekend_offset(shape, context, context.reference.date))
    return _shifted(context.reference, shape, "published")


def _is_day(told: Told) -> bool:
    return told.first is not None and told.first == told.last


def _origin(shape: UnitOffset, context: Context) -> Told | None:
    if shape.origin == "told":
        return context.last_told(within=3)
    if shape.origin == "told_day":
        return next((told for told in reversed(context.told) if _is_day(told)), None)
    return None


def _is_week(told: Told) -> bool:
    return told.first is not None and told.last == told.first + timedelta(days=6)


def _weekend_offset(shape: UnitOffset, context: Context, published: date) -> int:
    """ "am Wochenende": a Monday's paper looks back, unless its verb looks ahead; "am kommenden
    Wochenende" is this week's as long as that lies ahead."""
    if shape.origin != "tense":
        return 0 if shape.offset == 1 and published.isoweekday() < SATURDAY else shape.offset
    past = context.direction() != "future"
    return -1 if past and published.isoweekday() < WEEKEND_TOLD else 0


def _shifted(base: Reference, shape: UnitOffset, anchored_on: str | int) -> Value:
    unit, offset = shape.unit, shape.offset
    if unit == "Y":
        return _year(base.year + offset, anchored_on)
    if unit in {"DE", "CE"}:
        digits = str((base.year // (10 if unit == "DE" else 100)) + offset)
        return Value("DATE", digits, digits.ljust(4, "X"), anchored_on)
    if base.month is None:
        return _open({"D": "XXXX-XX-XX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit, "XXXX"))
    if unit == "M":
        months = base.year * 12 + base.month - 1 + offset
        return _month(months // 12, months % 12 + 1, anchored_on)
    if unit in {"Q", "H"}:
        length = 3 if unit == "Q" else 6
        parts = (base.year * 12 + base.month - 1) // length + offset
        year, part = divmod(parts, 12 // length)
        shape_of_part = f"{unit}{part + 1}"
        edtf = f"{year}-{EDTF_PARTS[shape_of_part]}"
        return Value("DATE", f"{year}-{shape_of_part}", edtf, anchored_on, year=year)
    if base.date is None:
        return _open({"D": "XXXX-XX-XX"}.get(unit, "XXXX-WXX"))
    if unit == "D":
        return _day(base.date + timedelta(days=offset), anchored_on)
    return _week(base.date + timedelta(weeks=offset), anchored_on, weekend=unit == "WE")


def _day_of_month(shape: DayOfMonth, context: Context) -> Value:
    if context.reference is None or context.reference.month is None:
        return _open(f"XXXX-XX-{shape.day:02d}")
    months = context.reference.year * 12 + context.reference.month - 1 + shape.offset
    year, month = months // 12, months % 12 + 1
    if shape.day > monthrange(year, month)[1]:
        return _open(f"XXXX-XX-{shape.day:02d}")
    return _day(date(year, month, shape.day), "published")


def _weekday(shape: Weekday, context: Context) -> Value:
    told = context.last_told(within=3)
    if shape.origin == "told" and told is not None and told.last is not None:
        return _day(_next(told.last, shape.weekday), told.match)
    if shape.direction is None and told is not None and (day := _within(told, shape.weekday)):
        return _day(day, told.match)
    published = context.reference.date if context.reference else None
    if published is None:
        return _open(f"XXXX-WXX-{shape.weekday}")
    if shape.week_offset is not None:
        monday = published - timedelta(days=published.isoweekday() - 1)
        days = shape.weekday - 1 + 7 * shape.week_offset
        return _day(monday + timedelta(days=days), "published")
    return _day(_near(published, shape, context), "published")


def _near(published: date, shape: Weekday, context: Context) -> date:
    if shape.direction == 1:
        return _next(published, shape.weekday)
    if shape.direction == -1:
        return _previous(published, shape.weekday)
    if context.direction() == "future":
        return _next(published - timedelta(days=1), shape.weekday)
    return _previous(published + timedelta(days=1), shape.weekday)


def _within(told: Told, weekday: int) -> date | None:
    """The day of that name in a stretch just told: "vom 2. bis 4. Mai 2018 … Am Donnerstag"."""
    if told.first is None or told.last is None or not 0 < (told.last - told.first).days <= 7:
        return None
    day = _next(told.first - timedelta(days=1), weekday)
    return day if day <= told.last else None


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)


def _previous(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)


def _feast(shape: Feast, context: Context) -> Value:
    key, _, weekend = shape.key.partition(" ")
    calendar = CalendarDate(shape.year, year_offset=shape.year_offset)
    if shape.year is not None or shape.year_offset is not None:
        year, anchored_on = find_year(calendar, context)
    else:
        year, anchored_on = infer_year(
            lambda each: (feast_day(key, each), feast_day(key, each)),
            context,
            direction=shape.direction,
        )
    if year is None:
        text = f"XXXX-{key}" if is_fixed(key) else "XXXX-XX-XX"
        return _open(text, text if is_fixed(key) else None)
    day = feast_day(key, year)
    return _week(day, anchored_on, weekend=True) if weekend else _day(day, anchored_on)


def _clock(shape: Clock, context: Context) -> Value:
    day = _day_of_clock(shape, context)
    text = day.value if day is not None else "XXXX-XX-XX"
    edtf = None
    if day is not None and day.first is not None and day.first == day.last:
        edtf = f"{text}T{shape.time}:00" if ":" in shape.time and shape.time != "24:00" else text
    anchored_on = day.anchored_on if day is not None else None
    first, last = (day.first, day.last) if day is not None else (None, None)
    year = day.year if day is not None and shape.day is not None else None
    return Value("TIME", f"{text}T{shape.time}", edtf, anchored_on, first, last, year)


def _day_of_clock(shape: Clock, context: Context) -> Value | None:
    if shape.day is not None:
        return resolve(shape.day, context)
    told = context.last_told(within=1 if _goes_on(shape, context) else 0)
    if told is not None and told.first is not None and _is_day(told):
        return _day(told.first, told.match)
    if context.reference is None or context.reference.date is None:
        return None
    return _day(context.reference.date, "published")


def _goes_on(shape: Clock, context: Context) -> bool:
    """Tell whether a time goes on from the sentence before: "am Nachmittag", "um 15 Uhr", but not
    "Forum, 20 Uhr" in a list of events, which each stand for the day of the paper."""
    if ":" not in shape.time:
        return True
    of, index = load_scanner().code_of, context.token - 1
    cues = {of[name] for name in ("UM", "GEGEN", "AB", "BIS", "VOM", "VON", "SEIT", "VOR", "NACH")}
    return index >= 0 and context.tokens.codes[index] in cues and context.direction() == "past"


def _duration(shape: Duration, context: Context) -> Value:
    value = duration_value(shape.number, shape.unit)
    if shape.origin == "told":
        return _told_shift(shape, context) or Value("DURATION", value, None, None)
    edtf = _point(shape, context) if shape.shift else None
    return Value("DURATION", value, edtf, None)


def _told_shift(shape: Duration, context: Context) -> Value | None:
    """ "zwei Wochen später": from the date told before."""
    told = context.last_told(within=3)
    if told is None or told.first is None or not shape.number.isdigit():
        return None
    steps = int(shape.number) * shape.shift
    base = Reference(told.first.year, told.month, told.first.day if _is_day(told) else None)
    if shape.unit == "W" and base.date is not None:
        return _day(base.date + timedelta(weeks=steps), told.match)
    if shape.unit in {"D", "M", "Y"}:
        found = _shifted(base, UnitOffset(shape.unit, steps), told.match)
        return found if found.first is not None else None
    return None


def _point(shape: Duration, context: Context) -> str | None:
    """The point that "vor zwei Jahren" means, as EDTF of the unit's precision."""
    reference = context.reference
    if reference is None or not shape.number.isdigit() or len(shape.number) > 4:
        return None
    steps = int(shape.number) * shape.shift
    try:
        if shape.unit in {"TS", "TM", "TH"}:
            return _moment(reference, shape.unit, steps)
        unit = "D" if shape.unit == "W" else shape.unit
        steps = steps * 7 if shape.unit == "W" else steps
        return _shifted(reference, UnitOffset(unit, steps), "published").edtf
    except (OverflowError, ValueError):
        return None


def _moment(reference: Reference, unit: str, steps: int) -> str | None:
    if reference.date is None or reference.clock is None:
        return None
    start = datetime(*reference.date.timetuple()[:3], *reference.clock)
    seconds = {"TS": 1, "TM": 60, "TH": 3600}[unit]
    return (start + timedelta(seconds=seconds * steps)).isoformat()


def _span(shape: Span, context: Context) -> Value:
    first, last = resolve(shape.first, context), resolve(shape.last, context)
    edtf = f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None
    return Value(
        "DATE", f"{first.value}/{last.value}", edtf, first.anchored_on, first.first, last.last,
        first.year,
    )  # fmt: skip


Resolver = Callable[[Any, Context], Value]
RESOLVERS: Final[dict[type, Resolver]] = {
    CalendarDate: _calendar_date,
    Verbatim: _verbatim,
    UnitOffset: _unit_offset,
    DayOfMonth: _day_of_month,
    Weekday: _weekday,
    Feast: _feast,
    Clock: _clock,
    Duration: _duration,
    Span: _span,
}
