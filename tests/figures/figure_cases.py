"""Reads the table of figure cases: `[[text|value|unit|counts|modifier]]` inside a sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

CASES = Path(__file__).parent.parent / "cases"
MARK = re.compile(r"\[\[([^\]|]+)((?:\|[^\]|]*)*)\]\]")
ESCAPES = {"\\u00a0": "\u00a0", "\\u202f": "\u202f", "\\n": "\n"}


class Expected(NamedTuple):
    """One marked figure; offsets of the sentence without marks."""

    start: int
    end: int
    value: str
    unit: str | None
    counts: str | None
    modifier: str | None


class Case(NamedTuple):
    """One row of the table."""

    sentence: str
    expected: list[Expected]


def read_rows(name: str, width: int) -> list[tuple[int, list[str]]]:
    """Return (line number, cells) of `tests/cases/<name>.tsv` without comments and header."""
    lines = (CASES / f"{name}.tsv").read_text("utf-8").split("\n")
    rows = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line and line[0] != "#"]
    for number, cells in rows:
        assert len(cells) == width, f"{name}.tsv, line {number}: {len(cells)} cells"
    return rows[1:]


def read_cases(name: str = "figures") -> list[object]:
    """Return the rows as test parameters; known failures are strict xfails with their reason."""
    return [
        pytest.param(
            parse_case(sentence),
            id=f"{kind}-{number}",
            marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [],
        )
        for number, (kind, sentence, reason) in read_rows(name, 3)
    ]


def parse_case(marked: str) -> Case:
    """Take the marks out of a sentence."""
    for escape, char in ESCAPES.items():
        marked = marked.replace(escape, char)
    sentence, expected, last = "", [], 0
    for mark in MARK.finditer(marked):
        sentence += marked[last : mark.start()]
        value, unit, counts, modifier = (mark[2].split("|")[1:] + [""] * 4)[:4]
        end = len(sentence) + len(mark[1])
        expected.append(
            Expected(len(sentence), end, value, unit or None, counts or None, modifier or None)
        )
        sentence += mark[1]
        last = mark.end()
    return Case(sentence + marked[last:], expected)
