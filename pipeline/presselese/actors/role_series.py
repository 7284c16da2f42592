"""Offices right behind their holders, in a row: "Eva Roth 1. Vorstand, Jan Wolf Kassier".

Chronicles and minutes list a board so, without a comma between name and office. One such pair may
be chance; two in a row are a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from presselese.actors.role_claims import RoleClaim, RoleWords
from presselese.actors.role_lists import LIST_WORDS
from presselese.linking.mentions import Mention

SERIES_RULE: Final = "person.role_series"
SHORTEST_SERIES: Final = 2


def series(words: RoleWords) -> Iterator[RoleClaim]:
    """Yield the claims of all lists of at least two people with their offices right behind them."""
    run: list[tuple[Mention, Token]] = []
    people = [mention for mention in words.mentions if mention.label == "PER"]
    for person, following in zip(people, [*people[1:], None], strict=False):
        office = _office_behind(words, person)
        if office is not None:
            run.append((person, office))
        if office is None or following is None or not _is_next(words, office, following):
            if len(run) >= SHORTEST_SERIES:
                for holder, noun in run:
                    yield words.claim(holder, noun, words.doc[0:0], SERIES_RULE)
            run = []


def _office_behind(words: RoleWords, person: Mention) -> Token | None:
    """Return the office right behind a name, an ordinal between: "Eva Roth 1. Vorstand"."""
    span = words.doc.char_span(person.start_char, person.end_char, alignment_mode="expand")
    index = len(words.doc) if span is None else span.end
    if words.text(index).rstrip(".").isdecimal():
        index += 1 + (words.text(index + 1) == ".")
    if index >= len(words.doc) or index in words.at or words.nouns.base(words.text(index)) is None:
        return None
    return words.doc[index]


def _is_next(words: RoleWords, office: Token, following: Mention) -> bool:
    """Tell whether a comma or "und" alone parts an office from the next name."""
    first = words.first_token(following)
    between = words.doc[office.i + 1 : words.skip_titles_left((first or 0) - 1) + 1]
    return len(between) > 0 and all(t.text in LIST_WORDS or t.is_space for t in between)
