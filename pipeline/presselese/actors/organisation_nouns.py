"""Common nouns that name a kind of organisation: "Förderverein" (association, masculine)."""

from __future__ import annotations

from functools import cache

from presselese.resources.loader import load_tsv


def organisation_kind(word: str) -> str | None:
    """Return the kind of organisation that a noun names, by the longest noun it ends in.

    "Chinesisch-Deutschen Industriestädteallianz" is given as its last word; inflected forms count.
    None for words that name no organisation.
    """
    noun = organisation_noun(word)
    return _nouns()[noun][0] if noun is not None else None


def organisation_genders(word: str) -> frozenset[str]:
    """Return the genders that such a noun may have, as UD calls them; none for other words.

    "Cluster" is masculine or neuter.
    """
    noun = organisation_noun(word)
    return _nouns()[noun][1] if noun is not None else frozenset()


def organisation_noun(word: str) -> str | None:
    """Return the longest noun of the lexicon (lower case) that a word is or ends in, or None."""
    if not word[:1].isupper() or word.lower().endswith(NO_BODIES):
        return None
    nouns = _nouns()
    for form in _uninflected(word.lower()):
        for start in range(len(form) - 1):
            if form[start:] in nouns and (start == 0 or len(form) - start >= SHORTEST_COMPOUND_END):
                return form[start:]
    return None


def uninflected(word: str) -> str | None:
    """Return a word up to the end of the lexicon's noun: "Gesangverein" for "Gesangvereins".

    None where it holds none, or only in another form ("Verbände").
    """
    first, noun, _ = word.lower().rpartition(organisation_noun(word) or "\0")
    return word[: len(first) + len(noun)] if noun else None


def is_organisation_noun(word: str) -> bool:
    """Tell whether a word is a common noun of the lexicon itself, inflection aside: "Vereins"."""
    return any(form in _nouns() for form in _uninflected(word.lower()))


# "Bund" ends "Hansebund" but also "Verbund"; "Amt" ends "Bürgeramt" but also "Gesamt": the end of
# a compound must be long enough to be sure, shorter ones stand in the lexicon as whole words.
SHORTEST_COMPOUND_END = 4
# What is no form of "Kolleg" or "Laden".
NO_BODIES = ("kollege", "kollegen", "balladen", "marmeladen", "schokoladen", "schubladen")
UMLAUTED_PLURALS = (("bünde", "bund"), ("ände", "and"), ("ämter", "amt"), ("klubs", "klub"))


def _uninflected(word: str) -> list[str]:
    plural = word.rstrip("n")
    return [
        word,
        *(
            word.removesuffix(ending)
            for ending in ("es", "s", "en", "n", "e")
            if word.endswith(ending) and len(word) - len(ending) >= 3
        ),
        *(
            plural.removesuffix(umlauted) + plain
            for umlauted, plain in UMLAUTED_PLURALS
            if plural.endswith(umlauted)
        ),
    ]


@cache
def _nouns() -> dict[str, tuple[str, frozenset[str]]]:
    """Return kind and genders by noun."""
    return {
        noun.lower(): (kind, frozenset(genders.split(",")))
        for noun, kind, genders in load_tsv("organisation_nouns", ("noun", "kind", "gender"))
    }
