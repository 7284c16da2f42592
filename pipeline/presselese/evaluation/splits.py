"""Which corpus article belongs to train, dev or test (`corpus/split.tsv`)."""

from __future__ import annotations

from pathlib import Path

from presselese.errors import BadConfiguration


def ids_of_split(path: Path, split: str) -> frozenset[str]:
    """Return the ids of a split; raises `BadConfiguration` where the file names none."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    ids = frozenset(row[0] for row in rows if len(row) > 1 and row[1] == split)
    if not ids:
        raise BadConfiguration(
            str(path), f"names no articles of {split!r}", "Use train, dev, test."
        )
    return ids
