"""Flat tables of records, for CRM imports and Excel: which rows and columns, not how they look.

One row an event, a person, an organisation, a figure. Several fillers of a slot stand in one cell,
parted by "; ". Every row says which record and which sentence it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from presselese.records import Contact, Delegation, Event, Filler, Founding, Record, Reference

# How a cell is to be taken: words; a number; a date, maybe partial; or a string of digits and
# signs that must never be counted with (a phone number, an id).
CellKind = Literal["text", "number", "date", "code"]
Row = tuple[str, ...]
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with their kinds, and its rows in one record."""

    name: str
    columns: tuple[tuple[str, CellKind], ...]
    rows: Callable[[Record], Iterator[Row]]


def _source(record: Record) -> Row:
    source = record.source
    original = record.duplicate_of.path if record.duplicate_of else ""
    return (record.id, source.path, source.title or "", source.published or "", original)


SOURCE_COLUMNS: tuple[tuple[str, CellKind], ...] = (
    ("record", "code"), ("path", "text"), ("title", "text"), ("published", "date"),
    ("duplicate_of", "text"),
)  # fmt: skip


def _event_rows(record: Record) -> Iterator[Row]:
    for event in record.events:
        yield (
            *_source(record),
            event.id,
            event.kind,
            event.status,
            "yes" if event.reported else "no",
            f"{event.confidence:.2f}",
            *_event_slots(event),
            SEPARATOR.join(_one_line(span.text) for span in event.evidence),
            event.rule,
        )


def _event_slots(event: Event) -> Row:
    if isinstance(event, Delegation):
        size = str(event.size.value) if event.size else ""
        slots = (event.destinations, event.origins, event.organisers, event.leaders)
        more = (event.participants, event.hosts)
        filled = (*map(_names, (*slots, *more)), size, event.start or "", event.end or "")
        return ("", "", *filled, "", "", "", "")
    if isinstance(event, Founding):
        filled = (_names(event.founders), "", _names(event.places), event.date or "")
        return (event.form, event.organisation.name, *[""] * 9, *filled)
    filled = ("", _names(event.members), "", event.date or "")
    return (event.change, event.organisation.name, *[""] * 9, *filled)


def _person_rows(record: Record) -> Iterator[Row]:
    for person in record.people:
        name = person.organisation.name if person.organisation else ""
        about = (person.name, person.title or "", person.role or "", name)
        contacts = _contacts(record.contacts, person.id, ("phone", "email"))
        yield (*_source(record), person.id, *about, *contacts, str(len(person.mentions)))


def _organisation_rows(record: Record) -> Iterator[Row]:
    for organisation in record.organisations:
        aliases = SEPARATOR.join(organisation.aliases)
        about = (organisation.name, aliases, organisation.legal_form or "")
        kinds = ("phone", "email", "url", "address")
        contacts = _contacts(record.contacts, organisation.id, kinds)
        mentions = str(len(organisation.mentions))
        yield (*_source(record), organisation.id, *about, *contacts, mentions)


def _figure_rows(record: Record) -> Iterator[Row]:
    for figure in record.figures:
        about = (figure.value, figure.unit or "", figure.counts or "", figure.modifier or "")
        owner = _name(figure.of)
        yield (*_source(record), figure.id, *about, owner, _one_line(figure.text), figure.rule)


TABLES: tuple[Table, ...] = (
    Table(
        "events",
        (
            *SOURCE_COLUMNS,
            ("event", "code"), ("kind", "text"), ("status", "text"), ("reported", "text"),
            ("confidence", "number"), ("form_or_change", "text"), ("organisation", "text"),
            ("destinations", "text"), ("origins", "text"), ("organisers", "text"),
            ("leaders", "text"), ("participants", "text"), ("hosts", "text"), ("size", "number"),
            ("start", "date"), ("end", "date"), ("founders", "text"), ("members", "text"),
            ("places", "text"), ("date", "date"), ("evidence", "text"), ("rule", "text"),
        ),
        _event_rows,
    ),
    Table(
        "people",
        (
            *SOURCE_COLUMNS,
            ("person", "code"), ("name", "text"), ("person_title", "text"), ("role", "text"),
            ("organisation", "text"), ("phone", "code"), ("email", "text"),
            ("mentions", "number"),
        ),
        _person_rows,
    ),
    Table(
        "organisations",
        (
            *SOURCE_COLUMNS,
            ("organisation", "code"), ("name", "text"), ("aliases", "text"),
            ("legal_form", "text"), ("phone", "code"), ("email", "text"), ("url", "text"),
            ("address", "text"), ("mentions", "number"),
        ),
        _organisation_rows,
    ),
    Table(
        "figures",
        (
            *SOURCE_COLUMNS,
            ("figure", "code"), ("value", "number"), ("unit", "text"), ("counts", "text"),
            ("modifier", "text"), ("of", "text"), ("words", "text"), ("rule", "text"),
        ),
        _figure_rows,
    ),
)  # fmt: skip


def _names(fillers: Iterable[Filler]) -> str:
    return SEPARATOR.join(filler.name for filler in fillers)


def _name(reference: Reference | None) -> str:
    return reference.name if reference else ""


def _contacts(contacts: list[Contact], owner: str, kinds: tuple[str, ...]) -> list[str]:
    owned = [contact for contact in contacts if contact.of and contact.of.ref == owner]
    return [
        SEPARATOR.join(_one_line(contact.value) for contact in owned if contact.kind == kind)
        for kind in kinds
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())
