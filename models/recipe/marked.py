"""The one reader of the project's own marked text files (`models/press`, `models/events`).

One sentence or paragraph a line, `#` opens a comment, `## name` a block of lines that belong
together and are held out together. What the marks in a line mean is left to the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def parsed_lines(path: Path, parse: Callable[[str], T]) -> Iterator[tuple[str, str, T]]:
    """Yield (block, line, parsed line); the block is "" before the first `##`.

    Raises ValueError naming file and line where `parse` raises one.
    """
    block = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = line.strip()
        if line.startswith("##"):
            block = f"{path.stem}/{line.lstrip('# ')}"
        elif line and not line.startswith("#"):
            try:
                parsed = parse(line)
            except ValueError as error:
                raise ValueError(f"{path.name}, line {number}: {error}") from error
            yield block, line, parsed
