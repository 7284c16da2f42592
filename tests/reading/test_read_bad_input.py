"""What cannot be read gives a fault that names the file, the reason and the remedy."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from presselese.errors import BadInput
from presselese.reading import SUPPORTED_SUFFIXES, read_file, read_text
from presselese.settings import Settings


def only_fault(result) -> BadInput:
    assert result.documents == ()
    assert len(result.faults) == 1
    return result.faults[0]


@pytest.mark.parametrize(
    "content", [b"", b" \n\t\r\n  ", "\ufeff \n".encode(), " \u00a0 ".encode()]
)
def test_empty_and_blank_files_hold_no_text(read, content: bytes) -> None:
    fault = only_fault(read("leer.txt", content))
    assert "leer.txt" in str(fault)
    assert "no text" in fault.what


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "ZIP"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_binary_named_txt_is_refused_with_its_likely_kind(read, content: bytes, kind: str) -> None:
    fault = only_fault(read("bild.txt", content))
    assert kind in fault.what
    assert "ending" in fault.remedy


def test_unknown_ending_lists_the_endings_that_are_read(read) -> None:
    fault = only_fault(read("tabelle.xlsx", b"PK"))
    assert ".xlsx" in fault.what
    assert all(suffix in fault.remedy for suffix in SUPPORTED_SUFFIXES)


def test_file_over_the_limit_names_the_option(read) -> None:
    fault = only_fault(read("gross.txt", "Wort " * 100, settings=Settings(max_bytes=100)))
    assert "500 bytes" in fault.what
    assert "--max-bytes" in fault.remedy


def test_file_at_the_limit_is_read(read) -> None:
    assert read("genau.txt", "x" * 100, settings=Settings(max_bytes=100)).documents


def test_a_300_mb_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    with path.open("wb") as stream:
        stream.truncate(300_000_000)
    settings = Settings(max_bytes=1_000_000)
    fault = only_fault(read_file(path, relative_to=tmp_path, settings=settings))
    assert "300,000,000 bytes" in fault.what


def test_folder_named_like_a_text_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "ordner.txt"
    folder.mkdir()
    assert "folder" in only_fault(read_file(folder, relative_to=None, settings=Settings())).what


def test_missing_file_is_a_fault(tmp_path: Path) -> None:
    fault = only_fault(read_file(tmp_path / "weg.txt", relative_to=tmp_path, settings=Settings()))
    assert fault.where == "weg.txt"
    assert "cannot be opened" in fault.what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "rohr.txt"
    os.mkfifo(pipe)
    assert "regular" in only_fault(read_file(pipe, relative_to=None, settings=Settings())).what


def test_unreadable_file_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "geheim.txt"
    path.write_text("Geheim", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    fault = only_fault(read_file(path, relative_to=tmp_path, settings=Settings()))
    assert "Permission denied" in fault.what
    assert "rights" in fault.remedy


def test_broken_link_is_a_fault(tmp_path: Path) -> None:
    link = tmp_path / "verweis.txt"
    link.symlink_to(tmp_path / "nirgends.txt")
    assert only_fault(read_file(link, relative_to=tmp_path, settings=Settings())).where == link.name


@pytest.mark.parametrize("name", ["Größe & Maß.txt", "zwei Wörter.txt", "Zeile\nzwei.txt"])
def test_unusual_file_names_come_back_as_they_are(read, name: str) -> None:
    assert read(name, "Ein Satz.").documents[0].source.path == name


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_file_name_that_is_no_utf8_gives_a_writable_path(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/M\xfcnchen.txt"))
    path.write_text("Ein Satz.", encoding="utf-8")
    source = read_file(path, relative_to=tmp_path, settings=Settings()).documents[0].source
    assert source.path == "M\\xfcnchen.txt"
    source.model_dump_json()


def test_text_without_words_is_refused() -> None:
    with pytest.raises(BadInput, match="no text"):
        read_text("  \n", settings=Settings())
