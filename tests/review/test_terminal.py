"""Records on the terminal: right spans, and no article steers the terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from presselese.records import Record
from presselese.review.terminal import print_record, styled_text, visible

EXAMPLES = Path(__file__).parents[2] / "schemas" / "v1" / "examples"


@pytest.fixture
def record() -> Record:
    """Return the released delegation."""
    return Record.model_validate_json((EXAMPLES / "delegation.json").read_text(encoding="utf-8"))


def test_styles_lie_on_the_words_they_mean(record: Record) -> None:
    text = styled_text(record)
    styled = {str(span.style): text.plain[span.start : span.end] for span in text.spans}
    assert styled["magenta"] == "Karin Beispiel"
    assert styled["bold reverse"] == "Wirtschaftsdelegation"


def test_event_is_told_with_its_slots(record: Record) -> None:
    out = io.StringIO()
    print_record(record, Console(file=out, width=200))
    for line in ("destinations: Gdynia", "size: 14", "start: 2026-06-08", "planned"):
        assert line in out.getvalue()


def test_control_characters_become_visible_one_for_one() -> None:
    hostile = "rot\x1b[31m\x9b\x7f\r\nfertig\t."
    assert visible(hostile) == "rot␛[31m␡␡␍\nfertig\t."
    assert len(visible(hostile)) == len(hostile)
