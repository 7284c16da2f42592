"""The report page: scores, plot and errors, and nothing of an article read as HTML."""

from __future__ import annotations

from presselese.evaluation.page import page
from presselese.evaluation.scores import Scores


def scored() -> Scores:
    scores = Scores(documents=2)
    scores.tallies["founding"].add(1, 2, 4)
    scores.judged += [(0.9, True), (0.85, True), (0.3, False)]
    scores.errors["founding missed"] += [("c1", "<b>Verein & Co</b>"), ("c2", "Bund")]
    return scores


def test_scores_stand_in_the_table() -> None:
    text = page(scored(), title="dev", errors=5)
    row = "<tr><td>founding</td><td>0.500</td><td>0.250</td><td>0.333</td><td>4</td><td>2</td>"
    assert row in text


def test_every_tenth_with_events_is_a_dot() -> None:
    text = page(scored(), title="dev", errors=5)
    assert text.count("<circle") == 3
    assert "1 events, confidence 0.30, right 0.00" in text


def test_words_of_articles_are_escaped() -> None:
    text = page(scored(), title="<dev>", errors=5)
    assert "<b>" not in text
    assert "&lt;b&gt;Verein &amp; Co" in text
    assert "<title>&lt;dev&gt;</title>" in text


def test_examples_are_limited_and_counted() -> None:
    text = page(scored(), title="dev", errors=1)
    assert "founding missed: 2" in text
    assert "Bund" not in text
