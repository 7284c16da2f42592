"""Records on the terminal: right spans, and no article steers the terminal."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from presselese.records import Filler, Record, document_id
from presselese.review.terminal import filler_words, print_record, styled_text, visible

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


@pytest.mark.parametrize(
    ("words", "mention", "shown"),
    [
        ("Verein", "Nordlicht", "Nordlicht („Verein“)"),  # named elsewhere
        ("Verein", "Verein", "Nordlicht"),
        ("Nordlichts", "Bund", "Nordlicht"),  # inflected
    ],
)
def test_words_that_do_not_name_a_filler_stand_behind_its_name(
    words: str, mention: str, shown: str
) -> None:
    fields = json.loads((EXAMPLES / "founding.json").read_text(encoding="utf-8"))
    text = "Verein, Nordlichts, Nordlicht, Bund"
    start = text.rindex(mention)
    span = {"start_char": start, "end_char": start + len(mention), "text": mention}
    entity = {"id": "org_1", "name": "Nordlicht", "aliases": [], "mentions": [span]}
    fields |= {name: [] for name, value in fields.items() if isinstance(value, list)}
    fields |= {"id": document_id(text), "text": text, "organisations": [entity]}
    at = text.index(words)
    filler = Filler(ref="org_1", name="Nordlicht", start_char=at, end_char=at + len(words))
    assert filler_words(filler, Record.model_validate(fields)) == shown


def test_control_characters_become_visible_one_for_one() -> None:
    hostile = "rot\x1b[31m\x9b\x7f\r\nfertig\t."
    assert visible(hostile) == "rot␛[31m␡␡␍\nfertig\t."
    assert len(visible(hostile)) == len(hostile)
