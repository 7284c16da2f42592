"""Records for the checks: the released examples, changed where a test needs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "schemas" / "v1" / "examples"


@pytest.fixture
def example() -> Callable[[str], dict[str, Any]]:
    """Return the function that gives a released example by kind, as fresh parsed JSON."""

    def load(kind: str) -> dict[str, Any]:
        fields: dict[str, Any] = json.loads((EXAMPLES / f"{kind}.json").read_text(encoding="utf-8"))
        return fields

    return load
