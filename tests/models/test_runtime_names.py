"""BIO scores become names that never overlap, cross a sentence or begin nowhere."""

from __future__ import annotations

import numpy as np
import pytest

from de_presse.names import Name, find_names

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


def names(tags: str, *, starts: tuple[int, ...] = (0,)) -> list[tuple[int, int, str]]:
    chosen = tags.split()
    scores = np.zeros((len(chosen), len(TAGS)), np.float32)
    for row, tag in enumerate(chosen):
        scores[row, TAGS.index(tag)] = 5
    is_start = np.zeros(len(chosen), bool)
    is_start[list(starts)] = True
    return [name[:3] for name in find_names(scores, TAGS, is_start)]


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ("O O", []),
        ("B-PER I-PER O", [(0, 2, "PER")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O I-ORG I-ORG", [(1, 3, "ORG")]),  # opens a name
        ("B-PER I-ORG", [(0, 1, "PER"), (1, 2, "ORG")]),  # continues nothing
        ("B-ORG O I-ORG", [(0, 1, "ORG"), (2, 3, "ORG")]),
    ],
)
def test_tags_become_names(tags: str, wanted: list[tuple[int, int, str]]) -> None:
    assert names(tags) == wanted


def test_no_name_crosses_a_sentence_start() -> None:
    assert names("B-ORG I-ORG", starts=(0, 1)) == [(0, 1, "ORG"), (1, 2, "ORG")]


def test_score_is_that_of_the_least_certain_word() -> None:
    scores = np.array([[0, 9, 0, 0, 0], [2, 0, 2.5, 0, 0]], np.float32)
    (name,) = find_names(scores, TAGS, np.array([True, False]))
    powers = np.exp(scores[1])
    assert isinstance(name, Name)
    assert name.score == pytest.approx((powers[1] + powers[2]) / powers.sum())


def test_no_words_have_no_names() -> None:
    assert find_names(np.zeros((0, 5)), TAGS, np.zeros(0, bool)) == []
