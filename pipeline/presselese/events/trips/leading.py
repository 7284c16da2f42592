"""Who leads a trip by what somebody does: "an der Spitze stand …", "übernahm die Leitung".

What stands right beside a word of leading is read by `leaders`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from presselese.actors.travel_nouns import noun_kind
from presselese.events.grammar import clauses, nominals, verbs
from presselese.events.trips.scene import trip_verbs

AT_HEAD: Final = frozenset({"stehen", "sein"})
TAKING: Final = frozenset({"übernehmen", "innehaben", "haben"})
LED: Final = ("group", "trip", "journey", "guests")


def leading(token: Token) -> Iterator[Token]:
    """Yield the nouns for those of whom a word says that they lead.

    "An der Spitze stand sie zusammen mit Jan Wolf", "Die Leitung hatten Ida Roth und Jan Wolf
    übernommen", "Zusammen mit Jan Wolf führt sie die Delegation an".
    """
    verb = verbs.clause_verb(token)
    lemma = verbs.verb_lemma(verb)
    if token.lower_ == "spitze" and nominals.preposition(token) == "an" and lemma in AT_HEAD:
        yield from clauses.subjects(verb)
        yield from (noun for word, noun in nominals.obliques(verb) if word in ("mit", "neben"))
    elif (
        token.lower_.endswith("leitung")
        and nominals.relation(token) == "obj"
        and lemma in TAKING
        and all(noun_kind(noun) in LED for noun in nominals.genitives(token))
    ):
        yield from clauses.subjects(verb)
    elif _leads_group(token):
        yield from clauses.companions(token)


def _leads_group(verb: Token) -> bool:
    """Tell "führt die Delegation an" from "führt das Gespräch"."""
    return (
        verbs.is_verbal(verb)
        and verbs.verb_lemma(verb) in trip_verbs("lead")
        and any(noun_kind(noun) in LED for noun in clauses.patients(verb))
    )
