"""`presselese schema`: the JSON Schema of records."""

from __future__ import annotations

from typing import Annotated

import typer

from presselese.cli.streams import STANDARD, open_output
from presselese.records.schema import schema_text

EXAMPLE = "presselese schema -o record.schema.json"


def command(
    out: Annotated[
        str, typer.Option("-o", "--out", metavar="FILE", help="File; `-` is stdout.")
    ] = STANDARD,
) -> None:
    """Print or write the JSON Schema of one record."""
    with open_output(out) as output:
        output.write(schema_text())
