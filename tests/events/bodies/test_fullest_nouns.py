"""Bodies without a name and the compounds that their article calls them by."""

from __future__ import annotations

from typing import Any

import pytest
from tests.events.scenes import scene

from presselese.events.bodies.fullest_nouns import call_by_fullest_noun


def called(told: str, *nouns: str, ref: str | None = None, names: int = 0) -> str:
    rows = "\n".join(f"{noun} NOUN {'conj 1' if i else 'root 0'}" for i, noun in enumerate(nouns))
    doc = scene(rows, names=[(0, 1, "ORG")] * names)
    event: dict[str, Any] = {"organisation": {"ref": ref, "name": told}}
    call_by_fullest_noun([event], doc)
    return str(event["organisation"]["name"])


def test_the_only_compound_that_ends_in_the_noun_is_taken() -> None:
    assert called("Verein", "Suchthilfeverein _", "Verein _") == "Suchthilfeverein"
    assert called("Verein", "Suchthilfevereins Suchthilfeverein") == "Suchthilfeverein"


@pytest.mark.parametrize(
    ("told", "nouns"),
    [
        ("Verein", ["Förderverein _", "Hauptverein _"]),  # which of the two?
        ("Büro", ["Verbindungsbüro _"]),  # of offices there may be several
        ("Verein", ["Verband _"]),
        ("Lauf", ["Staffellauf _"]),  # no body
    ],
)
def test_noun_stays_where_none_is_sure(told: str, nouns: list[str]) -> None:
    assert called(told, *nouns) == told


def test_names_keep_their_words_and_lend_them_to_nobody() -> None:
    assert called("Verein", "Suchthilfeverein _", ref="org_1") == "Verein"
    assert called("Verein", "Suchthilfeverein _", names=1) == "Verein"
