"""Decoding: always one tree with one root, and the best one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from recipe.decode import name_tags, tree
from recipe.sentences import BIO_TAGS, Sentence
from recipe.transitions import name_transitions


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


SENTENCES = [
    Sentence(list("abcde"), [True] * 5, "press", "u", names=["O", "B-ORG", "I-ORG", "I-ORG", "O"]),
    Sentence(list("abc"), [True] * 3, "press", "u", names=["B-PER", "I-PER", "O"]),
]


def _scores(**by_tag: list[float]) -> np.ndarray:
    rows = len(next(iter(by_tag.values())))
    scores = np.zeros((rows, len(BIO_TAGS)))
    for name, column in by_tag.items():
        scores[:, BIO_TAGS.index(name.replace("_", "-"))] = column
    return scores


def test_name_never_begins_inside() -> None:
    scores = _scores(O=[2, 0, 2], I_ORG=[0, 9, 0], B_ORG=[0, 8, 0])
    tags = name_tags(scores, list(BIO_TAGS), name_transitions(SENTENCES))
    assert tags == ["O", "B-ORG", "O"]


def test_last_word_of_a_name_is_not_split_off_by_a_small_preference() -> None:
    # "IHK zu Flensburg": alone, the network slightly prefers the town as a place of its own.
    scores = _scores(B_ORG=[9, 0, 0], I_ORG=[0, 9, 6], B_LOC=[0, 0, 7])
    tags = name_tags(scores, list(BIO_TAGS), name_transitions(SENTENCES))
    assert tags == ["B-ORG", "I-ORG", "I-ORG"]


def test_clear_neighbours_stay_two_names() -> None:
    scores = _scores(B_ORG=[9, 0], I_ORG=[0, 1], B_LOC=[0, 9])
    tags = name_tags(scores, list(BIO_TAGS), name_transitions(SENTENCES))
    assert tags == ["B-ORG", "B-LOC"]
