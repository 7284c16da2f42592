"""Words of one document to their analysis: cut, run, decode. Knows nothing of spaCy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, Final, NamedTuple

import numpy as np

from de_presse.article import ArticlePass
from de_presse.files import ModelFiles
from de_presse.graph import Graph, Outputs, WindowPieces
from de_presse.lemmas import Lemmatiser
from de_presse.morphs import MorphReader
from de_presse.names import Name, find_names, without_titles
from de_presse.pieces import Pieces, Unigram
from de_presse.recasing import recase, usual_forms
from de_presse.told import Employer, Place, Seen, Told
from de_presse.trees import best_tree, is_tree
from de_presse.windows import BLOCK, Window, batches, cut_windows

Array = np.ndarray[Any, Any]
ROOT: Final = "root"
# How the later parts of a sentence hang together that had to be cut for its length.
NEXT_PART: Final = "parataxis"


class Words(NamedTuple):
    """The words of a document with what is known before the model runs.

    `starts`: 1 starts a sentence, -1 does not, 0 open; `cuts` as in `windows`; `demanded`: the
    logit that an open word must exceed to start a sentence.
    """

    forms: Sequence[str]
    after_space: Sequence[bool]
    cuts: Sequence[int]
    starts: Sequence[int]
    demanded: Sequence[float]


@dataclass(slots=True)
class Analysis:
    """One entry a word; a head is a word's index, its own for the root of a sentence."""

    tags: list[str]
    morphs: list[str]
    lemmas: list[str]
    heads: Array
    relations: list[str]
    names: list[Name]
    told: list[Told] | None  # None where no events are read
    employers: list[Employer]


@dataclass(slots=True)
class _Part:
    """A sentence, or the part of one that a window holds."""

    root: int
    is_cut: bool


class Asked(NamedTuple):
    """What the reading of events needs to know of a window."""

    seen: Seen
    triggers: Array  # the main graph's scores [W, labels]
    people: list[int]  # last words of their names


class Begun(NamedTuple):
    """A document whose forward passes are under way: which windows each holds, and its outputs."""

    words: Words
    windows: list[Window]
    passes: list[tuple[list[int], Callable[[], Outputs]]]


