"""Who leads a trip: by rank alone, and by what is said of them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.events.scenes import scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.trips.leaders import leaders, let_minister_lead
from presselese.events.trips.scene import Scene


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


HEAD = """An _ ADP case 3
    der der DET det 3
    {head} _ NOUN obl 4
    stand stehen VERB root 0 Tense=Past|VerbForm=Fin
    mit _ ADP case 6
    Roth _ PROPN obl 4
    Wolf _ PROPN nsubj 4"""
TOOK = """Roth _ PROPN nsubj 7
    und _ CCONJ cc 3
    Wolf _ PROPN conj 1
    hatten haben AUX aux 7 VerbForm=Fin
    die der DET det 6
    Leitung _ NOUN obj 7
    {verb} VERB root 0 VerbForm=Part"""
AT_ITS_HEAD = """Eine ein DET det 2 Definite=Ind
    Delegation _ NOUN root 0
    mit _ ADP case 4
    Roth _ PROPN nmod 2
    und _ CCONJ cc 6
    Wolf _ PROPN conj 4
    an _ ADP case 9
    der der DET det 9
    Spitze _ NOUN nmod 2"""
ALONG = """Zusammen _ ADP case 3
    mit _ ADP case 3
    Roth _ PROPN obl 4
    {verb} VERB root 0 VerbForm=Fin
    Wolf _ PROPN nsubj 4
    {article} der DET det 7
    {noun} _ NOUN obj 4"""


@pytest.mark.parametrize(
    ("rows", "people", "expected"),
    [
        (HEAD.format(head="Spitze"), (5, 6), ["Roth", "Wolf"]),
        (HEAD.format(head="Tür"), (5, 6), []),
        (TOOK.format(verb="übernommen übernehmen"), (0, 2), ["Roth", "Wolf"]),
        (TOOK.format(verb="gelobt loben"), (0, 2), []),
        (AT_ITS_HEAD, (3, 5), ["Roth", "Wolf"]),
        (
            ALONG.format(verb="leitete leiten", article="die", noun="Delegation"),
            (2, 4),
            ["Roth", "Wolf"],
        ),
        (ALONG.format(verb="leitete leiten", article="die", noun="Sitzung"), (2, 4), ["Wolf"]),
    ],
)
def test_who_is_said_to_lead(rows: str, people: tuple[int, int], expected: list[str]) -> None:
    doc = scene(rows, names=[(i, i + 1, "PER") for i in people])
    found = leaders(Scene(next(doc.sents), Resolver(doc), None, None))
    assert [person.name for person in found] == expected


def test_group_that_is_not_the_scenes_first_has_somebody_at_its_head() -> None:
    doc = scene(
        """Gäste _ NOUN nsubj 2
        kamen kommen VERB root 0 VerbForm=Fin
        mit _ ADP case 5
        der der DET det 5
        Abordnung _ NOUN obl 2
        um _ ADP case 7
        Roth _ PROPN nmod 5""",
        names=[(6, 7, "PER")],
    )
    found = leaders(Scene(next(doc.sents), Resolver(doc), doc[0], None))
    assert [person.name for person in found] == ["Roth"]
