"""The benchmark measures a real run: all words, all stages, every worker's memory."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from presselese.cli.benchmark import as_text
from presselese.evaluation.speed import Speed, measure
from presselese.memory import peak_bytes
from presselese.settings import Settings
from presselese.versions import model_files


def test_peak_memory_of_this_process_is_plausible() -> None:
    peak = peak_bytes()
    assert peak is None or 10_000_000 < peak < 100_000_000_000


def test_report_ranks_the_stages() -> None:
    speed = Speed(2, 3, 400, 2.0, 200.0, 300.0, None, None, {"read": 0.1, "ner": 0.9})
    first, costly, cheap, _ = as_text(speed).split("\n")
    assert "workers 2: 3 articles, 400 words" in first and "peak memory unknown" in first
    assert (costly.split(), cheap.split()) == (["90.0%", "ner"], ["10.0%", "read"])


@pytest.mark.model
@pytest.mark.skipif(model_files("de_presse") is None, reason="de_presse is not installed")
def test_measured_run_counts_words_and_shares(tmp_path: Path) -> None:
    for number in (1, 2):
        text = f"Verein {number} wurde 2019 in Ulm gegründet."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    speed = measure([tmp_path], workers=1, settings=Settings())
    assert (speed.articles, speed.words) == (2, 14)
    assert math.isclose(sum(speed.stage_shares.values()), 1, abs_tol=0.01)
    assert {"read", "presselese_events"} <= speed.stage_shares.keys()
