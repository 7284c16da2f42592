"""Whose mayor the brackets tell."""

from __future__ import annotations

import pytest
from tests.actors.flat import flat
from tests.actors.test_roles import told

BEHIND = "Eva/PROPN Roth/PROPN (/PUNCT {inside} )/PUNCT"


@pytest.mark.parametrize(
    ("role", "organisation"), [("Bürgermeisterin", "Aue"), ("Schriftführerin", None)]
)
def test_place_in_brackets_is_that_of_a_public_office(role: str, organisation: str | None) -> None:
    doc = flat(
        f"{role}/NOUN {BEHIND.format(inside='Aue/PROPN')}", names=[(1, 3, "PER"), (4, 5, "LOC")]
    )
    assert [org for _, _, org in told(doc) if org] == ([organisation] if organisation else [])


def test_place_behind_the_party() -> None:
    doc = flat(
        f"Landrat/NOUN {BEHIND.format(inside='SPD/PROPN ,/PUNCT Aue/PROPN')}",
        names=[(1, 3, "PER"), (4, 5, "ORG"), (6, 7, "LOC")],
    )
    assert ("Eva Roth", "Landrat", "Aue") in told(doc)


def test_announced_list_has_the_plural_office_and_each_its_place() -> None:
    doc = flat(
        "viele/DET Landräte/NOUN/Number=Plur ,/PUNCT nämlich/ADV Eva/PROPN Roth/PROPN (/PUNCT "
        "Aue/PROPN )/PUNCT und/CCONJ Jan/PROPN Wolf/PROPN (/PUNCT Berg/PROPN )/PUNCT",
        names=[(4, 6, "PER"), (7, 8, "LOC"), (10, 12, "PER"), (13, 14, "LOC")],
    )
    found = told(doc)
    assert ("Eva Roth", "Landrat", "Aue") in found
    assert ("Jan Wolf", "Landrat", "Berg") in found
