"""Helpers for reader tests: every input file is made in the test's own folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from presselese.reading import ReadResult, read_file
from presselese.settings import Settings

Read = Callable[..., ReadResult]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that writes a file of the given name and reads it."""

    def write_and_read(
        name: str, content: bytes | str, *, settings: Settings | None = None
    ) -> ReadResult:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_file(path, relative_to=tmp_path, settings=settings or Settings())

    return write_and_read
