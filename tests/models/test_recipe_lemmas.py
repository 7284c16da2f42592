"""Edit trees: a class gives back the lemma it was made from, and serves other words alike."""

from __future__ import annotations

import pytest

from recipe.lemmas import apply_class, collect_classes, lemma_class

PAIRS = [
    ("gegründet", "gründen"),
    ("Mitglieder", "Mitglied"),
    ("Die", "der"),
    ("IHK", "IHK"),
    ("zugesichert", "zusichern"),
    ("DIHK-Präsidenten", "DIHK-Präsident"),
    ("2007", "2007"),
    ("ging", "gehen"),
    ("Häuser", "Haus"),
    ("am", "an"),
    (".", "."),
]


@pytest.mark.parametrize(("form", "lemma"), PAIRS)
def test_class_gives_back_its_lemma(form: str, lemma: str) -> None:
    assert apply_class(lemma_class(form, lemma), form) == lemma


def test_one_class_serves_a_whole_pattern() -> None:
    assert apply_class(lemma_class("gegründet", "gründen"), "geführet") == "führen"


def test_sentence_start_has_the_class_of_the_middle() -> None:
    assert lemma_class("Gründet", "gründen") == lemma_class("gründet", "gründen")


def test_class_that_does_not_fit_says_so() -> None:
    assert apply_class(lemma_class("gegründet", "gründen"), "IHK") is None


def test_rare_classes_are_left_out() -> None:
    pairs = [("Städte", "Stadt"), ("geht", "gehen"), ("steht", "stehen")]
    assert collect_classes(pairs) == [lemma_class("geht", "gehen")]
