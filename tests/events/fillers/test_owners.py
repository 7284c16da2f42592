"""Whose a body is: the genitive of an office and of a subsidiary says it."""

from __future__ import annotations

import pytest
from tests.events.scenes import OFFICE, scene

from presselese.events.fillers.owners import founded_as, owners
from presselese.events.fillers.resolver import Resolver

SUBSIDIARY = """Nordwerk _ PROPN root 0
    , _ PUNCT punct 4
    eine ein DET det 4
    {noun} _ NOUN appos 1
    der der DET det 6
    Südring _ PROPN nmod 4 Case=Gen"""


@pytest.mark.parametrize(("noun", "expected"), [("Niederlassung", ["Nordbund"]), ("Brücke", [])])
def test_owner_of_an_office_is_its_genitive(noun: str, expected: list[str]) -> None:
    doc = scene(OFFICE.format(noun=noun), names=[(3, 4, "ORG")])
    resolver = Resolver(doc)
    phrase = resolver.resolve(doc[1])
    assert phrase is not None
    assert [owner.name for owner in owners(phrase, resolver)] == expected


@pytest.mark.parametrize(
    ("noun", "expected"), [("Tochtergesellschaft", ["Südring"]), ("Partnerin", [])]
)
def test_owner_of_a_subsidiary_is_its_parent(noun: str, expected: list[str]) -> None:
    doc = scene(SUBSIDIARY.format(noun=noun), names=[(0, 1, "ORG"), (5, 6, "ORG")])
    resolver = Resolver(doc)
    body = resolver.name_at(doc[0])
    assert body is not None
    assert [owner.name for owner in owners(body, resolver)] == expected


FOUNDED_AS = """2006 _ NUM obl 8
    als _ ADP case 4
    gemeinsames _ ADJ amod 4
    {noun} _ NOUN obl 8
    von _ ADP case 6
    Aue _ PROPN nmod 4
    Kammern _ NOUN conj 6
    gegründet gründen VERB root 0 VerbForm=Part"""


@pytest.mark.parametrize(
    ("noun", "founders"), [("Vorhaben", ["Aue", "Kammern"]), ("Verein", []), ("Kind", [])]
)
def test_what_a_body_is_founded_as_says_who_founds_it(noun: str, founders: list[str]) -> None:
    doc = scene(FOUNDED_AS.format(noun=noun), names=[(5, 6, "LOC")])
    assert [a.name for a in founded_as(doc[7], Resolver(doc))] == founders
