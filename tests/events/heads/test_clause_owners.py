"""Two events in one sentence: each keeps the fillers of its own clause."""

from __future__ import annotations

from typing import Any

import pytest
from tests.events.heads.test_readings import names, read, told
from tests.events.heads.test_readings import told_field as told_field
from tests.events.scenes import date as a_date
from tests.events.scenes import scene

from presselese.events.heads.clause_owners import leave_dates_to_owners, leave_to_owners
from presselese.events.heads.readings import Reading

# Aue trat bei, während Bramme austrat.
ROWS = """Aue _ PROPN nsubj 2
    trat beitreten VERB root 0 VerbForm=Fin
    bei bei ADP compound:prt 2
    , _ PUNCT punct 7
    während während SCONJ mark 7
    Bramme _ PROPN nsubj 7
    austrat austreten VERB advcl 2 VerbForm=Fin"""
NAMES = [(0, 1, "LOC"), (5, 6, "LOC")]
BOTH = [(0, "member", 0.9), (5, "member", 0.9)]


def owned(rows: str, marks: list[Any], given: list[tuple[int, int, str]]) -> list[Reading]:
    found = read(scene(rows, names=given), *marks)
    leave_to_owners(found)
    return found


def test_each_event_keeps_the_members_of_its_clause() -> None:
    joins, leaves = owned(ROWS, [told(1, "joins", *BOTH), told(6, "leaves", *BOTH)], NAMES)
    assert (names(joins, "members"), names(leaves, "members")) == (["Aue"], ["Bramme"])


def test_slot_is_never_emptied() -> None:
    only = [(0, "member", 0.9)]
    joins, leaves = owned(ROWS, [told(1, "joins", *BOTH), told(6, "leaves", *only)], NAMES)
    assert (names(joins, "members"), names(leaves, "members")) == (["Aue"], ["Aue"])


@pytest.mark.parametrize(
    "other",
    [
        told(6, "founding", *BOTH),  # of another kind
        told(6, "leaves", *BOTH, score=0.3),  # not likely to tell anything
        told(6, "leaves", *BOTH, (1, "same", 1.0)),  # likely the same event
    ],
    ids=["kind", "faint", "same"],
)
def test_only_another_event_of_the_kind_owns_fillers(other: Any) -> None:
    joins, _ = owned(ROWS, [told(1, "joins", *BOTH, (6, "same", 0.2)), other], NAMES)
    assert names(joins, "members") == ["Aue", "Bramme"]


def test_noun_before_a_relative_clause_belongs_to_it_too() -> None:
    rows = """Aue _ PROPN nsubj 2
        verlässt verlassen VERB root 0 VerbForm=Fin
        den der DET det 4
        Nordbund _ PROPN obj 2
        , _ PUNCT punct 8
        dem der PRON obl 8 Case=Dat|PronType=Rel
        Bramme _ PROPN nsubj 8
        angehört angehören VERB acl 4 VerbForm=Fin"""
    parts = [*[(0, "member", 0.9), (6, "member", 0.9)], (3, "organisation", 0.9)]
    given = [(0, 1, "LOC"), (3, 4, "ORG"), (6, 7, "LOC")]
    leaves, belongs = owned(rows, [told(1, "leaves", *parts), told(7, "is", *parts)], given)
    assert (names(leaves, "members"), names(leaves, "organisation")) == (["Aue"], ["Nordbund"])
    assert (names(belongs, "members"), names(belongs, "organisation")) == (["Bramme"], ["Nordbund"])


def test_semicolon_parts_events_however_the_tree_hangs_them() -> None:
    rows = """Mitglied _ NOUN root 0
        ist sein AUX cop 1 VerbForm=Fin
        Aue _ PROPN nsubj 1
        ; _ PUNCT punct 5
        ausgetreten austreten VERB conj 1 VerbForm=Part
        ist sein AUX aux 5 VerbForm=Fin
        Bramme _ PROPN nsubj 1"""
    both = [(2, "member", 0.9), (6, "member", 0.9)]
    belongs, leaves = owned(
        rows, [told(0, "is", *both), told(4, "leaves", *both)], [(2, 3, "LOC"), (6, 7, "LOC")]
    )
    assert (names(belongs, "members"), names(leaves, "members")) == (["Aue"], ["Bramme"])


def test_semicolon_parts_events_of_one_clause_that_a_noun_and_a_verb_tell() -> None:
    rows = """Mitglied _ NOUN root 0
        ist sein AUX cop 1 VerbForm=Fin
        Aue _ PROPN nsubj 1
        ; _ PUNCT punct 1
        der der DET det 6
        Austritt _ NOUN conj 1
        Brammes _ PROPN nmod 3"""
    both = [(2, "member", 0.9), (6, "member", 0.9)]
    belongs, leaves = owned(
        rows, [told(0, "is", *both), told(5, "leaves", *both)], [(2, 3, "LOC"), (6, 7, "LOC")]
    )
    assert (names(belongs, "members"), names(leaves, "members")) == (["Aue"], ["Brammes"])


def test_fillers_of_another_event_are_no_longer_supported() -> None:
    joins, leaves = owned(ROWS, [told(1, "joins", *BOTH), told(6, "leaves", *BOTH)], NAMES)
    (aue,), (bramme,) = joins.arguments("members"), leaves.arguments("members")
    assert joins.support("members", aue) == pytest.approx(0.9)
    assert joins.support("members", bramme) == 0.0


# Aue gehört zum Bund, der 2007 entstand.
RELATIVE = """Aue _ PROPN nsubj 2
    gehört gehören VERB root 0 VerbForm=Fin
    zum zu ADP case 4
    Bund _ NOUN obl 2
    , _ PUNCT punct 8
    der der PRON nsubj 8 PronType=Rel
    2007 _ NUM obl 8
    entstand entstehen VERB acl 4 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("other", "date"),
    [
        (told(7, "founding", (6, "date", 0.9)), None),
        (told(7, "founding"), "2007"),  # it claims no date
        (told(7, "founding", (6, "date", 0.9), score=0.3), "2007"),
        (told(7, "is", (6, "date", 0.9), (1, "same", 1.0)), "2007"),
    ],
    ids=["other event", "no date", "faint", "same"],
)
def test_date_of_another_event_s_clause_is_its_alone(other: Any, date: str | None) -> None:
    doc = scene(RELATIVE, names=[(0, 1, "LOC")])
    doc._.presselese_dates = [a_date(doc, "2007", "2007")]
    belongs, _ = found = read(doc, told(1, "is", (6, "date", 0.8), (7, "same", 0.2)), other)
    leave_dates_to_owners(found)
    kept = belongs.dates.get("date")
    assert (kept["text"] if kept else None) == date
