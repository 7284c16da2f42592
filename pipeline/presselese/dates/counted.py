"""Values of what counts from an anchor: units, weekdays, days of the running month.

The anchor is the publication or a date told before; see `context`.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from presselese.dates.context import Context, Reference, Told
from presselese.dates.shapes import DayOfMonth, UnitOffset, Weekday
from presselese.dates.values import (
    EDTF_PARTS,
    Value,
    day_value,
    month_value,
    unfixed_value,
    week_value,
    year_value,
)

WEEKEND_TOLD: Final = 5  # a Friday's paper says "am Wochenende" of the days to come
SATURDAY: Final = 6
SECOND_HALF: Final = 7  # from July on "im neuen Jahr" is the next one
STRETCH_REACH: Final = 3  # in sentences
UNKNOWN: Final = {"D": "XXXX-XX-XX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}


def resolve_unit_offset(shape: UnitOffset, context: Context) -> Value:
    told = _origin(shape, context)
    if told is not None and told.first is not None:
        exact = is_day(told) or (shape.unit == "W" and _is_week(told))
        month, day = (told.first.month, told.first.day) if exact else (told.month, None)
        return shifted_value(Reference(told.first.year, month, day), shape, told.match)
    if shape.origin == "told_day":
        return unfixed_value(UNKNOWN.get(shape.unit, "XXXX"))
    if context.reference is None:
        return unfixed_value(UNKNOWN.get(shape.unit, "XXXX"))
    if shape.unit == "WE" and context.reference.date is not None:
        shape = replace(shape, offset=_weekend_offset(shape, context, context.reference.date))
    if shape.unit == "Y" and shape.origin == "tense":
        shape = replace(shape, offset=1 if (context.reference.month or 1) >= SECOND_HALF else 0)
    return shifted_value(context.reference, shape, "published")


def is_day(told: Told) -> bool:
    return told.first is not None and told.first == told.last


def _origin(shape: UnitOffset, context: Context) -> Told | None:
    if shape.origin == "told":
        return context.last_told(within=3)
    if shape.origin == "told_day":
        return next((told for told in reversed(context.told) if is_day(told)), None)
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


def shifted_value(base: Reference, shape: UnitOffset, anchored_on: str | int) -> Value:
    unit, offset = shape.unit, shape.offset
    if unit == "Y":
        return year_value(base.year + offset, anchored_on)
    if unit in {"DE", "CE"}:
        digits = str((base.year // (10 if unit == "DE" else 100)) + offset)
        return Value("DATE", digits, digits.ljust(4, "X"), anchored_on)
    if base.month is None:
        return unfixed_value(UNKNOWN.get(unit, "XXXX"))
    if unit == "M":
        months = base.year * 12 + base.month - 1 + offset
        return month_value(months // 12, months % 12 + 1, anchored_on)
    if unit in {"Q", "H"}:
        length = 3 if unit == "Q" else 6
        parts = (base.year * 12 + base.month - 1) // length + offset
        year, part = divmod(parts, 12 // length)
        shape_of_part = f"{unit}{part + 1}"
        edtf = f"{year}-{EDTF_PARTS[shape_of_part]}"
        return Value("DATE", f"{year}-{shape_of_part}", edtf, anchored_on, year=year)
    if base.date is None:
        return unfixed_value(UNKNOWN[unit])
    if unit == "D":
        return day_value(base.date + timedelta(days=offset), anchored_on)
    return week_value(base.date + timedelta(weeks=offset), anchored_on, weekend=unit == "WE")


def resolve_day_of_month(shape: DayOfMonth, context: Context) -> Value:
    if context.reference is None or context.reference.month is None:
        return unfixed_value(f"XXXX-XX-{shape.day:02d}")
    months = context.reference.year * 12 + context.reference.month - 1 + shape.offset
    year, month = months // 12, months % 12 + 1
    if shape.day > monthrange(year, month)[1]:
        return unfixed_value(f"XXXX-XX-{shape.day:02d}")
    return day_value(date(year, month, shape.day), "published")


def resolve_weekday(shape: Weekday, context: Context) -> Value:
    told = context.last_told(within=3)
    if shape.origin == "told" and told is not None and told.last is not None:
        return day_value(_next(told.last, shape.weekday), told.match)
    stretch = _stretch(context) if shape.direction is None else None
    if stretch is not None and (day := _within(stretch, shape, context)):
        return day_value(day, stretch.match)
    published = context.reference.date if context.reference else None
    if published is None:
        return unfixed_value(f"XXXX-WXX-{shape.weekday}")
    if shape.week_offset is not None:
        monday = published - timedelta(days=published.isoweekday() - 1)
        days = shape.weekday - 1 + 7 * shape.week_offset
        return day_value(monday + timedelta(days=days), "published")
    return day_value(_near(published, shape, context), "published")


def _stretch(context: Context) -> Told | None:
    """The stretch of days told last, a few sentences back at most; without a publication date
    nothing else can be meant, however far back."""
    reach = STRETCH_REACH if context.reference is not None else None
    told = context.last_stretch
    is_near = told is not None and (reach is None or context.sentence - told.sentence <= reach)
    return told if is_near else None


def _near(published: date, shape: Weekday, context: Context) -> date:
    if shape.direction == 1:
        return _next(published, shape.weekday)
    if shape.direction == -1:
        return _previous(published, shape.weekday)
    if context.direction() == "future":
        return _next(published - timedelta(days=1), shape.weekday)
    return _previous(published + timedelta(days=1), shape.weekday)


def _within(told: Told, shape: Weekday, context: Context) -> date | None:
    """The day of that name in a stretch just told: "vom 2. bis 4. Mai 2018 … Am Donnerstag"; not
    where the verb looks back and the stretch lies ahead of the publication."""
    if told.first is None or told.last is None:
        return None
    published = context.reference.date if context.reference else None
    if published is not None and (told.first > published) == (context.direction() == "past"):
        return None
    day = _next(told.first - timedelta(days=1), shape.weekday)
    return day if day <= told.last else None


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)


def _previous(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)
