"""Text and Markdown files."""

from __future__ import annotations

import hashlib

import pytest

from presselese.errors import BadInput
from presselese.reading import read_bytes, read_text
from presselese.settings import Settings


def test_text_comes_back_as_it_stands(read) -> None:
    text = "  Kopf\r\n\r\nEin Satz.\n"
    document = read("a.txt", text).documents[0]
    assert document.raw_text == text
    assert document.source.media_type == "text/plain"
    assert document.source.bytes == len(text)
    assert document.source.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_ending_in_capitals_is_read(read) -> None:
    assert read("A.TXT", "Ein Satz.").documents


def test_markdown_loses_its_marks_and_keeps_its_headings(read) -> None:
    text = (
        '---\ntitle: "Reise nach Lyon"\ndate: 2024-03-05\npublisher: Stadt Musterfeld\n---\n'
        "# Reise nach Lyon\n\nEine **große** Gruppe fährt mit [der Bahn](https://bahn.example) "
        "nach *Lyon*.\n\n> Zitat mit 3 * 4 und snake_case_name\n\n---\n"
    )
    document = read("a.md", text).documents[0]
    assert "Eine große Gruppe fährt mit der Bahn nach Lyon." in document.raw_text
    assert "Zitat mit 3 * 4 und snake_case_name" in document.raw_text
    assert "---" not in document.raw_text
    assert [document.raw_text[h.start_char : h.end_char] for h in document.hints] == [
        "Reise nach Lyon"
    ]
    source = document.source
    assert (source.title, source.publisher) == ("Reise nach Lyon", "Stadt Musterfeld")
    assert (source.published, source.published_from) == ("2024-03-05", "meta")


def test_markdown_table_keeps_its_rows(read) -> None:
    text = "| Termin | Ort |\n|---|:--|\n| 12. Mai | Lyon |\n"
    assert read("a.md", text).documents[0].raw_text.split("\n")[:2] == [
        "Termin\tOrt",
        "12. Mai\tLyon",
    ]


def test_lone_surrogates_become_writable(read) -> None:
    # JSON can hold half a character: "\ud83d".
    document = read("a.jsonl", '{"text": "Halb \\ud83d da"}').documents[0]
    assert document.raw_text == "Halb � da"


def test_bytes_from_stdin_are_decoded_and_told_as_they_came() -> None:
    content = "Größe".encode("cp1252")
    source = read_bytes(content, settings=Settings()).source
    assert (source.path, source.encoding, source.bytes) == ("-", "cp1252", 5)
    assert source.sha256 == hashlib.sha256(content).hexdigest()


def test_text_of_a_caller_keeps_its_words() -> None:
    document = read_text(" Ein Satz. ", settings=Settings(), label="zwischenablage")
    assert (document.raw_text, document.source.path) == (" Ein Satz. ", "zwischenablage")


@pytest.mark.parametrize("content", [b"", b" \n", b"%PDF-1.7", b"x" * 200])
def test_bytes_from_stdin_are_checked_like_files(content: bytes) -> None:
    with pytest.raises(BadInput):
        read_bytes(content, settings=Settings(max_bytes=100))
