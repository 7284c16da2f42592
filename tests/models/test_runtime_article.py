"""An article run together for the second pass: stretches, places of words, scores of pairs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from de_presse import article
from de_presse.article import MOST_PIECES, ArticlePass, PairScores
from de_presse.distances import SENTENCE_STEPS, WORD_STEPS
from de_presse.told import Question, Seen

D, ROLES, LABELS = 3, 2, 2
DRAW = np.random.default_rng(0)
SCORES = PairScores(
    kind=DRAW.normal(size=(LABELS + 1, D)),
    hidden=DRAW.normal(size=(3 * D, D)),
    hidden_bias=DRAW.normal(size=D),
    words=DRAW.normal(size=(WORD_STEPS, D)),
    sentences=DRAW.normal(size=(SENTENCE_STEPS, D)),
    role=DRAW.normal(size=(D, ROLES)),
    role_bias=DRAW.normal(size=ROLES),
)


class Session:
    """A graph whose states are the vectors at a word's first piece."""

    def __init__(self) -> None:
        self.feeds: list[dict[str, Any]] = []

    def run(self, outputs: object, feed: dict[str, Any]) -> list[Any]:
        self.feeds.append(feed)
        words = feed["vectors"][:, feed["first"][0]]
        return [words, words, words[:, :, :LABELS], words[:, :, :LABELS]]


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    opened = Session()
    monkeypatch.setattr(article, "open_session", lambda path, threads: opened)
    return opened


def window(number: float, words: int, sentences: int = 1) -> Seen:
    """A window of one-piece words; each vector tells its window and place."""
    places = np.arange(words + 2)
    vectors = np.stack([np.full(words + 2, number), places, places * number], axis=1)
    pieces = np.arange(1, words + 1)
    return Seen(vectors, pieces, pieces, 1 + np.arange(words) * sentences // words)


def test_windows_are_run_together_with_one_piece_between_them(session: Session) -> None:
    passed = ArticlePass(None, SCORES, threads=1)  # type: ignore[arg-type]
    _, look = passed.open([window(1, 2), window(2, 3)])
    assert session.feeds == []  # nothing is asked yet
    look.answers([Question(0, 0)])
    (feed,) = session.feeds
    assert feed["vectors"][0, :, 0].tolist() == [1, 1, 1, 1, 2, 2, 2, 2]
    assert feed["vectors"][0, :, 1].tolist() == [0, 1, 2, 3, 1, 2, 3, 4]
    assert feed["first"][0].tolist() == feed["last"][0].tolist() == [1, 2, 4, 5, 6]


def test_all_looks_at_a_stretch_share_one_run(session: Session) -> None:
    one, other = ArticlePass(None, SCORES, threads=1).open([window(1, 2), window(2, 2)])  # type: ignore[arg-type]
    one.answers([Question(0, 0), Question(1, 1)])
    other.answers([Question(1, LABELS)])
    assert other.triggers().tolist() == [[2, 1], [2, 2]]  # of its own words
    assert len(session.feeds) == 1


def test_pairs_are_scored_as_the_small_network_has_it(session: Session) -> None:
    _, look = ArticlePass(None, SCORES, threads=1).open([window(1, 2), window(2, 3, 2)])  # type: ignore[arg-type]
    (found,) = look.answers([Question(2, 1)])
    states = session.run(None, session.feeds[0])[0][0]
    asked = leaky(states[4] + SCORES.kind[1])
    for place, words_apart, sentences_apart in ((0, 14 + 4, 2), (4, 0, 4), (3, 14 + 1, 3)):
        word = states[place]
        hidden = np.concatenate([asked, word, asked * word]) @ SCORES.hidden + SCORES.hidden_bias
        hidden = hidden + SCORES.words[words_apart] + SCORES.sentences[sentences_apart]
        assert found.roles[place] == pytest.approx(leaky(hidden) @ SCORES.role + SCORES.role_bias)
    assert found.status.tolist() == states[4, :LABELS].tolist()


def leaky(values: Any) -> Any:
    return np.where(values > 0, values, 0.1 * values)


@pytest.mark.parametrize(
    ("sizes", "stretches"),
    [
        ([100], [(0, 1)]),
        ([200, 200, 100], [(0, 3)] * 3),
        ([200] * 5, [(0, 2), (0, 2), (1, 3), (2, 4), (3, 5)]),
        ([MOST_PIECES + 2, 50], [(0, 1), (1, 2)]),
    ],
)
def test_long_articles_are_read_in_stretches_that_overlap(
    session: Session, sizes: list[int], stretches: list[tuple[int, int]]
) -> None:
    passed = ArticlePass(None, SCORES, threads=1)  # type: ignore[arg-type]
    found = passed.stretches(sizes)
    assert found == stretches
    for start, end in found:
        assert sum(sizes[start:end]) - (end - start - 1) <= MOST_PIECES + 2
    assert all(start <= i < end for i, (start, end) in enumerate(found))
