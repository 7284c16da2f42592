"""From a shape and its context to a TIMEX3 value: one small resolver a shape.

A value that nothing fixes keeps its unknown digits as X; the caller decides what to show of it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Final

from presselese.dates.amounts import duration_value
from presselese.dates.context import Context, Reference, Told
from presselese.dates.counted import (
    is_day,
    resolve_day_of_month,
    resolve_unit_offset,
    resolve_weekday,
    shifted_value,
)
from presselese.dates.feasts import feast_day, is_fixed
from presselese.dates.lexer import load_scanner
from presselese.dates.shapes import (
    CalendarDate,
    Clock,
    DayOfMonth,
    Duration,
    Feast,
    NthWeekday,
    Shape,
    Span,
    UnitOffset,
    Verbatim,
    Weekday,
)
from presselese.dates.values import (
    EDTF_PARTS,
    Value,
    day_value,
    month_value,
    unfixed_value,
    week_value,
    year_value,
)
from presselese.dates.years import find_year, infer_year


def resolve(shape: Shape, context: Context) -> Value:
    """Return the value of a shape in its context."""
    return RESOLVERS[type(shape)](shape, context)


def _calendar_date(shape: CalendarDate, context: Context) -> Value:
    year, anchored_on = find_year(shape, context)
    if year is None:
        return _without_year(shape)
    if shape.week is not None:
        if shape.week == 53 and date(year, 12, 28).isocalendar().week < 53:
            return unfixed_value(f"{year}-W53")
        return week_value(date.fromisocalendar(year, shape.week, 1), anchored_on)
    if shape.part_of_year:
        value, edtf = f"{year}-{shape.part_of_year}", f"{year}-{EDTF_PARTS[shape.part_of_year]}"
        return Value("DATE", value, edtf, anchored_on, year=year)
    if shape.month is None:
        return year_value(year, anchored_on)
    if shape.day is None:
        return month_value(year, shape.month, anchored_on)
    if shape.day > monthrange(year, shape.month)[1]:
        return _without_year(shape)
    return day_value(date(year, shape.month, shape.day), anchored_on)


def _without_year(shape: CalendarDate) -> Value:
    if shape.week is not None:
        return unfixed_value(f"XXXX-W{shape.week:02d}")
    if shape.part_of_year:
        return unfixed_value(f"XXXX-{shape.part_of_year}")  # EDTF has no season of an open year
    if shape.month is None:
        return unfixed_value("XXXX", "XXXX")
    text = f"XXXX-{shape.month:02d}" + (f"-{shape.day:02d}" if shape.day else "")
    return unfixed_value(text, text)


def _verbatim(shape: Verbatim, context: Context) -> Value:
    return Value(shape.type, shape.value, shape.edtf, "text" if shape.edtf else None)


def _told_in_sentence(context: Context) -> Told | None:
    told = context.last_told(within=0)
    return told if told is not None and told.first is not None else None


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
        return unfixed_value(text, text if is_fixed(key) else None)
    day = feast_day(key, year)
    return week_value(day, anchored_on, weekend=True) if weekend else day_value(day, anchored_on)


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
    if told is not None and told.first is not None and is_day(told):
        return day_value(told.first, told.match)
    if context.reference is None or context.reference.date is None:
        return None
    return day_value(context.reference.date, "published")


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
    base = Reference(told.first.year, told.month, told.first.day if is_day(told) else None)
    if shape.unit == "W" and base.date is not None:
        return day_value(base.date + timedelta(weeks=steps), told.match)
    if shape.unit in {"D", "M", "Y"}:
        found = shifted_value(base, UnitOffset(shape.unit, steps), told.match)
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
        return shifted_value(reference, UnitOffset(unit, steps), "published").edtf
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


def _nth_weekday(shape: NthWeekday, context: Context) -> Value:
    year, anchored_on = find_year(shape.month, context)
    month = shape.month.month or 1
    if year is None:
        return unfixed_value(f"XXXX-{month:02d}")
    days = [
        day
        for day in range(1, monthrange(year, month)[1] + 1)
        if date(year, month, day).isoweekday() == shape.weekday
    ]
    at = shape.nth if shape.nth < 0 else shape.nth - 1
    if at >= len(days):
        return unfixed_value(f"{year:04d}-{month:02d}")
    return day_value(date(year, month, days[at]), anchored_on)


Resolver = Callable[[Any, Context], Value]
RESOLVERS: Final[dict[type, Resolver]] = {
    CalendarDate: _calendar_date,
    Verbatim: _verbatim,
    UnitOffset: resolve_unit_offset,
    DayOfMonth: resolve_day_of_month,
    Weekday: resolve_weekday,
    NthWeekday: _nth_weekday,
    Feast: _feast,
    Clock: _clock,
    Duration: _duration,
    Span: _span,
}
