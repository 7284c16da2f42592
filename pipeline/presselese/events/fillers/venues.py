"""Streets and houses among places: who founds "in der Schulgasse" founds in the town around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.places import is_continent, load_gazetteer
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.linking.naming import noun_before
from presselese.resources.doc_fields import text_of
from presselese.resources.loader import load_tsv

HOUSE_NUMBER: Final = re.compile(r"\b\d+ ?[a-z]?$")
TOWN_ON_ROUTE: Final = re.compile(r"\w an der (?:Wein|Berg|Burgen|Berg- und Wein)stra(?:ß|ss)e$")
# "Halle" is a town, "Stadthalle" is none: a noun that a place may be called ends longer words only.
ALSO_TOWNS: Final = frozenset({"halle", "ufer"})
# "Neuhaus" is a town, "Beethoven-Haus" none: what towns end in counts as a whole word only.
IN_TOWNS: Final = frozenset({"haus"})


def is_venue(name: str) -> bool:
    """Tell whether a place is a street, a house or a room: "Lindhorster Straße 4", "Ratssaal".

    Not "Neustadt an der Weinstraße".
    """
    if HOUSE_NUMBER.search(name):
        return True
    if load_gazetteer().kind(name) is not None or TOWN_ON_ROUTE.search(name):
        return False
    return any(
        (word == noun and noun not in ALSO_TOWNS)
        or (word != noun and word.endswith(noun) and noun not in IN_TOWNS)
        for word in re.findall(r"[^\W\d_]+", name.casefold())
        for noun in _nouns()
    )


def towns(places: Sequence[Argument], resolver: Resolver) -> list[Argument]:
    """Return places without venues; where only those stand, the town of the article's dateline.

    And without "Westafrika" beside "Abidjan".
    """
    places = [_town_in_name(place, resolver) for place in places]
    narrow = [place for place in places if not is_continent(place.name)]
    kept = [place for place in narrow or places if not _stands_for_venue(place, resolver)]
    home = resolver.home
    if kept or not places or home is None:
        return kept
    return [replace(places[0], ref=home["id"], name=home["name"], noun=places[0].name)]


def _town_in_name(place: Argument, resolver: Resolver) -> Argument:
    """Return the town that a house is named after: "Stanzwerk Bochum", "Schlossmuseum von Linz".

    Only a town that the article names elsewhere too; any other place itself.
    """
    first, _, rest = place.name.partition(" ")
    if not (is_venue(first) or organisation_kind(first)):
        return place
    town = rest.removeprefix("von ").removeprefix("in ")
    for label, entity in resolver.entities.values():
        if label == "LOC" and entity["name"] == town:
            return replace(place, ref=entity["id"], name=entity["name"], noun=place.name)
    return place


def _stands_for_venue(place: Argument, resolver: Resolver) -> bool:
    """Tell a venue by its name or by the noun right before it: 'im Gasthaus „Zum Löwen“'."""
    if is_venue(place.name):
        return True
    noun = noun_before(text_of(resolver.doc), place.start_char)
    return noun is not None and is_venue(noun)


@cache
def _nouns() -> tuple[str, ...]:
    return tuple(noun.casefold() for (noun,) in load_tsv("venues", ["noun"]))
