"""Tables as one Excel workbook: a sheet a table; words stay words, so nothing needs protecting."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import xlsxwriter

from presselese.errors import BadInput
from presselese.records import Record
from presselese.writing.atomic import atomic_bytes, clear_storage_errors
from presselese.writing.tables import TABLES, CellKind

# Excel specifications and limits.
MAX_ROWS = 1_048_576
MAX_CELL_CHARS = 32_767
MAX_EXACT_DIGITS = 15
FIRST_YEAR = 1900
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# The same records give the same bytes.
CREATED = datetime.datetime(2000, 1, 1)


def write_workbook(records: Iterable[Record], path: Path) -> dict[str, int]:
    """Write the workbook; return how many rows each sheet has, without its header.

    Raises `BadInput` where a table has more rows than a sheet can hold.
    """
    rows = {table.name: 0 for table in TABLES}
    with clear_storage_errors(path), atomic_bytes(path) as file:
        # constant_memory keeps one row a sheet in memory, however many there are.
        workbook = xlsxwriter.Workbook(file, {"constant_memory": True})
        workbook.set_properties({"created": CREATED})
        day = workbook.add_format({"num_format": "dd.mm.yyyy"})
        sheets = {table.name: workbook.add_worksheet(table.name) for table in TABLES}
        for table in TABLES:
            sheets[table.name].freeze_panes(1, 0)
            sheets[table.name].write_row(0, 0, [name for name, _ in table.columns])
        for record in records:
            for table in TABLES:
                for row in table.rows(record):
                    rows[table.name] += 1
                    _check_size(rows[table.name], path, table.name)
                    for column, (value, (_, kind)) in enumerate(
                        zip(row, table.columns, strict=True)
                    ):
                        _write_cell(sheets[table.name], rows[table.name], column, value, kind, day)
        workbook.close()
    return rows


def _write_cell(sheet: Any, row: int, column: int, value: str, kind: CellKind, day: Any) -> None:
    if not value:
        return
    if kind == "number" and len(value.strip("-").replace(".", "")) <= MAX_EXACT_DIGITS:
        sheet.write_number(row, column, float(value))
    elif kind == "date" and FULL_DATE.fullmatch(value) and int(value[:4]) >= FIRST_YEAR:
        sheet.write_datetime(row, column, datetime.datetime.fromisoformat(value), day)
    else:
        sheet.write_string(row, column, value[:MAX_CELL_CHARS])


def _check_size(row: int, path: Path, table: str) -> None:
    if row >= MAX_ROWS:
        raise BadInput(
            str(path),
            f"the table of {table} has more rows than an Excel sheet ({MAX_ROWS:,})",
            "Export as CSV, or split the records.",
        )
