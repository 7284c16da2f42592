"""The day of a feast in a year, from its key in `lexicons/holidays.tsv`.

Western church feasts count from Easter Sunday (Gregorian computus); tests compare the result with
the `holidays` package.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

KEY: Final = re.compile(
    r"(?P<base>E|A)(?P<shift>[+-]\d+)|(?P<month>\d\d)-(?:(?P<day>\d\d)|SUN(?P<nth>\d))"
)


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (Butcher's algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def fourth_advent(year: int) -> date:
    """Return the last Sunday before Christmas Day."""
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=christmas.isoweekday())


def feast_day(key: str, year: int) -> date:
    """Return the day of the feast; a weekend's key gives its Sunday.

    >>> feast_day("E+1", 2024), feast_day("BUSSTAG", 2024)
    (datetime.date(2024, 4, 1), datetime.date(2024, 11, 20))
    """
    if key == "BUSSTAG":  # the Wednesday before the last Sunday of the church year
        return fourth_advent(year) - timedelta(days=32)
    match = KEY.match(key)
    if match is None:
        raise ValueError(f"unknown feast key {key!r}")
    if match["base"]:
        if match["base"] == "E":
            return easter(year) + timedelta(days=int(match["shift"]))
        return fourth_advent(year) + timedelta(weeks=int(match["shift"]))
    month = int(match["month"])
    if match["day"]:
        return date(year, month, int(match["day"]))
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.isoweekday()) % 7 + 7 * (int(match["nth"]) - 1))


def is_fixed(key: str) -> bool:
    """Tell whether the feast has the same month and day in every year."""
    return re.fullmatch(r"\d\d-\d\d", key) is not None
