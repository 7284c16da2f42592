"""Builders of times of day: "15.15 Uhr", "9 bis 17 Uhr", "halb drei", "am Nachmittag".

Each builder takes a match of one pattern and returns its atoms; see `absolute`.
"""

from __future__ import annotations

from typing import Final

from presselese.dates.atoms import Atom, Found
from presselese.dates.lexicon import load_lexicon
from presselese.dates.shapes import Clock

AFTERNOON: Final = frozenset({"AF", "EV"})


def _clock_time(hour: int, minute: int, part: str = "") -> str | None:
    if part in AFTERNOON and hour < 12:
        hour += 12
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"{hour:02d}:{minute:02d}"


def _read(text: str) -> tuple[int, int]:
    """Return hour and minute of "15.15", "9", "9:30", "9h"."""
    hour, _, minute = text.rstrip("h").replace(".", ":").partition(":")
    return int(hour), int(minute[:2] or 0)


def _part(found: Found) -> str:
    for name in ("part", "part2"):
        if found.has(name):
            return found.value(name).split()[-1]
    return ""


def clock(found: Found) -> list[Atom]:
    if found.has("hm") or found.has("h"):
        hour, minute = _read(found.value("hm" if found.has("hm") else "h"))
    else:
        hour, minute = found.number("hour"), found.number("min") if found.has("min") else 0
    time = _clock_time(hour, minute, _part(found))
    return [found.atom(Clock(time))] if time else []


def clock_list(found: Found) -> list[Atom]:
    """ "14.30-18 Uhr", "9 bis 12 und 14 bis 17 Uhr": one time each, "Uhr" belongs to the last."""
    values = found.tokens.values
    indexes = [i for i in range(found.first, found.end) if values[i][:1].isdigit()]
    times = [_clock_time(*_read(values[index]), _part(found)) for index in indexes]
    atoms = []
    for index, following, time in zip(indexes, [*indexes[1:], None], times, strict=True):
        if time is None:
            return []
        end = found.end if following is None else index + 1
        if following is not None and found.tokens.word(index + 1).lower() == "uhr":
            end = index + 2
        lone = following is None or end == index + 2
        atoms.append(found.atom(Clock(time), first=index, end=end, stands_alone=lone))
    return atoms


def clock_cued(found: Found) -> list[Atom]:
    """ "um 15:30", "von 9:30 bis 11:00", "heute um 8": times whose "Uhr" is left out."""
    if load_lexicon().has_role(found.after().lower(), "amount") or found.after()[:1] in {"%", "€"}:
        return []  # "um 3.40 Euro"
    if found.has("hour"):
        first = _clock_time(found.number("hour"), 0)
        named = found.after()[:1].isupper() or found.after()[:1].isdigit()
        return [found.atom(Clock(first))] if first and not named else []
    times = [_clock_time(*_read(found.value(name))) for name in ("hm", "to") if found.has(name)]
    if None in times or ("." in found.value("hm") and found.after()[:1].isupper()):
        return []
    indexes = [found.index(name) for name in ("hm", "to") if found.has(name)]
    return [
        found.atom(Clock(time), first=index, end=index + 1)
        for index, time in zip(indexes, times, strict=True)
        if time
    ]


def spoken_clock(found: Found) -> list[Atom]:
    """ "halb drei" is 2:30, "Viertel nach drei" 3:15, "zehn vor acht" 7:50."""
    hour = found.number("hour")
    if found.has("rel"):
        minute = -30 if found.word("rel") == "halb" else -15
    else:
        quarter = found.value("quarter")
        minute = int(quarter) * (-1 if found.word("dir") == "vor" else 1)
    total = hour * 60 + minute
    time = _clock_time(total // 60, total % 60) if 0 <= total <= 24 * 60 else None
    return [found.atom(Clock(time))] if time else []


def clock_noun(found: Found) -> list[Atom]:
    return [found.atom(Clock(found.value("word")))]


def part_of_day(found: Found) -> list[Atom]:
    """ "am Nachmittag", "den frühen Morgenstunden"; "der Morgen" needs a capital."""
    word = found.tokens.word(found.index("part"))
    value = found.value("part")
    if word == "morgen" or found.after()[:1] == "-":
        return []
    article = found.first - 1 if word.endswith("stunden") else None
    return [found.atom(Clock("MO" if value == "1" else value), timex_first=article)]
