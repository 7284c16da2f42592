"""Whom people work for where no role is told, and bodies that they only deal with."""

from __future__ import annotations

import pytest
from tests.actors.flat import flat
from tests.actors.test_roles import rules, told
from tests.trees import tree

CLAUSE = """Eva _ PROPN nsubj 3
    Roth _ PROPN flat 1
    {verb} {lemma} VERB root 0 VerbForm=Fin
    den _ DET det 5
    Verein _ NOUN {relation} 3
    Junge _ PROPN appos 5
    Bühne _ PROPN flat 6"""
RELATIVE = """Eva _ PROPN nsubj 8
    Roth _ PROPN flat 1
    , _ PUNCT punct 7
    {pronoun} _ PRON {subject} 7
    die _ DET det 6
    DIHK _ PROPN {relation} 7
    leitet leiten VERB acl 1 VerbForm=Fin
    sprach sprechen VERB root 0 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("verb", "lemma", "relation", "employer"),
    [
        ("leitet", "leiten", "obj", "Junge Bühne"),
        ("führt", "führen", "obj", "Junge Bühne"),
        ("vertritt", "vertreten", "obj", "Junge Bühne"),
        ("lobt", "loben", "obj", None),
        ("führt", "führen", "obl", None),
    ],
)
def test_who_runs_a_body_works_for_it(
    verb: str, lemma: str, relation: str, employer: str | None
) -> None:
    doc = tree(
        CLAUSE.format(verb=verb, lemma=lemma, relation=relation),
        names=[(0, 2, "PER"), (5, 7, "ORG")],
    )
    assert told(doc) == ([("Eva Roth", None, employer)] if employer else [])


def test_relative_clause_tells_who_runs_a_body() -> None:
    doc = tree(
        RELATIVE.format(pronoun="die", subject="nsubj", relation="obj"),
        names=[(0, 2, "PER"), (5, 6, "ORG")],
    )
    assert told(doc) == [("Eva Roth", None, "DIHK")]
    assert rules(doc) == ["person.runs"]


def test_whom_a_body_runs_does_not_run_it() -> None:
    doc = tree(
        RELATIVE.format(pronoun="die", subject="obj", relation="nsubj"),
        names=[(0, 2, "PER"), (5, 6, "ORG")],
    )
    assert told(doc) == []


@pytest.mark.parametrize(
    ("phrase", "employer"),
    [
        ("vom/ADP Turnverein/NOUN", "Turnverein"),
        ("von/ADP der/DET dortigen/ADJ Stiftung/NOUN", "Stiftung"),
        ("vom/ADP Berg/NOUN", None),
        ("der/DET Stiftung/NOUN", None),
    ],
)
def test_body_without_a_name_behind_von(phrase: str, employer: str | None) -> None:
    doc = flat(f"Eva/PROPN Roth/PROPN {phrase} kam/VERB", names=[(0, 2, "PER")])
    assert told(doc) == ([("Eva Roth", None, employer)] if employer else [])


@pytest.mark.parametrize(("joined", "size"), [("und/CCONJ", 2), (",/PUNCT", 1), ("mit/ADP", 1)])
def test_pair_before_von_is_from_there_together(joined: str, size: int) -> None:
    doc = flat(
        f"Eva/PROPN Roth/PROPN {joined} Jan/PROPN Wolf/PROPN vom/ADP Muster/PROPN e.V./PROPN",
        names=[(0, 2, "PER"), (3, 5, "PER"), (6, 8, "ORG")],
    )
    assert len([employer for _, _, employer in told(doc) if employer == "Muster e.V."]) == size
