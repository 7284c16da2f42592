"""Towns that are never named but called something."""

from __future__ import annotations

from typing import Any

import pytest
from tests.events.scenes import scene

from presselese.events.fillers.nicknames import name_towns, nicknames

HOME = {"id": "plc_9", "name": "Kassel", "mentions": [{"start_char": 0, "end_char": 6}]}


def filler(name: str, sort: str = "plc") -> dict[str, Any]:
    return {"ref": f"{sort}_1", "name": name, "start_char": 0, "end_char": 1}


@pytest.mark.parametrize(
    ("article", "town", "found"),
    [("der", "Klingenstadt", 1), ("nach", "Klingenstadt", 0), ("der", "Darmstadt", 0)],
)
def test_what_a_town_is_called_has_an_article_and_is_in_no_gazetteer(
    article: str, town: str, found: int
) -> None:
    tag = "DET" if article == "der" else "ADP"
    doc = scene(f"Aus _ ADP case 3\n{article} _ {tag} det 3\n{town} _ PROPN root 0",
                names=[(2, 3, "LOC")])  # fmt: skip
    assert len(nicknames(doc)) == found


@pytest.mark.parametrize(
    ("goals", "home", "left"),
    [
        (["Klingenstadt"], HOME, ["Kassel"]),
        (["Klingenstadt"], None, ["Klingenstadt"]),
        (["Kiel"], HOME, ["Kiel"]),
    ],
)
def test_what_is_only_called_something_is_the_town_of_the_dateline(
    goals: list[str], home: dict[str, Any] | None, left: list[str]
) -> None:
    refs = {"Klingenstadt": "plc_1", "Kiel": "plc_2"}
    trip = {"origins": [filler("China") | {"ref": "plc_3"}],
            "destinations": [filler(goal) | {"ref": refs[goal]} for goal in goals]}  # fmt: skip
    name_towns(trip, {"plc_1"}, home)
    assert [entry["name"] for entry in trip["destinations"]] == left
    assert [entry["name"] for entry in trip["origins"]] == ["China"]


def test_town_that_is_only_called_something_joins_by_its_name() -> None:
    """ "SOLINGEN – Die Klingenstadt tritt dem Bund bei"."""
    event = {"members": [filler("Klingenstadt")], "organisation": filler("Bund", "org")}
    home = {"id": "plc_2", "name": "Solingen", "mentions": []}
    name_towns(event, {"plc_1"}, home)
    assert [(m["ref"], m["name"]) for m in event["members"]] == [("plc_2", "Solingen")]
