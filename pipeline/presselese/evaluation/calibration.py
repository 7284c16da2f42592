"""Fits the confidence of events: logistic regression on corpus articles that no model has seen.

    python -m presselese.evaluation.calibration corpus corpus/fitting

Every event found in the articles is one case, right where the scorer pairs it with gold; its
features are those that the events component leaves on the Doc. Of a folder with `split.tsv` only
train and dev are read; of these the articles are left out that the German pipeline's event heads
were trained on (`models/events/corpus_*.txt`): there the heads are surer than elsewhere. The ridge
keeps rules that were seen a few times near the average of their kind.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

RIDGE: Final = 5.0
STEPS: Final = 50

Case = tuple[dict[str, float], bool]  # features, is right


def cases(folders: Iterable[Path]) -> Iterator[Case]:
    """Yield a case for every event found in the articles of some corpus folders."""
    for folder in folders:
        gold = fitting_gold(folder)
        for identity, doc, record in analysed(gold, folder / "texts"):
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


def main(*folders: str) -> None:
    """Fit, write the weights, print how many cases there were."""
    paths = [Path(folder) for folder in folders]
    train = list(cases(paths))
    write_fit(WEIGHTS, fit(train, ridge=RIDGE), f"{len(train)} events", paths, ridge=RIDGE)
    print(f"{len(train)} events, {sum(right for _, right in train)} right")


def write_fit(
    path: Path, weights: Mapping[str, float], counted: str, folders: Iterable[Path], *, ridge: float
) -> None:
    """Write weights beside what they were fitted on."""
    content = {
        "fitted_on": "corpus train and dev and corpus/fitting, without the articles that the "
        f"event heads were trained on: {counted}",
        "corpus_digest": [digest(folder / "gold") for folder in folders],
        "ridge": ridge,
        "weights": weights,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def fitting_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the gold of a corpus folder that may be fitted on: what no head has been trained on.

    Of a folder with `split.tsv` that is a part of train and dev, of another one all of it.
    """
    split = folder / "split.tsv"
    if not split.exists():
        return load_gold(folder / "gold")
    both = ids_of_split(split, "train") | ids_of_split(split, "dev")
    return load_gold(folder / "gold", ids=frozenset(both - _read_by_the_heads(folder)))


def _read_by_the_heads(corpus: Path) -> set[str]:
    """Return the ids of the articles whose marked text trains the event heads."""
    marked = (corpus.parent / "models" / "events").glob("corpus_*.txt")
    lines = (line for path in marked for line in path.read_text(encoding="utf-8").splitlines())
    return {line[2:].partition(":")[0].strip() for line in lines if line.startswith("##")}


if __name__ == "__main__":
    main(*sys.argv[1:])
