"""Later names of a list have the part of the first."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.events.scenes import scene

from presselese.events.fillers.coordination import Scored, listed_with
from presselese.events.fillers.resolver import Resolver

ROWS = """Stationen _ NOUN nsubj 3
    sind sein AUX cop 3
    Aue _ PROPN root 0
    , _ PUNCT punct 6
    Stadt _ NOUN conj 3
    Bramme _ PROPN appos 5
    und _ CCONJ cc 8
    Celle _ PROPN {relation}
    in _ ADP case 10
    Polen _ PROPN nmod 3"""
NAMES = [(2, 3, "LOC"), (5, 6, "LOC"), (7, 8, "LOC"), (9, 10, "LOC")]


def scored(doc: Doc, *chances: tuple[int, float]) -> list[Scored]:
    resolver = Resolver(doc)
    found = [(resolver.name_at(doc[i]), chance, 0) for i, chance in chances]
    return [(name, chance, start) for name, chance, start in found if name is not None]


def listed(doc: Doc, *chances: tuple[int, float]) -> list[str]:
    found = scored(doc, *chances)
    return [argument.name for argument, _, _ in listed_with(doc, found[:1], found)]


def test_conjuncts_join_the_first_of_their_list() -> None:
    doc = scene(ROWS.format(relation="conj 3"), names=NAMES)
    assert listed(doc, (2, 0.9), (5, 0.5), (7, 0.4)) == ["Bramme", "Celle"]


def test_attribute_of_the_first_is_not_listed() -> None:
    doc = scene(ROWS.format(relation="conj 3"), names=NAMES)
    assert listed(doc, (2, 0.9), (9, 0.6)) == []


@pytest.mark.parametrize(("relation", "chance"), [("conj 3", 0.1), ("obl 3", 0.5)])
def test_unlikely_or_unlisted_names_stay_out(relation: str, chance: float) -> None:
    doc = scene(ROWS.format(relation=relation), names=NAMES)
    assert listed(doc, (2, 0.9), (7, chance)) == []
