"""The figures of the model card: every held-out set, exported files against the float network."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from recipe.article_export import exported
from recipe.article_texts import held_out_texts
from recipe.article_train import measure_article
from recipe.export import as_measured
from recipe.labels import NAME_SOURCES
from recipe.robustness import english, long_sentence, robustness
from recipe.scores import Measured, measure_events, measure_names, measure_starts, measure_trees
from recipe.sentences import Sentence, contract
from recipe.tables import card_tables
from recipe.windows import RUN_TIME_SOURCES, batches, collate
from recipe.workspace import Workspace

SPEED_PIECES = 1500  # padded pieces a batch when speed is measured


def held_out(space: Workspace) -> dict[str, list[Sentence]]:
    """The held-out sets that have names."""
    sets = {source: space.sets[1][source] for source in ("germeval", "smartdata")}
    own = space.own_sets()[1]
    return sets | {source: own[source] for source in ("press", "events")}


def all_scores(space: Workspace, model: Measured) -> dict[str, Any]:
    """Names a set and label, trees with split and with contracted words, sentence starts."""
    trees = space.sets[1]["gsd"]
    return {
        "names": {source: measure_names(model, part) for source, part in held_out(space).items()},
        "trees": measure_trees(model, trees),
        "trees, contracted words": measure_trees(model, [contract(s) for s in trees]),
        "starts": measure_starts(model, trees),
        "events": measure_events(model, space.own_sets()[1]["events"]),
        "events in news": measure_events(model, space.own_sets()[1]["news"]),
    }


def own_conventions(space: Workspace, model: Measured) -> dict[str, Any]:
    """Each set under its own source vector: what the run-time convention costs. Network only."""
    tree = RUN_TIME_SOURCES[1]
    return {
        source: measure_names(model, part, (NAME_SOURCES.index(source), tree))["micro"]
        for source, part in held_out(space).items()
    }


def words_per_second(space: Workspace, model: Measured) -> float:
    """The graph alone on the held-out sentences, windows of three, without spaCy."""
    sentences = [s for part in held_out(space).values() for s in part]
    groups = [sentences[i : i + 3] for i in range(0, len(sentences) - 2, 3)]
    windows = [model.encoder.window(group) for group in groups]
    started = time.perf_counter()
    for group in batches(windows, SPEED_PIECES):
        model.forward(collate([windows[i] for i in group]))
    words = sum(len(w.first) for w in windows)
    return round(words / (time.perf_counter() - started))


def evaluate(space: Workspace, package: Path, *, floats: Path) -> dict[str, Any]:
    """All tables for one package; `floats` is its float32 graph."""
    small = as_measured(space, package / "model.onnx", package)
    full = as_measured(space, floats, package, threads=2)
    names = held_out(space)
    # Noise makes pieces more, and no window has more than the network has positions.
    fitting = {source: space.encoder.fitting(part) for source, part in names.items()}
    return {
        "sizes": {source: len(part) for source, part in names.items()},
        "int8": all_scores(space, small),
        "float32": all_scores(space, full),
        "robustness": robustness(small, fitting, space.sets[1]["gsd"]),
        "English sentences": measure_names(small, english(space.own)),
        "10,000 words": long_sentence(package, names["press"]),
        "second pass": measure_article(exported(package), held_out_texts(space, package)),
        "words/s, graph alone, one thread": words_per_second(space, small),
    }


def write_report(path: Path, report: dict[str, Any]) -> None:
    """The figures as JSON, and beside them as the tables of the card."""
    path.with_suffix(".md").write_text(card_tables(report), encoding="utf-8")
    path.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
