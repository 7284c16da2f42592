"""Whether a state begins, ends or is sought: "gehört nun dazu", "kündigt die Mitgliedschaft".

German tells a change of membership by words of phase beside a word of state as readily as by a verb
of change. The words stand in `lexicons/event_phases.tsv`: adverbs of the clause, attributes of the
noun ("neues Mitglied"), and verbs and nouns that govern it ("Antrag auf Mitgliedschaft").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Token

from presselese.events.grammar import verbs
from presselese.events.grammar.nominals import children, obliques, relation
from presselese.resources.loader import load_tsv

# "heute" alone says "nowadays" as often as "today".
FROM_NOW_ON: Final = re.compile(
    r"\b(?:ab sofort|ab heute|von (?:jetzt|nun|heute) an|seit (?:heute|gestern|kurzem|neuestem|"
    r"wenigen (?:Tagen|Wochen)|dieser Woche|diesem Monat))\b",
    re.IGNORECASE,
)
ENDINGS: Final = re.compile(r"(?:e[nmrs]?)$")


def phase_of(trigger: Token) -> str | None:
    """Return "begins", "ends" or "sought" by what stands around a state's word, else None."""
    for kind, word in _words_around(trigger):
        phase = _phases().get((kind, word))
        if phase is not None:
            return phase
    return "begins" if _is_from_now_on(trigger) else None


def _words_around(trigger: Token) -> Iterator[tuple[str, str]]:
    among = [noun for word, noun in obliques(trigger) if word == "zu"]  # "zählt zu den neuen …"
    for noun in (trigger, *among):
        for attribute in children(noun, "amod"):
            yield "attribute", ENDINGS.sub("", attribute.lower_)
    for token in _governors(trigger):
        yield "governor", verbs.verb_lemma(token)
        yield "governor", token.lemma_.lower()
    for token in _clause(trigger):
        yield "adverb", token.lower_


def _governors(trigger: Token) -> Iterator[Token]:
    """Yield what a noun hangs on, up to and with its clause's verb."""
    if trigger.pos_ != "NOUN":
        return
    verb = verbs.clause_verb(trigger)
    for token in trigger.ancestors:
        yield token
        if token == verb:
            return


def _clause(trigger: Token) -> list[Token]:
    """Return the direct parts of the clause whose predicate the trigger is, else nothing.

    A noun only names the state in "eines seiner Gründungsmitglieder arbeitet nun dort".
    """
    verb = verbs.clause_verb(trigger)
    if trigger != verb and (trigger.head != verb or relation(trigger) in ("appos", "nmod")):
        return []
    return [*verb.children, *trigger.children]


def _is_from_now_on(trigger: Token) -> bool:
    parts = _clause(trigger)
    words = sorted({token.i for part in parts for token in part.subtree})
    return bool(FROM_NOW_ON.search(" ".join(trigger.doc[i].text for i in words)))


@cache
def _phases() -> dict[tuple[str, str], str]:
    rows = load_tsv("event_phases", ("word", "kind", "phase"))
    return {(kind, word): phase for word, kind, phase in rows}
