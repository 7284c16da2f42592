"""Files appear whole or not at all; faults of the storage become clear errors."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from presselese.errors import BadConfiguration
from presselese.writing import RunState, atomic_file, clear_storage_errors, output_folder
from presselese.writing.state import Outcome


def test_failed_writing_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("alt")
    with pytest.raises(ValueError, match="mitten"), atomic_file(path) as file:
        file.write("neu")
        raise ValueError("mitten drin")
    assert path.read_text() == "alt"
    assert list(tmp_path.iterdir()) == [path]


def test_line_ends_are_written_as_given(tmp_path: Path) -> None:
    with atomic_file(tmp_path / "f") as file:
        file.write("a\nb\r\n")
    assert (tmp_path / "f").read_bytes() == b"a\nb\r\n"


def test_folder_can_be_locked_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), output_folder(tmp_path):
        raise ValueError("x")
    with output_folder(tmp_path):
        pass


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "no space left"),
        (OSError(errno.EROFS, "read-only"), "cannot be written"),
        (sqlite3.OperationalError("database or disk is full"), "no space left"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "cannot be written"),
        (sqlite3.DatabaseError("database disk image is malformed"), "--no-resume"),
    ],
)
def test_storage_fault_is_explained(error: Exception, words: str, tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match=words), clear_storage_errors(tmp_path):
        raise error


def test_other_faults_pass_unchanged(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="pipe"), clear_storage_errors(tmp_path):
        raise OSError(errno.EPIPE, "pipe")


def test_state_without_space_says_so(tmp_path: Path) -> None:
    state = RunState(tmp_path, resume=True)
    state._connection.execute("PRAGMA max_page_count = 20")
    with pytest.raises(BadConfiguration, match="Free some space"), clear_storage_errors(tmp_path):
        for number in range(1000):
            line = "".join(chr(33 + (number * place) % 90) for place in range(1, 3000))
            state.add("key", number, Outcome("record", line))
