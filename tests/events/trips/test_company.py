"""Who goes along on a trip: what tells it, whom its list names, and what only looks like it."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.trips.company import participants
from presselese.events.trips.parties import hosts
from presselese.events.trips.scene import Scene

Names = list[tuple[int, int, str]]
ALONG = """Mit _ ADP case 4
    von _ ADP case 4
    der der DET det 4
    Partie _ NOUN obl 5
    waren sein AUX root 0 VerbForm=Fin
    Roth _ PROPN nsubj 5
    und _ CCONJ cc 8
    Wolf _ PROPN conj 6"""
PRESENT = """Roth _ PROPN nsubj 2
    {verb} AUX root 0 VerbForm=Fin
    {word} ADP case 5
    der der DET det 5
    {noun} _ NOUN obl 2
    dabei _ ADV advmod 2"""
BELONG = """Der der DET det 2
    {noun} NOUN nsubj 3
    gehört gehören VERB root 0 VerbForm=Fin
    Roth _ PROPN nsubj 3
    an _ ADP compound 3"""
LED = """Begleitet begleiten VERB root 0 VerbForm=Part
    wurden werden AUX aux 1 Tense=Past|VerbForm=Fin
    die der DET det 4
    {noun} _ NOUN nsubj:pass 1
    von _ ADP case 6
    Roth _ PROPN obl 1"""
ATTENDED = """An _ ADP case 3
    der der DET det 3
    {noun} _ NOUN obl 4
    nahm nehmen VERB root 0 VerbForm=Fin
    Roth _ PROPN nsubj 4
    teil _ ADP compound 4"""
ENVOYS = """Dabei _ ADV advmod 2
    war sein AUX root 0 VerbForm=Fin
    {noun} _ NOUN nsubj 2
    der der DET det 5
    Kieler-Hafen-AG _ PROPN nmod 3 Case=Gen"""
ATTRIBUTE = """Die der DET det 3
    mitgereiste _ ADJ amod 3
    Referentin _ NOUN nsubj 5
    Roth _ PROPN appos 3
    staunte staunen VERB root 0 VerbForm=Fin"""
BESIDE = """Neben _ ADP case 2
    Roth _ PROPN obl 3
    waren sein AUX root 0 VerbForm=Fin
    Wolf _ PROPN nsubj 3
    und _ CCONJ cc 6
    Holm _ PROPN conj 4
    mit _ ADP case 8
    dabei _ ADV advmod 3"""


def going_along(rows: str, names: Names) -> list[str]:
    doc = scene(rows, names=names)
    return [
        person.name for person in participants(Scene(next(doc.sents), Resolver(doc), None, None))
    ]


@pytest.mark.parametrize(
    ("rows", "names", "expected"),
    [
        # The subject stands behind the predicate, before it, or inside its brace.
        (ALONG, [(5, 6, "PER"), (7, 8, "PER")], ["Roth", "Wolf"]),
        (PRESENT.format(verb="war sein", word="auf _", noun="Reise"), [(0, 1, "PER")], ["Roth"]),
        (BESIDE, [(1, 2, "PER"), (3, 4, "PER"), (5, 6, "PER")], ["Roth", "Wolf", "Holm"]),
        # Verbs that tell it of a group or a trip.
        (BELONG.format(noun="Delegation _"), [(3, 4, "PER")], ["Roth"]),
        (ATTENDED.format(noun="Delegationsreise"), [(4, 5, "PER")], ["Roth"]),
        (LED.format(noun="Delegation"), [(5, 6, "PER")], ["Roth"]),
        (ATTRIBUTE, [(3, 4, "PER")], ["Roth"]),
        # A body goes along by its envoys.
        (ENVOYS.format(noun="Vertreter"), [(4, 5, "ORG")], ["Kieler-Hafen-AG"]),
    ],
)
def test_who_goes_along_is_read(rows: str, names: Names, expected: list[str]) -> None:
    assert going_along(rows, names) == expected


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        # "dabei" is an adverb, or of another occasion.
        (PRESENT.format(verb="sprach sprechen", word="auf _", noun="Reise"), [(0, 1, "PER")]),
        (PRESENT.format(verb="war sein", word="bei _", noun="Trauung"), [(0, 1, "PER")]),
        # Neither a club's members nor who takes part in talks.
        (BELONG.format(noun="Partei _"), [(3, 4, "PER")]),
        (ATTENDED.format(noun="Sitzung"), [(4, 5, "PER")]),
        # Who accompanies guests receives them.
        (LED.format(noun="Gäste"), [(5, 6, "PER")]),
        # Where somebody works does not go along.
        (ENVOYS.format(noun="Leiter"), [(4, 5, "ORG")]),
    ],
)
def test_others_do_not_go_along(rows: str, names: Names) -> None:
    assert going_along(rows, names) == []


def test_who_accompanies_guests_is_their_host() -> None:
    doc = scene(LED.format(noun="Gäste"), names=[(5, 6, "PER")])
    (person,) = hosts(Scene(next(doc.sents), Resolver(doc), None, None))
    assert person.name == "Roth"


GROUP = """Die der DET det 2
    Delegation _ NOUN nsubj 5
    mit _ ADP case 4
    Roth _ PROPN {tree}
    {verb} VERB root 0 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("tree", "verb", "expected"),
    [
        ("nmod 2", "reiste reisen", ["Roth"]),
        ("obl 5", "sprach sprechen", []),  # "dass die Delegation mit Roth sprach"
    ],
)
def test_whom_a_group_meets_is_none_of_it(tree: str, verb: str, expected: list[str]) -> None:
    doc = scene(GROUP.format(tree=tree, verb=verb), names=[(3, 4, "PER")])
    found = participants(Scene(next(doc.sents), Resolver(doc), doc[1], None))
    assert [person.name for person in found] == expected


FELLOWS = """Roth _ PROPN nsubj 5
    und _ CCONJ cc 3
    Wolf _ PROPN conj 1
    waren sein AUX cop 5 VerbForm=Fin
    {noun} _ NOUN root 0"""
MEANWHILE = """Roth _ PROPN nsubj 2
    war sein AUX root 0 VerbForm=Fin
    dabei _ ADV advmod 2
    zu _ ADP case 5
    {noun} _ NOUN obl 2"""


@pytest.mark.parametrize(
    ("rows", "people", "expected"),
    [
        (FELLOWS.format(noun="Teilnehmer"), (0, 2), ["Roth", "Wolf"]),
        (FELLOWS.format(noun="Nachbarn"), (0, 2), []),
        # On that occasion they were guests somewhere.
        (MEANWHILE.format(noun="Gast"), (0,), []),
        (MEANWHILE.format(noun="Beginn"), (0,), ["Roth"]),
    ],
)
def test_fellows_and_who_was_along_are_read(
    rows: str, people: tuple[int, ...], expected: list[str]
) -> None:
    assert going_along(rows, [(i, i + 1, "PER") for i in people]) == expected
