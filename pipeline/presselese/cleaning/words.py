"""The word lists of cleaning, loaded once and handed to the rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from presselese.cleaning.hyphens import HyphenWords, make_hyphen_words
from presselese.resources.loader import load_tsv


@dataclass(frozen=True, slots=True)
class CleaningWords:
    """All words that cleaning knows; phrases are in lower case."""

    hyphens: HyphenWords
    boilerplate_lines: frozenset[str]
    boilerplate_starts: tuple[str, ...]
    contact_labels: frozenset[str]
    caption_starts: tuple[str, ...]
    caption_marks: tuple[str, ...]
    agencies: frozenset[str]
    months: dict[str, int]
    places: frozenset[str]
    place_endings: tuple[str, ...]
    common_german: frozenset[str]


@cache
def load_words() -> CleaningWords:
    """Return the shipped word lists; raises `BadResource` where one is malformed."""
    boilerplate = load_tsv("cleaning_boilerplate", ("phrase", "match"))
    captions = load_tsv("cleaning_captions", ("phrase", "match"))
    places = load_tsv("places", ("name", "country_code", "kind"))
    return CleaningWords(
        hyphens=make_hyphen_words(load_tsv("cleaning_hyphen_words", ("word", "use"))),
        boilerplate_lines=frozenset(_of_kind(boilerplate, "whole")),
        boilerplate_starts=_of_kind(boilerplate, "start"),
        contact_labels=frozenset(
            row[0] for row in load_tsv("cleaning_contact_labels", ("phrase",))
        ),
        caption_starts=_of_kind(captions, "start"),
        caption_marks=_of_kind(captions, "anywhere"),
        agencies=frozenset(row[0] for row in load_tsv("cleaning_agencies", ("code",))),
        months={name: int(month) for name, month in load_tsv("cleaning_months", ("name", "month"))},
        places=frozenset(row[0].casefold() for row in places),
        place_endings=tuple(row[0] for row in load_tsv("cleaning_place_endings", ("ending",))),
        common_german=frozenset(row[0] for row in load_tsv("cleaning_german_words", ("word",))),
    )


def _of_kind(rows: tuple[tuple[str, ...], ...], match: str) -> tuple[str, ...]:
    return tuple(phrase for phrase, kind in rows if kind == match)
