"""Decoding: always one tree with one root, and the best one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from recipe.decode import name_tags, tree


def _is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        seen, node = set(), start
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


def _best_by_trying_all(scores: np.ndarray) -> float:
    count = len(scores)
    columns = itertools.product(range(count + 1), repeat=count)
    return max(
        sum(scores[i, h] for i, h in enumerate(heads))
        for heads in columns
        if all(h != i + 1 for i, h in enumerate(heads)) and _is_tree(list(heads))
    )


@pytest.mark.parametrize("seed", range(25))
def test_tree_is_the_best_single_rooted_one(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 5)) * 3
    heads = tree(scores)
    assert _is_tree(heads)
    value = sum(scores[i, h] for i, h in enumerate(heads))
    assert value == pytest.approx(_best_by_trying_all(scores))


def test_two_words_that_point_at_each_other_are_broken_up() -> None:
    scores = np.array([[0.0, -9.0, 5.0], [1.0, 5.0, -9.0]])
    assert tree(scores) == [2, 0]


def test_single_word_is_the_root() -> None:
    assert tree(np.array([[-3.0, 9.0]])) == [0]


def test_inside_tag_after_another_label_opens_a_name() -> None:
    scores = np.eye(3)[[1, 2, 0, 2]]
    assert name_tags(scores, ["O", "B-PER", "I-PER"]) == ["B-PER", "I-PER", "O", "B-PER"]
