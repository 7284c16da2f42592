"""Builders of relative dates: counted from the publication or from a date told before.

Each builder takes a match of one pattern and returns its atoms; see `absolute`.
"""

from __future__ import annotations

from typing import Final, Literal, cast

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
ADJACENT: Final = frozenset({"darauf", "danach", "davor", "zuvor"})
PLURAL_ENDINGS: Final = ("tage", "tagen", "wochen", "monate", "monaten", "jahre", "jahren",
                         "stunden", "minuten", "jahrzehnte", "jahrzehnten", "quartale",
                         "quartalen", "wochenenden")  # fmt: skip


def _part(found: Found, name: str = "part") -> str:
    """Return the part of the day: "Abend" EV, "Morgen" and "früh" MO, "Mitternacht" 00:00."""
    value = found.value(name)
    return "MO" if value == "1" else value


def _direction(found: Found, name: str = "dir") -> int | None:
    return int(found.value(name)) if found.has(name) else None


def is_plural(word: str) -> bool:
    """Tell whether the form of a unit is plural for sure."""
    return word.endswith(PLURAL_ENDINGS)


def today(found: Found) -> list[Atom]:
    day = UnitOffset("D", int(found.value("day")))
    return [found.atom(Clock(_part(found), day) if found.has("part") else day)]


def tomorrow(found: Found) -> list[Atom]:
    """ "morgen" is a day; "am Morgen" a part of one; "Morgen früh" at a sentence's start a day."""
    day = UnitOffset("D", 1)
    if found.has("part"):
        return [found.atom(Clock(_part(found), day))]
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
    return [found.atom(shape, first=found.index("dir"), timex_first=_article(found))]


def _article(found: Found) -> int:
    """Genitive "des laufenden Jahres" and "dieser" are marked without article."""
    if found.has("head") and found.word("head") not in {"des"}:
        return found.index("head")
    return found.index("dir")


def _relative_day(found: Found, offset: int) -> list[Atom]:
    """ "am nächsten Tag" follows what was told; "letzter Tag" is an end."""
    if found.word("dir").startswith("nächst"):
        shape = UnitOffset("D", offset, "told")
        return [found.atom(shape, first=found.index("dir"), timex_first=_article(found))]
    return []


def part_of_unit(found: Found) -> list[Atom]:
    """ "Ende des Jahres", "Anfang kommender Woche"."""
    unit = found.value("unit")
    if unit not in {"W", "M", "Q", "H", "Y", "DE", "CE"} or is_plural(found.word("unit")):
        return []
    shape = UnitOffset(cast(Unit, unit), _direction(found) or 0)
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


def counted_unit(found: Found) -> list[Atom]:
    """ "in der zweiten Woche": counted from the last day told; "am ersten Tag" is that day."""
    unit = found.value("unit")
    if unit not in {"D", "W", "M", "Y"} or is_plural(found.word("unit")):
        return []
    article = found.first - 1 if found.before() in ARTICLES else None
    shape = UnitOffset(cast(Unit, unit), found.number("ord") - 1, "told_day")
    return [found.atom(shape, timex_first=article)]


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
    return [found.atom(Verbatim("DATE", value), first=first, timex_first=_article(found))]


def weekday(found: Found) -> list[Atom]:
    value = found.value("wd").split()
    direction = _direction(found)
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
    part = value[1] if len(value) > 1 else _part(found) if found.has("part") else ""
    return [found.atom(Clock(part, shape) if part else shape)]


def _is_any(found: Found) -> bool:
    """ "an einem Samstag", "an einem einzigen Sonntag": no certain one."""
    return any(found.before(steps) in {"einem", "ein", "einen"} for steps in (1, 2))


