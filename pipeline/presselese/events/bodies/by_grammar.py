"""Which part a name plays by grammar alone, whatever the event heads read.

A dative that its article shows, the noun behind an attributive participle and the agent before it,
the subject of a verb of joining or of making leave no doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Span, Token

from presselese.events.fillers.names import Argument, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.frames.kinds import EventKind
from presselese.events.grammar.clauses import (
    AGENT_PREPOSITIONS,
    ATTRIBUTIVE,
    DATIVE_ONLY,
    FRONTED,
    agents,
    datives,
    subjects,
)
from presselese.events.grammar.nominals import (
    children,
    is_introduced,
    is_no_subject,
    preposition,
    relation,
)
from presselese.events.grammar.verbs import (
    is_participle,
    is_passive,
    participle_lemma,
    verb_lemma,
)
from presselese.events.heads.readings import Reading
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


def is_noun_of_participle(argument: Argument, participle: Token) -> bool:
    """Tell what "gegründete" stands before: "der von elf Gemeinden gegründete Bund Nord".

    The name may follow the noun: "der gegründete Verein Nord", "der Verein „Nord“".
    """
    noun = attributed(participle)
    if noun is None or not argument.is_name:
        return False
    behind = argument.start_char - noun.idx - len(noun.text)
    is_the_noun = argument.start_char <= noun.idx < argument.end_char
    return is_the_noun or 0 < behind <= len(" „")


def attributed(participle: Token) -> Token | None:
    """Return the noun that an attributive participle stands before, however parsers hang it.

    "Dort schufen die eigens gegründete Kies GmbH und …" hangs it on a noun before.
    """
    if relation(participle) != "amod":
        return None
    if participle.head.i > participle.i:
        return participle.head
    behind = participle.doc[participle.i + 1 : min(participle.sent.end, participle.i + NOUN_REACH)]
    for token in behind:
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ not in ("ADJ", "NUM") and not token.is_quote:
            break
    return None


def noun_of_participle(
    participle: Token, resolver: Resolver, read: Sequence[Argument] = ()
) -> list[Argument]:
    """Return what "gegründete" stands before, or the name it then had.

    "Der 1905 als „Zangenfabrik Reum“ gegründete Betrieb". Where that is no name, what the heads
    `read` there ("das 1891 gegründete Unternehmen" is the firm told of), or else the phrase.
    """
    noun = attributed(participle)
    if noun is None:
        return name_taken(participle, resolver)
    given = _name_given(participle, resolver)
    if given is not None:
        return [given]
    meant = resolver.resolve(noun)
    is_name = meant is not None and is_noun_of_participle(meant, participle)
    there = [a for a in read if a.start_char <= noun.idx < a.end_char]
    if meant is not None and is_name and (meant.noun is None or not there):
        return [meant]
    return there[:1]


def name_taken(verb: Token, resolver: Resolver) -> list[Argument]:
    """Return the name that a body took when founded: "Der Verein wurde als „Bund Nord“ gegründet".

    By word order, since parsers hang a name with an article inside anywhere.
    """
    sentence = verb.sent
    if verb_lemma(verb) not in FOUNDING:
        return []
    before, behind = verb.doc[sentence.start : verb.i], verb.doc[verb.i : sentence.end]
    parted = [token.i for token in before if token.pos_ == "VERB" or token.lower_ == "und"]
    start = max(parted, default=sentence.start)
    given = _name_behind_als(verb.doc[start : verb.i], resolver)
    if given is None and is_passive(verb):
        given = _name_behind_als(behind, resolver)
    return [given] if given is not None else []


def _name_given(participle: Token, resolver: Resolver) -> Argument | None:
    """Return the organisation's name behind "als" in the phrase of an attributive participle."""
    phrase = participle.doc[participle.left_edge.i : participle.i]
    return _name_behind_als(phrase, resolver)


def _name_behind_als(words: Span, resolver: Resolver) -> Argument | None:
    """Return the organisation's name right behind "als", quotes aside."""
    for token in words:
        if token.lower_ == "als":
            behind = (t for t in words.doc[token.i + 1 : words.end] if not t.is_quote)
            first = next(behind, None)
            name = resolver.name_at(first) if first is not None else None
            return name if name is not None and name.label == "ORG" else None
    return None


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


