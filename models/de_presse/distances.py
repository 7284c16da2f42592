"""How far a word stands from the word that it is asked for, in the steps that the role head knows.

Of two events of one kind the nearer one is likelier a word's; the head learns one vector a step.
Used in training (`recipe/windows.py`) and at run time alike.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

Array = np.ndarray[Any, Any]
# Up to this many words each distance is a step of its own; beyond, two steps for each doubling.
EXACT: Final = 4
LAST: Final = 13  # from about 90 words on
WORD_STEPS: Final = 2 * (LAST + 1)  # before and behind
LAST_SENTENCE: Final = 4
SENTENCE_STEPS: Final = 2 * LAST_SENTENCE + 1


def word_steps(asked: int, count: int) -> Array:
    """The step of each of `count` words of a window, asked for the word with index `asked`."""
    distance = np.arange(count) - asked
    size = np.abs(distance)
    far = EXACT + (2 * np.log2(np.maximum(size, EXACT) / EXACT)).astype(np.int64)
    steps = np.minimum(np.where(size <= EXACT, size, far), LAST)
    return np.where(distance < 0, steps + LAST + 1, steps)


def sentence_steps(asked: int, sentence: Array) -> Array:
    """The step of each word; `sentence` holds the number of each word's sentence, rising."""
    apart = sentence - sentence[asked]
    result: Array = np.clip(apart, -LAST_SENTENCE, LAST_SENTENCE) + LAST_SENTENCE
    return result
