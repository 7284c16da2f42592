"""A common noun as it is given in a record: in the nominative."""

from __future__ import annotations

from spacy.tokens import Token


def nominative(noun: Token) -> str:
    """Return a singular noun without its genitive or dative ending: "Verbands" is "Verband"."""
    lemma, text = noun.lemma_, noun.text
    is_ending = text.startswith(lemma) and 0 < len(text) - len(lemma) <= 2
    return lemma if is_ending and "Plur" not in noun.morph.get("Number", []) else text
