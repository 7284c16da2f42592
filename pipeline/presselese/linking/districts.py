"""Districts that are named after their town: "der Landkreis Aue" is not the town of Aue.

Reads the noun right before a place's name; the name's borders stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from presselese.linking.mentions import Mention

DISTRICT: Final = re.compile(
    r"\b(Landkreis|Kreis|Samtgemeinde|Verbandsgemeinde|Regierungsbezirk|Bezirk|Kanton|Provinz)"
    r"(?P<ending>e?s|en?)?\s+$"
)
REACH_CHARS: Final = 24  # "Regierungsbezirkes" and what parts it from the name
PLURALS: Final = ("e", "en")
LISTING: Final = re.compile(r"\s*(?:,|und|sowie|oder)\s*")


def called_districts(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Return names in text order, those of places with the noun that makes them districts.

    "Die Landkreise Aue und Celle" are two: a plural speaks of the list behind it.
    """
    found: list[Mention] = []
    listed: str | None = None  # the noun of a list that goes on
    end = 0
    for mention in mentions:
        noun = DISTRICT.search(text, max(0, mention.start_char - REACH_CHARS), mention.start_char)
        goes_on = listed is not None and LISTING.fullmatch(text, end, mention.start_char)
        end = mention.end_char
        if noun:
            listed = noun[1] if noun["ending"] in PLURALS else None
        elif not goes_on or mention.label != "LOC":
            listed = None
        kind = noun[1] if noun else listed
        if mention.label == "LOC" and kind is not None:
            mention = replace(mention, name=f"{kind} {mention.name}")
        found.append(mention)
    return found


def bare_name(name: str) -> str:
    """Return a place's name without the noun that makes it a district: "Aue"."""
    first, _, rest = name.partition(" ")
    return rest if rest and DISTRICT.fullmatch(f"{first} ") else name
