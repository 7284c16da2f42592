"""What a record shows of the matches: the calendar expressions that fix a day, week, month or year.

Left out: times of day, vague references ("derzeit", "seit Jahren"), decades and centuries,
recurring weekdays, and relative words that nothing anchors ("heute" without publication date).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from presselese.dates.parse import DateMatch

QUARTER_MONTHS: Final = {
    "Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12"),
    "H1": ("01", "06"), "H2": ("07", "12"),
}  # fmt: skip
PART: Final = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<part>Q[1-4]|H[12]|SP|SU|FA|WI)")
# A day, month, year or week whose unknown digits are those of the year alone; "XXXX" alone is none.
FIXED: Final = re.compile(r"(?:\d{4}|XXXX-(?:\d\d|W\d\d(?=$)))(?:-\d\d(?:-\d\d)?|-W\d\d(?:-WE)?)?")
DIGIT: Final = re.compile(r"\d")
LENGTH: Final = re.compile(r"PT?\d+(?:\.\d+)?[A-Z]+")
REPEATED: Final = frozenset({"set.each", "set.every", "set.times", "set.word", "set.adjective"})


def shown_dates(matches: Sequence[DateMatch]) -> list[tuple[int, DateMatch]]:
    """Return the matches that a record shows, in the values of a record, each with its place."""
    shown = ((place, _as_shown(match)) for place, match in enumerate(matches))
    return [(place, match) for place, match in shown if match is not None]


def _as_shown(match: DateMatch) -> DateMatch | None:
    if match.type == "TIME":
        return _day_of_time(match)
    if match.type == "SET" and match.rule not in REPEATED:
        return None
    if match.length is not None and match.type == "DATE":  # "zwei Wochen später"
        match = replace(match, type="DURATION", value=match.length, anchored_on=None)
    if match.type in {"DURATION", "SET"}:
        fixed = LENGTH.fullmatch(match.value) and match.stands_alone
        return replace(match, edtf=None) if fixed else None
    parts = [_calendar_value(value) for value in match.value.split("/")]
    if None in parts:
        return None
    value = "/".join(part for part in parts if part)
    edtf = match.edtf if value == match.value else value
    return replace(match, value=value, edtf=edtf)


def _day_of_time(match: DateMatch) -> DateMatch | None:
    """ "gestern Abend" names a day, "um 15 Uhr" does not."""
    day = match.value.partition("T")[0]
    if not match.rule.startswith("relative.") or not FIXED.fullmatch(day):
        return None
    return replace(match, type="DATE", value=day, edtf=day)


def _calendar_value(value: str) -> str | None:
    """Return a season as its year and a quarter as its months; None for what fixes no date."""
    part = PART.fullmatch(value)
    if part is None:
        return value if FIXED.fullmatch(value) else None
    year, months = part["year"], QUARTER_MONTHS.get(part["part"])
    if months is not None:
        return f"{year}-{months[0]}/{year}-{months[1]}"
    return year if year != "XXXX" else None


def to_dates(
    matches: Sequence[DateMatch], text: str, people: Sequence[tuple[int, int]] = ()
) -> list[dict[str, Any]]:
    """Return `records.Date` as dicts, with ids in text order and `anchored_on` pointing to them.

    `people` are the stretches of people's names: "Bürgermeister Sommer" is no season.
    """
    shown = [
        (place, match)
        for place, match in shown_dates(matches)
        if DIGIT.search(text, match.start, match.end)
        or not any(start <= match.start and match.end <= end for start, end in people)
    ]
    ids = {place: f"dat_{number}" for number, (place, _) in enumerate(shown, start=1)}
    return [
        {
            "id": ids[place],
            "start_char": match.start,
            "end_char": match.end,
            "text": text[match.start : match.end],
            "type": match.type,
            "value": match.value,
            "modifier": match.modifier,
            "anchored_on": _anchor(match.anchored_on, ids, matches),
            "edtf": match.edtf,
            "rule": f"date.{match.rule}",
        }
        for place, match in shown
    ]


def _anchor(
    anchored_on: str | int | None, ids: dict[int, str], matches: Sequence[DateMatch]
) -> str | None:
    """Name the date that fixed a value; one that the record leaves out hands on its own anchor."""
    for _ in matches:
        if not isinstance(anchored_on, int):
            return anchored_on
        if anchored_on in ids:
            return ids[anchored_on]
        anchored_on = matches[anchored_on].anchored_on
    return None


def year_warnings(dates: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a `records.Warning` as a dict for every date whose year is unknown."""
    return [
        {
            "code": "date.year_unknown",
            "message": f"„{each['text']}“ names no year, and nothing in the article fixes it.",
            "start_char": each["start_char"],
            "end_char": each["end_char"],
        }
        for each in dates
        if each["value"].startswith("XXXX")
    ]
