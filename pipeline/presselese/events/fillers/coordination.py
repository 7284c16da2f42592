"""Who stands in one list with a filler has its part: "Stationen sind Aue, Bramme und Celle".

The event heads of the German pipeline judge word by word and are less sure of the later members of
a coordination than of its first; the tree knows that they are alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Token

from presselese.events.fillers.names import Argument
from presselese.events.grammar.nominals import preposition, relation

Scored = tuple[Argument, float, int]  # argument, chance, first token of its sentence
# What the heads must see at least in a further name of the list. From 0.2 to 0.5 no difference on
# dev and `corpus/fitting`.
LEAST_LISTED: Final = 0.3


def listed_with(doc: Doc, kept: Sequence[Scored], found: Sequence[Scored]) -> list[Scored]:
    """Return the names among `found`, not kept so far, that are coordinated with one that is."""
    lists = {first_of_list(doc, argument) for argument, _, _ in kept if argument.ref} - {None}
    known = {argument.start_char for argument, _, _ in kept}
    return [
        scored
        for scored in found
        if scored[1] >= LEAST_LISTED
        and scored[0].ref is not None
        and scored[0].start_char not in known
        and first_of_list(doc, scored[0]) in lists
    ]


def first_of_list(doc: Doc, argument: Argument) -> int | None:
    """Return the first word of the coordination that an argument stands in."""
    span = argument.span(doc)
    if span is None:
        return None
    token = noun_of_name(span.root)
    while relation(token) == "conj" and token.head.i < token.i:
        token = noun_of_name(token.head)
    return int(token.i)


def noun_of_name(token: Token) -> Token:
    """Return the noun that a name stands beside: "Stadt" of "der Stadt Schotten"."""
    while (
        relation(token) in ("appos", "flat", "compound", "nmod")
        and token.head.i < token.i
        and preposition(token) is None
        and token.head.pos_ in ("NOUN", "PROPN")
    ):
        token = token.head
    return token
