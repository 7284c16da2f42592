"""Reading back what a folder run has written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

RESULTS = ("records.jsonl", "rejected.jsonl")


def results(out: Path) -> dict[str, bytes]:
    """Return the bytes of the two result files."""
    return {name: (out / name).read_bytes() for name in RESULTS}


def lines(path: Path) -> list[dict[str, Any]]:
    """Return a JSON Lines file as objects."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
