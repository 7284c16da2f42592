"""`presselese info`: what is installed, and which word lists it works with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from presselese.records import SCHEMA_VERSION
from presselese.resources.loader import LEXICONS, PATTERNS
from presselese.settings import DEFAULT_MODEL
from presselese.versions import code_digest, library_versions, model_files, package_version

EXAMPLE = "presselese info --json"


def command(
    model: Annotated[
        str, typer.Option(metavar="NAME", help="German spaCy pipeline: a name or a folder.")
    ] = (DEFAULT_MODEL),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show versions, model and word lists, for a report or a log."""
    facts = installed(model)
    if as_json:
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    found = facts["model"]
    print(f"presselese {facts['presselese']} (schema {facts['schema_version']}, {facts['code']})")
    if found:
        print(f"model {found['name']} {found['version'] or 'without version'} ({found['digest']})")
    else:
        print(f"model {model}: not installed")
    for title in ("libraries", "resources"):
        print(f"\n{title}")
        for name, value in facts[title].items():
            print(f"  {name:<32} {'-' if value is None else value}")


def installed(model: str) -> dict[str, Any]:
    """Return what `info` shows."""
    found = model_files(model)
    return {
        "presselese": package_version(),
        "schema_version": SCHEMA_VERSION,
        "code": code_digest(),
        "model": found and {"name": found.name, "version": found.version, "digest": found.digest},
        "libraries": library_versions(),
        "resources": _entry_counts(),
    }


def _entry_counts() -> dict[str, int]:
    """Return how many entries each word list and pattern file has."""
    files = sorted([*LEXICONS.rglob("*.tsv"), *PATTERNS.rglob("*.tsv")])
    return {f"{path.parent.name}/{path.name}": _entries(path) for path in files}


def _entries(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = 1
    return sum(1 for line in lines if line and not line.startswith("#")) - header
