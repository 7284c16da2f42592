"""Two names that German gives one body of a place: "Auener Wehr", "Wehr Aue".

Also with and without the adjectives before its noun: "Freiwillige Feuerwehr Aue", "Feuerwehr Aue".
"""

from __future__ import annotations

import re
from typing import Final

from presselese.linking.demonyms import demonyms
from presselese.linking.mentions import FILLER_WORDS, key
from presselese.resources.legal_forms import legal_form_of, without_legal_form

CAPITAL_ADJECTIVE: Final = re.compile(r"[A-ZÄÖÜ][\w-]*(?:e|er|es)")


def is_variant(short: str, full: str) -> bool:
    """Tell whether a name is a longer one without its adjectives, or with its town as one."""
    return _lacks_adjectives(short, full) or _bears_town(short, full)


def _lacks_adjectives(short: str, full: str) -> bool:
    """Tell "Universität Aue" for "Nordische Karls-Universität Aue"; a mere noun may be any."""
    full = without_legal_form(full) if legal_form_of(short) is None else full
    own, words = short.split(), full.split()
    more = len(words) - len(own)
    if len(own) < 2 or more < 1 or key(" ".join(own[1:])) != key(" ".join(words[more + 1 :])):
        return False
    is_noun = words[more] == own[0] or words[more].endswith(f"-{own[0]}")
    return is_noun and all(CAPITAL_ADJECTIVE.fullmatch(word) for word in words[:more])


def _bears_town(short: str, full: str) -> bool:
    """Tell "Solinger Feuerwehr" for "Feuerwehr Solingen" and "Freiwillige Feuerwehr Solingen"."""
    town_adjective, _, noun = short.partition(" ")
    head, _, town = full.rpartition(" ")
    if not noun or not head or town.casefold() in FILLER_WORDS:
        return False
    return town_adjective in demonyms(town) and (head == noun or _ends_in(head, noun))


def _ends_in(head: str, noun: str) -> bool:
    before = head.removesuffix(f" {noun}")
    return before != head and all(CAPITAL_ADJECTIVE.fullmatch(word) for word in before.split())
