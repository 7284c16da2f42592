"""Where a record's text came from, and the zones of that text."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from presselese.records.base import EndChar, Model, StartChar

PublishedFrom = Literal["text", "meta", "file_name", "option"]
ZoneKind = Literal["headline", "dateline", "body", "quote", "caption", "contact", "boilerplate"]


class Source(Model):
    """The file (and the article in it) that a record was made from."""

    path: str = Field(
        description="Path as given, relative to the input folder.", examples=["artikel/hefei.txt"]
    )
    part: int | None = Field(
        default=None,
        ge=1,
        description="Number of the article in a file that holds several, from 1.",
        examples=[2],
    )
    media_type: str = Field(description="IANA media type of the file.", examples=["text/plain"])
    encoding: str | None = Field(
        description="Character encoding that was used; null for binary formats.", examples=["utf-8"]
    )
    bytes: int = Field(ge=0, description="Size of the file in bytes.", examples=[2104])
    sha256: str = Field(
        pattern=r"^[0-9a-f]{64}$",
        description="SHA-256 of the file's bytes, in hexadecimal.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    title: str | None = Field(
        default=None, description="The article's title.", examples=["Zu Gast"]
    )
    publisher: str | None = Field(
        default=None, description="Who published it, where stated.", examples=["Stadt Osnabrück"]
    )
    url: str | None = Field(
        default=None,
        description="Its web address, where stated.",
        examples=["https://example.org/a"],
    )
    published: str | None = Field(
        default=None,
        pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$",
        description="Publication date, as exact as stated; null where nothing states it.",
        examples=["2008-06-02"],
    )
    published_from: PublishedFrom | None = Field(
        default=None, description="What states `published`.", examples=["text"]
    )


class Zone(Model):
    """A stretch of the text with one layout role; zones do not overlap."""

    kind: ZoneKind = Field(description="Layout role of the stretch.", examples=["headline"])
    start_char: StartChar
    end_char: EndChar
