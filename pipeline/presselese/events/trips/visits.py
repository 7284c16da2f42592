"""Whom and what travellers visit: "stattete dem Landtag einen Besuch ab", "besichtigte die Werft".

Parsers hang the dative on the noun before it, since "der Universität" may be a genitive, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.events.fillers.names import Argument
from presselese.events.grammar import clauses, nominals, verbs

SEEING: Final = frozenset({"besuchen", "besichtigen", "aufsuchen"})
ROUNDS: Final = ("rundgang", "rundgänge", "führung", "besichtigung", "besuch", "blick")
STOPS: Final = ("station", "adresse", "halt", "ziel", "etappe", "anlaufstelle")


def visited(sentence: Span) -> Iterator[Token]:
    """Yield the nouns of a sentence that a visit is paid to."""
    for token in sentence:
        if pays_visit(token):
            yield from called_on(token)


def pays_visit(token: Token) -> bool:
    """Read "stattete … einen Besuch ab", "hat … einen Besuch abgestattet"."""
    return verbs.verb_lemma(token) == "abstatten"


def called_on(verb: Token) -> list[Token]:
    """Return the datives of "stattete … ab", also those read as attributes of what stands before.

    Of two nouns that both may be genitives, the last is called on: "eine Delegation der Stadt Au
    der Universität Riga".
    """
    found = clauses.datives(verb)
    for noun in (*clauses.subjects(verb), *(noun for _, noun in nominals.obliques(verb))):
        bare = [c for c in nominals.children(noun, "nmod") if nominals.preposition(c) is None]
        marked = [child for child in bare if nominals.surface_case(child) == "Dat"]
        certain = [child for child in marked if _is_certain(child)]
        found += certain or (marked[-1:] if len(bare) > 1 and not found else [])
    return found


def _is_certain(noun: Token) -> bool:
    """Tell "dem Landtag" from "der Universität", which may be a genitive."""
    article = nominals.article_of(noun)
    return article is None or article.lower_ != "der"


def is_seen(body: Argument, doc: Doc) -> bool:
    """Tell the body that travellers look at: "besichtigten die Werft", "Rundgang durch die Werft".

    And "Erste Station war die Werft", "ein Blick in die Werke der beiden Firmen Horn und Keil".
    """
    span = body.span(doc)
    if span is None:
        return False
    noun = span.root
    while nominals.relation(noun) in ("conj", "appos", "flat") and noun.head != noun:
        noun = noun.head
    holder = noun.head if nominals.relation(noun) == "nmod" else noun
    return any(_is_looked_at(thing) for thing in (noun, holder)) or _is_stop(noun)


def _is_looked_at(thing: Token) -> bool:
    """Tell what a verb or noun of seeing has for its object."""
    verb = thing.head
    if verbs.is_verbal(verb) and verbs.verb_lemma(verb) in SEEING:
        return thing in clauses.patients(verb)
    return (
        verb.pos_ == "NOUN"
        and nominals.preposition(thing) in ("durch", "in", "bei")
        and verb.lower_.endswith(ROUNDS)
    )


def _is_stop(noun: Token) -> bool:
    """Read "Erste Station war die Werft": either may be read as the predicate."""
    nouns = [noun.head, *nominals.children(noun, "nsubj")]
    is_predicate = verbs.copula(noun) is not None or any(
        nominals.relation(noun) == "nsubj" and verbs.copula(other) is not None for other in nouns
    )
    return is_predicate and any(
        other != noun and other.pos_ == "NOUN" and other.lower_.endswith(STOPS) for other in nouns
    )
