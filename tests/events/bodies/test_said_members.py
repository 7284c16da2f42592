"""A membership must say who belongs: a name, a group, or somebody brought up there."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.events.scenes import scene

from presselese.events.bodies.said_members import said_members
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver


def name(doc: Doc, token: int) -> Argument:
    found = Resolver(doc).name_at(doc[token])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "number", "known"),
    [
        ("die der DET det 2 Definite=Def", "Sing", False),
        ("dessen der PRON nmod 2", "Sing", False),
        ("eine ein DET det 2 Definite=Ind", "Sing", True),
        ("die der DET det 2 Definite=Def", "Plur", True),
    ],
)
def test_a_noun_that_points_back_says_nobody(words: str, number: str, known: bool) -> None:
    """ "Die Firma ist Mitglied" is no fact; "eine Firma" and "die Firmen" are who they are."""
    rows = f"{words}\nFirma _ NOUN nsubj 3 Number={number}\nbleibt _ VERB root 0"
    doc = scene(f"{rows}\nNordring _ PROPN obj 3", names=[(3, 4, "ORG")])
    noun = doc[1:2]
    firm = Argument("NP", None, noun.text, noun.start_char, noun.end_char, noun.text)
    ring = name(doc, 3)
    assert said_members([firm, ring], doc) == ([firm, ring] if known else [ring])


@pytest.mark.parametrize(("label", "known"), [("LOC", True), ("", False)])
def test_a_noun_with_a_name_behind_it_says_who(label: str, known: bool) -> None:
    """Der Markt Reisenbruck hat den Beitritt abgelehnt."""
    rows = """Der der DET det 2 Definite=Def
        Markt _ NOUN nsubj 4 Number=Sing
        Reisenbruck _ PROPN appos 2
        bleibt _ VERB root 0"""
    doc = scene(rows, names=[(2, 3, label)] if label else [])
    market = doc[1:3]
    told = Argument("NP", None, market.text, market.start_char, market.end_char, "Markt")
    assert said_members([told], doc) == ([told] if known else [])
