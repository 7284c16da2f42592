"""What people do and where: role and organisation from the words round a person's name.

Forms: role before the name ("DIHK-Präsident Peter Adrian", "der Leiter des Amtes, Jan Wolf"),
apposition behind it ("Jan Wolf, Geschäftsführer der Muster GmbH", "Jan Wolf (SPD)"), copula
("Vorsitzende ist Eva Roth"), election ("zum Kassierer wurde Jan Wolf gewählt"), label
("Ansprechpartnerin: Eva Roth"), and "Eva Roth vom Männerchor".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.employment import employed_at, runs
from presselese.actors.role_claims import ABBREVIATED, IN_BRACKETS, RoleClaim, RoleWords
from presselese.actors.role_complements import LONGEST_PHRASE
from presselese.actors.role_lists import is_plural, shared
from presselese.actors.role_nouns import RoleNouns
from presselese.actors.role_places import places_in_brackets
from presselese.actors.role_predicates import COPULAS, ELECTING, office_behind, predicate
from presselese.actors.role_series import series
from presselese.linking.mentions import Mention, is_acronym
from presselese.resources.titles import degrees_behind, titles

# Words that part a name from the phrase before it: "der Chor unter Leitung von Eva Roth".
PARTING: Final = frozenset("von mit durch bei für an und sowie".split())
LIST_MARKS: Final = frozenset("-–•*.")
AGE_DIGITS: Final = 2
SENTENCE_MARKS: Final = frozenset('.!?;:\n"„“”»«')


class RoleFinder:
    """Finds the role claims of one Doc."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], nouns: RoleNouns) -> None:
        self.doc = doc
        self.nouns = nouns
        self.words = RoleWords(doc, mentions, nouns)

    def claims(self) -> list[RoleClaim]:
        """Return all role claims, in text order of the people."""
        found = [*self._own_claims(), *series(self.words)]
        found += list(shared(self.words, found))
        return [*found, *places_in_brackets(self.words, found)]

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
            runs(self.words, person, span),
        ):
            if claim is not None:
                yield claim
        follows_role = self._role_before(person, span) is not None
        at = employed_at(self.words, person, span, follows_role=follows_role)
        if at is not None:
            yield at

    # Role before the name

    def _role_before(self, person: Mention, span: Span) -> RoleClaim | None:
        index = self.words.skip_titles_left(span.start - 1)
        if index < 0 or self.words.text(index).lower() in PARTING:
            return None
        if self.words.text(index) == "," and office_behind(self.words, span) is not None:
            return None  # "Wolf zum Kassierer, Eva Roth zur …": what stands before is another's
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
        claim = self.words.claim(person, noun, phrase, "person.role_before")
        earlier = self._earlier_office(noun)
        if earlier is None:
            return claim
        told = self.words.claim(person, earlier, self.doc[0:0], claim.rule)
        return (
            told if told.organisation else replace(claim, role=told.role, noun_char=told.noun_char)
        )

    def _earlier_office(self, noun: Token) -> Token | None:
        """Return the first of two offices: "Präsident und Konsul Wolf", "Präses Pfarrer Wolf".

        The second may have its adjective: "der Abgeordnete und frühere Senator Wolf".
        """
        left = noun.i - 1
        while left > 0 and self.doc[left].pos_ == "ADJ":
            left -= 1
        if self.words.text(left).lower() in ("und", "sowie"):
            left -= 1
        elif left < noun.i - 1:
            return None
        if left < 0 or left in self.words.at or is_plural(noun):
            return None
        token = self.doc[left]
        if self.nouns.base(token.text) is None or is_plural(token):
            return None
        return token

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
                return self._label_before(index) if start.text == ":" else None
            index -= 1
        for token in reversed(self.doc[max(0, index - LONGEST_PHRASE) : index + 1]):
            if self._is_in_short_brackets(token.i):
                continue  # "der Leiter des Zentrums für Holzbau (ZHB), Jan Wolf"
            if self.nouns.base(token.text) and token.i not in self.words.at:
                noun = self._chair_of(token)
                return noun if self._comma_fits(noun, start) else None
            if not self._may_stand_in_complement(token):
                return None
            in_name = self.words.at.get(token.i)
            if in_name is not None and in_name.label == "PER":
                return None
        return None

    def _label_before(self, colon: int) -> Token | None:
        """Read "Leiterin:", and "Ansprechpartnerin für die Presse:" that begins its line."""
        for token in reversed(self.doc[max(0, colon - LONGEST_PHRASE) : colon]):
            if self.nouns.base(token.text) and token.i not in self.words.at:
                before = self.doc[token.i - 1] if token.i else None
                is_first = before is None or "\n" in before.text or before.text in LIST_MARKS
                return token if is_first or token.i == colon - 1 else None
            if not self._may_stand_in_complement(token):
                return None
        return None

    def _chair_of(self, noun: Token) -> Token:
        """Return "Vorsitzende" in "die Vorsitzende des Aufsichtsrats": a board is a role too.

        The genitive says that the noun is what somebody presides over.
        """
        index = noun.i - 1
        while index > 0 and self.doc[index].pos_ == "ADJ":
            index -= 1
        if index < 1 or self.doc[index].lower_ != "des":
            return noun
        chair = self.doc[index - 1]
        return chair if self.nouns.base(chair.text) and chair.i not in self.words.at else noun

    def _is_in_short_brackets(self, index: int) -> bool:
        """Tell a token of "(ZHB)": one word in brackets, which is no person."""
        return any(
            start >= 0 and self.words.is_bracket(start, start + 3)
            for start in range(index - 2, index + 1)
        )

    def _comma_fits(self, noun: Token, start: Token) -> bool:
        """Refuse a comma that lists ("Wirte, Händler, Jan Wolf") instead of opening an apposition.

        Before an apposition in commas the role has an article: "der Leiter des Amtes, Jan Wolf".
        """
        if start.text != ",":
            return True
        first = self._earlier_office(noun) or noun
        left = [self.doc[i] for i in range(max(0, first.i - 3), first.i)]
        if first is not noun and first.is_sent_start:
            return True  # "Leiter und Sprecher des Amtes, Jan Wolf, …"
        place = self.words.at.get(noun.i - 1)
        if place is not None and place.label == "LOC":
            return True  # "Solingens Bürgermeister, Jan Wolf"
        return any(
            token.pos_ in ("DET",) or token.lower_ in ELECTING | {"dem", "im", "vom", "beim"}
            for token in left
        )

    def _may_stand_in_complement(self, token: Token) -> bool:
        if token.i in self.words.at or self.words.is_enumerating(token.i):
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
        if self.words.text(index) == "," and self.words.text(index + 1) == "(":
            index += 1
        if self._is_age(index):
            index += 2
        if self.words.text(index) == "(":
            closing = self.words.find(")", index + 1, 2 * LONGEST_PHRASE)
            if closing is None:
                return None
            inside = self.doc[index + 1 : closing]
            claim = self._from_phrase(person, inside, "person.role_in_brackets")
            if claim is not None and claim.role is not None:
                return claim
            party, index = (claim.organisation if claim else None), closing + 1
            if claim is not None and self.words.text(index) not in (",", "als"):
                return replace(claim, rule=IN_BRACKETS)
        if self._is_end_of_verb(index):
            return self._extraposed(person, index + 1)
        if self.words.text(index).lower() == "als":
            return self._as_office(person, index + 1)
        if self.words.text(index) not in (",", "–", "-"):
            return None
        if self.words.text(index + 1) in ("der", "die") and self.words.text(index + 2) == "als":
            return self._as_office(person, index + 3)
        end = self._phrase_end(index + 1)
        if self.words.text(end).lower() in COPULAS:
            return None  # "Eva Roth, ihr Stellvertreter ist Jan Wolf"
        claim = self._from_phrase(person, self.doc[index + 1 : end], "person.role_apposition")
        if claim is None and isinstance(party, str):
            return RoleClaim(person, None, party, None, IN_BRACKETS)
        return claim

    def _is_age(self, index: int) -> bool:
        """Tell ", 54," between a name and what its bearer does."""
        commas = {self.words.text(index), self.words.text(index + 2)}
        age = self.words.text(index + 1)
        return commas == {","} and age.isdecimal() and len(age) == AGE_DIGITS

    def _is_end_of_verb(self, index: int) -> bool:
        """Tell the last part of a verb before a comma: "fügt Eva Roth hinzu, …", "stand, …"."""
        if self.words.text(index + 1) != ",":
            return False
        token = self.doc[index]
        is_particle = token.dep_.startswith("compound") and token.text.islower()
        return is_particle or token.pos_ == "VERB"

    def _extraposed(self, person: Mention, comma: int) -> RoleClaim | None:
        """Read an apposition behind the verb: "…, so trug Eva Roth vor, Leiterin des Amtes."."""
        end = self._phrase_end(comma + 1)
        if end < len(self.doc) and self.doc[end].pos_ in ("VERB", "AUX"):
            return None  # "Eva Roth reiste ab, Mitarbeiter blieben": another clause
        return self._from_phrase(person, self.doc[comma + 1 : end], "person.role_extraposed")

    def _as_office(self, person: Mention, start: int) -> RoleClaim | None:
        """Read "Eva Roth als Vorsitzende" and "Jan Wolf, der als Leiter des Amtes …"."""
        end = self._phrase_end(start)
        return self._from_phrase(person, self.doc[start:end], "person.role_as")

    def _from_phrase(self, person: Mention, phrase: Span, rule: str) -> RoleClaim | None:
        if any(self.words.label(token) == "PER" for token in phrase):
            return None
        for offset, token in enumerate(phrase[:6]):
            if self.nouns.base(token.text) and token.i not in self.words.at:
                return self.words.claim(person, token, phrase[offset + 1 :], rule)
            is_leading = token.pos_ in ("DET", "ADJ", "ADV", "NUM", "ADP", "PROPN")
            if not (is_leading or is_acronym(token.text) or token.lower_ in ABBREVIATED):
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
            is_verb = token.pos_ in ("VERB", "AUX") and token.text.islower()  # not "Delegierte"
            if is_verb and "Fin" in token.morph.get("VerbForm", []):
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
