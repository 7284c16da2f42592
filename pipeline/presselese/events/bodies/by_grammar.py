"""Which part a name plays by grammar alone, whatever the event heads read.

A dative that its article shows, the noun behind an attributive participle and the agent before it,
the subject of a verb of joining or of making leave no doubt.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from presselese.events.fillers.names import Argument, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.frames.kinds import EventKind
from presselese.events.grammar.clauses import (
    AGENT_PREPOSITIONS,
    ATTRIBUTIVE,
    DATIVE_ONLY,
    agents,
    datives,
)
from presselese.events.grammar.nominals import (
    is_no_subject,
    relation,
)
from presselese.events.grammar.verbs import (
    participle_lemma,
    verb_lemma,
)
from presselese.linking.event_fillers import FOUNDERS

# How many tokens behind a participle its noun may stand at most: "gegründete „Kleine Bühne“".
NOUN_REACH: Final = 5
# Verbs by which a body takes a name: "als „Bund Nord“ gegründet".
FOUNDING: Final = frozenset({"gründen", "neugründen", "wiedergründen"})
# How far before "von" the article of "das im Mai 2012 von Aue gegründete Netz" may stand.
OPENED_WITHIN: Final = 3


def shows_dative(argument: Argument, verb: Token) -> bool:
    """Tell whether a name is what a verb has in the dative, and its article says so."""
    return (
        argument.is_name
        and verb_lemma(verb) in DATIVE_ONLY
        and any(
            argument.start_char <= noun.idx < argument.end_char and is_no_subject(noun)
            for noun in datives(verb)
        )
    )


def agents_of_participle(
    participle: Token, kind: EventKind, resolver: Resolver
) -> dict[str, list[Argument]]:
    """Return the founders in "der von elf Gemeinden gegründete Bund", who are all of them."""
    if relation(participle) not in ATTRIBUTIVE or FOUNDERS not in kind.many:
        return {}
    meant = [resolver.resolve(agent) for agent in agents(participle) if agent.i < participle.i]
    found = [
        argument
        for first in meant
        if first is not None
        for argument in (resolver.names_in_list(first) if first.ref else [first])
        if argument.end_char <= participle.idx
    ]
    return {FOUNDERS: unique(found)} if found else {}


def agents_before(participle: Token) -> list[Token]:
    """Return the words from "von" to an attributive participle: "das 2012 von Aue gegründete Netz".

    By word order, since parsers hang the agent on any noun near; only where an article opens the
    phrase right before "von".
    """
    if relation(participle) != "amod" or participle_lemma(participle.lower_) is None:
        return []
    doc = participle.doc
    for index in range(participle.i - 1, participle.sent.start, -1):
        word = doc[index]
        if "Fin" in word.morph.get("VerbForm", []) or word.text in (";", ":"):
            return []
        if word.lower_ in AGENT_PREPOSITIONS and _is_opened(word):
            return list(doc[index + 1 : participle.i])
    return []


def _is_opened(word: Token) -> bool:
    """Tell whether an article stands before a word, with at most a date between."""
    before = word.doc[max(word.sent.start, word.i - OPENED_WITHIN) : word.i]
    for token in reversed(before):
        if token.pos_ == "DET":
            return True
        if token.pos_ not in ("NUM", "ADV", "ADJ"):
            return False
    return False
