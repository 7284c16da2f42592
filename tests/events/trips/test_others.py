"""Which words turn to another trip than the one told before."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.trees import tree

from presselese.events.trips.others import is_another, is_return
from presselese.resources.doc_fields import DATES


def noun_phrase(*words: str, noun: str) -> Doc:
    rows = [
        f"{word} {word} {'ADJ' if word.islower() and i else 'DET'} {'amod' if i else 'det'} "
        f"{len(words) + 1}"
        for i, word in enumerate(words)
    ]
    return tree("\n".join([*rows, f"{noun} {noun} NOUN root 0"]))


@pytest.mark.parametrize(
    ("words", "noun", "expected"),
    [
        (("Die", "nächste"), "Reise", True),
        (("Eine", "zweite"), "Gruppe", True),
        (("eine", "kleinere"), "Delegation", True),
        (("Ein",), "Gegenbesuch", True),
        (("Die", "chinesische"), "Delegation", False),
        (("Die", "erste"), "Delegation", False),
        (("Die",), "Reise", False),
        (("Die", "zweite"), "Station", False),
    ],
)
def test_adjectives_and_nouns_that_name_another_trip(
    words: tuple[str, ...], noun: str, expected: bool
) -> None:
    doc = noun_phrase(*words, noun=noun)
    assert is_another(doc[-1]) is expected


def test_adverb_counts_with_a_date_right_behind_it() -> None:
    rows = (
        "Schon schon ADV advmod 3\n2019 2019 NUM obl 3\nwar sein VERB root 0\nGruppe _ NOUN nsubj 3"
    )
    doc = tree(rows)
    assert not is_another(doc[3])
    doc._.set(DATES, [{"start_char": 6, "end_char": 10, "type": "DATE", "value": "2019"}])
    assert is_another(doc[3])


BEFORE = """{article} ein DET det 2 {definite}
    Delegation _ NOUN {relation} 5
    in _ ADP case 4
    Hefei _ PROPN obl 5
    gewesen sein VERB root 0 VerbForm=Part
    {aux} sein AUX aux 5 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("article", "definite", "relation", "aux", "expected"),
    [
        ("Eine", "Definite=Ind", "nsubj", "war", True),
        ("Die", "Definite=Def", "nsubj", "war", False),  # goes on about the one told
        ("Eine", "Definite=Ind", "nsubj", "ist", False),
        ("einer", "Definite=Ind", "obl", "war", False),  # somebody came with the group
    ],
)
def test_new_group_in_the_pluperfect_is_from_before_the_story(
    article: str, definite: str, relation: str, aux: str, expected: bool
) -> None:
    doc = tree(BEFORE.format(article=article, definite=definite, relation=relation, aux=aux))
    assert is_another(doc[1]) is expected


@pytest.mark.parametrize(
    ("noun", "expected"), [("Gegenbesuch", True), ("Gegenvisite", True), ("Folgebesuch", False)]
)
def test_noun_of_a_trip_back(noun: str, expected: bool) -> None:
    assert is_return(noun_phrase("Ein", noun=noun)[-1]) is expected


@pytest.mark.parametrize(("noun", "expected"), [("Gruppe", True), ("Männer", False)])
def test_pluperfect_of_mere_people_may_go_on_about_them(noun: str, expected: bool) -> None:
    """Siebzehn Männer und Frauen hatten Werften besucht."""
    rows = f"{noun} _ NOUN nsubj 3\nWerften _ NOUN obj 3\nbesucht _ VERB root 0 VerbForm=Part"
    doc = tree(rows + "\nhatten haben AUX aux 3 VerbForm=Fin")
    assert is_another(doc[0]) is expected


@pytest.mark.parametrize(("noun", "expected"), [("Teilnehmer", False), ("Delegation", True)])
def test_further_fellows_are_of_the_same_trip(noun: str, expected: bool) -> None:
    assert is_another(tree(f"weitere weiter ADJ amod 2\n{noun} _ NOUN root 0")[1]) is expected
