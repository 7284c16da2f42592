"""`presselese validate`: are these records sound?"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from presselese.checking import Fault, record_faults
from presselese.cli.streams import open_records
from presselese.records.lines import parse_line

EXAMPLE = "presselese validate ergebnis/records.jsonl"


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="File of records, output folder of extract, or `-` for stdin."
        ),
    ],
) -> None:
    """Check records against the schema and the rules that every record keeps.

    Prints one line a fault: file, line, place in the record, what is wrong. Exit code 0: sound,
    1: there are faults or no records.
    """
    faults = 0
    counted = _Counted()
    with open_records(file) as lines:
        for number, fault in file_faults(lines, counted):
            print(f"{file}:{number}: {fault}")
            faults += 1
    print(f"{counted.records} records, {faults} faults", file=sys.stderr)
    raise typer.Exit(1 if faults or not counted.records else 0)


class _Counted:
    """How many records were seen."""

    records = 0


def file_faults(lines: Iterable[str], counted: _Counted) -> Iterator[tuple[int, Fault]]:
    """Yield every fault with its line, from 1; empty lines are passed over."""
    ids: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        counted.records += 1
        try:
            fields = parse_line(line)
        except (ValueError, RecursionError) as error:
            yield number, Fault((), f"not JSON: {error}")
            continue
        for fault in (*record_faults(fields), *_original_faults(fields, ids)):
            yield number, fault


def _original_faults(fields: Any, earlier_ids: set[str]) -> Iterator[Fault]:
    """A copy must stand behind its original in the file."""
    if not isinstance(fields, dict):
        return
    original = fields.get("duplicate_of")
    if isinstance(original, dict) and original.get("id") not in earlier_ids:
        yield Fault(("duplicate_of",), f"{original.get('id')} is no earlier record of the file")
    if isinstance(fields.get("id"), str):
        earlier_ids.add(fields["id"])
