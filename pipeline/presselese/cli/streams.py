"""stdin and stdout as files: `-` stands for them, and an output folder for its records."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from presselese.errors import BadConfiguration, BadInput
from presselese.writing import RECORDS_NAME, atomic_file, clear_storage_errors

STANDARD = "-"


@contextmanager
def open_records(given: str) -> Iterator[IO[str]]:
    """Open a file of records: a path, an output folder of `extract`, or `-` for stdin."""
    if given == STANDARD:
        yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="surrogateescape")
        return
    path = Path(given) / RECORDS_NAME if Path(given).is_dir() else Path(given)
    if not path.is_file():
        raise BadConfiguration(
            str(path), "is no file of records", "Name a records.jsonl or an output of extract."
        )
    try:
        file = path.open(encoding="utf-8", errors="surrogateescape", newline="\n")
    except OSError as error:
        raise BadInput(str(path), f"cannot be opened ({error})", "Check its rights.") from error
    with file:
        yield file


@contextmanager
def open_output(given: str) -> Iterator[IO[str]]:
    """Open a file for writing, whole or not at all; `-` is stdout. Always UTF-8, LF line ends."""
    if given == STANDARD:
        output = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
        try:
            yield output
            output.flush()
        finally:
            output.detach()
        return
    path = Path(given)
    with clear_storage_errors(path), atomic_file(path) as file:
        yield file
