"""The tokenizer takes any text, and takes full stops off figures that are no ordinals."""

from __future__ import annotations

import pickle

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from de_presse.tokenizer import make_tokenizer

TOKENIZE = make_tokenizer()(spacy.blank("de"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gegründet 2008. Danach", ["Gegründet", "2008", ".", "Danach"]),
        ("Am 8. Juni", ["Am", "8.", "Juni"]),
        ("bis 3,5. Und", ["bis", "3,5", ".", "Und"]),
        ("um 12:30. Und", ["um", "12:30", ".", "Und"]),
        ("mit 1.000. Und", ["mit", "1.000", ".", "Und"]),
        ("am 12.10. in", ["am", "12.10.", "in"]),
        ("Es kamen 14.", ["Es", "kamen", "14", "."]),
        ("Es kamen 14.\nDann", ["Es", "kamen", "14", ".", "\n", "Dann"]),
        ("Mitarbeiter:innen und Leiter:in", ["Mitarbeiter:innen", "und", "Leiter:in"]),
        ("Ort:Bonn", ["Ort", ":", "Bonn"]),
        ("IHK-Präsident (e.V.)", ["IHK-Präsident", "(", "e.V.", ")"]),
    ],
)
def test_words_are_cut(text: str, words: list[str]) -> None:
    assert [token.text for token in TOKENIZE(text)] == words


ANY = st.text(st.characters(codec=None) | st.characters(categories=["Cs"]), max_size=60)


@settings(deadline=None)
@given(ANY)
def test_offsets_of_any_text_stay(text: str) -> None:
    doc = TOKENIZE(text)
    assert isinstance(doc, Doc)
    assert len(doc.text) == len(text)
    assert all(a == b or "\ud800" <= b <= "\udfff" for a, b in zip(doc.text, text, strict=True))


def test_copy_for_another_process_cuts_alike() -> None:
    copy = pickle.loads(pickle.dumps(TOKENIZE))
    assert [token.text for token in copy("2008. \ud800 14.")] == ["2008", ".", "\ufffd", "14", "."]
