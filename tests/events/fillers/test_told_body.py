"""The body that an article tells of most, which "der Verband" means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.trees import tree

from presselese.events.fillers.told_body import told_body
from presselese.linking.coreference import Antecedents

PHRASE = """{names} _ PROPN root 0
    . _ PUNCT punct 1
    Dem der DET det 4 Definite=Def
    {noun} _ NOUN root 0
    der der DET det 6 Case=Gen
    {owner} _ NOUN nmod 4 Case=Gen"""


def meant(
    noun: str, names: Sequence[tuple[str, int]], *, owner: str | None = None
) -> dict[str, Any] | None:
    rows = PHRASE.format(names="Namen", noun=noun, owner=owner or "_")
    doc = tree(rows if owner else "\n".join(rows.splitlines()[:4]))
    organisations = [
        {
            "id": name, "name": name, "aliases": [],
            "mentions": [{"start_char": 0, "end_char": 1, "text": name}] * times,
        }
        for name, times in names
    ]  # fmt: skip
    found = told_body(doc[3], organisations, Antecedents(organisations, doc.text))
    return None if found is None else found["name"]


@pytest.mark.parametrize(
    ("noun", "names", "body"),
    [
        # Nothing calls it so, but nobody else can be meant.
        ("Verband", [("AueGrün", 1)], "AueGrün"),
        ("Netzwerk", [("AueGrün", 3), ("Rettet die Aue", 1)], "AueGrün"),
        # Firms, offices and parties have no members that join them.
        (
            "Verein",
            [("AueGrün", 1), ("Nord GmbH", 5), ("Umweltministerium", 4), ("SPD", 3)],
            "AueGrün",
        ),
        ("Verein", [("Nord GmbH", 5)], None),
        # A network's name weighs more; equals stay open.
        ("Verein", [("Rettet die Aue", 1), ("Hafennetzwerk", 1)], "Hafennetzwerk"),
        ("Verein", [("Rettet die Aue", 1), ("AueGrün", 1)], None),
        # Nouns that say what they are about, that mean the state or what happened.
        ("Imkerverein", [("AueGrün", 2)], None),
        ("Bund", [("AueGrün", 2)], None),
        ("Zusammenschluss", [("AueGrün", 2)], None),
    ],
)
def test_noun_means_the_body_named_most(
    noun: str, names: list[tuple[str, int]], body: str | None
) -> None:
    assert meant(noun, names) == body


def test_noun_that_says_whose_body_it_is_means_none_told_before() -> None:
    assert meant("Dachverband", [("AueGrün", 2)], owner="Kammern") is None
