"""The TIMEX3 writer reads dumped documents and writes one line each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from presselese.dates.timex import write_predictions
from presselese.errors import BadInput


def test_every_document_gets_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"doc": "x/a", "dct": "2017-10-24", "title": "", "text": "Gestern war Messe."})
    )
    (tmp_path / "b.json").write_text(json.dumps({"doc": "x/b", "dct": None, "text": "Nichts."}))
    assert write_predictions(tmp_path, tmp_path / "out.jsonl") == 2
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    timex = {"start": 0, "end": 7, "type": "DATE", "value": "2017-10-23"}
    assert lines == [{"doc": "x/a", "timexes": [timex]}, {"doc": "x/b", "timexes": []}]


def test_a_malformed_document_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"doc": "a"}')
    with pytest.raises(BadInput, match=r"a\.json"):
        write_predictions(tmp_path, tmp_path / "out.jsonl")


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no \.json documents"):
        write_predictions(tmp_path, tmp_path / "out.jsonl")
