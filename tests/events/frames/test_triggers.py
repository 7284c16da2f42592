"""Trigger words: verbs, nouns, predicates and phrases, and what only looks like one."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.actors.flat import flat
from tests.trees import tree

from presselese.actors.compounds import is_noun
from presselese.events.frames.kinds import PATTERNS, load_kind
from presselese.events.frames.triggers import find_triggers

FRAMES = [
    frame
    for name in ("founding", "membership")
    for frame in load_kind(PATTERNS / f"{name}.yaml").frames
]


def triggers(doc: Doc) -> list[tuple[str, str]]:
    return [(t.frame.id, t.token.text) for t in find_triggers(doc, FRAMES)]


def test_verb_with_separated_particle() -> None:
    doc = tree(
        """Kiel _ PROPN nsubj 2
        tritt treten VERB root 0 VerbForm=Fin
        dem der DET det 4
        Bund _ NOUN obl 2 Case=Dat
        bei _ ADP compound 2"""
    )
    assert triggers(doc) == [("membership.join_verb", "tritt")]


def test_same_verb_without_the_particle_is_none() -> None:
    doc = tree(
        """Kiel _ PROPN nsubj 2
        tritt treten VERB root 0 VerbForm=Fin
        gegen _ ADP case 4
        Bonn _ PROPN obl 2
        an _ ADP compound 2"""
    )
    assert triggers(doc) == []


@pytest.mark.parametrize("word", ["gegründete", "neugegründete"])
def test_participle_that_is_tagged_as_adjective(word: str) -> None:
    doc = tree(f"der _ DET det 3\n{word} _ ADJ amod 3\nVerein _ NOUN root 0")
    assert triggers(doc) == [("founding.found_verb", word)]


@pytest.mark.parametrize("word", ["abgerundete", "grundlegende", "bekannte"])
def test_other_participle_is_none(word: str) -> None:
    doc = tree(f"der _ DET det 3\n{word} _ ADJ amod 3\nVerein _ NOUN root 0")
    assert triggers(doc) == []


def test_capitalised_verb_inside_a_sentence_is_a_noun() -> None:
    doc = tree("Das _ DET det 2\nGründen gründen VERB nsubj 3\nlohnt lohnen VERB root 0")
    assert triggers(doc) == []


CALLED = """Kiel _ PROPN nsubj 2
    rief rufen VERB root 0 VerbForm=Fin
    den der DET det 4
    Bund _ NOUN obj 2
    ins in ADP case 6
    {} _ NOUN obl 2"""


def test_light_verb_needs_its_noun_beside_it() -> None:
    assert triggers(tree(CALLED.format("Leben"))) == [("founding.call_into_life", "rief")]
    assert triggers(tree(CALLED.format("Rathaus"))) == []


OPENED = """Das _ DET det 2
    Kontor _ NOUN nsubj 3
    öffnete öffnen VERB root 0 VerbForm=Fin
    seine _ DET det 5
    {} _ NOUN obj 3"""


def test_verb_may_need_a_noun_for_its_object() -> None:
    doors, bottles = (triggers(tree(OPENED.format(word))) for word in ("Türen", "Flaschen"))
    assert ("founding.open_doors", "öffnete") in doors
    assert ("founding.open_doors", "öffnete") not in bottles


@pytest.mark.parametrize("word", ["Gründung", "Vereinsgründung", "Neugründung", "Gründungen"])
def test_noun_and_its_compounds(word: str) -> None:
    assert ("founding.found_noun", word) in triggers(flat(f"Die/DET {word}/NOUN freut/VERB"))


@pytest.mark.parametrize("word", ["Gründer", "Gründungsjahr", "Begründung", "Grundstein"])
def test_neighbouring_noun_is_none(word: str) -> None:
    assert triggers(flat(f"Der/DET {word}/NOUN freut/VERB")) == []


MEMBER = """Kiel _ PROPN nsubj {root}
    {verb} {lemma} AUX cop {root}
    Mitglied _ NOUN root 0"""


@pytest.mark.parametrize(
    ("verb", "lemma", "rule"),
    [
        ("ist", "sein", "membership.is_member"),
        ("wird", "werden", "membership.becomes_member"),
        ("sucht", "suchen", None),
    ],
)
def test_predicate_depends_on_its_copula(verb: str, lemma: str, rule: str | None) -> None:
    doc = tree(MEMBER.format(root=3, verb=verb, lemma=lemma))
    found = {frame for frame, _ in triggers(doc) if frame != "membership.member_list"}
    assert found == ({rule} if rule else set())


def test_phrase_of_two_words() -> None:
    assert triggers(flat("Neu/ADJ dabei/ADV sind/AUX Kiel/PROPN")) == [
        ("membership.new_here", "Neu")
    ]
    assert triggers(flat("Neu/ADJ gebaut/VERB ist/AUX Kiel/PROPN")) == []


def test_triggers_come_in_text_order() -> None:
    doc = flat("Gründung/NOUN und/CCONJ Beitritt/NOUN und/CCONJ Eröffnung/NOUN")
    assert [text for _, text in triggers(doc)] == ["Gründung", "Beitritt", "Eröffnung"]


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("Delegation", True),
        ("Delegationen", True),
        ("Wirtschaftsdelegation", True),
        ("USA-Delegation", True),
        ("Delegierte", False),
        ("Delegationsleiter", False),
    ],
)
def test_noun_counts_with_its_inflection_and_first_parts(word: str, is_one: bool) -> None:
    assert is_noun(flat(f"{word}/NOUN")[0], ("delegation",)) is is_one


def test_short_noun_does_not_end_a_compound() -> None:
    assert is_noun(flat("Tour/NOUN")[0], ("tour",))
    assert not is_noun(flat("Kontur/NOUN")[0], ("tour",))
    assert not is_noun(flat("Montour/NOUN")[0], ("tour",))


@pytest.mark.parametrize(("word", "rule"), [("eines", "membership.is_member"), ("Freund", None)])
def test_one_of_the_members_is_a_member(word: str, rule: str | None) -> None:
    """ "Kiel war eines der Gründungsmitglieder", unlike "ein Freund der Mitglieder"."""
    doc = tree(
        f"""Kiel _ PROPN nsubj 3
        war sein AUX cop 3 VerbForm=Fin
        {word} _ PRON root 0
        der der DET det 5
        Gründungsmitglieder Gründungsmitglied NOUN nmod 3"""
    )
    found = {frame for frame, _ in triggers(doc) if frame.startswith("membership.is")}
    assert found == ({rule} if rule else set())
