"""The files of a trained model, read and checked: `labels.json`, pieces, lexicon, relations, graph.

`python -m recipe` writes them (models/README.md); a wheel holds them beside this code.
"""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from de_presse.article import PairScores, read_pair_scores
from de_presse.names import sound_moves
from de_presse.sessions import REMEDY
from de_presse.told import EMPLOYER, EventReader
from de_presse.windows import SHORT_WINDOWS, WindowPlan
from presselese.errors import BadResource

Array = np.ndarray[Any, Any]
FILES: Final = ("model.onnx", "labels.json", "pieces.tsv", "lexicon.tsv", "relations.npz")
# What reads events; a model that reads none has neither.
ARTICLE_FILE: Final = "article.onnx"
PAIRS_FILE: Final = "pairs.npz"
LABEL_KEYS: Final = {"names", "upos", "features", "lemma_classes", "relations"}
EVENT_KEYS: Final = ("events", "statuses", "roles")
MOST_PIECES: Final = 500  # the position table has 512 rows; a window's break pieces need some


@dataclass(frozen=True, slots=True)
class EventFiles:
    """The second pass: its graph, its scores of pairs, and the labels that it reads."""

    graph: Path
    pair_scores: PairScores
    reader: EventReader


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """What the files hold; the graphs are only named, onnxruntime opens them."""

    graph: Path
    names: list[str]
    name_moves: Array  # see names.sound_moves
    upos: list[str]
    features: dict[str, list[str]]
    lemma_classes: list[str]
    relations: list[str]
    pieces: list[tuple[str, float]]
    lexicon: dict[tuple[str, str], str]
    relation_weight: Array
    relation_bias: Array
    events: EventFiles | None  # None of a model that reads none
    windows: WindowPlan


def read_model_files(weights: str) -> ModelFiles:
    """Read the files of `weights`, a package's name or a folder; raises `BadResource`."""
    folder = _folder(weights)
    for name in FILES:
        if not (folder / name).is_file():
            raise BadResource(f"{weights}/{name}", "this file of the model is missing", REMEDY)
    content = _json(folder / "labels.json")
    labels = _labels(folder / "labels.json", content)
    relations = _relation_scores(folder / "relations.npz", len(labels["relations"]))
    return ModelFiles(
        graph=folder / "model.onnx",
        events=_event_files(folder, content),
        windows=_window_plan(folder / "labels.json", content.get("windows")),
        **labels,
        pieces=[(piece, _number(score)) for piece, score in _rows(folder / "pieces.tsv", 2)],
        lexicon={(form, tag): lemma for form, tag, lemma in _rows(folder / "lexicon.tsv", 3)},
        relation_weight=relations[0],
        relation_bias=relations[1],
    )


def _folder(weights: str) -> Path:
    if Path(weights).is_dir():
        return Path(weights)
    spec = importlib.util.find_spec(weights) if weights.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        raise BadResource(f"weights {weights!r}", "neither a package nor a folder", REMEDY)
    return Path(spec.submodule_search_locations[0])


def _json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BadResource(path.name, f"is not JSON ({error})", REMEDY) from error
    return content if isinstance(content, dict) else {}


def _labels(path: Path, labels: dict[str, Any]) -> dict[str, Any]:
    if not labels.keys() >= LABEL_KEYS:
        missing = ", ".join(sorted(LABEL_KEYS - set(labels)))
        raise BadResource(path.name, f"lacks the keys {missing}", REMEDY)
    kept = {key: labels[key] for key in LABEL_KEYS}
    moves = labels.get("name_transitions")
    kept["name_moves"] = np.array(moves) if moves else sound_moves(labels["names"])
    count = len(labels["names"])
    if kept["name_moves"].shape != (count + 1, count):
        raise BadResource(path.name, "its name_transitions do not fit its names", REMEDY)
    return kept


def _rows(path: Path, width: int) -> list[list[str]]:
    # "\n" alone ends a line: pieces may be exotic line separators themselves
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
    for number, row in enumerate(rows, start=1):
        if len(row) != width:
            where = f"{path.name}, line {number}"
            raise BadResource(where, f"{len(row)} cells instead of {width}", REMEDY)
    return rows


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError as error:
        raise BadResource("pieces.tsv", f"{cell!r} is no score", REMEDY) from error


def _relation_scores(path: Path, count: int) -> tuple[Array, Array]:
    with np.load(path, allow_pickle=False) as arrays:
        weight, bias = arrays["weight"], arrays["bias"]
    if weight.shape[0] != count or bias.shape != (count,):
        raise BadResource(path.name, "was not made together with labels.json", REMEDY)
    return weight, bias


def _window_plan(path: Path, content: Any) -> WindowPlan:
    """Return how the model wants texts to be cut."""
    if content is None:
        return SHORT_WINDOWS
    try:
        plan = WindowPlan(**content)
        is_sound = 0 < plan.wanted <= plan.longest <= MOST_PIECES
    except TypeError as error:
        raise BadResource(path.name, f"its windows are unsound ({error})", REMEDY) from error
    if not is_sound:
        raise BadResource(path.name, "its windows are unsound: 0 < wanted <= longest", REMEDY)
    return plan


def _event_files(folder: Path, content: dict[str, Any]) -> EventFiles | None:
    graph = folder / ARTICLE_FILE
    if not graph.is_file():
        return None
    if any(not content.get(key) for key in EVENT_KEYS) or EMPLOYER not in content["roles"]:
        raise BadResource(graph.name, "was not made together with labels.json", REMEDY)
    reader = EventReader(*(content[key] for key in EVENT_KEYS))
    return EventFiles(graph, read_pair_scores(folder / PAIRS_FILE, len(reader.roles)), reader)
