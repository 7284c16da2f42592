"""Prunes the multilingual piece list to what German text uses.

Kept: pieces met at least twice in the unlabelled text and the training sets, every purely Latin
piece among the best ranked (names of the press that no training text holds), single characters.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

from tokenizers import Tokenizer

from recipe.sentences import Sentence
from recipe.unigram import SPACE, SPECIAL, normalise

MIN_COUNT = 2
LATIN_RANK = 40_000  # of the full list; found in the trial: fewer cut German surnames to bits
TRAIN_WEIGHT = 2  # a word of the training sets counts as seen twice
LATIN = re.compile(r"▁?[A-Za-zÀ-ɏẞ]+")
PARTS = re.compile(r"\w+(?:[-']\w+)*|[^\w\s]")


def count_words(data: Path, train: list[Sentence]) -> Counter[str]:
    """Whitespace words of the unlabelled text and the training sets."""
    counts: Counter[str] = Counter()
    for path in sorted((data / "text").glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                counts.update(line.split())
    for sentence in train:
        counts.update(dict.fromkeys(sentence.words, TRAIN_WEIGHT))
    return counts


def kept_pieces(counts: Counter[str], tokenizer_file: Path, pieces: list[str]) -> list[int]:
    """Ids of the full list that stay, in their order; the four special pieces first."""
    model = Tokenizer.from_file(str(tokenizer_file)).model
    hits: Counter[int] = Counter()
    for word, count in counts.items():
        text = normalise(word)
        for piece in model.tokenize(SPACE + text):
            hits[piece.id] += count
        parts = PARTS.findall(text)
        if len(parts) > 1:
            for i, part in enumerate(parts):
                for piece in model.tokenize((SPACE if i == 0 else "") + part):
                    hits[piece.id] += count
    last = len(pieces) - 1 if pieces[-1] == "<mask>" else len(pieces)
    return [
        i
        for i in range(last)
        if i < SPECIAL
        or hits[i] >= MIN_COUNT
        or is_common_character(pieces[i])
        or (i < LATIN_RANK and LATIN.fullmatch(pieces[i]))
    ]


def is_common_character(piece: str) -> bool:
    """Latin, Greek, Cyrillic, punctuation and symbols; CJK and the like become unknown."""
    character = piece.lstrip(SPACE) or SPACE
    if len(character) != 1:
        return False
    code = ord(character)
    return code < 0x530 or 0x1E00 <= code < 0x2300 or code == ord(SPACE)
