"""Finds the files of a folder run, in an order that is the same on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

# What presselese itself writes: a second run over the same folder must not read it.
OUTPUT_NAMES: Final = frozenset({"records.jsonl", "rejected.jsonl", "run.json"})
OUTPUT_SUFFIXES: Final = (
    ".sqlite",
    ".sqlite-wal",
    ".sqlite-shm",
    ".sqlite-journal",
    ".lock",
    ".part",
)
# Litter of Windows and of open Word documents.
LITTER: Final = ("thumbs.db", "desktop.ini", "~$")


def discover(
    paths: Iterable[Path], *, include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> Iterator[Path]:
    """Yield the files at and under the paths, each once, sorted by name folder by folder.

    Files named directly come as they are. In folders, hidden files, our own output and litter are
    left out. `include` and `exclude` are shell patterns for the name or the path below the given
    folder (`*.html`, `archiv/*`); `*` also matches `/`. A folder that cannot be listed is yielded
    itself, so that reading it reports the fault.
    """
    seen: set[str] = set()
    for path in paths:
        found = _below(path, path, include, exclude, set()) if path.is_dir() else iter([path])
        for file in found:
            key = os.path.abspath(file)  # noqa: PTH100 - Path.absolute keeps "..", resolve follows links
            if key not in seen:
                seen.add(key)
                yield file


def _below(
    folder: Path,
    root: Path,
    include: Sequence[str],
    exclude: Sequence[str],
    visited: set[tuple[int, int]],
) -> Iterator[Path]:
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir(), key=lambda entry: os.fsencode(entry.name))
    except OSError:
        yield folder
        return
    # A link back to a folder above it would go round for ever.
    if (status.st_dev, status.st_ino) in visited:
        return
    visited.add((status.st_dev, status.st_ino))
    for entry in entries:
        if _is_left_out(entry.name):
            continue
        if entry.is_dir():
            if not _matches(entry, root, exclude):
                yield from _below(entry, root, include, exclude, visited)
        elif _is_wanted(entry, root, include, exclude):
            yield entry


def _is_left_out(name: str) -> bool:
    lower = name.lower()
    is_output = lower in OUTPUT_NAMES or lower.endswith(OUTPUT_SUFFIXES)
    return name.startswith(".") or is_output or lower.startswith(LITTER)


def _is_wanted(file: Path, root: Path, include: Sequence[str], exclude: Sequence[str]) -> bool:
    return (not include or _matches(file, root, include)) and not _matches(file, root, exclude)


def _matches(file: Path, root: Path, patterns: Sequence[str]) -> bool:
    below = file.relative_to(root).as_posix()
    return any(fnmatchcase(file.name, p) or fnmatchcase(below, p) for p in patterns)
