"""The gazetteer: which country a place name belongs to, and what German makes of its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from presselese.errors import BadResource
from presselese.resources.loader import load_tsv

# "Afrika", "Westafrika", "Fernost": too wide to be where something is, if anything else is named.
CONTINENT: Final = re.compile(
    r"(?:(?:Nord|Ost|Süd|West|Mittel|Zentral|Latein|Südost|Nordost)-?)?"
    r"(?:[Aa]frika|[Aa]sien|[Ee]uropa|[Aa]merika|[Aa]ustralien)|Fernost"
)

# What `lexicons/country_words.tsv` holds: other names, their inflected forms, ways to speak of a
# country without naming it, adjectives.
COUNTRY_WORDS: Final = ("alias", "inflected", "paraphrase", "adjective")
LONGEST_ENDING: Final = 2
# Genitives of what the table lacks: "Südostasiens", "Nordostchinas"; "Honduras" it knows.
INFLECTED_LAND: Final = re.compile(
    r"(?:(?<=europa)|(?<=afrika)|(?<=asien)|(?<=amerika)|(?<=china)|(?<=deutschland))s$",
    re.IGNORECASE,
)


def is_continent(name: str) -> bool:
    """Tell the name of a continent or of a part of one that holds several countries."""
    return CONTINENT.fullmatch(name) is not None


@dataclass(frozen=True)
class Gazetteer:
    """Place names with country and kind (GeoNames, CLDR; see `lexicons/places.tsv`)."""

    places: dict[str, tuple[str, str]]
    countries: frozenset[str]
    adjectives: dict[str, str]
    base_forms: dict[str, str]  # "Vereinigten Staaten" -> "Vereinigte Staaten"
    paraphrases: frozenset[str]  # "Reich der Mitte"

    def base_form(self, text: str) -> str:
        """Return a place name in its plain form, where that is known: Chinas, CHINA -> China."""
        name = " ".join(text.split())
        if name in self.base_forms:
            return self.base_forms[name]
        if name.isupper() and name.title() in self.places and name not in self.places:
            return name.title()  # a dateline: "SOLINGEN (bgl) –"
        if name not in self.places and name.endswith("s") and name[:-1] in self.places:
            return name[:-1]
        return INFLECTED_LAND.sub("", name)

    def country_code(self, name: str) -> str | None:
        """Return the ISO 3166-1 code of the country that a name lies in, None where not unique."""
        return self.places.get(name, ("", ""))[0] or None

    def kind(self, name: str) -> str | None:
        """Return country, region or city; None for a name that the table lacks."""
        return self.places.get(name, ("", ""))[1] or None

    def is_sure_name(self, text: str) -> bool:
        """Tell whether a capitalised word is a country's name wherever it stands."""
        return text in self.countries or (text.endswith("s") and text[:-1] in self.countries)

    def sure_prefixes(self, text: str) -> Iterator[str]:
        """Yield the countries that a compound word begins with, longest first: Chinareise."""
        for length in range(len(text) - 4, 3, -1):
            if text[:length] in self.countries:
                yield text[:length]

    def country_of_adjective(self, word: str) -> str | None:
        """Return the country code of "chinesische", "deutschen"; None for other words."""
        for ending in ("", "e", "en", "er", "es", "em"):
            stem = word[: len(word) - len(ending)] if word.endswith(ending) else ""
            code = self.adjectives.get(stem) or self.adjectives.get(stem.lower())
            if code:
                return code
        return None


@cache
def load_gazetteer() -> Gazetteer:
    """Return the shipped gazetteer, read once a process."""
    rows = load_tsv("places", ("name", "country_code", "kind"))
    places = {name: (code, kind) for name, code, kind in rows}
    words: dict[str, dict[str, str]] = {kind: {} for kind in COUNTRY_WORDS}
    for form, kind, code in load_tsv("country_words", ("form", "kind", "country_code")):
        if kind not in words:
            told = f"{form!r} is of the unknown kind {kind!r}"
            raise BadResource("country_words.tsv", told, f"Kinds: {', '.join(words)}.")
        words[kind][form] = code
    aliases = words["alias"] | words["paraphrase"]
    places |= {name: (code, "country") for name, code in aliases.items()}
    # One-word country names of at least five letters are never common words ("US", "Mali" may be).
    countries = frozenset(
        name
        for name, (_, kind) in places.items()
        if kind == "country" and " " not in name and (len(name) >= 5 or name in ("USA", "Iran"))
    )
    base_forms = {
        form: base
        for form, code in words["inflected"].items()
        for base, place in places.items()
        if place == (code, "country") and _differ_in_endings(form, base)
    }
    paraphrases = frozenset(words["paraphrase"])
    return Gazetteer(places, countries - paraphrases, words["adjective"], base_forms, paraphrases)


def _differ_in_endings(form: str, base: str) -> bool:
    """Tell whether two names have the same words but for case endings."""
    pairs = list(zip(form.split(), base.split(), strict=False))
    stems = [max(map(len, pair)) - LONGEST_ENDING for pair in pairs]
    return len(form.split()) == len(base.split()) and all(
        first[:stem] == second[:stem] for stem, (first, second) in zip(stems, pairs, strict=True)
    )
