"""Whom a clause shows to found, against those whom the heads read as founders."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc
from tests.events.heads.test_readings import told
from tests.events.heads.test_readings import told_field as told_field
from tests.events.scenes import scene

from presselese.events.bodies.combined import combine_framed
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.frames.kinds import PATTERNS, load_kind
from presselese.events.frames.tellings import framed_tellings
from presselese.events.heads.readings import TOLD, readings

FOUNDING = load_kind(PATTERNS / "founding.yaml")


def told_of(doc: Doc, *marks: Any) -> Telling:
    doc._.set(TOLD, list(marks))
    resolver = Resolver(doc)
    read = list(readings(doc, resolver))
    framed = framed_tellings(doc, FOUNDING, resolver, even_partial=True)
    (telling,) = combine_framed(framed, read, FOUNDING, resolver)
    return telling


def founders(doc: Doc, *marks: Any) -> list[str]:
    return [a.name for a in told_of(doc, *marks).slots["founders"]]


CITIZENS = """Bürger _ NOUN nsubj 2 Number=Plur
    {verb} VERB root 0 Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin
    den der DET det 4
    Nordbund _ PROPN obj 2
    , _ PUNCT punct 2
    so _ ADV advmod 8
    Roth _ PROPN nsubj 8
    sagte sagen VERB parataxis 2"""
PEOPLE = [(3, 4, "ORG"), (6, 7, "PER")]
READ = [(0, "founder", 0.97), (3, "organisation", 0.97), (6, "founder", 0.9)]


@pytest.mark.parametrize(
    ("verb", "told_founders"),
    [("gründeten gründen", ["Bürger"]), ("zimmerten zimmern", ["Bürger", "Roth"])],
)
def test_subject_of_a_founding_verb_is_all_who_found(verb: str, told_founders: list[str]) -> None:
    doc = scene(CITIZENS.format(verb=verb), names=PEOPLE)
    assert founders(doc, told(1, "founding", *READ)) == told_founders


def test_phrase_that_the_heads_do_not_see_founds_nothing() -> None:
    doc = scene(CITIZENS.format(verb="gründeten gründen"), names=PEOPLE)
    assert founders(doc, told(1, "founding", *READ[1:2])) == []


FIRM = """Auerwerk _ PROPN nsubj 2
    gründete gründen VERB root 0 Mood=Ind|Tense=Past|VerbForm=Fin
    {together} ADV advmod 2
    mit _ ADP case 6
    der der DET det 6
    Nordbank _ PROPN obl 2
    den der DET det 8
    Nordbund _ PROPN obj 2"""


@pytest.mark.parametrize(
    ("together", "told_founders"),
    [("gemeinsam _", ["Auerwerk", "Nordbank"]), ("damals _", ["Auerwerk"])],
)
def test_who_founds_together_with_another(together: str, told_founders: list[str]) -> None:
    doc = scene(FIRM.format(together=together), names=[(0, 1, "ORG"), (5, 6, "ORG"), (7, 8, "ORG")])
    marks = [(0, "founder", 0.97), (5, "founder", 0.7), (7, "organisation", 0.97)]
    assert founders(doc, told(1, "founding", *marks)) == told_founders


OPENED = """Optikerin _ NOUN nsubj 4
    Anna _ PROPN appos 1
    Roth _ PROPN flat 2
    eröffnete eröffnen VERB root 0 Mood=Ind|Tense=Past|VerbForm=Fin
    {article} DET det 6
    Büro _ NOUN obj 4"""


@pytest.mark.parametrize(("article", "told_founders"), [("ihr _", ["Anna Roth"]), ("das der", [])])
def test_who_opens_what_is_his_own_founds_it(article: str, told_founders: list[str]) -> None:
    doc = scene(OPENED.format(article=article), names=[(1, 3, "PER")])
    marks = [(1, "founder", 0.4), (2, "founder", 0.4), (5, "organisation", 0.97)]
    assert founders(doc, told(3, "opening", *marks)) == told_founders


def test_body_founded_is_not_who_founds_it() -> None:
    doc = scene(
        """Nordbund _ PROPN nsubj 3
        , _ PUNCT punct 3
        gegründet gründen VERB root 0 VerbForm=Part
        von _ ADP case 5
        Bürgern Bürger NOUN obl 3 Number=Plur
        hat haben AUX aux 3""",
        names=[(0, 1, "ORG")],
    )
    marks = [(0, "organisation", 0.97), (4, "founder", 0.97)]
    assert founders(doc, told(2, "founding", *marks)) == ["Bürger"]


DECIDED = """{trigger} _ NOUN nsubj 5
    des der DET det 3
    Nordbunds Nordbund PROPN nmod 1 Case=Gen
    durch _ ADP case 5
    Aue _ PROPN root 0"""


def test_who_is_told_behind_a_noun_and_its_attributes_founds() -> None:
    doc = scene(DECIDED.format(trigger="Gründung"), names=[(2, 3, "ORG"), (4, 5, "LOC")])
    assert founders(doc, told(0, "founding", (2, "organisation", 0.97))) == ["Aue"]


def test_founding_members_are_no_founders() -> None:
    doc = scene(DECIDED.format(trigger="Gründungsmitglied"), names=[(2, 3, "ORG"), (4, 5, "LOC")])
    marks = [(2, "organisation", 0.97), (4, "founder", 0.97)]
    assert founders(doc, told(0, "founding", *marks)) == []
