"""Events as the model reads them: the word that tells one, its status, and the words with a part.

The trigger head is a layer like tags and trees. The words that it finds, and the people, are then
asked about one by one (`anchored`). What becomes of a reading (which names the words belong to,
which readings are one event) is left to the caller.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Protocol

import numpy as np

Array = np.ndarray[Any, Any]
OUTPUTS: Final = ("trigger", "status", "states")
# Fainter triggers and roles are not worth keeping: callers ask for more than this anyway.
LEAST_TRIGGER: Final = 0.1
LEAST_ROLE: Final = 0.1
EMPLOYER: Final = "employer"  # the role that belongs to a person instead of a trigger


@dataclass(frozen=True, slots=True)
class Told:
    """One trigger: word index, label, probability, status with its own, and the words with roles.

    `window` is the index of the first word of the window in which it was read.

    `roles` holds (word index, role, probability), every role of a word that is likely enough. The
    role "same" stands for another trigger that tells the same event.
    """

    word: int
    window: int
    label: str
    score: float
    status: str
    status_score: float
    roles: tuple[tuple[int, str, float], ...]


@dataclass(frozen=True, slots=True)
class Employer:
    """A word of a body that a person works for or holds an office in; `person` is a word too."""

    person: int
    word: int
    score: float


class Question(NamedTuple):
    """A word of a window that is asked about; kinds are the event labels in order, then people."""

    word: int
    kind: int


class Answer(NamedTuple):
    """Scores before softmax or sigmoid: roles [W, roles], verdict, status [statuses]."""

    roles: Array
    verdict: float
    status: Array


class Asks(Protocol):
    """Answers questions about one window, given by the main graph's outputs for it."""

    def __call__(
        self, out: dict[str, Array], sentence: Array, questions: Sequence[Question]
    ) -> list[Answer]: ...


@dataclass(frozen=True, slots=True)
class EventReader:
    """The event labels of one model."""

    labels: list[str]
    statuses: list[str]
    roles: list[str]

    def read(
        self, out: dict[str, Array], sentence: Array, people: Sequence[int], offset: int, ask: Asks
    ) -> tuple[list[Told], list[Employer]]:
        """Return what one window tells, and for whom its people work.

        `sentence` holds the number of each word's sentence; the first word has index `offset`.
        `people` are the last words of their names, counted from the window's first word.
        """
        chances = _sigmoid(out["trigger"][: len(sentence)])
        triggers = [
            Question(word, label) for word, label in np.argwhere(chances >= LEAST_TRIGGER).tolist()
        ]
        asked = [*triggers, *(Question(person, len(self.labels)) for person in people)]
        answers = ask(out, sentence, asked) if asked else []
        told = [
            self._told(question, float(chances[question]), answer, offset)
            for question, answer in zip(triggers, answers, strict=False)
        ]
        employers = [
            employer
            for person, answer in zip(people, answers[len(triggers) :], strict=True)
            for employer in self._employers(person, answer, offset)
        ]
        return told, employers

    def _told(self, question: Question, chance: float, answer: Answer, offset: int) -> Told:
        status = _softmax(answer.status)
        best = int(status.argmax())
        chances = _softmax(answer.roles)
        chances[:, 0] = 0.0  # role 0 is none
        roles = tuple(
            (other + offset, self.roles[role], float(chances[other, role]))
            for other, role in np.argwhere(chances >= LEAST_ROLE).tolist()
        )
        return Told(
            question.word + offset,
            offset,
            self.labels[question.kind],
            (chance + 1 / (1 + math.exp(-answer.verdict))) / 2,
            self.statuses[best],
            float(status[best]),
            roles,
        )

    def _employers(self, person: int, answer: Answer, offset: int) -> list[Employer]:
        chances = _softmax(answer.roles)[:, self.roles.index(EMPLOYER)]
        return [
            Employer(person + offset, word + offset, float(chances[word]))
            for word in np.flatnonzero(chances >= LEAST_ROLE).tolist()
        ]


def _sigmoid(scores: Array) -> Array:
    result: Array = 1 / (1 + np.exp(-scores))
    return result


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    result: Array = raised / raised.sum(-1, keepdims=True)
    return result
