"""Tag scores become names that never overlap, cross a sentence or begin nowhere."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from de_presse.names import FORBIDDEN, Name, best_path, find_names, sound_moves, without_titles
from recipe.decode import name_tags

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
MOVES = sound_moves(TAGS)


def names(tags: str, *, starts: tuple[int, ...] = (0,)) -> list[tuple[int, int, str]]:
    chosen = tags.split()
    scores = np.zeros((len(chosen), len(TAGS)), np.float32)
    for row, tag in enumerate(chosen):
        scores[row, TAGS.index(tag)] = 5
    return [name[:3] for name in find_names(scores, TAGS, MOVES, at(starts, len(chosen)))]


def at(starts: tuple[int, ...], count: int) -> np.ndarray:  # type: ignore[type-arg]
    is_start = np.zeros(count, bool)
    is_start[list(starts)] = True
    return is_start


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ("O O", []),
        ("B-PER I-PER O", [(0, 2, "PER")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O B-ORG I-ORG", [(1, 3, "ORG")]),
        ("I-PER I-PER I-PER", [(0, 3, "PER")]),  # the path must open the name
    ],
)
def test_tags_become_names(tags: str, wanted: list[tuple[int, int, str]]) -> None:
    assert names(tags) == wanted


def test_no_name_crosses_a_sentence_start() -> None:
    assert names("B-ORG I-ORG I-ORG", starts=(0, 1)) == [(0, 1, "ORG"), (1, 3, "ORG")]


def test_moves_forbid_what_is_no_name() -> None:
    row = {
        tag: dict(zip(TAGS, moves, strict=True)) for tag, moves in zip(TAGS, MOVES, strict=False)
    }
    assert row["B-PER"]["I-PER"] == row["I-PER"]["I-PER"] == 0
    assert row["O"]["I-PER"] == row["B-ORG"]["I-PER"] == FORBIDDEN
    assert MOVES[-1][TAGS.index("I-ORG")] == FORBIDDEN


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_no_path_is_better(seed: int, words: int) -> None:
    draw = np.random.default_rng(seed)
    chances = np.log(draw.dirichlet(np.ones(5), size=words))
    moves = draw.normal(size=(6, 5)) + MOVES

    def value(path: tuple[int, ...]) -> float:
        before = (5, *path)
        return sum(chances[i, tag] + moves[before[i], tag] for i, tag in enumerate(path))

    found = best_path(chances, moves, at((0,), words))
    best = max(value(path) for path in product(range(5), repeat=words))
    assert value(tuple(found)) == pytest.approx(best)


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 12), st.integers(1, 12))
def test_every_sentence_is_decoded_as_in_the_training(seed: int, first: int, second: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.normal(size=(first + second, 5)) * 2
    moves = draw.normal(size=(6, 5)) + MOVES
    chances = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    found = [TAGS[i] for i in best_path(chances, moves, at((0, first), first + second))]
    parts = (scores[:first], scores[first:])
    assert found == [tag for part in parts for tag in name_tags(part, TAGS, moves.tolist())]


def test_score_is_that_of_the_least_certain_word() -> None:
    scores = np.array([[0, 9, 0, 0, 0], [2, 0, 2.5, 0, 0]], np.float32)
    (name,) = find_names(scores, TAGS, MOVES, np.array([True, False]))
    powers = np.exp(scores[1])
    assert isinstance(name, Name)
    assert name.score == pytest.approx((powers[1] + powers[2]) / powers.sum())


def test_no_words_have_no_names() -> None:
    assert find_names(np.zeros((0, 5)), TAGS, MOVES, np.zeros(0, bool)) == []


def test_titles_stay_outside_of_a_persons_name() -> None:
    words = ["Frau", "Dr.", "Ida", "Roth", "und", "Prof.", "von", "Dr.", "Oetker"]
    found = [Name(0, 4, "PER", 0.9), Name(5, 6, "PER", 0.5), Name(7, 9, "ORG", 0.8)]
    kept = without_titles(found, words)
    assert [(name.start, name.end, name.label) for name in kept] == [(2, 4, "PER"), (7, 9, "ORG")]
