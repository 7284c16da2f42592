"""Founders whom the clause itself shows go before those that are read elsewhere.

"14 Bürger haben den Verein gegründet. In den Vorstand wählten sie Anna Roth": whoever is said to
found is all of them, where the event heads read as founders whom the article names beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from presselese.events.fillers.coordination import first_of_list
from presselese.events.fillers.names import Argument, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.frames.arguments import fill_slot
from presselese.events.frames.kinds import EventKind
from presselese.events.frames.triggers import Trigger, trigger_at
from presselese.events.grammar.clauses import ATTRIBUTIVE, agents, patients
from presselese.events.grammar.nominals import preposition, relation
from presselese.events.grammar.verbs import clause_verb
from presselese.events.heads.readings import Reading
from presselese.linking.event_fillers import FOUNDERS

# "Gründungsmitglieder sind Aue und Bramme" makes members (a settled case, `corpus/README.md`); who
# founds is who is said to found.
FOUNDING_MEMBERS: Final = re.compile(r"^Gründungsmitglied|^Mitgründer|^Mitbegründer")
# What the heads must see at least in who acts, for the clause to show that he founds: a name or a
# body, and a phrase of any other sort ("14 Bürger", but not "durch Zufall").
LEAST_SEEN: Final = 0.15
LEAST_SEEN_OTHERS: Final = 0.3
# Words that say by whom or with whom, whatever the heads see.
BY_WHOM: Final = frozenset({"von", "vom", "durch", "mit"})
OWN: Final = ("ihr", "sein", "eigen")


def let_shown_found(
    slots: dict[str, list[Argument]],
    verb: Token,
    reading: Reading,
    kind: EventKind,
    resolver: Resolver,
) -> frozenset[str]:
    """Let those found, in place, whom the clause shows, and return them.

    Nobody founds what is only read of founding members, see `FOUNDING_MEMBERS`.
    """
    by_grammar = _agents_of_participle(verb, kind, resolver)
    told: frozenset[str] = frozenset()
    for slot in kind.owners:
        if FOUNDING_MEMBERS.search(reading.token.text):
            slots[slot] = []
            continue
        shown = by_grammar.get(slot) or shown_founders(
            verb, reading, slot, kind, slots["organisation"], resolver
        )
        others = slots[slot] if slot not in by_grammar else []
        slots[slot] = shown_first(unique([*shown, *others]), shown, verb)
        told |= keys(shown)
    return told


def _agents_of_participle(
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


def keys(founders: Iterable[Argument]) -> frozenset[str]:
    """Return what founders are told apart by: refs, or names where there is none."""
    return frozenset(founder.ref or founder.name for founder in founders)


def shown_founders(
    verb: Token,
    reading: Reading,
    slot: str,
    kind: EventKind,
    bodies: Sequence[Argument],
    resolver: Resolver,
) -> list[Argument]:
    """Return whom the clause of a word that is read makes founders, by the frames of its kind.

    None of `bodies`, which are founded: of "die Aue eG, gegründet von 54 Bürgern," parsers make
    the active voice.
    """
    trigger = trigger_at(verb, kind.frames) or _light_verb(verb, kind)
    if trigger is None:
        return []
    frame = trigger.frame
    if frame.nouns:  # "Seit der Gründung wuchs Weber": whoever does what the verb says
        sources = tuple(s for s in frame.slots.get(slot, ()) if s.startswith("prep:"))
    else:
        sources = tuple(f"{s} + together" for s in frame.slots.get(slot, ()))
    trigger = replace(trigger, frame=replace(frame, slots={slot: sources}))
    told = fill_slot(trigger, slot, resolver)
    if "PER" in frame.types_of(slot) or _founds_its_own(trigger.token):
        anybody = replace(trigger.frame, types={slot: frozenset({"ANY"})})
        told_or_seen = fill_slot(replace(trigger, frame=anybody), slot, resolver)
    else:  # "Die Ministerin eröffnete das Büro": in whose office she does so it does not say
        told_or_seen = told
    named = [_named(a, reading, slot, resolver) for a in told_or_seen]
    return [
        a
        for a in unique(named)
        if _is_another(a, bodies)
        and (
            (a in told and _is_said_by_whom(a, resolver.doc))
            or reading.support(slot, a) >= (LEAST_SEEN if a.ref else LEAST_SEEN_OTHERS)
        )
    ]


def _is_said_by_whom(founder: Argument, doc: Doc) -> bool:
    span = founder.span(doc)
    first = first_of_list(doc, founder)
    heads = [span.root] if span is not None else []
    heads += [doc[first]] if first is not None else []
    return any(preposition(head) in BY_WHOM for head in heads)


def _light_verb(noun: Token, kind: EventKind) -> Trigger | None:
    """Return the trigger whose noun was read: of "ins Leben gerufen" the heads mark one word."""
    trigger = trigger_at(clause_verb(noun), kind.frames)
    return trigger if trigger is not None and trigger.beside == noun else None


def _is_another(founder: Argument, bodies: Sequence[Argument]) -> bool:
    return all((founder.ref or founder.name) != (body.ref or body.name) for body in bodies)


def _founds_its_own(verb: Token) -> bool:
    """Tell "Optikerin Roth eröffnet ihr Geschäft", "hat ein eigenes Café eröffnet"."""
    return any(
        child.lower_.startswith(OWN)
        for noun in patients(verb)
        for child in noun.children
        if child.i < noun.i
    )


def _named(phrase: Argument, reading: Reading, slot: str, resolver: Resolver) -> Argument:
    """Return the person whose role a phrase tells, "Optikerin Anna Roth"; else the phrase."""
    if phrase.ref is not None:
        return phrase
    inside = resolver.names_between(phrase.start_char, phrase.end_char)
    read = {a.start_char for a, _ in reading.slots.get(slot, ())}
    return next((n for n in inside if n.label == "PER" or n.start_char in read), phrase)


def shown_first(
    founders: Sequence[Argument], shown: Sequence[Argument], trigger: Token
) -> list[Argument]:
    """Return the founders of a telling: those shown and who stands in one list with them."""
    if not shown:
        return list(founders)
    told = keys(shown)
    return [f for f in founders if (f.ref or f.name) in told or _goes_with(f, shown, trigger)]


def _goes_with(founder: Argument, shown: Sequence[Argument], trigger: Token) -> bool:
    """Tell whether a founder that is read belongs to those shown.

    In one list with them, however parsers hang it, named within them ("die Universitäten von Aue
    und Roda"), or a body of another sentence where those shown are a group without names.
    """
    doc = trigger.doc
    span = founder.span(doc)
    if span is None:
        return False
    if span.sent != trigger.sent:
        return founder.label in ("ORG", "LOC") and all(f.ref is None for f in shown)
    lists = {first_of_list(doc, f) for f in shown} - {None}
    if first_of_list(doc, founder) in lists:
        return True
    phrases = (f.span(doc) for f in shown if f.ref is None)
    heads = {phrase.root for phrase in phrases if phrase is not None}
    above = list(_up(span.root))
    return bool(heads & set(above)) or (
        trigger.pos_ != "NOUN"
        and all(preposition(token) is None for token in (span.root, *above))
        and clause_verb(span.root) == clause_verb(trigger)
    )


def _up(token: Token) -> Iterator[Token]:
    """Yield the nouns that a token hangs on, up to the verb of its clause."""
    while token.head != token and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
        yield token
