"""Of what gender a noun is, where the tagger is wrong and where nothing else tells."""

from __future__ import annotations

import pytest
from tests.trees import tree

from presselese.events.grammar.genders import genders


@pytest.mark.parametrize(
    ("noun", "tagged", "expected"),
    [
        ("Förderverein", "Fem", {"Masc"}),
        ("Fördervereins", "Fem", {"Masc"}),
        ("Musikschulverband", "Fem", {"Masc"}),
        ("Gesellschaft", "Masc", {"Fem"}),
        ("Städtenetzwerk", "Masc", {"Neut"}),
        ("Medizincluster", "Fem", {"Masc", "Neut"}),
        # No kinds of bodies: the ending tells, if it is one.
        ("Entscheidung", "Masc", {"Fem"}),
        ("Häuschen", "Masc", {"Neut"}),
        ("Ursprung", "Masc", {"Masc"}),
        ("Dung", "Masc", {"Masc"}),
        ("Anlass", "Masc", {"Masc"}),
        ("Anlass", "", set()),
    ],
)
def test_gender_of_a_noun(noun: str, tagged: str, expected: set[str]) -> None:
    morph = f"Gender={tagged}" if tagged else "_"
    (token,) = tree(f"{noun} _ NOUN root 0 {morph}")
    assert genders(token) == expected


def test_ending_of_a_name_tells_nothing() -> None:
    (token,) = tree("Weidling _ PROPN root 0 Gender=Fem")
    assert genders(token) == {"Fem"}
