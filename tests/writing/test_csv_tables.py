"""CSV: plain for programs, harmless in German Excel."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from presselese.records import Record
from presselese.writing.csv_tables import excel_row, write_csv
from presselese.writing.tables import TABLES, CellKind, Table


def cell(value: str, kind: CellKind) -> str:
    """Return one cell as it is written for Excel."""
    table = Table("test", (("column", kind),), lambda _: iter(()))
    return excel_row(table, (value,))[0]


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        # A decimal comma, or German Excel reads 7.35 as the 7th of March 1935.
        ("7.35", "number", "7,35"),
        ("-5", "number", "-5"),
        # Whole days and years are read rightly; a month would become "Nov 16".
        ("2016-11-04", "date", "2016-11-04"),
        ("2016", "date", "2016"),
        ("2016-11", "date", '="2016-11"'),
        ("2008-06-08/2008-06-13", "date", '="2008-06-08/2008-06-13"'),
        ("XXXX-10-20", "date", "XXXX-10-20"),
        # Lost otherwise: the plus of a phone number, leading zeros.
        ("+49 451 000000", "code", '="+49 451 000000"'),
        ("0049", "code", '="0049"'),
        ('+49 "zentral"', "code", '="+49 ""zentral"""'),
        ("doc_8d156b03c2f950a9", "code", "doc_8d156b03c2f950a9"),
        # Formulas in articles must stay words.
        ("=HYPERLINK(\"http://x\")", "text", "'=HYPERLINK(\"http://x\")"),
        ("+1", "text", "'+1"),
        ("-2+3", "text", "'-2+3"),
        ("@SUMME(A1)", "text", "'@SUMME(A1)"),
        ("\t=1", "text", "'\t=1"),
        ("2024/05/01.txt", "text", "2024/05/01.txt"),
        ("", "code", ""),
        ("", "text", ""),
    ],
)  # fmt: skip
def test_excel_cell_keeps_its_meaning(value: str, kind: CellKind, written: str) -> None:
    assert cell(value, kind) == written


def test_excel_file_has_mark_semicolons_and_windows_line_ends(
    records: list[Record], tmp_path: Path
) -> None:
    write_csv(records, tmp_path, excel=True)
    content = (tmp_path / "events.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfrecord;path;")
    assert content.count(b"\r\n") == 4


def test_plain_file_gives_the_values_back(records: list[Record], tmp_path: Path) -> None:
    rows = write_csv(records, tmp_path, excel=False)
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        events = list(csv.DictReader(file))
    assert rows == {"events": 3, "people": 2, "organisations": 4, "figures": 2}
    delegation, founding, membership = events
    assert delegation["destinations"] == "Gdynia"
    assert (delegation["size"], delegation["start"]) == ("14", "2026-06-08")
    assert (founding["form_or_change"], founding["date"]) == ("founding", "2025-11")
    assert (membership["form_or_change"], membership["members"]) == (
        "joins",
        "Gemeinde Beispielhausen",
    )


def test_every_row_has_a_cell_for_every_column(records: list[Record]) -> None:
    for table in TABLES:
        widths = {len(row) for record in records for row in table.rows(record)}
        assert widths == {len(table.columns)}, table.name


def test_contact_of_an_organisation_stands_in_its_row(
    records: list[Record], tmp_path: Path
) -> None:
    founding = records[1]
    owned = founding.contacts[0].model_copy(update={"of": founding.people[0].organisation})
    write_csv([founding.model_copy(update={"contacts": [owned]})], tmp_path, excel=True)
    assert '"=""+49 451 000000"""' in (tmp_path / "organisations.csv").read_text(encoding="utf-8")


def test_same_records_give_the_same_bytes(records: list[Record], tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_csv(records, tmp_path / name, excel=True)
    for table in TABLES:
        file = f"{table.name}.csv"
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
