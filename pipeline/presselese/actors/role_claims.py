"""A person's role and employer as a phrase gives them: the claim, and the words it is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.affiliation import role_kind
from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.role_complements import (
    WHOLE_BODIES,
    complete,
    without_tail,
)
from presselese.actors.role_nouns import RoleNouns, in_nominative
from presselese.linking.demonyms import demonyms
from presselese.linking.districts import bare_name
from presselese.linking.mentions import Mention, is_acronym
from presselese.resources.loader import load_tsv
from presselese.resources.titles import titles

ROLE_ADJECTIVES: Final = frozenset(
    "stellvertretend regierend geschäftsführend parlamentarisch kaufmännisch wissenschaftlich "
    "technisch kommissarisch designiert ehemalig früher amtierend hauptamtlich ehrenamtlich erst "
    "zweit dritt beamtet leitend künstlerisch kooptiert ordentlich gewählt".split()
)
ROLE_MODIFIERS_KEPT: Final = ROLE_ADJECTIVES - {"ehemalig", "früher", "amtierend", "gewählt"}
ABBREVIATED: Final = frozenset({"stellv."})  # "stellv. Jugendwart"
# Ends of nouns for people by what they do: "Meteorologin", "Bibliothekar", "Notar", "Kantor".
OCCUPATION: Final = re.compile(
    r"[A-ZÄÖÜ][\w-]{2,}(?:er|in|or|ar|eur|ist|loge|ologe|nom|graf|ant|ent|at|wirt|wart|mann|frau|kraft)"
)
TELEPHONE: Final = frozenset("Tel. Tel Telefon Telefax Fax Mail E-Mail Mobil".split())
# Whose mayor a place's genitive or adjective tells; "ein Solinger Unternehmer" works for himself.
PUBLIC_OFFICES: Final = frozenset({"mayor", "town", "county", "state"})
LONGEST_ENUMERATION: Final = 6  # words: ", Landesentwicklung, digitale Medien und"
OF_A_FIELD: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
FARTHEST_PLACE: Final = 4  # words: "Wiesenaus neuer 2. Bürgermeister"
IN_BRACKETS: Final = "person.in_brackets"  # "Eva Roth (Aue)"
IN_WORD: Final = "person.role_in_word"  # the word names the body: "DIHK-Präsident"
# "der" is both: a woman's in the dative.
FEMININE_ARTICLES: Final = frozenset("die eine einer ihre ihrer seine seiner zur".split())
MASCULINE_ARTICLES: Final = frozenset(
    "den dem des ein einen einem eines ihren ihrem seinen seinem zum vom beim".split()
)


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """One statement that a person has a role, works for an organisation, or both.

    `organisation` is a name of the text (`organisation_mention`) or a noun phrase without one;
    `noun_char` is where the role's noun begins: of several roles the one named first counts.
    """

    person: Mention
    role: str | None
    organisation: str | None
    organisation_mention: Mention | None
    rule: str
    noun_char: int = 0


class RoleWords:
    """The words of one Doc as roles are read from them: its names, role nouns and trades."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], nouns: RoleNouns) -> None:
        self.doc = doc
        self.nouns = nouns
        self.mentions = mentions
        self.at: dict[int, Mention] = {}
        # Names that are only a part of a word: DIHK in "DIHK-Präsident".
        self.inside: dict[int, Mention] = {}
        for mention in mentions:
            span = doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
            if span is not None:
                # "GmbH." at the end of a sentence is one token of the name.
                is_whole = span.text.rstrip(".") == mention.text.rstrip(".")
                home = self.at if is_whole else self.inside
                home.update({token.i: mention for token in span})

    def skip_titles_left(self, index: int) -> int:
        """Return the first token from `index` leftwards that is no title; -1 at a paragraph."""
        while index >= 0 and (self.is_title(index) or self.doc[index].is_space):
            if self.doc[index].text.count("\n") > 1:
                return -1
            index -= 1
        return index

    def token_at(self, char: int) -> Token | None:
        """Return the token that begins at a character."""
        return next(iter(self.doc.char_span(char, char + 1, alignment_mode="expand") or ()), None)

    def first_token(self, mention: Mention) -> int | None:
        """Return where a name begins, counted in tokens."""
        span = self.doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
        return span.start if span is not None else None

    def is_title(self, index: int) -> bool:
        """Tell a title, or a half of one: tokenizers part "Dr.-Ing." before its last stop."""
        text = self.doc[index].text
        if text in ("S.", "I."):  # "S. E.": Seine Exzellenz
            return self.text(index + 1) == "E."
        if text == "E.":
            return index > 0 and self.text(index - 1) in ("S.", "I.")
        if text == "." and index:
            return f"{self.doc[index - 1].text}." in titles()
        return text in titles() or (f"{text}." in titles() and self.text(index + 1) == ".")

    def is_bracket(self, start: int, end: int) -> bool:
        """Tell whether the tokens are one pair of brackets that names nobody: "(v. l.)"."""
        inside = self.doc[start + 1 : end - 1]
        return (
            self.text(start) == "("
            and self.text(end - 1) == ")"
            and not any(token.text in ("(", ")") or self.label(token) == "PER" for token in inside)
        )

    def is_occupation(self, noun: Token) -> bool:
        """Tell a noun for one person by what they do, in the role lexicon or not."""
        return (
            noun.pos_ == "NOUN"
            and noun.i not in self.at
            and "Plur" not in noun.morph.get("Number", [])
            and OCCUPATION.fullmatch(noun.text) is not None
            and organisation_kind(noun.text) is None
            and not noun.lower_.endswith(_no_occupations())
        )

    def claim(self, person: Mention, noun: Token, complement: Span, rule: str) -> RoleClaim:
        """Return what a role noun with the words behind it says of a person."""
        role = self.nouns.base(noun.text) or noun.text
        organisation = mention = None
        first, hyphen, rest = noun.text.partition("-")
        rest_base = self.nouns.base(rest)
        if hyphen and rest_base and (is_acronym(first) or organisation_kind(first)):
            mention = self.inside.get(noun.i)
            organisation, role, rule = first, rest_base, IN_WORD
        elif hyphen and rest_base and (firm := self._firm(first)) is not None:
            organisation, mention, role, rule = firm.name, firm, rest_base, IN_WORD
        role = in_nominative(self._modifiers(noun), role, is_masculine=_is_masculine(noun))
        if organisation is None:
            organisation, mention, kept = self._employer(complement)
            role = " ".join([role, *kept])
        if organisation is None:
            organisation, mention = self._employer_left(noun)
        if organisation is None and role_kind(role) in PUBLIC_OFFICES:
            organisation, mention = self._place_left(noun)
        return RoleClaim(person, role, organisation, mention, rule, noun.idx)

    def _firm(self, word: str) -> Mention | None:
        """Return the body that "Hövel-Geschäftsführer" speaks of: "Metallbau Hövel GmbH"."""
        return next((m for m in self.mentions if m.label == "ORG" and word in m.name.split()), None)

    def _modifiers(self, noun: Token) -> list[str]:
        kept: list[str] = []
        for token in reversed(self.doc[max(0, noun.i - 3) : noun.i]):
            lemma = token.lower_.rstrip("nrsme").rstrip("e") or token.lower_
            is_abbreviated = token.lower_ in ABBREVIATED
            is_ordinal = token.text.rstrip(".").isdigit() and token.text.endswith(".")
            if (
                is_ordinal
                or is_abbreviated
                or any(lemma == adjective.rstrip("nrsme") for adjective in ROLE_MODIFIERS_KEPT)
            ):
                kept.insert(0, token.text)
            else:
                break
        return kept

    def _employer(self, complement: Span) -> tuple[str | None, Mention | None, list[str]]:
        """Return the organisation of a complement, and the words that belong to the role itself."""
        kept: list[str] = []
        has_another = False
        for token in complement:
            mention = self.at.get(token.i)
            if mention is not None:
                is_place_of_duty = mention.label == "LOC" and not self._is_whereabouts(token)
                if mention.label == "ORG" or is_place_of_duty:
                    return mention.name, mention, without_tail(kept)
            if self.is_enumerating(token.i) and kept and not has_another:
                kept[-1] += ","
                continue
            if token.text in (",", "(", ")", "–", *TELEPHONE) or token.like_num:
                break
            # "Partner in Kiel und Sprecher des Vereins": another office at the same body.
            is_another = token.lower_ in ("und", "sowie") and self._office_follows(token.i + 1)
            has_another = has_another or is_another
            if token.pos_ in ("VERB", "AUX") or (mention is not None and mention.label == "PER"):
                break
            if not has_another:
                kept.append(token.text)
        noun = next((t for t in complement if organisation_kind(t.text)), None)
        if noun is None:
            return None, None, complete(kept)
        is_whole = organisation_kind(noun.text) in WHOLE_BODIES and complement[0].pos_ != "NOUN"
        return self.noun_phrase(noun), None, [] if is_whole else complete(kept)

    def is_enumerating(self, index: int) -> bool:
        """Tell the comma in "für Wissenschaft, Bildung und Kultur": what an office is for."""
        if self.text(index) != "," or not index:
            return False
        first = index - 1
        while first > 0 and (self.doc[first].pos_ in OF_A_FIELD or self.text(first) == ","):
            first -= 1
        if self.text(first) != "für" or self.doc[index - 1].pos_ not in ("NOUN", "PROPN"):
            return False
        for token in self.doc[index + 1 : index + 1 + LONGEST_ENUMERATION]:
            if self.label(token) == "PER" or self.nouns.base(token.text) or self.is_title(token.i):
                return False
            if token.text in ("und", "sowie"):
                return True
            if token.pos_ not in OF_A_FIELD and token.text != ",":
                return False
        return False

    def _office_follows(self, index: int) -> bool:
        """Tell whether an office begins at a token: "… und seit Mai ehrenamtlicher Sprecher"."""
        for token in self.doc[index : index + 4]:
            if token.i not in self.at and self.nouns.base(token.text):
                return True
            if token.pos_ not in ("DET", "ADJ", "ADV", "NUM"):
                return False
        return False

    def _is_whereabouts(self, token: Token) -> bool:
        """Tell "Dozent in Kiel" (a place, no employer) from "Bürgermeister von Kiel"."""
        mention = self.at[token.i]
        start = self.doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
        before = self.doc[start.start - 1] if start is not None and start.start else None
        return before is not None and before.lower_ in ("in", "im", "bei", "nach")

    def noun_phrase(self, noun: Token) -> str:
        """Return a noun with the capitalised adjectives before it: "Städtisches Museum"."""
        start = noun.i
        while start and self.doc[start - 1].pos_ == "ADJ" and self.doc[start - 1].text[0].isupper():
            start -= 1
        return self.doc[start : noun.i + 1].text

    def _employer_left(self, noun: Token) -> tuple[str | None, Mention | None]:
        """Read "IHK Zwickau Geschäftsführer Wolf" and "The Bay Areas e.V. Vorstand Schulz"."""
        mention = self.at.get(noun.i - 1) if noun.i else None
        if mention is not None and mention.label == "ORG":
            return mention.name, mention
        return None, None

    def _place_left(self, noun: Token) -> tuple[str | None, Mention | None]:
        """Read "Landshuts Bürgermeister", "der Solinger Beigeordnete", "dänischer Minister"."""
        for token in reversed(self.doc[max(0, noun.i - FARTHEST_PLACE) : noun.i]):
            mention = self.at.get(token.i)
            if mention is not None:
                is_genitive = mention.label == "LOC" and token.text.endswith(("s", "’", "'"))
                return (mention.name, mention) if is_genitive else (None, None)
            place = self._places.get(token.text)
            if place is not None:
                return place.name, place
            if (
                token.pos_ not in ("ADJ", "NUM")
                and not token.text[0].isdigit()
                and token.text != "."
            ):
                break
        return None, None

    @cached_property
    def _places(self) -> dict[str, Mention]:
        """The article's places by the adjectives that are made of their names: "Solinger"."""
        found: dict[str, Mention] = {}
        for mention in self.mentions:
            if mention.label == "LOC":
                for word in demonyms(bare_name(mention.name)):
                    found.setdefault(word, mention)
        return found

    def label(self, token: Token) -> str | None:
        """Return the label of the name that a token is part of."""
        mention = self.at.get(token.i)
        return mention.label if mention is not None else None

    def text(self, index: int) -> str:
        """Return a token's text; empty behind the end."""
        return self.doc[index].text if index < len(self.doc) else ""

    def find(self, text: str, start: int, limit: int) -> int | None:
        """Return the first of `limit` tokens from `start` on that has a text."""
        for index in range(start, min(len(self.doc), start + limit)):
            if self.doc[index].text == text:
                return index
        return None


def _is_masculine(noun: Token) -> bool:
    """Tell a man's office: by its article, else as tagged; "-in" and "-frau" are women's."""
    if noun.lower_.endswith(("in", "frau")):
        return False
    has_weak_ending = False  # "der Abgeordneten", "der stellvertretenden …": a woman's
    for token in reversed(noun.doc[max(noun.sent.start, noun.i - 3) : noun.i + 1]):
        if token == noun or token.pos_ == "ADJ":
            has_weak_ending = has_weak_ending or token.lower_.endswith("en")
            continue
        if token.lower_ in FEMININE_ARTICLES or (token.lower_ == "der" and has_weak_ending):
            return False
        if token.lower_ in MASCULINE_ARTICLES:
            return True
        if token.lower_ == "der" and noun.lower_.endswith("e"):
            return True  # "der Vorsitzende"; a woman's is "der Vorsitzenden"
        if token.pos_ not in ("ADJ", "NUM"):
            break
    return "Masc" in noun.morph.get("Gender", [])


@cache
def _no_occupations() -> tuple[str, ...]:
    return tuple(noun.lower() for (noun,) in load_tsv("no_occupations", ("noun",)))
