"""A counted group that joins: "Zwölf Kommunen wurden in den Bund aufgenommen".

Where the clause itself says that a group joins or leaves, who is named elsewhere belongs to it only
as a list of its sort: "Es sind Aue, Bramme und Celle" names the towns, "Geladen hatte das
Ministerium" none. Of a small group without such a list the noun tells who joins; "198 Unternehmen
traten bei" tells only how many.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.bodies.no_members import MEMBERS
from presselese.events.fillers.counted_back import sorts_called
from presselese.events.fillers.names import Argument, Label
from presselese.events.fillers.telling import Telling
from presselese.events.grammar import verbs
from presselese.events.grammar.clauses import patients, subjects
from presselese.events.grammar.nominals import is_plural, relation
from presselese.events.grammar.noun_phrases import nominative_of
from presselese.figures.numbers import parse_number

# So many names make a list, and half of those counted.
LEAST_LISTED: Final = 2
# Up to so many join at one time as a group of the news; more are mere counts over the years.
MOST_AT_ONCE: Final = 15
# Nouns of members of any sort, of which only names tell who they are.
MERE_MEMBERS: Final = ("mitglieder", "mitgliedern")
ANY_SORT: Final[tuple[Label, ...]] = ("ORG", "LOC", "PER")


def let_group_join(telling: Telling) -> None:
    """Let the group that joins in a telling's own clause be its members, in place.

    Nothing changes where the sentence names who joins.
    """
    if telling.values["change"] == "is":
        return
    group = next(_groups(telling.trigger.root), None)
    members = telling.slots[MEMBERS]
    if group is None or any(m.ref is not None and telling.holds(m) for m in members):
        return
    named = [m for m in members if m.ref is not None and m.label in _sorts(group)]
    if len(named) >= max(LEAST_LISTED, (_count(group) or 0) / 2):
        telling.slots[MEMBERS] = named
    else:
        telling.slots[MEMBERS] = [_as_member(group)] if _is_member_itself(group) else []


def _groups(trigger: Token) -> Iterator[Token]:
    """Yield the counted nouns of members that take part in a trigger's clause."""
    verb = verbs.clause_verb(trigger)
    for noun in (trigger, *subjects(verb), *patients(verb)):
        are_several = noun.pos_ == "NOUN" and is_plural(noun)
        if are_several and _count(noun) is not None and _sorts(noun):
            yield noun


def _sorts(group: Token) -> tuple[Label, ...]:
    return ANY_SORT if group.lower_ in MERE_MEMBERS else sorts_called(group)


def _count(noun: Token) -> int | None:
    """Return how many a noun counts: "zwölf Kommunen" 12; None where no number stands by it."""
    numbers = (
        parse_number(child.lower_)
        for child in noun.children
        if child.i < noun.i and (relation(child) == "nummod" or child.pos_ == "NUM")
    )
    return next((int(number) for number in numbers if number is not None), None)


def _is_member_itself(group: Token) -> bool:
    """Tell a group of bodies from "fünf Mitglieder" and "sechs Niederlassungen"."""
    count = _count(group) or 0
    is_body = group.lower_ not in MERE_MEMBERS and organisation_kind(group.text) != "office"
    return is_body and 1 < count <= MOST_AT_ONCE


def _as_member(group: Token) -> Argument:
    end = group.idx + len(group.text)
    return Argument("NP", None, nominative_of(group), group.idx, end, group.text)
