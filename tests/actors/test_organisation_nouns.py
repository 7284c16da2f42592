"""Common nouns for organisations: kind by the longest known end, in every case form."""

from __future__ import annotations

import pytest

from presselese.actors.organisation_nouns import (
    is_organisation_noun,
    organisation_kind,
    uninflected,
)

KINDS = [
    ("Verein", "association"),
    ("Vereins", "association"),
    ("Vereine", "association"),
    ("Förderverein", "association"),
    ("Verbände", "association"),
    ("Verbänden", "association"),
    ("Unternehmen", "company"),
    ("Netzwerk", "network"),
    ("Netzwerke", "network"),
    ("Industriestädteallianz", "network"),
    ("Niederlassung", "office"),
    ("Niederlassungen", "office"),
    ("Handelskammer", "chamber"),
    ("Arbeitskreises", "network"),
    ("Steuerungsgruppe", "network"),
]
NONE = ["verein", "Gesamt", "Mannheim", "Reise", "", "Ei"]


@pytest.mark.parametrize(("word", "kind"), KINDS)
def test_noun_has_its_kind_in_every_form(word: str, kind: str) -> None:
    assert organisation_kind(word) == kind


@pytest.mark.parametrize("word", NONE)
def test_other_word_has_no_kind(word: str) -> None:
    assert organisation_kind(word) is None


def test_lexicon_word_is_told_from_a_compound() -> None:
    assert is_organisation_noun("Vereins")
    assert not is_organisation_noun("Chinesenverein")


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("Gesangvereins", "Gesangverein"),
        ("Universitäten", "Universität"),
        ("Verband", "Verband"),
        ("Verbände", None),  # another form of it
        ("Frühling", None),
    ],
)
def test_word_ends_where_the_lexicons_noun_does(word: str, bare: str | None) -> None:
    assert uninflected(word) == bare
