"""Reads `.txt` and `.md`: the text as it stands; Markdown without its marks, headings as hints."""

from __future__ import annotations

import re
from typing import Final

from presselese.reading.article import Article, Parsed, RawFile
from presselese.reading.encoding import decode
from presselese.reading.published import iso_date
from presselese.reading.text_builder import TextBuilder
from presselese.settings import Settings

FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD: Final = re.compile(r"^(?P<key>[A-Za-z_]+):[ \t]*(?P<value>\S.*?)[ \t]*$", re.MULTILINE)
HEADING: Final = re.compile(r"#{1,6}[ \t]+(?P<text>.*?)[ \t]*#*[ \t]*")
TABLE_ROW: Final = re.compile(r"[ \t]*\|(?P<cells>(?!\s*:?-{2,})[^|]+(?:\|[^|]+)*)\|?[ \t]*")
RULE: Final = re.compile(
    r"[ \t]*(?:\|[ \t:|-]+|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+)[ \t]*"
)
# Order matters: a picture is a link with "!" before it; bold is emphasis with two marks.
INLINE: Final = (
    (re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^>\s]+)>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
TITLE_KEYS: Final = ("title", "titel")
DATE_KEYS: Final = ("date", "datum", "published")
PUBLISHER_KEYS: Final = ("publisher", "herausgeber", "source", "quelle")
URL_KEYS: Final = ("url", "link", "permalink")


def read_txt(file: RawFile, settings: Settings) -> Parsed:
    """Return the one article of a text file."""
    decoded = decode(file.data, where=file.label)
    article = Article(decoded.text, warnings=decoded.warnings)
    return Parsed((article,), "text/plain", decoded.encoding)


def read_markdown(file: RawFile, settings: Settings) -> Parsed:
    """Return the one article of a Markdown file; front matter gives title, date, publisher."""
    decoded = decode(file.data, where=file.label)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front = FRONT_MATTER.match(text)
    fields = _front_fields(front["fields"]) if front else {}
    built = _without_marks(text[front.end() :] if front else text)
    article = Article(
        built.text,
        title=_first(fields, TITLE_KEYS),
        publisher=_first(fields, PUBLISHER_KEYS),
        url=_first(fields, URL_KEYS),
        published=iso_date(_first(fields, DATE_KEYS)),
        hints=built.hints,
        warnings=decoded.warnings,
    )
    return Parsed((article,), "text/markdown", decoded.encoding)


def _front_fields(block: str) -> dict[str, str]:
    return {m["key"].lower(): m["value"].strip("\"'") for m in FIELD.finditer(block)}


def _first(fields: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((fields[key] for key in keys if fields.get(key)), None)


def _without_marks(text: str) -> TextBuilder:
    built = TextBuilder(separator="\n")
    for line in text.split("\n"):
        if heading := HEADING.fullmatch(line):
            built.add(_inline(heading["text"]), hint="headline")
        elif row := TABLE_ROW.fullmatch(line):
            built.add("\t".join(_inline(cell.strip()) for cell in row["cells"].split("|")))
        elif not RULE.fullmatch(line):
            built.add(_inline(re.sub(r"^[ \t]*>[ \t]?", "", line)))
    return built


def _inline(line: str) -> str:
    for shape, replacement in INLINE:
        line = shape.sub(replacement, line)
    return line
