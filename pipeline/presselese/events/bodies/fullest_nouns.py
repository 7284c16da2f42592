"""A body without a name gets the fullest noun that its article calls it by.

"30 Jahre Suchthilfeverein … Sandkuhl hat den Verein gegründet": the founding is of the
"Suchthilfeverein".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from spacy.tokens import Doc, Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.grammar.nominals import is_plural
from presselese.events.grammar.noun_phrases import nominative_of

# Kinds of which an article has often several: "Büro" is not the "Verbindungsbüro".
SEVERAL: Final = frozenset({"office", "authority"})
SHORTEST_FIRST_PART: Final = 3  # letters: "KI-", "Bau"


def call_by_fullest_noun(events: Iterable[dict[str, Any]], doc: Doc) -> None:
    """Give organisations that are a mere noun the only compound that ends in it, in place."""
    for event in events:
        body = event["organisation"]
        kind = organisation_kind(body["name"])
        if body["ref"] is None and kind is not None and kind not in SEVERAL:
            fuller = {compound for token in doc if (compound := _compound(token, body["name"]))}
            if len(fuller) == 1:
                body["name"] = fuller.pop()


def _compound(token: Token, noun: str) -> str | None:
    """Return "Suchthilfeverein" for "Verein"; not "Fördervereine", nor what bears a name."""
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ or is_plural(token):
        return None
    word = nominative_of(token)
    is_compound = word.casefold().endswith(noun.casefold())
    return word if is_compound and len(word) - len(noun) >= SHORTEST_FIRST_PART else None
