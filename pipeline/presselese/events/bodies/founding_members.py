"""Founding members: who was a member of a body from the first joins it no more.

"Gründungsmitglieder sind Aue und Bramme" makes members (a settled case, `corpus/README.md`); who
founds is who is said to found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from spacy.tokens import Token

from presselese.events.fillers.telling import Telling
from presselese.events.grammar.nominals import children

FOUNDING_MEMBER: Final = re.compile(r"^Gründungsmitglied")
FOUNDING_MEMBERS: Final = re.compile(r"^Gründungsmitglied|^Mitgründer|^Mitbegründer")


def tells_founding_members(trigger: Token) -> bool:
    """Tell whether a word tells who is a member from the first.

    A noun ("Gründungsmitglied Aue"), or a verb beside it: "Zu den Gründungsmitgliedern zählt Aue".
    """
    beside = children(trigger, "nsubj", "obj", "iobj", "obl")
    return any(FOUNDING_MEMBER.match(word.text) for word in (trigger, *beside))


def leave_out_founding_members(memberships: Sequence[Telling]) -> None:
    """Take founding members out of those who join, in place, where others join."""
    first = [
        m
        for m in memberships
        if m.values["change"] == "is" and tells_founding_members(m.trigger.root)
    ]
    for joining in memberships:
        if joining.values["change"] != "joins":
            continue
        known = _members_of(joining, first)
        others = [m for m in joining.slots["members"] if m.ref not in known]
        joining.slots["members"] = others or joining.slots["members"]


def _members_of(telling: Telling, memberships: Iterable[Telling]) -> set[str]:
    """Return the named members that these memberships give a telling's organisation."""
    (body,) = telling.slots["organisation"]
    return {
        member.ref
        for membership in memberships
        if body.ref is not None and membership.slots["organisation"][0].ref == body.ref
        for member in membership.slots["members"]
        if member.ref is not None
    }
