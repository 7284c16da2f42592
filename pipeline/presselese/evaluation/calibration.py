"""Fits the confidence of events: logistic regression on corpus articles that no model has seen.

    python -m presselese.evaluation.calibration corpus/gold corpus/texts

Every event found in the articles is one case, right where the scorer pairs it with gold; its
features are those that the events component leaves on the Doc. Articles that the German pipeline's
event heads were trained on (`models/events/corpus_*.txt`) are left out: there the heads are surer
than elsewhere. The ridge keeps rules that were seen a few times near the average of their kind.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from presselese.evaluation.gold import digest, load_gold
from presselese.evaluation.scores import right_events
from presselese.evaluation.splits import ids_of_split
from presselese.events.confidence import WEIGHTS
from presselese.nlp import load
from presselese.nlp.record import make_doc, to_record
from presselese.reading import discover, read_file
from presselese.resources.doc_fields import EVENT_FEATURES
from presselese.run import cleaned
from presselese.settings import DEFAULT_MODEL, Settings

RIDGE: Final = 3.0
STEPS: Final = 50

Case = tuple[dict[str, float], bool]


def cases(gold: Mapping[str, dict[str, Any]], texts: Path) -> Iterator[Case]:
    """Yield (features, is right) of every event found in the gold's articles."""
    for identity, doc, record in analysed(gold, texts):
        right = right_events(gold[identity], record)
        for event, features in doc._.get(EVENT_FEATURES).items():
            yield features, event in right


def analysed(
    gold: Mapping[str, dict[str, Any]], texts: Path
) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Yield (id, Doc, record) of the gold's articles; records hold unlikely events too."""
    nlp, settings = load(DEFAULT_MODEL), Settings()
    # Also the events that are too unlikely to be told: the weights decide which those are.
    nlp.get_pipe("presselese_events").least_confidence = 0.0  # type: ignore[attr-defined]
    for path in discover([texts]):
        if path.stem not in gold:
            continue
        for source in read_file(path, relative_to=texts, settings=settings).documents:
            document = cleaned(source)
            doc = nlp(make_doc(nlp, document))
            record = to_record(doc, document).model_dump(mode="json")
            yield path.stem, doc, record


def fit(train: Sequence[Case], *, ridge: float) -> dict[str, float]:
    """Return the weights of a ridge logistic regression, by Newton's method; bias unpenalised."""
    names = sorted({name for case, _ in train for name in case})
    matrix = np.array([[case.get(name, 0.0) for name in names] for case, _ in train])
    target = np.array([float(is_right) for _, is_right in train])
    penalty = np.diag([0.0 if name == "bias" else ridge for name in names])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (chance - target) + penalty @ weights
        curvature = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + penalty
        weights -= np.linalg.solve(curvature + 1e-6 * np.eye(len(names)), gradient)
    return {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}


def main(gold_folder: str, texts_folder: str) -> None:
    """Fit, write the weights, print how many cases there were."""
    gold = Path(gold_folder)
    wanted = load_gold(gold, ids=fitting_ids(gold))
    train = list(cases(wanted, Path(texts_folder)))
    write_fit(WEIGHTS, train, f"{len(wanted)} articles, {len(train)} events", gold, ridge=RIDGE)
    print(f"{len(train)} events, {sum(right for _, right in train)} right")


def write_fit(path: Path, train: Sequence[Case], counted: str, gold: Path, *, ridge: float) -> None:
    """Fit weights and write them beside what they were fitted on."""
    content = {
        "fitted_on": f"corpus train and dev, without the articles that the event heads were "
        f"trained on: {counted}",
        "corpus_digest": digest(gold),
        "ridge": ridge,
        "weights": fit(train, ridge=ridge),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def fitting_ids(gold: Path) -> frozenset[str]:
    """Return the ids of train and dev articles that the event heads have not seen."""
    split = gold.parent / "split.tsv"
    both = ids_of_split(split, "train") | ids_of_split(split, "dev")
    return frozenset(both - _read_by_the_heads(gold))


def _read_by_the_heads(gold: Path) -> set[str]:
    """Return the ids of the articles whose marked text trains the event heads."""
    marked = (gold.parent.parent / "models" / "events").glob("corpus_*.txt")
    lines = (line for path in marked for line in path.read_text(encoding="utf-8").splitlines())
    return {line[2:].partition(":")[0].strip() for line in lines if line.startswith("##")}


if __name__ == "__main__":
    main(*sys.argv[1:3])
