"""Names that grammar keeps out of the members."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.bodies.by_grammar import agents_before, agents_of_participle
from presselese.events.bodies.no_members import leave_out_no_members
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.frames.kinds import PATTERNS, load_kind

# Das Theater Aue aus Bramme tritt dem von Celle gegründeten Bund bei.
WHENCE = """Das der DET det 2
    Theater _ NOUN nsubj 6
    Aue _ PROPN flat 2
    {word} _ ADP case 5
    Bramme _ PROPN nmod 2
    tritt beitreten VERB root 0 VerbForm=Fin
    dem der DET det 11
    von von ADP case 9
    Celle _ PROPN nmod 11
    gegründeten gegründet ADJ amod 11
    Bund _ NOUN obl 6
    bei bei ADP compound:prt 6"""
# Die Hochschule Aue (HSA) tritt bei.
BRACKETS = """Hochschule _ NOUN nsubj 6
    Aue _ PROPN flat 1
    ( _ PUNCT punct 4
    HSA _ PROPN appos 1
    ) _ PUNCT punct 4
    tritt beitreten VERB root 0 VerbForm=Fin
    bei bei ADP compound:prt 6"""
# Das von Aue 2012 in Bramme gegründete Netz wirbt: parsers hang the agent on any noun near.
FOUNDED = """Das der DET det 7
    von von ADP case 3
    Aue _ PROPN nmod 7
    2012 2012 NUM nummod 3
    in in ADP case 6
    gegründete gegründet ADJ amod 7
    Netz _ NOUN nsubj 8
    wirbt werben VERB root 0 VerbForm=Fin"""


def left(rows: str, given: list[tuple[int, int, str]], trigger: int) -> list[str]:
    doc = scene(rows, names=given)
    resolver = Resolver(doc)
    members = [name for start, _, _ in given if (name := resolver.name_at(doc[start])) is not None]
    span = doc[trigger : trigger + 1]
    slots = {"members": members}
    telling = Telling("membership", "membership.test", span, span.sent, "done", False, slots)
    leave_out_no_members(telling)
    return [member.name for member in telling.slots["members"]]


@pytest.mark.parametrize(
    ("word", "kept"),
    [("aus", ["Theater Aue"]), ("nach", ["Theater Aue"]), ("und", ["Theater Aue", "Bramme"])],
)
def test_neither_whence_nor_founders_of_what_is_joined(word: str, kept: list[str]) -> None:
    given = [(1, 3, "ORG"), (4, 5, "LOC"), (8, 9, "LOC")]
    rows = WHENCE.format(word=word)
    if word == "und":
        rows = rows.replace("ADP case 5", "CCONJ cc 5").replace("PROPN nmod 2", "PROPN conj 2")
    assert left(rows, given, 5) == kept


def test_slot_is_never_emptied() -> None:
    assert left(WHENCE.format(word="aus"), [(4, 5, "LOC")], 5) == ["Bramme"]


def test_short_form_in_brackets_is_no_second_member() -> None:
    assert left(BRACKETS, [(0, 2, "ORG"), (3, 4, "ORG")], 5) == ["Hochschule Aue"]


def test_agent_before_a_participle_is_known_by_word_order() -> None:
    doc = scene(FOUNDED, names=[(2, 3, "LOC")])
    assert [token.text for token in agents_before(doc[5])] == ["Aue", "2012", "in"]
    founding = load_kind(PATTERNS / "founding.yaml")
    (founder,) = agents_of_participle(doc[5], founding, Resolver(doc))["founders"]
    assert founder.name == "Aue"


def test_von_without_an_article_before_opens_no_participle() -> None:
    doc = scene(FOUNDED.replace("Das der DET det", "Wer wer PRON nsubj"), names=[(2, 3, "LOC")])
    assert agents_before(doc[5]) == []


@pytest.mark.parametrize(
    ("label", "members"), [("LOC", ["Aue"]), ("ORG", ["Aue", "SPD-Ratsfraktion"])]
)
def test_group_that_asks_for_it_does_not_join_beside_its_town(
    label: str, members: list[str]
) -> None:
    rows = """Aue _ PROPN nsubj 2
        tritt beitreten VERB root 0 VerbForm=Fin
        bei _ ADP compound 2
        SPD-Ratsfraktion _ PROPN nsubj 2"""
    assert left(rows, [(0, 1, label), (3, 4, "ORG")], 1) == members
