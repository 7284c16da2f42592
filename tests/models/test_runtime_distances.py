"""How far words stand from each other, in the steps of the training's role head."""

from __future__ import annotations

import numpy as np

from de_presse.distances import (
    LAST,
    SENTENCE_STEPS,
    WORD_STEPS,
    sentence_steps,
    word_steps,
)


def test_distance_steps_widen_and_tell_before_from_behind() -> None:
    assert word_steps(2, 5).tolist() == [LAST + 3, LAST + 2, 0, 1, 2]
    long = word_steps(0, 400)
    assert long[4] == 4
    assert long[5] == 4
    assert long[8] == 6
    assert long[399] == LAST
    assert word_steps(399, 400)[0] == WORD_STEPS - 1


def test_sentence_steps_end_four_sentences_off() -> None:
    sentence = np.array([1, 2, 7, 8])
    assert sentence_steps(1, sentence).tolist() == [3, 4, SENTENCE_STEPS - 1, SENTENCE_STEPS - 1]
