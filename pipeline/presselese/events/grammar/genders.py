"""The gender of nouns, which taggers often miss.

Of 17 nouns behind "der" that the tagger called feminine subjects in 170 retold pages, nine were
masculine ("der Förderverein", "der Initiativkreis").
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from presselese.actors.organisation_nouns import organisation_genders

# Endings that only feminine nouns have, but for some that are shorter, and those of `MASCULINE`.
# "-chen" and "-ling" tell nothing: "Menschen", "Branchen", "Recycling".
FEMININE: Final = ("ung", "heit", "keit", "schaft", "tät", "tion", "sion")
MASCULINE: Final = ("sprung", "schwung")
LEAST_STEM: Final = 3


def genders(noun: Token) -> frozenset[str]:
    """Return the genders that a noun may have, as UD calls them; none where nothing says.

    Of kinds of bodies by the lexicon, of others by their ending or else by the tagger.
    """
    tagged = frozenset(noun.morph.get("Gender", []))
    if noun.pos_ != "NOUN":
        return tagged
    return organisation_genders(noun.text) or _by_ending(noun.lower_) or tagged


def _by_ending(word: str) -> frozenset[str]:
    if word.endswith(MASCULINE):
        return frozenset({"Masc"})
    is_feminine = any(word.endswith(e) and len(word) >= len(e) + LEAST_STEM for e in FEMININE)
    return frozenset({"Fem"}) if is_feminine else frozenset()
