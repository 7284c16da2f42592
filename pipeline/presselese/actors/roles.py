"""What people do and where: role and organisation from the words round a person's name.

Forms: role before the name ("DIHK-Präsident Peter Adrian", "der Leiter des Amtes, Jan Wolf"),
apposition behind it ("Jan Wolf, Geschäftsführer der Muster GmbH", "Jan Wolf (SPD)"), copula
("Vorsitzende ist Eva Roth"), election ("zum Kassierer wurde Jan Wolf gewählt"), label
("Ansprechpartnerin: Eva Roth"), and "Eva Roth vom Männerchor".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.role_claims import IN_WORD, LONGEST_PHRASE, RoleClaim, RoleWords
from presselese.actors.role_nouns import RoleNouns
from presselese.actors.role_predicates import COPULAS, ELECTING, predicate
from presselese.linking.mentions import Mention, is_acronym
from presselese.resources.titles import degrees_behind, titles

SENTENCE_MARKS: Final = frozenset('.!?;:\n"„“”»«')
EMPLOYED_AT: Final = frozenset("von vom bei beim".split())


class RoleFinder:
    """Finds the role claims of one Doc."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], nouns: RoleNouns) -> None:
        self.doc = doc
        self.nouns = nouns
        self.words = RoleWords(doc, mentions, nouns)

    def claims(self) -> list[RoleClaim]:
        """Return all role claims, in text order of the people."""
        found = self._own_claims()
        return [*found, *self._shared(found)]

    def _shared(self, claims: Sequence[RoleClaim]) -> Iterator[RoleClaim]:
        """Give a role to all of its list: "den Beigeordneten Roth und Kurz", "Beisitzer: …"."""
        people = [mention for mention in self.words.mentions if mention.label == "PER"]
        has_role = {id(claim.person) for claim in claims if claim.role}
        for claim in claims:
            is_before = claim.rule in ("person.role_before", IN_WORD)
            if not is_before or not self._is_for_several(claim.person):
                continue
            for previous, person in pairwise(people):
                is_next = previous is claim.person or (
                    previous.start_char > claim.person.start_char
                    and self._is_list(claim.person.end_char, previous.start_char)
                )
                is_listed = is_next and self._is_list(previous.end_char, person.start_char)
                if is_listed and id(person) not in has_role:
                    yield replace(claim, person=person, rule="person.shared_role")

    def _is_for_several(self, person: Mention) -> bool:
        """Tell a plural before a name, and a label that is not a woman's alone: "Beisitzer:"."""
        span = self.doc.char_span(person.start_char, person.end_char, alignment_mode="expand")
        index = self.words.skip_titles_left(span.start - 1) if span else -1
        noun = self._role_left_of(index) if index >= 0 else None
        if noun is None:
            return False
        is_label = self.words.text(index) == ":" and not noun.text.endswith("in")
        return is_label or "Plur" in noun.morph.get("Number", [])

    def _is_list(self, start_char: int, end_char: int) -> bool:
        """Tell whether only names of people, titles and list words stand in a stretch of text."""
        span = self.doc.char_span(start_char, end_char, alignment_mode="contract")
        return span is None or all(
            token.text in (",", "und", "sowie") or token.text in titles()
            or self.words.label(token) == "PER" or token.is_space
            for token in span
        )  # fmt: skip

    def _own_claims(self) -> list[RoleClaim]:
        found: list[RoleClaim] = []
        for person in (mention for mention in self.words.mentions if mention.label == "PER"):
            span = self.doc.char_span(person.start_char, person.end_char, alignment_mode="expand")
            if span is not None:
                found.extend(self._claims_of(person, span))
        return found

    def _claims_of(self, person: Mention, span: Span) -> Iterator[RoleClaim]:
        for claim in (
            self._role_before(person, span),
            self._apposition(person, span),
            self._role_below(person, span),
            predicate(self.words, person, span),
            self._employed_at(person, span),
        ):
            if claim is not None:
                yield claim

    # Role before the name

    def _role_before(self, person: Mention, span: Span) -> RoleClaim | None:
        index = self.words.skip_titles_left(span.start - 1)
        if index < 0:
            return None
        noun = self._role_left_of(index)
        if noun is None:
            return self._occupation(person, index)
        first = self._office_before(noun, span)
        if first is not None:
            return self.words.claim(
                person, first, self.doc[first.i + 1 : noun.i - 1], "person.role_before"
            )
        phrase = self.doc[noun.i + 1 : index + 1]
        if len(phrase) and (phrase[-1].text in (",", ":") or self.words.is_occupation(phrase[-1])):
            phrase = phrase[:-1]  # "Kassier der Landwirt Jan Wolf": two things said of him
        return self.words.claim(person, noun, phrase, "person.role_before")

    def _office_before(self, noun: Token, span: Span) -> Token | None:
        """Return the office in "Die Vizepräsidentin der Kammer, Friseurmeisterin Eva Roth, …"."""
        is_closed = self.words.text(span.end) == ","
        if not is_closed or noun.i < 2 or self.words.text(noun.i - 1) != ",":
            return None
        return self._role_left_of(noun.i - 1)

    def _occupation(self, person: Mention, index: int) -> RoleClaim | None:
        """Read "Meteorologin Carla Neumeyer": a noun for a person right before a full name.

        German names people so by any occupation; no list of roles is ever complete.
        """
        noun = self.doc[index]
        if " " not in person.name or not self.words.is_occupation(noun):
            return None
        return RoleClaim(person, noun.text, None, None, "person.occupation", noun.idx)

    def _role_below(self, person: Mention, span: Span) -> RoleClaim | None:
        """Read a signature: the name on a line of its own, the role on the next."""
        index = span.end
        if index + 1 >= len(self.doc) or self.doc[index].text != "\n":
            return None
        is_own_line = not span.start or "\n" in self.doc[span.start - 1].text
        noun = self.doc[index + 1]
        if not is_own_line or self.nouns.base(noun.text) is None or noun.i in self.words.at:
            return None
        line = self.words.find("\n", index + 1, LONGEST_PHRASE) or len(self.doc)
        claim = self.words.claim(person, noun, self.doc[noun.i + 1 : line], "person.role_below")
        if claim.organisation is None:
            below = self.words.at.get(line + 1)
            if below is not None and below.label == "ORG":
                return replace(claim, organisation=below.name, organisation_mention=below)
        return claim

    def _role_left_of(self, index: int) -> Token | None:
        """Return the role noun whose phrase ends right before the name (a comma may part them)."""
        start = self.doc[index]
        if start.text in (",", ":"):
            if start.text == ":" or index == 0:
                token = self.doc[index - 1]
                return token if self.nouns.base(token.text) and start.text == ":" else None
            index -= 1
        for token in reversed(self.doc[max(0, index - LONGEST_PHRASE) : index + 1]):
            if self.nouns.base(token.text) and token.i not in self.words.at:
                return token if self._comma_fits(token, start) else None
            if not self._may_stand_in_complement(token):
                return None
            in_name = self.words.at.get(token.i)
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
        if token.i in self.words.at:
            return True
        if token.text in SENTENCE_MARKS or token.text in (",", "(", ")") or "\n" in token.text:
            return False
        return token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "CCONJ", "NUM", "X", "PUNCT")

    # Apposition behind the name

    def _apposition(self, person: Mention, span: Span) -> RoleClaim | None:
        index = span.end
        while self.words.text(index) in degrees_behind():
            index += 1
        party: Mention | str | None = None
        if self.words.text(index) == "(":
            closing = self.words.find(")", index + 1, 2 * LONGEST_PHRASE)
            if closing is None:
                return None
            inside = self.doc[index + 1 : closing]
            claim = self._from_phrase(person, inside, "person.role_in_brackets")
            if claim is not None and claim.role is not None:
                return claim
            party, index = (claim.organisation if claim else None), closing + 1
            if claim is not None and self.words.text(index) != ",":
                return claim
        if self.words.text(index) not in (",", "–", "-"):
            return None
        end = self._phrase_end(index + 1)
        if self.words.text(end).lower() in COPULAS:
            return None  # "Eva Roth, ihr Stellvertreter ist Jan Wolf"
        claim = self._from_phrase(person, self.doc[index + 1 : end], "person.role_apposition")
        if claim is None and isinstance(party, str):
            return RoleClaim(person, None, party, None, "person.role_in_brackets")
        return claim

    def _from_phrase(self, person: Mention, phrase: Span, rule: str) -> RoleClaim | None:
        if any(self.words.label(token) == "PER" for token in phrase):
            return None
        for offset, token in enumerate(phrase[:6]):
            if self.nouns.base(token.text) and token.i not in self.words.at:
                return self.words.claim(person, token, phrase[offset + 1 :], rule)
            if token.pos_ not in ("DET", "ADJ", "ADV", "NUM", "ADP", "PROPN") and not is_acronym(
                token.text
            ):
                break
        first = next(
            (self.words.at.get(t.i) for t in phrase[:2] if t.pos_ not in ("DET", "ADP")), None
        )
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
            if self.words.label(token) == "PER":
                return True
            if not (token.text in titles() or self.nouns.base(token.text) or token.pos_ == "DET"):
                return False
        return False

    def _employed_at(self, person: Mention, span: Span) -> RoleClaim | None:
        """Read "Eva Roth vom Baumberger Männerchor" (an organisation, never a mere place)."""
        index = span.end
        word = self.words.text(index).lower()
        follows_role = word in ("der", "des") and self._role_before(person, span) is not None
        if word not in EMPLOYED_AT and not follows_role:
            return None
        for token in self.doc[index + 1 : index + 4]:
            mention = self.words.at.get(token.i)
            if mention is not None:
                if mention.label != "ORG":
                    return None
                return RoleClaim(person, None, mention.name, mention, "person.employed_at")
            if token.pos_ not in ("DET", "ADJ", "NOUN"):
                return None
        return None
