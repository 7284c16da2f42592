"""Lemma classes of the training are applied alike; the lexicon goes first."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from de_presse.lemmas import Lemmatiser, apply_class
from recipe import lemmas as recipe

WORDS = st.text(st.sampled_from("abengtsüßABG-"), min_size=1, max_size=9)


def chosen(
    classes: list[str], order: list[int], form: str, tag: str = "NOUN", **lexicon: str
) -> str:
    scores = np.zeros((1, len(classes)), np.float32)
    for rank, i in enumerate(order):
        scores[0, i] = 100 - rank
    known = {(form, tag): lemma for form, lemma in lexicon.items()}
    return Lemmatiser(classes, known).lemmas([form], [tag], scores)[0]


@settings(deadline=None)
@given(WORDS, WORDS)
def test_class_of_a_pair_gives_its_lemma(form: str, lemma: str) -> None:
    case, edit = json.loads(recipe.lemma_class(form, lemma))
    found = apply_class(case, edit, form)
    # inner capitals are kept on purpose: "IHKs" -> "IHK"
    assert found is not None
    assert found.lower() == lemma.lower()


@pytest.mark.parametrize(
    ("model", "form", "lemma"),
    [
        (("Delegationen", "Delegation"), "Innungen", "Innung"),
        (("Delegationen", "Delegation"), "DELEGATIONEN", "Delegation"),
        (("Bonns", "Bonn"), "Osnabrück-Emslands", "Osnabrück-Emsland"),
        (("Bonns", "Bonn"), "IHKs", "IHK"),
        (("gegründet", "gründen"), "gemeldet", "melden"),
        (("Gründet", "gründen"), "Meldet", "melden"),
    ],
)
def test_class_serves_other_words(model: tuple[str, str], form: str, lemma: str) -> None:
    case, edit = json.loads(recipe.lemma_class(*model))
    assert apply_class(case, edit, form) == lemma


def test_lexicon_goes_before_the_classes() -> None:
    assert chosen(['["keep",[0,0,null,null]]'], [0], "Ländern", Ländern="Land") == "Land"


def test_class_that_does_not_fit_is_passed_over() -> None:
    classes = ['["lower",["am","an"]]', '["title",[0,1,null,["s",""]]]']
    assert chosen(classes, [0, 1], "Bonns") == "Bonn"


def test_form_is_its_own_lemma_where_nothing_fits() -> None:
    assert chosen(['["lower",["am","an"]]'], [0], "Bonn") == "Bonn"


def test_soft_hyphens_do_not_reach_the_lemma() -> None:
    assert chosen(['["keep",[0,0,null,null]]'], [0], "Dele\u00adgation") == "Delegation"
