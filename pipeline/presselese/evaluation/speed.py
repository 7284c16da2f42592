"""How fast a folder is done and how much memory it takes, for several numbers of workers.

The run is the real one (`extract_folder` into a temporary folder); only the work function is
wrapped, so that each worker notes its seconds a stage and its peak memory.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from presselese.memory import peak_bytes
from presselese.records import Record
from presselese.records.document import CleanDocument
from presselese.run import (
    FileTask,
    extract_folder,
    outcome_of_document,
    rejected,
)
from presselese.settings import Settings
from presselese.writing import Outcome

NOTES_FOLDER = "PRESSELESE_BENCHMARK_NOTES"
MEASURED_PIPELINE = "presselese.evaluation.speed:open_measured"
VALUE_STAGES = ("presselese_dates", "presselese_figures")
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Speed:
    """One measured run. Memory is the sum of the workers' own peaks, null where unknown.

    `value_characters_per_second`: characters of text by the seconds that dates and figures
    together took, on one core, after the German pipeline.
    """

    workers: int
    articles: int
    words: int
    seconds: float
    words_per_second: float
    words_per_second_loaded: float
    peak_mib: float | None
    peak_mib_per_worker: float | None
    stage_shares: dict[str, float]
    value_characters_per_second: float | None = None


def measure(paths: Iterable[Path | str], *, workers: int, settings: Settings) -> Speed:
    """Run over the paths once and return what it cost.

    `words_per_second` counts the whole run with start and loading of the models,
    `words_per_second_loaded` only the time in which a worker is at work (times the workers).
    """
    with tempfile.TemporaryDirectory(prefix="presselese-benchmark-") as folder:
        notes = Path(folder) / "notes"
        notes.mkdir()
        with _environment(NOTES_FOLDER, str(notes)):
            summary = extract_folder(
                paths, Path(folder) / "out", workers=workers, settings=settings,
                pipeline=MEASURED_PIPELINE,
            )  # fmt: skip
        kept = [json.loads(file.read_text(encoding="utf-8")) for file in notes.iterdir()]
    stages = _summed([note["stages"] for note in kept])
    at_work = sum(stages.values())
    values = sum(stages.get(name, 0.0) for name in VALUE_STAGES)
    characters = sum(note["characters"] for note in kept)
    peaks = [note["peak_bytes"] for note in kept if note["peak_bytes"]]
    return Speed(
        workers=workers,
        articles=summary.progress.articles,
        words=summary.progress.words,
        seconds=round(summary.seconds, 2),
        words_per_second=summary.words_per_second,
        words_per_second_loaded=round(summary.progress.words / at_work * workers, 1),
        peak_mib=round(sum(peaks) / MIB, 1) if peaks else None,
        peak_mib_per_worker=round(max(peaks) / MIB, 1) if peaks else None,
        stage_shares={name: round(value / at_work, 4) for name, value in stages.items()},
        value_characters_per_second=round(characters / values) if values else None,
    )


def open_measured(settings: Settings) -> Callable[[FileTask], Iterator[Outcome]]:
    """Like `run.open_pipeline`, but every stage's seconds are noted; called in the workers."""
    from presselese.nlp import load

    nlp = load(settings.model)
    stages: dict[str, float] = {}
    characters: list[int] = []
    notes = Path(os.environ[NOTES_FOLDER]) / f"{os.getpid()}.json"

    def work(task: FileTask) -> Iterator[Outcome]:
        yield from _measured_file(task, nlp, settings, stages, characters)
        note = {
            "stages": stages, "characters": sum(characters), "peak_bytes": peak_bytes(),
        }  # fmt: skip
        notes.write_text(json.dumps(note), encoding="utf-8")

    return work


def _measured_file(
    task: FileTask, nlp: Any, settings: Settings, stages: dict[str, float], characters: list[int]
) -> Iterator[Outcome]:
    from presselese.reading import read_file

    began = time.perf_counter()
    found = read_file(task.path, relative_to=task.root, settings=settings)
    _note(stages, "read", began)
    for fault in found.faults:
        yield rejected(task, fault, stage="read")
    for document in found.documents:
        inner = sum(stages.values())
        began = time.perf_counter()
        outcome = outcome_of_document(
            task,
            document,
            settings=settings,
            understand=lambda clean: _measured_record(nlp, clean, stages),
        )
        characters.append(len(document.raw_text))
        spent_inside = sum(stages.values()) - inner
        _note(stages, "clean, check, write", began + spent_inside)
        yield outcome


def _measured_record(nlp: Any, clean: CleanDocument, stages: dict[str, float]) -> Record:
    from presselese.nlp.record import make_doc, to_record

    with nlp.memory_zone():
        began = time.perf_counter()
        doc = make_doc(nlp, clean)
        began = _note(stages, "tokenise", began)
        for name, component in nlp.pipeline:
            doc = component(doc)
            began = _note(stages, name, began)
        record = to_record(doc, clean)
        _note(stages, "record", began)
    return record


def _note(stages: dict[str, float], name: str, began: float) -> float:
    now = time.perf_counter()
    stages[name] = stages.get(name, 0.0) + now - began
    return now


def _summed(notes: list[dict[str, float]]) -> dict[str, float]:
    names = dict.fromkeys(name for note in notes for name in note)
    return {name: sum(note.get(name, 0.0) for note in notes) for name in names}


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    os.environ[name] = value
    try:
        yield
    finally:
        del os.environ[name]
