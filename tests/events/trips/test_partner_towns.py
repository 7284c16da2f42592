"""A place that another is the partner of is neither start nor goal."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.fillers.names import Argument
from presselese.events.trips.partner_towns import is_partners_other

BEFORE = """aus aus ADP case 4
    {name} _ PROPN nmod 4
    polnischer polnisch ADJ amod 4
    {noun} _ NOUN root 0
    Danzig _ PROPN appos 4"""
BEHIND = """in in ADP case 3
    der der DET det 3
    Partnerstadt _ NOUN root 0
    {word} _ ADP case 5
    Gera _ PROPN nmod 3"""
DISTRICT = """in in ADP case 3
    den der DET det 3
    Partnerkreis _ NOUN root 0
    des der DET det 5 Case=Gen
    Kreises Kreis NOUN nmod 3 Case=Gen
    Minden _ PROPN appos 5"""


def is_other(rows: str, at: int, name: str) -> bool:
    doc = scene(rows, names=[(at, at + 1, "LOC")])
    token = doc[at]
    place = Argument("LOC", "plc_1", name, token.idx, token.idx + len(token.text))
    return is_partners_other(place, doc)


@pytest.mark.parametrize(("noun", "expected"), [("Partnerstadt", True), ("Altstadt", False)])
def test_town_whose_partner_is_named(noun: str, expected: bool) -> None:
    assert is_other(BEFORE.format(name="Bremens", noun=noun), 1, "Bremen") is expected


def test_partner_itself() -> None:
    assert not is_other(BEFORE.format(name="Bremens", noun="Partnerstadt"), 4, "Danzig")


@pytest.mark.parametrize(("word", "expected"), [("von", True), ("in", False)])
def test_partner_of_a_town_and_partner_in_a_land(word: str, expected: bool) -> None:
    assert is_other(BEHIND.format(word=word), 4, "Gera") is expected


def test_district_whose_name_stands_behind_its_noun() -> None:
    assert is_other(DISTRICT, 5, "Minden")
