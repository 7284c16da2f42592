"""What an expression says before it is anchored: small frozen shapes, one a way of meaning time.

Built by the grammar, resolved by `resolve`; no shape knows the publication date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["TS", "TM", "TH", "D", "WE", "W", "M", "Q", "H", "Y", "DE", "CE", "ML"]


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, month, season, quarter, half or year; `year` None where the words do not name it.

    `year_offset` counts from the year of the anchor ("Mai vergangenen Jahres": -1), with
    `year_from_told` from the last year told ("August desselben Jahres": 0); `direction`
    says which of the same name is meant ("vergangenen Mai": -1, "kommenden Herbst": 1).
    `weekday` (1 Monday to 7 Sunday) is what stands beside the date, kept for choosing its year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part_of_year: str = ""
    week: int | None = None
    weekday: int | None = None
    year_offset: int | None = None
    direction: int | None = None
    year_from_told: bool = False


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A value that needs no anchor: decades, sets, references, spans of whole years."""

    type: str
    value: str
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class UnitOffset:
    """A whole unit counted from an anchor: "kommende Woche" is ("W", 1, from the publication).

    `origin` told: counted from the last date told ("am Tag darauf"), told_day: from the last full
    day ("in der zweiten Woche"), tense: the verb says which ("am Wochenende"), else publication.
    """

    unit: Unit
    offset: int
    origin: Literal["published", "told", "told_day", "tense"] = "published"


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of the anchor's month ("am 3. des Monats"), `offset` months away."""

    day: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Weekday:
    """A named weekday; `week_offset` where the words name the week, `direction` where they say
    "kommenden" (1), "vergangenen" (-1) or "diesen" (0)."""

    weekday: int
    direction: int | None = None
    week_offset: int | None = None
    origin: Literal["published", "told"] = "published"


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The nth weekday of a month (-1 the last): "der zweite Sonntag im Mai"."""

    nth: int
    weekday: int
    month: CalendarDate


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by its key in `lexicons/holidays.tsv`."""

    key: str
    year: int | None = None
    year_offset: int | None = None
    direction: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day ("15:15", "MO" for the morning) on `day`, or on the day told or published."""

    time: str
    day: UnitOffset | Weekday | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `shift` is -1 after "vor", 1 after "in": then it also means a point."""

    number: str
    unit: Unit
    shift: int = 0
    origin: Literal["published", "told"] = "published"


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another, both ends included."""

    first: CalendarDate
    last: CalendarDate


Shape = (
    CalendarDate
    | Verbatim
    | UnitOffset
    | DayOfMonth
    | Weekday
    | NthWeekday
    | Feast
    | Clock
    | Duration
    | Span
)
