"""What belongs to a noun phrase of the tree, and how its words are given in a record."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.name_case import GENITIVE_ARTICLES, GENITIVE_ENDING
from presselese.actors.nominative import nominative
from presselese.actors.organisation_nouns import organisation_noun, uninflected
from presselese.events.grammar.nominals import article_of, is_plural, preposition, relation
from presselese.figures.inflection import nominative as plural_nominative

OPENING_QUOTES: Final = frozenset("„\"»‚'“«")
CLOSING_QUOTES: Final = frozenset("“\"«‘'”»")
PHRASE_BORDERS: Final = frozenset(",;:(–")
# What leads from a body to its purpose: "Bündnis gegen Hass", "Verein zur Pflege der Musik".
OF_A_BODY: Final = frozenset({"für", "von", "gegen", "zu"})


def nominative_of(noun: Token) -> str:
    """Return a noun in the nominative of its number: "Verbands" is "Verband".

    Behind "des" and "eines" it is singular, whatever the tagger says: "eines Joint-Ventures".
    """
    article = article_of(noun)
    if article is not None and article.lower_ in GENITIVE_ARTICLES:
        return _without_genitive(noun)
    if is_plural(noun):
        return plural_nominative(noun.text)
    return nominative(noun)


def _without_genitive(noun: Token) -> str:
    """Return a genitive as the lexicon has it ("Joint-Venture"), else without its ending."""
    text = str(noun.text)
    known = uninflected(text)
    if known is not None:
        return known
    bare = nominative(noun)
    return bare if bare != text else GENITIVE_ENDING.sub("", text)


def closing_quote(doc: Doc, start: int, end: int) -> int | None:
    """Return the index of the first closing quote from `start` on, before `end`; None without."""
    return next((token.i for token in doc[start:end] if token.text in CLOSING_QUOTES), None)


def is_attribute(token: Token) -> bool:
    """Tell an attribute of the noun before it from a year or an agent that strayed there."""
    return token.pos_ != "NUM" and not (preposition(token) in ("von", "durch") and token.ent_type_)


def with_first_part(noun: Token) -> str:
    """Return a noun with the first part that is written apart: "Joint Venture"."""
    first = noun.doc[noun.i - 1] if noun.i else noun
    joined = f"{first.text} {noun.text}"
    known = organisation_noun(joined) or ""
    return joined if first.head == noun and " " in known else str(noun.text)


def noun_phrase(noun: Token) -> Span:
    """Return a noun with its adjectives before it and its close attributes behind, no article.

    "eine neue US-Dependance des Berliner Start-ups Cellbricks" gives all from "US-Dependance".
    """
    start, end = noun.i, noun.i
    for child in noun.children:
        is_name_adjective = child.text[:1].isupper() and not child.is_sent_start
        if relation(child) == "amod" and child.i < noun.i and is_name_adjective:
            start = min(start, child.left_edge.i)
        is_close = relation(child) in ("flat", "appos", "compound") or (
            relation(child) == "nmod"
            and (preposition(child) is None or preposition(child) in OF_A_BODY)
            and is_attribute(child)
        )
        if is_close and end < child.left_edge.i <= end + 2 and noun.doc[end + 1].text != ",":
            end = max(end, _without_clauses(child))
    if with_first_part(noun) != noun.text:
        start = min(start, noun.i - 1)
    return noun.doc[start : end + 1]


def end_within(noun: Token, within: Collection[int]) -> int:
    """Return the index behind a phrase's last noun: its tokens in a row, up to a comma."""
    doc, end = noun.doc, noun.i + 1
    while end in within and doc[end].text not in PHRASE_BORDERS:
        end += 1
    while end > noun.i + 1 and doc[end - 1].pos_ not in ("NOUN", "PROPN", "NUM", "X"):
        end -= 1
    is_quoting = any(token.text in OPENING_QUOTES for token in doc[noun.i : end])
    return end + (is_quoting and end < len(doc) and doc[end].text in CLOSING_QUOTES)


def _without_clauses(token: Token) -> int:
    """Return the last token of a subtree before its first relative clause, bracket or comma."""
    last = token.left_edge.i - 1
    for inner in token.doc[token.left_edge.i : token.right_edge.i + 1]:
        if inner.text in PHRASE_BORDERS or relation(inner) in ("acl", "advcl"):
            return last
        last = inner.i
    return last
