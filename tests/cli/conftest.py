"""The command line as a user calls it: arguments in, exit code and both streams out."""

from __future__ import annotations

import functools
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import presselese.cli.extract
from presselese.cli import main
from presselese.run import extract_folder

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "run"))


class Ended(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def call(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Ended]:
    """Return the function that calls `presselese` with arguments and stdin."""

    def run(*arguments: object, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "argv", ["presselese", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return Ended(code, captured.out.decode(), captured.err.decode())

    return run


@pytest.fixture
def fake_folder_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `extract` do folders without a German pipeline."""
    fake = functools.partial(extract_folder, pipeline="fake_pipeline:open_fake")
    monkeypatch.setattr(presselese.cli.extract, "extract_folder", fake)


@pytest.fixture
def records_file(tmp_path: Path) -> Path:
    """Return a file with the three released examples."""
    path = tmp_path / "records.jsonl"
    examples = sorted((ROOT / "schemas" / "v1" / "examples").glob("*.json"))
    one_line = [" ".join(example.read_text(encoding="utf-8").split("\n")) for example in examples]
    path.write_text("\n".join(one_line) + "\n", encoding="utf-8")
    return path
