"""Which body is meant where an article tells the founding or joining of one body only.

"2019 trat die Stadt der Liga bei. Gegründet wurde der Verband 1996": the noun is in no name, yet
one body is what the article tells of. So it is for "Zu den Gründungsmitgliedern zählt Roth", which
does not say of what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.fillers.names import Argument, noun_of
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.frames.tellings import is_known_organisation
from presselese.events.grammar.nominals import children, is_anaphoric, is_plural, relation
from presselese.resources.doc_fields import text_of

POSSESSIVES: Final = ("dessen", "deren", "sein", "ihr")
NAMES_WHICH: Final = ("LOC", "ORG")
NAMED_NEAR: Final = 12  # characters between "dieses Netzwerk" and its name: ', als „'
# The firms that have members.
JOINED_FIRM: Final = "genossenschaft"


def name_meant_bodies(tellings: Sequence[Telling], resolver: Resolver) -> None:
    """Let tellings that do not name their organisation mean the only one that others name.

    In place. A name counts as told only in the sentence that tells of it.
    """
    named = [
        (a, t) for t in tellings for a in t.slots["organisation"] if a.is_name and _is_named(a, t)
    ]
    told = {a.ref: a for a, _ in named}
    if len(told) != 1:
        return
    (body,) = told.values()
    is_network = resolver.antecedents.is_network(body.ref or "")
    is_joined = is_network or any(t.kind == "membership" for _, t in named)
    for telling in tellings:
        telling.slots["organisation"] = [
            replace(body, start_char=a.start_char, end_char=a.end_char, noun=a.noun or a.name)
            if _is_meant(body, a, telling, resolver, is_joined=is_joined)
            else a
            for a in telling.slots["organisation"]
        ]


def says_who(arguments: Sequence[Argument], doc: Doc) -> bool:
    """Tell whether anybody is named, or at least brought up here: "etliche Firmen", "ein Verein".

    "Die Firma" means somebody whom the article names elsewhere; where nobody can tell whom, nobody
    could look it up.
    """
    return any(
        argument.is_name or (noun := noun_of(argument, doc)) is None or not _points_back(noun)
        for argument in arguments
    )


def _points_back(noun: Token) -> bool:
    """Tell "die Firma" and "dessen Haus"; a group ("die Gemeinden") is who it is.

    So is "der Markt Reisenbruck", whose name stands behind.
    """
    if any(child.ent_type_ for child in children(noun, "appos", "flat")):
        return False
    owner = any(child.lower_.startswith(POSSESSIVES) for child in noun.children if child.i < noun.i)
    return not is_plural(noun) and (owner or is_anaphoric(noun))


def _is_named(organisation: Argument, telling: Telling) -> bool:
    """Tell a name in the telling's own sentence from a noun and from one taken from elsewhere."""
    return telling.holds(organisation) and organisation.noun is None


def _is_meant(
    body: Argument, given: Argument, telling: Telling, resolver: Resolver, *, is_joined: bool
) -> bool:
    if given.ref == body.ref or _is_named(given, telling):
        return False
    if not given.is_name:
        if given.noun and _is_named_as_taken_up(given.noun, body, resolver):
            return True
        is_known = is_known_organisation(given, telling.sentence.doc)
        return is_known and _may_mean(given, body, resolver, is_joined=is_joined)
    if given.noun is not None:  # "den Verband": of what the article calls so it is sure
        return not resolver.antecedents.calls(given.ref or "", given.noun)
    return telling.is_open or not telling.rule.endswith(".read")


def _says_which(phrase: Argument, doc: Doc) -> bool:
    """Tell whether an adjective, a place or whose it is says which of several a noun means."""
    noun = noun_of(phrase, doc)
    return noun is not None and any(
        (relation(child) == "amod" and child.i < noun.i)
        or (relation(child) == "nmod" and child.i > noun.i and child.ent_type_ in NAMES_WHICH)
        for child in noun.children
    )


def _is_named_as_taken_up(noun: str, body: Argument, resolver: Resolver) -> bool:
    """Read "Mitglied im Netzwerk der Küsten. Dieses Netzwerk, als „Bay“ gegründet, …"."""
    text = text_of(resolver.doc)
    taken_up = re.compile(rf"\b[Dd]ies\w{{1,2}} {re.escape(noun)}\w?\b[^.!?\n]{{0,{NAMED_NEAR}}}$")
    _, entity = resolver.entities[body.ref or ""]
    return any(
        taken_up.search(text, 0, mention["start_char"]) is not None
        for mention in entity["mentions"]
    )


def _may_mean(phrase: Argument, body: Argument, resolver: Resolver, *, is_joined: bool) -> bool:
    """Tell whether a noun may mean a body: "der Verband" one that is joined, "das Büro" an office.

    One that says more of itself ("die Niederlassung in Minsk", "die jüngste Repräsentanz") is
    another.
    """
    noun = phrase.noun or ""
    if phrase.name != noun:
        return False
    kind = organisation_kind(noun)
    if kind is None:
        return True
    if kind in ("network", "association") or noun.lower().endswith(JOINED_FIRM):
        return is_joined
    kinds = {organisation_kind(word) for word in body.name.split()} - {None}
    may_be_called_so = resolver.antecedents.calls(body.ref or "", noun)
    return (may_be_called_so or organisation_kind(noun) in kinds) and not _says_which(
        phrase, resolver.doc
    )
