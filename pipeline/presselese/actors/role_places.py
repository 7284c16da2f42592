"""Whose mayor the brackets tell: "die Bürgermeister Eva Roth (Aue) und Jan Wolf (SPD, Berg)".

Only of offices that a town, county or state has: "Eva Roth (Aue)" may live there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presselese.actors.affiliation import role_kind
from presselese.actors.role_claims import IN_BRACKETS, PUBLIC_OFFICES, RoleClaim, RoleWords
from presselese.actors.role_complements import LONGEST_PHRASE
from presselese.linking.mentions import Mention
from presselese.resources.parties import is_party


def places_in_brackets(words: RoleWords, claims: Sequence[RoleClaim]) -> Iterator[RoleClaim]:
    """Yield the place in brackets behind each holder of a public office whose body is not told."""
    placed = {
        id(claim.person)
        for claim in claims
        if claim.organisation is not None and not is_party(claim.organisation)
    }
    for claim in claims:
        is_public = claim.role is not None and role_kind(claim.role) in PUBLIC_OFFICES
        if not is_public or id(claim.person) in placed:
            continue
        place = _place_behind(words, claim.person)
        if place is not None:
            placed.add(id(claim.person))
            yield RoleClaim(
                claim.person, claim.role, place.name, place, IN_BRACKETS, place.start_char
            )


def _place_behind(words: RoleWords, person: Mention) -> Mention | None:
    span = words.doc.char_span(person.start_char, person.end_char, alignment_mode="expand")
    if span is None or words.text(span.end) != "(":
        return None
    closing = words.find(")", span.end, LONGEST_PHRASE)
    inside = words.doc[span.end + 1 : closing] if closing is not None else ()
    found = (words.at.get(token.i) for token in inside)
    return next((mention for mention in found if mention and mention.label == "LOC"), None)
