"""The table of commands, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from presselese.cli import (
    benchmark,
    dates,
    evaluate,
    export_csv,
    export_xlsx,
    extract,
    info,
    schema,
    show,
    validate,
)
from presselese.errors import PresseleseError
from presselese.versions import package_version

WRONG_USE = 2

app = typer.Typer(
    help="Turn German press articles into validated records of delegations, foundings, "
    "memberships, dates and figures.",
    epilog="Example: presselese extract artikel/ -o ergebnis",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
export = typer.Typer(
    help="Write records as tables for Excel or a CRM.",
    epilog="Example: presselese export csv ergebnis -o tabellen --excel",
    no_args_is_help=True,
    rich_markup_mode=None,
)
COMMANDS = {
    "extract": extract,
    "validate": validate,
    "schema": schema,
    "show": show,
    "info": info,
    "dates": dates,
    "evaluate": evaluate,
    "benchmark": benchmark,
}
for name, module in COMMANDS.items():
    app.command(name, epilog=f"Example: {module.EXAMPLE}")(module.command)
    if name == "show":
        app.add_typer(export, name="export")
for name, module in {"csv": export_csv, "xlsx": export_xlsx}.items():
    export.command(name, epilog=f"Example: {module.EXAMPLE}")(module.command)


def _print_version(is_asked: bool) -> None:
    if is_asked:
        print(package_version())
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Hold the options that stand before a command."""


def main() -> None:
    """Run the command line; an error of ours becomes one clear line on stderr and exit code 2."""
    try:
        app(prog_name="presselese")
    except PresseleseError as error:
        print(f"presselese: {error}", file=sys.stderr)
        sys.exit(WRONG_USE)
    except BrokenPipeError:  # `presselese ... | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
