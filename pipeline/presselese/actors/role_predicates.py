"""Roles that a clause gives: "Vorsitzende ist Eva Roth", "zum Kassierer wurde Jan Wolf gewählt"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from presselese.actors.role_claims import RoleClaim, RoleWords
from presselese.actors.role_complements import LONGEST_PHRASE
from presselese.actors.role_lists import ELECTED_RULE, is_plural
from presselese.actors.role_offices import office_taken
from presselese.linking.coreference import PRONOUN_GENDERS
from presselese.linking.mentions import Mention

COPULAS: Final = frozenset(
    "ist sind war waren wird werden wurde wurden bleibt bleiben heißt heißen".split()
)
CLAUSE_MARKS: Final = frozenset(".!?:;,„“»«()–")
ELECTING: Final = frozenset("zum zur als".split())


def predicate(words: RoleWords, person: Mention, span: Span) -> RoleClaim | None:
    """Read "Vorsitzende ist Eva Roth", "Zum Kassierer wurde Jan Wolf gewählt"."""
    return (
        _elected_behind(words, person, span)
        or _copula_before(words, person, span)
        or _by_tree(words, person, span)
        or office_taken(words, person, _first_of_list(words, span.root))
        or _in_clause(words, person, span)
        or _in_relative_clause(words, person, span)
        or _in_next_sentence(words, person, span)
    )


def _elected_behind(words: RoleWords, person: Mention, span: Span) -> RoleClaim | None:
    """Read "Eva Roth zur Kassiererin" in a list, whose parts have one verb between them.

    Parsers hang such an office on the verb and the next name on the office.
    """
    noun = office_behind(words, span)
    if noun is None or words.text(span.end).lower() == "als":
        return None  # "Eva Roth als Kassiererin" may be more than elected: `roles` reads it
    return words.claim(person, noun, _right_of(noun), ELECTED_RULE)


def office_behind(words: RoleWords, span: Span) -> Token | None:
    """Return the office of "Eva Roth zur Kassiererin", "Roth und Wolf zu Beisitzern"."""
    marker = words.text(span.end).lower()
    noun = _noun_of(words, span.end + 1) if marker in ELECTING | {"zu"} else None
    return None if noun is not None and marker == "zu" and not is_plural(noun) else noun


def _copula_before(words: RoleWords, person: Mention, span: Span) -> RoleClaim | None:
    """Read "Neue Leiterin des Amtes ist Dr. Eva Roth" by the order of the words.

    The role opens its clause; parsers take now this, now that noun for the subject.
    """
    index = words.skip_titles_left(span.start - 1)
    while index > 0 and (
        words.doc[index].pos_ in ("ADV", "DET", "ADJ")
        or words.is_occupation(words.doc[index])
        or words.nouns.base(words.text(index)) is not None
    ):
        index -= 1
    if index < 1 or words.text(index).lower() not in COPULAS:
        return None
    start = max(0, index - LONGEST_PHRASE)
    for left in range(index - 1, start - 1, -1):
        token = words.doc[left]
        if token.is_space or token.text in CLAUSE_MARKS:
            start = left + 1
            break
        if token.is_sent_start:
            start = left
            break
    for noun in words.doc[start:index]:
        if words.nouns.base(noun.text) and noun.i not in words.at:
            return words.claim(person, noun, words.doc[noun.i + 1 : index], "person.copula")
        if noun.pos_ not in ("DET", "ADJ", "NUM", "ADV"):
            return None
    return None


def _by_tree(words: RoleWords, person: Mention, span: Span) -> RoleClaim | None:
    head = _first_of_list(words, span.root)
    if head.dep_ in ("obj", "appos"):
        return _elected(words, person, head, span)
    if head.dep_ in ("nsubj", "nsubj:pass"):
        if words.nouns.base(head.head.text) and _has_copula(head.head):
            return words.claim(person, head.head, _right_of(head.head), "person.copula")
        return _become(words, person, head) or _elected(words, person, head, span)
    if head.dep_ in ("ROOT", "root", "conj") and _has_copula(head):
        for child in head.children:
            if child.dep_ == "nsubj" and words.nouns.base(child.text):
                return words.claim(person, child, _right_of(child), "person.copula")
    return None


def _become(words: RoleWords, person: Mention, name: Token) -> RoleClaim | None:
    """Read "Jan Wolf wird Schatzmeister": a verb whose complement is the office."""
    verb = name.head
    if verb.lower_ not in COPULAS:
        return None
    for child in verb.children:
        if child.dep_ == "xcomp" and words.nouns.base(child.text) and child.i not in words.at:
            return words.claim(person, child, _right_of(child), "person.copula")
    return None


def _first_of_list(words: RoleWords, name: Token) -> Token:
    """Return the head of the first name in a list: "die Juristin Eva Roth und Jan Wolf"."""
    head = name
    while head.head != head:
        is_behind = words.skip_titles_left(head.i - 1) in (head.head.i, head.head.i - 1)
        is_title = head.dep_ in ("appos", "flat", "nmod") and is_behind and head.head.i < head.i
        is_listed = head.dep_ == "conj" and any(
            words.label(token) == "PER" for token in words.doc[head.head.i : head.head.i + 2]
        )
        if not (is_title and head.head.pos_ == "NOUN") and not is_listed:
            break
        head = head.head
    return head


def _elected(words: RoleWords, person: Mention, name: Token, span: Span) -> RoleClaim | None:
    """Read "zum Kassierer" at the verb of "wurde Jan Wolf gewählt", "wählte der Rat Jan Wolf".

    Parsers hang the person chosen on the electing body: it stands right before the name.
    """
    verb = name.head.head if name.dep_ == "appos" else name.head
    for child in verb.children:
        marker = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
        is_office = marker in ELECTING or (marker == "zu" and is_plural(child))
        if child.i < span.start and _is_anothers(words, child):
            continue
        if is_office and words.nouns.base(child.text) and child.dep_ == "obl":
            return words.claim(person, child, _right_of(child), ELECTED_RULE)
    return None


def _is_anothers(words: RoleWords, office: Token) -> bool:
    """Tell "Roth zur Kassiererin" before another name: whose office it is stands before it."""
    markers = [child.i for child in office.children if child.dep_ == "case"]
    return bool(markers) and min(markers) > 0 and words.label(office.doc[min(markers) - 1]) == "PER"


def _in_relative_clause(words: RoleWords, person: Mention, span: Span) -> RoleClaim | None:
    """Read "Jan Wolf, der seit 2019 Bürgermeister der Stadt Aue ist", by the order of the words."""
    if words.text(span.end) != "," or words.text(span.end + 1) not in ("der", "die"):
        return None
    for index in range(span.end + 2, min(len(words.doc), span.end + 2 + LONGEST_PHRASE)):
        token = words.doc[index]
        if token.text in CLAUSE_MARKS or token.pos_ == "VERB":
            return None
        if token.lower_ in COPULAS:
            clause = words.doc[span.end + 2 : index]
            offices = (t for t in clause if t.i not in words.at and words.nouns.base(t.text))
            noun = next(offices, None)
            if noun is None or _is_led_in(noun) or any(words.label(t) == "PER" for t in clause):
                return None
            return words.claim(person, noun, words.doc[noun.i + 1 : index], "person.copula")
    return None


def _is_led_in(noun: Token) -> bool:
    """Tell "der mit dem Bürgermeister in Riga war" from who is a mayor."""
    left = noun.i - 1
    while left > 0 and noun.doc[left].pos_ in ("ADJ", "DET"):
        left -= 1
    return left >= 0 and noun.doc[left].pos_ == "ADP"


def _in_clause(words: RoleWords, person: Mention, span: Span) -> RoleClaim | None:
    """Read "Jan Wolf, der uns als Landrat des Kreises oft geholfen hat".

    "als" stands in the relative clause whose pronoun is the subject; parsers hang its noun on the
    verb or on the name.
    """
    if words.text(span.end) != "," or words.text(span.end + 1) not in ("der", "die"):
        return None
    verb = span.doc[span.end + 1].head
    if span.doc[span.end + 1].dep_ != "nsubj" or verb.pos_ != "VERB" or verb.i <= span.end + 1:
        return None
    for index in range(span.end + 2, verb.i):
        noun = _noun_of(words, index + 1) if words.text(index) == "als" else None
        if words.text(index) in CLAUSE_MARKS:
            return None
        if noun is not None:
            return words.claim(person, noun, _right_of(noun), "person.role_as")
    return None


def _in_next_sentence(words: RoleWords, person: Mention, span: Span) -> RoleClaim | None:
    """Read "Werner Roth lud ein. Er ist Sprecher des Verbands", where nobody else is named."""
    doc, end = span.doc, span.sent.end
    while end < len(doc) and doc[end].is_space:
        end += 1
    gender = PRONOUN_GENDERS.get(words.text(end).lower())
    people = {words.at[t.i].start_char for t in span.sent if words.label(t) == "PER"}
    if gender is None or doc[end].dep_ != "nsubj" or len(people) != 1:
        return None
    noun = doc[end].head
    is_office = words.nouns.base(noun.text) is not None and _has_copula(noun)
    if not is_office or is_plural(noun) or gender not in noun.morph.get("Gender", [gender]):
        return None
    return words.claim(person, noun, _right_of(noun), "person.copula")


def _noun_of(words: RoleWords, index: int) -> Token | None:
    """Return the role noun of the phrase that begins at a token, None where it has another."""
    while words.text(index) and words.doc[index].pos_ in ("DET", "ADJ", "NUM"):
        index += 1
    is_role = words.text(index) and words.nouns.base(words.text(index)) and index not in words.at
    return words.doc[index] if is_role else None


def _has_copula(token: Token) -> bool:
    """Tell a predicate noun; parsers call the verb of "Kassenwart wurde Wolf" an auxiliary."""
    return any(child.dep_ in ("cop", "aux", "aux:pass") for child in token.children)


def _right_of(noun: Token) -> Span:
    end = max(noun.i + 1, noun.right_edge.i + 1)
    while end > noun.i + 1 and (noun.doc[end - 1].is_space or noun.doc[end - 1].text in ".,;:!?"):
        end -= 1
    return noun.doc[noun.i + 1 : end]
