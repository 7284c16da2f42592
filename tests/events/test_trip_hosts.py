"""Who receives a trip: whom a group calls on, who invites it, and with whom it stays."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.delegation_scene import Scene
from presselese.events.fillers import Resolver
from presselese.events.trip_parties import hosts, people_met

Names = list[tuple[int, int, str]]
INVITED = """Auf _ ADP case 2
    Einladung _ NOUN obl 10
    der der DET det 4
    Leiterin _ NOUN nmod 2 Case=Gen
    des der DET det 6
    Nordbunds _ PROPN nmod 4 Case=Gen
    , _ PUNCT punct 8
    {before} _ NOUN appos 4
    Roth _ PROPN appos 8
    war sein AUX root 0 VerbForm=Fin
    sie _ PRON nsubj 10
    in _ ADP case 13
    Kiel _ PROPN obl 10"""
CALLED = """Danach _ ADV advmod 2
    stattete statten VERB root 0 VerbForm=Fin
    die der DET det 4
    Gruppe _ NOUN nsubj 2
    dem der DET det 6
    Leiter _ NOUN {relation} Case=Dat
    des der DET det 8
    Nordbunds _ PROPN nmod 6 Case=Gen
    , _ PUNCT punct 10
    Roth _ PROPN appos 6
    , _ PUNCT punct 10
    einen ein DET det 13
    Besuch _ NOUN obj 2
    ab _ ADP compound 2"""
STAYED = """Sie _ PRON nsubj 8
    waren sein AUX cop 8 VerbForm=Fin
    bei _ ADP case 4
    {people} _ NOUN obl 8 Number=Plur
    des der DET det 6
    Nordbunds _ PROPN nmod 4 Case=Gen
    {zu} _ ADP case 8
    {stay} _ NOUN root 0"""


def receiving(rows: str, names: Names) -> list[str]:
    doc = scene(rows, names=names)
    return [host.name for host in hosts(Scene(next(doc.sents), Resolver(doc), None, None))]


@pytest.mark.parametrize(
    ("rows", "names", "expected"),
    [
        # Who holds the office invites, not its body.
        (INVITED.format(before="Frau"), [(5, 6, "ORG"), (8, 9, "PER"), (12, 13, "LOC")], ["Roth"]),
        # Parsers hang the dative on the subject.
        (CALLED.format(relation="iobj 2"), [(7, 8, "ORG"), (9, 10, "PER")], ["Roth"]),
        (CALLED.format(relation="nmod 4"), [(7, 8, "ORG"), (9, 10, "PER")], ["Roth"]),
        # Who stays with a body's people stays with the body.
        (
            STAYED.format(people="Mitgliedern", zu="zu", stay="Besuch"),
            [(5, 6, "ORG")],
            ["Nordbund"],
        ),
        (STAYED.format(people="Mitgliedern", zu="zu", stay="Gast"), [(5, 6, "ORG")], ["Nordbund"]),
    ],
)
def test_who_invites_is_called_on_or_stayed_with_is_host(
    rows: str, names: Names, expected: list[str]
) -> None:
    assert receiving(rows, names) == expected


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        # A feast and a street are no people; "beim Besuch" says when.
        (STAYED.format(people="Festen", zu="zu", stay="Besuch"), [(5, 6, "ORG")]),
        (STAYED.format(people="Mitgliedern", zu="beim", stay="Besuch"), [(5, 6, "ORG")]),
    ],
)
def test_others_are_no_hosts(rows: str, names: Names) -> None:
    assert receiving(rows, names) == []


def test_another_name_behind_the_comma_holds_no_office() -> None:
    names = [(5, 6, "ORG"), (8, 9, "PER"), (12, 13, "LOC")]
    assert receiving(INVITED.format(before="Reisende"), names) == ["Nordbund"]


@pytest.mark.parametrize(
    "rows", [INVITED.format(before="Frau"), CALLED.format(relation="nmod 4")], ids=["in", "on"]
)
def test_who_invites_or_is_called_on_does_not_travel(rows: str) -> None:
    place = 8 if "Einladung" in rows else 9
    doc = scene(rows, names=[(place, place + 1, "PER")])
    assert people_met(doc, Resolver(doc)) == {doc._.presselese_people[0]["id"]}
