"""The fit of employers: it learns which feature tells the right candidate, and when none is."""

from __future__ import annotations

import random

import pytest

from presselese.evaluation.affiliations import answered, fit_choice
from presselese.resources.logistic import shares

READ = {"bias": 1.0, "read": 1.0}
FAR = {"bias": 1.0, "read": 0.0}
RIGHT_ONE = [(READ, True), (FAR, False)]
NONE = [(FAR, False), (FAR, False)]


@pytest.fixture(scope="module")
def weights() -> dict[str, float]:
    return fit_choice([*[RIGHT_ONE] * 20, *[NONE] * 20], ridge=0.1)


def test_feature_of_the_right_candidate_gets_the_weight(weights: dict[str, float]) -> None:
    likely = shares(weights, [READ, FAR])
    assert likely[0] > 0.9
    assert likely[1] < 0.05


def test_question_without_an_answer_teaches_that_there_may_be_none(
    weights: dict[str, float],
) -> None:
    assert sum(shares(weights, [FAR, FAR])) < 0.1


def test_body_under_two_names_is_right_under_either() -> None:
    twice = [(READ, True), (READ, True), (FAR, False)]
    likely = shares(fit_choice([twice] * 20, ridge=0.1), [READ, READ, FAR])
    assert likely[0] == pytest.approx(likely[1])
    assert likely[0] + likely[1] > 0.9


def test_people_without_candidates_are_no_trouble() -> None:
    assert fit_choice([[], RIGHT_ONE], ridge=1.0)["read"] > 0


def test_answers_are_counted(weights: dict[str, float]) -> None:
    told = answered(
        [(RIGHT_ONE, "Chefin", True), (NONE, None, False), (NONE, "Chef", True)], weights
    )
    assert told == {"people": 3, "in gold": 2, "answered": 1, "right": 1}


def test_steps_that_lead_too_far_are_halved() -> None:
    draw = random.Random(1)
    asked = []
    for _ in range(10):
        question = []
        for _ in range(6):
            found = {"bias": 1.0}
            for _ in range(4):
                value = draw.choice([1.0, 5.0])
                found[f"f{draw.randrange(20)}"] = value
            is_right = (draw.random() < 0.3 and "f0" in found) or draw.random() < 0.1
            question.append((found, is_right))
        asked.append(question)
    assert max(abs(weight) for weight in fit_choice(asked, ridge=0.1).values()) < 100
