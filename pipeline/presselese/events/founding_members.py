"""Who founds what, where the article lists the founding members in another sentence.

"Sieben Städte haben den Verbund gegründet. Gründungsmitglieder sind Aue, Bramme, …": the members
of the one are the founders of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from presselese.events.fillers import unique
from presselese.events.telling import Telling

FOUNDING_MEMBERS: Final = re.compile(r"^Gründungsmitglied|^Mitgründer|^Mitbegründer")


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
