"""The memory of a folder run: which files are done, with their results, in one SQLite file.

Lets a second run skip what is unchanged, and a killed run go on. Results are kept per key (what
the file is called, what it contains, and everything that shaped its records), so a changed file,
option, model or rule simply has no result yet. Knows nothing of what the results say.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

STATE_NAME = ".presselese-state.sqlite"
# Raised when the tables below change; an older state is then dropped, which only costs time.
LAYOUT_VERSION = 1
# A commit waits for the disk; a killed run loses at most this much work.
COMMIT_EVERY_S = 0.2
COMPRESSION = 1
READ_AHEAD = 256

TABLES = """
CREATE TABLE planned (position INTEGER PRIMARY KEY, path BLOB UNIQUE, root BLOB, key TEXT);
CREATE TABLE finished (key TEXT PRIMARY KEY, will_last INTEGER) WITHOUT ROWID;
CREATE TABLE outcome (
  key TEXT, ordinal INTEGER, kind TEXT, line BLOB, document_id TEXT, path TEXT,
  signature BLOB, words INTEGER, events TEXT, PRIMARY KEY (key, ordinal)
);
"""


@dataclass(frozen=True, slots=True)
class Planned:
    """One input file of this run; `root` is the folder its path is told relative to."""

    position: int
    path: Path
    root: Path | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of output: a record, or a rejected document.

    `signature` is the article's near-duplicate signature, `events` its event kinds, joined by
    blanks; all but `kind` and `line` are empty for rejected documents.
    """

    kind: Literal["record", "rejected"]
    line: str
    document_id: str = ""
    path: str = ""
    signature: bytes = b""
    words: int = 0
    events: str = ""


class RunState:
    """The state file of one output folder; the caller holds the folder's lock."""

    def __init__(self, folder: Path, *, resume: bool) -> None:
        self._path = folder / STATE_NAME
        if not resume:
            for leftover in (self._path, folder / f"{STATE_NAME}-journal"):
                leftover.unlink(missing_ok=True)
        # One writer (the folder's lock), so a plain rollback journal: WAL fails on network drives.
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        self._committed = time.monotonic()
        self._prepare()

    def _prepare(self) -> None:
        execute = self._connection.execute
        if execute("PRAGMA user_version").fetchone()[0] != LAYOUT_VERSION:
            for (name,) in execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
                execute(f"DROP TABLE {name}")
            self._connection.executescript(TABLES)
            execute(f"PRAGMA user_version = {LAYOUT_VERSION}")
        execute("PRAGMA synchronous = NORMAL")
        execute("BEGIN")
        execute("DELETE FROM planned")
        # What a dead worker or an unreadable file left may go better this time.
        execute("DELETE FROM finished WHERE NOT will_last")
        execute("DELETE FROM outcome WHERE key NOT IN (SELECT key FROM finished)")

    def plan(self, files: Iterable[tuple[Path, Path | None]]) -> int:
        """Note the files of this run in input order, each path once; return how many there are."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO planned (path, root) VALUES (?, ?)",
            ((os.fsencode(path), root and os.fsencode(root)) for path, root in files),
        )
        self._commit()
        return int(self._connection.execute("SELECT count(*) FROM planned").fetchone()[0])

    def planned(self) -> Iterator[Planned]:
        """Yield the files of this run in input order; the state may change meanwhile."""
        last = 0
        while rows := self._connection.execute(
            "SELECT position, path, root FROM planned WHERE position > ? ORDER BY position LIMIT ?",
            (last, READ_AHEAD),
        ).fetchall():
            for position, path, root in rows:
                last = position
                root_path = Path(os.fsdecode(root)) if root is not None else None
                yield Planned(position, Path(os.fsdecode(path)), root_path)

    def set_key(self, file: Planned, key: str) -> None:
        """Note under which key the file's results are kept."""
        self._connection.execute(
            "UPDATE planned SET key = ? WHERE position = ?", (key, file.position)
        )

    def is_finished(self, key: str) -> bool:
        """Whether all results of this key are kept."""
        found = self._connection.execute("SELECT 1 FROM finished WHERE key = ?", (key,)).fetchone()
        return found is not None

    def add(self, key: str, ordinal: int, outcome: Outcome) -> None:
        """Keep one result; it counts only once its key is finished."""
        self._connection.execute(
            "INSERT OR REPLACE INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                ordinal,
                outcome.kind,
                zlib.compress(outcome.line.encode(), COMPRESSION),
                outcome.document_id,
                outcome.path,
                outcome.signature,
                outcome.words,
                outcome.events,
            ),
        )
        if time.monotonic() - self._committed > COMMIT_EVERY_S:
            self._commit()

    def discard(self, key: str) -> None:
        """Forget the results kept so far for a key that will not finish."""
        self._connection.execute("DELETE FROM outcome WHERE key = ?", (key,))

    def finish(self, key: str, *, will_last: bool) -> None:
        """Note that all results of the key are kept; unless `will_last`, for this run only."""
        self._connection.execute("INSERT OR REPLACE INTO finished VALUES (?, ?)", (key, will_last))
        if time.monotonic() - self._committed > COMMIT_EVERY_S:
            self._commit()

    def outcomes(self) -> Iterator[Outcome]:
        """Yield the results of this run's files, in input order."""
        self._commit()
        for row in self._connection.execute(
            "SELECT kind, line, document_id, outcome.path, signature, words, events "
            "FROM planned CROSS JOIN outcome USING (key) ORDER BY position, ordinal"
        ):
            kind, line, *rest = row
            yield Outcome(kind, zlib.decompress(line).decode(), *rest)

    def forget_others(self) -> None:
        """Drop the results of files that are no longer in the input."""
        for table in ("outcome", "finished"):
            self._connection.execute(
                f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM planned WHERE key NOT NULL)"
            )
        self._commit()

    def close(self) -> None:
        """Keep what is there, and release the file."""
        try:
            self._commit()
        finally:
            self._connection.close()

    def _commit(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self._connection.execute("BEGIN")
        self._committed = time.monotonic()
