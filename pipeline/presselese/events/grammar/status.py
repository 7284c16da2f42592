"""Whether an event happened: status and reported speech from mood, tense, modals and negation.

The words that plan, cancel or refuse stand in `lexicons/event_status.tsv`.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from spacy.tokens import Doc, Token

from presselese.events.grammar.nominals import children, relation
from presselese.events.grammar.verbs import (
    clause_verb,
    finite,
    is_future,
    is_with_zu,
    modal,
    negations,
    tense,
    verb_lemma,
)
from presselese.resources.doc_fields import DATES, PUBLISHED, ZONES, in_zone
from presselese.resources.loader import load_tsv

Status = Literal["done", "ongoing", "planned", "cancelled", "negated"]
# Modals that state an intention; "konnte gegründet werden" states a fact.
PLANNING_MODALS: Final = frozenset({"sollen", "wollen", "müssen", "mögen", "möchten"})
# Forms of the Konjunktiv II that leave open whether it comes to it; "wäre", "hätte" may report.
THINKABLE: Final = frozenset("würde würden könnte könnten".split())
# "Sie unterschrieben, damit der Verein gegründet werden konnte": so it was.
CAME_TRUE: Final = frozenset({"konnte", "konnten"})
# What makes an infinitive with "zu" an adverbial clause.
AIMS: Final = frozenset({"um", "ohne", "statt", "anstatt"})
# How many governing clauses are asked: "beschloss (1), dem Bund beizutreten (0)".
REACH: Final = 3


def status_of(trigger: Token, *, standing: bool = False) -> Status:
    """Return the status of the event that a trigger names.

    `standing` marks states ("ist Mitglied"), for which the present tense is a fact.
    """
    verb = clause_verb(trigger)
    words = _governing_words(trigger, verb)
    if "cancel" in words:
        return "cancelled"
    if _is_negated(trigger, verb) or "refuse" in words:
        return "negated"
    if "plan" in words:
        return "planned"
    if trigger.pos_ in ("VERB", "AUX") or verb != trigger:
        if is_future(verb) or modal(verb) in PLANNING_MODALS:
            return "planned"
        if not standing and tense(verb) == "present" and _looks_ahead(trigger, verb):
            return "planned"
    return "done"


def says_what_is_decided(verb: Token) -> bool:
    """Tell "beschloss, den Bund zu gründen", whose infinitive says only what shall be."""
    return _is_zu_infinitive(verb) and status_of(verb) != "done"


def _is_zu_infinitive(verb: Token) -> bool:
    """Tell "zu gründen" and "beizutreten" from "um den Bund zu gründen", which says what for."""
    marks = {child.lower_ for child in children(verb, "mark")}
    return finite(verb) is None and ("zu" in marks or is_with_zu(verb)) and not marks & AIMS


def is_merely_thinkable(trigger: Token) -> bool:
    """Tell "Was ein Beitritt kosten würde", "damit sie beitreten": neither told nor planned."""
    verb = clause_verb(trigger)
    found = finite(verb)
    if found is not None and found.lower_ in THINKABLE:
        return True
    came_true = found is not None and found.lower_ in CAME_TRUE
    return not came_true and any(
        child.lower_ == "damit" and relation(child) == "mark" and child.i < verb.i
        for child in verb.children
    )


def _is_negated(trigger: Token, verb: Token) -> bool:
    if negations(trigger):
        return True
    if verb == trigger:
        return any(
            negations(child)
            for child in verb.children
            if relation(child) in ("nsubj", "obj", "obl", "xcomp")
        )
    path = [trigger, *trigger.ancestors]
    up_to_verb = path[: path.index(verb) + 1] if verb in path else [trigger, verb]
    return any(negations(token) for token in up_to_verb)


def _governing_words(trigger: Token, verb: Token) -> set[str]:
    """Return the classes (plan, cancel, refuse) of the words that govern a trigger."""
    found: set[str] = set()
    lexicon = _status_words()
    for token in (trigger, verb, *_governors(verb)):
        for word in (verb_lemma(token), token.lower_):
            found.update(lexicon.get(word, ()))
        for child in token.children:
            if relation(child) in ("amod", "advmod", "obj", "compound") and (
                token == trigger or relation(child) != "amod"
            ):
                found.update(lexicon.get(child.lower_, ()))
                found.update(lexicon.get(child.lemma_.lower(), ()))
    if trigger != verb:
        found.update(_on_the_way(trigger, verb, lexicon))
    return found


def _on_the_way(trigger: Token, verb: Token, lexicon: dict[str, frozenset[str]]) -> set[str]:
    """Classes of the nouns and prepositions between trigger and verb: "gegen einen Beitritt"."""
    found: set[str] = set()
    for token in trigger.ancestors:
        if token == verb:
            break
        found.update(lexicon.get(token.lemma_.lower(), ()))
    for child in trigger.children:
        if relation(child) == "case" and child.lower_ in ("gegen", "statt", "ohne", "anstatt"):
            found.add("refuse")
    return found


def _governors(verb: Token) -> list[Token]:
    """Return the verbs whose complement a clause is, at most `REACH` of them."""
    found: list[Token] = []
    current = verb
    while len(found) < REACH and (
        relation(current) in ("xcomp", "ccomp", "csubj", "acl", "obj")
        or (relation(current) == "advcl" and _is_zu_infinitive(current))  # parsers mix them up
    ):
        if current.head == current:
            break
        if relation(current) == "acl" and finite(current) is not None:
            break
        current = current.head
        found.append(current)
    return found


def _looks_ahead(trigger: Token, verb: Token) -> bool:
    """Tell whether a present-tense clause has a date that lies ahead ("reist im Juni nach Graz").

    A date after the publication date lies ahead; without one, any day or month named in the
    present tense does, for a German report tells past days in a past tense.
    """
    doc: Doc = trigger.doc
    published = doc._.get(PUBLISHED)
    sentence = trigger.sent
    for date in doc._.get(DATES):
        if not sentence.start_char <= date["start_char"] < sentence.end_char:
            continue
        value = date["value"].partition("/")[0]
        if date["type"] != "DATE" or not value[:4].replace("X", "0").isdigit():
            continue
        if published and not value.startswith("X"):
            if value[: len(published)] > published[: len(value)]:
                return True
        elif len(value) >= 7:
            return True
    return False


def is_reported(trigger: Token) -> bool:
    """Tell whether a trigger stands in reported speech: a quote, or a clause in Konjunktiv I."""
    if in_zone(trigger.doc._.get(ZONES), trigger.idx, "quote"):
        return True
    verb = finite(clause_verb(trigger))
    return (
        verb is not None
        and "Sub" in verb.morph.get("Mood", [])
        and "Past" not in verb.morph.get("Tense", [])
    )


@cache
def _status_words() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for word, status in load_tsv("event_status", ("word", "status")):
        classes.setdefault(word, set()).add(status)
    return {word: frozenset(found) for word, found in classes.items()}
