"""Names in quotes come with the noun that says what bears them."""

from __future__ import annotations

import pytest
from tests.trees import tree

from presselese.actors.quoted_names import with_its_noun
from presselese.linking.mentions import Mention

ROWS = """des der DET det 2
    {noun} _ NOUN root 0
    {quote} _ PUNCT punct 4
    {name} _ PROPN appos 2
    “ _ PUNCT punct 4"""


def full_name(noun: str, name: str = "Eintracht", quote: str = "„") -> str:
    doc = tree(ROWS.format(noun=noun, quote=quote, name=name))
    mention = Mention("ORG", doc[3].idx, doc[3].idx + len(name), name, name)
    return with_its_noun(doc, name, [mention])


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("Gesangvereins", "Gesangverein „Eintracht“"),
        ("Café", "Café „Eintracht“"),
        ("Softwarehauses", "Eintracht"),  # any firm may be called so
        ("Fests", "Eintracht"),
    ],
)
def test_noun_before_the_quote_says_what_bears_the_name(noun: str, name: str) -> None:
    assert full_name(noun) == name


@pytest.mark.parametrize(
    ("name", "quote"), [("Turnverein", "„"), ("Eintracht", ","), ("Chorverband", "„")]
)
def test_name_that_says_so_itself_or_has_no_quotes_stays(name: str, quote: str) -> None:
    assert full_name("Vereins", name, quote) == name


def test_quotes_that_belong_to_the_name_stay_its_own() -> None:
    rows = """der _ DET det 2
        Musikverein _ NOUN root 0
        „ _ PUNCT punct 4
        Harmonie _ PROPN appos 2
        “ _ PUNCT punct 4
        Aue _ PROPN flat 4"""
    doc = tree(rows)
    text = doc[2:].text
    mention = Mention("ORG", doc[2].idx, doc[2].idx + len(text), text, text)
    assert with_its_noun(doc, text, [mention]) == f"Musikverein {text}"
