"""The output of a folder run, assembled in input order from the outcomes that the run has kept.

Which article copies which is decided by the caller's `find_original`, because it depends on the
order; memory does not grow with the number of articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from presselese.records import DuplicateOf, Record, to_json_line
from presselese.writing.atomic import atomic_file
from presselese.writing.state import Outcome

RECORDS_NAME = "records.jsonl"
REJECTED_NAME = "rejected.jsonl"
SUMMARY_NAME = "run.json"

FindOriginal = Callable[[str, str, bytes], DuplicateOf | None]


@dataclass(slots=True)
class Counts:
    """What an output holds; the same for any way of getting there."""

    files: int = 0
    records: int = 0
    rejected: int = 0
    duplicates: int = 0
    words: int = 0
    events: dict[str, int] = field(default_factory=dict)


def assemble(
    outcomes: Iterable[Outcome], folder: Path, *, files: int, find_original: FindOriginal
) -> Counts:
    """Write `records.jsonl` and `rejected.jsonl`, each whole or not at all; return what they hold.

    `find_original` is asked for every record in order, with its id, path and signature.
    """
    counts = Counts(files, events={"delegation": 0, "founding": 0, "membership": 0})
    with (
        atomic_file(folder / REJECTED_NAME) as rejected,
        atomic_file(folder / RECORDS_NAME) as records,
    ):
        for outcome in outcomes:
            if outcome.kind == "rejected":
                counts.rejected += 1
                rejected.write(outcome.line + "\n")
                continue
            original = find_original(outcome.document_id, outcome.path, outcome.signature)
            counts.duplicates += original is not None
            records.write((_marked(outcome.line, original) if original else outcome.line) + "\n")
            counts.records += 1
            counts.words += outcome.words
            for kind in outcome.events.split():
                counts.events[kind] += 1
    return counts


def _marked(line: str, original: DuplicateOf) -> str:
    record = Record.model_validate_json(line)
    return to_json_line(record.model_copy(update={"duplicate_of": original}))
