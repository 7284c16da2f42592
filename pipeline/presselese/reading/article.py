"""What a format's reader is given and gives back; turning that into documents is left to `file`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from presselese.errors import BadInput
from presselese.records import Warning
from presselese.records.document import SourceDocument, ZoneHint
from presselese.settings import Settings


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file's bytes with the name by which errors and records call it."""

    label: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Article:
    """One article in a file: its text, and what the format says of it.

    `published` is YYYY[-MM[-DD]] from metadata only. `part` numbers the articles of formats that
    hold several.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    part: int | None = None
    hints: tuple[ZoneHint, ...] = ()
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """All that one file holds.

    `faults` are articles in it that cannot be read; `file_warnings` go to each of its articles.
    """

    articles: tuple[Article, ...]
    media_type: str
    encoding: str | None = None
    faults: tuple[BadInput, ...] = ()
    file_warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The documents of one file, and the faults of those that could not be read."""

    documents: tuple[SourceDocument, ...]
    faults: tuple[BadInput, ...] = ()


Reader = Callable[[RawFile, Settings], Parsed]
