"""Fits `actors.affiliation`: a logistic choice for each person of the corpus.

    python -m presselese.evaluation.affiliations corpus corpus/fitting

Every organisation, place and unnamed body of an article is a candidate for each person in it, right
where gold says that the person works for it. Articles that the German pipeline's heads were trained
on are left out, as in `calibration`. What the threshold gives is printed, each half of the articles
judged by weights fitted on the other.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from presselese.actors.affiliation import WEIGHTS, least_chance
from presselese.evaluation.calibration import analysed, fitting_gold, write_fit
from presselese.evaluation.matching import same_name
from presselese.resources.doc_fields import EMPLOYER_FEATURES
from presselese.resources.logistic import shares

STEPS: Final = 12
LEAST_STEP: Final = 1e-6  # steps that lead too far are halved down to this
MOST_SCORE: Final = 30.0  # keeps e^score finite on the way
RIDGE: Final = 1.0  # of 0.3, 1 and 3 the one with the best F1 crosswise at the threshold
# The candidates of one person: (features, whether it is the employer that gold names).
Weights = np.ndarray[Any, np.dtype[np.float64]]
Question = list[tuple[dict[str, float], bool]]


def questions(folder: Path) -> Iterator[tuple[str, Question, str | None, bool]]:
    """Yield (article, candidates, role, whether gold names an employer) of each person."""
    gold = fitting_gold(folder)
    for identity, doc, record in analysed(gold, folder / "texts"):
        features = doc._.get(EMPLOYER_FEATURES)
        for person in record["people"]:
            wanted = next(
                (p for p in gold[identity]["people"] if same_name(p["name"], person["name"])), None
            )
            employer = wanted["organisation"] if wanted else None
            yield (
                identity,
                [
                    (found, bool(employer) and same_name(str(employer), name))
                    for name, found in features.get(person["id"], ())
                ],
                person["role"],
                bool(employer),
            )


def answered(
    asked: Sequence[tuple[Question, str | None, bool]], weights: Mapping[str, float]
) -> Counter[str]:
    """Count the people who have an employer in gold, are given one, and are given the right one."""
    told = Counter[str]()
    for question, role, has_employer in asked:
        told["people"] += 1
        told["in gold"] += has_employer
        likely = shares(weights, [found for found, _ in question])
        best = max(zip(likely, question, strict=True), key=lambda pair: pair[0], default=None)
        if best is not None and best[0] > least_chance(role, best[1][0]):
            told["answered"] += 1
            told["right"] += best[1][1]
    return told


def fit_choice(asked: Sequence[Question], *, ridge: float) -> dict[str, float]:
    """Return the weights of a choice among each question's candidates and "none".

    Conditional logit (McFadden 1974) by Newton's steps. Where several candidates are right (one
    body under two names), each counts by its share of their probability.
    """
    names = sorted({name for question in asked for found, _ in question for name in found})
    tables = [
        (
            np.array([[found.get(name, 0.0) for name in names] for found, _ in question]),
            np.array([float(is_right) for _, is_right in question]),
        )
        for question in asked
        if question
    ]
    penalty = np.diag([0.0 if name == "bias" else ridge for name in names])

    def likelihood(weights: Weights) -> float:
        told = -0.5 * float(weights @ penalty @ weights)
        for table, right in tables:
            raised = np.exp(np.minimum(table @ weights, MOST_SCORE))
            told += math.log(float(raised @ right) or 1.0) - math.log1p(float(raised.sum()))
        return told

    weights = np.zeros(len(names))
    reached = likelihood(weights)
    for _ in range(STEPS):
        gradient = penalty @ weights
        curvature = penalty + 1e-6 * np.eye(len(names))
        for table, right in tables:
            raised = np.exp(np.minimum(table @ weights, MOST_SCORE))
            share = raised / (1 + raised.sum())
            known = raised * right
            gradient += table.T @ (share - known / max(known.sum(), 1e-12))
            mean = share @ table
            curvature += (table * share[:, None]).T @ table - np.outer(mean, mean)
        step = np.linalg.solve(curvature, gradient)
        while (found := likelihood(weights - step)) < reached and np.abs(step).max() > LEAST_STEP:
            step = step / 2
        weights, reached = weights - step, found
    return {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}


def main(*folders: str) -> None:
    """Fit, write the weights, print what they do on articles that they were not fitted on."""
    paths = [Path(folder) for folder in folders]
    asked = [person for path in paths for person in questions(path)]
    told = Counter[str]()
    ids = sorted({identity for identity, *_ in asked})
    halves = {identity: i % 2 for i, identity in enumerate(ids)}
    for half in (0, 1):
        weights = fit_choice([q for i, q, *_ in asked if halves[i] != half], ridge=RIDGE)
        told += answered(
            [(q, role, known) for i, q, role, known in asked if halves[i] == half], weights
        )
    weights = fit_choice([question for _, question, *_ in asked], ridge=RIDGE)
    write_fit(WEIGHTS, weights, f"{len(asked)} people", paths, ridge=RIDGE)
    print("crosswise", dict(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
