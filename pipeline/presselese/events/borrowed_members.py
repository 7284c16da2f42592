"""Members that a membership borrows from another sentence, which tells of them something else.

The event heads complete "unterschrieben die Beitrittserklärung" by the towns of the sentences
around it; "Im Juli stößt auch Tüßheim dazu" tells of Tüßheim by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from presselese.events.names import Argument
from presselese.events.no_members import MEMBERS
from presselese.events.telling import Telling


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


def _is_borrowed(member: Argument, telling: Telling, memberships: Sequence[Telling]) -> bool:
    """Tell whether another telling, in whose sentence a member stands, tells of it differently."""
    return (
        member.ref is not None
        and not _is_in(member, telling)
        and any(
            _is_in(member, other)
            and not _tell_alike(telling, other)
            and any(m.ref == member.ref and _is_in(m, other) for m in other.slots[MEMBERS])
            for other in memberships
            if other.sentence != telling.sentence
        )
    )


def _is_in(member: Argument, telling: Telling) -> bool:
    sentence = telling.sentence
    return sentence.start_char <= member.start_char < sentence.end_char


def _tell_alike(first: Telling, second: Telling) -> bool:
    """Tell whether two memberships have one direction and date, as far as they say.

    Of "planned" and "done" articles use both for one event, but who belongs already joins no more:
    "Bisher gehören Aue und Celle dazu. Willkommen seien die Neuen."
    """
    dates = {first.values.get("date"), second.values.get("date")} - {None}
    leaving = {telling.values["change"] for telling in (first, second)}
    negated = {telling.status == "negated" for telling in (first, second)}
    return len(leaving) == len(negated) == 1 and len(dates) < 2
