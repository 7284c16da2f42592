"""The record that leaves the pipeline: pydantic models of every part of it."""

from presselese.records.base import Filler, Reference, Span
from presselese.records.entities import Contact, Organisation, Person, Place
from presselese.records.events import Delegation, Event, Founding, Membership, Size
from presselese.records.record import (
    SCHEMA_VERSION,
    DuplicateOf,
    Record,
    Warning,
    document_id,
    to_json_line,
)
from presselese.records.source import Source, Zone
from presselese.records.values import Date, Figure

__all__ = [
    "SCHEMA_VERSION",
    "Contact",
    "Date",
    "Delegation",
    "DuplicateOf",
    "Event",
    "Figure",
    "Filler",
    "Founding",
    "Membership",
    "Organisation",
    "Person",
    "Place",
    "Record",
    "Reference",
    "Size",
    "Source",
    "Span",
    "Warning",
    "Zone",
    "document_id",
    "to_json_line",
]
