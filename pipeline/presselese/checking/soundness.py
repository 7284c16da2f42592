"""The last gate before a record leaves: what breaks the contract is taken out, and said.

A wrong value must not leave, but one bad event is no reason to lose the article. Where the fault
is not an event's, the whole document is rejected.
"""

from __future__ import annotations

from presselese.checking.contract import Fault, contract_faults, is_after
from presselese.errors import InternalFault
from presselese.records import Delegation, Event, Record, Warning


def keep_sound(record: Record) -> Record:
    """Return the record without events that break the contract, each with a warning.

    Raises `InternalFault` where a fault lies elsewhere.
    """
    record = _without_impossible_spans(record)
    faults = list(contract_faults(record))
    if not faults:
        return record
    broken = {fault.where[1]: fault for fault in faults if fault.where[:1] == ("events",)}
    sound = record.model_copy(
        update={
            "events": [event for n, event in enumerate(record.events) if n not in broken],
            "warnings": [*record.warnings, *(_dropped(fault) for fault in broken.values())],
        }
    )
    for fault in contract_faults(sound):
        raise InternalFault(
            record.source.path, f"the record breaks the contract at {fault}", "Please report this."
        )
    return sound


def _without_impossible_spans(record: Record) -> Record:
    """Take the dates out of trips that would end before they start; the trip may be right."""
    events: list[Event] = []
    warnings = list(record.warnings)
    for event in record.events:
        if _ends_before_it_starts(event):
            warnings.append(
                Warning(
                    code="event.start_after_end",
                    message=f"{event.id}: the dates found would end the trip before it starts; "
                    "both were left out.",
                    start_char=event.trigger.start_char,
                    end_char=event.trigger.end_char,
                )
            )
            event = event.model_copy(update={"start": None, "end": None})
        events.append(event)
    return record.model_copy(update={"events": events, "warnings": warnings})


def _ends_before_it_starts(event: Event) -> bool:
    return (
        isinstance(event, Delegation)
        and event.start is not None
        and event.end is not None
        and is_after(event.start, event.end)
    )


def _dropped(fault: Fault) -> Warning:
    return Warning(
        code="event.dropped", message=f"An event was left out, its values do not fit: {fault.what}."
    )
