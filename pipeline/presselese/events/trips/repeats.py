"""What a further trip has from the one told before it, where it says nothing itself.

"Eine zweite Gruppe wird für September erwartet" comes from where the first came from; "ein
Gegenbesuch ist für März vereinbart" goes the other way.
"""

from __future__ import annotations

from typing import Any

Event = dict[str, Any]
ENDS = ("destinations", "origins")
CORE = (*ENDS, "leaders")


def go_where_the_last_went(trip: Event, last: Event, *, is_return: bool) -> bool:
    """Give a trip, in place, both ends of the `last` one, turned about where it is a return visit.

    Only where it says when it is or with how many people, so that it is a trip of its own, and
    says of itself neither where to nor where from nor who leads it. Of several places the first
    named is taken: the stations need not be the same.
    """
    if any(trip[slot] for slot in CORE) or not (trip["start"] or trip["size"]):
        return False
    for slot, other in zip(ENDS, reversed(ENDS), strict=True):
        trip[slot] = last[other if is_return else slot][:1]
    trip["core_score"] = last["core_score"]
    return True
