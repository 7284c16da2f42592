"""Files that appear whole or not at all, and one writer per output folder."""

from __future__ import annotations

import errno
import io
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from filelock import FileLock, Timeout

from presselese.errors import BadConfiguration

LOCK_NAME = ".presselese.lock"
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def atomic_file(path: Path) -> Iterator[IO[str]]:
    """Open `path` for writing UTF-8 text; it is replaced only when the block ends without error."""
    with atomic_bytes(path) as raw:
        file = io.TextIOWrapper(raw, encoding="utf-8", newline="")
        yield file
        file.flush()
        file.detach()


@contextmanager
def atomic_bytes(path: Path) -> Iterator[IO[bytes]]:
    """Open `path` for writing; it is replaced only when the block ends without error."""
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def output_folder(folder: Path) -> Iterator[Path]:
    """Make `folder`, hold its lock, and turn faults of its storage into BadConfiguration."""
    with clear_storage_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK_NAME, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise BadConfiguration(
                str(folder),
                "another run is writing to this output folder",
                "Wait for it to end, or choose another folder with -o.",
            ) from None
        try:
            yield folder
        finally:
            lock.release()


@contextmanager
def clear_storage_errors(where: Path) -> Iterator[None]:
    """Turn "disk full", "not writable" and a damaged state into BadConfiguration with a remedy."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        explained = _explain(where, error)
        if explained is None:
            raise
        raise explained from error


def _explain(where: Path, error: OSError | sqlite3.Error) -> BadConfiguration | None:
    number = error.errno if isinstance(error, OSError) else None
    words = str(error)
    if number in FULL or "disk is full" in words:
        return BadConfiguration(
            str(where),
            "no space left on the disk",
            "Free some space and run the same command again: finished articles are kept.",
        )
    if number in DENIED or "readonly database" in words or "unable to open database" in words:
        return BadConfiguration(
            str(where), "cannot be written", "Check its permissions, or choose another folder."
        )
    if number in {errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ENOENT}:
        return BadConfiguration(
            str(where), f"cannot be an output folder ({words})", "Choose another folder."
        )
    if isinstance(error, sqlite3.DatabaseError):
        return BadConfiguration(
            str(where),
            f"the state of earlier runs cannot be used ({words})",
            "Run again with --no-resume to start afresh.",
        )
    return None
