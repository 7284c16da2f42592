"""The case table, row by row, on a blank German pipeline: spans, values, units and nouns."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from tests.figures.figure_cases import Case, Expected, read_cases, read_rows

import presselese.figures.component  # noqa: F401  registers the factory
from presselese.figures.parse import find_figures

KNOWN_FAILURE_SHARE = 0.03


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("presselese_figures")
    return pipeline


@pytest.mark.parametrize("case", read_cases())
def test_figures_are_found_with_value_unit_noun_and_modifier(nlp: Language, case: Case) -> None:
    records = nlp(case.sentence)._.presselese_figures
    found = [
        Expected(r["start_char"], r["end_char"], r["value"], r["unit"], r["counts"], r["modifier"])
        for r in records
    ]
    assert found == case.expected


@pytest.mark.parametrize(
    "case", [c for c in read_cases() if not c.values[0].expected and not c.marks]
)
def test_what_is_no_figure_has_no_unit_or_scale_either(case: Case) -> None:
    """`find_figures` alone may keep a bare number ("vier"), never a date or a code with a unit."""
    assert [f for f in find_figures(case.sentence) if f.unit or f.scaled] == []


def test_known_failures_stay_few() -> None:
    rows = read_rows("figures", 3)
    known = [cells for _, cells in rows if cells[2]]
    assert len(rows) >= 400
    assert len(known) <= KNOWN_FAILURE_SHARE * len(rows)


def test_every_known_failure_gives_a_reason() -> None:
    assert all(len(cells[2]) > 10 for _, cells in read_rows("figures", 3) if cells[2])
