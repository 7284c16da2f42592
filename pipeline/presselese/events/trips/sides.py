"""The two ends of a trip by the countries of its places: a group goes elsewhere, not home.

What an article says of home (who stayed there, whom one met from there) stands beside what it says
of the goal, and both reading heads and frames take a name of the one for the other now and then.
The gazetteer tells the cases that cannot be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from presselese.actors.places import is_continent, load_gazetteer

Event = dict[str, Any]
# From here to there one travels from town to town: a place that no gazetteer knows may be either's.
GERMAN_SPEAKING: Final = frozenset({"DE", "AT", "CH", "LI", "LU"})
HOME: Final = "DE"


def settle_places(trip: Event, nicknames: Collection[str] = ()) -> None:
    """Take out of a merged trip, in place, origins and destinations that contradict the others.

    And those that are only `nicknames`, where a slot has a name.
    """
    goals, starts = (_named(trip[slot], nicknames) for slot in ("destinations", "origins"))
    goals, starts = _without_continents(goals), _without_continents(starts)
    goals = [g for g in goals if not _is_home_again(g, goals, starts)]
    if not any(_is_place(start) for start in starts):
        goals = _abroad(goals)
    trip["destinations"] = goals
    names = {goal["name"] for goal in goals}
    trip["origins"] = _without_home([s for s in starts if s["name"] not in names])


def let_guests_arrive(trip: Event, home: Mapping[str, Any] | None) -> None:
    """Give a trip, in place, the dateline's town for a goal where only its start is told.

    "KASSEL – Eine Abordnung aus Hefei war am Montag zu Gast": a paper need not say where it is.
    """
    if home is None or trip["destinations"] or not trip["origins"]:
        return
    if any(s["ref"] == home["id"] or home["name"] in s["name"] for s in trip["origins"]):
        return
    first = home["mentions"][0]
    place = {key: first[key] for key in ("start_char", "end_char")}
    trip["destinations"] = [{"ref": home["id"], "name": home["name"], **place}]


def _named(places: list[Event], nicknames: Collection[str]) -> list[Event]:
    return [place for place in places if place["ref"] not in nicknames] or places


def countries(places: Iterable[Event]) -> set[str]:
    """Return the codes of the countries that places lie in, of those that the gazetteer knows."""
    return {code for place in places if (code := _country(place)) is not None}


def _without_continents(places: list[Event]) -> list[Event]:
    """Return places without "Zentralasien" beside "Usbekistan"."""
    return [place for place in places if not is_continent(place["name"])] or places


def _without_home(starts: list[Event]) -> list[Event]:
    """Return starts without "Deutschland" beside a body or region of it.

    Abroad a group from Bavaria is "die Gäste aus Deutschland"; of foreign guests a paper says both
    town and country.
    """
    others = [start for start in starts if _country(start) in (None, HOME) and not _is_home(start)]
    return [start for start in starts if not (others and _is_home(start))]


def _is_home(place: Event) -> bool:
    is_country = load_gazetteer().kind(place["name"]) == "country"
    return is_country and _country(place) == HOME


def _is_home_again(goal: Event, goals: Iterable[Event], starts: Iterable[Event]) -> bool:
    """Tell "China" and "Peking" of guests from Tianjin who were in Münster.

    A place without a known country is elsewhere where the guests come from far away. Starts in two
    countries, or one that is a goal too, say nothing.
    """
    code = _country(goal)
    if code is None or countries(starts) != {code}:
        return False
    others = {_country(other) for other in goals} - {code}
    is_contested = bool({g["name"] for g in goals} & {start["name"] for start in starts})
    return bool(others - {None}) or (
        None in others and code not in GERMAN_SPEAKING and not is_contested
    )


def _abroad(goals: list[Event]) -> list[Event]:
    """Return the goals of a trip abroad that nobody says the start of: without German ones."""
    gazetteer = load_gazetteer()
    is_abroad = any(
        gazetteer.kind(goal["name"]) == "country" and _country(goal) not in GERMAN_SPEAKING
        for goal in goals
    )
    return [goal for goal in goals if not (is_abroad and _country(goal) == HOME)]


def _is_place(filler: Event) -> bool:
    return filler["ref"] is not None and filler["ref"].startswith("plc_")


def _country(place: Event) -> str | None:
    gazetteer = load_gazetteer()
    return gazetteer.country_code(gazetteer.base_form(place["name"]))
