"""The contract's rules: every broken one is told, with its place; sound records pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from presselese.checking import record_faults
from presselese.checking.contract import is_after, is_edtf

Example = Callable[[str], dict[str, Any]]
Change = Callable[[dict[str, Any]], None]


@pytest.mark.parametrize("kind", ["delegation", "founding", "membership"])
def test_released_example_keeps_all_rules(kind: str, example: Example) -> None:
    assert list(record_faults(example(kind))) == []


def _set(*path: str | int, to: Any) -> Change:
    def change(fields: dict[str, Any]) -> None:
        target: Any = fields
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = to

    return change


def _append_zone(fields: dict[str, Any]) -> None:
    fields["zones"].append({"kind": "body", "start_char": 0, "end_char": 3})


BROKEN: dict[str, tuple[Change, str]] = {
    "id of another text": (_set("id", to="doc_0000000000000000"), "is not the id of this text"),
    "wrong words of a span": (_set("dates", 0, "text", to="3. Juni 2026"), "is not '2. Juni"),
    "span outside": (_set("figures", 0, "end_char", to=99999), "outside the text"),
    "span backwards": (_set("events", 0, "destinations", 0, "end_char", to=1), "outside the text"),
    "dangling filler": (_set("events", 0, "hosts", 0, "ref", to="org_9"), "does not resolve"),
    "dangling size": (_set("events", 0, "size", "ref", to="fig_9"), "does not resolve"),
    "size from a date": (_set("events", 0, "size", "ref", to="dat_1"), "which is no figure"),
    "dangling anchor": (_set("dates", 0, "anchored_on", to="dat_9"), "does not resolve"),
    "date anchored on itself": (_set("dates", 0, "anchored_on", to="dat_1"), "does not resolve"),
    "same id twice": (_set("dates", 1, "id", to="dat_1"), "is used 2 times"),
    "end before start": (_set("events", 0, "end", to="2026-06-07"), "is after end"),
    "day that is none": (_set("events", 0, "start", to="2026-02-30"), "is no EDTF date"),
    "duration without P": (_set("dates", 0, "type", to="DURATION"), "does not begin with P"),
    "overlapping zones": (_append_zone, "before the zone ahead"),
    "unknown field": (_set("mood", to="good"), "Extra inputs are not permitted"),
    "unknown status": (_set("events", 0, "status", to="maybe"), "Input should be"),
    "event without evidence": (_set("events", 0, "evidence", to=[]), "at least 1 item"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_rule_is_told(name: str, example: Example) -> None:
    change, words = BROKEN[name]
    fields = example("delegation")
    change(fields)
    told = [str(fault) for fault in record_faults(fields)]
    assert any(words in line for line in told), told


def test_something_other_than_an_object_is_told() -> None:
    assert list(record_faults([1, 2]))


@pytest.mark.parametrize(
    "value",
    ["2016", "2016-11", "XXXX-10-20", "2008-06-08/2008-06-13", "2024-02-29", "XXXX-02-29",
     "2016-21", "2016-11-XX", "2016-Q3", "../2016", "2016/..", "2016-11?"],
)  # fmt: skip
def test_partial_dates_and_intervals_are_dates(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value", ["", "16", "2016-13", "2016-1", "2023-02-29", "2016-21-01", "..", "a/b/c", "P5D"]
)
def test_what_no_calendar_has_is_no_date(value: str) -> None:
    assert not is_edtf(value)


def test_order_is_judged_only_as_far_as_both_are_stated() -> None:
    assert is_after("2016-11-02", "2016-11-01")
    assert not is_after("2016-11-02", "2016-11")
    assert not is_after("XXXX-12-30", "XXXX-01-02")
