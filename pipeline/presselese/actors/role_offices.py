"""Offices that somebody takes: "Das Amt des Kassiers übernimmt Eva Roth", "… ging an Jan Wolf".

The office stands in the genitive of a noun for offices; who has it is the verb's subject, or
stands behind the verb's preposition.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Token

from presselese.actors.role_claims import RoleClaim, RoleWords
from presselese.linking.mentions import Mention

OFFICE_RULE: Final = "person.office_taken"
OFFICES: Final = frozenset("amt posten funktion aufgabe rolle ehrenamt position".split())
# What is done with an office, by the form (lemmas of such verbs are often wrong), and the
# preposition of who has it then; "" is the subject.
TAKING: Final = (
    (re.compile(r"übern(?:imm|ahm|ehm|omm)\w*|bekleide\w*|(?:inne)?(?:hat|haben|hatten?)"), ""),
    (re.compile(r"ausgeübt|aus(?:zu)?üben|übte?n?|versieht|versah|tritt|trat|angetreten"), ""),
    (re.compile(r"geht|ging|gehen|gingen|gegangen|fällt|fiel|gefallen"), "an"),
    (re.compile(r"liegt|lag|bleibt|blieb|liegen"), "bei"),
)
BY: Final = "von"  # "wird von Eva Roth ausgeübt"


def office_taken(words: RoleWords, person: Mention, name: Token) -> RoleClaim | None:
    """Return the office that a verb gives the person whose name's head is `name`."""
    verb = name.head
    marker = next((c.lower_ for c in name.children if c.dep_ == "case"), "")
    wanted = next((to for forms, to in TAKING if forms.fullmatch(verb.lower_)), None)
    is_passive = any(child.dep_ in ("aux:pass", "aux") for child in verb.children)
    is_taker = name.dep_ == "nsubj" if wanted == "" and not marker else marker == wanted
    if wanted is None or not (is_taker or (wanted == "" and is_passive and marker == BY)):
        return None
    for child in verb.children:
        if child.lemma_.lower() in OFFICES or child.lower_ in OFFICES:
            noun = _office(words, child)
            if noun is not None:
                complement = child.doc[noun.i + 1 : max(noun.i + 1, noun.right_edge.i + 1)]
                return words.claim(person, noun, complement, OFFICE_RULE)
    return None


def _office(words: RoleWords, noun: Token) -> Token | None:
    """Return "Kassiers" of "Das Amt des Kassiers": a role right behind it, adjectives aside."""
    for token in noun.doc[noun.i + 1 : noun.i + 5]:
        if words.nouns.base(token.text) is not None and token.i not in words.at:
            return token
        if token.pos_ not in ("DET", "ADJ", "NUM", "CCONJ"):
            return None
    return None
