"""Common nouns in the nominative."""

from __future__ import annotations

import pytest
from tests.trees import tree

from presselese.actors.nominative import nominative


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Verbands Verband NOUN root 0 Number=Sing", "Verband"),
        ("Vereines Verein NOUN root 0 Number=Sing", "Verein"),
        ("Kreises Kreise NOUN root 0 Number=Sing", "Kreis"),  # as lemmatisers slip
        ("Posaunenchores Posaunenchore NOUN root 0 Number=Sing", "Posaunenchor"),
        ("Gebäudes Gebäude NOUN root 0 Number=Sing", "Gebäude"),
        ("Kammer Kammer NOUN root 0 Number=Sing", "Kammer"),
        ("Vereine Verein NOUN root 0 Number=Plur", "Vereine"),  # "die Vereine" stay several
        ("Stadtwerken Werk NOUN root 0 Number=Sing", "Stadtwerken"),  # a lemma of another word
    ],
)
def test_ending_of_a_singular_noun_is_cut(row: str, expected: str) -> None:
    assert nominative(tree(row)[0]) == expected
