"""A counted group in the clause goes before names of other sentences."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.bodies.joining_groups import let_group_join
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling

# Zwölf Kommunen traten bei. Zu Gast waren Aue, Bramme und Helmo.
ROWS = """{count} _ NUM nummod 2
    {noun} _ NOUN nsubj 3 Number=Plur
    traten beitreten VERB root 0 VerbForm=Fin
    bei bei ADP compound:prt 3
    . _ PUNCT punct 3
    Gast _ NOUN root 0
    Aue _ PROPN nsubj 6
    , _ PUNCT punct 9
    Bramme _ PROPN conj 7
    und _ CCONJ cc 11
    Helmo _ PROPN conj 7"""
NAMES = [(6, 7, "LOC"), (8, 9, "LOC"), (10, 11, "ORG")]


def joining(count: str, noun: str, *members: int, change: str = "joins") -> list[str]:
    """Return the members that stay of those given by their token."""
    doc = scene(ROWS.format(count=count, noun=noun), names=NAMES)
    resolver = Resolver(doc)
    found: list[Argument] = [name for i in members if (name := resolver.name_at(doc[i]))]
    word = doc[2:3]
    slots, values = {"members": found}, {"change": change}
    telling = Telling("membership", "test", word, word.sent, "done", False, slots, values)
    let_group_join(telling)
    return [member.name for member in telling.slots["members"]]


def test_small_group_joins_itself() -> None:
    assert joining("Zwölf", "Kommunen", 10) == ["Kommunen"]
    assert joining("12", "Mitgliedskommunen") == ["Mitgliedskommunen"]


@pytest.mark.parametrize(
    ("count", "noun"), [("198", "Unternehmen"), ("drei", "Mitglieder"), ("sechs", "Filialen")]
)
def test_mere_count_tells_nobody(count: str, noun: str) -> None:
    assert joining(count, noun, 6) == []


def test_list_of_the_groups_sort_names_it() -> None:
    assert joining("Zwei", "Gemeinden", 6, 8, 10) == ["Aue", "Bramme"]
    assert joining("Drei", "Firmen", 6, 8, 10) == ["Firmen"]
    assert joining("Zwei", "Mitglieder", 6, 10) == ["Aue", "Helmo"]


def test_few_of_many_are_no_list_of_them() -> None:
    assert joining("Zwölf", "Kommunen", 6, 8) == ["Kommunen"]


def test_state_and_other_nouns_change_nothing() -> None:
    assert joining("Zwölf", "Kommunen", 10, change="is") == ["Helmo"]
    assert joining("Zwölf", "Tage", 10) == ["Helmo"]
