"""Builders of dates that follow on what was told before: "tags darauf", "zwei Wochen später".

Each builder takes a match of one pattern and returns its atoms; see `absolute`. Which date was told
before is left to `context`.
"""

from __future__ import annotations

from typing import Final, Literal, cast

from presselese.dates.amounts import count_of
from presselese.dates.atoms import Atom, Found
from presselese.dates.relative import ARTICLES, article_of, is_plural, part_of_day_code
from presselese.dates.shapes import Clock, Duration, Unit, UnitOffset, Weekday

ADJACENT: Final = frozenset({"darauf", "danach", "davor", "zuvor"})


def counted_unit(found: Found) -> list[Atom]:
    """ "in der zweiten Woche": counted from the last day told; "am ersten Tag" is that day."""
    unit = found.value("unit")
    if unit not in {"D", "W", "M", "Y"} or is_plural(found.word("unit")):
        return []
    article = found.first - 1 if found.before() in ARTICLES else None
    shape = UnitOffset(cast(Unit, unit), found.number("ord") - 1, "told_day")
    return [found.atom(shape, timex_first=article)]


def follow(found: Found) -> list[Atom]:
    """ "am darauffolgenden Tag", "im folgenden Jahr": from the last date told."""
    offset, what = int(found.value("dir")), found.value("what")
    first, article = found.index("dir"), article_of(found)
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


def next_part(found: Found) -> list[Atom]:
    """ "am nächsten Morgen" follows the day told; "in der vergangenen Nacht" ended today."""
    offset, part = int(found.value("dir")), part_of_day_code(found)
    if found.word("dir").startswith(("letzt", "vergang", "vorig")):
        return [found.atom(Clock(part, UnitOffset("D", -1)))] if part in {"NI", "EV"} else []
    return [found.atom(Clock(part, UnitOffset("D", offset, "told")))]


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
