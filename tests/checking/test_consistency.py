"""Cross-field warnings: each rule warns on what cannot be, and keeps silent on what can."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from presselese.checking import check, keep_sound
from presselese.records import Record, Warning

Example = Callable[[str], dict[str, Any]]


def codes(fields: dict[str, Any]) -> list[str]:
    return [warning.code for warning in check(Record.model_validate(fields))]


def test_sound_example_has_no_warning(example: Example) -> None:
    assert codes(example("delegation")) == []
    assert codes(example("founding")) == []


def test_unknown_year_of_an_event_is_told(example: Example) -> None:
    assert codes(example("membership")) == ["event.year_unknown"]


def test_done_trip_after_publication_is_told(example: Example) -> None:
    fields = example("delegation")
    fields["events"][0]["status"] = "done"
    assert codes(fields) == ["event.done_after_publication"]


def test_planned_trip_before_publication_is_told(example: Example) -> None:
    fields = example("delegation")
    fields["source"]["published"] = "2026-07-01"
    assert codes(fields) == ["event.planned_before_publication"]


def test_planned_trip_in_the_month_of_publication_is_fine(example: Example) -> None:
    fields = example("delegation")
    fields["source"]["published"] = "2026-06"
    assert codes(fields) == []


def test_more_named_people_than_the_group_has_are_told(example: Example) -> None:
    fields = example("delegation")
    event = fields["events"][0]
    event["size"]["value"] = 1
    event["participants"] = [{**event["leaders"][0], "name": name} for name in ("A B", "C D")]
    assert codes(fields) == ["delegation.size_too_small"]
    event["size"]["modifier"] = "over"
    assert codes(fields) == []


def test_place_that_is_origin_and_destination_is_told(example: Example) -> None:
    fields = example("delegation")
    fields["events"][0]["origins"] = fields["events"][0]["destinations"]
    assert codes(fields) == ["delegation.origin_is_destination"]


def test_joining_before_the_founding_is_told(example: Example) -> None:
    fields = example("founding")
    founding = fields["events"][0]
    common = {key: founding[key] for key in ("status", "reported", "confidence", "trigger")}
    membership = {
        **common, "id": "evt_2", "kind": "membership", "evidence": founding["evidence"],
        "rule": "membership.join_verb", "change": "joins", "members": founding["places"],
        "organisation": founding["organisation"], "date": "2024",
    }  # fmt: skip
    fields["events"].append(membership)
    assert codes(fields) == ["membership.before_founding"]


def test_organisation_that_founds_itself_is_told(example: Example) -> None:
    fields = example("founding")
    fields["events"][0]["founders"] = [fields["events"][0]["organisation"]]
    assert codes(fields) == ["founding.founder_of_itself"]


def test_impossible_trip_dates_are_left_out_and_told(example: Example) -> None:
    fields = example("delegation")
    fields["events"][0]["end"] = "2026-06-01"
    sound = keep_sound(Record.model_validate(fields))
    assert (sound.events[0].start, sound.events[0].end) == (None, None)  # type: ignore[union-attr]
    assert [warning.code for warning in sound.warnings] == ["event.start_after_end"]


def test_event_that_breaks_the_contract_is_dropped_and_told(example: Example) -> None:
    fields = example("founding")
    fields["events"][0]["organisation"]["ref"] = "org_9"
    sound = keep_sound(Record.model_validate(fields))
    assert sound.events == []
    assert [type(warning) for warning in sound.warnings] == [Warning]
    assert sound.warnings[0].code == "event.dropped"
