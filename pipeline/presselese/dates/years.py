"""Which year is meant where the words name none: by tense, publication date or a date told.

Nothing is filled in without one of these; the caller hears which one it was.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from presselese.dates.context import Context, Told
from presselese.dates.shapes import CalendarDate

# First and last month of a part of the year; a winter begins in the year that names it.
PARTS: Final = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12),
}  # fmt: skip
# A date without year belongs to a told full date when it lies at most this far from it: half a
# year is the largest distance at which the nearest year is unique.
NEAR_DAYS: Final = 182
# A day this close to the publication is meant, whatever the guessed tense: on 29 August nobody
# writes "der Brief vom 24. August" of another year without naming it.
CLOSE_DAYS: Final = 21
Bounds = Callable[[int], tuple[date, date] | None]


class Year(NamedTuple):
    """A year and what fixed it: "text", "published", the place of a told match, or None."""

    year: int | None
    anchored_on: str | int | None


def bounds_of(shape: CalendarDate, year: int) -> tuple[date, date] | None:
    """Return first and last day of a calendar date in a year; None where it does not exist."""
    if shape.week is not None:
        try:
            monday = date.fromisocalendar(year, shape.week, 1)
        except ValueError:
            return None
        return monday, monday + timedelta(days=6)
    first, last = PARTS.get(shape.part_of_year, (shape.month or 1, shape.month or 12))
    if shape.day is not None:
        if shape.day > monthrange(year, first)[1]:
            return None
        return date(year, first, shape.day), date(year, first, shape.day)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def find_year(shape: CalendarDate, context: Context) -> Year:
    """Return the year of a calendar date."""
    if shape.year is not None:
        return Year(shape.year, "text")
    if shape.year_offset is not None:
        told = context.last_told(within=3) if shape.year_from_told else None
        if told is not None:
            return Year(told.year + shape.year_offset, told.match)
        return _counted_year(shape.year_offset, context)
    return infer_year(
        lambda year: bounds_of(shape, year),
        context,
        direction=shape.direction,
        weekday=shape.weekday,
    )


def _counted_year(offset: int, context: Context) -> Year:
    if context.reference is None:
        return Year(None, None)
    return Year(context.reference.year + offset, "published")


def infer_year(
    bounds: Bounds,
    context: Context,
    *,
    direction: int | None = None,
    weekday: int | None = None,
) -> Year:
    """Return the year in which a recurring date is meant; `bounds` gives its days in a year."""
    if direction is None:
        told = _told_in_sentence(context)
        if told is not None and not _is_close_to_publication(bounds, context):
            return Year(told.year, told.match)
    if context.reference is not None:
        return Year(_year_near_publication(bounds, context, direction, weekday), "published")
    return _year_near_told(bounds, context)


def _is_close_to_publication(bounds: Bounds, context: Context) -> bool:
    """ "Der seit Oktober 2023 amtierende Konsul kam am 22. Mai", in a paper of 23 May 2024."""
    if context.reference is None or context.reference.date is None:
        return False
    published = context.reference.date
    span = bounds(published.year)
    return span is not None and _distance(span, published, published) <= CLOSE_DAYS


def _told_in_sentence(context: Context) -> Told | None:
    """The date told before in the same sentence, where the sentence looks back on another year.

    "Die 2006 gegründete Firma eröffnet am 10. Februar": an attribute tells nothing of its sentence.
    """
    told = context.last_told(within=0)
    if told is None or told.first is None or context.direction() == "future":
        return None
    after = context.tokens.word(told.token)
    if after[:1].islower() and after.endswith(("te", "ten", "ter", "tes", "ene", "enen")):
        return None
    return told


def _year_near_publication(
    bounds: Bounds, context: Context, direction: int | None, weekday: int | None
) -> int | None:
    reference = context.reference
    assert reference is not None
    if direction == 0 or reference.month is None:
        return reference.year
    days = {year: span for year in range(reference.year - 2, reference.year + 3)
            if (span := bounds(year)) is not None}  # fmt: skip
    fitting = [year for year, span in days.items() if span[0].isoweekday() == weekday]
    if weekday is not None and fitting:
        days = {year: days[year] for year in fitting}
    first, last = _published_days(context)
    past = [year for year, span in days.items() if span[0] <= last]
    future = [year for year, span in days.items() if span[1] >= first]
    if direction is not None:
        past = [year for year, span in days.items() if span[1] < first]
        future = [year for year, span in days.items() if span[0] > last]
    if direction is None:
        near = [year for year, span in days.items() if _distance(span, first, last) <= CLOSE_DAYS]
        if near:
            return near[0]
    tense = context.direction() if direction is None else ("past" if direction < 0 else "future")
    if tense == "past" and past:
        return max(past)
    if tense == "future" and future:
        return min(future)
    return min(days, key=lambda year: (abs((days[year][0] - first).days), year), default=None)


def _distance(span: tuple[date, date], first: date, last: date) -> int:
    """Days between a stretch and the publication, 0 where they meet."""
    return max((span[0] - last).days, (first - span[1]).days, 0)


def _published_days(context: Context) -> tuple[date, date]:
    reference = context.reference
    assert reference is not None and reference.month is not None
    if reference.date is not None:
        return reference.date, reference.date
    last = monthrange(reference.year, reference.month)[1]
    return date(reference.year, reference.month, 1), date(reference.year, reference.month, last)


def _year_near_told(bounds: Bounds, context: Context) -> Year:
    """Without a publication date: the year that brings it nearest to a full date of the article."""
    near: list[tuple[int, int, int]] = []
    for told in context.full_days:
        assert told.first is not None
        for year in (told.year - 1, told.year, told.year + 1):
            span = bounds(year)
            if span is not None and abs((span[0] - told.first).days) <= NEAR_DAYS:
                near.append((abs(told.token - context.token), year, told.match))
    if not near:
        return Year(None, None)
    _, year, match = min(near)
    return Year(year, match)
