"""`presselese show`: records for human eyes, on the terminal or as a web page."""

from __future__ import annotations

import itertools
import sys
from typing import Annotated

import typer
from rich.console import Console

from presselese.cli.streams import open_output, open_records
from presselese.errors import BadConfiguration
from presselese.records.lines import read_records
from presselese.review.page import MANY_RECORDS, write_page
from presselese.review.terminal import print_record

EXAMPLE = "presselese show ergebnis --html ergebnis.html"


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="File of records, output folder of extract, or `-` for stdin."
        ),
    ],
    number: Annotated[
        int, typer.Option("-n", "--number", min=1, metavar="N", help="Which record, from 1.")
    ] = 1,
    html: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write all records as one page that opens from disk."),
    ] = None,
) -> None:
    """Show an article with its coloured spans, then its events.

    With --html all records go into one self-contained page with search and filters; it loads
    nothing from elsewhere.
    """
    with open_records(file) as lines:
        records = read_records(lines, where=file)
        if html is not None:
            with open_output(html) as page:
                written = write_page(records, page)
            if written > MANY_RECORDS:
                note = f"{written} records make a page that some browsers open slowly."
                print(note, file=sys.stderr)
            return
        record = next(itertools.islice(records, number - 1, None), None)
    if record is None:
        raise BadConfiguration(file, f"has no record {number}", "Give a smaller --number.")
    print_record(record, Console(highlight=False))
