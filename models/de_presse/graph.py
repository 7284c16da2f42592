"""The ONNX graph of the encoder with all heads: arrays in, arrays out, on the CPU."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from de_presse.pieces import END, PAD, START, Pieces
from de_presse.sessions import open_session
from de_presse.told import OUTPUTS as TOLD_OUTPUTS

Array = np.ndarray[Any, Any]
Outputs = dict[str, Array]
ANALYSIS_OUTPUTS: Final = (
    "names",
    "starts",
    "upos",
    "morph",
    "lemma",
    "arcs",
    "rel_dep",
    "rel_head",
)


class WindowPieces(NamedTuple):
    """The pieces of a window's words; `breaks` are the words that begin a further block in it."""

    words: Sequence[Pieces]
    breaks: Collection[int] = ()


def _flat(window: WindowPieces) -> tuple[list[int], list[int], list[int]]:
    """Return all pieces of a window, and where each word's first and last piece stand.

    One piece parts blocks, the same as `recipe/windows.py` does in training.
    """
    ids, first, last = [START], [], []
    for i, word in enumerate(window.words):
        if i in window.breaks:
            ids.append(END)
        first.append(len(ids))
        ids += word
        last.append(len(ids) - 1)
    ids.append(END)
    return ids, first, last


class Graph:
    """One inference session; with several `threads`, as many forward passes run side by side.

    A pass also shares out its matrices among the threads, for the one that has none beside it.
    """

    def __init__(self, path: Path, *, threads: int) -> None:
        self._session = open_session(path, threads=threads)
        self._outputs: tuple[str, ...] = ANALYSIS_OUTPUTS
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None

    def give_events(self) -> None:
        """From now on give what the reading of events rests on, too."""
        self._outputs = (*ANALYSIS_OUTPUTS, *TOLD_OUTPUTS)

    def start(self, windows: Sequence[WindowPieces]) -> Callable[[], Outputs]:
        """Begin a forward pass; what comes back waits for it and returns its outputs.

        With one thread the pass runs when it is waited for.
        """
        if self._pool is None:
            return partial(self._run, windows)
        return self._pool.submit(self._run, windows).result

    def _run(self, windows: Sequence[WindowPieces]) -> Outputs:
        """Return the outputs for windows given as the pieces of their words.

        Shapes are [windows, words, …], padded to the longest; models/README.md describes each.
        Beside the graph's outputs stand what it was given: `first` and `last` piece of each word
        [windows, words], and how many `pieces` and `words` each window has.
        """
        flat = [_flat(window) for window in windows]
        words, pieces = (max(len(row[k]) for row in flat) for k in (1, 0))
        ids = np.full((len(windows), pieces), PAD, np.int64)
        first = np.zeros((len(windows), words), np.int64)
        last = np.zeros((len(windows), words), np.int64)
        for row, (own, starts, ends) in enumerate(flat):
            ids[row, : len(own)] = own
            first[row, : len(starts)] = starts
            last[row, : len(ends)] = ends
        found = self._session.run(self._outputs, {"ids": ids, "first": first, "last": last})
        given = {
            "first": first,
            "last": last,
            "pieces": np.array([len(own) for own, _, _ in flat]),
            "words": np.array([len(starts) for _, starts, _ in flat]),
        }
        return dict(zip(self._outputs, found, strict=True)) | given
