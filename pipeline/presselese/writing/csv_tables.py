"""Tables as CSV: plain for programs, or so that German Excel opens them without harm.

Plain: UTF-8, comma, LF, values as they are. Excel: byte order mark, semicolon, decimal comma, and
two protections. Text that Excel would take for a formula gets an apostrophe in front (OWASP, "CSV
injection"). Codes and partial dates are written as `="…"`, because Excel turns "+4930123" into a
number, "0049" into 49 and "2016-11" into "Nov 16".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from presselese.records import Record
from presselese.writing.atomic import atomic_file, clear_storage_errors
from presselese.writing.tables import TABLES, CellKind, Row, Table

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# What Excel reads as intended: a year, a whole day, anything that begins with a letter.
READ_RIGHTLY = re.compile(r"\d{4}|\d{4}-\d{2}-\d{2}|[^\W\d_].*", re.DOTALL)
# A string inside a formula may have 255 characters (Excel specifications and limits).
LONGEST_IN_FORMULA = 255


def write_csv(records: Iterable[Record], folder: Path, *, excel: bool) -> dict[str, int]:
    """Write one file a table into the folder; return how many rows each has."""
    rows = {table.name: 0 for table in TABLES}
    with clear_storage_errors(folder), ExitStack() as stack:
        folder.mkdir(parents=True, exist_ok=True)
        writers = {}
        for table in TABLES:
            file = stack.enter_context(atomic_file(folder / f"{table.name}.csv"))
            if excel:
                file.write(BYTE_ORDER_MARK)
            separator, line_end = (";", "\r\n") if excel else (",", "\n")
            writer = csv.writer(file, delimiter=separator, lineterminator=line_end)
            writer.writerow([name for name, _ in table.columns])
            writers[table.name] = writer
        for record in records:
            for table in TABLES:
                for row in table.rows(record):
                    writers[table.name].writerow(excel_row(table, row) if excel else row)
                    rows[table.name] += 1
    return rows


def excel_row(table: Table, row: Row) -> list[str]:
    """Return the row's cells as German Excel reads them rightly from CSV."""
    return [_excel_cell(value, kind) for value, (_, kind) in zip(row, table.columns, strict=True)]


def _excel_cell(value: str, kind: CellKind) -> str:
    if kind == "number":
        return value.replace(".", ",")
    if kind in ("date", "code") and value and len(value) <= LONGEST_IN_FORMULA:
        if (kind == "code" and value.isdigit()) or not READ_RIGHTLY.fullmatch(value):
            return '="' + value.replace('"', '""') + '"'
        return value
    return "'" + value if value.startswith(FORMULA_STARTS) else value
