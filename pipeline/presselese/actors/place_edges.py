"""What taggers leave on a place's name: "Wirtschaftsmetropole Abidjan", "Meran Station", "China-".

Reads the words of a name and its sentence; returns the borders that are left.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Token

from presselese.actors.places import Gazetteer

# Common nouns for a town, before its name, behind it ("Erfurts Partnerstadt") or alone.
KIND_OF_TOWN: Final = re.compile(
    r"\w*metropole|\w*(?:haupt|partner|hafen|küsten|millionen|nachbar|heimat|industrie|universitäts)"
    r"stadt",
    re.IGNORECASE,
)
KINDS: Final = frozenset({"stadt", "landkreis", "kreis", "kanton"})
STOP: Final = "Station"  # "in Meran Station machen"
STOPPING: Final = frozenset({"machen", "einlegen"})


def place_borders(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> tuple[int, int]:
    """Return where a place's name begins and ends; an empty range where nothing is left of it."""
    for paraphrase in gazetteer.paraphrases:
        whole = start + len(paraphrase.split())
        if doc[start:whole].text == paraphrase:
            return start, whole
    while start < end and _is_kind(doc[start]):
        start += 1
    while start < end - 1 and KIND_OF_TOWN.fullmatch(doc[end - 1].text):
        end -= 1
    if end - start > 1 and _is_stop(doc[end - 1]):
        end -= 1
    if end - start == 1 and doc[start].text.endswith("-"):
        is_known = gazetteer.kind(doc[start].text.rstrip("-")) is not None  # not "Nord- und Ostsee"
        return (start, end) if is_known else (end, end)
    return start, end


def _is_kind(token: Token) -> bool:
    return token.lower_ in KINDS or KIND_OF_TOWN.fullmatch(token.text) is not None


def _is_stop(token: Token) -> bool:
    """Tell "Station" in "machte in Meran Station" from the one of "Palmer Station"."""
    return token.text == STOP and any(word.lemma_ in STOPPING for word in token.sent)
