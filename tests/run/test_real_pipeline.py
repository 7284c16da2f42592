"""The whole way with the real German pipeline: the documented example, and one worker or two."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from run_results import results

import presselese
from presselese.errors import BadInput
from presselese.versions import model_files

TEXTS = Path(__file__).parents[2] / "corpus" / "texts"
pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(model_files("de_presse") is None, reason="de_presse is not installed"),
]


def test_example_of_the_package_is_true() -> None:
    assert doctest.testmod(presselese).failed == 0


def test_publication_date_given_by_the_caller_is_kept() -> None:
    record = presselese.extract("Am Montag reiste niemand.", published="2024-03-05")
    assert record.source.published == "2024-03-05"
    assert record.source.published_from == "option"


def test_text_without_words_is_refused() -> None:
    with pytest.raises(BadInput):
        presselese.extract(" \n")


def test_two_workers_write_the_same_bytes_as_one(tmp_path: Path) -> None:
    for workers in (1, 2):
        presselese.extract_folder(
            [TEXTS], tmp_path / str(workers), workers=workers, include=["c00[1-4]*"]
        )
    assert results(tmp_path / "1") == results(tmp_path / "2")
    assert results(tmp_path / "1")["records.jsonl"]
