"""Offices that somebody takes: "Das Amt des Kassiers übernimmt Eva Roth"."""

from __future__ import annotations

import pytest
from tests.actors.test_roles import rules, told
from tests.trees import tree

TAKEN = """Das _ DET det 2
    {noun} _ NOUN nsubj 5
    der _ DET det 4
    Schriftführerin _ NOUN nmod 2
    {verb} _ VERB root 0 VerbForm=Fin
    {marker} _ ADP case 7
    Eva _ PROPN {relation} 5
    Roth _ PROPN flat 7"""


@pytest.mark.parametrize(
    ("noun", "verb", "marker", "relation"),
    [
        ("Amt", "übernimmt", "nun", "nsubj"),
        ("Posten", "ging", "an", "obl"),
        ("Funktion", "liegt", "bei", "obl"),
    ],
)
def test_office_in_the_genitive(noun: str, verb: str, marker: str, relation: str) -> None:
    rows = TAKEN.format(noun=noun, verb=verb, marker=marker, relation=relation)
    rows = rows.replace("nun _ ADP case", "nun _ ADV advmod")
    doc = tree(rows, names=[(6, 8, "PER")])
    assert told(doc) == [("Eva Roth", "Schriftführerin", None)]
    assert rules(doc) == ["person.office_taken"]


@pytest.mark.parametrize(
    ("noun", "verb", "marker"),
    [
        ("Amt", "übernimmt", "von"),  # who had it before
        ("Amt", "lobte", "an"),
        ("Rede", "ging", "an"),
    ],
)
def test_other_nouns_and_verbs_give_no_office(noun: str, verb: str, marker: str) -> None:
    doc = tree(
        TAKEN.format(noun=noun, verb=verb, marker=marker, relation="obl"), names=[(6, 8, "PER")]
    )
    assert told(doc) == []
