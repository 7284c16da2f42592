"""Full dates as datelines and publication lines write them: "3. März 2024", "03.03.24", ISO.

Only what fixes a publication is read here; all other dates are left to the `dates` package.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

# Named groups would clash where a pattern holds two dates, so dates are read again by `read_date`.
NUMERIC: Final = r"\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d{2})(?!\d)"
ISO: Final = r"\d{4}-\d{2}-\d{2}(?!\d)"
WEEKDAY: Final = (
    r"(?:Mo(?:ntag)?|Di(?:enstag)?|Mi(?:ttwoch)?|Do(?:nnerstag)?|Fr(?:eitag)?|Sa(?:mstag)?|Sonnabend"
    r"|So(?:nntag)?)\b\.?"
)
CLOCK: Final = r"(?:\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?Uhr| ?h)?|\d{1,2} Uhr)"
# Two-digit years: press archives on the web begin in the nineties.
CENTURY_TURN: Final = 70


@cache
def date_shape(months: frozenset[str]) -> str:
    """Return the regular expression of a full date."""
    return rf"(?:{NUMERIC}|{ISO}|{day_month_shape(months)} \d{{4}}(?!\d))"


@cache
def day_month_shape(months: frozenset[str]) -> str:
    """Return the regular expression of a day with its month's name, without year."""
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    return rf"(?:\d{{1,2}}\. ?(?i:{names})\.?)"


def read_date(text: str, months: Mapping[str, int]) -> str | None:
    """Return a date of one of the shapes above as YYYY-MM-DD; `None` if it is none."""
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
        return _calendar(match[1], int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})", text):
        return _calendar(match[3], int(match[2]), int(match[1]))
    if match := re.fullmatch(r"(\d{1,2})\. ?([^\W\d_]+)\.? (\d{4})", text):
        month = months.get(match[2].casefold())
        return _calendar(match[3], month, int(match[1])) if month else None
    return None


def read_month(text: str, months: Mapping[str, int]) -> str | None:
    """Return "Juli 2013" or "2013-07" as YYYY-MM, or `None`."""
    if match := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text):
        return text
    if (match := re.fullmatch(r"([^\W\d_]+) (\d{4})", text)) and match[1].casefold() in months:
        date = _calendar(match[2], months[match[1].casefold()], 1)
        return date[:7] if date else None
    return None


def _calendar(year: str, month: int, day: int) -> str | None:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= CENTURY_TURN else 2000
    try:
        date = datetime.date(number, month, day)
    except ValueError:
        return None
    return date.isoformat() if 1800 <= number <= 2100 else None
