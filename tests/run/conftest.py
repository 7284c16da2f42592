"""What the tests of folder runs share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presselese.run import RunSummary, extract_folder

# Worker processes get this process's path and import the fake pipeline by name.
sys.path.insert(0, str(Path(__file__).parent))

FAKE = "fake_pipeline:open_fake"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder of twelve small articles in two folders, one of them empty."""
    folder = tmp_path / "artikel"
    (folder / "märz").mkdir(parents=True)
    for number in range(12):
        place = folder / "märz" if number % 3 == 0 else folder
        text = f"Der Kreis {number} gründet einen Verein. Nummer {number} ist neu.\n"
        (place / f"artikel {number}.txt").write_text(text, encoding="utf-8")
    (folder / "leer.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture
def fake_run() -> Callable[..., RunSummary]:
    """Return `extract_folder` with the fake pipeline."""

    def run(paths: Any, out: Path, **options: Any) -> RunSummary:
        paths = paths if isinstance(paths, list) else [paths]
        return extract_folder(paths, out, **{"pipeline": FAKE, **options})

    return run
