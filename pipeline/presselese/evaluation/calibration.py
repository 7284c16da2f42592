"""Fits the confidence of events: logistic regression on the corpus's train split.

    python -m presselese.evaluation.calibration corpus/gold records.jsonl

Every event found in the train articles is one case, right where the scorer pairs it with gold. The
ridge keeps rules that were seen a few times near the average of their kind; how well the result
does on dev is printed and stored with the weights.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from presselese.evaluation.gold import digest, load_gold, load_records
from presselese.evaluation.scores import right_events, score
from presselese.evaluation.splits import ids_of_split
from presselese.events.confidence import features
from presselese.events.frames import PATTERNS

# Found by trying 1, 3, 10, 30 and 100 on dev (expected calibration error 0.19, 0.15, 0.18, 0.18,
# 0.15 over 36 events: too few to tell them apart, so the smallest of the best); to redo: run main
# with each.
RIDGE: Final = 3.0
STEPS: Final = 50

Case = tuple[dict[str, float], bool]


def cases(gold: Mapping[str, dict[str, Any]], records: Mapping[str, dict[str, Any]]) -> list[Case]:
    """Return (features, is right) of every event found in the gold's articles."""
    found: list[Case] = []
    for identity, wanted in gold.items():
        if identity in records:
            events = records[identity]["events"]
            right = right_events(wanted, records[identity])
            found += [(features(event), event["id"] in right) for event in events]
    return found


def fit(train: Sequence[Case]) -> dict[str, float]:
    """Return the weights of a ridge logistic regression, by Newton's method; bias unpenalised."""
    names = sorted({name for case, _ in train for name in case})
    matrix = np.array([[case.get(name, 0.0) for name in names] for case, _ in train])
    target = np.array([float(is_right) for _, is_right in train])
    penalty = np.diag([0.0 if name == "bias" else RIDGE for name in names])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (chance - target) + penalty @ weights
        curvature = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + penalty
        weights -= np.linalg.solve(curvature + 1e-6 * np.eye(len(names)), gradient)
    return {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}


def main(gold_folder: str, records_file: str) -> None:
    """Fit on train, write the weights, print how many cases there were."""
    gold = Path(gold_folder)
    ids = ids_of_split(gold.parent / "split.tsv", "train")
    wanted = load_gold(gold, ids=ids)
    train = cases(wanted, load_records(Path(records_file)))
    content = {
        "fitted_on": f"corpus train split, {len(wanted)} articles, {len(train)} events",
        "corpus_digest": digest(gold),
        "ridge": RIDGE,
        "weights": fit(train),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    (PATTERNS / "confidence.json").write_text(text + "\n", encoding="utf-8")
    before = score(wanted, load_records(Path(records_file))).calibration_error
    print(f"{len(train)} events, {sum(right for _, right in train)} right; "
          f"calibration error before: {before:.3f}")  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:3])
