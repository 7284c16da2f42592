"""Words that tell that a state begins, ends or is sought."""

from __future__ import annotations

import pytest
from tests.trees import tree

from presselese.events.frames.kinds import PATTERNS, load_kind
from presselese.events.grammar.phases import phase_of
from presselese.resources.loader import load_tsv

BELONGS = """Kiel _ PROPN nsubj 2
    gehört gehören VERB root 0 Mood=Ind|Tense=Pres|VerbForm=Fin
    {time}
    dem der DET det 5
    Bund _ NOUN obl 2
    an _ ADP compound 2"""
MEMBERSHIP = """Kiel _ PROPN nsubj 2
    {verb} VERB root 0 Mood=Ind|Tense=Pres|VerbForm=Fin
    die der DET det 4
    Mitgliedschaft _ NOUN obj 2"""
MEMBER = """Kiel _ PROPN nsubj 4
    ist sein AUX cop 4
    {attribute} _ ADJ amod 4
    Mitglied _ NOUN root 0"""


@pytest.mark.parametrize(
    ("time", "phase"),
    [
        ("nun _ ADV advmod 2", "begins"),
        ("jetzt _ ADV advmod 2", "begins"),
        ("wieder _ ADV advmod 2", "begins"),
        ("heute _ ADV advmod 2", None),
        ("lange _ ADV advmod 2", None),
    ],
)
def test_adverb_of_the_clause(time: str, phase: str | None) -> None:
    assert phase_of(tree(BELONGS.format(time=time))[1]) == phase


@pytest.mark.parametrize(
    ("verb", "phase"),
    [
        ("kündigt kündigen", "ends"),
        ("beantragt beantragen", "sought"),
        ("erwähnt erwähnen", None),
    ],
)
def test_verb_that_governs_the_noun(verb: str, phase: str | None) -> None:
    assert phase_of(tree(MEMBERSHIP.format(verb=verb))[3]) == phase


@pytest.mark.parametrize(
    ("attribute", "phase"), [("neues", "begins"), ("jüngstes", "begins"), ("treues", None)]
)
def test_attribute_of_the_noun(attribute: str, phase: str | None) -> None:
    assert phase_of(tree(MEMBER.format(attribute=attribute))[3]) == phase


def test_every_phase_of_the_lexicon_says_what_changes() -> None:
    rows = load_tsv("event_phases", ("word", "kind", "phase"))
    assert {kind for _, kind, _ in rows} == {"adverb", "attribute", "governor"}
    changes = load_kind(PATTERNS / "membership.yaml").phases["change"]["is"]
    assert {phase for *_, phase in rows} == set(changes)
