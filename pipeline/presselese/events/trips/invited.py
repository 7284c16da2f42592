"""Trips that somebody is only invited to: "Zum Abschied lud sie zu einem Gegenbesuch ein".

Whether and when it comes about the article does not say, so that it is no trip, and what follows
goes on about the one that it tells of.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from presselese.events.grammar import nominals, verbs
from presselese.events.trips.others import is_return
from presselese.resources.doc_fields import DATES


def is_mere_invitation(noun: Token) -> bool:
    """Tell whether a return visit is spoken of as what somebody is invited to, without a date."""
    if not is_return(noun) or nominals.preposition(noun) != "zu":
        return False
    head = noun.head
    invites = head.lower_ in ("einladung", "gegeneinladung") or (
        verbs.is_verbal(head) and verbs.verb_lemma(head) == "einladen"
    )
    return invites and not _is_dated(noun.sent)


def _is_dated(sentence: Span) -> bool:
    """Tell whether a sentence says when: what has its day is planned."""
    return any(
        date["type"] == "DATE" and sentence.start_char <= date["start_char"] < sentence.end_char
        for date in sentence.doc._.get(DATES)
    )
