"""Words that look like fillers and are none: who gave the idea, mere counts, groups, "als"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Final

from spacy.tokens import Doc, Token

from presselese.events.fillers.names import Argument
from presselese.events.frames.kinds import EventKind
from presselese.events.grammar.nominals import article_of, is_plural, preposition, relation

# So many names beside a plural are those that it means.
LEAST_SPELLED_OUT: Final = 2
TOWNS: Final = ("städte", "gemeinden", "kommunen", "kreise")
# Who founds a body in saying so, unlike "die Anwesenden".
MEMBERS: Final = ("Mitglieder", "mitglieder")
Scored = tuple[Argument, float]


def leave_out_no_fillers(
    doc: Doc,
    slots: dict[str, list[Argument]],
    kind: EventKind,
    shown: Collection[str] = frozenset(),
) -> None:
    """Take out of the slots of a kind, in place, what its frame file says does not fill them.

    But for members whom the clause has `shown` (names) to act: "von 83 Mitgliedern gegründet".
    """
    for slot, nouns in kind.not_hang_on.items():
        slots[slot] = without_instigators(doc, slots[slot], nouns)
    for slot, nouns in kind.no_fillers.items():
        slots[slot] = [
            f
            for f in slots[slot]
            if f.ref is not None
            or f.name.lower() not in nouns
            or (f.name in shown and f.name.endswith(MEMBERS))
        ]
    for slot in kind.no_counts:
        slots[slot] = without_counts(doc, slots[slot])
    for slot in kind.many:
        slots[slot] = without_groups_named(doc, slots[slot])
        slots[slot] = without_nested(slots[slot])
        if slot in kind.owners:
            slots[slot] = without_belonging(doc, slots[slot])


def leave_out_read(doc: Doc, slots: dict[str, list[Scored]], kind: EventKind) -> None:
    """Take out of the slots that the heads read, in place, what an "als" says of the filler.

    "Das Büro wurde als Außenstelle der AHK gegründet": the AHK is not what was founded.
    """
    for slot in kind.not_as:
        if slot in slots:
            slots[slot] = [scored for scored in slots[slot] if not _is_in_as_phrase(doc, scored[0])]


def without_instigators(
    doc: Doc, fillers: Sequence[Argument], nouns: Collection[str]
) -> list[Argument]:
    """Return fillers without those that hang on one of `nouns` (lower case).

    "Auf Anregung des Wirtes von sieben Gemeinden gegründet": the landlord founds nothing, the
    agents behind "von" do, though parsers hang them on him. "Die Initiative wurde von Aue
    gegründet" tells of an initiative: only with a preposition does the noun say by whose wish.
    """
    return [filler for filler in fillers if not _hangs_on(doc, filler, nouns)]


def without_counts(doc: Doc, fillers: Sequence[Argument]) -> list[Argument]:
    """Return fillers without those that only say how many: "386 Städte, Gemeinden und Kreise"."""
    return [f for f in fillers if f.ref is not None or not _is_counted(doc, f)]


def without_groups_named(doc: Doc, fillers: Sequence[Argument]) -> list[Argument]:
    """Return fillers without the plural that several names spell out: "vier Städte: Aue, …"."""
    names = [filler for filler in fillers if filler.is_name]
    if len(names) < LEAST_SPELLED_OUT:
        return list(fillers)
    towns_named = sum(name.label == "LOC" for name in names)
    return [
        f
        for f in fillers
        if f.ref is not None
        or not _is_plural(doc, f)
        or (_are_towns(f) and towns_named < LEAST_SPELLED_OUT)
    ]


def _are_towns(filler: Argument) -> bool:
    """Tell whether a phrase is of towns, whom firms do not spell out: "die Talgemeinden"."""
    return (filler.noun or "").casefold().endswith(TOWNS)


def without_nested(fillers: Sequence[Argument]) -> list[Argument]:
    """Return fillers without those inside another: "Mannheim" in "Büro der Stadt Mannheim"."""
    named = [f for f in fillers if f.ref is None or f.noun is None]  # not "die drei", "das Haus"
    return [f for f in fillers if f not in named or not any(_is_part(f, other) for other in named)]


def _is_part(filler: Argument, whole: Argument) -> bool:
    inside = whole.start_char <= filler.start_char and filler.end_char <= whole.end_char
    return inside and filler.end_char - filler.start_char < whole.end_char - whole.start_char


def without_belonging(doc: Doc, fillers: Sequence[Argument]) -> list[Argument]:
    """Return fillers without those that another only belongs to: "Roda, eine Tochter der Aue AG".

    Or works for: "Anna Roth von der Universität Bern".
    """
    roots = {token.i for f in fillers if f.ref is not None for token in f.span(doc) or ()}
    return [f for f in fillers if not _says_whose(doc, f, roots)]


def _says_whose(doc: Doc, filler: Argument, roots: Collection[int]) -> bool:
    span = filler.span(doc)
    own = {token.i for token in span or ()}
    token = span.root if span is not None else None
    is_attribute = False
    while token is not None and token.head != token and token.head.pos_ in ("NOUN", "PROPN"):
        is_attribute = is_attribute or relation(token) == "nmod"
        token = token.head
        if is_attribute and token.i in roots and token.i not in own:
            return True
    return False


def _hangs_on(doc: Doc, filler: Argument, nouns: Collection[str]) -> bool:
    above = list(islice(_up_to_verb(doc, filler), 1, None))
    head = _head(doc, filler)
    if head is not None and preposition(head) in ("von", "durch"):
        above = above[:1]  # the agent of all, unless it is the noun's own
    return any(token.lower_ in nouns and preposition(token) is not None for token in above)


def _is_in_as_phrase(doc: Doc, filler: Argument) -> bool:
    return any(preposition(token) == "als" for token in _up_to_verb(doc, filler))


def _up_to_verb(doc: Doc, filler: Argument) -> Iterator[Token]:
    """Yield a filler's head and what it hangs on, up to and with the next verb or the root."""
    token = _head(doc, filler)
    while token is not None:
        yield token
        token = token.head if token.head != token and token.pos_ != "VERB" else None


def _is_counted(doc: Doc, filler: Argument) -> bool:
    token = _head(doc, filler)
    while token is not None:
        if _is_definite(token):
            return False
        if any(_counts(child) for child in token.children):
            return True
        token = token.head if relation(token) == "conj" else None
    return False


def _is_definite(noun: Token) -> bool:
    """Tell "(vier) der fünf Talgemeinden", whom the article knows, from "43 Gemeinden"."""
    article = article_of(noun)
    return article is not None and "Def" in article.morph.get("Definite", [])


def _counts(word: Token) -> bool:
    return relation(word) == "nummod" or word.pos_ == "NUM" or word.lower_ in ("mehr", "weniger")


def _is_plural(doc: Doc, filler: Argument) -> bool:
    token = _head(doc, filler)
    return token is not None and is_plural(token)


def _head(doc: Doc, filler: Argument) -> Token | None:
    span = filler.span(doc)
    return None if span is None else span.root
