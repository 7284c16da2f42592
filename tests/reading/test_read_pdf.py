"""PDF files, made with reportlab in the test."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

LINES = [
    "Eine Delegation aus Musterfeld hat die Partnerstadt Lyon besucht und sich dort über die Wirt-",
    "schaftsförderung, den Nahverkehr und die Messe informiert, teilte die IHK-",
    "Geschäftsstelle in Nordrhein-",
    "Westfalen am Montag mit.",
]


def pdf_of_lines(lines: list[str], *, pages: int = 1, **options: object) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, **options)
    for number in range(1, pages + 1):
        for i, line in enumerate(lines):
            canvas.drawString(60, 780 - 14 * i, line)
        if pages > 1:
            canvas.drawString(60, 40, f"Musterfelder Wirtschaft 3 | 2024 Seite {number}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def two_columns() -> bytes:
    stream = io.BytesIO()
    template = BaseDocTemplate(stream, pagesize=A4)
    frames = [Frame(50, 50, 230, 700), Frame(310, 50, 230, 700)]
    template.addPageTemplates([PageTemplate(frames=frames)])
    styles = getSampleStyleSheet()
    story = [Paragraph("Musterfeld reist nach Lyon", styles["Heading1"])]
    for number in range(1, 13):
        text = f"Absatz {number} beginnt. " + "Die Gruppe besucht viele Betriebe. " * 9
        story.append(Paragraph(text + f"Absatz {number} endet.", styles["BodyText"]))
    template.build(story)
    return stream.getvalue()


def test_columns_are_read_one_after_the_other(read) -> None:
    text = read("a.pdf", two_columns()).documents[0].raw_text
    ends = [text.index(f"Absatz {number} endet.") for number in range(1, 13)]
    assert ends == sorted(ends)


def test_lines_of_a_paragraph_are_joined_and_paragraphs_parted(read) -> None:
    paragraphs = read("a.pdf", two_columns()).documents[0].raw_text.split("\n\n")
    assert paragraphs[0] == "Musterfeld reist nach Lyon"
    assert paragraphs[1].startswith("Absatz 1 beginnt. Die Gruppe")
    assert paragraphs[1].endswith("Absatz 1 endet.")


def test_large_type_is_a_headline(read) -> None:
    document = read("a.pdf", two_columns()).documents[0]
    hint = document.hints[0]
    assert hint.kind == "headline"
    assert document.raw_text[hint.start_char : hint.end_char] == "Musterfeld reist nach Lyon"


def test_line_end_hyphens_are_left_for_cleaning(read) -> None:
    text = read("a.pdf", pdf_of_lines(LINES)).documents[0].raw_text
    assert "Wirt-\nschaftsförderung" in text
    assert "IHK-\nGeschäftsstelle" in text
    assert "\ufffe" not in text


def test_repeated_page_feet_are_marked(read) -> None:
    document = read("a.pdf", pdf_of_lines(LINES, pages=3)).documents[0]
    feet = [
        document.raw_text[hint.start_char : hint.end_char]
        for hint in document.hints
        if hint.kind == "boilerplate"
    ]
    assert "Musterfelder Wirtschaft 3 | 2024 Seite 2" in feet


def test_scan_without_text_needs_ocr(read) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.save()
    result = read("scan.pdf", stream.getvalue())
    assert result.documents == ()
    assert "OCR" in result.faults[0].what


def test_encrypted_pdf_needs_its_password(read) -> None:
    content = pdf_of_lines(LINES, encrypt=StandardEncryption("geheim", ownerPassword="chef"))
    result = read("geheim.pdf", content)
    assert "encrypted" in result.faults[0].what
    assert "password" in result.faults[0].remedy


def test_pdf_that_only_restricts_printing_is_read(read) -> None:
    content = pdf_of_lines(LINES, encrypt=StandardEncryption("", ownerPassword="chef", canPrint=0))
    assert read("offen.pdf", content).documents


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\nkaputt", b"kein PDF", b"%PDF-1.4\n" + b"\xff" * 999]
)
def test_broken_pdf_is_a_fault(read, content: bytes) -> None:
    result = read("kaputt.pdf", content)
    assert result.documents == ()
    assert result.faults[0].where == "kaputt.pdf"
    assert "PDF" in result.faults[0].what


def test_title_in_the_properties_counts_only_where_the_page_shows_it(read) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setTitle("Microsoft Word - Vorlage_neu.doc")
    for i, line in enumerate(LINES):
        canvas.drawString(60, 780 - 14 * i, line)
    canvas.save()
    assert read("a.pdf", stream.getvalue()).documents[0].source.title is None
