"""The lexicon loader reads well-formed word lists and names file and line of every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from presselese.errors import BadResource
from presselese.resources.loader import LEXICONS, load_tsv, parse_tsv

HEAD = "# origin: own\n# licence: MIT\n# date: 2026-11-23\n# checked: a linguist\n"
COLUMNS = ("form", "month")


def test_entries_come_back_in_file_order() -> None:
    text = HEAD + "form\tmonth\nJänner\t1\n# Austrian\nFeber\t2\n"
    assert parse_tsv(text, COLUMNS, where="m.tsv") == (("Jänner", "1"), ("Feber", "2"))


def test_empty_cells_are_kept() -> None:
    entries = parse_tsv(HEAD + "form\tmonth\nBrachet\t\n", COLUMNS, where="m.tsv")
    assert entries == (("Brachet", ""),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("form\tmonth\nMai\t5\n", "m.tsv, line 1: no provenance for: origin, licence"),
        (HEAD + "form\nMai\n", "m.tsv, line 5: not the expected header line"),
        (HEAD, "not the expected header line"),
        (HEAD + "form\tmonth\nMai\n", "m.tsv, line 6: 1 cells instead of 2"),
        (HEAD + "form\tmonth\nMai \t5\n", "m.tsv, line 6: white space round a cell"),
        (HEAD + "form\tmonth\nMa\u0308rz\t3\n", "m.tsv, line 6: letters that are not in"),
        (HEAD + "form\tmonth\nMai\t5\nMai\t5\n", "m.tsv, line 7: repeats line 6"),
    ],
)
def test_a_malformed_line_is_named(text: str, says: str) -> None:
    with pytest.raises(BadResource) as caught:
        parse_tsv(text, COLUMNS, where="m.tsv")
    assert says in str(caught.value)


def test_a_missing_lexicon_is_a_bad_resource() -> None:
    with pytest.raises(BadResource, match=r"no_such_list\.tsv"):
        load_tsv("no_such_list", ("form",))


@pytest.mark.parametrize("path", sorted(LEXICONS.glob("*.tsv")), ids=lambda path: path.name)
def test_every_shipped_lexicon_is_well_formed(path: Path) -> None:
    body = [line for line in path.read_text("utf-8").split("\n") if line and line[0] != "#"]
    assert load_tsv(path.stem, body[0].split("\t"))
