"""Reads `.jsonl`: one article a line, its text and metadata in columns that the settings name.

A broken line is a fault of its own; all other lines are read. `part` is the line number.
"""

from __future__ import annotations

import json
from typing import Any, Final

from presselese.errors import BadConfiguration, BadInput
from presselese.reading.article import Article, Parsed, RawFile
from presselese.reading.encoding import BOMS, decode
from presselese.reading.published import iso_date
from presselese.records import Warning
from presselese.settings import Settings

FIELDS: Final = ("title", "publisher", "url", "published")


def read_jsonl(file: RawFile, settings: Settings) -> Parsed:
    """Return the articles of a JSON Lines file, and a fault for every line that is none."""
    columns = _columns(settings)
    articles: list[Article] = []
    faults: list[BadInput] = []
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        try:
            articles.append(_article(line, number, file.label, settings.text_column, columns))
        except BadInput as fault:
            faults.append(fault)
    return Parsed(tuple(articles), "application/jsonl", "utf-8", tuple(faults))


def _columns(settings: Settings) -> dict[str, str]:
    """Return field -> column: the fields' own names unless the settings say otherwise."""
    chosen = dict(settings.columns)
    if unknown := sorted(set(chosen) - set(FIELDS)):
        raise BadConfiguration(
            f"column for {', '.join(unknown)}",
            "records have no such field",
            f"Name a column for one of: {', '.join(FIELDS)}.",
        )
    return {field: chosen.get(field, field) for field in FIELDS}


def _lines(file: RawFile) -> list[bytes]:
    """Split at line feeds only: JSON texts may hold other line ends such as U+2028."""
    if any(file.data.startswith(mark) for mark, _ in BOMS):
        return decode(file.data, where=file.label).text.encode("utf-8", "replace").split(b"\n")
    return file.data.split(b"\n")


def _article(
    line: bytes, number: int, label: str, text_column: str, columns: dict[str, str]
) -> Article:
    where = f"{label}, line {number}"
    row = _row(line, where)
    text = row.get(text_column)
    if not isinstance(text, str) or not text.strip():
        present = ", ".join(sorted(row)[:10]) or "none"
        raise BadInput(
            where,
            f"has no text in column {text_column!r} (columns here: {present})",
            "Name the column that holds the text with --text-column.",
        )
    stated = {field: _plain(row.get(column)) for field, column in columns.items()}
    published = iso_date(stated["published"])
    return Article(
        text,
        title=stated["title"],
        publisher=stated["publisher"],
        url=stated["url"],
        published=published,
        part=number,
        warnings=()
        if published or not stated["published"]
        else (_unread(where, stated["published"]),),
    )


def _row(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadInput(
            where, f"is not JSON in UTF-8 ({error})", "Correct or remove this line."
        ) from error
    if not isinstance(row, dict):
        raise BadInput(where, "is JSON, but no object", 'Write {"text": "…"} on every line.')
    return row


def _plain(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(str(value).split()) or None


def _unread(where: str, stated: str) -> Warning:
    return Warning(
        code="source.published_unread",
        message=f"{where}: publication date {stated!r} is not of the form 2024-03-05.",
    )