def follow(found: Found) -> list[Atom]:
    """ "am darauffolgenden Tag", "im folgenden Jahr": from the last date told."""
    offset, what = int(found.value("dir")), found.value("what")
    first, article = found.index("dir"), _article(found)
    if found.word("what").endswith("tag") and what.isdigit():
        day = Weekday(int(what), offset, origin="told")
        return [found.atom(day, first=first, timex_first=article)]
    if what.isdigit() or is_plural(found.word("what")) or what in {"TS", "TM", "TH", "LY"}:
        return []
    shape = UnitOffset(cast(Unit, what), offset, "told")
    return [found.atom(shape, first=first, timex_first=article)]


def same_unit(found: Found) -> list[Atom]:
    """ "am selben Tag", "in jenem Jahr": the one told before."""
    unit = found.value("unit")
    if unit not in {"D", "W", "M", "Y"} or is_plural(found.word("unit")):
        return []
    first = found.index("dir")
    return [found.atom(UnitOffset(cast(Unit, unit), 0, "told"), first=first)]


def nth_weekday(found: Found) -> list[Atom]:
    """ "der zweite Sonntag im Mai", "letzter Samstag im Oktober"."""
    last = found.word("nth").startswith("letzt")
    nth = -1 if last else found.number("nth")
    if not -1 <= nth <= 5 or nth == 0:
        return []
    named, month = year_of(found), int(found.value("month"))
    return [found.atom(NthWeekday(nth, int(found.value("wd")), CalendarDate(month=month, **named)))]


def next_part(found: Found) -> list[Atom]:
    """ "am nächsten Morgen" follows the day told; "in der vergangenen Nacht" ended today."""
    offset, part = int(found.value("dir")), _part(found)
    if found.word("dir").startswith(("letzt", "vergang", "vorig")):
        return [found.atom(Clock(part, UnitOffset("D", -1)))] if part in {"NI", "EV"} else []
    return [found.atom(Clock(part, UnitOffset("D", offset, "told")))]


def night_to(found: Found) -> list[Atom]:
    """ "in der Nacht zum Sonntag"."""
    if found.value("part") != "NI":
        return []
    return [found.atom(Clock("NI", Weekday(int(found.value("wd")))))]


def thereupon(found: Found) -> list[Atom]:
    """ "zwei Wochen später", "ein Jahr zuvor", "der Woche darauf"."""
    unit, sign = found.value("unit"), int(found.value("dir"))
    if unit == "LY" or unit[:1].isdigit():
        return []
    if not found.has("num"):
        if is_plural(found.word("unit")) or found.word("dir") not in ADJACENT:
            return []
        article = found.first - 1 if found.before() in ARTICLES else None
        return [found.atom(UnitOffset(cast(Unit, unit), sign, "told"), timex_first=article)]
    shape = Duration(count_of(found, "num"), cast(Unit, unit), sign, "told")
    return [found.atom(shape, first=found.index("num"))]


def tags_darauf(found: Found) -> list[Atom]:
    return [found.atom(UnitOffset("D", int(found.value("dir")), "told"))]


def shifted(found: Found) -> list[Atom]:
    """ "Vorjahr", "Folgetag", "heuer"."""
    unit, offset = found.value("word")[0], int(found.value("word")[1:])
    origin: Literal["published", "told"] = "published"
    if found.word("word").startswith(("folge", "vortag", "vorabend", "andern", "tags")):
        origin = "told"
    return [found.atom(UnitOffset(cast(Unit, unit), offset, origin))]


def year_adjective(found: Found) -> list[Atom]:
    return [found.atom(UnitOffset("Y", int(found.value("word"))))]


def day_of_month(found: Found) -> list[Atom]:
    if found.has("unit") and found.value("unit") != "M":
        return []
    day = found.number("day")
    return [found.atom(DayOfMonth(day, _direction(found) or 0))] if 1 <= day <= 31 else []


def turn_of_year(found: Found) -> list[Atom]:
    if not found.has("years"):
        return [found.atom(UnitOffset("Y", 0), modifier="END")]
    first = int(found.value("years")[:4])
    last = CalendarDate(first + 1, 1, 1)
    return [found.atom(Span(CalendarDate(first, 12, 31), last))]
