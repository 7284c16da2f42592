"""Members that a membership borrows from another sentence, which tells of them something else.

The event heads complete "unterschrieben die Beitrittserklärung" by the towns of the sentences
around it; "Im Juli stößt auch Tüßheim dazu" tells of Tüßheim by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from presselese.events.fillers.names import Argument
from presselese.events.fillers.telling import Telling
from presselese.linking.event_fillers import MEMBERS
from presselese.resources.doc_fields import ZONES, in_zone


def leave_out_borrowed(memberships: Sequence[Telling]) -> None:
    """Take out of each membership, in place, whom its own sentence tells of another.

    The slot is never emptied of names.
    """
    kept = [
        [
            member
            for member in telling.slots[MEMBERS]
            if not _is_borrowed(member, telling, memberships)
        ]
        for telling in memberships
    ]
    for telling, members in zip(memberships, kept, strict=True):
        if any(member.ref is not None for member in members):
            telling.slots[MEMBERS] = members
    for telling in memberships:
        _leave_to_one_of_two(telling, memberships)


def _leave_to_one_of_two(telling: Telling, memberships: Sequence[Telling]) -> None:
    """Let a telling without members of its own take up those of one other telling alone, in place.

    "Aue trat am Montag bei. Unterschrieben wurde die Beitrittserklärung im Rathaus. Auch Celle hat
    den Beitritt beantragt": what is between must not make one event of the two. Meant is the one
    that names most of them, or else the one told before. A headline may sum up both.
    """
    named = [member for member in telling.slots[MEMBERS] if member.ref is not None]
    is_headline = in_zone(telling.trigger.doc._.get(ZONES), telling.trigger.start_char, "headline")
    if telling.values["change"] == "is" or is_headline or any(telling.holds(m) for m in named):
        return
    refs = {member.ref for member in named}
    told = [
        (other, refs & _own(other))
        for other in memberships
        if other.sentence != telling.sentence and other.values["change"] != "is"
    ]
    told = [(other, own) for other, own in told if own]
    if not any(one.isdisjoint(own) for _, one in told for _, own in told):
        return
    _, meant = max(told, key=lambda pair: len(pair[1]))
    others = {ref for _, own in told for ref in own} - meant
    telling.slots[MEMBERS] = [m for m in telling.slots[MEMBERS] if m.ref not in others]


def _own(telling: Telling) -> set[str]:
    """Return the names (refs) of members in a telling's own sentence."""
    return {m.ref for m in telling.slots[MEMBERS] if m.ref is not None and telling.holds(m)}


def _is_borrowed(member: Argument, telling: Telling, memberships: Sequence[Telling]) -> bool:
    """Tell whether another telling, in whose sentence a member stands, tells of it differently."""
    return (
        member.ref is not None
        and not telling.holds(member)
        and any(
            other.holds(member)
            and not _tell_alike(telling, other)
            and any(m.ref == member.ref and other.holds(m) for m in other.slots[MEMBERS])
            for other in memberships
            if other.sentence != telling.sentence
        )
    )


def _tell_alike(first: Telling, second: Telling) -> bool:
    """Tell whether two memberships have one direction and date, as far as they say.

    Of "planned" and "done" articles use both for one event, but who belongs already joins no more:
    "Bisher gehören Aue und Celle dazu. Willkommen seien die Neuen."
    """
    dates = {first.values.get("date"), second.values.get("date")} - {None}
    leaving = {telling.values["change"] for telling in (first, second)}
    negated = {telling.status == "negated" for telling in (first, second)}
    return len(leaving) == len(negated) == 1 and len(dates) < 2
