"""Values of one record that do not fit together: each gives a warning, none is changed.

Every rule must be sound: it warns only where two stated values exclude each other, because a
warning that cries wolf is soon read by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from presselese.checking.contract import UNKNOWN_YEAR, is_after
from presselese.records import Delegation, Event, Filler, Founding, Membership, Record, Warning

HAPPENED = {"done", "ongoing"}


def check(record: Record) -> list[Warning]:
    """Return warnings about values of the record that exclude each other, in the events' order."""
    warnings: list[Warning] = []
    founded = _founding_dates(record)
    for event in record.events:
        warnings += _date_warnings(event, record.source.published)
        if isinstance(event, Delegation):
            warnings += _delegation_warnings(event)
        elif isinstance(event, Membership):
            warnings += _membership_warnings(event, founded)
        else:
            warnings += _founding_warnings(event)
    return warnings


def _date_warnings(event: Event, published: str | None) -> Iterator[Warning]:
    start, end = _first_day(event), _last_day(event)
    if start and start.startswith(UNKNOWN_YEAR):
        yield _warning(event, "event.year_unknown", f"the year of {start} is not stated")
    if not published:
        return
    if event.status == "done" and start and is_after(start, published):
        message = f"told as done, but dated {start}, after the publication on {published}"
        yield _warning(event, "event.done_after_publication", message)
    if event.status == "planned" and end and is_after(published, end):
        message = f"told as planned, but dated {end}, before the publication on {published}"
        yield _warning(event, "event.planned_before_publication", message)


def _delegation_warnings(event: Delegation) -> Iterator[Warning]:
    people = {filler.name for filler in event.participants if _is_person(filler)}
    if event.size and event.size.modifier is None and len(people) > event.size.value:
        message = f"{len(people)} people are named, but the group has {event.size.value}"
        yield _warning(event, "delegation.size_too_small", message)
    shared = _shared(event.destinations, event.origins)
    if shared:
        message = f"{shared} is both where the group comes from and where it goes"
        yield _warning(event, "delegation.origin_is_destination", message)
    shared = _shared(event.hosts, event.leaders)
    if shared:
        message = f"{shared} both leads the group and receives it"
        yield _warning(event, "delegation.leader_is_host", message)


def _membership_warnings(event: Membership, founded: dict[str, str]) -> Iterator[Warning]:
    if shared := _shared([event.organisation], event.members):
        yield _warning(event, "membership.member_of_itself", f"{shared} is a member of itself")
    since = founded.get(event.organisation.ref or "")
    if since and event.date and is_after(since, event.date):
        message = f"dated {event.date}, before the organisation was founded ({since})"
        yield _warning(event, "membership.before_founding", message)


def _founding_warnings(event: Founding) -> Iterator[Warning]:
    if shared := _shared([event.organisation], event.founders):
        yield _warning(event, "founding.founder_of_itself", f"{shared} founds itself")


def _founding_dates(record: Record) -> dict[str, str]:
    """Return the stated founding date of each organisation; a new branch is no founding of it."""
    return {
        event.organisation.ref: event.date
        for event in record.events
        if isinstance(event, Founding)
        and event.form == "founding"
        and event.status in HAPPENED
        and event.organisation.ref
        and event.date
    }


def _first_day(event: Event) -> str | None:
    stated = (event.start or event.end) if isinstance(event, Delegation) else event.date
    return stated.split("/")[0] if stated else None


def _last_day(event: Event) -> str | None:
    stated = (event.end or event.start) if isinstance(event, Delegation) else event.date
    return stated.split("/")[-1] if stated else None


def _is_person(filler: Filler) -> bool:
    return (filler.ref or "").startswith("per_")


def _shared(some: list[Filler], others: list[Filler]) -> str | None:
    refs = {filler.ref for filler in others if filler.ref}
    return next((filler.name for filler in some if filler.ref in refs), None)


def _warning(event: Event, code: str, message: str) -> Warning:
    return Warning(
        code=code,
        message=f"{event.id}: {message}.",
        start_char=event.trigger.start_char,
        end_char=event.trigger.end_char,
    )
