"""Which part a name plays by grammar alone, whatever the event heads read.

A dative that its article shows, and the agent before an attributive participle, leave no doubt.
"""

from __future__ import annotations

from spacy.tokens import Token

from presselese.events.fillers.names import Argument, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.frames.kinds import EventKind
from presselese.events.grammar.clauses import ATTRIBUTIVE, DATIVE_ONLY, agents, datives
from presselese.events.grammar.nominals import is_no_subject, relation
from presselese.events.grammar.verbs import verb_lemma
from presselese.linking.event_fillers import FOUNDERS


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
