"""Reads `.pdf`: pdfium for text and columns, pdfminer.six where pdfium cannot open the file.

Scans without a text layer are refused as needing OCR. Page headers and feet that repeat are kept
and marked as boilerplate.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Final

import pypdfium2 as pdfium
from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFPasswordIncorrect

from presselese.errors import BadInput
from presselese.reading.article import Article, Parsed, RawFile
from presselese.reading.pdf_lines import Line, Paragraph, body_size, join_lines, page_lines
from presselese.reading.text_builder import TextBuilder
from presselese.records.source import ZoneKind
from presselese.settings import Settings

# A scan often carries a stamp or page number as text; an article has more than this.
MIN_CHARS: Final = 40
HEADLINE_SIZE: Final = 1.25
MAX_HEADLINE_CHARS: Final = 250
# Headers and feet are looked for among the first and last paragraphs of a page.
EDGE_PARAGRAPHS: Final = 2
MIN_REPEATS: Final = 2
PASSWORD_FAULT: Final = "is encrypted; it needs a password"


def read_pdf(file: RawFile, settings: Settings) -> Parsed:
    """Return the text of a PDF as one article."""
    pages = _pages(file)
    built = _build(pages) if pages is not None else _by_pdfminer(file)
    if sum(not c.isspace() for c in built.text) < MIN_CHARS:
        raise BadInput(
            file.label,
            "has no text layer (it is a scan or a picture), so it needs OCR",
            "Run it through OCR first, for example: ocrmypdf -l deu IN.pdf OUT.pdf",
        )
    article = Article(built.text, title=_title(file, built), hints=built.hints)
    return Parsed((article,), "application/pdf")


def _pages(file: RawFile) -> list[list[Line]] | None:
    """Return the lines of every page, or `None` where pdfium cannot open the file."""
    try:
        document = pdfium.PdfDocument(file.data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise _encrypted(file) from error
        return None
    try:
        return [page_lines(document[number].get_textpage()) for number in range(len(document))]
    except pdfium.PdfiumError:
        return None
    finally:
        document.close()


def _encrypted(file: RawFile) -> BadInput:
    return BadInput(file.label, PASSWORD_FAULT, "Save a copy without a password and read that.")


def _by_pdfminer(file: RawFile) -> TextBuilder:
    built = TextBuilder()
    try:
        text = extract_text(io.BytesIO(file.data))
    except PDFPasswordIncorrect as error:
        raise _encrypted(file) from error
    except Exception as error:  # pdfminer lets KeyError, struct.error and more through
        raise BadInput(
            file.label,
            f"is a broken PDF ({type(error).__name__})",
            "Open and save it anew in a PDF viewer, or get the file again.",
        ) from error
    for block in re.split(r"\n\s*\n|\f", text):
        if block.strip():
            built.add(re.sub(r"(?<!-)\n", " ", block.strip()))
    return built


def _build(pages: list[list[Line]]) -> TextBuilder:
    body = body_size([line for lines in pages for line in lines])
    paragraphs = [join_lines(lines) for lines in pages]
    repeated = _repeated(paragraphs)
    built = TextBuilder()
    for page in paragraphs:
        for paragraph in page:
            built.add(paragraph.text, hint=_role(paragraph, body, repeated))
    return built


def _role(paragraph: Paragraph, body: float, repeated: frozenset[str]) -> ZoneKind | None:
    if _pattern(paragraph.text) in repeated:
        return "boilerplate"
    is_large = paragraph.size >= HEADLINE_SIZE * body and len(paragraph.text) <= MAX_HEADLINE_CHARS
    return "headline" if is_large and re.search(r"[a-zäöüß]{2}", paragraph.text) else None


def _repeated(pages: list[list[Paragraph]]) -> frozenset[str]:
    """Return the patterns of paragraphs that stand at the edge of several pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        edge = page[:EDGE_PARAGRAPHS] + page[-EDGE_PARAGRAPHS:]
        seen.update({_pattern(paragraph.text) for paragraph in edge})
    return frozenset(pattern for pattern, count in seen.items() if count >= MIN_REPEATS)


def _pattern(text: str) -> str:
    # "16 Berliner Wirtschaft" and "17 Berliner Wirtschaft" are the same foot.
    return re.sub(r"\d+", "0", " ".join(text.split()))


def _title(file: RawFile, built: TextBuilder) -> str | None:
    """Return the title in the PDF's properties where a headline shows it too.

    The properties alone are no evidence: they say "Microsoft Word - Vorlage_neu.doc", or name the
    magazine.
    """
    try:
        with pdfium.PdfDocument(file.data) as document:
            title = " ".join(document.get_metadata_dict().get("Title", "").split())
    except pdfium.PdfiumError:
        return None
    headlines = {
        " ".join(built.text[hint.start_char : hint.end_char].split())
        for hint in built.hints
        if hint.kind == "headline"
    }
    return title if title in headlines else None
