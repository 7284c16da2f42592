"""Builders of relative dates: counted from the publication or from a date told before.

Each builder takes a match of one pattern and returns its atoms; see `absolute`.
"""

from __future__ import annotations

from typing import Final, cast

from presselese.dates.absolute import year_of
from presselese.dates.amounts import count_of
from presselese.dates.atoms import Atom, Found
from presselese.dates.guards import is_after_title
from presselese.dates.shapes import (
    CalendarDate,
    Clock,
    DayOfMonth,
    Duration,
    NthWeekday,
    Span,
    Unit,
    UnitOffset,
    Verbatim,
    Weekday,
)

WEEKDAYS: Final = frozenset(
    ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"]
)
PARTS_OF_DAY: Final = frozenset({"MO", "MI", "AF", "EV", "NI"})
ARTICLES: Final = frozenset({"der", "die", "das", "den", "dem"})
PLURAL_ENDINGS: Final = ("tage", "tagen", "wochen", "monate", "monaten", "jahre", "jahren",
                         "stunden", "minuten", "jahrzehnte", "jahrzehnten", "quartale",
                         "quartalen", "wochenenden")  # fmt: skip


def part_of_day_code(found: Found, name: str = "part") -> str:
    """Return the part of the day: "Abend" EV, "Morgen" and "früh" MO, "Mitternacht" 00:00."""
    value = found.value(name)
    return "MO" if value == "1" else value


def direction_of(found: Found, name: str = "dir") -> int | None:
    return int(found.value(name)) if found.has(name) else None


def is_plural(word: str) -> bool:
    """Tell whether the form of a unit is plural for sure."""
    return word.endswith(PLURAL_ENDINGS)


def today(found: Found) -> list[Atom]:
    day = UnitOffset("D", int(found.value("day")))
    return [found.atom(Clock(part_of_day_code(found), day) if found.has("part") else day)]


def tomorrow(found: Found) -> list[Atom]:
    """ "morgen" is a day; "am Morgen" a part of one; "Morgen früh" at a sentence's start a day."""
    day = UnitOffset("D", 1)
    if found.has("part"):
        return [found.atom(Clock(part_of_day_code(found), day))]
    word = found.tokens.word(found.first)
    if word == "Morgen" and found.before() not in {"", ".", "!", "?", ":", "„", "“", '"', "»", ")"}:
        return []
    if found.before() in {"guten", "hektar", "am", "zum"}:
        return []
    return [found.atom(day)]


def todays(found: Found) -> list[Atom]:
    """ "am heutigen Samstag": the day of publication; corpora mark the noun alone."""
    core = found.index("what")
    day = UnitOffset("D", int(found.value("day")))
    part = found.value("what").split()[-1]
    if part == "D" or found.word("what") in WEEKDAYS:
        return [found.atom(day, timex_first=core)]
    if part in PARTS_OF_DAY:
        return [found.atom(Clock(part, day), timex_first=core)]
    return [found.atom(Clock("MO", day), timex_first=core)] if part == "1" else []


def relative_unit(found: Found) -> list[Atom]:
    """ "kommende Woche", "dieses Jahr"; the article is part of it in the TIMEX3 corpora."""
    unit = found.value("unit")
    if is_plural(found.word("unit")) or unit in {"TS", "TM", "TH", "LY"} or unit[:1].isdigit():
        return []
    if found.word("unit").startswith(("semester", "trimester")):  # of no fixed months
        return []
    offset = int(found.value("dir"))
    if unit == "D":
        return _relative_day(found, offset)
    shape = UnitOffset(cast(Unit, unit), offset)
    return [found.atom(shape, first=found.index("dir"), timex_first=article_of(found))]


def article_of(found: Found) -> int:
    """Genitive "des laufenden Jahres" and "dieser" are marked without article."""
    if found.has("head") and found.word("head") not in {"des"}:
        return found.index("head")
    return found.index("dir")


def _relative_day(found: Found, offset: int) -> list[Atom]:
    """ "am nächsten Tag" follows what was told; "letzter Tag" is an end."""
    if found.word("dir").startswith("nächst"):
        shape = UnitOffset("D", offset, "told")
        return [found.atom(shape, first=found.index("dir"), timex_first=article_of(found))]
    return []


def part_of_unit(found: Found) -> list[Atom]:
    """ "Ende des Jahres", "Anfang kommender Woche"."""
    unit = found.value("unit")
    if unit not in {"W", "M", "Q", "H", "Y", "DE", "CE"} or is_plural(found.word("unit")):
        return []
    shape = UnitOffset(cast(Unit, unit), direction_of(found) or 0)
    return [found.atom(shape, modifier=found.value("part"))]


def weekend(found: Found) -> list[Atom]:
    """ "am Wochenende": which one, its verb and the day of the paper say."""
    if found.value("unit") != "WE":
        return []
    return [found.atom(UnitOffset("WE", 0, "tense"))]


def new_year(found: Found) -> list[Atom]:
    """ "im neuen Jahr": the next one in an autumn's paper, the running one in spring."""
    if is_plural(found.word("unit")):
        return []
    return [found.atom(UnitOffset("Y", 0, "tense"))]


