"""The second pass: an article read as one text, for the parts that words play.

All layers learn nothing but this. They begin as the main graph's, which know names and sentences,
and read up to MOST_PIECES of an article at once; two states a word, one for the word that is asked
about and one for the part that it plays, are scored pair by pair. So every trigger and person of
an article is taught in one pass.

Shapes: B texts, L pieces, W words, Q asked words of one text.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from de_presse.article import MOST_PIECES, SLOPE
from de_presse.distances import sentence_steps, word_steps
from recipe.labels import EVENT_LABELS
from recipe.network import ROLE_WIDTH, Analyser, padding_bias, pick, role_scores
from recipe.sentences import EventMarks
from recipe.unigram import END, PAD, START, Unigram
from recipe.windows import RUN_TIME_SOURCES, parts_of, pieces_of

# The fields of `de_presse.article.PairScores` and the parameters that they hold; matrices that take
# a row of numbers to another are turned round there.
PAIR_PARAMETERS = {
    "kind": "kind.weight",
    "hidden": "heads.role_hidden.weight",
    "hidden_bias": "heads.role_hidden.bias",
    "words": "heads.role_words.weight",
    "sentences": "heads.role_sentences.weight",
    "role": "heads.role.weight",
    "role_bias": "heads.role.bias",
}
TURNED_ROUND = frozenset({"hidden", "role"})
DROPOUT = 0.15  # with 0.1 it knew the hands of its training articles best (models/HISTORY.md)
PERSON_KIND = len(EVENT_LABELS)  # what is asked: an event of a label, or for whom a person works
# The heads that go on from those of the main network.
HEADS = (
    "trigger", "status", "role_trigger", "role_word", "role_hidden", "role_words",
    "role_sentences", "role",
)  # fmt: skip


@dataclass(slots=True)
class Text:
    """An article, or the stretch of one that is read at once.

    `names` are the tags of its words, `breaks` the words that begin a further paragraph, `sentence`
    the number of each word's sentence, `chances` [W, labels] the main graph's that a word tells an
    event. `ids` are its pieces without the two special ones, `first` and `last` each word's.
    """

    unit: str
    words: list[str]
    spaces: list[bool]
    names: list[str]
    breaks: list[int]
    sentence: list[int]
    chances: np.ndarray[Any, Any]
    marks: EventMarks
    ids: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)


class Question(NamedTuple):
    """An asked word, what is asked (an event label, or PERSON_KIND), and the right answers."""

    word: int
    kind: int
    roles: dict[int, int]
    status: int | None


class Steps(NamedTuple):
    """How far every word stands from every asked one [Q, W], see `de_presse.distances`."""

    words: Tensor
    sentences: Tensor


class ArticleReader(nn.Module):
    """An encoder of its own with the heads for events; starts as the main network.

    The piece table is the main network's and stays as it is: at run time the main graph hands its
    vectors on, so that the table is not shipped twice.
    """

    def __init__(self, model: Analyser) -> None:
        super().__init__()
        self.encoder = copy.deepcopy(model.encoder)
        self.encoder.fold(RUN_TIME_SOURCES)
        for name in ("word", "name_source", "tree_source"):
            getattr(self.encoder, name).weight.requires_grad_(False)
        self.heads = nn.ModuleDict({name: copy.deepcopy(getattr(model, name)) for name in HEADS})
        self.kind = nn.Embedding(len(EVENT_LABELS) + 1, ROLE_WIDTH)
        nn.init.zeros_(self.kind.weight)
        self.drop = nn.Dropout(DROPOUT)
        for module in self.encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = DROPOUT

    def forward(self, ids: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """The states of words [B, W, WIDTH]."""
        sources = torch.zeros(1, 2, dtype=torch.long)  # folded in
        states = self.encoder.run(self.encoder.embed(ids, sources), padding_bias(ids))
        words: Tensor = self.drop((pick(states, first) + pick(states, last)) * 0.5)
        return words

    def roles(self, words: Tensor, asked: Tensor, kinds: Tensor, steps: Steps) -> Tensor:
        """Role scores [Q, W, roles] of one text's words [W, WIDTH] for its asked ones [Q]."""
        word = self.drop(F.leaky_relu(self.heads["role_word"](words), SLOPE))
        own = self.heads["role_trigger"](words[asked]) + self.kind(kinds)
        own = self.drop(F.leaky_relu(own, SLOPE))
        shape = (len(asked), len(words), -1)
        return role_scores(self.heads, own[:, None].expand(shape), word[None].expand(shape), *steps)


def encoded(text: Text, unigram: Unigram) -> Text:
    """The text with the pieces of its words."""
    ids, first, last = pieces_of(text.words, text.spaces, text.breaks, unigram)
    return replace(text, ids=ids, first=first, last=last)


def questions(text: Text) -> list[Question]:
    """Everything that is asked about a text: its triggers, once a label, and its people."""
    found: dict[tuple[int, int], Question] = {}
    for word, event, label, status in text.marks.triggers:
        roles = parts_of(text.marks, word, event)
        found.setdefault((word, label), Question(word, label, roles, status))
    people = [
        Question(word, PERSON_KIND, parts_of(text.marks, word, number), None)
        for word, number in text.marks.people
    ]
    return [*found.values(), *people]


def steps_of(text: Text, asked: Sequence[int]) -> Steps:
    """How far a text's words stand from some of them."""
    sentence = np.array(text.sentence)
    return Steps(
        torch.from_numpy(np.stack([word_steps(word, len(sentence)) for word in asked])),
        torch.from_numpy(np.stack([sentence_steps(word, sentence) for word in asked])),
    )


def collate(texts: Sequence[Text]) -> tuple[Tensor, Tensor, Tensor]:
    """Pad texts into ids [B, L] and the pieces of their words [B, W], twice."""
    length = max(len(text.ids) for text in texts) + 2
    words = max(len(text.first) for text in texts)
    ids = torch.full((len(texts), length), PAD)
    first, last = torch.zeros(2, len(texts), words, dtype=torch.long)
    for row, text in enumerate(texts):
        ids[row, : len(text.ids) + 2] = torch.tensor([START, *text.ids, END])
        first[row, : len(text.first)] = torch.tensor(text.first) + 1
        last[row, : len(text.last)] = torch.tensor(text.last) + 1
    return ids, first, last


def stretch(text: Text, start: int, end: int) -> Text:
    """The words `start` to before `end` of a text, with the marks that lie inside."""
    inside = range(start, end)
    begin = text.first[start]
    marks = EventMarks(
        [(w - start, e, label, s) for w, e, label, s in text.marks.triggers if w in inside],
        {(e, w - start): role for (e, w), role in text.marks.roles.items() if w in inside},
        [(word - start, number) for word, number in text.marks.people if word in inside],
    )
    return Text(
        text.unit,
        text.words[start:end],
        text.spaces[start:end],
        text.names[start:end],
        [word - start for word in text.breaks if start < word < end],
        text.sentence[start:end],
        text.chances[start:end],
        marks,
        text.ids[begin : text.last[end - 1] + 1],
        [piece - begin for piece in text.first[start:end]],
        [piece - begin for piece in text.last[start:end]],
    )


def stretches(text: Text) -> Iterator[tuple[int, int]]:
    """Yield the borders of stretches of at most MOST_PIECES that overlap by about a half."""
    start, words = 0, len(text.first)
    while True:
        end = start + 1
        while end < words and text.last[end] - text.first[start] < MOST_PIECES:
            end += 1
        yield start, end
        if end >= words:
            return
        start = (start + end) // 2
