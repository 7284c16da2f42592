"""Whom "dessen Haus" means as a member: the house of the person named before.

"Begrüßt wurden sie von Rektor Lam, dessen Haus Mitglied im Verbund ist": the university that he is
rector of. Of "das Haus" without an owner nobody can be sure: that it is the body named most often
was tried, and wrong as often as right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from spacy.tokens import Doc, Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.bodies.meant_bodies import POSSESSIVES
from presselese.events.fillers.names import Argument, noun_of, unique
from presselese.events.fillers.telling import Telling
from presselese.resources.doc_fields import ORGANISATIONS, PEOPLE

# Nouns for a house that say nothing of its kind, beside those of the lexicon.
HOUSES: Final = frozenset({"haus", "kanzlei", "sozietät"})


def name_meant_members(tellings: Sequence[Telling], doc: Doc) -> None:
    """Let "dessen Haus" mean where the person before it works, in place."""
    for telling in tellings:
        telling.slots["members"] = unique(_meant(m, doc) for m in telling.slots["members"])


def _meant(member: Argument, doc: Doc) -> Argument:
    noun = noun_of(member, doc) if member.ref is None else None
    if noun is None or not _is_house(member.noun or "") or not _has_owner(noun):
        return member
    house = _employer(noun)
    if house is None:
        return member
    return replace(member, label="ORG", ref=house["id"], name=house["name"])


def _is_house(noun: str) -> bool:
    return noun.casefold() in HOUSES or organisation_kind(noun) is not None


def _has_owner(noun: Token) -> bool:
    return any(c.lower_.startswith(POSSESSIVES) for c in noun.children if c.i < noun.i)


def _employer(noun: Token) -> dict[str, Any] | None:
    """Return the house of the person whom the article named last before a noun."""
    doc = noun.doc
    before = [
        (mention["start_char"], person)
        for person in doc._.get(PEOPLE)
        for mention in person["mentions"]
        if mention["start_char"] < noun.idx
    ]
    if not before:
        return None
    _, person = max(before, key=lambda entry: entry[0])
    employer = (person["organisation"] or {}).get("ref")
    return next((dict(o) for o in doc._.get(ORGANISATIONS) if o["id"] == employer), None)
