"""Whose trip a noun speaks of: "die Chinareise von Ministerin Roth", "Kolbs Reise".

What one person undertook is another trip than another person's, though both went to one country
and the article speaks of either as known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from spacy.tokens import Token

from presselese.actors.travel_nouns import noun_kind
from presselese.events.fillers.resolver import Resolver
from presselese.events.grammar import clauses, nominals, verbs
from presselese.events.trips.tellings import COMPOUND_TRIP

Event = dict[str, Any]
UNDERTAKING: Final = frozenset({"unternehmen", "machen", "antreten", "absolvieren", "beenden"})


def whose_trip(noun: Token, resolver: Resolver) -> frozenset[str]:
    """Return the ids of those whose trip a noun names, by grammar; none for "die Reise"."""
    is_trip = noun_kind(noun) in ("trip", "journey") or COMPOUND_TRIP.fullmatch(noun.text)
    people = (resolver.resolve(token) for token in _owners(noun)) if is_trip else ()
    return frozenset(p.ref for p in people if p is not None and p.label == "PER" and p.ref)


def _owners(noun: Token) -> Iterator[Token]:
    """Yield "Kolbs" before a noun, "der Ministerin" and "von Roth" behind, who "unternahm" it."""
    yield from nominals.genitives(noun)
    for child in noun.children:
        if child.i < noun.i and child.ent_type_ == "PER" and nominals.preposition(child) is None:
            yield child
        if nominals.relation(child) == "acl" and verbs.verb_lemma(child) in UNDERTAKING:
            yield from clauses.subjects(child)


def are_of_two_people(trip: Event, event: Event) -> bool:
    """Tell whether two tellings name whose trip it is, and nobody in common."""
    first, second = trip["whose"], event["whose"]
    return bool(first and second) and not first & second
