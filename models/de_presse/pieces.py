"""Words to pieces: the unigram segmentation (Viterbi) of the training, with a memory for words.

Pieces never cross word borders, so a word is cut once and remembered. Must stay equal to
`models/recipe/unigram.py`; tests/models compares the two.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from typing import Final

START, PAD, END, UNKNOWN = 0, 1, 2, 3
FIRST_REAL: Final = 4
SPACE: Final = "▁"
MAX_PIECES: Final = 12  # a word; a longer one is a link or noise
MAX_LETTERS: Final = 120  # of a word that are looked at
UNKNOWN_PENALTY: Final = 10.0  # below the worst piece, as in SentencePiece
# About 20 MB. An archive of 100,000 articles has millions of different words, most seen once.
MAX_REMEMBERED: Final = 100_000
NOT_SEEN: Final = frozenset({"Cc", "Cf", "Zs"})

Pieces = tuple[int, ...]


def normalise(word: str) -> str:
    """Return a word in NFKC without control and format characters (soft hyphen, zero-width)."""
    if word.isascii() and word.isprintable():
        return word.replace(" ", "")
    folded = unicodedata.normalize("NFKC", word)
    return "".join(c for c in folded if unicodedata.category(c) not in NOT_SEEN)


class Unigram:
    """Cuts words into the pieces of a list of `(piece, score)`; the position is the id."""

    def __init__(self, pieces: Sequence[tuple[str, float]]) -> None:
        real = pieces[FIRST_REAL:]
        self._ids = {piece: i for i, (piece, _) in enumerate(real, start=FIRST_REAL)}
        self._scores = [score for _, score in pieces]
        self._longest = max(len(piece) for piece, _ in real)
        self._unknown_score = min(score for _, score in real) - UNKNOWN_PENALTY
        self._remembered: dict[tuple[str, bool], Pieces] = {}

    def cut(self, word: str, after_space: bool) -> Pieces:
        """Return the piece ids of a word, at least one and at most `MAX_PIECES`."""
        key = (word, after_space)
        known = self._remembered.get(key)
        if known is not None:
            return known
        if len(self._remembered) >= MAX_REMEMBERED:
            self._remembered.clear()
        text = (SPACE if after_space else "") + normalise(word)[:MAX_LETTERS]
        found = tuple((self._best_path(text) or [UNKNOWN])[:MAX_PIECES])
        self._remembered[key] = found
        return found

    def _best_path(self, text: str) -> list[int]:
        best = [0.0] + [-math.inf] * len(text)
        back = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                piece = self._ids.get(text[start:end])
                if piece is not None:
                    score = best[start] + self._scores[piece]
                elif end == start + 1:
                    piece, score = UNKNOWN, best[start] + self._unknown_score
                else:
                    continue
                if score > best[end]:
                    best[end], back[end] = score, (start, piece)
        return _walk_back(back)


def _walk_back(back: list[tuple[int, int]]) -> list[int]:
    path: list[int] = []
    position = len(back) - 1
    while position:
        position, piece = back[position]
        if piece != UNKNOWN or not path or path[-1] != UNKNOWN:
            path.append(piece)
    return path[::-1]
