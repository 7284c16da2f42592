"""Nouns of a lexicon in the text: inflected, or as the end of a compound."""

from __future__ import annotations

from spacy.tokens import Token

# A compound's end must leave at least this much of a first part: "Vereinsgründung".
SHORTEST_FIRST_PART = 2
# Prefixes make another word, no compound: "Begründung" is no "Gründung".
PREFIXES = frozenset("be ge er ver zer ent miss".split())


def is_noun(token: Token, nouns: tuple[str, ...]) -> bool:
    """Tell whether a noun is one of these or a compound that ends in one, inflection aside."""
    word = token.lower_
    if "-" in word:
        word = word.rpartition("-")[2] or word
    for form in (word, *(word.removesuffix(e) for e in ("en", "ern", "er", "s", "es", "n", "e"))):
        if not form.endswith(nouns):  # most words: what follows asks which noun it is
            continue
        for noun in nouns:
            if form == noun or (
                form.endswith(noun)
                and len(form) - len(noun) >= SHORTEST_FIRST_PART
                and len(noun) > 4
                and form.removesuffix(noun) not in PREFIXES
            ):
                return True
    return False
