"""One sentence of an article as a scene of a trip, and who travels in it.

What a scene says of the trip is read by `places`, `leaders` and `parties`: first by
the tree, then by the word order that German fixes anyway ("unter Leitung von", "nach", "aus").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from spacy.tokens import Span, Token

from presselese.actors.role_nouns import load_role_nouns
from presselese.actors.travel_nouns import noun_kind
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.grammar import clauses, nominals, verbs
from presselese.resources.loader import load_tsv

# Verbs of travel that no thing does; ships "fahren" and letters "kommen" too.
PEOPLE_ONLY: Final = frozenset(
    {"reisen", "anreisen", "weiterreisen", "mitreisen", "abreisen", "besuchen", "bereisen"}
)
# What leads back in thought alone: "blickt auf zehn Jahre zurück", "zurückgegriffen".
NO_WAY_BACK: Final = tuple(
    f"zurück{stem}"
    for stem in "blick schau greif gegriff weis gewies halt lieg reich führ geführ".split()
)
PEOPLE_ENDINGS: Final = ("leute", "leuten", "innen", "vertreter", "vertretern", "mitglieder")


@dataclass
class Scene:
    """A sentence with its resolver and the noun that names the group or trip in it, if any."""

    sentence: Span
    resolver: Resolver
    group: Token | None
    trip: Token | None

    @cached_property
    def names(self) -> list[Argument]:
        """All names of the sentence, in text order."""
        return list(self.resolver.names_between(self.sentence.start_char, self.sentence.end_char))

    @cached_property
    def is_return(self) -> bool:
        """Whether the group comes home: "Wirtschaftsdelegation aus China zurück"."""
        return any(
            t.lower_.startswith(("heimgekehrt", "rückkehr")) or _is_way_back(t)
            for t in self.sentence
        )

    @property
    def head(self) -> Token | None:
        """The noun that stands for the trip: the group before the journey."""
        return self.group or self.trip


def _is_way_back(token: Token) -> bool:
    """Tell "zurückgekehrt" and "aus China zurück" from "blickt auf 55 Jahre zurück"."""
    if not token.lower_.startswith("zurück") or token.lower_.startswith(NO_WAY_BACK):
        return False
    verb = token.head if token.lower_ == "zurück" else token
    if not verbs.is_verbal(verb):
        return True
    is_traced = any(word == "auf" for word, _ in nominals.obliques(verb))  # "geht auf Roth zurück"
    return not is_traced and not verbs.verb_lemma(verb).startswith(NO_WAY_BACK)


@cache
def trip_verbs(kind: str) -> frozenset[str]:
    """Return the verb lemmas that say `kind` of a delegation."""
    rows = load_tsv("delegation_verbs", ("verb", "kind"))
    return frozenset(verb for verb, found in rows if found == kind)


def names_after(
    noun: Token, prepositions: tuple[str, ...], scene: Scene, labels: Sequence[str]
) -> list[Argument]:
    """Return the names of a list that follows a noun's preposition, by tree or adjacency."""
    found = []
    for word, child in nominals.obliques(noun):
        if word in prepositions:
            argument = scene.resolver.resolve(child)
            if argument is not None and argument.label in labels:
                found += scene.resolver.names_in_list(argument)
    if found:
        return found
    for token in noun.doc[noun.i + 1 : min(noun.i + 4, scene.sentence.end)]:
        if token.lower_ in prepositions:
            for named in scene.names:
                if 0 <= named.start_char - (token.idx + len(token.text)) <= 25:
                    if named.label in labels and not _another_opens(token, named):
                        return scene.resolver.names_in_list(named)
                    break
    return found


def _another_opens(preposition: Token, named: Argument) -> bool:
    """Tell whether a name belongs to a later preposition: "aus ihrem Haus nach Potsdam"."""
    span = named.span(preposition.doc)
    between = preposition.doc[preposition.i + 1 : span.start] if span is not None else ()
    return any(token.pos_ == "ADP" for token in between)


def travellers(sentence: Span) -> Token | None:
    """Return the people of a sentence who travel or are received together, else None.

    "14 Abgeordnete waren angereist", "Landrat Wolf kam mit fünfzehn Kreisräten in den Kreis",
    "Im Oktober wird eine Gruppe georgischer Winzer erwartet", "Begleitet wird sie von
    Unternehmern". One person alone is no group.
    """
    for token in sentence:
        moving, is_travel = _moving(token)
        for noun in moving:
            if is_group_of_people(noun) or (is_travel and _is_counted(noun)):
                return noun
    return None


def _moving(token: Token) -> tuple[list[Token], bool]:
    """Return who moves by a word's frame, and whether only people can move so."""
    if token.lower_ == "unterwegs":
        return clauses.subjects(token) or clauses.subjects(token.head), True
    if not verbs.is_verbal(token):
        return [], False
    lemma = verbs.verb_lemma(token)
    goes_along = [noun for word, noun in nominals.obliques(token) if word == "mit"]
    if lemma in PEOPLE_ONLY:
        return clauses.subjects(token) + goes_along, True
    if lemma in trip_verbs("travel") | {"weilen"}:
        return clauses.subjects(token) + goes_along, False
    if lemma in trip_verbs("receive") | {"erwarten"}:
        return clauses.patients(token), False
    if lemma in trip_verbs("accompany"):
        return clauses.agents(token), False
    return [], False


def _is_counted(noun: Token) -> bool:
    """Tell whether a plural noun is counted: "13 Bäcker" who travel are people by their verb."""
    return noun.pos_ == "NOUN" and any(
        nominals.relation(child) == "nummod" and child.lower_ not in ("ein", "eine", "1")
        for child in noun.children
    )


def is_group_of_people(noun: Token) -> bool:
    """Tell whether a noun means several people who may act for others."""
    if noun.lower_ in ("gruppe", "reisegruppe", "besuchergruppe", "abordnung"):
        return True
    are_several = nominals.is_plural(noun) or _is_counted(noun)
    is_human = (
        noun_kind(noun) == "people"
        or bool(load_role_nouns().base(noun.text))
        or noun.lower_.endswith(PEOPLE_ENDINGS)
    )
    return are_several and is_human and noun.pos_ == "NOUN"
