"""The names of a Doc by token, and what is kept of a name or phrase that may fill a slot.

Reads the actors' fields of the Doc; what phrases mean is left to `resolver`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from spacy.tokens import Doc, Span, Token

from presselese.actors.role_nouns import load_role_nouns
from presselese.events.grammar.nominals import preposition
from presselese.resources.doc_fields import ORGANISATIONS, PEOPLE, PLACES
from presselese.resources.titles import titles

Label = Literal["PER", "ORG", "LOC", "NP"]
# What may stand between two names of one list: "Aachen, Bottrop, die Region Fulda und Mainz".
LIST_GLUE: Final = frozenset(
    ", und sowie oder & / der die das den dem des stadt städte gemeinde gemeinden kreis landkreis "
    "region firma auch dr. prof. frau herr".split()
)
JOINING: Final = frozenset(", und sowie oder & /".split())


@dataclass(frozen=True, slots=True)
class Argument:
    """A possible filler: what it names, where it stands, and what kind of thing it is.

    `noun` is the head noun of a phrase without a name ("Büro"), None for names.
    """

    label: Label
    ref: str | None
    name: str
    start_char: int
    end_char: int
    noun: str | None = None

    def span(self, doc: Doc) -> Span | None:
        """Return the tokens of a Doc that the argument stands in; None where there are none."""
        return doc.char_span(self.start_char, self.end_char, alignment_mode="expand")

    @property
    def is_name(self) -> bool:
        """Tell a name from a phrase."""
        return self.ref is not None

    def as_filler(self) -> dict[str, Any]:
        """Return the fields of `records.Filler`."""
        return {
            "ref": self.ref,
            "name": self.name,
            "start_char": self.start_char,
            "end_char": self.end_char,
        }


class NameIndex:
    """Which names stand where in one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entity_of: dict[int, tuple[Label, dict[str, Any], Span]] = {}
        self.entities: dict[str, tuple[Label, dict[str, Any]]] = {}
        labels: tuple[tuple[str, Label], ...] = (
            (PLACES, "LOC"),
            (ORGANISATIONS, "ORG"),
            (PEOPLE, "PER"),
        )
        for field, label in labels:
            for entity in doc._.get(field):
                self.entities[entity["id"]] = (label, entity)
                self._index(label, entity)
        self.starts = [token.idx for token in doc]

    def _index(self, label: Label, entity: dict[str, Any]) -> None:
        for mention in entity["mentions"]:
            span = self.doc.char_span(
                mention["start_char"], mention["end_char"], alignment_mode="expand"
            )
            # A name inside a word ("Chinareise") is no reading of that word's token.
            if span is not None and span.text == mention["text"]:
                self.entity_of.update({token.i: (label, entity, span) for token in span})

    def name_at(self, token: Token) -> Argument | None:
        """Return the named entity that a token is part of."""
        found = self.entity_of.get(token.i)
        if found is None:
            return None
        label, entity, span = found
        return Argument(label, entity["id"], entity["name"], span.start_char, span.end_char)

    def name_from(self, index: int) -> Argument | None:
        """Return the named entity that begins at a token; None also behind the last one."""
        token = self.doc[index] if index < len(self.doc) else None
        named = self.name_at(token) if token is not None else None
        return named if named is not None and named.start_char == self.starts[index] else None

    def names_in_list(self, first: Argument) -> list[Argument]:
        """Return a name and those that follow it in one list, all of its label."""
        found = [first]
        index = self.token_at(first.end_char)
        while index < len(self.doc):
            glue = index
            while index < len(self.doc) and self._is_glue(self.doc[index], first.label):
                index += 1
            if index >= len(self.doc) or not _joins(self.doc[glue:index]):
                break
            named = self.name_at(self.doc[index])
            if named is None or named.label != first.label:
                break
            found.append(named)
            index = self.token_at(named.end_char)
        return found

    def token_at(self, start_char: int) -> int:
        """Return the index of the first token that begins at a character or behind it."""
        return bisect_left(self.starts, start_char)

    def _is_glue(self, token: Token, label: Label) -> bool:
        """Tell whether a token may stand between two names of a list.

        Between people also roles and titles: "Staatssekretär Henry Marx, IHK-Präsident Jan Wolf".
        """
        if token.pos_ == "PRON":
            return False  # "das Büro Riga, das die Kieler eröffneten"
        if token.lower_ in LIST_GLUE or (token.is_space and "\n\n" not in token.text):
            return True
        if label == "LOC" and token.text in ("(", ")"):
            return True  # "nach Riad (Saudi-Arabien) und Abu Dhabi"
        return label == "PER" and (
            load_role_nouns().base(token.text) is not None or token.text in titles()
        )

    def names_between(self, start_char: int, end_char: int) -> Iterator[Argument]:
        """Yield the names inside a stretch of text, in text order."""
        seen: set[int] = set()
        span = self.doc.char_span(start_char, end_char, alignment_mode="contract")
        for token in span if span is not None else ():
            named = self.name_at(token)
            if named is not None and named.start_char not in seen:
                seen.add(named.start_char)
                yield named


def _joins(glue: Span) -> bool:
    """Tell "Gera, die Stadt Kiel" from "So besuchte die Gruppe aus Gera die Stadt Kiel".

    Articles and nouns alone join no names.
    """
    return any(token.lower_ in JOINING or token.is_space or token.text == "(" for token in glue)


def preposition_of(argument: Argument, doc: Doc) -> str | None:
    """Return the preposition that an argument stands behind."""
    span = argument.span(doc)
    return None if span is None else preposition(span.root)


def noun_of(organisation: Argument, doc: Doc) -> Token | None:
    """Return the head noun of an unnamed organisation's phrase, wherever the phrase stands."""
    phrase = doc.char_span(
        organisation.start_char, organisation.end_char, alignment_mode="contract"
    )
    noun = organisation.noun or ""
    return next((token for token in phrase or () if noun.endswith(token.text)), None)


def unique(arguments: Iterable[Argument]) -> list[Argument]:
    """Return the first argument of each name, in text order."""
    first: dict[str, Argument] = {}
    for argument in arguments:
        first.setdefault(argument.ref or argument.name, argument)
    return sorted(first.values(), key=lambda a: a.start_char)
