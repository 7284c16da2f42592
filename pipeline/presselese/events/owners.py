"""Who founds what is only said to be somebody's: "Außenstelle der IHK", "eine Tochter der AG".

An office is opened by the body whose office it is, and a subsidiary founded by its parent, where
no one else is said to do so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.clauses import children, genitives, relation
from presselese.events.fillers import Argument, Resolver, unique

OFFICE_KIND: Final = "office"
# Nouns that say whose a body is, also as ends of compounds.
BELONGING: Final = ("tochter", "tochtergesellschaft", "tochterfirma", "tochterunternehmen")


def owners(organisation: Argument, resolver: Resolver) -> list[Argument]:
    """Return the bodies and towns that an organisation's phrase says it belongs to."""
    noun = _noun(organisation, resolver.doc)
    if noun is None:
        return []
    found = [
        owner
        for owned in _owned(noun, organisation)
        for genitive in genitives(owned)
        if relation(genitive) in ("nmod", "conj")
        and (owner := resolver.resolve(genitive)) is not None
    ]
    return unique(o for o in found if o.label in ("ORG", "LOC") and o.ref != organisation.ref)


def _noun(organisation: Argument, doc: Doc) -> Token | None:
    """Return the head of an organisation's phrase or name."""
    span = organisation.span(doc)
    if span is None:
        return None
    noun = organisation.noun
    return next((token for token in span if noun and noun.endswith(token.text)), span.root)


def _owned(noun: Token, organisation: Argument) -> Iterator[Token]:
    """Yield the nouns whose genitive tells the owner: an office, an apposed "Tochter"."""
    if organisation.noun is not None and organisation_kind(organisation.noun) == OFFICE_KIND:
        yield noun
    for token in (noun, *children(noun, "appos")):
        if any(form.endswith(BELONGING) for form in (token.lower_, token.lemma_.lower())):
            yield token
