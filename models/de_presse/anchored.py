"""The second pass: a window read once more for one word that is asked about, which is marked in it.

The main graph's upper layers see all events of a window at once, and so can hardly say whose goal
or date a word is. The anchored graph takes the states from below those layers, marks the asked word
and reads on: which part every word plays for it, whether it tells an event at all, and how that
stands. Words that nobody asks about cost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from de_presse.distances import sentence_steps, word_steps
from de_presse.sessions import open_session
from de_presse.told import Answer, Question

Array = np.ndarray[Any, Any]
OUTPUTS: Final = ("roles", "verdict", "status")
# Pieces of a run, all its questions together: see `windows.BATCH`.
RUN_PIECES: Final = 400


class SecondPass:
    """One inference session of the anchored graph."""

    def __init__(self, path: Path, *, threads: int) -> None:
        self._session = open_session(path, threads=threads)

    def __call__(
        self, out: dict[str, Array], sentence: Array, questions: Sequence[Question]
    ) -> list[Answer]:
        """Return an answer for each question about the window that `out` is of.

        `sentence` holds the number of each word's sentence.

        Questions of one window share a run, as many as fit: int8 takes its ranges from a run, and
        so no window changes another's answers.
        """
        pieces, words = int(out["pieces"]), int(out["words"])
        window = {
            "states": out["states"][:pieces],
            "first": out["first"][:words],
            "last": out["last"][:words],
        }
        size = max(1, RUN_PIECES // pieces)
        answers: list[Answer] = []
        for start in range(0, len(questions), size):
            part = np.array(questions[start : start + size], np.int64)
            feed = window | {
                "asked": part[:, 0].copy(),
                "kind": part[:, 1].copy(),
                "word_steps": np.stack([word_steps(word, words) for word in part[:, 0]]),
                "sentence_steps": np.stack([sentence_steps(word, sentence) for word in part[:, 0]]),
            }
            roles, verdicts, statuses = self._session.run(OUTPUTS, feed)
            answers += [
                Answer(*answer) for answer in zip(roles, verdicts.tolist(), statuses, strict=True)
            ]
        return answers
