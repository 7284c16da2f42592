"""`presselese evaluate`: how good are these records, against gold?"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from presselese.errors import BadConfiguration
from presselese.evaluation.floors import falls, load_floors, write_floors
from presselese.evaluation.gold import digest, load_gold, load_records
from presselese.evaluation.page import page
from presselese.evaluation.report import figures, lines
from presselese.evaluation.scores import Scores, score
from presselese.evaluation.splits import ids_of_split
from presselese.settings import DEFAULT_MODEL, Settings
from presselese.writing import atomic_file

EXAMPLES_ON_THE_PAGE = 20
EXAMPLE = "presselese evaluate corpus/gold --texts corpus/texts --split dev --errors 5"


def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of gold files.")],
    records: Annotated[
        Path | None, typer.Argument(metavar="RECORDS", help="records.jsonl to score.")
    ] = None,
    texts: Annotated[
        Path | None, typer.Option(help="Folder of texts to extract first, instead of RECORDS.")
    ] = None,
    split: Annotated[
        str | None, typer.Option(help="Only this split of split.tsv beside GOLD's folder.")
    ] = None,
    model: Annotated[str, typer.Option(metavar="NAME", help="German pipeline.")] = DEFAULT_MODEL,
    errors: Annotated[int, typer.Option(min=0, help="Examples of each error class.")] = 0,
    floors: Annotated[
        Path | None, typer.Option(help="baseline.json: exit 1 where a score falls below it.")
    ] = None,
    write: Annotated[
        bool, typer.Option("--write-floors", help="Pin the scores reached as floors.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page with a plot and the errors.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score records against gold: events, slots, status, people, dates, figures, calibration."""
    if (records is None) == (texts is None):
        raise BadConfiguration("evaluate", "needs RECORDS or --texts", "Give one of the two.")
    ids = ids_of_split(gold.parent / "split.tsv", split) if split else None
    wanted = load_gold(gold, ids=ids)
    found = load_records(records) if records else _extracted(texts, model)  # type: ignore[arg-type]
    scores = score(wanted, found)
    reached = figures(scores)
    print(json.dumps(reached, indent=1) if as_json else "\n".join(lines(scores, errors=errors)))
    if html is not None:
        title = f"presselese evaluate {gold}" + (f", {split}" if split else "")
        with atomic_file(html) as file:
            file.write(page(scores, title=title, errors=errors or EXAMPLES_ON_THE_PAGE))
    if floors is not None:
        _hold(floors, split or "all", gold, scores, write=write)


def _extracted(texts: Path, model: str) -> dict[str, dict[str, object]]:
    from presselese.run import extract_folder

    with tempfile.TemporaryDirectory() as folder:
        extract_folder([texts], folder, settings=Settings(model=model))
        return load_records(Path(folder) / "records.jsonl")


def _hold(path: Path, split: str, gold: Path, scores: Scores, *, write: bool) -> None:
    reached = figures(scores)
    if write:
        write_floors(path, split, digest(gold), reached)
        return
    pinned = load_floors(path, split)
    if pinned["digest"] != digest(gold):
        raise BadConfiguration(
            str(path), "was pinned on another gold", "Score again and pin with --write-floors."
        )
    fallen = list(falls(pinned["figures"], reached))
    for fall in fallen:
        print(f"below its floor: {fall}", file=sys.stderr)
    if fallen:
        raise typer.Exit(1)
