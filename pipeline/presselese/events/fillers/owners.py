"""Who founds what is only said to be somebody's: "Außenstelle der IHK", "eine Tochter der AG".

An office is opened by the body whose office it is, and a subsidiary founded by its parent, where
no one else is said to do so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.fillers.names import Argument, noun_of, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.grammar.nominals import children, genitives, obliques, relation

OFFICE_KIND: Final = "office"
# Nouns that say whose a body is, also as ends of compounds.
BELONGING: Final = ("tochter", "tochtergesellschaft", "tochterfirma", "tochterunternehmen")
# Nouns that say by their genitive who makes what "als" such a thing comes into being.
MADE_BY: Final = (
    *BELONGING,
    "ausgründung",
    "gemeinschaftsprojekt",
    "gemeinschaftswerk",
    "projekt",
    "spin-off",
    "vorhaben",
    "zusammenschluss",
)


def owners(organisation: Argument, resolver: Resolver) -> list[Argument]:
    """Return the bodies and towns that an organisation's phrase says it belongs to."""
    span = organisation.span(resolver.doc)
    if span is None:
        return []
    noun = noun_of(organisation, resolver.doc) or span.root
    found = [
        owner
        for owned in _owned(noun, organisation)
        for genitive in genitives(owned)
        if relation(genitive) in ("nmod", "conj")
        and (owner := resolver.resolve(genitive)) is not None
    ]
    return unique(o for o in found if o.label in ("ORG", "LOC") and o.ref != organisation.ref)


def founded_as(verb: Token, resolver: Resolver) -> list[Argument]:
    """Return A and B of "als gemeinsames Vorhaben von A und B gegründet"."""
    found = [
        resolver.resolve(genitive)
        for word, noun in obliques(verb)
        if word == "als" and noun.text.lower().endswith(MADE_BY)
        for genitive in genitives(noun)
    ]
    return unique(argument for argument in found if argument is not None)


def _owned(noun: Token, organisation: Argument) -> Iterator[Token]:
    """Yield the nouns whose genitive tells the owner: an office, an apposed "Tochter"."""
    if organisation.noun is not None and organisation_kind(organisation.noun) == OFFICE_KIND:
        yield noun
    for token in (noun, *children(noun, "appos")):
        if any(form.endswith(BELONGING) for form in (token.lower_, token.lemma_.lower())):
            yield token
