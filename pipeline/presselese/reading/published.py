"""Publication dates as metadata, file names and options state them; text is left to `cleaning`.

Only complete, unmistakable forms are read: a date that could mean two days is no date.
"""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from typing import Final

# Years outside this range are typing errors or serial numbers, not press articles.
FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2100

# 2024-03-05, 2024-03-05T10:00+01:00, 20240305T100000+0100 (NITF), 2024-03, 2024
ISO: Final = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?|(?P<m2>\d{2})(?P<d2>\d{2}))?"
    r"(?:[T ]\d{2}.*)?",
    re.DOTALL,
)
GERMAN: Final = re.compile(
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?:\D.*)?", re.DOTALL
)
FILE_NAME: Final = (
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<sep>[-_.])(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{2})(?P<sep>[-_.])(?P<m>\d{2})(?P=sep)(?P<y>\d{4})(?!\d)"),
)


def iso_date(stated: str | None) -> str | None:
    """Return a metadata date as YYYY[-MM[-DD]], or `None` where it is none.

    Reads ISO 8601, its compact form, RFC 5322 mail dates and dd.mm.yyyy. The day is the one that
    the sender's clock showed: no time zone is applied.
    """
    value = (stated or "").strip()
    for shape in (ISO, GERMAN):
        if match := shape.fullmatch(value):
            part = match.groupdict()
            return calendar_date(
                part["y"], part["m"] or part.get("m2"), part["d"] or part.get("d2")
            )
    return _mail_date(value)


def file_name_date(stem: str) -> str | None:
    """Return the one full date that a file name states, or `None` where it states none or two."""
    found = {
        date
        for shape in FILE_NAME
        for match in shape.finditer(stem)
        if (date := calendar_date(match["y"], match["m"], match["d"]))
    }
    return found.pop() if len(found) == 1 else None


def calendar_date(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """Return YYYY[-MM[-DD]] for a date that the calendar has, else `None`."""
    try:
        date = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not FIRST_YEAR <= date.year <= LAST_YEAR:
        return None
    return date.isoformat()[: 10 if day else 7 if month else 4]


def _mail_date(value: str) -> str | None:
    try:
        date = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return calendar_date(str(date.year), str(date.month), str(date.day))
