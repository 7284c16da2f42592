"""Whom "alle drei", "die beiden Städte", "beide" mean: the names of the list told last, so many.

A count alone names nobody, but German takes up a list by it: "Aue, Bramme und Celle … Alle drei
gehören dem Verbund an." Meant is the nearest list before it with just so many names of one sort; a
noun beside the count says of which sort.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.fillers.names import Argument, Label
from presselese.events.fillers.resolver import Resolver
from presselese.figures.numbers import parse_word
from presselese.linking.coreference import CITY_NOUNS
from presselese.resources.doc_fields import text_of

BOTH: Final = frozenset({"beide", "beiden"})
# Words that take up what was told, beside a count.
TAKING_UP: Final = frozenset("alle allen aller die den der diese diesen dieser".split())
FEWEST, MOST = 2, 12
# Further back another list may have come between that was not seen as one.
REACH_CHARS: Final = 600
PLURALS: Final = frozenset("städte städten gemeinden kommunen kreise kreisen orte orten".split())
# Ends of compounds for towns: "Mitgliedskommunen", "Talgemeinden", but not "Kirchengemeinden".
TOWN_ENDS: Final = ("städte", "städten", "gemeinden", "kommunen")
PARISH: Final = "kirch"
FIRMS: Final = "firmen"  # whose singular the lexicon of kinds has


def counted_back(doc: Doc, phrase: Sequence[int], resolver: Resolver) -> list[Argument]:
    """Return the names that a phrase (token indices) takes up; empty where it counts none."""
    tokens = [doc[i] for i in phrase]
    count = _count(tokens)
    if count is None:
        return []
    noun = next((token for token in tokens if token.pos_ == "NOUN"), None)
    labels = _sorts_called(noun)
    if not labels:
        return []
    meant = _last_list(tokens[0], count, labels, resolver)
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
    words = text_of(doc)[start:end]
    return [replace(name, start_char=start, end_char=end, noun=words) for name in meant]


def _count(tokens: Sequence[Token]) -> int | None:
    """Return how many are taken up: "alle drei" 3, "beide" 2; None for "drei", "rund 30"."""
    lower = [token.lower_ for token in tokens]
    if BOTH & set(lower):
        return 2
    before = tokens[0].doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
    if not TAKING_UP & {*lower, before}:
        return None
    numbers = (parse_word(word) for word in lower)
    number = next((n for n in numbers if n is not None and n == int(n)), None)
    return int(number) if number is not None and FEWEST <= number <= MOST else None


def _sorts_called(noun: Token | None) -> tuple[Label, ...]:
    """Return the sorts of names that a noun may take up; none for people and things."""
    if noun is None:
        return ("ORG", "LOC")
    are_towns = noun.lower_.endswith(TOWN_ENDS) and PARISH not in noun.lower_
    if are_towns or noun.lower_ in PLURALS or noun.lemma_.lower() in CITY_NOUNS:
        return ("LOC",)
    is_body = organisation_kind(noun.text) is not None or noun.lower_.endswith(FIRMS)
    return ("ORG",) if is_body else ()


def _last_list(
    token: Token, count: int, labels: Sequence[Label], resolver: Resolver
) -> list[Argument]:
    found: list[Argument] = []
    end = 0
    for name in resolver.names_between(max(0, token.idx - REACH_CHARS), token.idx):
        if name.start_char < end or name.label not in labels:
            continue
        listed = resolver.names_in_list(name)
        end = listed[-1].end_char
        if len({each.ref for each in listed}) == count and end <= token.idx:
            found = listed
    return found
