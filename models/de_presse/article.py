"""The second pass: the article read once more as one text, by layers of its own.

The main graph reads windows of a few sentences; an article names in one paragraph who travels and
in the next where to. Here all pieces of an article, up to the positions that the network has, go
through layers that learned nothing else than which word plays which part in whose event. What they
give is a state a word for the part that it plays and one for the word that is asked about; a small
network scores pairs of them, outside the graph, as with the relations of the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from de_presse.distances import sentence_steps, word_steps
from de_presse.sessions import REMEDY, open_session
from de_presse.told import Answer, Question, Seen
from presselese.errors import BadResource

Array = np.ndarray[Any, Any]
OUTPUTS: Final = ("asked", "word", "trigger", "status")
# Pieces of a stretch: the positions that the network knows, without the two special pieces.
MOST_PIECES: Final = 506
SLOPE: Final = 0.1  # of the leaky rectifiers


class PairScores(NamedTuple):
    """The small network over pairs, as `recipe.article` trains it; D is its width.

    `kind` [kinds, D] is added to the asked word's numbers; `hidden` [3D, D] goes over those, the
    other word's and their products, `words` and `sentences` [steps, D] say how far they stand from
    each other (`distances`), `role` [D, roles] and the two biases give the scores.
    """

    kind: Array
    hidden: Array
    hidden_bias: Array
    words: Array
    sentences: Array
    role: Array
    role_bias: Array


def read_pair_scores(path: Path, roles: int) -> PairScores:
    """Read them from an `.npz` file; raises `BadResource`."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            scores = PairScores(*(arrays[name].astype(np.float32) for name in PairScores._fields))
    except (OSError, ValueError, KeyError) as error:
        raise BadResource(path.name, f"cannot be read ({error})", REMEDY) from error
    if scores.role.shape[1:] != (roles,):
        raise BadResource(path.name, "was not made together with labels.json", REMEDY)
    return scores


class ArticlePass:
    """One inference session of the graph that reads articles, with the scores of pairs."""

    def __init__(self, graph: Path, scores: PairScores, *, threads: int) -> None:
        self._session = open_session(graph, threads=threads)
        self._scores = scores

    def stretches(self, sizes: Sequence[int]) -> list[tuple[int, int]]:
        """Return for each window which windows (start, end) are read with it.

        `sizes` are the pieces of all windows. An article that is too long for one stretch has
        several that overlap; each window belongs to the one in whose middle it stands most.
        """
        found = _stretches(sizes)
        return [max(found, key=lambda s: min(i - s[0], s[1] - 1 - i)) for i in range(len(sizes))]

    def open(self, windows: Sequence[Seen]) -> list[Look]:
        """Return a look at each window of a stretch; the first that is used runs the graph."""
        stretch = _Stretch(windows, self._run)
        return [Look(stretch, own, self._scores) for own in range(len(windows))]

    def _run(self, feed: dict[str, Array]) -> list[Array]:
        found: list[Array] = self._session.run(OUTPUTS, feed)
        return found


def _stretches(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Return stretches of windows of at most MOST_PIECES that overlap by about a half."""
    found: list[tuple[int, int]] = []
    start = 0
    while True:
        end, total = start + 1, sizes[start]
        while end < len(sizes) and total + sizes[end] - 1 <= MOST_PIECES + 2:
            total += sizes[end] - 1  # two windows share the piece that parts them
            end += 1
        found.append((start, end))
        if end >= len(sizes):
            return found
        start = max(start + 1, (start + end) // 2)


class _Stretch:
    """Windows run together as one text; the graph runs on them once, when it is looked at."""

    def __init__(
        self, windows: Sequence[Seen], run: Callable[[dict[str, Array]], list[Array]]
    ) -> None:
        self.windows, self._run = windows, run
        # A window's vectors begin with the piece that opens a text and end with that which parts
        # it from the next.
        self._pieces = np.cumsum([0, *(len(window.vectors) - 1 for window in windows)])
        self.words = np.cumsum([0, *(len(window.first) for window in windows)])
        shifts = np.cumsum([0, *(int(window.sentence[-1]) for window in windows)])
        self.sentence = np.concatenate(
            [w.sentence + shift for w, shift in zip(windows, shifts, strict=False)]
        )

    @cached_property
    def outputs(self) -> list[Array]:
        """The graph's outputs, an array [words, …] each."""
        rows = [self.windows[0].vectors[:1], *(window.vectors[1:] for window in self.windows)]
        shifted = list(zip(self.windows, self._pieces.tolist(), strict=False))
        feed = {
            "vectors": np.concatenate(rows)[None],
            "first": np.concatenate([w.first + at for w, at in shifted])[None],
            "last": np.concatenate([w.last + at for w, at in shifted])[None],
        }
        return [values[0] for values in self._run(feed)]


@dataclass(frozen=True, slots=True)
class Look:
    """The second look at the window with index `own` of a stretch."""

    stretch: _Stretch
    own: int
    scores: PairScores

    def triggers(self) -> Array:
        """Return the scores before sigmoid [W, labels] of the window's words."""
        start, end = self.stretch.words[self.own : self.own + 2].tolist()
        _, _, triggers, _ = self.stretch.outputs
        return triggers[start:end]

    def answers(self, questions: Sequence[Question]) -> list[Answer]:
        """Answer questions about the window's words; role scores are of the whole stretch's."""
        asked_states, word_states, _, statuses = self.stretch.outputs
        scores, shift = self.scores, int(self.stretch.words[self.own])
        width = word_states.shape[1]
        first, second, product = (scores.hidden[i * width : (i + 1) * width] for i in range(3))
        of_words = word_states @ second + scores.hidden_bias
        answers = []
        for question in questions:
            word = question.word + shift
            asked = _leaky(asked_states[word] + scores.kind[question.kind])
            hidden = of_words + asked @ first + (word_states * asked) @ product
            hidden += scores.words[word_steps(word, len(word_states))]
            hidden += scores.sentences[sentence_steps(word, self.stretch.sentence)]
            roles = _leaky(hidden) @ scores.role + scores.role_bias
            answers.append(Answer(roles, statuses[word]))
        return answers


def _leaky(values: Array) -> Array:
    """The leaky rectifier."""
    result: Array = np.where(values > 0, values, SLOPE * values)
    return result
