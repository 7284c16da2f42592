"""Where a group comes from, and what is none of its goals."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.trips.places import is_no_goal
from presselese.events.trips.scene import Scene


@pytest.mark.parametrize(("noun", "expected"), [("Rückreise", True), ("Reise", False)])
def test_where_the_way_home_leads_is_no_goal(noun: str, expected: bool) -> None:
    doc = scene(
        f"""Sie _ PRON nsubj 2
        traten treten VERB root 0 Tense=Past|VerbForm=Fin
        die der DET det 4
        {noun} _ NOUN obj 2
        nach _ ADP case 6
        Israel _ PROPN nmod 4""",
        names=[(5, 6, "LOC")],
    )
    place = Resolver(doc).name_at(doc[5])
    assert place is not None
    assert is_no_goal(place, doc) is expected


@pytest.mark.parametrize(("verb", "is_back"), [("zurückblickt", False), ("zurückkehrt", True)])
def test_who_looks_back_does_not_come_back(verb: str, is_back: bool) -> None:
    doc = scene(f"{verb} _ VERB root 0 VerbForm=Fin")
    assert Scene(doc[:], Resolver(doc), None, None).is_return is is_back


@pytest.mark.parametrize(("word", "is_back"), [("auf", False), ("nach", True)])
def test_what_goes_back_to_something_is_no_way_back(word: str, is_back: bool) -> None:
    doc = scene(
        f"""geht gehen VERB root 0 VerbForm=Fin
        {word} _ ADP case 3
        Kiel _ PROPN obl 1
        zurück _ ADP compound 1"""
    )
    assert Scene(doc[:], Resolver(doc), None, None).is_return is is_back


LIES = """Die der DET det 2
    {noun} _ NOUN root 0
    {word} _ ADP case 4
    {place} _ PROPN nmod 2"""


@pytest.mark.parametrize(
    ("noun", "word", "place", "expected"),
    [
        # What a place lies by is not where one goes.
        ("Stadt", "nahe", "Pisa", True),
        ("Stadt", "unweit", "Pisa", True),
        ("Rückreise", "nach", "Pisa", True),
        ("Anreise", "nach", "Pisa", False),
    ],
)
def test_where_something_lies_and_the_way_home_are_no_goals(
    noun: str, word: str, place: str, expected: bool
) -> None:
    doc = scene(LIES.format(noun=noun, word=word, place=place), names=[(3, 4, "LOC")])
    named = Resolver(doc).name_at(doc[3])
    assert named is not None
    assert is_no_goal(named, doc) is expected
