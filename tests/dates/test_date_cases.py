"""The case tables, row by row: spans, values and modifiers of German time expressions."""

from __future__ import annotations

import pytest
from tests.dates.date_cases import CASES, Case, read_cases

from presselese.dates.parse import find_dates
from presselese.dates.record import to_dates
from presselese.dates.timex import to_timexes

PLAIN_TABLES = [
    "dates_absolute",
    "dates_spans",
    "dates_relative",
    "dates_durations",
    "dates_times",
    "dates_vague",
    "dates_feasts",
    "dates_none",
]
KNOWN_FAILURE_SHARE = 0.03


@pytest.mark.parametrize("case", [case for name in PLAIN_TABLES for case in read_cases(name)])
def test_expressions_are_found_with_span_value_and_modifier(case: Case) -> None:
    found = _single(case)
    assert found == [
        (case.sentence[each.start : each.end], each.value, each.modifier) for each in case.expected
    ]


def _single(case: Case) -> list[tuple[str, str, str | None]]:
    matches = find_dates(case.sentence, case.reference)
    return [(case.sentence[m.start : m.end], m.value, m.modifier) for m in matches]


@pytest.mark.parametrize("case", read_cases("dates_durations") + read_cases("dates_times"))
def test_type_follows_from_the_expression(case: Case) -> None:
    matches = find_dates(case.sentence, case.reference)
    for expected, match in zip(case.expected, matches, strict=False):
        default = "DURATION" if expected.value.startswith("P") else match.type
        assert match.type == (expected.type or default)


@pytest.mark.parametrize("case", read_cases("dates_record"))
def test_record_shows_only_what_fixes_a_date(case: Case) -> None:
    dates = to_dates(find_dates(case.sentence, case.reference), case.sentence)
    assert [(each["text"], each["value"], each["modifier"]) for each in dates] == [
        (case.sentence[each.start : each.end], each.value, each.modifier) for each in case.expected
    ]


@pytest.mark.parametrize("case", read_cases("dates_timex"))
def test_timex_writer_marks_every_part(case: Case) -> None:
    timexes = to_timexes(find_dates(case.sentence, case.reference))
    assert [(case.sentence[t["start"] : t["end"]], t["value"]) for t in timexes] == [
        (case.sentence[each.start : each.end], each.value) for each in case.expected
    ]


def test_known_failures_stay_few() -> None:
    lines = [
        line
        for path in CASES.glob("dates*.tsv")
        for line in path.read_text("utf-8").split("\n")
        if line and not line.startswith("#")
    ]
    failing = [line for line in lines if not line.endswith("\t")]
    assert len(lines) >= 600
    assert len(failing) <= KNOWN_FAILURE_SHARE * len(lines)
