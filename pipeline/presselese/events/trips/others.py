"""Whether a sentence speaks of another trip than the one told before.

"Ein Gegenbesuch ist für Juni verabredet", "die nächste Reise", "Schon 2019 war eine Gruppe dort",
"Im Vorjahr war eine Delegation in Hefei gewesen".
"""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Token

from presselese.actors.travel_nouns import noun_kind
from presselese.events.grammar import clauses, nominals, verbs
from presselese.events.trips.company import FELLOWS
from presselese.resources.doc_fields import DATES
from presselese.resources.loader import load_tsv

# "nächste", "nächsten", "weiterer": an adjective's ending in German.
ENDINGS: Final = ("", "e", "en", "er", "es", "em")
# An adverb tells of an earlier trip only with a date right behind it: "Schon 2019", "Zuletzt im
# Mai"; "war schon unterwegs" does not.
REACH_CHARS: Final = 14
# Whose pluperfect is of another trip: "17 Männer hatten Werften besucht" may go on about them.
GROUPS: Final = frozenset({"group", "trip", "journey", "guests"})
# "Zweite Station: Hsinchu" is one of the same trip, as "weitere Teilnehmer" are.
PARTS: Final = frozenset({"station", "etappe", "halt", "ziel", "tag"})


def is_another(noun: Token) -> bool:
    """Tell whether the noun of a group or trip speaks of another one than the last."""
    if is_return(noun) or _forms("noun") & {noun.text, noun.lemma_}:
        return True
    if noun.lower_ in PARTS or noun.lower_.startswith(FELLOWS):
        return False
    if any(
        nominals.relation(child) == "amod" and child.i < noun.i and child.lower_ in _adjectives()
        for child in noun.children
    ):
        return True
    if _is_told_in_pluperfect(noun):
        return True
    return any(token.lower_ in _forms("adverb") and _is_dated(token) for token in noun.sent)


def is_return(noun: Token) -> bool:
    """Tell "Gegenbesuch": it goes where the others came from."""
    return bool(_forms("return") & {noun.text, noun.lemma_})


def is_way_home(noun: Token) -> bool:
    """Tell "Rückreise", "Heimflug": the way from the goal back to the start."""
    return bool(_forms("homeward") & {noun.text, noun.lemma_})


def _is_told_in_pluperfect(noun: Token) -> bool:
    """Read "Im Vorjahr war eine Delegation in Hefei gewesen": news of it, from before the story.

    "Die Delegation hatte …" goes on about the one told.
    """
    article = nominals.article_of(noun)
    is_new = article is None or "Ind" in article.morph.get("Definite", [])
    verb = verbs.clause_verb(noun)
    finite = verbs.finite(verb)
    is_group = is_new and noun_kind(noun) in GROUPS and noun in clauses.subjects(verb)
    if not is_group or finite is None or finite == verb:
        return False
    is_auxiliary = finite.lower_ in ("war", "waren", "hatte", "hatten")
    return is_auxiliary and any(
        token.lower_ == "gewesen" or verbs.is_participle(token)
        for token in (verb, *verbs.auxiliaries(verb))
    )


def _is_dated(adverb: Token) -> bool:
    """Tell whether a date follows an adverb at once, a preposition between them allowed."""
    end = adverb.idx + len(adverb.text)
    return any(0 < date["start_char"] - end <= REACH_CHARS for date in adverb.doc._.get(DATES))


@cache
def _forms(sort: str) -> frozenset[str]:
    rows = load_tsv("delegation_others", ("word", "sort"))
    return frozenset(word for word, found in rows if found == sort)


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(stem + ending for stem in _forms("adjective") for ending in ENDINGS)
