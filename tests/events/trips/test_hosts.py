"""Who receives a trip: whom a group calls on, who invites it, and with whom it stays."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.trips.parties import hosts, people_met
from presselese.events.trips.scene import Scene

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


WITH_GROUP = """Landrätin _ NOUN nsubj:pass 8
    Holm _ PROPN appos 1
    wurde werden AUX aux 8 Tense=Past|VerbForm=Fin
    mit _ ADP case 5
    Delegation _ NOUN obl 8
    von _ ADP case 7
    Roth _ PROPN nmod 5
    {verb} VERB root 0 VerbForm=Part"""
RECEPTION = """Ein ein DET det 2
    {noun} _ NOUN nsubj 5
    bei _ ADP case 4
    Roth _ PROPN nmod 2
    folgte folgen VERB root 0 VerbForm=Fin"""
CALLING = """Sie _ PRON nsubj 4
    waren sein AUX cop 4 VerbForm=Fin
    zu _ ADP case 4
    Besuch _ NOUN root 0
    {word} _ ADP case 6
    Roth _ PROPN nmod 4"""
INVITING = """Nun _ ADV advmod 4
    Kiel _ PROPN nsubj 4
    hatte haben AUX aux 4
    {verb} VERB root 0 VerbForm=Part"""


@pytest.mark.parametrize(
    ("rows", "names", "expected"),
    [
        # Parsers hang the agent on the group that came along.
        (
            WITH_GROUP.format(verb="empfangen empfangen"),
            [(1, 2, "PER"), (6, 7, "PER")],
            ["Roth"],
        ),
        (WITH_GROUP.format(verb="gesehen sehen"), [(1, 2, "PER"), (6, 7, "PER")], []),
        (RECEPTION.format(noun="Empfang"), [(3, 4, "PER")], ["Roth"]),
        (RECEPTION.format(noun="Vertrag"), [(3, 4, "PER")], []),
        (CALLING.format(word="bei"), [(5, 6, "PER")], ["Roth"]),
        (CALLING.format(word="mit"), [(5, 6, "PER")], []),
        # A town invites; who receives is somebody of it.
        (INVITING.format(verb="eingeladen einladen"), [(1, 2, "LOC")], ["Kiel"]),
        (INVITING.format(verb="empfangen empfangen"), [(1, 2, "LOC")], []),
    ],
)
def test_who_receives_calls_or_invites(rows: str, names: Names, expected: list[str]) -> None:
    assert receiving(rows, names) == expected


def test_body_whose_people_one_meets_does_not_travel() -> None:
    doc = scene(
        """Sie _ PRON nsubj 2
        sprechen _ VERB root 0 VerbForm=Fin
        mit _ ADP case 4
        Mitarbeitern _ NOUN obl 2
        des der DET det 6
        Nordbunds _ PROPN nmod 4 Case=Gen""",
        names=[(5, 6, "ORG")],
    )
    assert people_met(doc, Resolver(doc)) == {doc._.presselese_organisations[0]["id"]}