def let_subject_join(reading: Reading, kind: EventKind, resolver: Resolver) -> None:
    """Make the subject of "beitreten", "angehören" the member where none is read, in place.

    The heads know who takes part and often not on which side: "Kiel, das im März beitrat".
    """
    token = reading.token.head if relation(reading.token) == "compound" else reading.token
    joined = reading.slots.get("organisation")
    if (
        not joined
        or reading.slots.get("members")
        or is_passive(token)
        or verb_lemma(token) not in _verbs_of(kind, "members")
    ):
        return
    named = (resolver.name_at(noun) for noun in subjects(token))
    subject = {name.ref for name in named if name is not None}
    moved = [pair for pair in joined if pair[0].ref in subject]
    if moved:
        reading.slots["organisation"] = [pair for pair in joined if pair not in moved]
        reading.slots["members"] = moved


def leave_out_maker(reading: Reading, kind: EventKind) -> None:
    """Take the subject of "eröffnen" with an object out of what is founded, in place.

    "Das Büro soll dem Mittelstand die Welt eröffnen" opens no office; "Das Büro nimmt die Arbeit
    auf" does. What "ein" introduces stays: parsers take "Ein Büro hat der Verband eröffnet" for the
    other way round.
    """
    token = reading.token
    has_object = any(child.lower_ != "sich" for child in children(token, "obj"))
    if not has_object or is_passive(token) or verb_lemma(token) not in _verbs_of(kind, FOUNDERS):
        return
    if any(c.pos_ == "PRON" and c.lower_ in FRONTED for c in children(token, "nsubj")):
        return  # "das Büro, das Helmo eröffnet": the pronoun may be the object
    makers = [noun for noun in subjects(token) if not is_introduced(noun)]
    reading.slots["organisation"] = [
        (argument, score)
        for argument, score in reading.slots.get("organisation", ())
        if not any(argument.start_char <= noun.idx < argument.end_char for noun in makers)
    ]


def let_agents_found(reading: Reading, kind: EventKind) -> None:
    """Make founders of the names behind an agent's preposition, in place.

    "die Gründung der Kammer durch Spanien", "vom Bundesstaat Bahia gegründet": towns and countries
    found, too, and the heads read them as where. "Vom Ministerium gegründet wurde die Stelle": what
    stands first they read as what was founded.
    """
    if FOUNDERS not in kind.many:
        return
    token = reading.token
    words = ("durch", "von") if is_participle(token) else ("durch",)
    for slot in (*kind.towns, *kind.one):
        moved = [
            pair
            for pair in reading.slots.get(slot, ())
            if _preposition_under(token, pair[0]) in words
        ]
        if moved:
            reading.slots[slot] = [pair for pair in reading.slots[slot] if pair not in moved]
            reading.slots[FOUNDERS] = [*reading.slots.get(FOUNDERS, ()), *moved]


def _preposition_under(trigger: Token, name: Argument) -> str | None:
    """Return the preposition by which a name's phrase hangs on the trigger, None where it does not.

    Also of "den Städten Kiel und Lübeck"; not of "in der Fußgängerzone von Au".
    """
    span = name.span(trigger.doc)
    token = None if span is None else span.root
    while token is not None and preposition(token) is None and token != token.head:
        is_inside = relation(token) in ("conj", "appos", "flat", "compound", "nmod")
        token = token.head if is_inside and token.head != trigger else None
    return preposition(token) if token is not None and token.head == trigger else None


def _verbs_of(kind: EventKind, slot: str) -> frozenset[str]:
    """Return the verbs whose subject fills a slot in all frames of a kind."""
    by_side: dict[bool, set[str]] = {True: set(), False: set()}
    for frame in kind.frames:
        is_subject = not {"subject", "agent"}.isdisjoint(
            word for source in frame.slots.get(slot, ()) for word in source.split(" + ")
        )
        by_side[is_subject].update(frame.verbs)
    return frozenset(by_side[True] - by_side[False])
