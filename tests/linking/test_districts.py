"""Districts that share a name with their town."""

from __future__ import annotations

import pytest

from presselese.linking.districts import bare_name, called_districts
from presselese.linking.entities import link_places
from presselese.linking.mentions import Mention, NameLabel


def called(text: str, *names: str, label: NameLabel = "LOC") -> list[str]:
    mentions = []
    for name in names:
        start = text.index(name, mentions[-1].end_char if mentions else 0)
        mentions.append(Mention(label, start, start + len(name), name, name))
    return [mention.name for mention in called_districts(mentions, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Landkreis Aue wächst", "Landkreis Aue"),
        ("im Gebiet des Kreises Aue", "Kreis Aue"),
        ("aus dem Kanton\nAue", "Kanton Aue"),
        ("Die Stadt Aue wächst", "Aue"),
        ("Im Altkreis Aue", "Aue"),
        ("Der Kreis, den Aue bildet", "Aue"),
    ],
)
def test_noun_right_before_a_place_makes_it_a_district(text: str, name: str) -> None:
    assert called(text, "Aue") == [name]


@pytest.mark.parametrize(
    ("text", "districts"),
    [
        ("die Landkreise Aue, Roda und Celle", 3),
        ("der Landkreis Aue, Roda und Celle", 1),
        ("die Landkreise Aue und die Städte Roda und Celle", 1),
    ],
)
def test_plural_speaks_of_the_list_behind_it(text: str, districts: int) -> None:
    towns = ["Aue", "Roda", "Celle"]
    assert called(text, *towns) == [
        f"Landkreis {town}" if i < districts else town for i, town in enumerate(towns)
    ]


def test_only_places_are_districts() -> None:
    assert called("im Kreis Roth", "Roth", label="PER") == ["Roth"]


@pytest.mark.parametrize(("name", "bare"), [("Kreis Aue", "Aue"), ("Bad Aue", "Bad Aue")])
def test_bare_name(name: str, bare: str) -> None:
    assert bare_name(name) == bare


@pytest.mark.parametrize(("towns", "count"), [(frozenset({"Uri"}), 2), (frozenset(), 1)])
def test_district_is_another_place_than_a_known_town(towns: frozenset[str], count: int) -> None:
    mentions = [Mention("LOC", 0, 3, "Uri", "Uri"), Mention("LOC", 9, 12, "Uri", "Kanton Uri")]
    places = link_places(mentions, {}, towns=towns)
    assert len(places) == count
    assert places[-1].name == "Kanton Uri"
