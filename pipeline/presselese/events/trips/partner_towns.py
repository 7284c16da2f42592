"""Whose partner a place is: "aus Bremens Partnerstadt Danzig" is from Danzig, not from Bremen.

Such a trip starts or ends at the partner, never at the one that it is the partner of.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Token

from presselese.events.fillers.names import Argument
from presselese.events.grammar.nominals import preposition, relation

# "Partnerstadt", "Partnerkreis", "Schwesterstadt", "Patengemeinde"; not "Partnerschaft".
PARTNER: Final = re.compile(
    r"(?:partner|schwester|paten|freundschafts)-?(?:stadt|städte|kreis|gemeinde|kommune|region|land|"
    r"bezirk|provinz|kammer|hochschule|universität|feuerwehr)\w*",
    re.IGNORECASE,
)


def is_partners_other(place: Argument, doc: Doc) -> bool:
    """Tell whether a place is named only as the one that another is the partner of.

    "Bremens Partnerstadt", "die Partnerstadt von Gera", "der Partnerkreis des Kreises Minden"; "die
    Partnerstadt Danzig" and "die Partnerstadt in Polen" are the partner itself.
    """
    span = place.span(doc)
    if span is None:
        return False
    noun = span.root
    is_inflected = noun.text == f"{place.name}s"  # "Bremens", which parsers hang on as they may
    is_title = relation(noun) == "appos" and noun.head.pos_ == "NOUN"
    if is_title and not PARTNER.fullmatch(noun.head.text):
        noun = noun.head  # "des Kreises Minden"
    if not PARTNER.fullmatch(noun.head.text) or noun == noun.head:
        return False
    return is_inflected or (relation(noun) == "nmod" and _is_genitive(noun))


def _is_genitive(noun: Token) -> bool:
    """Read "des Kreises Minden" and "von Gera", not "in Polen"."""
    word = preposition(noun)
    return word == "von" or (word is None and "Gen" in noun.morph.get("Case", []))
