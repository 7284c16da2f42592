"""Arc scores always become one tree, and the best one."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from de_presse.trees import best_tree, is_tree


def scores_of(seed: int, words: int) -> np.ndarray:  # type: ignore[type-arg]
    return np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)


def value(scores, heads) -> float:  # type: ignore[no-untyped-def]
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


@pytest.mark.parametrize(
    ("heads", "is_one"),
    [
        ([0], True),
        ([2, 0], True),
        ([0, 0], False),  # two roots
        ([2, 1], False),  # a cycle and no root
        ([0, 3, 2], False),  # a cycle beside the root
        ([2, 0, 2, 3], True),
    ],
)
def test_tree_is_told_from_what_is_none(heads: list[int], is_one: bool) -> None:
    assert is_tree(heads) is is_one


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 40))
def test_any_scores_give_one_tree(seed: int, words: int) -> None:
    assert is_tree(best_tree(scores_of(seed, words)))


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_no_tree_is_better(seed: int, words: int) -> None:
    # up to three words, so that every root is tried
    scores = scores_of(seed, words)
    trees = [list(h) for h in product(range(words + 1), repeat=words) if is_tree(list(h))]
    best = max(value(scores, heads) for heads in trees)
    assert value(scores, best_tree(scores)) == pytest.approx(best, abs=1e-5)


def test_nested_cycles_are_broken_at_the_cheapest_arcs() -> None:
    scores = np.full((4, 5), -20.0)
    scores[0, 2], scores[1, 1] = 10, 10  # words 1 and 2 want each other
    scores[2, 4], scores[3, 3] = 9, 9  # so do words 3 and 4
    scores[0, 0], scores[2, 2] = 1, 2
    assert best_tree(scores) == [0, 1, 2, 3]


def test_long_sentence_of_bad_scores_ends() -> None:
    assert is_tree(best_tree(scores_of(1, 190)))
