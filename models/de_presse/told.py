"""Events as the model reads them: the word that tells one, its status, and the words with a part.

Two looks tell which word is a trigger: the main graph's, at a window, and the second pass's
(`article`), at the article. What they find likely together, and the people, is asked about there.
What becomes of a reading (which names the words belong to, which readings are one event) is left to
the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Protocol

import numpy as np

Array = np.ndarray[Any, Any]
# Of the main graph: scores of trigger labels a word, and what the piece table holds for each piece.
OUTPUTS: Final = ("trigger", "vectors")
# Fainter triggers and roles are not worth keeping: callers ask for more than this anyway.
LEAST_TRIGGER: Final = 0.1
LEAST_ROLE: Final = 0.1
# Share of the second look in the mean of both looks' scores. Of 0.5, 0.7 and 1 (and of the means of
# chances) the best on held-out articles, see models/HISTORY.md.
SECOND_SHARE: Final = 0.7
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


class Seen(NamedTuple):
    """What the second pass is given of a window: the vectors of its pieces [L, width], and of each
    word [W] its first and last piece and the number of its sentence."""

    vectors: Array
    first: Array
    last: Array
    sentence: Array


class Question(NamedTuple):
    """A word of a window that is asked about; kinds are the event labels in order, then people."""

    word: int
    kind: int


class Place(NamedTuple):
    """Where a window's first word stands in its document, and its stretch's."""

    window: int
    stretch: int


class Answer(NamedTuple):
    """Scores before softmax: roles [W, roles] of the words of the window's stretch, status."""

    roles: Array
    status: Array


class SecondLook(Protocol):
    """What the second pass says of a window."""

    def triggers(self) -> Array:
        """Return the scores before sigmoid [W, labels] of the window's words."""

    def answers(self, questions: Sequence[Question]) -> list[Answer]:
        """Answer questions about the window's words."""


@dataclass(frozen=True, slots=True)
class EventReader:
    """The event labels of one model."""

    labels: list[str]
    statuses: list[str]
    roles: list[str]

    def read(
        self, triggers: Array, people: Sequence[int], place: Place, look: SecondLook
    ) -> tuple[list[Told], list[Employer]]:
        """Return what one window tells, and for whom its people work.

        `triggers` are the main graph's scores [W, labels]; `people` are the last words of their
        names, counted from the window's first word.
        """
        chances = chances_of_both(triggers, look.triggers())
        found = [
            Question(word, label) for word, label in np.argwhere(chances >= LEAST_TRIGGER).tolist()
        ]
        asked = [*found, *(Question(person, len(self.labels)) for person in people)]
        answers = look.answers(asked) if asked else []
        told = [
            self._told(question, float(chances[question]), answer, place)
            for question, answer in zip(found, answers, strict=False)
        ]
        employers = [
            employer
            for person, answer in zip(people, answers[len(found) :], strict=True)
            for employer in self._employers(person, answer, place)
        ]
        return told, employers

    def _told(self, question: Question, chance: float, answer: Answer, place: Place) -> Told:
        status = _softmax(answer.status)
        best = int(status.argmax())
        chances = _softmax(answer.roles)
        chances[:, 0] = 0.0  # role 0 is none
        roles = tuple(
            (other + place.stretch, self.roles[role], float(chances[other, role]))
            for other, role in np.argwhere(chances >= LEAST_ROLE).tolist()
        )
        return Told(
            question.word + place.window,
            place.window,
            self.labels[question.kind],
            chance,
            self.statuses[best],
            float(status[best]),
            roles,
        )

    def _employers(self, person: int, answer: Answer, place: Place) -> list[Employer]:
        chances = _softmax(answer.roles)[:, self.roles.index(EMPLOYER)]
        return [
            Employer(person + place.window, word + place.stretch, float(chances[word]))
            for word in np.flatnonzero(chances >= LEAST_ROLE).tolist()
        ]


def chances_of_both(first: Array, second: Array) -> Array:
    """The chances that words are triggers by the scores of both looks."""
    mean = (1 - SECOND_SHARE) * first + SECOND_SHARE * second
    result: Array = 1 / (1 + np.exp(-mean))
    return result


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    result: Array = raised / raised.sum(-1, keepdims=True)
    return result
