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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from de_presse.anchored import AFTER, BEFORE, OWN
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
    [B, W] pieces of the words, `word` [B] the index of the asked word, `kind` [B], how far every
    word stands from the asked one [B, W], see `de_presse.distances`, and `side` [B, L]: 0 in the
    asked word's window, 1 in those in front of it, 2 in those behind.
    """

    states: Tensor
    bias: Tensor
    first: Tensor
    last: Tensor
    word: Tensor
    kind: Tensor
    word_steps: Tensor
    sentence_steps: Tensor
    side: Tensor


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
        self.side = nn.Embedding(3, WIDTH)  # the positions start anew in every window
        nn.init.zeros_(self.side.weight)
        self.heads = nn.ModuleDict({name: copy.deepcopy(getattr(model, name)) for name in HEADS})
        self.drop = nn.Dropout(0.1)

    def forward(self, given: Given) -> tuple[Tensor, Tensor, Tensor]:
        """Role scores [B, W, roles], and of the asked word: verdict [B], status [B, statuses]."""
        asked = given.word[:, None]
        begin, end = given.first.gather(1, asked), given.last.gather(1, asked)
        place = torch.arange(given.states.shape[1], device=given.states.device)[None]
        is_asked = ((place >= begin) & (place <= end)).to(given.states.dtype)
        x = given.states + is_asked[:, :, None] * self.mark(given.kind)[:, None, :]
        x = x + self.side(given.side)
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


class Aside(NamedTuple):
    """Another window of the article, and the roles of its words."""

    seen: Seen
    roles: dict[int, int]


@dataclass(slots=True)
class Question:
    """One asked word; `roles` of other words, None where the word tells no such event.

    `before` and `after` are the windows around its own that are read with it.
    """

    seen: Seen
    word: int
    kind: int
    roles: dict[int, int] | None
    status: int | None = None  # only of a trigger
    before: Sequence[Aside] = ()
    after: Sequence[Aside] = ()

    @property
    def pieces(self) -> int:
        return sum(len(seen.states) for seen, _, _ in self.windows())

    def windows(self) -> Iterator[tuple[Seen, dict[int, int], int]]:
        """Every window with the roles of its words and its side, in text order."""
        yield from ((seen, roles, BEFORE) for seen, roles in self.before)
        yield self.seen, self.roles or {}, OWN
        yield from ((seen, roles, AFTER) for seen, roles in self.after)

    @property
    def asked(self) -> int:
        """The index of the asked word among those of all windows."""
        return self.word + sum(len(seen.first) for seen, _ in self.before)


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
    words = max(sum(len(seen.first) for seen, _, _ in q.windows()) for q in questions)
    states = torch.zeros(rows, length, WIDTH)
    bias = torch.full((rows, 1, 1, length), FAR_BELOW)
    first, last, far, apart = torch.zeros(4, rows, words, dtype=torch.long)
    roles = torch.full((rows, words), IGNORE)
    side = torch.zeros(rows, length, dtype=torch.long)
    for row, question in enumerate(questions):
        pieces = count = 0
        sentences: list[int] = []
        for seen, known, where in question.windows():
            here = slice(pieces, pieces + len(seen.states))
            own = slice(count, count + len(seen.first))
            states[row, here] = seen.states.float()
            bias[row, :, :, here] = 0
            side[row, here] = where
            first[row, own] = torch.tensor(seen.first) + pieces
            last[row, own] = torch.tensor(seen.last) + pieces
            if question.roles is not None:
                roles[row, own] = 0
                for word, role in known.items():
                    roles[row, count + word] = role
            before = sentences[-1] if sentences else 0
            sentences += [before + number for number in seen.sentence]
            pieces, count = here.stop, own.stop
        far[row, :count] = torch.from_numpy(word_steps(question.asked, count))
        steps = sentence_steps(question.asked, np.array(sentences))
        apart[row, :count] = torch.from_numpy(steps)
    asked = torch.tensor([q.asked for q in questions])
    kind = torch.tensor([q.kind for q in questions])
    statuses = [IGNORE if q.status is None else q.status for q in questions]
    return Asked(
        Given(states, bias, first, last, asked, kind, far, apart, side),
        roles,
        torch.tensor([float(q.roles is not None) for q in questions]),
        torch.tensor(statuses),
    )
