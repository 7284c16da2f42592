"""Copies of the same article in one run: exact ones, and near ones (syndicated, lightly edited).

Two articles are near-duplicates when their bodies share most of their word sequences (MinHash
estimate of the Jaccard similarity, Broder 1997; candidates by locality-sensitive hashing). The
index lives in a temporary SQLite file, so memory does not grow with the run. Says nothing of what
to do with copies: they are marked, never dropped.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable

import numpy as np

from presselese.records import DuplicateOf, Zone

PERMUTATIONS = 128
SEED = 1
# Four words in a row: shorter ones recur in unrelated German press texts ("in Höhe von").
WORDS_PER_SHINGLE = 4
# 8 of 10 word sequences shared. High on purpose: two yearly notices from one template differ in
# few words, and the second is no copy. Chosen on made-up edits (tests/linking), not on a corpus.
MIN_SIMILARITY = 0.8
# 32 bands of 4 rows find a pair at 0.8 similarity with probability 0.9999.
ROWS_PER_BAND = 4
# Under this length two different short notices share too much by chance; only exact copies count.
MIN_WORDS = 30
# The earliest articles of a crowded band are enough, and keep the search bounded.
MAX_CANDIDATES_PER_BAND = 8
ARTICLE_ZONES = {"body", "quote"}
WORD = re.compile(r"\w+")

TABLES = """
CREATE TABLE article (
  number INTEGER PRIMARY KEY, id TEXT, path TEXT, first INTEGER, signature BLOB
);
CREATE INDEX article_by_id ON article (id);
CREATE TABLE band (hash INTEGER, number INTEGER, PRIMARY KEY (hash, number)) WITHOUT ROWID;
"""


def signature(text: str, zones: Iterable[Zone]) -> bytes:
    """Return the MinHash signature of an article's body, empty where it is too short to compare.

    Words outside body and quotes (contacts, page feet) do not count; without zones all do.
    """
    kept = [text[z.start_char : z.end_char] for z in zones if z.kind in ARTICLE_ZONES] or [text]
    from datasketch import MinHash  # half a second to import; only workers need it

    words = [word.casefold() for stretch in kept for word in WORD.findall(stretch)]
    if len(words) < MIN_WORDS:
        return b""
    shingles = {
        " ".join(words[start : start + WORDS_PER_SHINGLE]).encode("utf-8", "surrogatepass")
        for start in range(len(words) - WORDS_PER_SHINGLE + 1)
    }
    minhash = MinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update_batch(sorted(shingles))
    return np.asarray(minhash.hashvalues).astype("<u4").tobytes()


def similarity(one: bytes, other: bytes) -> float:
    """Return the estimated Jaccard similarity of two signatures."""
    equal = np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")
    return float(np.count_nonzero(equal)) / PERMUTATIONS


class DuplicateIndex:
    """The articles of a run so far, in input order; the first of its kind is the original."""

    def __init__(self) -> None:
        # An empty name is SQLite's private temporary file, deleted when closed.
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.executescript(TABLES)
        self._connection.execute("BEGIN")

    def add(self, article_id: str, path: str, article_signature: bytes) -> DuplicateOf | None:
        """Add the next article; return the earliest article of the run that it copies, if any."""
        first = self._same_id(article_id)
        is_new_text = first is None
        if first is None and article_signature:
            first = self._most_similar(article_signature)
        cursor = self._connection.execute(
            "INSERT INTO article (id, path, first, signature) VALUES (?, ?, ?, ?)",
            (article_id, path, first, article_signature),
        )
        if is_new_text and article_signature:
            self._connection.executemany(
                "INSERT INTO band VALUES (?, ?)",
                ((band, cursor.lastrowid) for band in _bands(article_signature)),
            )
        return self._describe(first) if first is not None else None

    def close(self) -> None:
        """Release the temporary file."""
        self._connection.close()

    def _same_id(self, article_id: str) -> int | None:
        row = self._connection.execute(
            "SELECT coalesce(first, number) FROM article WHERE id = ? ORDER BY number LIMIT 1",
            (article_id,),
        ).fetchone()
        return row[0] if row else None

    def _most_similar(self, article_signature: bytes) -> int | None:
        """Return the original of the most similar article; the earlier one wins ties."""
        best: tuple[float, int, int] | None = None
        for number, first, other in self._candidates(article_signature):
            alike = similarity(article_signature, other)
            if alike >= MIN_SIMILARITY and (best is None or (alike, -number) > best[:2]):
                best = (alike, -number, first)
        return best[2] if best else None

    def _candidates(self, article_signature: bytes) -> list[tuple[int, int, bytes]]:
        numbers: set[int] = set()
        for band in _bands(article_signature):
            rows = self._connection.execute(
                "SELECT number FROM band WHERE hash = ? ORDER BY number LIMIT ?",
                (band, MAX_CANDIDATES_PER_BAND),
            )
            numbers.update(number for (number,) in rows)
        return [
            self._connection.execute(
                "SELECT number, coalesce(first, number), signature FROM article WHERE number = ?",
                (number,),
            ).fetchone()
            for number in sorted(numbers)
        ]

    def _describe(self, number: int) -> DuplicateOf:
        article_id, path = self._connection.execute(
            "SELECT id, path FROM article WHERE number = ?", (number,)
        ).fetchone()
        return DuplicateOf(id=article_id, path=path)


def _bands(article_signature: bytes) -> list[int]:
    """Return one 64-bit hash a band of the signature."""
    width = ROWS_PER_BAND * 4
    return [
        int.from_bytes(
            hashlib.blake2b(
                start.to_bytes(2, "big") + article_signature[start : start + width], digest_size=8
            ).digest(),
            "big",
            signed=True,
        )
        for start in range(0, len(article_signature), width)
    ]
