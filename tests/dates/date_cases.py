"""Reads the case tables: sentences with expected spans marked, `[[span]]{[TYPE ]value[ MOD]}`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

CASES = Path(__file__).parent.parent / "cases"
MARK = re.compile(r"\[\[(?P<span>.*?)\]\]\{(?P<value>[^}]*)\}")
TYPES = ("DATE", "TIME", "DURATION", "SET")


class Expected(NamedTuple):
    """One marked expression: offsets of the sentence without marks."""

    start: int
    end: int
    value: str
    type: str | None
    modifier: str | None


class Case(NamedTuple):
    """One row of a table."""

    sentence: str
    reference: str | None
    expected: list[Expected]


def read_cases(name: str) -> list[object]:
    """Return the rows of `tests/cases/<name>.tsv`; known failures are marked xfail."""
    rows = []
    for number, line in enumerate((CASES / f"{name}.tsv").read_text("utf-8").split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        assert len(cells) == 3, f"{name}.tsv, line {number}: {len(cells)} cells instead of 3"
        marks = [pytest.mark.xfail(reason=cells[2], strict=True)] if cells[2] else []
        case = parse_case(cells[0], cells[1] or None)
        rows.append(pytest.param(case, id=f"line {number}: {case.sentence}", marks=marks))
    return rows


def parse_case(marked: str, reference: str | None) -> Case:
    """Return the sentence without marks, and what is expected in it."""
    sentence, expected, at = "", [], 0
    for match in MARK.finditer(marked):
        sentence += marked[at : match.start()]
        words = match["value"].split()
        kind = words.pop(0) if words[0] in TYPES else None
        end = len(sentence) + len(match["span"])
        modifier = words[1] if len(words) > 1 else None
        expected.append(Expected(len(sentence), end, words[0], kind, modifier))
        sentence += match["span"]
        at = match.end()
    return Case(sentence + marked[at:], reference, expected)
