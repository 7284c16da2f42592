"""Records for the tables: the released examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from presselese.records import Record

EXAMPLES = Path(__file__).parents[2] / "schemas" / "v1" / "examples"


@pytest.fixture
def records() -> list[Record]:
    """Return one record a kind of event."""
    paths = sorted(EXAMPLES.glob("*.json"))
    return [Record.model_validate_json(path.read_text(encoding="utf-8")) for path in paths]
