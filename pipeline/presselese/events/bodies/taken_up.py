"""The name that a body gets only where its noun is taken up.

"Kiel wird Mitglied im Netzwerk der Küsten. Dieses Netzwerk, als „Bay“ gegründet, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.resources.doc_fields import ORGANISATIONS, text_of

NAMED_NEAR: Final = 12  # characters between "dieses Netzwerk" and its name: ', als „'


def name_as_taken_up(tellings: Iterable[Telling], resolver: Resolver) -> None:
    """Give organisations without a name the one by which a later sentence takes up their noun."""
    for telling in tellings:
        telling.slots["organisation"] = [
            _named(body, resolver) for body in telling.slots["organisation"]
        ]


def _named(body: Argument, resolver: Resolver) -> Argument:
    if body.is_name or not body.noun:
        return body
    text = text_of(resolver.doc)
    noun = rf"\b[Dd]ies\w{{1,2}} {re.escape(body.noun)}\w?\b"
    taken_up = re.compile(rf"{noun}[^.!?\n]{{0,{NAMED_NEAR}}}$")
    for entity in resolver.doc._.get(ORGANISATIONS):
        for mention in entity["mentions"]:
            start = mention["start_char"]
            if start > body.end_char and taken_up.search(text, body.end_char, start):
                return replace(body, label="ORG", ref=entity["id"], name=entity["name"])
    return body
