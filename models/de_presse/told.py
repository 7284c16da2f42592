"""Events as the model reads them: the word that tells one, its status, and the words with a part.

The trigger and role heads are a layer like tags and trees; what becomes of a reading (which
names the words belong to, which readings are one event) is left to the caller.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from de_presse.distances import sentence_steps, word_steps

Array = np.ndarray[Any, Any]
OUTPUTS: Final = ("trigger", "status", "role_trigger", "role_word")
# Fainter triggers and roles are not worth keeping: callers ask for more than this anyway.
LEAST_TRIGGER: Final = 0.1
LEAST_ROLE: Final = 0.1
EMPLOYER: Final = "employer"  # the role that belongs to a person instead of a trigger
SLOPE: Final = 0.1  # of the hidden layer below zero, as trained


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


@dataclass(frozen=True, slots=True)
class RoleScorer:
    """The small layers that score (trigger, word) pairs; role 0 is none.

    `words` and `sentences` hold a vector for each step of distance.
    """

    hidden_weight: Array
    hidden_bias: Array
    words: Array
    sentences: Array
    weight: Array
    bias: Array

    def chances(self, out: dict[str, Array], asked: int, sentence: Array) -> Array:
        """Probabilities of every role of a window's words for the one asked: [W, roles].

        `sentence` holds the number of each word's sentence.
        """
        count = len(sentence)
        words = out["role_word"][:count]
        repeated = np.broadcast_to(out["role_trigger"][asked], words.shape)
        joined = np.concatenate([repeated, words, repeated * words], axis=-1)
        hidden = joined @ self.hidden_weight.T + self.hidden_bias
        hidden += self.words[word_steps(asked, count)]
        hidden += self.sentences[sentence_steps(asked, sentence)]
        return _softmax(np.maximum(hidden, SLOPE * hidden) @ self.weight.T + self.bias)


@dataclass(frozen=True, slots=True)
class EventReader:
    """The event heads of one model with their labels."""

    labels: list[str]
    statuses: list[str]
    roles: list[str]
    scorer: RoleScorer

    def read(self, out: dict[str, Array], sentence: Array, offset: int) -> list[Told]:
        """Return what one window tells; its first word has index `offset`.

        `sentence` holds the number of each word's sentence.
        """
        chances = 1 / (1 + np.exp(-out["trigger"][: len(sentence)]))
        told: list[Told] = []
        roles: dict[int, tuple[tuple[int, str, float], ...]] = {}  # a word may tell two events
        for word, label in np.argwhere(chances >= LEAST_TRIGGER).tolist():
            if word not in roles:
                roles[word] = self._roles(out, word, sentence, offset)
            status = _softmax(out["status"][word])
            best = int(status.argmax())
            told.append(
                Told(
                    word + offset,
                    offset,
                    self.labels[label],
                    float(chances[word, label]),
                    self.statuses[best],
                    float(status[best]),
                    roles[word],
                )
            )
        return told

    def employers(
        self, out: dict[str, Array], people: Iterable[int], sentence: Array, offset: int
    ) -> list[Employer]:
        """Return for whom people work, as one window says; `sentence` as in `read`.

        `people` are the last words of their names, counted from the window's first word, which
        has index `offset`.
        """
        if EMPLOYER not in self.roles:
            return []
        role = self.roles.index(EMPLOYER)
        found: list[Employer] = []
        for person in people:
            chances = self.scorer.chances(out, person, sentence)
            found += [
                Employer(person + offset, word + offset, float(chances[word, role]))
                for word in np.flatnonzero(chances[:, role] >= LEAST_ROLE).tolist()
            ]
        return found

    def _roles(
        self, out: dict[str, Array], word: int, sentence: Array, offset: int
    ) -> tuple[tuple[int, str, float], ...]:
        chances = self.scorer.chances(out, word, sentence)
        chances[:, 0] = 0.0  # role 0 is none
        return tuple(
            (other + offset, self.roles[role], float(chances[other, role]))
            for other, role in np.argwhere(chances >= LEAST_ROLE).tolist()
        )


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    result: Array = raised / raised.sum(-1, keepdims=True)
    return result
