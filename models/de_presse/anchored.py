"""The second pass: a text read once more for one word that is asked about, which is marked in it.

The main graph's upper layers see all events of a window at once, and so can hardly say whose goal
or date a word is. The anchored graph takes the states from below those layers, marks the asked word
and reads on: which part every word plays for it, whether it tells an event at all, and how that
stands. It reads the windows around the asked word's with it, for an article names in one paragraph
who travels and in the next where to. Words that nobody asks about cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from de_presse.distances import sentence_steps, word_steps
from de_presse.sessions import open_session
from de_presse.told import Answer, Question, Seen
from de_presse.windows import context

Array = np.ndarray[Any, Any]
OUTPUTS: Final = ("roles", "verdict", "status")
# Pieces of a run, all its questions together: see `windows.BATCH`.
RUN_PIECES: Final = 400
# Sides: the asked word's own window, those in front of it and those behind.
OWN, BEFORE, AFTER = 0, 1, 2


class AnchoredPass:
    """One inference session of the anchored graph; `most` are the pieces that are read together."""

    needs: Final = "states"  # of the main graph: those from below the upper layers

    def __init__(self, path: Path, most: int, *, threads: int) -> None:
        self._session = open_session(path, threads=threads)
        self._most = most
        # Graphs that read one window at a time know no sides.
        self._knows_sides = any(given.name == "side" for given in self._session.get_inputs())

    def stretches(self, sizes: Sequence[int]) -> list[tuple[int, int]]:
        """Return for each window which windows (start, end) are read with it, see `context`."""
        return [context(sizes, i, self._most) for i in range(len(sizes))]

    def open(self, windows: Sequence[Seen]) -> Callable[[int, Sequence[Question]], list[Answer]]:
        """Return what answers questions about the window with some index."""
        return partial(self._answers, windows)

    def _answers(
        self, windows: Sequence[Seen], own: int, questions: Sequence[Question]
    ) -> list[Answer]:
        """Return an answer for each question about a word of the window with index `own`.

        An answer tells of the words of all windows, which follow each other in the text.

        Questions of one window share a run, as many as fit: int8 takes its ranges from a run, and
        so no window changes another's answers.
        """
        given, shift = self._given(windows, own)
        pieces, words = len(given["states"]), len(given["first"])
        sentence = given.pop("sentence")
        size = max(1, RUN_PIECES // pieces)
        answers: list[Answer] = []
        for start in range(0, len(questions), size):
            part = np.array(questions[start : start + size], np.int64)
            asked = part[:, 0] + shift
            feed = given | {
                "asked": asked,
                "kind": part[:, 1].copy(),
                "word_steps": np.stack([word_steps(word, words) for word in asked]),
                "sentence_steps": np.stack([sentence_steps(word, sentence) for word in asked]),
            }
            roles, verdicts, statuses = self._session.run(OUTPUTS, feed)
            answers += [
                Answer(*answer) for answer in zip(roles, verdicts.tolist(), statuses, strict=True)
            ]
        return answers

    def _given(self, windows: Sequence[Seen], own: int) -> tuple[dict[str, Array], int]:
        """Return the windows run together, and the index that the own one's first word has."""
        pieces = np.cumsum([0, *(len(window.states) for window in windows)])
        words = np.cumsum([0, *(len(window.first) for window in windows)])
        sentences = np.cumsum([0, *(int(window.sentence[-1]) for window in windows)])
        given = {
            "states": np.concatenate([window.states for window in windows]),
            "first": np.concatenate([w.first + at for w, at in zip(windows, pieces, strict=False)]),
            "last": np.concatenate([w.last + at for w, at in zip(windows, pieces, strict=False)]),
            "sentence": np.concatenate(
                [w.sentence + at for w, at in zip(windows, sentences, strict=False)]
            ),
        }
        if self._knows_sides:
            sides = [BEFORE] * own + [OWN] + [AFTER] * (len(windows) - own - 1)
            given["side"] = np.repeat(np.array(sides, np.int64), np.diff(pieces))
        return given, int(words[own])
