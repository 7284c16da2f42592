"""`presselese export csv`: records as flat tables, one CSV file each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from presselese.cli.streams import open_records
from presselese.records.lines import read_records
from presselese.writing.csv_tables import write_csv

EXAMPLE = "presselese export csv ergebnis -o tabellen --excel"


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="File of records, output folder of extract, or `-` for stdin."
        ),
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="FOLDER", help="Folder for the tables.")
    ],
    excel: Annotated[
        bool,
        typer.Option("--excel", help="For German Excel: semicolon, decimal comma, safe cells."),
    ] = False,
) -> None:
    """Write events.csv, people.csv, organisations.csv and figures.csv.

    Without --excel the files are plain UTF-8 CSV with commas, for programs.
    """
    with open_records(file) as lines:
        rows = write_csv(read_records(lines, where=file), out, excel=excel)
    print(", ".join(f"{name}: {number} rows" for name, number in rows.items()), file=sys.stderr)
