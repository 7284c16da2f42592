"""Which places of a trip cannot be its goal or its start, by their countries."""

from __future__ import annotations

from typing import Any

import pytest

from presselese.events.trips.sides import (
    let_guests_arrive,
    settle_places,
)


def filler(name: str, sort: str = "plc") -> dict[str, Any]:
    return {"ref": f"{sort}_1", "name": name, "start_char": 0, "end_char": 1}


def settled(
    starts: list[str], goals: list[str], *, bodies: list[str] | None = None
) -> tuple[list[str], list[str]]:
    trip = {
        "origins": [*map(filler, starts), *(filler(body, "org") for body in bodies or ())],
        "destinations": [filler(goal) for goal in goals],
    }
    settle_places(trip)
    return tuple([entry["name"] for entry in trip[slot]] for slot in ("origins", "destinations"))


@pytest.mark.parametrize(
    ("starts", "goals", "left"),
    [
        # Guests from China were in Münster, whatever the article says of Peking.
        (["Tianjin"], ["Münster", "China", "Peking"], ["Münster"]),
        (["Tiflis"], ["Georgien", "Deutschland"], ["Deutschland"]),
        # "Hallwegen" is in no gazetteer: guests from Japan go there rather than to Tokio.
        (["Japan"], ["Hallwegen", "Tokio"], ["Hallwegen"]),
        # From town to town in one country, known or not.
        (["Hessen"], ["Hannover", "Lohnsfelden", "Kassel"], ["Hannover", "Lohnsfelden", "Kassel"]),
        (["Uri"], ["Thurgau", "Brunnwil"], ["Thurgau", "Brunnwil"]),
        # Where all goals lie at the start's, none is surely wrong.
        (["Peru"], ["Cusco", "Trujillo"], ["Cusco", "Trujillo"]),
        # Starts in two countries say nothing of home.
        (["Québec", "Warstein"], ["Hamburg", "Montréal"], ["Hamburg", "Montréal"]),
        (["Georgien"], ["Georgien", "Kachetien", "Tiflis"], ["Georgien", "Kachetien", "Tiflis"]),
        (["Remsfeld"], ["Japan", "Fernost"], ["Japan"]),
        (["Remsfeld"], ["Afrika"], ["Afrika"]),
    ],
)
def test_goals_at_home_are_left_out(starts: list[str], goals: list[str], left: list[str]) -> None:
    assert settled(starts, goals)[1] == left


def test_trip_abroad_without_a_start_has_no_goal_at_home() -> None:
    goals = ["Göteborg", "Schweden", "Kiel"]
    assert settled([], goals)[1] == ["Göteborg", "Schweden"]
    assert settled([], goals, bodies=["IHK Flensburg"])[1] == ["Göteborg", "Schweden"]
    # Guests from a place that no gazetteer knows may come through Schweden to Kiel.
    assert settled(["Kvariani"], goals)[1] == goals
    assert settled([], ["Wien", "Passau"])[1] == ["Wien", "Passau"]


def test_start_is_no_goal() -> None:
    assert settled(["Delitzsch", "Monheim am Rhein"], ["Delitzsch"])[0] == ["Monheim am Rhein"]
    assert settled(["Hessen"], ["Kassel"])[0] == ["Hessen"]
    assert settled(["Deutschland"], [])[0] == ["Deutschland"]


def test_nickname_is_left_out_beside_a_name() -> None:
    trip = {"origins": [filler("Solingen") | {"ref": "plc_2"}, filler("Klingenstadt")],
            "destinations": [filler("Klingenstadt")]}  # fmt: skip
    settle_places(trip, {"plc_1"})
    assert [entry["name"] for entry in trip["origins"]] == ["Solingen"]
    assert [entry["name"] for entry in trip["destinations"]] == ["Klingenstadt"]


HOME = {"id": "plc_9", "name": "Kassel", "mentions": [{"start_char": 0, "end_char": 6}]}


@pytest.mark.parametrize(
    ("starts", "goals", "home", "left"),
    [
        (["Hefei"], [], HOME, ["Kassel"]),
        (["Hefei"], ["Kiel"], HOME, ["Kiel"]),  # the text says where to
        (["Stadt Kassel"], [], HOME, []),  # they set out from there
        ([], [], HOME, []),
        (["Hefei"], [], None, []),
    ],
)
def test_guests_without_a_goal_came_to_the_town_of_the_dateline(
    starts: list[str], goals: list[str], home: dict[str, Any] | None, left: list[str]
) -> None:
    trip = {"origins": [filler(start) for start in starts],
            "destinations": [filler(goal) for goal in goals]}  # fmt: skip
    let_guests_arrive(trip, home)
    assert [entry["name"] for entry in trip["destinations"]] == left


@pytest.mark.parametrize(
    ("starts", "left"),
    [
        (["Usbekistan", "Zentralasien"], ["Usbekistan"]),
        (["Zentralasien"], ["Zentralasien"]),
        # Abroad they are "die Gäste aus Deutschland"; of others a paper says town and country.
        (["Bayern", "Deutschland"], ["Bayern"]),
        (["Liuzhou", "China"], ["Liuzhou", "China"]),
        (["Polen", "Deutschland"], ["Polen", "Deutschland"]),
    ],
)
def test_wider_start_is_left_out_beside_a_narrower(starts: list[str], left: list[str]) -> None:
    assert settled(starts, [])[0] == left
