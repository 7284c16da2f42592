"""What people do and where: role and organisation from the words round a person's name.

Forms: role before the name ("DIHK-Präsident Peter Adrian", "der Leiter des Amtes, Jan Wolf"),
apposition behind it ("Jan Wolf, Geschäftsführer der Muster GmbH", "Jan Wolf (SPD)"), copula
("Vorsitzende ist Eva Roth"), election ("zum Kassierer wurde Jan Wolf gewählt"), label
("Ansprechpartnerin: Eva Roth"), and "Eva Roth vom Männerchor".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.mentions import DEGREES_BEHIND
from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.role_nouns import RoleNouns, in_nominative
from presselese.linking.mentions import Mention, is_acronym
from presselese.resources.loader import load_tsv

# A complement ("Präsident des Verbandes der Automobilzulieferer in Sachsen, Jan Wolf") is read
# this far; longer ones exist, but beyond it another clause is more likely than a complement.
LONGEST_PHRASE: Final = 16
SENTENCE_MARKS: Final = frozenset('.!?;:\n"„“”»«')
ROLE_ADJECTIVES: Final = frozenset(
    "stellvertretend regierend geschäftsführend parlamentarisch kaufmännisch wissenschaftlich "
    "technisch kommissarisch designiert ehemalig früher amtierend hauptamtlich ehrenamtlich erst "
    "zweit dritt beamtet leitend künstlerisch kooptiert ordentlich gewählt".split()
)
ROLE_MODIFIERS_KEPT: Final = ROLE_ADJECTIVES - {"ehemalig", "früher", "amtierend", "gewählt"}
# Ends of nouns for people by what they do: "Meteorologin", "Bibliothekar", "Notar", "Kantor".
OCCUPATION: Final = re.compile(
    r"[A-ZÄÖÜ][\w-]{2,}(?:er|in|or|ar|eur|ist|loge|ologe|nom|graf|ant|ent|at|wirt|wart|mann|frau|kraft)"
)
TELEPHONE: Final = frozenset("Tel. Tel Telefon Telefax Fax Mail E-Mail Mobil".split())
EMPLOYED_AT: Final = frozenset("von vom bei beim".split())
IN_WORD: Final = "person.role_in_word"  # the word names the body: "DIHK-Präsident"
COPULAS: Final = frozenset("ist sind war waren wird werden wurde wurden bleibt".split())
# "der" is both: a woman's in the dative.
FEMININE_ARTICLES: Final = frozenset("die eine einer ihre ihrer seine seiner zur".split())
MASCULINE_ARTICLES: Final = frozenset(
    "den dem des ein einen einem eines ihren ihrem seinen seinem zum vom beim".split()
)
CLAUSE_MARKS: Final = frozenset(".!?:;,„“»«()–")
ELECTING: Final = frozenset("zum zur als".split())


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


class RoleFinder:
    """Finds the role claims of one Doc; holds the Doc, its mentions and the role nouns."""

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
                home = self.at if span.text == mention.text else self.inside
                home.update({token.i: mention for token in span})

    def claims(self) -> list[RoleClaim]:
        """Return all role claims, in text order of the people."""
        found = self._own_claims()
        return [*found, *self._shared(found)]

    def _shared(self, claims: Sequence[RoleClaim]) -> Iterator[RoleClaim]:
        """Give a plural role to all of its list: "den Beigeordneten Roth, Wolf und Kurz"."""
        people = [mention for mention in self.mentions if mention.label == "PER"]
        has_role = {id(claim.person) for claim in claims if claim.role}
        for claim in claims:
            if claim.rule != "person.role_before" or not self._is_plural_before(claim.person):
                continue
            for previous, person in pairwise(people):
                is_next = previous is claim.person or (
                    previous.start_char > claim.person.start_char
                    and self._is_list(claim.person.end_char, previous.start_char)
                )
                is_listed = is_next and self._is_list(previous.end_char, person.start_char)
                if is_listed and id(person) not in has_role:
                    yield replace(claim, person=person, rule="person.shared_role")

    def _is_plural_before(self, person: Mention) -> bool:
        span = self.doc.char_span(person.start_char, person.end_char, alignment_mode="expand")
        noun = self._role_left_of(self._skip_titles_left(span.start - 1)) if span else None
        return noun is not None and "Plur" in noun.morph.get("Number", [])

    def _is_list(self, start_char: int, end_char: int) -> bool:
        """Tell whether only names of people, titles and list words stand in a stretch of text."""
        span = self.doc.char_span(start_char, end_char, alignment_mode="contract")
        return span is None or all(
            token.text in (",", "und", "sowie") or token.text in titles()
            or self._label(token) == "PER" or token.is_space
            for token in span
        )  # fmt: skip

    def _own_claims(self) -> list[RoleClaim]:
        found: list[RoleClaim] = []
        for person in (mention for mention in self.mentions if mention.label == "PER"):
            span = self.doc.char_span(person.start_char, person.end_char, alignment_mode="expand")
            if span is not None:
                found.extend(self._claims_of(person, span))
        return found

    def _claims_of(self, person: Mention, span: Span) -> Iterator[RoleClaim]:
        for claim in (
            self._role_before(person, span),
            self._apposition(person, span),
            self._role_below(person, span),
            self._predicate(person, span),
            self._employed_at(person, span),
        ):
            if claim is not None:
                yield claim

    # Role before the name

    def _role_before(self, person: Mention, span: Span) -> RoleClaim | None:
        index = self._skip_titles_left(span.start - 1)
        if index < 0:
            return None
        noun = self._role_left_of(index)
        if noun is None:
            return self._occupation(person, index)
        first = self._office_before(noun, span)
        if first is not None:
            return self._claim(
                person, first, self.doc[first.i + 1 : noun.i - 1], "person.role_before"
            )
        phrase = self.doc[noun.i + 1 : index + 1]
        if len(phrase) and (phrase[-1].text in (",", ":") or self._is_occupation(phrase[-1])):
            phrase = phrase[:-1]  # "Kassier der Landwirt Jan Wolf": two things said of him
        return self._claim(person, noun, phrase, "person.role_before")

    def _office_before(self, noun: Token, span: Span) -> Token | None:
        """Return the office in "Die Vizepräsidentin der Kammer, Friseurmeisterin Eva Roth, …"."""
        is_closed = self._text(span.end) == ","
        if not is_closed or noun.i < 2 or self._text(noun.i - 1) != ",":
            return None
        return self._role_left_of(noun.i - 1)

    def _is_occupation(self, noun: Token) -> bool:
        return (
            noun.pos_ == "NOUN"
            and noun.i not in self.at
            and "Plur" not in noun.morph.get("Number", [])
            and OCCUPATION.fullmatch(noun.text) is not None
            and organisation_kind(noun.text) is None
            and not noun.lower_.endswith(_no_occupations())
        )

    def _occupation(self, person: Mention, index: int) -> RoleClaim | None:
        """Read "Meteorologin Carla Neumeyer": a noun for a person right before a full name.

        German names people so by any occupation; no list of roles is ever complete.
        """
        noun = self.doc[index]
        if " " not in person.name or not self._is_occupation(noun):
            return None
        return RoleClaim(person, noun.text, None, None, "person.occupation", noun.idx)

    def _role_below(self, person: Mention, span: Span) -> RoleClaim | None:
        """Read a signature: the name on a line of its own, the role on the next."""
        index = span.end
        if index + 1 >= len(self.doc) or self.doc[index].text != "\n":
            return None
        is_own_line = not span.start or "\n" in self.doc[span.start - 1].text
        noun = self.doc[index + 1]
        if not is_own_line or self.nouns.base(noun.text) is None or noun.i in self.at:
            return None
        line = self._find("\n", index + 1, LONGEST_PHRASE) or len(self.doc)
        claim = self._claim(person, noun, self.doc[noun.i + 1 : line], "person.role_below")
        if claim.organisation is None:
            below = self.at.get(line + 1)
            if below is not None and below.label == "ORG":
                return replace(claim, organisation=below.name, organisation_mention=below)
        return claim

    def _skip_titles_left(self, index: int) -> int:
        while index >= 0 and (self.doc[index].text in titles() or self.doc[index].is_space):
            if self.doc[index].text.count("\n") > 1:
                return -1
            index -= 1
        return index

    def _role_left_of(self, index: int) -> Token | None:
        """Return the role noun whose phrase ends right before the name (a comma may part them)."""
        start = self.doc[index]
        if start.text in (",", ":"):
            if start.text == ":" or index == 0:
                token = self.doc[index - 1]
                return token if self.nouns.base(token.text) and start.text == ":" else None
            index -= 1
        for token in reversed(self.doc[max(0, index - LONGEST_PHRASE) : index + 1]):
            if self.nouns.base(token.text) and token.i not in self.at:
                return token if self._comma_fits(token, start) else None
            if not self._may_stand_in_complement(token):
                return None
            in_name = self.at.get(token.i)
            if in_name is not None and in_name.label == "PER":
                return None
        return None

    def _comma_fits(self, noun: Token, start: Token) -> bool:
        """Refuse a comma that lists ("Wirte, Händler, Jan Wolf") instead of opening an apposition.

        Before an apposition in commas the role has an article: "der Leiter des Amtes, Jan Wolf".
        """
        if start.text != ",":
            return True
        left = [self.doc[i] for i in range(max(0, noun.i - 3), noun.i)]
        return any(
            token.pos_ in ("DET",) or token.lower_ in ELECTING | {"dem", "im", "vom", "beim"}
            for token in left
        )

    def _may_stand_in_complement(self, token: Token) -> bool:
        if token.i in self.at:
            return True
        if token.text in SENTENCE_MARKS or token.text in (",", "(", ")") or "\n" in token.text:
            return False
        return token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "CCONJ", "NUM", "X", "PUNCT")

    # Apposition behind the name

    def _apposition(self, person: Mention, span: Span) -> RoleClaim | None:
        index = span.end
        while self._text(index) in DEGREES_BEHIND:
            index += 1
        party: Mention | str | None = None
        if self._text(index) == "(":
            closing = self._find(")", index + 1, 2 * LONGEST_PHRASE)
            if closing is None:
                return None
            inside = self.doc[index + 1 : closing]
            claim = self._from_phrase(person, inside, "person.role_in_brackets")
            if claim is not None and claim.role is not None:
                return claim
            party, index = (claim.organisation if claim else None), closing + 1
            if claim is not None and self._text(index) != ",":
                return claim
        if self._text(index) not in (",", "–", "-"):
            return None
        end = self._phrase_end(index + 1)
        if self._text(end).lower() in COPULAS:
            return None  # "Eva Roth, ihr Stellvertreter ist Jan Wolf"
        claim = self._from_phrase(person, self.doc[index + 1 : end], "person.role_apposition")
        if claim is None and isinstance(party, str):
            return RoleClaim(person, None, party, None, "person.role_in_brackets")
        return claim

    def _from_phrase(self, person: Mention, phrase: Span, rule: str) -> RoleClaim | None:
        if any(self._label(token) == "PER" for token in phrase):
            return None
        for offset, token in enumerate(phrase[:6]):
            if self.nouns.base(token.text) and token.i not in self.at:
                return self._claim(person, token, phrase[offset + 1 :], rule)
            if token.pos_ not in ("DET", "ADJ", "ADV", "NUM", "ADP", "PROPN") and not is_acronym(
                token.text
            ):
                break
        first = next((self.at.get(t.i) for t in phrase[:2] if t.pos_ not in ("DET", "ADP")), None)
        if first is not None and first.label == "ORG":
            return RoleClaim(person, None, first.name, first, rule)
        return None

    def _phrase_end(self, start: int) -> int:
        limit = min(len(self.doc), start + 2 * LONGEST_PHRASE)
        for index in range(start, limit):
            token = self.doc[index]
            if (
                token.text in SENTENCE_MARKS
                or token.text in (",", ")", "–")
                or "\n\n" in token.text
            ):
                return index
            if token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", []):
                return index
            if token.lower_ in ("und", "sowie") and self._person_follows(index + 1):
                return index
        return limit

    def _person_follows(self, index: int) -> bool:
        for token in self.doc[index : index + 5]:
            if self._label(token) == "PER":
                return True
            if not (token.text in titles() or self.nouns.base(token.text) or token.pos_ == "DET"):
                return False
        return False

    # Predicates

    def _predicate(self, person: Mention, span: Span) -> RoleClaim | None:
        """Read "Vorsitzende ist Eva Roth", "Zum Kassierer wurde Jan Wolf gewählt"."""
        return self._copula_before(person, span) or self._by_tree(person, span)

    def _copula_before(self, person: Mention, span: Span) -> RoleClaim | None:
        """Read "Neue Leiterin des Amtes ist Dr. Eva Roth" by the order of the words.

        The role opens its clause; parsers take now this, now that noun for the subject.
        """
        index = self._skip_titles_left(span.start - 1)
        while index > 0 and (
            self.doc[index].pos_ in ("ADV", "DET")
            or self._is_occupation(self.doc[index])
            or self.nouns.base(self._text(index)) is not None
        ):
            index -= 1
        if index < 1 or self._text(index).lower() not in COPULAS:
            return None
        start = max(0, index - LONGEST_PHRASE)
        for left in range(index - 1, start - 1, -1):
            token = self.doc[left]
            if token.is_space or token.text in CLAUSE_MARKS:
                start = left + 1
                break
            if token.is_sent_start:
                start = left
                break
        for noun in self.doc[start:index]:
            if self.nouns.base(noun.text) and noun.i not in self.at:
                return self._claim(person, noun, self.doc[noun.i + 1 : index], "person.copula")
            if noun.pos_ not in ("DET", "ADJ", "NUM", "ADV"):
                return None
        return None

    def _by_tree(self, person: Mention, span: Span) -> RoleClaim | None:
        head = self._first_of_list(span.root)
        if head.dep_ in ("obj", "appos"):
            return self._elected(person, head)
        if head.dep_ in ("nsubj", "nsubj:pass"):
            if self.nouns.base(head.head.text) and self._has_copula(head.head):
                return self._claim(person, head.head, self._right_of(head.head), "person.copula")
            return self._elected(person, head)
        if head.dep_ in ("ROOT", "root", "conj") and self._has_copula(head):
            for child in head.children:
                if child.dep_ == "nsubj" and self.nouns.base(child.text):
                    return self._claim(person, child, self._right_of(child), "person.copula")
        return None

    def _first_of_list(self, name: Token) -> Token:
        """Return the head of the first name in a list: "die Juristin Eva Roth und Jan Wolf"."""
        head = name
        while head.head != head:
            is_title = head.dep_ in ("appos", "flat", "nmod") and head.head.i == head.i - 1
            is_listed = head.dep_ == "conj" and (
                self._label(head.head) == "PER" or self._label(head.head.nbor()) == "PER"
            )
            if not (is_title and head.head.pos_ == "NOUN") and not is_listed:
                break
            head = head.head
        return head

    def _elected(self, person: Mention, name: Token) -> RoleClaim | None:
        """Read "zum Kassierer" at the verb of "wurde Jan Wolf gewählt", "wählte der Rat Jan Wolf".

        Parsers hang the person chosen on the electing body: it stands right before the name.
        """
        verb = name.head.head if name.dep_ == "appos" else name.head
        for child in verb.children:
            marker = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
            if marker in ELECTING and self.nouns.base(child.text) and child.dep_ == "obl":
                return self._claim(person, child, self._right_of(child), "person.elected")
        return None

    def _has_copula(self, token: Token) -> bool:
        """Tell a predicate noun; parsers call the verb of "Kassenwart wurde Wolf" an auxiliary."""
        return any(child.dep_ in ("cop", "aux", "aux:pass") for child in token.children)

    def _right_of(self, noun: Token) -> Span:
        return self.doc[noun.i + 1 : max(noun.i + 1, noun.right_edge.i + 1)]

    def _employed_at(self, person: Mention, span: Span) -> RoleClaim | None:
        """Read "Eva Roth vom Baumberger Männerchor" (an organisation, never a mere place)."""
        index = span.end
        word = self._text(index).lower()
        follows_role = word in ("der", "des") and self._role_before(person, span) is not None
        if word not in EMPLOYED_AT and not follows_role:
            return None
        for token in self.doc[index + 1 : index + 4]:
            mention = self.at.get(token.i)
            if mention is not None:
                if mention.label != "ORG":
                    return None
                return RoleClaim(person, None, mention.name, mention, "person.employed_at")
            if token.pos_ not in ("DET", "ADJ", "NOUN"):
                return None
        return None

    # The claim itself

    def _claim(self, person: Mention, noun: Token, complement: Span, rule: str) -> RoleClaim:
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
        return RoleClaim(person, role, organisation, mention, rule, noun.idx)

    def _firm(self, word: str) -> Mention | None:
        """Return the body that "Hövel-Geschäftsführer" speaks of: "Metallbau Hövel GmbH"."""
        return next((m for m in self.mentions if m.label == "ORG" and word in m.name.split()), None)

    def _modifiers(self, noun: Token) -> list[str]:
        kept: list[str] = []
        for token in reversed(self.doc[max(0, noun.i - 3) : noun.i]):
            lemma = token.lower_.rstrip("nrsme").rstrip("e") or token.lower_
            is_ordinal = token.text.rstrip(".").isdigit() and token.text.endswith(".")
            if is_ordinal or any(
                lemma == adjective.rstrip("nrsme") for adjective in ROLE_MODIFIERS_KEPT
            ):
                kept.insert(0, token.text)
            else:
                break
        return kept

    def _employer(self, complement: Span) -> tuple[str | None, Mention | None, list[str]]:
        """Return the organisation of a complement, and the words that belong to the role itself."""
        kept: list[str] = []
        for token in complement:
            mention = self.at.get(token.i)
            if mention is not None:
                is_place_of_duty = mention.label == "LOC" and not self._is_whereabouts(token)
                if mention.label == "ORG" or is_place_of_duty:
                    return mention.name, mention, _without_tail(kept)
            if token.text in (",", "(", ")", "–", *TELEPHONE) or token.like_num:
                break
            if token.pos_ in ("VERB", "AUX") or (mention is not None and mention.label == "PER"):
                break
            kept.append(token.text)
        noun = next((t for t in complement if organisation_kind(t.text)), None)
        if noun is None:
            return None, None, _complete(kept)
        return self._noun_phrase(noun), None, _complete(kept)

    def _is_whereabouts(self, token: Token) -> bool:
        """Tell "Dozent in Kiel" (a place, no employer) from "Bürgermeister von Kiel"."""
        mention = self.at[token.i]
        start = self.doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
        before = self.doc[start.start - 1] if start is not None and start.start else None
        return before is not None and before.lower_ in ("in", "im", "bei", "nach")

    def _noun_phrase(self, noun: Token) -> str:
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

    def _label(self, token: Token) -> str | None:
        mention = self.at.get(token.i)
        return mention.label if mention is not None else None

    def _text(self, index: int) -> str:
        return self.doc[index].text if index < len(self.doc) else ""

    def _find(self, text: str, start: int, limit: int) -> int | None:
        for index in range(start, min(len(self.doc), start + limit)):
            if self.doc[index].text == text:
                return index
        return None


def _is_masculine(noun: Token) -> bool:
    """Tell a man's office: by its article, else as tagged; "-in" and "-frau" are women's."""
    if noun.lower_.endswith(("in", "frau")):
        return False
    for token in reversed(noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]):
        if token.lower_ in FEMININE_ARTICLES:
            return False
        if token.lower_ in MASCULINE_ARTICLES:
            return True
        if token.pos_ not in ("ADJ", "NUM"):
            break
    return "Masc" in noun.morph.get("Gender", [])


def _complete(kept: list[str]) -> list[str]:
    """Keep a complement that is part of the role: "Leiter" + "der städtischen Wirtschaft"."""
    has_noun = any(word[:1].isupper() for word in kept)
    return kept if has_noun and len(kept) <= LONGEST_PHRASE else []


def _without_tail(kept: list[str]) -> list[str]:
    """Drop the words that only lead to the organisation's name: "der Firma", "im", "von"."""
    small = frozenset(
        "der des die dem den das im in von vom bei beim am an firma stadt für zur zum".split()
    )
    while kept and (kept[-1].lower() in small):
        kept = kept[:-1]
    return kept if all(word[0].isupper() or word == "und" for word in kept) else []


@cache
def _no_occupations() -> tuple[str, ...]:
    return tuple(noun.lower() for (noun,) in load_tsv("no_occupations", ("noun",)))


def titles() -> frozenset[str]:
    """Return the academic and courtesy titles that stand before a name."""
    return frozenset(title for (title,) in load_tsv("titles", ("title",)))
