"""The name that a body gets only where its noun is taken up.

"Kiel wird Mitglied im Netzwerk der Küsten. Dieses Netzwerk, als „Bay“ gegründet, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.resources.doc_fields import ORGANISATIONS, text_of

# What stands between "dieses Netzwerk" and its name: ', als „', ' „', ' namens'. Without quotes
# "als" compares ("größer ist dieser Bund als …"), and a name right behind is another body's.
QUOTE: Final = r"[„“\"»‚'] ?"
NAMING: Final = rf"(?:(?:,? als)? {QUOTE}|,? (?:namens|genannt) (?:{QUOTE})?)"


def name_as_taken_up(tellings: Iterable[Telling], resolver: Resolver) -> None:
    """Give organisations without a name the one by which a later sentence takes up their noun.

    In place. Of several such sentences the first one counts.
    """
    names = {
        mention["start_char"]: entity
        for entity in resolver.doc._.get(ORGANISATIONS)
        for mention in entity["mentions"]
    }
    for telling in tellings:
        telling.slots["organisation"] = [
            _named(body, text_of(resolver.doc), names) for body in telling.slots["organisation"]
        ]


def _named(body: Argument, text: str, names: Mapping[int, Mapping[str, Any]]) -> Argument:
    if body.is_name or not body.noun:
        return body
    taken_up = re.compile(rf"\b[Dd]ies\w{{1,2}} {re.escape(body.noun)}(?:e?s)?{NAMING}")
    for found in taken_up.finditer(text, body.end_char):
        entity = names.get(found.end())
        if entity is not None:
            return replace(body, label="ORG", ref=entity["id"], name=entity["name"])
    return body
