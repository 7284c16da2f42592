"""Words to pieces: the unigram segmentation (Viterbi) that training and run time share.

Differs from the original tokenizer in two deliberate ways: pieces never cross word borders, and
normalisation is plain NFKC without invisible characters, so that the runtime needs no package.
"""

from __future__ import annotations

import math
import unicodedata
from pathlib import Path

START, PAD, END, UNKNOWN = 0, 1, 2, 3
SPECIAL = 4
SPACE = "▁"
MAX_PIECES = 12  # a word; a longer one is a link or noise
UNKNOWN_PENALTY = 10.0  # below the worst piece, as in SentencePiece
MAX_LETTERS = 120  # of a word that are looked at


def normalise(word: str) -> str:
    """NFKC without control and format characters (soft hyphen, zero-width space, BOM)."""
    folded = unicodedata.normalize("NFKC", word)
    return "".join(c for c in folded if unicodedata.category(c) not in ("Cc", "Cf", "Zs"))


class Unigram:
    """Segments single words; remembers every word it has seen."""

    def __init__(self, pieces: list[tuple[str, float]]) -> None:
        self.ids = {piece: i for i, (piece, _) in enumerate(pieces) if i >= SPECIAL}
        self.scores = [score for _, score in pieces]
        self.longest = max(len(piece) for piece in self.ids)
        self.unknown_score = min(self.scores[SPECIAL:]) - UNKNOWN_PENALTY
        self._seen: dict[tuple[str, bool], list[int]] = {}

    def encode(self, word: str, *, after_space: bool) -> list[int]:
        """Piece ids of a word, at least one and at most MAX_PIECES."""
        key = (word, after_space)
        if key not in self._seen:
            text = (SPACE if after_space else "") + normalise(word)[:MAX_LETTERS]
            self._seen[key] = (self._best_path(text) or [UNKNOWN])[:MAX_PIECES]
        return self._seen[key]

    def _best_path(self, text: str) -> list[int]:
        best = [0.0] + [-math.inf] * len(text)
        back: list[tuple[int, int]] = [(0, 0)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + self.longest) + 1):
                piece = self.ids.get(text[start:end])
                if piece is None:
                    if end > start + 1:
                        continue
                    piece, score = UNKNOWN, best[start] + self.unknown_score
                else:
                    score = best[start] + self.scores[piece]
                if score > best[end]:
                    best[end], back[end] = score, (start, piece)
        path: list[int] = []
        position = len(text)
        while position:
            position, piece = back[position]
            if not (piece == UNKNOWN and path and path[-1] == UNKNOWN):
                path.append(piece)
        return path[::-1]


def write_pieces(path: Path, pieces: list[tuple[str, float]]) -> None:
    """One `piece<TAB>score` a line; the line number is the id."""
    lines = [f"{piece}\t{score:.5f}\n" for piece, score in pieces]
    path.write_text("".join(lines), encoding="utf-8")


def read_pieces(path: Path) -> list[tuple[str, float]]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line)
    return [(piece, float(score)) for piece, score in rows]
