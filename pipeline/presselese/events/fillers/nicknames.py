"""Towns that an article never names but calls something: "die Klingenstadt", in any event.

By the dateline it is the paper's own town: "SOLINGEN – Delegationen aus China waren zu Gast in der
Klingenstadt".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, Final

from spacy.tokens import Doc

from presselese.actors.places import load_gazetteer
from presselese.events.grammar.nominals import article_of
from presselese.resources.doc_fields import PLACES

Event = dict[str, Any]
# "Die Klingenstadt", "das Ziegelbrennerdorf": a town's own name has no article.
NICKNAME: Final = re.compile(r"[A-ZÄÖÜ][\w-]+(?:[Ss]tadt|[Mm]etropole|[Dd]orf)")
# Slots that towns fill: where a trip goes and comes from, who joins or founds a body, and where.
TOWNS_IN: Final = ("origins", "destinations", "members", "founders", "places")


def nicknames(doc: Doc) -> set[str]:
    """Return the ids of places that are never named but called something: "die Klingenstadt"."""
    gazetteer = load_gazetteer()
    return {
        place["id"]
        for place in doc._.get(PLACES)
        if NICKNAME.fullmatch(place["name"])
        and gazetteer.kind(place["name"]) is None
        and all(_has_article(doc, mention) for mention in place["mentions"])
    }


def _has_article(doc: Doc, mention: Mapping[str, Any]) -> bool:
    span = doc.char_span(mention["start_char"], mention["end_char"], alignment_mode="expand")
    return span is not None and article_of(span.root) is not None


def name_towns(event: Event, nicknames: Collection[str], home: Mapping[str, Any] | None) -> None:
    """Give a place that is only called something, in place, the name of the dateline's town.

    "SOLINGEN – Delegationen aus China waren zu Gast in der Klingenstadt", "Die Klingenstadt tritt
    dem Bund bei".
    """
    slots = [slot for slot in TOWNS_IN if slot in event]
    told = {place["ref"] for slot in slots for place in event[slot]}
    if home is None or home["id"] in told or len(told & set(nicknames)) != 1:
        return
    known = {"ref": home["id"], "name": home["name"]}
    for slot in slots:
        event[slot] = [p | known if p["ref"] in nicknames else p for p in event[slot]]
