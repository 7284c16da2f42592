"""The record: everything that presselese says about one article."""

from __future__ import annotations

import hashlib
from typing import Final, Literal

from pydantic import Field

from presselese.records.base import Model, OptionalSpan
from presselese.records.entities import Contact, Organisation, Person, Place
from presselese.records.events import Event
from presselese.records.source import Source, Zone
from presselese.records.values import Date, Figure

SCHEMA_VERSION: Final = "1.0"


class Warning(OptionalSpan):
    """Something a careful user should look at."""

    code: str = Field(
        pattern=r"^[a-z_]+\.[a-z_]+$", description="Stable code.", examples=["date.year_unknown"]
    )
    message: str = Field(description="What was seen, in one sentence.")


class DuplicateOf(Model):
    """The earlier article of the same run that this one copies."""

    id: str = Field(
        description="Record id of the earlier article.", examples=["doc_1f0c22d09a0a3f4b"]
    )
    path: str = Field(description="Its path.", examples=["2024/dpa-114.txt"])


class Record(Model):
    """One article: its text, and the facts found in it. One JSON object a line."""

    schema_version: Literal["1.0"] = Field(
        default=SCHEMA_VERSION, description="Version of this schema.", examples=["1.0"]
    )
    id: str = Field(
        pattern=r"^doc_[0-9a-f]{16}$",
        description="From the text alone: the same text has the same id.",
        examples=["doc_1f0c22d09a0a3f4b"],
    )
    source: Source
    text: str = Field(description="The text that was read; every offset counts its code points.")
    zones: list[Zone] = Field(description="Layout zones, in text order.")
    organisations: list[Organisation]
    people: list[Person]
    places: list[Place]
    events: list[Event] = Field(description="Events, by first evidence.")
    dates: list[Date]
    figures: list[Figure]
    contacts: list[Contact]
    duplicate_of: DuplicateOf | None = Field(
        default=None, description="Set where an earlier article of the run says the same."
    )
    warnings: list[Warning]


def document_id(text: str) -> str:
    """Return the record id of an article: 16 hexadecimal digits of its text's SHA-256."""
    return "doc_" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def to_json_line(record: Record) -> str:
    """Return a record as one line of JSON Lines, without the line end."""
    return record.model_dump_json()
