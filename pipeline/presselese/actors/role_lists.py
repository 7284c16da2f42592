"""Offices that several people of a list have: "die Beisitzer Roth und Kurz", "Den Vorstand bilden".

A plural or a label before the first name speaks of the whole list, so does the copula of
"Kassenprüfer sind Eva Roth und Jan Wolf"; a board whose seats are told makes its list members of
it. Who has a role of their own keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from spacy.tokens import Token

from presselese.actors.employment import EMPLOYED_RULE
from presselese.actors.role_claims import IN_BRACKETS, IN_WORD, RoleClaim, RoleWords
from presselese.actors.role_nouns import load_role_nouns
from presselese.linking.mentions import Mention
from presselese.resources.titles import titles

SHARED_RULE: Final = "person.shared_role"
ELECTED_RULE: Final = "person.elected"
BEHIND_RULES: Final = frozenset({"person.role_apposition", ELECTED_RULE, "person.role_as"})
BOARD_RULE: Final = "person.board_list"
ANNOUNCING: Final = frozenset({"nämlich", "darunter", "zwar"})
PLURAL_COPULAS: Final = frozenset("sind waren werden wurden bleiben blieben heißen hießen".split())
DASHES: Final = frozenset("-–")
LIST_WORDS: Final = frozenset({",", "und", "sowie"})
PAIR_RULES: Final = frozenset({EMPLOYED_RULE, IN_BRACKETS})
SHORTEST_LIST: Final = 2
# Bodies whose members are called by the body's own noun: "Vorstand Eva Roth".
BOARDS: Final = ("vorstand", "aufsichtsrat", "beirat")
# What is done with the seats of a board; "Der Vorstand ehrte Eva Roth" is none of these.
SEATING: Final = frozenset(
    "bilden stellen angehören gehören bestehen bestehend vervollständigen komplettieren".split()
)
CALLED_INTO: Final = frozenset(
    "wählen berufen bestellen delegieren entsenden einziehen rücken aufrücken".split()
)
FARTHEST_LIST: Final = 14  # words from the board's noun to the first name
FARTHEST_PARTICIPLE: Final = 3  # words behind the last name: "… in den Vorstand gewählt"


def shared(words: RoleWords, claims: Sequence[RoleClaim]) -> Iterator[RoleClaim]:
    """Yield the claims that people of a list share with its first one, or as a board's members."""
    people = [mention for mention in words.mentions if mention.label == "PER"]
    has_role = {id(claim.person) for claim in claims if claim.role}
    for claim in claims:
        if claim.role is None or not _is_for_several(words, claim):
            continue
        for person in _list_from(words, people, claim.person)[1:]:
            if id(person) not in has_role:
                yield replace(claim, person=person, rule=SHARED_RULE)
                has_role.add(id(person))
    for claim in chain(_plural_appositions(words, people, claims), _announced(words, people)):
        if id(claim.person) not in has_role:
            yield claim
            has_role.add(id(claim.person))
    yield from _pairs(words, people, claims)
    for noun in words.doc:
        if noun.pos_ == "NOUN" and _board(noun) and noun.i not in words.at:
            yield from (c for c in _seats(words, people, noun) if id(c.person) not in has_role)


def _plural_appositions(
    words: RoleWords, people: Sequence[Mention], claims: Sequence[RoleClaim]
) -> Iterator[RoleClaim]:
    """Read "Eva Roth und Jan Wolf, die Gründer der Muster GmbH": the office is that of both.

    So is that of "Eva Roth und Jan Wolf zu Beisitzern" and "… als Vertreter der Kammer".
    """
    for claim in claims:
        noun = words.token_at(claim.noun_char)
        is_behind = claim.rule in BEHIND_RULES and claim.noun_char > claim.person.start_char
        if noun is None or not is_behind or not (is_plural(noun) or _may_be_several(noun)):
            continue
        following = claim.person
        for person in reversed(people[: next(i for i, p in enumerate(people) if p is following)]):
            if not _is_gap(words, person.end_char, following.start_char):
                break
            yield replace(claim, person=person, rule=SHARED_RULE)
            following = person


