"""The one loader of word lists and patterns: TSV files, validated and read once a process.

A file starts with comment lines (`# origin: …`, `# licence: …`, `# date: …`, `# checked: …`),
then one line with the column names, then one entry a line. Cells are UTF-8 and may be empty. What
the words mean is left to the package that asks for them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from presselese.errors import BadResource

LEXICONS: Final = Path(__file__).parent / "lexicons"
PATTERNS: Final = Path(__file__).parent / "patterns"
PROVENANCE: Final = ("origin", "licence", "date", "checked")

Row = tuple[str, ...]


def load_tsv(name: str, columns: Sequence[str]) -> tuple[Row, ...]:
    """Return the entries of `lexicons/<name>.tsv`, in file order, one tuple of cells an entry.

    `columns` are the names that the file's header line must have. Raises `BadResource` naming file
    and line where the file is missing, says nothing of its provenance, or has a malformed line.
    """
    return _load(LEXICONS / f"{name}.tsv", tuple(columns))


def load_patterns(name: str, columns: Sequence[str]) -> tuple[Row, ...]:
    """Return the entries of `patterns/<name>.tsv`: the same file form and errors as `load_tsv`."""
    return _load(PATTERNS / f"{name}.tsv", tuple(columns))


@cache
def _load(path: Path, columns: Row) -> tuple[Row, ...]:
    return parse_tsv(_read(path), columns, where=path.name)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadResource(
            path.name, f"cannot be read as UTF-8 ({error})", "Reinstall presselese or fix the file."
        ) from error


def parse_tsv(text: str, columns: Row, *, where: str) -> tuple[Row, ...]:
    """Return the entries of a lexicon given as text; `where` names it in errors."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line]
    comments = [line for _, line in lines if line.startswith("#")]
    _check_provenance(comments, where)
    body = [(number, line) for number, line in lines if not line.startswith("#")]
    if not body or tuple(body[0][1].split("\t")) != columns:
        number = body[0][0] if body else len(text.split("\n"))
        expected = "<tab>".join(columns)
        raise BadResource(
            f"{where}, line {number}", "not the expected header line", f"Write: {expected}"
        )
    return tuple(_entries(body[1:], len(columns), where))


def _check_provenance(comments: list[str], where: str) -> None:
    stated = {line.lstrip("# ").partition(":")[0].strip().lower() for line in comments}
    missing = [key for key in PROVENANCE if key not in stated]
    if missing:
        raise BadResource(
            f"{where}, line 1",
            f"no provenance for: {', '.join(missing)}",
            f"Add a comment line such as '# {missing[0]}: …' at the top.",
        )


def _entries(body: list[tuple[int, str]], width: int, where: str) -> list[Row]:
    entries: list[Row] = []
    seen: dict[Row, int] = {}
    for number, line in body:
        row = tuple(line.split("\t"))
        fault = _fault(row, width) or (f"repeats line {seen[row]}" if row in seen else "")
        if fault:
            raise BadResource(f"{where}, line {number}", fault, "Correct or remove this line.")
        seen[row] = number
        entries.append(row)
    return entries


def _fault(row: Row, width: int) -> str:
    if len(row) != width:
        return f"{len(row)} cells instead of {width}"
    if any(cell != cell.strip() for cell in row):
        return "white space round a cell"
    if any(not unicodedata.is_normalized("NFC", cell) for cell in row):
        return "letters that are not in Unicode form NFC"
    return ""
