"""Windows of one to four sentences, their encoding, and batches of padded tensors."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from de_presse.distances import sentence_steps, word_steps
from recipe.labels import EVENT_LABELS, NAME_SOURCES, SAME, TREE_SOURCES, UNTAUGHT, Labels
from recipe.lemmas import lemma_class
from recipe.sentences import EventMarks, Sentence
from recipe.unigram import END, PAD, START, Unigram

IGNORE = -100
SENTENCE_PIECES = 200  # longer ones are lists and tables
RUN_TIME_SOURCES = (NAME_SOURCES.index("press"), TREE_SOURCES.index("gsd"))
WITHOUT_MISC = frozenset({"smartdata", "mobie", "pud"})


class Pieces(NamedTuple):
    """Piece ids of all words, and the first and last piece of each."""

    ids: list[int]
    first: list[int]
    last: list[int]


def pieces_of(
    words: Sequence[str], spaces: Sequence[bool], breaks: Iterable[int], unigram: Unigram
) -> Pieces:
    """Cut words into pieces; a piece of its own stands before each word that begins a paragraph.

    The same as `de_presse/graph.py` does at run time.
    """
    found = Pieces([], [], [])
    begins, after_space = set(breaks), True
    for i, (word, space) in enumerate(zip(words, spaces, strict=True)):
        if i in begins:
            found.ids.append(END)
            after_space = True
        found.first.append(len(found.ids))
        found.ids.extend(unigram.encode(word, after_space=after_space))
        found.last.append(len(found.ids) - 1)
        after_space = space
    return found


@dataclass(slots=True)
class Window:
    """One encoded window. Word-level lists have one entry a word; IGNORE teaches nothing."""

    ids: list[int]
    first: list[int]
    last: list[int]
    sources: tuple[int, int]
    sentence: list[int]  # index of the sentence within the window
    names: list[int]
    misc_unknown: bool  # O may hide a MISC: the source has no such label
    starts: list[int]
    upos: list[int]
    morph: list[list[int]]
    lemma: list[int]
    heads: list[int]  # column of the arc scores: 0 root, word index + 1 within the window
    relations: list[int]
    triggers: list[list[int]]  # for each event label 0 or 1
    statuses: list[int]
    # (trigger or person, word, steps in words, steps in sentences, role) for every word
    roles: list[tuple[int, int, int, int, int]]


def empty_window(sources: tuple[int, int], *, misc_unknown: bool) -> Window:
    return Window(
        [START], [], [], sources, [], [], misc_unknown, [], [], [], [], [], [], [], [], []
    )


class Encoder:
    """Turns sentences into windows; knows the labels and the pieces."""

    def __init__(self, labels: Labels, unigram: Unigram) -> None:
        self.labels, self.unigram = labels, unigram
        self.name_ids = {tag: i for i, tag in enumerate(labels.names)}
        self.upos_ids = {tag: i for i, tag in enumerate(labels.upos)}
        self.lemma_ids = {name: i for i, name in enumerate(labels.lemma_classes)}
        self.relation_ids = {name: i for i, name in enumerate(labels.relations)}
        self.value_ids = {
            feature: {value: i for i, value in enumerate(values)}
            for feature, values in labels.features.items()
        }
        self._lemma_class = lru_cache(maxsize=None)(lemma_class)

    def length(self, sentence: Sentence) -> int:
        """Pieces of a sentence, without the two special ones."""
        return len(self._pieces(sentence, sentence.words)[0])

    def fitting(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        """Those of the sentences that have at most SENTENCE_PIECES."""
        return [s for s in sentences if self.length(s) <= SENTENCE_PIECES]

    def _pieces(self, sentence: Sentence, forms: list[str]) -> Pieces:
        return pieces_of(forms, sentence.spaces, sentence.breaks, self.unigram)

    def window(
        self,
        sentences: list[Sentence],
        sources: tuple[int, int] = RUN_TIME_SOURCES,
        words: list[list[str]] | None = None,
    ) -> Window:
        """Encode sentences of one source; `words` replaces their forms (noise), not the labels."""
        source = sentences[0].source
        out = empty_window(sources, misc_unknown=source in WITHOUT_MISC)
        number = 0
        for index, sentence in enumerate(sentences):
            forms = words[index] if words else sentence.words
            ids, first, last = self._pieces(sentence, forms)
            shift, offset = len(out.ids), len(out.first)
            out.ids += ids
            out.first += [shift + i for i in first]
            out.last += [shift + i for i in last]
            count = len(forms)
            inside = _inner_sentences(sentence)
            out.sentence += [number + i for i in inside]
            number += inside[-1] + 1
            tags = sentence.names
            out.names += [self.name_ids[t] for t in tags] if tags else [IGNORE] * count
            known = sentence.is_one_sentence
            out.starts += [1] + [0] * (count - 1) if known else [IGNORE] * count
            self._add_tree(out, sentence, offset, noisy=words is not None)
            _add_events(out, sentence, offset)
        out.ids.append(END)
        return out

    def _add_tree(self, out: Window, sentence: Sentence, offset: int, *, noisy: bool) -> None:
        tree, count = sentence.tree, len(sentence.words)
        if tree is None:
            for column in (out.upos, out.lemma, out.heads, out.relations):
                column += [IGNORE] * count
            out.morph += [[IGNORE] * len(self.value_ids)] * count
            return
        untaught = UNTAUGHT.get(sentence.source, frozenset())
        for i, form in enumerate(sentence.words):
            out.upos.append(self.upos_ids.get(tree.upos[i], IGNORE))
            name = self._lemma_class(form, tree.lemmas[i])
            out.lemma.append(IGNORE if noisy else self.lemma_ids.get(name, IGNORE))
            out.heads.append(tree.heads[i] + offset if tree.heads[i] else 0)
            out.relations.append(self.relation_ids.get(tree.relations[i], IGNORE))
            feats = tree.feats[i]
            out.morph.append(
                [
                    IGNORE if feature in untaught else ids.get(feats.get(feature, ""), IGNORE)
                    for feature, ids in self.value_ids.items()
                ]
            )


def _inner_sentences(sentence: Sentence) -> list[int]:
    """The index of the sentence that each word belongs to: one a root of the tree."""
    tree = sentence.tree
    if tree is None:
        return [0] * len(sentence.words)
    tops: list[int] = []
    for i in range(len(tree.heads)):
        top, steps = i, 0
        while tree.heads[top] and steps < len(tree.heads):
            top, steps = tree.heads[top] - 1, steps + 1
        tops.append(top)
    order = {top: number for number, top in enumerate(dict.fromkeys(tops))}
    return [order[top] for top in tops]


def parts_of(marks: EventMarks, word: int, number: str) -> dict[int, int]:
    """Return the role of each word that has a part in an event, or for a person, by word.

    `word` is the trigger or the person's name; the event's other triggers are "same".
    """
    parts = {w: SAME for w, other, _, _ in marks.triggers if other == number and w != word}
    return parts | {w: role for (other, w), role in marks.roles.items() if other == number}


def _add_events(out: Window, sentence: Sentence, offset: int) -> None:
    count = len(sentence.words)
    known = 0 if sentence.events is not None else IGNORE
    marks = sentence.events or EventMarks()
    triggers = [[known] * len(EVENT_LABELS) for _ in range(count)]
    statuses = [IGNORE] * count
    anchors: list[tuple[int, str]] = []
    for word, event, label, status in marks.triggers:
        is_second = any(value == 1 for value in triggers[word])
        triggers[word][label] = 1
        statuses[word] = status
        if not is_second:
            anchors.append((word, event))
    for word, number in [*anchors, *marks.people]:
        roles = parts_of(marks, word, number)
        words = word_steps(word, count).tolist()
        sentences = sentence_steps(word, np.array(out.sentence[offset:])).tolist()
        out.roles += [
            (word + offset, i + offset, words[i], sentences[i], roles.get(i, 0))
            for i in range(count)
        ]
    out.triggers += triggers
    out.statuses += statuses


@dataclass(slots=True)
class Batch:
    """Padded tensors of several windows; see `Window` for the fields."""

    ids: Tensor
    first: Tensor
    last: Tensor
    sources: Tensor
    is_word: Tensor
    sentence: Tensor
    names: Tensor
    misc_unknown: Tensor
    starts: Tensor
    upos: Tensor
    morph: Tensor
    lemma: Tensor
    heads: Tensor
    relations: Tensor
    triggers: Tensor
    statuses: Tensor
    roles: Tensor  # [N, 6]: row and the columns of `Window.roles`

    def to(self, device: torch.device) -> Batch:
        return Batch(*(getattr(self, name).to(device) for name in self.__slots__))


def collate(windows: list[Window]) -> Batch:
    def pad(rows: list[list[int]], value: int) -> Tensor:
        width = max(len(row) for row in rows)
        return torch.tensor([row + [value] * (width - len(row)) for row in rows])

    columns = {
        name: pad([getattr(w, name) for w in windows], IGNORE)
        for name in ("names", "starts", "upos", "lemma", "heads", "relations", "statuses")
    }
    first = pad([w.first for w in windows], -1)
    width, features = first.shape[1], len(windows[0].morph[0])
    empty = [IGNORE] * features
    untold = [IGNORE] * len(EVENT_LABELS)
    roles = [(row, *role) for row, w in enumerate(windows) for role in w.roles]
    return Batch(
        ids=pad([w.ids for w in windows], PAD),
        first=first.clamp(min=0),
        last=pad([w.last for w in windows], 0),
        sources=torch.tensor([w.sources for w in windows]),
        is_word=first >= 0,
        sentence=pad([w.sentence for w in windows], -1),
        misc_unknown=torch.tensor([w.misc_unknown for w in windows]),
        morph=torch.tensor([w.morph + [empty] * (width - len(w.morph)) for w in windows]),
        triggers=torch.tensor([w.triggers + [untold] * (width - len(w.triggers)) for w in windows]),
        roles=torch.tensor(roles, dtype=torch.long).reshape(-1, 6),
        **columns,
    )


def batches(
    windows: list[Window], tokens: int, draw: random.Random | None = None
) -> Iterator[list[int]]:
    """Indices of windows of like length, at most `tokens` padded pieces; shuffled by `draw`."""
    jitter = [draw.random() * 6 if draw else 0.0 for _ in windows]
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids) + jitter[i])
    groups: list[list[int]] = []
    group: list[int] = []
    longest = 0
    for i in order:
        longest = max(longest, len(windows[i].ids))
        if group and longest * (len(group) + 1) > tokens:
            groups.append(group)
            group, longest = [], len(windows[i].ids)
        group.append(i)
    if group:
        groups.append(group)
    if draw:
        draw.shuffle(groups)
    yield from groups