def _may_be_several(noun: Token) -> bool:
    """Tell "als Vertreter", whose plural looks the same, from "als Leiterin", "als der Leiter"."""
    return noun.i > 0 and noun.nbor(-1).lower_ == "als" and noun.lower_.endswith("er")


def _announced(words: RoleWords, people: Sequence[Mention]) -> Iterator[RoleClaim]:
    """Read "viele Bürgermeister, nämlich Eva Roth und Jan Wolf": a plural tells who follow."""
    for first in people:
        index = words.first_token(first)
        before = words.skip_titles_left(index - 1) if index is not None else -1
        before -= before >= 0 and words.text(before) == ":"
        if before < 1 or words.text(before).lower() not in ANNOUNCING:
            continue
        before -= 1
        while before > 0 and words.text(before) in (",", "und"):  # "und zwar"
            before -= 1
        noun = words.doc[before]
        if words.nouns.base(noun.text) is None or before in words.at or not is_plural(noun):
            continue
        for person in _list_from(words, people, first):
            yield words.claim(person, noun, words.doc[0:0], SHARED_RULE)


def _pairs(
    words: RoleWords, people: Sequence[Mention], claims: Sequence[RoleClaim]
) -> Iterator[RoleClaim]:
    """Read "Eva Roth und Jan Wolf vom Turnverein": both are from there."""
    claimed = {id(claim.person) for claim in claims}
    for claim in claims:
        if claim.role is not None or claim.rule not in PAIR_RULES:
            continue
        before = next((a for a, b in pairwise(people) if b is claim.person), None)
        if before is None or id(before) in claimed:
            continue
        between = words.doc.text[before.end_char : claim.person.start_char].split()
        if [word for word in between if word not in titles()] == ["und"]:
            yield replace(claim, person=before)


def is_plural(noun: Token) -> bool:
    """Tell a plural, by its article where taggers find none: "die Beisitzer", "die Notare"."""
    if "Plur" in noun.morph.get("Number", []):
        return True
    is_woman = noun.lower_.endswith(("in", "frau", "e")) and not _is_umlauted(noun)
    for token in reversed(noun.doc[max(0, noun.i - 3) : noun.i]):
        if token.lower_ in ("die", "beide", "beiden", "zwei", "drei", "vier"):
            return not is_woman
        if token.pos_ not in ("ADJ", "NUM", "PROPN"):
            return False
    return False


def _is_umlauted(noun: Token) -> bool:
    """Tell "Stadträte", "Vorstände" from "Vorsitzende": their base form ends otherwise."""
    base = load_role_nouns().base(noun.text)
    return base is not None and not base.endswith(("e", "in"))


def _is_for_several(words: RoleWords, claim: RoleClaim) -> bool:
    """Tell a plural before a name, a label that is not a woman's alone, and "… sind Roth und"."""
    noun = words.token_at(claim.noun_char)
    first = words.first_token(claim.person)
    if noun is None or first is None:
        return False
    before = words.skip_titles_left(first - 1)
    if claim.rule == "person.copula":
        return words.text(before).lower() in PLURAL_COPULAS
    if claim.rule == ELECTED_RULE and noun.i < first:
        return is_plural(noun)  # "Zu Beisitzern wählte der Rat Eva Roth und Jan Wolf"
    if claim.rule not in ("person.role_before", IN_WORD) or before < noun.i:
        return False
    is_label = words.text(before) == ":" and not noun.text.endswith("in")
    return is_label or is_plural(noun)


def _list_from(words: RoleWords, people: Sequence[Mention], first: Mention) -> list[Mention]:
    """Return the people of the list that begins with one."""
    found = [first]
    for previous, person in pairwise(people):
        if previous is found[-1]:
            if not _is_gap(words, previous.end_char, person.start_char):
                break
            found.append(person)
    return found


