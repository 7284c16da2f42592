"""Branches of one firm: "Nordwerk eröffnete ein Büro in Riga, 2012 folgte ein Büro in Ulm".

Who opens a further branch is told once; where an article names but one body that opens branches,
it opens those of which it says nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.fillers.owners import OFFICE_KIND
from presselese.linking.event_fillers import FOUNDERS, sort_of


def let_one_firm_open_all(foundings: Sequence[dict[str, Any]]) -> None:
    """Let the only body that opens branches without a name open those without a founder, in place.

    Not a person: who opens a branch does so for a firm. An office that was founded, not opened, may
    be anybody's.
    """
    branches = [event for event in foundings if _is_branch(event["organisation"])]
    bodies = {
        founder["ref"]: founder
        for event in branches
        for founder in event[FOUNDERS]
        if sort_of(founder) in ("org", "plc")
    }
    if len(bodies) == 1:
        for event in (branch for branch in branches if branch["form"] == "opening"):
            event[FOUNDERS] = event[FOUNDERS] or list(bodies.values())


def _is_branch(organisation: Mapping[str, Any]) -> bool:
    words = str(organisation["name"]).split()
    return organisation["ref"] is None and any(organisation_kind(w) == OFFICE_KIND for w in words)
