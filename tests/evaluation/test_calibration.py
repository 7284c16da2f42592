"""The fit of confidence: what it makes of cases, and what the ridge does."""

from __future__ import annotations

import pytest

from presselese.evaluation.calibration import Case, fit
from presselese.resources.logistic import chance

BIAS = {"bias": 1.0}
READ = {"bias": 1.0, "read": 1.0}


def cases(features: dict[str, float], right: int, wrong: int) -> list[Case]:
    return [(features, True)] * right + [(features, False)] * wrong


def test_probability_is_the_share_of_right_cases() -> None:
    weights = fit([*cases(READ, 9, 1), *cases(BIAS, 3, 7)], ridge=1e-6)
    assert chance(weights, READ) == pytest.approx(0.9, abs=1e-3)
    assert chance(weights, BIAS) == pytest.approx(0.3, abs=1e-3)


def test_ridge_draws_what_was_seen_seldom_to_the_average() -> None:
    weights = fit([*cases(READ, 2, 0), *cases(BIAS, 50, 50)], ridge=3.0)
    assert 0.5 < chance(weights, READ) < 0.7
