"""A common noun as it is given in a record: in the nominative."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

# Behind these a genitive is never a mere -s.
SIBILANT_GENITIVES: Final = ("ses", "ßes", "zes", "xes")


def nominative(noun: Token) -> str:
    """Return a singular noun without its genitive or dative ending: "Verbands" is "Verband"."""
    lemma, text = noun.lemma_, noun.text
    if text.endswith(SIBILANT_GENITIVES) and lemma == text[:-1]:
        lemma = text[:-2]  # "Kreises" is no "Kreise"
    is_ending = text.startswith(lemma) and 0 < len(text) - len(lemma) <= 2
    return lemma if is_ending and "Plur" not in noun.morph.get("Number", []) else text
