"""Reads one file into documents: checks it, gives it to its format's reader, adds its source.

Nothing in a file stops the run: what cannot be read comes back as a fault that names the file and
the remedy.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path, PurePath
from typing import Final

from presselese.errors import BadConfiguration, BadInput, PresseleseError
from presselese.reading.article import Article, Parsed, RawFile, Reader, ReadResult
from presselese.reading.encoding import Decoded, decode
from presselese.reading.json_lines import read_jsonl
from presselese.reading.mail_file import read_eml
from presselese.reading.pdf_file import read_pdf
from presselese.reading.plain_text import read_markdown, read_txt
from presselese.reading.published import file_name_date, iso_date
from presselese.reading.web_page import read_html
from presselese.reading.word_file import read_docx
from presselese.reading.xml_file import read_xml
from presselese.records import Source
from presselese.records.document import SourceDocument
from presselese.records.source import PublishedFrom
from presselese.settings import Settings

READERS: Final[dict[str, Reader]] = {
    ".docx": read_docx,
    ".eml": read_eml,
    ".htm": read_html,
    ".html": read_html,
    ".jsonl": read_jsonl,
    ".md": read_markdown,
    ".pdf": read_pdf,
    ".txt": read_txt,
    ".xml": read_xml,
}
SUPPORTED_SUFFIXES: Final = tuple(sorted(READERS))
STDIN_LABEL: Final = "-"
LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def read_file(path: Path, *, relative_to: Path | None, settings: Settings) -> ReadResult:
    """Return the articles of a file and the faults of those (or of the file) that cannot be read.

    `relative_to` is the input folder that `Source.path` is counted from; `None` keeps the path as
    given. Raises `BadConfiguration` for settings that no file could be read with.
    """
    label = _label(path, relative_to)
    published = _published_option(settings)
    try:
        file = RawFile(label, _load(path, label, settings))
        parsed = _parse(file, path, settings)
    except BadInput as fault:
        return ReadResult((), (fault,))
    name_date = None if _holds_several(parsed) else file_name_date(path.stem)
    documents: list[SourceDocument] = []
    faults = list(parsed.faults)
    for article in parsed.articles:
        if article.text.strip():
            documents.append(
                _document(article, parsed, file, option=published, name_date=name_date)
            )
        else:
            faults.append(_no_text(label, article.part))
    if not documents and not faults:
        faults.append(_no_text(label, None))
    return ReadResult(tuple(documents), tuple(faults))


def read_text(text: str, *, settings: Settings, label: str = STDIN_LABEL) -> SourceDocument:
    """Return one article given as text, from stdin or a caller; raises `BadInput` if empty."""
    content = RawFile(label, text.encode("utf-8", "surrogatepass"))
    return _plain_document(content, Decoded(text, "utf-8"), settings)


def read_bytes(content: bytes, *, settings: Settings, label: str = STDIN_LABEL) -> SourceDocument:
    """Return one article given as the bytes of a text, in any encoding; raises `BadInput`."""
    _check_size(label, content, len(content), settings)
    return _plain_document(RawFile(label, content), decode(content, where=label), settings)


def _plain_document(file: RawFile, decoded: Decoded, settings: Settings) -> SourceDocument:
    if not decoded.text.strip():
        raise _no_text(file.label, None)
    article = Article(decoded.text, warnings=decoded.warnings)
    parsed = Parsed((article,), "text/plain", decoded.encoding)
    option = _published_option(settings)
    return _document(article, parsed, file, option=option, name_date=None)


def _label(path: Path, relative_to: Path | None) -> str:
    shown: PurePath = path
    if relative_to is not None and path.is_relative_to(relative_to):
        shown = path.relative_to(relative_to)
    # File names are bytes on Linux: one in Latin-1 must not make the record unwritable.
    return os.fsencode(shown.as_posix()).decode("utf-8", "backslashreplace")


def _published_option(settings: Settings) -> str | None:
    if settings.published is None:
        return None
    if (date := iso_date(settings.published)) is None:
        raise BadConfiguration(
            f"publication date {settings.published!r}",
            "is no date of the form 2024-03-05",
            "Write year, month and day (or year and month) with --published.",
        )
    return date


def _load(path: Path, label: str, settings: Settings) -> bytes:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(label, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise BadInput(
            label, "is a folder, not a file", "If it cannot be opened, check its rights."
        )
    if not stat.S_ISREG(status.st_mode):
        raise BadInput(label, "is no regular file", "Copy its content to a file.")
    if path.suffix.lower() not in READERS:
        raise BadInput(
            label,
            f"has a file ending that is not read ({path.suffix or 'none'})",
            f"Read are: {' '.join(SUPPORTED_SUFFIXES)}. Exclude others with --exclude.",
        )
    try:
        with path.open("rb") as stream:
            content = stream.read(settings.max_bytes + 1)
    except OSError as error:
        raise _unreadable(label, error) from error
    _check_size(label, content, status.st_size, settings)
    return content


def _check_size(label: str, content: bytes, size: int, settings: Settings) -> None:
    if len(content) > settings.max_bytes:
        raise BadInput(
            label,
            f"has {max(size, len(content)):,} bytes, more than the limit of {settings.max_bytes:,}",
            "If it is a real article, raise the limit with --max-bytes.",
        )
    if not content.strip():
        raise _no_text(label, None)


def _unreadable(label: str, error: OSError | ValueError) -> BadInput:
    reason = getattr(error, "strerror", None) or str(error)
    return BadInput(label, f"cannot be opened ({reason})", "Check that it exists and its rights.")


def _parse(file: RawFile, path: Path, settings: Settings) -> Parsed:
    try:
        return READERS[path.suffix.lower()](file, settings)
    except PresseleseError:
        raise
    except Exception as error:  # parsers of foreign formats raise nearly everything on broken files
        raise BadInput(
            file.label,
            f"cannot be read as {path.suffix.lower()} ({type(error).__name__}: {error})",
            "Save it anew in the program that made it, or save its text as .txt.",
        ) from error


def _holds_several(parsed: Parsed) -> bool:
    return any(article.part is not None for article in parsed.articles)


def _no_text(label: str, part: int | None) -> BadInput:
    where = label if part is None else f"{label}, article {part}"
    return BadInput(where, "holds no text", "Check that it was saved completely.")


def _document(
    article: Article, parsed: Parsed, file: RawFile, *, option: str | None, name_date: str | None
) -> SourceDocument:
    published, published_from = _publication(article, option, name_date)
    return SourceDocument(
        source=Source(
            path=file.label,
            part=article.part,
            media_type=parsed.media_type,
            encoding=parsed.encoding,
            bytes=len(file.data),
            sha256=hashlib.sha256(file.data).hexdigest(),
            title=_writable(article.title),
            publisher=_writable(article.publisher),
            url=_writable(article.url),
            published=published,
            published_from=published_from,
        ),
        raw_text=LONE_SURROGATE.sub("\ufffd", article.text),
        hints=article.hints,
        warnings=parsed.file_warnings + article.warnings,
    )


def _publication(
    article: Article, option: str | None, name_date: str | None
) -> tuple[str | None, PublishedFrom | None]:
    """Return the publication date and what states it; what the user says comes first."""
    if option:
        return option, "option"
    if article.published:
        return article.published, "meta"
    return (name_date, "file_name") if name_date else (None, None)


def _writable(value: str | None) -> str | None:
    return LONE_SURROGATE.sub("\ufffd", value) if value else None