class Analyser:
    """The trained model as one function of words."""

    def __init__(self, files: ModelFiles, *, threads: int) -> None:
        self._unigram = Unigram(files.pieces)
        self._graph = Graph(files.graph, threads=threads)
        self._lemmatiser = Lemmatiser(files.lemma_classes, files.lexicon)
        self._morphs = MorphReader(files.features)
        self._names, self._name_moves = files.names, files.name_moves
        self._tags, self._relations = files.upos, files.relations
        self._threads, self._event_files = threads, files.events
        self._second: ArticlePass | None = None  # where events are read
        self._plan = files.windows
        self._usual = usual_forms([form for form, _ in files.lexicon], files.pieces)
        self._root = files.relations.index(ROOT)
        self._weight, self._bias = files.relation_weight.T.copy(), files.relation_bias

    def read_events(self) -> None:
        """From now on read events, too, where the model can."""
        files = self._event_files
        if files is not None and self._second is None:
            self._second = ArticlePass(files.graph, files.pair_scores, threads=self._threads)
            self._graph.give_events()

    def analyse(self, words: Words) -> Analysis:
        """Return the analysis of a document's words, at least one."""
        return self.finish(self.begin(words))

    def begin(self, words: Words) -> Begun:
        """Cut a document's words, at least one, and start the graph on them."""
        lines = [i for i, cut in enumerate(words.cuts) if cut == BLOCK]
        words = words._replace(forms=recase(words.forms, lines, self._usual))
        pieces = [
            self._unigram.cut(form, after)
            for form, after in zip(words.forms, words.after_space, strict=True)
        ]
        # A break between blocks takes a piece of its own.
        lengths = [len(p) + (cut == BLOCK) for p, cut in zip(pieces, words.cuts, strict=True)]
        windows = cut_windows(lengths, words.cuts, self._plan)
        sizes = [sum(lengths[w.start : w.end]) + 2 for w in windows]
        passes = []
        for group in batches(sizes):
            rows = [_window_pieces(windows[i], pieces, words.cuts) for i in group]
            passes.append((group, self._graph.start(rows)))
        return Begun(words, windows, passes)

    def finish(self, begun: Begun) -> Analysis:
        """Wait for the graph and decode its outputs."""
        words, windows, passes = begun
        count = len(words.forms)
        analysis = Analysis(
            [""] * count, [""] * count, [""] * count, np.zeros(count, np.int64), [""] * count,
            [], None if self._second is None else [], [],
        )  # fmt: skip
        parts: list[list[_Part]] = [[] for _ in windows]
        asked: dict[int, Asked] = {}  # by window, where events are read
        for group, outputs in passes:
            out = outputs()
            for row, i in enumerate(group):
                own = {name: values[row] for name, values in out.items()}
                parts[i], starts, people = self._read(windows[i], words, own, analysis)
                if self._second is not None:
                    asked[i] = asked_of(own, starts, people)
        _join_parts([part for window in parts for part in window], analysis)
        analysis.names.sort()
        if asked:
            self._read_events(windows, asked, analysis)
        return analysis

    def _read(
        self, window: Window, words: Words, out: dict[str, Array], analysis: Analysis
    ) -> tuple[list[_Part], Array, list[int]]:
        """Decode one window's outputs into the analysis.

        Returns its sentences, which words start one, and the last words of people's names.
        """
        count, offset = window.end - window.start, window.start
        place = slice(offset, window.end)
        tags = [self._tags[i] for i in out["upos"][:count].argmax(-1).tolist()]
        analysis.tags[place] = tags
        analysis.morphs[place] = self._morphs.read(out["morph"][:count])
        analysis.lemmas[place] = self._lemmatiser.lemmas(
            list(words.forms[place]), tags, out["lemma"][:count]
        )
        starts = _starts(out["starts"][:count], words.starts[place], words.demanded[place])
        found = find_names(out["names"][:count], self._names, self._name_moves, starts)
        names = without_titles(found, words.forms[place])
        analysis.names += [
            Name(name.start + offset, name.end + offset, name.label, name.score) for name in names
        ]
        columns = _heads(out["arcs"][:count, : count + 1], starts)
        is_root = columns == 0
        analysis.heads[place] = np.where(is_root, np.arange(count), columns - 1) + offset
        relations = self._relate(out["rel_dep"][:count], out["rel_head"][columns], is_root)
        analysis.relations[place] = [self._relations[i] for i in relations.tolist()]
        roots = (np.flatnonzero(is_root) + offset).tolist()
        people = [name.end - 1 for name in names if name.label == "PER"]
        parts = [_Part(root, window.is_cut and i == 0) for i, root in enumerate(roots)]
        return parts, starts, people

    def _read_events(
        self, windows: Sequence[Window], asked: Mapping[int, Asked], analysis: Analysis
    ) -> None:
        """Ask about the likely triggers and people of every window, in its stretch."""
        assert self._event_files is not None and self._second is not None
        told: list[Told] = []
        sizes = [len(asked[i].seen.vectors) for i in range(len(windows))]
        stretches = self._second.stretches(sizes)
        for (start, end), inside in groupby(range(len(windows)), key=stretches.__getitem__):
            looks = self._second.open([asked[k].seen for k in range(start, end)])
            for i in inside:
                found, employers = self._event_files.reader.read(
                    asked[i].triggers,
                    asked[i].people,
                    Place(windows[i].start, windows[start].start),
                    looks[i - start],
                )
                told += found
                analysis.employers += employers
        analysis.told = sorted(told, key=lambda one: (one.word, one.label))
        analysis.employers.sort(key=lambda pair: (pair.person, pair.word))

    def _relate(self, dependents: Array, heads: Array, is_root: Array) -> Array:
        """The best relation of each pair; "root" only and always for roots."""
        pairs = np.concatenate([dependents, heads, dependents * heads], axis=-1)
        scores = pairs @ self._weight + self._bias
        scores[:, self._root] = np.where(is_root, np.inf, -np.inf)
        best: Array = scores.argmax(-1)
        return best


def asked_of(out: dict[str, Array], starts: Array, people: list[int]) -> Asked:
    """Take a window's own words and pieces from the graph's outputs, without the padding."""
    count, pieces = len(starts), int(out["pieces"])
    first, last = out["first"][:count], out["last"][:count]
    seen = Seen(out["vectors"][:pieces], first, last, np.cumsum(starts))
    return Asked(seen, out["trigger"][:count], people)


def _window_pieces(window: Window, pieces: Sequence[Pieces], cuts: Sequence[int]) -> WindowPieces:
    start, end = window.start, window.end
    breaks = {i - start for i in range(start + 1, end) if cuts[i] == BLOCK}
    return WindowPieces(pieces[start:end], breaks)


def _starts(logits: Array, given: Sequence[int], demanded: Sequence[float]) -> Array:
    fixed = np.asarray(given)
    starts: Array = (fixed == 1) | ((fixed == 0) & (logits > np.asarray(demanded)))
    starts[0] = True
    return starts


def _heads(arcs: Array, starts: Array) -> Array:
    """Head columns (0 root, word + 1) within a window, one tree a sentence of it."""
    sentence = np.cumsum(starts)
    allowed = np.where(sentence[:, None] == sentence, arcs[:, 1:], -np.inf)
    np.fill_diagonal(allowed, -np.inf)
    columns: Array = np.concatenate([arcs[:, :1], allowed], axis=1).argmax(1)
    borders = [*np.flatnonzero(starts).tolist(), len(starts)]
    for start, end in pairwise(borders):
        local = columns[start:end] - start * (columns[start:end] > 0)
        if not is_tree(local.tolist()):
            own = [0, *range(start + 1, end + 1)]
            heads = np.array(best_tree(arcs[start:end, own]))
            columns[start:end] = heads + start * (heads > 0)
    return columns


def _join_parts(parts: list[_Part], analysis: Analysis) -> None:
    """Hang the parts of a cut sentence on the root of its first part."""
    first = parts[0].root
    for part in parts:
        if part.is_cut:
            analysis.heads[part.root] = first
            analysis.relations[part.root] = NEXT_PART
        else:
            first = part.root
