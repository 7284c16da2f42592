"""What a reading of the event heads tells by itself, shared by all kinds of events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from presselese.events.fillers.names import Argument
from presselese.events.fillers.telling import Telling, point_value
from presselese.events.grammar.status import is_reported, status_of
from presselese.events.heads.readings import Reading

# Probability of the trigger from which a reading tells an event without a frame. Chosen on dev and
# the train articles that the heads never saw; memberships are read least well.
ALONE: Final = {"delegation": 0.6, "founding": 0.6, "membership": 0.7}
# A status with less probability than this is left to the rules.
SURE_STATUS: Final = 0.6


def tells_alone(reading: Reading) -> bool:
    """Tell whether a reading is sure enough to tell an event without a frame."""
    return reading.score >= ALONE[reading.kind]


def core_score(telling: Telling, reading: Reading, core: Iterable[str]) -> float:
    """Return how likely the least supported core slot of a telling is filled right."""
    return min(
        (
            max((reading.support(slot, a) for a in telling.slots.get(slot, ())), default=0.0)
            for slot in core
        ),
        default=0.0,
    )


def telling_of(
    reading: Reading, slots: dict[str, list[Argument]], values: dict[str, object]
) -> Telling:
    """Return the telling of a reading with these slots and plain values."""
    token = reading.token
    sure = reading.status_score >= SURE_STATUS
    standing = reading.label == "is"
    return Telling(
        kind=reading.kind,
        rule=f"{reading.kind}.read",
        trigger=token.doc[token.i : token.i + 1],
        sentence=token.sent,
        status=reading.status if sure else status_of(token, standing=standing),
        reported=is_reported(token),
        slots=slots,
        values=dict(values),
        read_score=reading.score,
        links=reading.links,
    )


def date_of(reading: Reading, role: str) -> str | None:
    """Return the date that plays a role, where it is one point in time."""
    date = reading.dates.get(role)
    return point_value(date) if date is not None else None
