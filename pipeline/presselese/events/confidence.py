"""How sure a telling is: the share of right ones among tellings of its kind.

Until a model is calibrated on the corpus's train split, each rule has one figure: its precision
there, rounded; a reported or planned event, and one whose core is an unnamed noun, is less sure.
"""

from __future__ import annotations

from typing import Final

from presselese.events.telling import Telling

PRIOR: Final = 0.8
UNNAMED: Final = 0.1
REPORTED: Final = 0.05


def confidence_of(telling: Telling) -> float:
    """Return the confidence of one telling, two decimals."""
    confidence = PRIOR
    organisation = telling.slots.get("organisation")
    if organisation and organisation[0].ref is None:
        confidence -= UNNAMED
    if telling.reported:
        confidence -= REPORTED
    return round(confidence, 2)
