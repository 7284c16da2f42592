"""Reads `.docx`: paragraphs, tables and text boxes in order, heading and caption styles as hints.

What unpacks to too much is refused before anything is unpacked.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.opc.exceptions import PackageNotFoundError

from presselese.errors import BadInput
from presselese.reading.article import Article, Parsed, RawFile
from presselese.reading.text_builder import TextBuilder
from presselese.records.source import ZoneKind
from presselese.settings import Settings

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# A DOCX with pictures unpacks to about its own size, one of pure text to ten or twenty times that;
# the most that ZIP can do is a thousand times.
MAX_GROWTH: Final = 4
ZIP_BOMB_RATIO: Final = 200
RATIO_CHECKED_FROM_BYTES: Final = 20_000_000
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Cells with more than this lay out a page, they are no table.
MAX_CELL_PARAGRAPHS: Final = 3
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def read_docx(file: RawFile, settings: Settings) -> Parsed:
    """Return the text of a Word document as one article."""
    _check_package(file, settings)
    document = _open(file)
    built = TextBuilder()
    for text in _edge_texts(document, "header"):
        built.add(text, hint="boilerplate")
    for element in document.element.body.iter(f"{W}p", f"{W}tr"):
        if _is_copy(element):
            continue
        if element.tag == f"{W}tr":
            if row_text := _row_text(element):
                built.add(row_text)
        elif (text := _text(element)) and not _is_in_row(element):
            built.add(text, hint=_role(_style_name(document, element)))
    for text in _edge_texts(document, "footer"):
        built.add(text, hint="boilerplate")
    if not built.text.strip():
        raise BadInput(
            file.label,
            "holds no text",
            "If the article is a picture in it, run that through OCR first.",
        )
    article = Article(built.text, title=_title(document, built.text), hints=built.hints)
    return Parsed((article,), MEDIA_TYPE)


def _check_package(file: RawFile, settings: Settings) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _not_word(file) from error
    unpacked = sum(member.file_size for member in members)
    ratio = unpacked / max(len(file.data), 1)
    is_bomb = unpacked > RATIO_CHECKED_FROM_BYTES and ratio > ZIP_BOMB_RATIO
    if unpacked > MAX_GROWTH * settings.max_bytes or is_bomb:
        raise BadInput(
            file.label,
            f"unpacks to {unpacked:,} bytes, more than is allowed",
            "If it is a real article, save its text as .txt or allow more with --max-bytes.",
        )


def _not_word(file: RawFile) -> BadInput:
    if file.data.startswith(OLD_OFFICE):
        return BadInput(
            file.label,
            "is an old Word file (.doc) or an encrypted one, not a .docx",
            "Save it as .docx without a password.",
        )
    return BadInput(
        file.label,
        "is no Word document (not a ZIP package, or a broken one)",
        "Give it its true file ending, or save it anew as .docx.",
    )


def _open(file: RawFile) -> Any:
    try:
        return docx.Document(io.BytesIO(file.data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise _not_word(file) from error


def _is_copy(element: Any) -> bool:
    """Tell copies for old programs: text boxes are stored twice."""
    return any(ancestor.tag == FALLBACK for ancestor in element.iterancestors())


def _is_in_row(paragraph: Any) -> bool:
    # Letterheads are laid out in tables whose one cell holds the whole article.
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    return row is not None and not _is_layout_row(row)


def _is_layout_row(row: Any) -> bool:
    cells = (list(cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc"))
    return any(len(paragraphs) > MAX_CELL_PARAGRAPHS for paragraphs in cells)


def _row_text(row: Any) -> str:
    """Return a table's row as one line, cells parted by tabs; layout rows give nothing here."""
    if _is_layout_row(row):
        return ""
    cells = (" ".join(filter(None, map(_text, cell.iter(f"{W}p")))) for cell in row.iter(f"{W}tc"))
    return "\t".join(cell for cell in cells if cell)


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph)).strip()


def _pieces(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter():
        # A text box inside this paragraph is a paragraph of its own.
        if next(element.iterancestors(f"{W}p"), None) is not paragraph:
            continue
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.tag == f"{W}tab":
            yield "\t" if element.getparent().tag == f"{W}r" else ""
        elif element.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif element.tag == f"{W}noBreakHyphen":
            yield "-"
        elif element.tag == f"{W}softHyphen":
            yield "\u00ad"


def _style_name(document: Any, paragraph: Any) -> str:
    properties = paragraph.find(f"{W}pPr/{W}pStyle")
    if properties is None:
        return ""
    wanted = properties.get(f"{W}val")
    names = (style.name for style in document.styles if style.style_id == wanted)
    return (next(names, None) or wanted or "").lower()


def _role(style: str) -> ZoneKind | None:
    if style.startswith(("heading", "title", "subtitle", "überschrift", "titel", "untertitel")):
        return "headline"
    return "caption" if style.startswith(("caption", "beschriftung")) else None


def _edge_texts(document: Any, part: str) -> list[str]:
    """Return the texts of page headers or footers, each once."""
    texts: dict[str, None] = {}
    for section in document.sections:
        edge = getattr(section, part)
        if not edge.is_linked_to_previous:
            paragraphs = edge._element.iter(f"{W}p")
            texts.update(dict.fromkeys(text for p in paragraphs if (text := _text(p))))
    return list(texts)


def _title(document: Any, text: str) -> str | None:
    """Return the title in the properties where the document shows it too."""
    title = " ".join((document.core_properties.title or "").split())
    return title if title and title in " ".join(text.split()) else None
