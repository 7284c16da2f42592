"""Founders of a body whom their office tells: "Mitgründerin Ida Roth" of what an article founds.

A founder's office alone tells no founding (a settled case, `corpus/README.md`); where the article
tells it as well, it says who.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from presselese.linking.event_fillers import FOUNDERS, is_told

FOUNDER: Final = re.compile(r"(?:\b|[a-zäöüß])gründer(?:in)?\b", re.IGNORECASE)


def let_officers_found(
    foundings: Iterable[dict[str, Any]], people: Iterable[Mapping[str, Any]]
) -> None:
    """Add to the founders, in place, people whose role says that they founded the body.

    `foundings` are merged events, `people` in the shape of `records.Person`.
    """
    by_body: dict[str, list[dict[str, Any]]] = {}
    for person in people:
        body = (person["organisation"] or {}).get("ref")
        if body is not None and FOUNDER.search(person["role"] or ""):
            span = {key: person["mentions"][0][key] for key in ("start_char", "end_char")}
            filler = {"ref": person["id"], "name": person["name"], **span}
            by_body.setdefault(body, []).append(filler)
    for event in foundings:
        for filler in by_body.get(event["organisation"]["ref"], ()):
            if not is_told(filler, event[FOUNDERS]):
                event[FOUNDERS] = [*event[FOUNDERS], filler]
