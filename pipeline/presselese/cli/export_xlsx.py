"""`presselese export xlsx`: records as flat tables in one Excel workbook."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from presselese.cli.streams import open_records
from presselese.records.lines import read_records
from presselese.writing.workbook import write_workbook

EXAMPLE = "presselese export xlsx ergebnis -o ergebnis.xlsx"


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="File of records, output folder of extract, or `-` for stdin."
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="Workbook to write.")],
) -> None:
    """Write events, people, organisations and figures as sheets of one workbook."""
    with open_records(file) as lines:
        rows = write_workbook(read_records(lines, where=file), out)
    print(", ".join(f"{name}: {number} rows" for name, number in rows.items()), file=sys.stderr)
