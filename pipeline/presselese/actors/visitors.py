"""Where visitors come from: the place of "eine Delegation aus Nablus" employs no host of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from spacy.tokens import Doc, Token

from presselese.actors.travel_nouns import noun_kind
from presselese.resources.doc_fields import PLACES

VISITORS: Final = frozenset({"group", "guests"})  # kinds of `delegation_nouns`


@dataclass(frozen=True, slots=True)
class Visit:
    """A sentence about visitors from a place; characters of the sentence and of their phrase."""

    place: str
    sentence: tuple[int, int]
    phrase: tuple[int, int]

    def is_host(self, start_char: int) -> bool:
        """Tell whether a name stands in the sentence, outside the visitors' phrase."""
        return _is_inside(start_char, self.sentence) and not _is_inside(start_char, self.phrase)


def visits(doc: Doc) -> list[Visit]:
    """Return the visits that an article tells of, by the place that the visitors are from."""
    return [
        Visit(
            place["id"],
            (group.sent.start_char, group.sent.end_char),
            _phrase(group),
        )
        for place in doc._.get(PLACES)
        for group in _groups_from(doc, place)
    ]


def _groups_from(doc: Doc, place: Mapping[str, Any]) -> Iterator[Token]:
    for mention in place["mentions"]:
        span = doc.char_span(mention["start_char"], mention["end_char"], alignment_mode="expand")
        if span is None:
            continue
        group = next((t for t in span.root.ancestors if noun_kind(t) in VISITORS), None)
        if group is not None and any(t.lower_ == "aus" for t in doc[group.i : span.start]):
            yield group


def _phrase(group: Token) -> tuple[int, int]:
    """Return the noun phrase of a group with its attributes, up to the verb of its clause."""
    last = group
    for token in group.doc[group.i : group.right_edge.i + 1]:
        if "Fin" in token.morph.get("VerbForm", []):
            break
        last = token
    return group.doc[group.left_edge.i].idx, last.idx + len(last.text)


def _is_inside(start_char: int, borders: Sequence[int]) -> bool:
    return borders[0] <= start_char < borders[1]
