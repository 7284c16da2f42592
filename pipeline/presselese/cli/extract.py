"""`presselese extract`: folders, files or stdin in, records out."""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from presselese.cli.progress import closing_line, shown_progress
from presselese.cli.streams import STANDARD, open_output
from presselese.errors import BadConfiguration, BadInput
from presselese.records import to_json_line
from presselese.run import RunSummary, extract_bytes, extract_folder
from presselese.settings import DEFAULT_MAX_BYTES, DEFAULT_MODEL, Settings
from presselese.writing import RECORDS_NAME, REJECTED_NAME

EXAMPLE = "presselese extract artikel/ -o ergebnis --workers 4"
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class _FolderOptions:
    workers: int
    include: list[str]
    exclude: list[str]
    resume: bool
    quiet: bool


def command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Folders and files; `-` reads one article."),
    ],
    out: Annotated[
        str,
        typer.Option(
            "-o", "--out", metavar="FOLDER", help="Output folder; `-` writes the records to stdout."
        ),
    ] = STANDARD,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes, each with its model.")
    ] = 1,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="German spaCy pipeline: a name or a folder.")
    ] = (DEFAULT_MODEL),
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Publication date of all articles, YYYY-MM-DD, YYYY-MM or YYYY."
        ),
    ] = None,
    include: Annotated[
        list[str] | None,
        typer.Option(metavar="PATTERN", help="Only files like this (`*.html`); repeatable."),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(metavar="PATTERN", help="No files like this (`archiv/*`); repeatable."),
    ] = None,
    resume: Annotated[
        bool, typer.Option(help="Keep what an earlier run into the same folder has done.")
    ] = True,
    max_bytes: Annotated[
        int, typer.Option(min=1, metavar="BYTES", help="Largest file that is read.")
    ] = DEFAULT_MAX_BYTES,
    text_column: Annotated[
        str, typer.Option(metavar="FIELD", help="Field of .jsonl files with the text.")
    ] = "text",
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=FIELD",
            help="Field of .jsonl files with a metadatum, as `published=datum`; repeatable.",
        ),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="P", help="Leave out less certain events.")
    ] = 0.0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")] = False,
) -> None:
    """Read German articles and write records.jsonl, rejected.jsonl and run.json.

    Run again into the same folder to do only what is new or changed, or to go on after a stop.
    Exit code 0: all fine, 1: some documents were rejected, 2: wrong use.
    """
    settings = Settings(
        model=model,
        published=published,
        max_bytes=max_bytes,
        text_column=text_column,
        columns=tuple(_column(entry) for entry in column or []),
        min_confidence=min_confidence,
    )
    if STANDARD in paths:
        _extract_stdin(paths, out, settings)
        return
    options = _FolderOptions(workers, include or [], exclude or [], resume, quiet)
    if out != STANDARD:
        raise typer.Exit(_extract_folder(paths, Path(out), settings, options).exit_code)
    with tempfile.TemporaryDirectory(prefix="presselese-") as folder:
        summary = _extract_folder(paths, Path(folder), settings, options)
        with open_output(STANDARD) as stdout:
            stdout.write("")
            with (Path(folder) / RECORDS_NAME).open(encoding="utf-8", newline="\n") as records:
                shutil.copyfileobj(records, stdout)
        rejected = (Path(folder) / REJECTED_NAME).read_text(encoding="utf-8")
        print(rejected, end="", file=sys.stderr)
    raise typer.Exit(summary.exit_code)


def _extract_stdin(paths: list[str], out: str, settings: Settings) -> None:
    if paths != [STANDARD] or out != STANDARD:
        raise BadConfiguration(
            "-", "reads one article and writes its record to stdout", "Give it alone, without -o."
        )
    try:
        record = extract_bytes(sys.stdin.buffer.read(), settings=settings)
    except BadInput as error:
        print(f"presselese: {error}", file=sys.stderr)
        raise typer.Exit(1) from error
    with open_output(STANDARD) as stdout:
        stdout.write(to_json_line(record) + "\n")


def _extract_folder(
    paths: list[str], out: Path, settings: Settings, options: _FolderOptions
) -> RunSummary:
    try:
        with shown_progress(quiet=options.quiet) as progress:
            summary = extract_folder(
                paths,
                out,
                workers=options.workers,
                settings=settings,
                include=options.include,
                exclude=options.exclude,
                resume=options.resume,
                progress=progress,
            )
    except KeyboardInterrupt:
        print("Interrupted. The same command goes on from here.", file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
    if not options.quiet:
        print(closing_line(summary), file=sys.stderr)
        if summary.counts.rejected:
            print(f"See {out / REJECTED_NAME} for what to do about those.", file=sys.stderr)
    return summary


def _column(entry: str) -> tuple[str, str]:
    field, _, name = entry.partition("=")
    if not field or not name:
        raise BadConfiguration(
            f"--column {entry}", "is not of the form NAME=FIELD", "Write it like published=datum."
        )
    return field, name
