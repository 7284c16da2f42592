"""The Excel workbook: words stay words, numbers and whole days are real, bytes repeat."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from presselese.records import Record
from presselese.writing.workbook import write_workbook

EVENTS_SHEET = "xl/worksheets/sheet1.xml"


def sheet(path: Path, name: str = EVENTS_SHEET) -> str:
    """Return the XML of a sheet."""
    with zipfile.ZipFile(path) as workbook:
        return workbook.read(name).decode()


def test_workbook_holds_four_sheets_without_any_formula(
    records: list[Record], tmp_path: Path
) -> None:
    named = records[0].source.model_copy(update={"title": "=1+1"})
    first = records[0].model_copy(update={"source": named})
    rows = write_workbook([first, *records[1:]], tmp_path / "r.xlsx")
    assert rows == {"events": 3, "people": 2, "organisations": 4, "figures": 2}
    assert "=1+1" in sheet(tmp_path / "r.xlsx")
    for number in range(1, 5):
        assert "<f>" not in sheet(tmp_path / "r.xlsx", f"xl/worksheets/sheet{number}.xml")


def test_whole_day_is_a_date_and_month_stays_text(records: list[Record], tmp_path: Path) -> None:
    write_workbook(records, tmp_path / "r.xlsx")
    cells = sheet(tmp_path / "r.xlsx")
    assert re.search(r'<c r="\w+" s="1"><v>46181</v></c>', cells)  # 2026-06-08
    assert "2025-11" in cells


def test_same_records_give_the_same_workbook(records: list[Record], tmp_path: Path) -> None:
    write_workbook(records, tmp_path / "one.xlsx")
    write_workbook(records, tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
