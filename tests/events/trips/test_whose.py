"""Whose trip a noun names, and that two people's trips are two."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.trips.whose import are_of_two_people, whose_trip

OF = """den der DET det 2
    {noun} _ NOUN root 0
    von von ADP case 4
    Roth _ PROPN nmod 2"""
BEFORE = """Roths _ PROPN nmod 2
    Chinareise _ NOUN root 0"""
UNDERTAKEN = """die der DET det 2
    Chinareise _ NOUN root 0
    die der PRON obj 5
    Roth _ PROPN nsubj 5
    {verb} {lemma} VERB acl 2"""


def names_traveller(rows: str, noun: int, person: int) -> bool:
    doc = scene(rows, names=[(person, person + 1, "PER")])
    return bool(whose_trip(doc[noun], Resolver(doc)))


@pytest.mark.parametrize(("noun", "expected"), [("Chinareisen", True), ("Amtszeiten", False)])
def test_trip_of_a_person(noun: str, expected: bool) -> None:
    assert names_traveller(OF.format(noun=noun), 1, 3) is expected


def test_person_before_the_trip() -> None:
    assert names_traveller(BEFORE, 1, 0)


@pytest.mark.parametrize(
    ("verb", "lemma", "expected"),
    [("unternahm", "unternehmen", True), ("lobte", "loben", False)],
)
def test_who_undertook_it(verb: str, lemma: str, expected: bool) -> None:
    assert names_traveller(UNDERTAKEN.format(verb=verb, lemma=lemma), 1, 3) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [({"a"}, {"b"}, True), ({"a"}, {"a", "b"}, False), ({"a"}, set(), False)],
)
def test_two_owners_have_two_trips(first: set[str], second: set[str], expected: bool) -> None:
    assert are_of_two_people({"whose": first}, {"whose": second}) is expected
