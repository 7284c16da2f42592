"""The rules that every record keeps, beyond the types of its fields: spans, references, dates.

Used on our own records before they leave, and by `presselese validate` on anybody's. Says only
what is wrong; repairing is left to `soundness`.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from presselese.records import Delegation, Event, Record, document_id

ENTITY_GROUPS = ("organisations", "people", "places", "events", "dates", "figures")
UNIT = r"XX|\d{2}|Q[1-4]|W\d{2}|SP|SU|FA|WI|H[12]"
EDTF = re.compile(rf"(?P<y>XXXX|\d{{4}})(?:-(?P<m>{UNIT})(?:-(?P<d>XX|\d{{2}}|WE))?)?[?~%]?")
OPEN_END = ".."
UNKNOWN_YEAR = "XXXX"
# A leap year, so that XXXX-02-29 stays possible.
ANY_YEAR = 2000
MONTHS = range(1, 13)
FIRST_SEASON, LAST_SEASON = 21, 41  # EDTF level 2 sub-year groupings; they have no days


class Fault(NamedTuple):
    """One broken rule: where in the record (a path of field names and numbers), and what."""

    where: tuple[str | int, ...]
    what: str

    def __str__(self) -> str:
        place = ".".join(str(step) for step in self.where)
        return f"{place}: {self.what}" if place else self.what


def record_faults(fields: Any) -> Iterator[Fault]:
    """Yield all that is wrong with a record given as parsed JSON."""
    try:
        record = Record.model_validate(fields)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False):
            yield Fault(tuple(fault["loc"]), fault["msg"])
        return
    yield from contract_faults(record)


def contract_faults(record: Record) -> Iterator[Fault]:
    """Yield the rules of the contract that a well-typed record breaks."""
    if record.id != document_id(record.text):
        yield Fault(("id",), f"{record.id} is not the id of this text")
    fields = record.model_dump(exclude={"text", "source"})
    ids = Counter(entry["id"] for group in ENTITY_GROUPS for entry in fields[group])
    for entity_id, times in ids.items():
        if times > 1:
            yield Fault((), f"id {entity_id} is used {times} times")
    yield from _walk(fields, (), record.text, ids)
    yield from _zone_faults(record)
    yield from _date_faults(record, ids)
    for number, event in enumerate(record.events):
        for what in event_faults(event):
            yield Fault(("events", number), what)


def event_faults(event: Event) -> Iterator[str]:
    """Yield what is wrong with one event taken alone: its dates and the kinds of its references."""
    stated = [event.start, event.end] if isinstance(event, Delegation) else [event.date]
    for value in stated:
        if value is not None and not is_edtf(value):
            yield f"{value!r} is no EDTF date of the calendar"
    if isinstance(event, Delegation):
        if event.start and event.end and is_after(event.start, event.end):
            yield f"start {event.start} is after end {event.end}"
        if event.size and event.size.ref and not event.size.ref.startswith("fig_"):
            yield f"size refers to {event.size.ref}, which is no figure"


def is_edtf(value: str) -> bool:
    """Whether the value is a date of the calendar, partial or whole, or an interval of such."""
    parts = value.split("/")
    return len(parts) <= 2 and all(
        _is_date(part) or (part == OPEN_END and len(parts) == 2) for part in parts
    )


def is_after(start: str, end: str) -> bool:
    """Whether one date is surely later than another, as far as both are stated."""
    if UNKNOWN_YEAR in (start[:4], end[:4]):
        return False
    both = min(len(start), len(end))
    return start[:both] > end[:both]


def _is_date(part: str) -> bool:
    match = EDTF.fullmatch(part)
    if match is None:
        return False
    year, month, day = match["y"], match["m"] or "01", match["d"] or "01"
    if not month.isdigit():
        return True
    if int(month) not in MONTHS:
        return FIRST_SEASON <= int(month) <= LAST_SEASON and match["d"] is None
    try:
        datetime.date(
            int(year) if year.isdigit() else ANY_YEAR, int(month), int(day) if day.isdigit() else 1
        )
    except ValueError:
        return False
    return True


def _walk(
    value: Any, where: tuple[str | int, ...], text: str, ids: Counter[str]
) -> Iterator[Fault]:
    """Check every span and every reference, wherever it stands."""
    if isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _walk(entry, (*where, number), text, ids)
    if not isinstance(value, dict):
        return
    start, end = value.get("start_char"), value.get("end_char")
    if start is not None and end is not None:
        if not 0 <= start < end <= len(text):
            yield Fault(where, f"span {start} to {end} is outside the text (0 to {len(text)})")
        elif "text" in value and value["text"] != text[start:end]:
            yield Fault(where, f"text {value['text']!r} is not {text[start:end]!r}")
    if value.get("ref") is not None and value["ref"] not in ids:
        yield Fault(where, f"reference {value['ref']} does not resolve")
    for name, entry in value.items():
        yield from _walk(entry, (*where, name), text, ids)


def _zone_faults(record: Record) -> Iterator[Fault]:
    end = 0
    for number, zone in enumerate(record.zones):
        if zone.start_char < end:
            yield Fault(("zones", number), "begins before the zone ahead of it ends")
        end = zone.end_char


def _date_faults(record: Record, ids: Counter[str]) -> Iterator[Fault]:
    for number, date in enumerate(record.dates):
        anchor = date.anchored_on or ""
        if anchor.startswith("dat_") and (anchor not in ids or anchor == date.id):
            yield Fault(("dates", number), f"is anchored on {anchor}, which does not resolve")
        if date.type == "DURATION" and not date.value.startswith("P"):
            yield Fault(("dates", number), f"duration {date.value!r} does not begin with P")
        if not date.value:
            yield Fault(("dates", number), "has no value")
