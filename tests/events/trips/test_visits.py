"""Whom a visit is paid to, and what travellers only look at."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene
from tests.trees import tree

from presselese.events.fillers.resolver import Resolver
from presselese.events.trips.visits import is_seen, visited

TWO_DATIVES = """Eine ein DET det 2
    Delegation _ NOUN nsubj 7
    der der DET det 4
    Kammer _ NOUN nmod 2 Gender=Fem|Number=Sing
    der der DET det 6
    Universität _ NOUN nmod 2 Gender=Fem|Number=Sing
    stattete statten VERB root 0 VerbForm=Fin
    einen ein DET det 9
    Besuch _ NOUN obj 7
    ab ab ADP compound 7"""
AS_GROUP = """Sie _ PRON nsubj 8
    haben haben AUX aux 8
    als _ ADP case 4
    Gruppe _ NOUN obl 8
    {article} der DET det 6
    {noun} _ NOUN nmod 4 Gender={gender}|Number=Sing
    Besuch _ NOUN obj 8
    abgestattet _ VERB root 0 VerbForm=Part"""
LOOKED_AT = """Sie _ PRON nsubj 2
    {verb} VERB root 0 VerbForm=Fin
    die der DET det 4
    Nordwerft _ PROPN obj 2
    und _ CCONJ cc 6
    Südwerft _ PROPN conj 4"""
ROUND = """Ein ein DET det 2
    {noun} _ NOUN root 0
    durch _ ADP case 5
    die der DET det 5
    Werke _ NOUN nmod 2
    der der DET det 7
    Nordwerft _ PROPN nmod 5 Case=Gen"""
STOP = """Erste erst ADJ amod 2
    {noun} _ NOUN root 0
    war sein AUX cop 2
    die der DET det 5
    Nordwerft _ PROPN nsubj 2"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Of two that may be genitives the last is visited.
        (TWO_DATIVES, ["Universität"]),
        (AS_GROUP.format(article="dem", noun="Landtag", gender="Masc"), ["Landtag"]),
        (AS_GROUP.format(article="der", noun="Partei", gender="Fem"), []),
    ],
)
def test_whom_a_visit_is_paid_to_may_hang_on_the_noun_before(
    rows: str, expected: list[str]
) -> None:
    assert [noun.text for noun in visited(next(tree(rows).sents))] == expected


@pytest.mark.parametrize(
    ("rows", "body", "expected"),
    [
        (LOOKED_AT.format(verb="besichtigten besichtigen"), 3, True),
        (LOOKED_AT.format(verb="besichtigten besichtigen"), 5, True),
        (LOOKED_AT.format(verb="entsandten entsenden"), 3, False),
        (ROUND.format(noun="Rundgang"), 6, True),
        (ROUND.format(noun="Auftrag"), 6, False),
        (STOP.format(noun="Station"), 4, True),
        (STOP.format(noun="Teilnehmerin"), 4, False),
    ],
)
def test_body_that_travellers_look_at(rows: str, body: int, expected: bool) -> None:
    doc = scene(rows, names=[(body, body + 1, "ORG")])
    named = Resolver(doc).name_at(doc[body])
    assert named is not None
    assert is_seen(named, doc) is expected
