"""The one loader of fitted logistic models: JSON files whose `weights` hold one number a feature.

A file says beside its weights what they were fitted on. Which features there are, and what the
probability is of, is left to the package that asks.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from presselese.errors import BadResource


def probability(path: Path, features: Mapping[str, float]) -> float:
    """Return what the model of a file says of these features, 0 to 1.

    A feature without a weight counts nothing. Raises `BadResource` naming the file where it is
    missing or malformed.
    """
    return chance(_weights(path), features)


def choices(path: Path, candidates: Sequence[Mapping[str, float]]) -> list[float]:
    """Return how likely the model of a file finds each of several candidates, one at most right.

    What is missing to 1 is the probability that none is. Raises as `probability` does.
    """
    return shares(_weights(path), candidates)


def shares(weights: Mapping[str, float], candidates: Sequence[Mapping[str, float]]) -> list[float]:
    """Return how likely these weights find each candidate; "none of them" has the score 0."""
    scores = [_score(weights, features) for features in candidates]
    highest = max([0.0, *scores])
    raised = [math.exp(score - highest) for score in scores]
    total = sum(raised) + math.exp(-highest)
    return [one / total for one in raised]


def _score(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def chance(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """Return what these weights say of these features, 0 to 1."""
    return 1 / (1 + math.exp(-_score(weights, features)))


@cache
def _weights(path: Path) -> dict[str, float]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): float(weight) for name, weight in content["weights"].items()}
    except (OSError, ValueError, KeyError) as error:
        raise BadResource(
            path.name, f"not readable ({error})", "Fit it again or reinstall presselese."
        ) from None
