"""Members in a list behind a colon: "Mitglieder sind: Aue, Bramme", or one a line below it.

The event heads read such lists only in part, and trees break up in them. Each item names at most
one member, at its head: brackets, roles ("Stadträtin Ida Roth"), "vertreten durch Jan Wolf" and
relative clauses name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from presselese.events.fillers.names import Argument, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.grammar.verbs import is_finite
from presselese.resources.doc_fields import text_of

# So many names make a list; one behind a colon may be anything.
LEAST_NAMES: Final = 2
BULLET: Final = re.compile(r"\s*[•·*–-]\s*")
BETWEEN_ITEMS: Final = frozenset({",", ";", "und", "sowie"})
# Of an item behind a comma; at the head of a line "der" is an article, whatever its tag.
CLAUSE_OPENERS: Final = frozenset({"PRON", "SCONJ"})
# What may stand before the name of an item: "die neue Stadträtin", "auch".
LEADING: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PUNCT", "X"})


def listed_behind_colon(trigger: Token, resolver: Resolver) -> list[Argument]:
    """Return the names of the list that a trigger's sentence leads in, empty where none is."""
    colon = next((t for t in trigger.doc[trigger.i : trigger.sent.end] if t.text == ":"), None)
    if colon is None:
        return []
    names: list[Argument] = []
    for line in _lines(colon):
        of_line: list[Argument] = []
        for item in _without_clauses(_items(line, resolver)):
            name = _name_of(item, resolver)
            if name is not None and not _says_where(name, item, of_line):
                of_line.append(name)
        names += of_line
    return unique(names) if len(names) >= LEAST_NAMES else []


def _lines(colon: Token) -> list[list[Token]]:
    """Return the tokens of a list by line: those with bullets, or the rest of its sentence."""
    text, doc = text_of(colon.doc), colon.doc
    start = colon.idx + 1
    if not re.match(r"[ \t]*\n", text[start:]):
        return [[t for t in doc[colon.i + 1 : colon.sent.end] if not t.is_space]]
    lines: list[list[Token]] = []
    for line in text[start:].splitlines(keepends=True):
        bullet = BULLET.match(line)
        if bullet is not None:
            span = doc.char_span(
                start + bullet.end(), start + len(line.rstrip()), alignment_mode="expand"
            )
            lines.append([t for t in span or () if not t.is_space])
        elif line.strip():
            break
        start += len(line)
    return lines


def _items(tokens: list[Token], resolver: Resolver) -> list[list[Token]]:
    """Return the items of one line of a list, without what stands in brackets."""
    items: list[list[Token]] = [[]]
    depth, end_of_name = 0, -1
    for token in tokens:
        is_in_name = token.i < end_of_name  # "und" in a name parts nothing
        depth += 0 if is_in_name else (token.text == "(") - (token.text == ")")
        if not is_in_name and (depth > 0 or token.text == ")"):
            continue
        if not is_in_name and token.lower_ in BETWEEN_ITEMS:
            items.append([])
            continue
        items[-1].append(token)
        named = resolver.name_at(token)
        span = named.span(token.doc) if named is not None else None
        end_of_name = span.end if span is not None else -1
    return items


def _without_clauses(items: list[list[Token]]) -> Iterator[list[Token]]:
    """Yield the items outside of relative clauses, none from a main clause on."""
    is_in_clause = False
    for number, item in enumerate(items):
        head = next((t for t in item if not t.is_punct and t.pos_ != "ADP"), None)
        opens = number > 0 and head is not None and head.pos_ in CLAUSE_OPENERS
        is_in_clause = is_in_clause or opens
        is_closed = any(is_finite(token) for token in item)
        if is_closed and not is_in_clause:
            return
        if not is_in_clause:
            yield item
        is_in_clause = is_in_clause and not is_closed


def _name_of(item: list[Token], resolver: Resolver) -> Argument | None:
    """Return the name at the head of an item, behind articles, roles and kinds of bodies."""
    has_noun = False
    for token in item[_whence(item, resolver) :]:
        named = resolver.name_at(token)
        if named is not None:
            return named
        is_article = token == item[0] and token.pos_ == "PRON"
        if (token.pos_ not in LEADING and not is_article) or (has_noun and token.pos_ == "DET"):
            return None
        has_noun = has_noun or token.pos_ == "NOUN"
    return None


def _whence(item: list[Token], resolver: Resolver) -> int:
    """Return how many tokens of an item say where its name is from: "aus Hessen Groß-Aue"."""
    place = resolver.name_at(item[1]) if len(item) > 1 and item[0].lower_ == "aus" else None
    if place is None or place.label != "LOC":
        return 0
    return sum(token.idx < place.end_char for token in item)


def _says_where(name: Argument, item: list[Token], before: list[Argument]) -> bool:
    """Tell the seat of a body: "die Hochschule für Musik, Linz"."""
    return (
        name.label == "LOC"
        and bool(before)
        and before[-1].label == "ORG"
        and item[0].idx == name.start_char
    )
