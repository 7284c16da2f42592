"""Confidence: read from an event's shape, between the bounds, the same every time."""

from __future__ import annotations

import math
from itertools import product
from typing import Any

import pytest

from presselese.events.confidence import LEAST, MOST, confidence_of, features

SPAN = {"start_char": 0, "end_char": 3, "text": "abc"}


def event(**fields: Any) -> dict[str, Any]:
    return {
        "kind": "founding", "rule": "founding.found_verb", "status": "done", "reported": False,
        "evidence": [SPAN], "date": None, "founders": [], "places": [],
        "organisation": {"ref": "org_1", "name": "Nordbund"}, "read_score": None,
        "core_score": None, "is_open": False, "by_name": frozenset({"organisation"}),
        "names_near": 0, **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "feature", "value"),
    [
        ({}, "bias", 1.0),
        ({}, "kind=founding", 1.0),
        ({}, "dated", 0.0),
        ({"date": "2004"}, "dated", 1.0),
        ({"evidence": [SPAN, SPAN]}, "told twice", 1.0),
        ({"founders": [{"ref": None, "name": "Kiel"}]}, "has founders", 1.0),
        ({"organisation": {"ref": None, "name": "Verein"}}, "unnamed organisation", 1.0),
        ({"founders": [{"ref": "per_2", "name": "Roth"}]}, "founders: per", 1.0),
        ({"founders": [{"ref": None, "name": "zwei Firmen"}]}, "founders: noun", 1.0),
        ({}, "founding of org", 1.0),
        ({"organisation": {"ref": None, "name": "Verein"}}, "founding of noun", 1.0),
        ({"reported": True}, "reported", 1.0),
        ({"read_score": 0.5, "core_score": 0.5}, "was read", 1.0),
        ({"read_score": 0.5, "core_score": 0.9}, "read logit", 0.0),
        ({"read_score": 0.9, "core_score": 0.5}, "core logit", 0.0),
        ({"is_open": True}, "organisation from elsewhere", 1.0),
        ({"names_near": math.e - 1}, "founding, log names", 1.0),
        ({}, "organisation by a noun", 0.0),
        ({"by_name": frozenset()}, "organisation by a noun", 1.0),
        ({"founders": [{"ref": "org_2", "name": "Aue"}]}, "founders by a noun", 1.0),
        ({"founders": [{"ref": None, "name": "die Stadt"}]}, "founders by a noun", 0.0),
    ],
)
def test_feature_is_read_from_the_event(fields: dict[str, Any], feature: str, value: float) -> None:
    assert features(event(**fields))[feature] == value


def test_an_event_of_a_pipeline_without_event_heads_has_no_reading() -> None:
    assert not {"was read", "read logit"} & set(features(event()))


def test_slots_that_an_event_lacks_are_no_features() -> None:
    assert "has leaders" not in features(event())


def test_no_event_is_certain_or_impossible() -> None:
    for status, date in product(("done", "planned", "negated"), (None, "2004")):
        for rule in ("founding.found_verb", "founding.unheard_of"):
            assert (
                LEAST <= confidence_of(features(event(status=status, date=date, rule=rule))) <= MOST
            )


def test_confidence_has_two_decimals_and_is_stable() -> None:
    first = confidence_of(features(event()))
    assert first == round(first, 2) == confidence_of(features(event()))
