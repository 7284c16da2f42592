"""Fits `actors.affiliation`: logistic regression on people of the corpus.

    python -m presselese.evaluation.affiliations corpus corpus/fitting

Every organisation and place of an article is one case for each person in it, right where gold says
that the person works for it. Articles that the German pipeline's heads were trained on are left
out, as in `calibration`. What the threshold gives is printed, each half of the articles judged by
weights fitted on the other.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from presselese.actors.affiliation import WEIGHTS, clear_winner, least_chance
from presselese.evaluation.calibration import analysed, fit, fitting_gold, write_fit
from presselese.evaluation.matching import same_name
from presselese.resources.doc_fields import EMPLOYER_FEATURES
from presselese.resources.logistic import chance

RIDGE: Final = 1.0  # of 0.3, 1 and 3 the one with the best F1 crosswise at the threshold
# The candidates of one person: (features, whether it is the employer that gold names).
Question = list[tuple[dict[str, float], bool]]


def questions(folder: Path) -> Iterator[tuple[str, Question, float, bool]]:
    """Yield (article, candidates, least chance, whether gold names an employer) of each person."""
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
                least_chance(person["role"]),
                bool(employer),
            )


def answered(
    asked: Sequence[tuple[Question, float, bool]], weights: Mapping[str, float]
) -> Counter[str]:
    """Count the people who have an employer in gold, are given one, and are given the right one."""
    told = Counter[str]()
    for question, least, has_employer in asked:
        told["people"] += 1
        told["in gold"] += has_employer
        scored = ((chance(weights, found), found, is_right) for found, is_right in question)
        is_right = clear_winner(scored, least)
        told["answered"] += is_right is not None
        told["right"] += bool(is_right)
    return told


def main(*folders: str) -> None:
    """Fit, write the weights, print what they do on articles that they were not fitted on."""
    paths = [Path(folder) for folder in folders]
    asked = [person for path in paths for person in questions(path)]
    told = Counter[str]()
    ids = sorted({identity for identity, *_ in asked})
    halves = {identity: i % 2 for i, identity in enumerate(ids)}
    for half in (0, 1):
        weights = fit([c for i, q, *_ in asked if halves[i] != half for c in q], ridge=RIDGE)
        told += answered(
            [(q, least, known) for i, q, least, known in asked if halves[i] == half], weights
        )
    cases = [case for _, question, *_ in asked for case in question]
    write_fit(WEIGHTS, cases, f"{len(asked)} people, {len(cases)} candidates", paths, ridge=RIDGE)
    print("crosswise", dict(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
