"""Names in quotes come with the noun that says what bears them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.trees import tree

from presselese.nlp.full_names import full_name, with_full_names

ROWS = """des der DET det 2
    {noun} _ NOUN root 0
    {quote} _ PUNCT punct 4
    {name} _ PROPN appos 2
    “ _ PUNCT punct 4"""


def organisation(name: str, start_char: int) -> dict[str, Any]:
    mention = {"start_char": start_char, "end_char": start_char + len(name), "text": name}
    return {"id": "org_1", "name": name, "aliases": ["Bund"], "mentions": [mention]}


def called(noun: str, name: str = "Eintracht", quote: str = "„") -> str:
    doc = tree(ROWS.format(noun=noun, quote=quote, name=name))
    return full_name(doc, organisation(name, doc[3].idx))


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("Gesangvereins", "Gesangverein „Eintracht“"),
        ("Café", "Café „Eintracht“"),
        ("Softwarehauses", "Eintracht"),  # any firm may be called so
        ("Tourismus-Vereins", "Eintracht"),  # a word made for the occasion
        ("Fests", "Eintracht"),
    ],
)
def test_noun_before_the_quote_says_what_bears_the_name(noun: str, name: str) -> None:
    assert called(noun) == name


@pytest.mark.parametrize(
    ("name", "quote"), [("Turnverein", "„"), ("Eintracht", ","), ("Chorverband", "„")]
)
def test_name_that_says_so_itself_or_has_no_quotes_stays(name: str, quote: str) -> None:
    assert called("Vereins", name, quote) == name


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        ("durch _ ADP case 6\nTanz _ NOUN nmod 4\n“ _ PUNCT punct 4", "Verein „Freude durch Tanz“"),
        ("durch _ ADP case 6\nTanz _ NOUN nmod 4", "Freude"),  # quotes that never close
    ],
)
def test_all_that_stands_in_the_quotes_is_the_name(rest: str, name: str) -> None:
    rows = f"""der _ DET det 2
        Verein _ NOUN root 0
        „ _ PUNCT punct 4
        Freude _ NOUN appos 2
        {rest}"""
    doc = tree(rows)
    assert full_name(doc, organisation("Freude", doc[3].idx)) == name


def test_quotes_that_belong_to_the_name_stay_its_own() -> None:
    rows = """der _ DET det 2
        Musikverein _ NOUN root 0
        „ _ PUNCT punct 4
        Harmonie _ PROPN appos 2
        “ _ PUNCT punct 4
        Aue _ PROPN flat 4"""
    doc = tree(rows)
    text = doc[2:].text
    assert full_name(doc, organisation(text, doc[2].idx)) == f"Musikverein {text}"


def test_record_calls_the_body_so_wherever_it_stands() -> None:
    doc = tree(ROWS.format(noun="Verein", quote="„", name="Wir"))
    own, other = {"ref": "org_1", "name": "Wir"}, {"ref": "org_2", "name": "Wir"}
    fields = {
        "organisations": [organisation("Wir", doc[3].idx)],
        "people": [{"organisation": dict(own)}, {"organisation": None}],
        "events": [{"kind": "membership", "organisation": dict(own), "members": [dict(other)]}],
    }
    named = with_full_names(doc, fields)
    assert named["organisations"][0]["name"] == "Verein „Wir“"
    assert named["organisations"][0]["aliases"] == ["Bund", "Wir"]
    assert named["people"][0]["organisation"]["name"] == "Verein „Wir“"
    assert named["events"][0]["organisation"]["name"] == "Verein „Wir“"
    assert named["events"][0]["members"][0]["name"] == "Wir"
    assert fields["events"][0]["organisation"]["name"] == "Wir"  # the Doc's own stay
