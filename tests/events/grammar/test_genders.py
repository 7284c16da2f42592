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
        ("Ursprung", "Fem", {"Masc"}),
        # What ends like them only.
        ("Kollegen", "Masc", {"Masc"}),
        ("Schubladen", "Fem", {"Fem"}),
        ("Menschen", "Masc", {"Masc"}),
        ("Branchen", "Fem", {"Fem"}),
        ("Recycling", "Neut", {"Neut"}),
        ("Dung", "Masc", {"Masc"}),
        ("Anlass", "Masc", {"Masc"}),
        ("Anlass", "", set()),
    ],
)
def test_gender_of_a_noun(noun: str, tagged: str, expected: set[str]) -> None:
    morph = f"Gender={tagged}" if tagged else "_"
    (token,) = tree(f"{noun} _ NOUN root 0 {morph}")
    assert genders(token) == expected


@pytest.mark.parametrize("name", ["Göring", "Bildung"])
def test_ending_of_a_name_tells_nothing(name: str) -> None:
    (token,) = tree(f"{name} _ PROPN root 0 Gender=Neut")
    assert genders(token) == {"Neut"}
