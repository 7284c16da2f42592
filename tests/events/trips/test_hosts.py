"""Who receives a trip, and who invites to it."""

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
    Frau _ NOUN appos 4
    Roth _ PROPN appos 8
    war sein AUX root 0 VerbForm=Fin
    sie _ PRON nsubj 10
    in _ ADP case 13
    Kiel _ PROPN obl 10"""


def receiving(rows: str, names: Names) -> list[str]:
    doc = scene(rows, names=names)
    return [host.name for host in hosts(Scene(next(doc.sents), Resolver(doc), None, None))]


def test_body_of_who_invites_is_host() -> None:
    names = [(5, 6, "ORG"), (8, 9, "PER"), (12, 13, "LOC")]
    assert receiving(INVITED, names) == ["Nordbund"]


def test_who_invites_does_not_travel() -> None:
    doc = scene(INVITED, names=[(8, 9, "PER")])
    assert people_met(doc, Resolver(doc)) == {doc._.presselese_people[0]["id"]}


WITH_GROUP = """Landrätin _ NOUN nsubj:pass 8
    Holm _ PROPN appos 1
    wurde werden AUX aux 8 Tense=Past|VerbForm=Fin
    mit _ ADP case 5
    Delegation _ NOUN obl 8
    von _ ADP case 7
    Roth _ PROPN nmod 5
    {verb} VERB root 0 VerbForm=Part"""
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
        # A town invites; who receives is somebody of it.
        (INVITING.format(verb="eingeladen einladen"), [(1, 2, "LOC")], ["Kiel"]),
        (INVITING.format(verb="empfangen empfangen"), [(1, 2, "LOC")], []),
    ],
)
def test_who_receives_or_invites(rows: str, names: Names, expected: list[str]) -> None:
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