def course_of_unit(found: Found) -> list[Atom]:
    """ "im Laufe des Jahres", "im Verlauf der Woche": the running unit."""
    unit = found.value("unit")
    if unit not in {"D", "W", "M", "Q", "H", "Y"} or is_plural(found.word("unit")):
        return []
    core = found.index("unit")
    return [found.atom(UnitOffset(cast(Unit, unit), 0), first=core, timex_first=core - 1)]


def todays_alone(found: Found) -> list[Atom]:
    """ "die gestrige Sitzung"; "das heutige Polen" speaks of no day."""
    offset = int(found.value("day"))
    return [found.atom(UnitOffset("D", offset))] if offset else []


def weekday_in(found: Found) -> list[Atom]:
    """ "Montag in einer Woche", "heute vor zwei Wochen"."""
    number, unit = count_of(found, "num"), found.value("unit")
    if unit not in {"W", "D"} or not number.isdigit():
        return []
    steps = int(number) * (7 if unit == "W" else 1)
    past = found.tokens.word(found.index("num") - 1).lower() == "vor"
    if found.word("day") in WEEKDAYS:
        weeks = -1 if past else 1
        return [found.atom(Weekday(int(found.value("day")), week_offset=weeks * (steps // 7)))]
    return [found.atom(UnitOffset("D", int(found.value("day")) + (-steps if past else steps)))]


def unit_part(found: Found) -> list[Atom]:
    """ "Jahresende", "Monatsbeginn", "Jahresende 2017"."""
    unit, modifier = found.value("part").split()
    named = year_of(found)
    if unit == "Y" and named:
        return [found.atom(CalendarDate(**named), modifier=modifier)]
    return [found.atom(UnitOffset(cast(Unit, unit), 0), modifier=modifier)]


def counted_stretch(found: Found) -> list[Atom]:
    """ "nächsten 15 Jahren": a length; the record shows it whole, corpora from the number on."""
    number, unit = count_of(found, "num"), found.value("unit")
    if unit == "LY":
        return []
    shape = Duration(number, cast(Unit, unit))
    return [found.atom(shape, first=found.index("dir"), timex_first=found.index("num"))]


def plural_stretch(found: Found) -> list[Atom]:
    """ "in den vergangenen Jahren", "in den kommenden Wochen", "dieser Tage"."""
    if not is_plural(found.word("unit")) and found.word("unit") != "tage":
        return []
    offset = int(found.value("dir"))
    value = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[max(-1, min(1, offset))]
    first = found.index("dir")
    if not is_plural(found.tokens.word(found.end - 1).lower()):  # "Wochen und Monaten"
        return []
    return [found.atom(Verbatim("DATE", value), first=first, timex_first=article_of(found))]


def weekday(found: Found) -> list[Atom]:
    value = found.value("wd").split()
    direction = direction_of(found)
    week_offset = None
    if found.has("of"):
        if found.value("unit") != "W":
            return []
        week_offset = int(found.value("of"))
    elif direction == 2 or direction == -2:
        week_offset = direction // 2
    if direction is None and is_after_title(found):
        return []
    if direction is None and week_offset is None and _is_any(found):
        return [found.atom(Verbatim("DATE", f"XXXX-WXX-{value[0]}"))]
    shape = Weekday(int(value[0]), direction, week_offset)
    part = value[1] if len(value) > 1 else part_of_day_code(found) if found.has("part") else ""
    return [found.atom(Clock(part, shape) if part else shape)]


def _is_any(found: Found) -> bool:
    """ "an einem Samstag", "an einem einzigen Sonntag": no certain one."""
    return any(found.before(steps) in {"einem", "ein", "einen"} for steps in (1, 2))


def nth_weekday(found: Found) -> list[Atom]:
    """ "der zweite Sonntag im Mai", "letzter Samstag im Oktober"."""
    last = found.word("nth").startswith("letzt")
    nth = -1 if last else found.number("nth")
    if not -1 <= nth <= 5 or nth == 0:
        return []
    named, month = year_of(found), int(found.value("month"))
    return [found.atom(NthWeekday(nth, int(found.value("wd")), CalendarDate(month=month, **named)))]


def night_to(found: Found) -> list[Atom]:
    """ "in der Nacht zum Sonntag"."""
    if found.value("part") != "NI":
        return []
    return [found.atom(Clock("NI", Weekday(int(found.value("wd")))))]


def year_adjective(found: Found) -> list[Atom]:
    return [found.atom(UnitOffset("Y", int(found.value("word"))))]


def day_of_month(found: Found) -> list[Atom]:
    if found.has("unit") and found.value("unit") != "M":
        return []
    day = found.number("day")
    return [found.atom(DayOfMonth(day, direction_of(found) or 0))] if 1 <= day <= 31 else []


def turn_of_year(found: Found) -> list[Atom]:
    if not found.has("years"):
        return [found.atom(UnitOffset("Y", 0), modifier="END")]
    first = int(found.value("years")[:4])
    last = CalendarDate(first + 1, 1, 1)
    return [found.atom(Span(CalendarDate(first, 12, 31), last))]
