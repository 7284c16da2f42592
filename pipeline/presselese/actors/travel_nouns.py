"""Nouns for those who travel for others, their trips and talks: `delegation_nouns`."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from presselese.actors.compounds import is_noun
from presselese.resources.loader import load_tsv


def noun_kind(token: Token) -> str | None:
    """Return group, trip, journey or people for a noun that may name a delegation, else None."""
    if not token.text[:1].isupper() or token.pos_ not in ("NOUN", "PROPN", "X", "ADJ"):
        return None
    for kind in ("trip", "group", "journey", "guests", "people"):
        if is_noun(token, _nouns(kind)):
            return kind
    return None


def talk_kind(token: Token) -> str | None:
    """Return talk for a noun of a meeting, partner for one of who is met there, else None."""
    if token.pos_ != "NOUN":
        return None
    return next((kind for kind in ("talk", "partner") if is_noun(token, _nouns(kind))), None)


@cache
def _nouns(kind: str) -> tuple[str, ...]:
    rows = load_tsv("delegation_nouns", ("noun", "kind"))
    return tuple(noun.lower() for noun, found in rows if found == kind)
