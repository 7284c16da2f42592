"""The second pass: which part every word of a window plays for one word that is asked about.

The word (a trigger that may tell an event, or a person) is marked in the states that the main
graph's layer `FIRST_LAYER` gives, and copies of the upper layers read the window once more with
that mark in view. One state a word cannot say for which of three trips a place is the goal; a
window read for one trip can (typed markers, Zhong & Chen 2021, "A Frustratingly Easy Approach for
Entity and Relation Extraction"). The lower layers are shared, so that it costs a third of a pass
for each word asked about, and nothing on text without events.

Shapes: B asked words, each with its window; L pieces, W words.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from de_presse.distances import sentence_steps, word_steps
from recipe.labels import EVENT_LABELS
from recipe.network import FAR_BELOW, WIDTH, Analyser, pick, role_scores
from recipe.windows import IGNORE

FIRST_LAYER = {12: 9, 5: 3}  # by the number of layers: the states behind so many go in
PERSON_KIND = len(EVENT_LABELS)  # what is asked: an event of a label, or for whom a person works
MARK_SPREAD = 0.05  # at the start; a state's numbers spread by about 1
# The heads that go on from those of the main graph.
HEADS = (
    "trigger", "status", "role_trigger", "role_word", "role_hidden", "role_words",
    "role_sentences", "role",
)  # fmt: skip


def first_layer(layers: int) -> int:
    """How many of a network's layers lie below the second pass."""
    return FIRST_LAYER[layers]


class Given(NamedTuple):
    """What is given for B questions.

    `states` [B, L, WIDTH], `bias` [B, 1, 1, L] far below zero on padding, `first` and `last`
    [B, W] pieces of the words, `word` [B] the index of the asked word, `kind` [B], and how far
    every word stands from the asked one [B, W], see `de_presse.distances`.
    """

    states: Tensor
    bias: Tensor
    first: Tensor
    last: Tensor
    word: Tensor
    kind: Tensor
    word_steps: Tensor
    sentence_steps: Tensor


class Anchored(nn.Module):
    """Upper layers with a mark for each kind of question, and the heads for events.

    Starts as what the main graph says, layers and heads alike, with marks that hardly count.
    """

    def __init__(self, model: Analyser) -> None:
        super().__init__()
        layers = model.encoder.layers
        self.layers = copy.deepcopy(layers[first_layer(len(layers)) :])
        self.mark = nn.Embedding(len(EVENT_LABELS) + 1, WIDTH)
        nn.init.normal_(self.mark.weight, std=MARK_SPREAD)
        self.heads = nn.ModuleDict({name: copy.deepcopy(getattr(model, name)) for name in HEADS})
        self.drop = nn.Dropout(0.1)

    def forward(self, given: Given) -> tuple[Tensor, Tensor, Tensor]:
        """Role scores [B, W, roles], and of the asked word: verdict [B], status [B, statuses]."""
        asked = given.word[:, None]
        begin, end = given.first.gather(1, asked), given.last.gather(1, asked)
        place = torch.arange(given.states.shape[1], device=given.states.device)[None]
        is_asked = ((place >= begin) & (place <= end)).to(given.states.dtype)
        x = given.states + is_asked[:, :, None] * self.mark(given.kind)[:, None, :]
        for layer in self.layers:
            x = layer(x, given.bias)
        words = self.drop((pick(x, given.first) + pick(x, given.last)) * 0.5)
        own = pick(words, asked)[:, 0]
        # People are judged by the first label, which nobody reads.
        label = torch.where(given.kind == PERSON_KIND, 0, given.kind)
        verdict = self.heads["trigger"](own).gather(1, label[:, None])[:, 0]
        return self._roles(words, own, given), verdict, self.heads["status"](own)

    def _roles(self, words: Tensor, own: Tensor, given: Given) -> Tensor:
        """For all words of each window at once."""
        word = self.drop(F.leaky_relu(self.heads["role_word"](words), 0.1))
        asked = self.drop(F.leaky_relu(self.heads["role_trigger"](own), 0.1))
        spread = asked[:, None].expand_as(word)
        return role_scores(self.heads, spread, word, given.word_steps, given.sentence_steps)


@dataclass(slots=True)
class Seen:
    """A window as the main graph gives it: states [L, WIDTH] (half precision), pieces of words."""

    states: Tensor
    first: list[int]
    last: list[int]
    sentence: list[int]  # number of each word's sentence, as the main graph parts them
    triggers: Tensor  # [W, labels]: the main graph's probabilities
    statuses: Tensor  # [W]: its statuses


@dataclass(slots=True)
class Question:
    """One asked word; `roles` of other words, None where the word tells no such event."""

    seen: Seen
    word: int
    kind: int
    roles: dict[int, int] | None
    status: int | None = None  # only of a trigger

    @property
    def pieces(self) -> int:
        return len(self.seen.states)


@dataclass(slots=True)
class Asked:
    """Several questions with their answers; IGNORE in `roles` and `status` teaches nothing."""

    given: Given
    roles: Tensor
    is_true: Tensor
    status: Tensor


def collate(questions: list[Question]) -> Asked:
    """Pad questions into one batch."""
    rows = len(questions)
    length = max(q.pieces for q in questions)
    words = max(len(q.seen.first) for q in questions)
    states = torch.zeros(rows, length, WIDTH)
    bias = torch.full((rows, 1, 1, length), FAR_BELOW)
    first, last, far, apart = torch.zeros(4, rows, words, dtype=torch.long)
    roles = torch.full((rows, words), IGNORE)
    for row, question in enumerate(questions):
        seen, count = question.seen, len(question.seen.first)
        states[row, : question.pieces] = seen.states.float()
        bias[row, :, :, : question.pieces] = 0
        first[row, :count] = torch.tensor(seen.first)
        last[row, :count] = torch.tensor(seen.last)
        far[row, :count] = torch.from_numpy(word_steps(question.word, count))
        steps = sentence_steps(question.word, np.array(seen.sentence))
        apart[row, :count] = torch.from_numpy(steps)
        if question.roles is not None:
            roles[row, :count] = 0
            for word, role in question.roles.items():
                roles[row, word] = role
    asked = torch.tensor([q.word for q in questions])
    kind = torch.tensor([q.kind for q in questions])
    statuses = [IGNORE if q.status is None else q.status for q in questions]
    return Asked(
        Given(states, bias, first, last, asked, kind, far, apart),
        roles,
        torch.tensor([float(q.roles is not None) for q in questions]),
        torch.tensor(statuses),
    )
