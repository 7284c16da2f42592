"""Word files, made with python-docx in the test."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from presselese.settings import Settings


def document_bytes(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def release() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Pressestelle Musterfeld"
    document.sections[0].footer.paragraphs[0].text = "Marktplatz 1"
    document.add_heading("Musterfeld reist nach Lyon", level=1)
    document.add_paragraph("Eine Delegation reist nach Lyon.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Tag", "Ort", "Montag", "Lyon"], strict=True):
        cell.text = text
    document.add_paragraph("Die Gruppe kehrt am Freitag zurück.")
    document.add_paragraph("Die Gruppe am Bahnhof", style="Caption")
    return document_bytes(document)


def test_all_parts_are_read_in_order(read, release: bytes) -> None:
    document = read("a.docx", release).documents[0]
    assert document.raw_text.split("\n\n") == [
        "Pressestelle Musterfeld",
        "Musterfeld reist nach Lyon",
        "Eine Delegation reist nach Lyon.",
        "Tag\tOrt",
        "Montag\tLyon",
        "Die Gruppe kehrt am Freitag zurück.",
        "Die Gruppe am Bahnhof",
        "Marktplatz 1",
    ]


def test_styles_give_hints(read, release: bytes) -> None:
    document = read("a.docx", release).documents[0]
    hints = {document.raw_text[h.start_char : h.end_char]: h.kind for h in document.hints}
    assert hints == {
        "Pressestelle Musterfeld": "boilerplate",
        "Musterfeld reist nach Lyon": "headline",
        "Die Gruppe am Bahnhof": "caption",
        "Marktplatz 1": "boilerplate",
    }


def test_article_inside_a_layout_table_is_read_as_paragraphs(read) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    for number in range(6):
        cell.add_paragraph(f"Absatz {number}.")
    text = read("a.docx", document_bytes(document)).documents[0].raw_text
    assert text.split("\n\n") == [f"Absatz {number}." for number in range(6)]


def test_date_of_the_file_is_no_publication_date(read, release: bytes) -> None:
    assert read("a.docx", release).documents[0].source.published is None


@pytest.mark.parametrize("content", [b"kein Zip", b"PK\x03\x04" + b"\x00" * 40])
def test_docx_that_is_no_package_is_refused(read, content: bytes) -> None:
    fault = read("a.docx", content).faults[0]
    assert "no Word document" in fault.what


def test_old_word_file_is_named(read) -> None:
    fault = read("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600).faults[0]
    assert ".doc" in fault.what
    assert "Save it as .docx" in fault.remedy


def test_zip_that_is_no_word_document_is_refused(read) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("brief.txt", "Hallo")
    assert read("a.docx", stream.getvalue()).faults


def test_zip_bomb_is_refused_before_it_unpacks(read, release: bytes) -> None:
    stream = io.BytesIO(release)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/gross.bin", b"\x00" * 60_000_000)
    fault = read("bombe.docx", stream.getvalue()).faults[0]
    assert "unpacks to" in fault.what
    assert "--max-bytes" in fault.remedy


def test_package_over_the_limit_is_refused(read, release: bytes) -> None:
    settings = Settings(max_bytes=len(release) + 1)
    stream = io.BytesIO(release)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/gross.bin", b"ab" * 3 * len(release))
    content = stream.getvalue()
    settings = Settings(max_bytes=len(content))
    assert "unpacks to" in read("a.docx", content, settings=settings).faults[0].what


def test_empty_document_holds_no_text(read) -> None:
    assert "no text" in read("a.docx", document_bytes(docx.Document())).faults[0].what
