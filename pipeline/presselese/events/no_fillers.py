"""Words that look like fillers and are none: who only gave the idea, and mere counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Token

from presselese.events.clauses import relation
from presselese.events.fillers import Argument


def without_instigators(
    doc: Doc, fillers: Sequence[Argument], nouns: Collection[str]
) -> list[Argument]:
    """Return fillers without those that hang on one of `nouns` (lower case).

    "Auf Anregung des Wirtes von sieben Gemeinden gegründet": the landlord founds nothing.
    """
    return [filler for filler in fillers if not _hangs_on(doc, filler, nouns)]


def without_counts(doc: Doc, fillers: Sequence[Argument]) -> list[Argument]:
    """Return fillers without those that only say how many: "386 Städte, Gemeinden und Kreise"."""
    return [f for f in fillers if f.ref is not None or not _is_counted(doc, f)]


def _hangs_on(doc: Doc, filler: Argument, nouns: Collection[str]) -> bool:
    token = _head(doc, filler)
    while token is not None and token.head != token and token.pos_ != "VERB":
        token = token.head
        if token.lower_ in nouns:
            return True
    return False


def _is_counted(doc: Doc, filler: Argument) -> bool:
    token = _head(doc, filler)
    while token is not None:
        if any(relation(child) == "nummod" or child.pos_ == "NUM" for child in token.children):
            return True
        token = token.head if relation(token) == "conj" else None
    return False


def _head(doc: Doc, filler: Argument) -> Token | None:
    span = doc.char_span(filler.start_char, filler.end_char, alignment_mode="expand")
    return None if span is None else span.root
