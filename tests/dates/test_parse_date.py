"""`parse_date` reads one expression; `find_dates` takes references of every precision."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from presselese.dates.parse import find_dates, parse_date


@pytest.mark.parametrize(
    ("expression", "value", "edtf"),
    [
        ("vor zwei Jahren", "P2Y", "2015"),
        ("in fünf Tagen", "P5D", "2017-10-29"),
        ("vor drei Wochen", "P3W", "2017-10-03"),
        ("in zwei Monaten", "P2M", "2017-12"),
        ("fünf Tage", "P5D", None),
        ("kommende Woche", "2017-W44", "2017-10-30/2017-11-05"),
        ("am Wochenende", "2017-W42-WE", "2017-10-21/2017-10-22"),
        ("im Herbst", "2017-FA", "2017-23"),
        ("im dritten Quartal", "2017-Q3", "2017-35"),
        ("die 90er Jahre", "199", "199X"),
        ("19. Jahrhundert", "18", "18XX"),
        ("gestern um 15.15 Uhr", "2017-10-23", "2017-10-23"),
        ("derzeit", "PRESENT_REF", None),
    ],
)
def test_edtf_says_what_is_meant(expression: str, value: str, edtf: str | None) -> None:
    match = parse_date(expression, date(2017, 10, 24))
    assert match is not None
    assert (match.value, match.edtf) == (value, edtf)


def test_minutes_count_from_a_time_of_day() -> None:
    match = parse_date("in 90 Minuten", datetime(2017, 10, 24, 23, 0))
    assert match is not None
    assert match.edtf == "2017-10-25T00:30:00"


def test_what_the_grammar_does_not_know_is_tried_as_a_complete_date() -> None:
    match = parse_date("Februar 10, 2017")
    assert match is not None
    assert match.value in {"2017-02-10", "2017-02"}


def test_no_expression_is_none() -> None:
    assert parse_date("Wirtschaftsdelegation") is None


@pytest.mark.parametrize("reference", ["2017", "2017-10", "2017-10-24", date(2017, 10, 24)])
def test_a_reference_may_be_partial(reference: str | date) -> None:
    assert find_dates("im vergangenen Jahr", reference)[0].value == "2016"


def test_a_malformed_reference_is_refused() -> None:
    with pytest.raises(ValueError, match="no date of the form"):
        find_dates("heute", "24.10.2017")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("- Am 3. Mai 1997\n- Am 4. Mai 1997 folgte", ["1997-05-03", "1997-05-04"]),
        ("Mai 2020 -\nJuni 2021", ["2020-05/2021-06"]),
        ("Mai 2020\n– Juni 2021", ["2020-05/2021-06"]),
    ],
)
def test_dash_before_a_line_of_a_list_joins_no_dates(text: str, values: list[str]) -> None:
    assert [match.value for match in find_dates(text)] == values
