"""A common noun as it is given in a record: in the nominative."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from presselese.actors.organisation_nouns import organisation_noun

# Behind these a genitive is never a mere -s.
SIBILANT_GENITIVES: Final = ("ses", "ßes", "zes", "xes")


def nominative(noun: Token) -> str:
    """Return a singular noun without its genitive or dative ending: "Verbands" is "Verband"."""
    lemma, text = noun.lemma_, noun.text
    if text.endswith(SIBILANT_GENITIVES) and lemma == text[:-1]:
        lemma = text[:-2]  # "Kreises" is no "Kreise"
    elif text.endswith("es") and lemma == text[:-1] and _is_organisation(text[:-2]):
        lemma = text[:-2]  # "Chores" is no "Chore"
    is_ending = text.startswith(lemma) and 0 < len(text) - len(lemma) <= 2
    return lemma if is_ending and "Plur" not in noun.morph.get("Number", []) else text


def _is_organisation(word: str) -> bool:
    """Tell whether a word as it stands ends in a noun for an organisation: "Kirchenchor"."""
    known = organisation_noun(word)
    return known is not None and word.lower().endswith(known)
