"""From a token to what it means: the entity, the resolved phrase or the bare noun phrase.

"die Stadt Bad Homburg" is the place, "die Allianz" the organisation last spoken of so, "ein Büro"
only its words. Reads the actors' fields of the Doc.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.component import home_place
from presselese.actors.organisation_nouns import organisation_kind, organisation_noun
from presselese.actors.role_nouns import load_role_nouns
from presselese.events.fillers.names import Argument, Label, NameIndex
from presselese.events.fillers.told_body import told_body
from presselese.events.grammar.genders import genders
from presselese.events.grammar.nominals import (
    article_of,
    before_comma,
    children,
    genitives,
    is_contracted,
    is_demonstrative,
    is_indefinite,
    is_introduced,
    is_plural,
    is_set_apart,
    relation,
)
from presselese.events.grammar.noun_phrases import (
    OPENING_QUOTES,
    closing_quote,
    end_within,
    is_attribute,
    nominative_of,
    noun_phrase,
    with_first_part,
)
from presselese.linking.coreference import CITY_NOUNS, PRONOUN_GENDERS, Antecedents
from presselese.linking.naming import noun_before
from presselese.resources.doc_fields import ORGANISATIONS, PEOPLE, PLACES, text_of

ARTICLE_GENDERS: Final = {"der": "Masc", "die": "Fem", "das": "Neut"}
DEFINITE: Final = frozenset({"der", "die", "das", "den", "dem", "des"})
# What leads from a noun to its name: "ein Verein mit dem Namen", "die Kita, die", "eine Runde –".
INTRODUCING: Final = frozenset(", – ( namens namen".split())
NAMING_WORDS: Final = frozenset({"namens", "namen"})
NAMING: Final = INTRODUCING | DEFINITE | {"mit", "unter"}
LONGEST_NAME: Final = 10  # tokens in quotes, with them
# Offices that a mere noun does not tell from others: "Büro", unlike "Verbindungsbüro".
SAYS_LITTLE: Final = frozenset({"büro", "zentrum"})


class Resolver(NameIndex):
    """Answers, for one Doc, what its tokens mean."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self.home = home_place(doc)
        self.antecedents = Antecedents(doc._.get(ORGANISATIONS), text_of(doc))

    @cached_property
    def networks(self) -> list[Argument]:
        """All mentions of networks and associations by name, in text order."""
        found = []
        for label, entity in self.entities.values():
            if label == "ORG" and self.antecedents.is_network(entity["id"]):
                found += [
                    Argument("ORG", entity["id"], entity["name"], m["start_char"], m["end_char"])
                    for m in entity["mentions"]
                ]
        return sorted(found, key=lambda argument: argument.start_char)

    def resolve(self, token: Token, within: Collection[int] = ()) -> Argument | None:
        """Return what a noun phrase means, given its head; None for pronouns without meaning.

        `within` are the tokens that are known to belong to it, where a tree is not to say that.
        """
        named = (
            self.name_at(token)
            or self._apposed_name(token)
            or self._name_before(token)
            or self._name_behind(token)
            or self._sharing_name(token)
            or self._name_given(token)
        )
        if named is not None:
            return named
        if token.pos_ == "PRON":
            return self._pronoun(token)
        if token.pos_ in ("NOUN", "PROPN", "X"):
            return self._definite(token, within) or self._phrase(token, within)
        return None

    def apart_from(self, organisation: Argument, fillers: Iterable[Argument]) -> list[Argument]:
        """Return an event's fillers without its organisation.

        A common noun that was taken for it means another body: in "Der Verein ist der IG Nord
        beigetreten" the association named before the IG.
        """
        found = []
        for filler in fillers:
            if (filler.ref or filler.name) != (organisation.ref or organisation.name):
                found.append(filler)
            elif filler.noun is not None and filler.ref is not None:
                found += self._another(filler, filler.noun)
        return found

    def _another(self, filler: Argument, noun: str) -> Iterator[Argument]:
        kind = organisation_kind(noun)
        meant = self.antecedents.of(noun, filler.start_char, kind, but=filler.ref)
        if meant is not None:
            yield replace(filler, ref=meant["id"], name=meant["name"])

    def _apposed_name(self, noun: Token) -> Argument | None:
        """Read "die Stadt Bad Homburg", "das Netzwerk „Zukunft der Industrie“"."""
        if noun.pos_ != "NOUN":
            return None
        index = noun.i + 1
        while index < len(self.doc) and self.doc[index].text in OPENING_QUOTES:
            index += 1
        named = self.name_from(index)
        if named is None or "\n" in text_of(self.doc)[noun.idx : named.start_char]:
            return None
        is_town = is_town_noun(noun)
        # "der Pflegestützpunkt Aue" is a body that is named after its town.
        is_name_of_noun = is_town or (
            named.label == "ORG" and load_role_nouns().base(noun.text) is None
        )
        if named.label == "PER":  # "der Abt Lukas", however the tree hangs the name
            is_person = relation(self.doc[index]) in ("appos", "flat") and index == noun.i + 1
            return named if is_person and organisation_kind(noun.text) is None else None
        if not is_name_of_noun:
            return None
        follows_directly = relation(self.doc[index]) in (
            "appos",
            "flat",
            "compound",
            "nmod",
            "conj",
        )
        return named if follows_directly or self.doc[index].head.i >= noun.i else None

    def _name_before(self, noun: Token) -> Argument | None:
        """Read "die Lenne eG, eine 1998 gegründete Genossenschaft", however parsers hang it."""
        article = article_of(noun)
        if (
            article is None
            or not is_introduced(noun)
            or organisation_kind(noun.text) is None
            or (last := before_comma(article)) is None
        ):
            return None
        named = self.name_at(last)
        if named is None or named.label != "ORG":
            return None
        return replace(
            named, start_char=noun.idx, end_char=noun.idx + len(noun.text), noun=noun.text
        )

    def _name_behind(self, noun: Token) -> Argument | None:
        """Read "ein Verein zur Förderung der Musik, der Klangbogen e. V.,", set off by commas."""
        if not is_introduced(noun) or organisation_kind(noun.text) is None:
            return None
        for token in noun.subtree:
            named = self.name_from(token.i) if token.i > noun.i + 2 else None
            if (
                named is not None
                and named.label == "ORG"
                and (article := token.nbor(-1)).lower_ in DEFINITE
                and before_comma(article) is not None
            ):
                return named
        return None

    def _sharing_name(self, noun: Token) -> Argument | None:
        """Read "die Universitäten in Aue und Bramme" as the first of those that share the noun."""
        if noun.pos_ != "NOUN" or self.doc[noun.i + 1 : noun.i + 2].text != "in":
            return None
        named = self.name_from(noun.i + 2)
        shared = organisation_noun(noun.text) or ""
        is_shared = named is not None and named.label == "ORG" and bool(shared)
        return named if named and is_shared and shared in named.name.casefold() else None

    def _name_given(self, noun: Token) -> Argument | None:
        """Read "die erste Kita, „Die Wichtel“," and "ein Verein mit dem Namen „Dorf lebt“".

        Names in quotes that are like common words are no entities.
        """
        if organisation_kind(noun.text) is None:
            return None
        doc, index = self.doc, noun.i + 1
        while index < len(doc) and doc[index].lower_ in NAMING:
            index += 1
        opener = {token.lower_ for token in doc[noun.i + 1 : index]}
        if index >= len(doc) or not opener & INTRODUCING:
            return None
        if doc[index].text not in OPENING_QUOTES:
            named = self.name_from(index) if opener & NAMING_WORDS else None
            return named if named is not None and named.label == "ORG" else None
        end = closing_quote(doc, index + 2, min(index + LONGEST_NAME, noun.sent.end))
        if end is None:
            return None
        name = doc[index + 1 : end].text
        last = doc[end - 1].idx + len(doc[end - 1].text)
        is_name = name[:1].isupper() or name[:1].isdigit()
        return Argument("NP", None, name, noun.idx, last, noun.text) if is_name else None

    def _definite(self, noun: Token, within: Collection[int]) -> Argument | None:
        """Resolve "die Allianz", "dieses Netzwerk", "die Stadt" to what the article calls so."""
        article = article_of(noun)
        is_definite = article is not None or is_contracted(noun)
        if (
            not is_definite
            or (article is not None and is_indefinite(article))
            or self.name_from(noun.i + 1) is not None  # "die Partneruniversität Quy Lam" is new
            or is_set_apart(noun)
        ):
            return None
        is_told_whose = any(
            relation(c) in ("nmod", "appos", "acl")
            and c.i > noun.i
            and is_attribute(c)
            and (not within or c.i in within)
            for c in noun.children
        ) and any(self.name_at(token) is not None for token in genitives(noun))
        if is_told_whose and not (article is not None and is_demonstrative(article)):
            return None  # "die Allianz der Stadt Kiel" is not the one told before
        if is_town_noun(noun):
            town = self.home or self._town_called(noun)
            return self._entity(town, "LOC", noun) if town else None
        kind = organisation_kind(noun.text)
        organisation = self.antecedents.of(noun.text, noun.idx, kind) or told_body(
            noun, self.doc._.get(ORGANISATIONS), self.antecedents
        )
        if organisation is not None:
            return self._entity(organisation, "ORG", noun)
        holder = self._holder_of_role(noun)
        return self._entity(holder, "PER", noun) if holder else None

    def _town_called(self, noun: Token) -> dict[str, Any] | None:
        """Return the only place that the article introduces by a noun: "die Stadt Rheinhagen"."""
        text = text_of(self.doc)
        introduced = [
            place
            for place in self.doc._.get(PLACES)
            if any(noun_before(text, m["start_char"]) == noun.text for m in place["mentions"])
        ]
        return introduced[0] if len(introduced) == 1 else None

    def _holder_of_role(self, noun: Token) -> dict[str, Any] | None:
        """Return whom "der Landrat" means: the only one in the article with that role."""
        role = load_role_nouns().base(noun.text)
        if role is None or is_plural(noun):
            return None
        holders = [
            person for person in self.doc._.get(PEOPLE) if role in (person["role"] or "").split()
        ]
        return holders[0] if len(holders) == 1 else None

    def _pronoun(self, pronoun: Token) -> Argument | None:
        """Read "Seit 2021 gehört er zum Bund" as the named subject of the sentence before.

        Only where gender does not speak against it.
        """
        gender = PRONOUN_GENDERS.get(pronoun.lower_)
        start = pronoun.sent.start
        if gender is None or relation(pronoun) not in ("nsubj", "expl") or not start:
            return None
        before = self.doc[start - 1].sent
        for token in before:
            is_subject = relation(token) == "nsubj" or (
                token.dep_ == "ROOT" and token.pos_ == "PROPN"
            )
            if not is_subject or is_plural(token):
                continue
            named = self._pronoun(token) if token.pos_ == "PRON" else self.resolve(token)
            if named is None or (named.ref is None and not organisation_kind(named.noun or "")):
                continue
            if named.label == "PER" and gender == "Neut":
                continue
            known = genders(token) if children(token, "det") else frozenset()
            if (known and gender not in known) or _clashes(token.left_edge, gender):
                continue
            return named
        return self._only_person(pronoun, before) if gender != "Neut" else None

    def _only_person(self, pronoun: Token, sentence: Span) -> Argument | None:
        """Return the one person whom a sentence names, behind its subject: "eingeladen von X"."""
        people = {
            named.ref: named
            for token in sentence
            if (named := self.name_at(token)) is not None and named.label == "PER"
        }
        is_one = "Sing" in pronoun.head.morph.get("Number", ["Sing"])
        return next(iter(people.values())) if len(people) == 1 and is_one else None

    def _entity(self, entity: Mapping[str, Any], label: Label, noun: Token) -> Argument:
        return Argument(
            label, entity["id"], entity["name"], noun.idx, noun.idx + len(noun.text), noun.text
        )

    def _phrase(self, noun: Token, within: Collection[int]) -> Argument:
        """Return a noun phrase as it stands, its head in the nominative.

        A kind of organisation with a name inside ("Wirtschaftsförderung der Stadt Mannheim") is
        as good as a name.
        """
        span = noun_phrase(noun)
        if within:
            span = noun.doc[span.start : end_within(noun, within)]
        span = self._with_place(span)
        head = with_first_part(noun)
        words = [nominative_of(noun) if token == noun else token.text for token in span]
        spaces = [token.whitespace_ or (" " if token.is_space else "") for token in span]
        text = "".join(word + space for word, space in zip(words, spaces, strict=True))
        is_named = organisation_kind(head) is not None and any(
            self.name_at(token) is not None for token in span
        )
        label: Label = "ORG" if is_named else "NP"
        name = " ".join(text.split())
        return Argument(label, None, name, span.start_char, span.end_char, head)

    def _with_place(self, phrase: Span) -> Span:
        """Return "Büro in Riga" for "Büro": the mere noun does not tell it from others."""
        doc, end = self.doc, phrase.end
        if phrase[-1].lower_.rstrip("s") not in SAYS_LITTLE or end + 1 >= len(doc):
            return phrase
        place = self.name_at(doc[end + 1]) if doc[end].lower_ == "in" else None
        if place is None or place.label != "LOC":
            return phrase
        return doc[phrase.start : self.token_at(place.end_char)]


def _clashes(article: Token, gender: str) -> bool:
    """Tell whether a name's article is of another gender: "die" of "die Handels- und …kammer"."""
    known = ARTICLE_GENDERS.get(article.lower_) if article.pos_ == "DET" else None
    return known is not None and known != gender


def is_town_noun(noun: Token) -> bool:
    """Tell "Stadt", "des Landkreises" from other nouns that stand before a place's name."""
    word = noun.lower_  # the lemma of "Landkreises" is not to be relied on
    forms = {word, word.removesuffix("es"), noun.lemma_.lower()}
    return not forms.isdisjoint(CITY_NOUNS)