def _is_gap(words: RoleWords, start_char: int, end_char: int, *, roles: bool = False) -> bool:
    """Tell whether only list words, titles and brackets stand between two names.

    With `roles`, a role of the second one may: "…, Landrätin Eva Roth".
    """
    span = words.doc.char_span(start_char, end_char, alignment_mode="contract")
    index, end = (span.start, span.end) if span is not None else (0, 0)
    while index < end:
        token = words.doc[index]
        if token.text == "(":
            closing = words.find(")", index, end - index)
            if closing is None or not words.is_bracket(index, closing + 1):
                return False
            index = closing
        elif not (
            token.text in LIST_WORDS
            or token.is_space
            or _is_share(words, index)
            or words.is_title(index)
            or (roles and words.nouns.base(token.text) is not None)
        ):
            return False
        index += 1
    return True


def _is_share(words: RoleWords, index: int) -> bool:
    """Tell a token of the votes behind a name: "Eva Roth – 97,4 %", one name a line."""
    token = words.doc[index]
    if token.text in DASHES:
        return words.doc[index + 1 : index + 2].text[:1].isdigit()
    return token.text == "%" or re.fullmatch(r"\d+(?:,\d+)?%?", token.text) is not None


def _board(noun: Token) -> str | None:
    """Return the board that a noun in the singular names: "Vereinsvorstand" is a "Vorstand"."""
    word = noun.lower_.removesuffix("s").removesuffix("e")
    if "Plur" in noun.morph.get("Number", []):
        return None
    return next((board.capitalize() for board in BOARDS if word.endswith(board)), None)


def _seats(words: RoleWords, people: Sequence[Mention], noun: Token) -> Iterator[RoleClaim]:
    """Read "Der neue Vorstand: A, B", "In den Vorstand wurden A und B gewählt"."""
    end_char = noun.idx + len(noun.text)
    first = next((person for person in people if person.start_char >= end_char), None)
    index = words.first_token(first) if first is not None else None
    if first is None or index is None or index - noun.i > FARTHEST_LIST:
        return
    between = words.doc[noun.i + 1 : index]
    if any(token.text in (".", "!", "?", ";") or "\n\n" in token.text for token in between):
        return
    listed = [first]
    for previous, person in pairwise(people):
        if previous is listed[-1] and _is_gap(
            words, previous.end_char, person.start_char, roles=True
        ):
            listed.append(person)
    if len(listed) < SHORTEST_LIST or not _tells_seats(words, noun, index, listed[-1]):
        return
    verb = next((t.i for t in between if t.pos_ in ("VERB", "AUX") or t.text in (",", ":")), index)
    for person in listed:
        claim = words.claim(person, noun, words.doc[noun.i + 1 : verb], BOARD_RULE)
        yield replace(claim, role=_board(noun))


def _tells_seats(words: RoleWords, noun: Token, first: int, last: Mention) -> bool:
    """Tell whether a list stands for the seats of a board: by a colon or the verb."""
    before = words.skip_titles_left(first - 1)
    between = words.doc[noun.i + 1 : first]
    verbs = {token.lemma_.lower() for token in between if token.pos_ in ("VERB", "AUX", "ADJ")}
    article = words.text(noun.i - 1).lower() if noun.i else ""
    is_called_into = noun.i > 1 and words.text(noun.i - 2).lower() == "in" and article == "den"
    if is_called_into:
        behind = words.doc.char_span(last.start_char, last.end_char, alignment_mode="expand")
        tail = words.doc[behind.end : behind.end + FARTHEST_PARTICIPLE] if behind else ()
        return bool((verbs | {token.lemma_.lower() for token in tail}) & CALLED_INTO)
    if verbs & SEATING:
        return True
    has_verb = any(token.pos_ in ("VERB", "AUX") for token in between)
    return words.text(before) == ":" and not has_verb
