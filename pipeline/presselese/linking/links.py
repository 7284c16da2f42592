"""What the German pipeline says of two tellings: whether its words tell one event.

Its event heads judge pairs of trigger words that they read together; of others they say nothing,
and the rules of `linking.same_events` and `events.trips` decide alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Links:
    """The trigger words of an event and how likely each other one tells the same.

    `at` holds (window, token) of its own words, `same` a probability by token. Words of one window
    are read together, others where one has a probability for the other.
    """

    at: frozenset[tuple[int, int]] = frozenset()
    same: Mapping[int, float] = field(default_factory=dict)

    def joined(self, other: Links) -> Links:
        """Return the links of an event that was told twice."""
        tokens = self.same.keys() | other.same.keys()
        same = {t: max(self.same.get(t, 0.0), other.same.get(t, 0.0)) for t in tokens}
        return Links(self.at | other.at, same)

    def likeness(self, other: Links) -> float | None:
        """Return how likely two events are one; None where no words were read together.

        Of one word that tells two events nothing is read.
        """
        scores = [
            (self.same.get(there, 0.0) + other.same.get(here, 0.0)) / 2
            for window, here in self.at
            for other_window, there in other.at
            if here != there
            and (window == other_window or there in self.same or here in other.same)
        ]
        return max(scores, default=None)


NO_LINKS = Links()
# From this likeness on two tellings are one event whatever the rules say. Chosen on dev.
SURELY_ONE: Final = 0.75
# Below this one two foundings or memberships are two. The model's component leaves out what it
# finds less likely than 0.1 (`de_presse/told.py`, LEAST_ROLE), so this says that neither word names
# the other. Chosen on dev, `corpus/fitting` and 282 retold pages, where 0.2 is worse, and where
# trips that differ so are mostly one.
SURELY_TWO: Final = 0.05


def surely_one(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    """Tell whether the model alone settles that two event dicts are one event."""
    likeness: float | None = first["links"].likeness(second["links"])
    return likeness is not None and likeness >= SURELY_ONE


def surely_two(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    """Tell whether the model alone settles that two event dicts are two events."""
    likeness: float | None = first["links"].likeness(second["links"])
    return likeness is not None and likeness < SURELY_TWO
