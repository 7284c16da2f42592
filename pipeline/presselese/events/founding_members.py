"""Members and founders of one body: whom a list of founding members names, and who joins later.

"Sieben Städte haben den Verbund gegründet. Gründungsmitglieder sind Aue, Bramme, …": the members
of the one are the founders of the other. Where nobody is said to found the body, such a list makes
members alone; and who joins a body is none of its founders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from presselese.events.fillers import Argument, unique
from presselese.events.telling import Telling

MEMBER_LIST: Final = re.compile(r"^Gründungsmitglieder")
FOUNDING_MEMBERS: Final = re.compile(r"^Gründungsmitglied|^Mitgründer|^Mitbegründer")


def leave_out_members(foundings: Iterable[Telling], memberships: Sequence[Telling]) -> None:
    """Take out of the founders, in place, who is listed as a founding member or joins the body."""
    for founding in foundings:
        (body,) = founding.slots["organisation"]
        joining = {
            member.ref
            for membership in memberships
            if membership.values["change"] == "joins"
            and body.ref is not None
            and membership.slots["organisation"][0].ref == body.ref
            for member in membership.slots["members"]
        } - {None}
        founding.slots["founders"] = [
            founder
            for founder in founding.slots["founders"]
            if founder.ref not in joining and not _is_listed_as_member(founder, founding)
        ]


def _is_listed_as_member(founder: Argument, founding: Telling) -> bool:
    span = founder.span(founding.trigger.doc)
    return (
        founder.is_name
        and span is not None
        and any(MEMBER_LIST.match(token.text) for token in span.root.sent)
    )


def name_founders(foundings: Sequence[Telling], memberships: Iterable[Telling]) -> None:
    """Let the named founding members of a body spell out who is only told to found it, in place.

    They stand for a mere plural ("sieben Städte"). Founders with a name stay alone, and where
    nobody is said to found it the list makes members, not founders.
    """
    for membership in memberships:
        members = [a for a in membership.slots["members"] if a.is_name]
        if not members or not FOUNDING_MEMBERS.search(membership.trigger.text):
            continue
        (body,) = membership.slots["organisation"]
        for founding in foundings:
            (founded,) = founding.slots["organisation"]
            told = founding.slots["founders"]
            are_unnamed = bool(told) and not any(argument.is_name for argument in told)
            if are_unnamed and founded.ref is not None and founded.ref == body.ref:
                founding.slots["founders"] = unique(members)
