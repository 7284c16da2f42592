"""The scorer against answers that are right, half right and wrong."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from presselese.errors import BadConfiguration, BadInput
from presselese.evaluation.floors import falls, load_floors, write_floors
from presselese.evaluation.gold import load_gold
from presselese.evaluation.matching import same_date, same_name
from presselese.evaluation.report import figures, lines
from presselese.evaluation.scores import score

GOLD: dict[str, Any] = {
    "id": "a",
    "published": None,
    "events": [
        {
            "type": "delegation", "status": "planned", "evidence": "x",
            "destination": ["Peking", "Shanghai"], "origin": ["Kiel"], "organiser": [],
            "leader": ["Eva Roth"], "participants": [], "host": [], "size": 11,
            "start": "XXXX-10-20", "end": None,
        },
        {
            "type": "founding", "status": "done", "evidence": "x", "organisation": "Ring Aue e.V.",
            "founder": [], "date": "2016-11", "place": ["Aue"], "kind": "founding",
        },
    ],
    "people": [{"name": "Eva Roth", "role": "Oberbürgermeisterin", "organisation": "Kiel"}],
    "dates": [{"text": "20. Oktober", "value": "XXXX-10-20"}, {"text": "Woche", "value": "P1W"}],
    "figures": [
        {"text": "elf Teilnehmer", "value": 11, "unit": None, "counts": "Teilnehmer", "mod": None}
    ],
}  # fmt: skip


def named(*names: str) -> list[dict[str, Any]]:
    return [{"name": name} for name in names]


RECORD: dict[str, Any] = {
    "events": [
        {
            "kind": "delegation", "status": "planned", "confidence": 0.9,
            "destinations": named("Peking", "Shanghai"), "origins": named("Kiel"),
            "organisers": [], "leaders": named("Eva Roth"), "participants": [], "hosts": [],
            "size": {"value": 11}, "start": "XXXX-10-20", "end": None,
        },
        {
            "kind": "founding", "status": "done", "confidence": 0.7,
            "organisation": {"name": "Ring Aue"}, "founders": [], "places": named("Aue"),
            "date": "2016-11", "form": "founding",
        },
    ],
    "people": [
        {"name": "Eva Roth", "role": "Oberbürgermeisterin", "organisation": {"name": "Kiel"}}
    ],
    "dates": [
        {"text": "20. Oktober", "value": "XXXX-10-20"},
        {"text": "eine Woche", "value": "P7D"},
    ],
    "figures": [{"text": "elf Teilnehmer", "value": "11", "unit": None, "counts": "Teilnehmer"}],
}  # fmt: skip


def figures_for(record: dict[str, Any]) -> dict[str, float]:
    return figures(score({"a": GOLD}, {"a": record}))


def changed(**changes: Any) -> dict[str, Any]:
    return copy.deepcopy(RECORD) | changes


def test_right_answer_scores_one_everywhere() -> None:
    reached = figures_for(RECORD)
    for name in ("events", "slots", "people", "dates", "figures"):
        assert reached[f"{name} F1"] == 1.0, name
    assert reached["status"] == 1.0


def test_empty_answer_scores_zero() -> None:
    reached = figures(score({"a": GOLD}, {}))
    assert reached["without record"] == 1
    assert reached["events F1"] == reached["slots F1"] == reached["dates F1"] == 0.0


def test_spurious_event_costs_precision_only() -> None:
    extra = copy.deepcopy(RECORD["events"][1]) | {"organisation": {"name": "Chor Wien"}}
    reached = figures_for(changed(events=[*RECORD["events"], extra]))
    assert reached["founding P"] == 0.5
    assert reached["founding R"] == 1.0


def test_wrong_status_does_not_unpair_an_event() -> None:
    events = copy.deepcopy(RECORD["events"])
    events[0]["status"] = "done"
    reached = figures_for(changed(events=events))
    assert reached["delegation F1"] == 1.0
    assert reached["delegation status"] == 0.0


def test_missing_filler_costs_slot_recall() -> None:
    events = copy.deepcopy(RECORD["events"])
    events[0]["destinations"] = named("Peking")
    assert figures_for(changed(events=events))["slots R"] < 1.0


def test_delegation_needs_a_core_slot_to_pair() -> None:
    events = copy.deepcopy(RECORD["events"])
    events[0] |= {"destinations": named("Rom"), "origins": [], "leaders": []}
    assert figures_for(changed(events=events))["delegation F1"] == 0.0


def test_date_with_wrong_value_counts_as_span_but_not_as_date() -> None:
    dates = [{"text": "20. Oktober", "value": "2017-10-20"}, RECORD["dates"][1]]
    assert figures_for(changed(dates=dates))["dates R"] == 0.5


def test_figure_with_other_value_is_wrong() -> None:
    wrong = [RECORD["figures"][0] | {"value": "12"}]
    assert figures_for(changed(figures=wrong))["figures F1"] == 0.0


def test_calibration_error_is_the_gap_between_confidence_and_truth() -> None:
    assert figures_for(RECORD)["calibration error"] == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("first", "second", "are_same"),
    [
        ("Stadt Kiel", "Kiel", True),
        ("des Deutschen Städtetages", "Deutscher Städtetag", True),
        ("IHK", "IHK Zwickau", True),
        ("Verein", "Verein für Heimatpflege", False),
        ("Kiel", "Köln", False),
        ("Ring", "Ring deutscher Siedler in Übersee und Amerika", False),
        (None, "Kiel", False),
    ],
)
def test_names_are_the_same(first: str | None, second: str | None, are_same: bool) -> None:
    assert same_name(first, second) is are_same


def test_a_week_is_seven_days_and_a_year_is_not_its_month() -> None:
    assert same_date("P1W", "P7D")
    assert not same_date("2016", "2016-11")


def test_report_names_every_error_class_with_examples() -> None:
    report = "\n".join(lines(score({"a": GOLD}, {}), errors=3))
    assert "## delegation missed: 1" in report
    assert "Ring Aue e.V." in report


def test_floor_fails_where_a_score_falls(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_floors(path, "dev", "abc", figures_for(RECORD))
    pinned = load_floors(path, "dev")["figures"]
    assert list(falls(pinned, figures_for(RECORD))) == []
    fallen = {fall.name for fall in falls(pinned, figures_for(changed(dates=[])))}
    assert fallen == {"dates F1", "dates P"}


def test_split_without_floors_says_how_to_write_them(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match="--write-floors"):
        load_floors(tmp_path / "baseline.json", "dev")


def test_gold_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    with pytest.raises(BadInput, match=r"b\.json"):
        load_gold(tmp_path)


def missed(*events: dict[str, Any]) -> set[str]:
    """Return the error classes of missed events, of gold with two trips and a founding."""
    gold = copy.deepcopy(GOLD)
    second = copy.deepcopy(gold["events"][0]) | {"destination": ["Xi'an"], "leader": [], "size": 5}
    gold["events"].append(second)
    scores = score({"a": gold}, {"a": {**RECORD, "events": list(events)}})
    return {name for name in scores.errors if "missed" in name}


def test_missed_events_say_what_became_of_them() -> None:
    trip, founding = RECORD["events"]
    assert missed(trip, founding) == {"delegation missed, told as one with another"}
    other = founding | {"organisation": {"name": "Dorfladen"}}
    assert "founding missed, told with another core" in missed(trip, other)
    elsewhere = other | {"places": [], "date": None}
    assert "founding missed" in missed(trip, elsewhere)
    assert "founding missed" in missed(trip)
