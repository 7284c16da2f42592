"""Fitted logistic models: the probability, and files that cannot be read."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from presselese.errors import BadResource
from presselese.resources.logistic import probability, shares


def test_weights_are_summed_into_a_probability(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text('{"weights": {"bias": -1.0, "near": 3.0}}', encoding="utf-8")
    assert probability(path, {"bias": 1.0}) == pytest.approx(0.2689, abs=1e-4)
    assert probability(path, {"bias": 1.0, "near": 1.0}) == pytest.approx(0.8808, abs=1e-4)


def test_a_feature_without_a_weight_counts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text('{"weights": {}}', encoding="utf-8")
    assert probability(path, {"unheard of": 5.0}) == 0.5


@pytest.mark.parametrize("content", [None, "{", "{}", '{"weights": {"bias": "much"}}'])
def test_an_unreadable_file_is_named(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "model.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(BadResource, match=r"model\.json"):
        probability(path, {"bias": 1.0})


def test_shares_of_candidates_leave_room_for_none() -> None:
    likely = shares({"good": 2.0}, [{"good": 1.0}, {"good": 0.0}])
    assert likely[0] == pytest.approx(math.exp(2) / (math.exp(2) + 2))
    assert sum(likely) < 1
    assert shares({"good": 1.0}, []) == []
    assert shares({"good": 900.0}, [{"good": 1.0}]) == [1.0]  # no overflow
