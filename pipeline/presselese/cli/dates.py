"""`presselese dates`: the date grammar alone, over a dump of a TimeML corpus, for scoring."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from presselese.dates.timex import write_predictions
from presselese.writing import clear_storage_errors

EXAMPLE = "presselese dates dump/ -o predictions.jsonl"


def command(
    dump: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="JSON files with doc, dct and text.")
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="FILE", help="JSON Lines of TIMEX3 expressions.")
    ],
) -> None:
    """Find dates, times, durations and sets in dumped documents and write them for a scorer."""
    with clear_storage_errors(out):
        documents = write_predictions(dump, out)
    print(f"{documents} documents", file=sys.stderr)
