"""From the words with a part in an event to the names, phrases and values that they belong to.

The event heads give each word a chance of its own; a name's is the mean over its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.fillers.counted_back import counted_back
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver, is_town_noun
from presselese.events.grammar.nominals import is_anaphoric, is_plural, relation
from presselese.linking.coreference import ANY_BODY, CITY_NOUNS, FIRM, is_network_name
from presselese.resources.doc_fields import PLACES

NONE: Final[Mapping[int, float]] = MappingProxyType({})
# "Der Verbund" stands for the name that plays the same part elsewhere with at least this chance.
LEAST_STAND_IN: Final = 0.4
# By how much less likely than the noun a name may be that the article never calls so.
CLEARLY_LESS: Final = 0.1
# The words of a phrase, where the tree is not to say where it ends.
LEAST_INSIDE: Final = 0.5
# A date or figure, by its likeliest word; a date of another sentence is often another event's.
LEAST_VALUE: Final = 0.6
LEAST_VALUE_ELSEWHERE: Final = 0.9


def fillers_of(
    doc: Doc,
    scores: dict[int, float],
    trigger: Token,
    resolver: Resolver,
    *,
    is_body: bool,
    others: Mapping[int, float] = NONE,
) -> Iterator[tuple[Argument, float, int]]:
    """Yield names and phrases whose words play a part, how likely, and their sentence's start.

    `scores` are the words' chances; `is_body` says that the part is a body's, not a place's, and
    `others` how likely each word rather tells who made it.
    """
    named: list[tuple[Argument, float]] = []
    phrases: list[tuple[list[int], float]] = []
    for run in _runs(doc, scores, resolver):
        names = {n.start_char: n for i in run if (n := resolver.name_at(doc[i])) is not None}
        inside = _name_inside(doc[run[0]]) if run == [trigger.i] else None
        found = [(name, mean_chance(doc, name, scores)) for name in names.values()]
        if not found and inside is not None:
            found = [(inside, scores[trigger.i])]
        for argument, score in found:
            yield argument, score, doc[run[0]].sent.start
        named += found
        if not found and run != [trigger.i]:
            phrases.append((run, sum(scores[i] for i in run) / len(run)))
    for run, score in phrases:
        head = _head(doc, run)
        likely = [i for i in run if scores[i] >= LEAST_INSIDE]
        meant = counted_back(doc, likely, resolver) if likely else []
        if meant:
            yield from ((name, score, head.sent.start) for name in meant)
            continue
        is_named = any(resolver.name_at(doc[i]) is not None for i in likely)
        if is_named:
            stand_in = None
        elif is_body:
            such = [p for p in named if _is_such(p, head, score, others, resolver)]
            stand_in = _stand_in(head, such)
        else:
            is_town = is_town_noun(head)
            stand_in = _stand_in(head, [p for p in named if not is_town or _may_be_town(p[0])])
        resolved = resolver.resolve(head, likely)
        if resolved is not None and resolved.ref and _is_named_later(stand_in, head, resolver):
            stand_in = None
        phrase = stand_in or resolved
        if phrase is None:
            continue
        # "Die Universitäten in Aue und Bramme": the names that share the noun stand behind it.
        is_shared = phrase.ref is not None and phrase.start_char > head.idx
        for name in resolver.names_in_list(phrase) if is_shared else [phrase]:
            yield name, score, head.sent.start


def _stand_in(head: Token, named: Sequence[tuple[Argument, float]]) -> Argument | None:
    """Return the name that "der Verbund" or "er" stands for: the likeliest of the same part."""
    if not is_anaphoric(head) or (is_plural(head) and head.pos_ != "PRON"):
        return None  # "die Talgemeinden" are several, whoever else is named
    told = [pair for pair in named if _may_be_meant(pair[0], head)]
    best = max(told, key=lambda pair: pair[1], default=None)
    if best is None or best[1] < LEAST_STAND_IN:
        return None
    end = head.idx + len(head.text)
    return replace(best[0], start_char=head.idx, end_char=end, noun=head.text)


def _is_such(
    named: tuple[Argument, float],
    head: Token,
    chance: float,
    others: Mapping[int, float],
    resolver: Resolver,
) -> bool:
    """Tell whether a name may be what a noun calls it, which plays the part with some `chance`.

    "Das Büro" is no university, "der Naturpark" no town, and "die gemeinsame Firma" not the one
    that rather founded it. A name that is much less likely than "die Genossenschaft" is another
    body.
    """
    name, score = named
    if head.pos_ == "PRON" or resolver.antecedents.calls(name.ref or "", head.text):
        return True
    kind = organisation_kind(head.text)
    is_of_any = head.lower_ in FIRM or ANY_BODY.fullmatch(head.lower_) is not None
    if kind is not None and not is_of_any and score < chance - CLEARLY_LESS:
        return False
    kinds = {organisation_kind(word) for word in name.name.split()} - {None}
    is_place = name.label == "LOC" and not is_network_name(name.name)
    if is_place or (kind == "office" and kinds and "office" not in kinds):
        return False
    return mean_chance(head.doc, name, others) <= score


def _is_named_later(name: Argument | None, head: Token, resolver: Resolver) -> bool:
    """Tell whether an article names something for the first time only behind a phrase.

    "Die Stadt" in the first sentence is not the town that the last one adds.
    """
    if name is None or name.ref is None:
        return False
    _, entity = resolver.entities[name.ref]
    return bool(min(m["start_char"] for m in entity["mentions"]) > head.idx)


def _may_be_meant(name: Argument, head: Token) -> bool:
    """Tell whether a name stands in another sentence than a phrase, or before it."""
    return name.start_char < head.idx or name.start_char >= head.sent.end_char


def _may_be_town(name: Argument) -> bool:
    """Tell whom "der Landkreis" may mean: a place, not the party that wants it to join."""
    return name.label == "LOC" or not CITY_NOUNS.isdisjoint(name.name.casefold().split())


def _runs(doc: Doc, scores: dict[int, float], resolver: Resolver) -> Iterator[list[int]]:
    """Yield the stretches of words in a row, each member of a coordination alone."""
    run: list[int] = []
    for i in sorted(scores):
        is_border = _is_list_border(doc[i]) and resolver.name_at(doc[i]) is None
        if run and (is_border or any(not doc[j].is_space for j in range(run[-1] + 1, i))):
            yield run
            run = []
        if not is_border:
            run.append(i)
    if run:
        yield run


def _is_list_border(token: Token) -> bool:
    """Tell "elf Landwirten und drei Gemeinden" from "Bürgerinnen und Bürger", "Stadt- und …"."""
    opens_member = relation(token.head) == "conj" and token.head.i > token.i
    is_glue = relation(token) == "cc" or token.text == ","
    is_shortened = token.i > 0 and token.nbor(-1).text.endswith(("-", "innen"))
    return opens_member and is_glue and not is_shortened


def mean_chance(doc: Doc, name: Argument, scores: Mapping[int, float]) -> float:
    """Return how likely a name plays a part: the mean over its words."""
    words = [token.i for token in name.span(doc) or () if not token.is_space]
    return sum(scores.get(i, 0.0) for i in words) / max(len(words), 1)


def _head(doc: Doc, run: list[int]) -> Token:
    """Return the word of a phrase that the others hang on: the first whose head lies outside."""
    inside = set(run)
    nominal = [i for i in run if doc[i].pos_ in ("NOUN", "PROPN", "PRON", "X")]
    outermost = [i for i in nominal or run if doc[i].head.i not in inside]
    return doc[(outermost or nominal or run)[0]]


def _name_inside(token: Token) -> Argument | None:
    """Return the place inside a word: "China" in "China-Reise"."""
    end = token.idx + len(token.text)
    for place in token.doc._.get(PLACES):
        for mention in place["mentions"]:
            if token.idx <= mention["start_char"] and mention["end_char"] < end:
                return Argument(
                    "LOC", place["id"], place["name"], mention["start_char"], mention["end_char"]
                )
    return None


def covering(
    doc: Doc,
    scores: dict[int, float],
    spans: Iterable[dict[str, Any]],
    own: Span | None = None,
) -> dict[str, Any] | None:
    """Return the date or figure that holds the likeliest words of a role.

    Where a sentence `own` is given, it goes before the others, whose words must be likelier.
    """
    best: tuple[bool, float, dict[str, Any]] | None = None
    for span in spans:
        inside = [
            score
            for i, score in scores.items()
            if span["start_char"] < doc[i].idx + len(doc[i].text) and doc[i].idx < span["end_char"]
        ]
        is_near = own is None or own.start_char <= span["start_char"] < own.end_char
        least = LEAST_VALUE if is_near else LEAST_VALUE_ELSEWHERE
        likeliest = max(inside, default=0.0)
        if likeliest >= least and (best is None or (is_near, likeliest) > best[:2]):
            best = (is_near, likeliest, span)
    return best[2] if best else None
