"""The fit of confidence: a case may count several times."""

from __future__ import annotations

import pytest

from presselese.evaluation.calibration import REAL_WEIGHT, Case, fit, weight_of

RIGHT: Case = ({"bias": 1.0, "read": 2.0}, True, 1.0)
WRONG: Case = ({"bias": 1.0, "read": -1.0}, False, 1.0)


def test_case_that_counts_twice_is_two_cases() -> None:
    twice = fit([(*RIGHT[:2], 2.0), WRONG], ridge=1.0)
    assert twice == pytest.approx(fit([RIGHT, RIGHT, WRONG], ridge=1.0), abs=1e-4)
    assert twice != pytest.approx(fit([RIGHT, WRONG], ridge=1.0), abs=1e-2)


@pytest.mark.parametrize(
    ("article", "weight"),
    [("rp_a01", REAL_WEIGHT), ("rs_a01", REAL_WEIGHT), ("rt_a01", REAL_WEIGHT), ("ev_ad_001", 1.0)],
)
def test_articles_in_the_shape_of_real_pages_count_more(article: str, weight: float) -> None:
    assert weight_of(article) == weight
