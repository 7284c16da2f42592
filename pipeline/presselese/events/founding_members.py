"""Members of a body who are none of its founders, though the event heads read them so.

"Gründungsmitglieder sind Aue und Bramme" makes members (a settled case, `corpus/README.md`), and
so does "Celle ist beigetreten"; who founds is who is said to found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from presselese.events.fillers import Argument
from presselese.events.telling import Telling

CALLED_MEMBER: Final = re.compile(r"^Gründungsmitglied")
FOUNDING_MEMBERS: Final = re.compile(r"^Gründungsmitglied|^Mitgründer|^Mitbegründer")


def leave_out_members(foundings: Iterable[Telling], memberships: Sequence[Telling]) -> None:
    """Take out of the founders, in place, who is called a founding member or joins the body."""
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
            if founder.ref not in joining and not _is_called_member(founder, founding)
        ]


def _is_called_member(founder: Argument, founding: Telling) -> bool:
    span = founder.span(founding.trigger.doc)
    return (
        founder.is_name
        and span is not None
        and any(CALLED_MEMBER.match(token.text) for token in span.root.sent)
    )
