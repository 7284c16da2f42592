"""How sure an event is: a logistic model over what the rules know of it, calibrated on the corpus.

The weights stand in `resources/patterns/events/confidence.json`, which says what they were fitted
on; `python -m presselese.evaluation.calibration` fits them again.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from presselese.events.frames.kinds import PATTERNS
from presselese.linking.event_fillers import is_framed, sort_of
from presselese.resources.logistic import probability

WEIGHTS: Final = PATTERNS / "confidence.json"
SLOTS = ("destinations", "origins", "organisers", "leaders", "participants", "hosts",
         "founders", "places", "members")  # fmt: skip
# Slots of which it counts who fills them, people, towns or bodies; of long lists the first few.
SORTED_SLOTS = ("members", "founders", "destinations", "origins", "leaders")
FIRST_FILLERS: Final = 3
UNNAMED: Final = "noun"
# No event is told to be certain or impossible: the corpus is too small to say so.
LEAST, MOST = 0.05, 0.97


def features(event: Mapping[str, Any]) -> dict[str, float]:
    """Return the features of an event, by name.

    The event has the shape of `records.events` and the helper keys `read_score`, the probability
    that the German pipeline's event heads give its trigger, and `core_score`, that of its least
    supported core slot; both None where it has no such heads. `is_open` tells an organisation that
    stands elsewhere in the article, `by_name` the slots that a name fills where it stands,
    `names_near` how many names the sentence of its first telling has.
    """
    found = {
        "bias": 1.0,
        f"kind={event['kind']}": 1.0,
        f"rule={event['rule']}": 1.0,
        f"status={event['status']}": 1.0,
        "reported": float(event["reported"]),
        "told twice": float(len(event["evidence"]) > 1),
        "dated": float(bool(event.get("start") or event.get("date"))),
        "sized": float(bool(event.get("size"))),
        "long sentence": float(len(event["evidence"][0]["text"]) > 220),
    }
    for slot in SLOTS:
        if slot in event:
            found[f"has {slot}"] = float(bool(event[slot]))
    for slot in SORTED_SLOTS:
        for filler in event.get(slot, ())[:FIRST_FILLERS]:
            found[f"{slot}: {sort_of(filler) or UNNAMED}"] = 1.0
    score = event["read_score"]
    if score is not None:
        framed = float(is_framed(event))
        found["was read"] = 1.0
        found["read logit"] = _logit(score)
        found["framed"] = framed
        found["framed, read logit"] = framed * _logit(score)
        found["core logit"] = _logit(event["core_score"])
        found["framed, core logit"] = framed * found["core logit"]
        found[f"{event['kind']}, core logit"] = found["core logit"]
    found[f"{event['kind']}, log names"] = math.log1p(event["names_near"])
    for slot in ("members", "founders"):
        refs = [str(filler["ref"]) for filler in event.get(slot, ())]
        found[f"{slot} are people"] = float(bool(refs) and all(r.startswith("per_") for r in refs))
        found[f"{slot} by a noun"] = float(_is_by_noun(event, slot, event.get(slot, ())))
    found["organisation from elsewhere"] = float(event["is_open"])
    organisation = event.get("organisation")
    if organisation is not None:
        found[f"{event['kind']} of {sort_of(organisation) or UNNAMED}"] = 1.0
        found["unnamed organisation"] = float(organisation["ref"] is None)
        found["organisation by a noun"] = float(_is_by_noun(event, "organisation", [organisation]))
    return found


def _is_by_noun(event: Mapping[str, Any], slot: str, fillers: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a slot's names are all meant by nouns or pronouns: "die Firma", "sie"."""
    return slot not in event["by_name"] and any(filler["ref"] is not None for filler in fillers)


def _logit(score: float) -> float:
    """Return the log odds of a probability, kept away from certainty."""
    inside = min(0.999, max(0.001, score))
    return math.log(inside / (1 - inside))


def confidence_of(known: Mapping[str, float]) -> float:
    """Return the probability that an event with these features is right, two decimals."""
    return round(min(MOST, max(LEAST, probability(WEIGHTS, known))), 2)
