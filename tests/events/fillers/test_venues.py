"""Streets and houses are no places of a founding; their town is."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.venues import is_venue, towns


@pytest.mark.parametrize(
    "name",
    [
        "Schulgasse",
        "Lindhorster Straße",
        "Lessingallee 112",
        "Gasthof Zur Sonne",
        "Bürgersaal",
        "Bürgerhaus am Markt",
        "Stadthalle",
        "Alte Schule",
        "Campus Nord",
        "Landeszeughaus",
        "Kreisler-Haus",
        "Medienpark Süd",
    ],
)
def test_streets_and_houses_are_venues(name: str) -> None:
    assert is_venue(name)


@pytest.mark.parametrize(
    "name",
    [
        "Kiel", "Halle", "Bad Au", "Kanton Bern", "Heubach", "Neustadt an der Weinstraße",
        "Muster an der Bergstraße", "Neuhaus am Bach",
    ],
)  # fmt: skip
def test_towns_and_lands_are_none(name: str) -> None:
    assert not is_venue(name)


def place(name: str) -> Argument:
    return Argument("LOC", f"plc_{name}", name, 10, 10 + len(name))


def resolver(*, dateline: bool) -> Resolver:
    doc = scene("Kiel _ PROPN root 0", names=[(0, 1, "LOC")])
    zone = {"kind": "dateline", "start_char": 0, "end_char": 4}
    doc._.presselese_zones = [zone] if dateline else []
    return Resolver(doc)


def test_street_beside_its_town_is_left_out() -> None:
    found = towns([place("Aue"), place("Schulgasse")], resolver(dateline=True))
    assert [argument.name for argument in found] == ["Aue"]


@pytest.mark.parametrize(("dateline", "named"), [(True, ["Kiel"]), (False, [])])
def test_street_alone_stands_for_the_town_of_the_dateline(dateline: bool, named: list[str]) -> None:
    found = towns([place("Schulgasse")], resolver(dateline=dateline))
    assert [argument.name for argument in found] == named


def test_no_place_stays_none() -> None:
    assert towns([], resolver(dateline=True)) == []


@pytest.mark.parametrize(("before", "left"), [("Gasthaus", []), ("Ort", ["Löwen"])])
def test_noun_before_a_name_may_tell_a_venue(before: str, left: list[str]) -> None:
    doc = scene(f"im in ADP case 2\n{before} _ NOUN root 0\nLöwen _ PROPN appos 2", names=[])
    start = doc[2].idx
    found = towns([Argument("LOC", "plc_1", "Löwen", start, start + 5)], Resolver(doc))
    assert [argument.name for argument in found] == left


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Stanzwerk Kiel", "Kiel"),
        ("Museum von Kiel", "Kiel"),
        ("Rathaus Kiel", "Kiel"),
        ("Stanzwerk Aue", "Stanzwerk Aue"),
        ("Bad Kiel", "Bad Kiel"),
    ],
)
def test_house_named_after_a_town_of_the_article_stands_for_it(name: str, town: str) -> None:
    found = towns([place(name)], resolver(dateline=False))
    assert [argument.name for argument in found] == [town]
