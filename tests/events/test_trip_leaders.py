"""Who leads a trip by rank alone."""

from __future__ import annotations

from typing import Any

import pytest

from presselese.events.trip_leaders import let_minister_lead


def filler(name: str) -> dict[str, Any]:
    return {"ref": f"per_{name}", "name": name, "start_char": 0, "end_char": 1}


def leading(roles: dict[str, str | None], leaders: list[str]) -> tuple[list[str], list[str]]:
    trip = {
        "leaders": [filler(name) for name in leaders],
        "participants": [filler(name) for name in roles],
    }
    people = [{"id": f"per_{name}", "role": role} for name, role in roles.items()]
    let_minister_lead(trip, people)
    return tuple([entry["name"] for entry in trip[slot]] for slot in ("leaders", "participants"))


@pytest.mark.parametrize(
    "role", ["Ministerin", "Bundeswirtschaftsminister", "Ministerpräsident", "Minister für Umwelt"]
)
def test_minister_who_goes_along_leads(role: str) -> None:
    assert leading({"Roth": role, "Wolf": "Unternehmer"}, []) == (["Roth"], ["Wolf"])


@pytest.mark.parametrize(
    "role", ["Vizeminister", "Ministerialrätin", "Landrat", "Minister a. D.", None]
)
def test_others_do_not(role: str | None) -> None:
    assert leading({"Roth": role}, []) == ([], ["Roth"])


def test_where_somebody_leads_or_two_could_nothing_changes() -> None:
    assert leading({"Roth": "Ministerin"}, ["Wolf"]) == (["Wolf"], ["Roth"])
    two = {"Roth": "Ministerin", "Wolf": "Umweltminister"}
    assert leading(two, []) == ([], ["Roth", "Wolf"])
