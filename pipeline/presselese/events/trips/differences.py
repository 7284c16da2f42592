"""What two tellings of trips differ in, and what that says: a part of one trip, or two trips.

A trip has stations, several people at its head and a headline that knows little of it, so that one
difference is mostly none; another direction, another year or two differences at once are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from presselese.actors.places import load_gazetteer
from presselese.events.trips.sides import countries
from presselese.linking.event_fillers import overlap, sort_of

Event = dict[str, Any]
# From this likeness on goals in two countries are those of one trip. From 0.5 to 0.7 no difference
# on dev and `corpus/fitting`.
LIKELY_ONE: Final = 0.5
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTH: Final = re.compile(r"([\dX]{4})-(0\d|1[0-2])")


def are_two(trip: Event, event: Event, *, is_known: bool) -> bool:
    """Tell trips there and back, in different years, and led by others in different months.

    Also to different goals of which one is made and one planned, or in different months; where
    "die Delegation" goes on ("fährt morgen weiter nach Gjumri"), months that are told count alone.
    And a trip that was made from one that fell through on another day.
    """
    told = {trip["status"], event["status"]}
    is_elsewhere = goes_elsewhere(trip, event)
    if is_elsewhere and is_reverse(trip, event):
        return True
    if clash(trip, event, months=is_elsewhere or _are_led_by_two(trip, event)):
        return True
    if is_elsewhere:
        goes_on = is_known and bool(trip["start"] and event["start"])
        return told == {"done", "planned"} and not goes_on
    days = {start for start in (trip["start"], event["start"]) if DAY.fullmatch(start or "")}
    return told == {"done", "cancelled"} and len(days) > 1


def is_another_group(trip: Event, event: Event) -> bool:
    """Tell "fünf Professoren um Roth fliegen nach Tallinn" from the 18 who were to go to Riga.

    One thing that differs may be a part of a trip; who leads it by a frame's word may not.
    """
    sizes = {told["size"]["value"] for told in (trip, event) if told["size"]}
    is_led_by_another = _are_led_by_two(trip, event)
    differing = (
        is_led_by_another,
        len(sizes) > 1,
        goes_elsewhere(trip, event),
        start_elsewhere(trip, event),
        clash(trip, event, months=True),
    )
    return (is_led_by_another and event["is_led"]) or sum(differing) > 1


def _are_led_by_two(trip: Event, event: Event) -> bool:
    leaders = trip["leaders"], event["leaders"]
    return all(leaders) and not overlap(*leaders)


def goes_elsewhere(trip: Event, event: Event) -> bool:
    """Tell whether both have goals, none of them alike and none the country of another."""
    goals = trip["destinations"], event["destinations"]
    return all(goals) and not overlap(*goals) and not _one_country(*goals)


def _one_country(first: Sequence[Event], second: Sequence[Event]) -> bool:
    """Tell "Delegation in Peking" of the trip to China."""
    gazetteer = load_gazetteer()
    one, other = (
        {(gazetteer.country_code(goal["name"]), gazetteer.kind(goal["name"])) for goal in goals}
        for goals in (first, second)
    )
    return any(
        code is not None and code == its_code and "country" in (kind, its_kind)
        for code, kind in one
        for its_code, its_kind in other
    )


def go_to_other_countries(trip: Event, event: Event) -> bool:
    """Tell a trip to Albania from one to India, where the heads do not find them one."""
    first, second = (countries(told["destinations"]) for told in (trip, event))
    if not first or not second or first & second:
        return False
    likeness = trip["links"].likeness(event["links"])
    return (
        likeness is not None
        and likeness < LIKELY_ONE
        and not overlap(trip["destinations"], event["destinations"])
    )


def start_elsewhere(trip: Event, event: Event) -> bool:
    """Tell whether both say where they start from, and no start is alike or the land of one."""
    origins = trip["origins"], event["origins"]
    is_one = overlap(*origins) or _one_country(*origins) or in_one_district(*origins)
    return all(origins) and not is_one


def in_one_district(first: Sequence[Event], second: Sequence[Event]) -> bool:
    """Tell the "Ortenaukreis" as the "Ortenau", after which it is called."""
    bare = [
        {filler["name"].removesuffix("kreis") for filler in fillers} for fillers in (first, second)
    ]
    return not bare[0].isdisjoint(bare[1])


def may_start_there_too(trip: Event, event: Event) -> bool:
    """Tell "die Abordnung aus Magdeburg" of the trip of Saxony-Anhalt's parliament.

    A body and its seat do not contradict each other; other goals or another number do.
    """
    first, second = ({sort_of(filler) for filler in told["origins"]} for told in (trip, event))
    sizes = [told["size"]["value"] for told in (trip, event) if told["size"]]
    return (
        not first & second
        and len(set(sizes)) < 2
        and all(overlap([goal], trip["destinations"]) for goal in event["destinations"])
    )


def is_reverse(trip: Event, event: Event) -> bool:
    """Tell a return visit: its goal is where the first group came from, and nothing is shared.

    "Die Gäste aus Deutschland" share their start with "eine Delegation aus Lüneburg".
    """
    is_swapped = overlap(trip["destinations"], event["origins"]) or overlap(
        trip["origins"], event["destinations"]
    )
    return is_swapped and not any(
        overlap(trip[slot], event[slot]) or _one_country(trip[slot], event[slot])
        for slot in ("destinations", "origins")
    )


def clash(trip: Event, event: Event, *, months: bool = False) -> bool:
    """Tell whether two tellings start in different years, with `months` also in other months."""
    first, second = trip["start"], event["start"]
    if not first or not second:
        return False
    is_vague = "XXXX" in (first[:4], second[:4])
    if first[:4] != second[:4] and not is_vague:
        return True
    return months and not any(
        _lies_in(first, second, is_vague=is_vague)
        for first, second in ((trip, event), (event, trip))
    )


def _lies_in(trip: Event, event: Event, *, is_vague: bool) -> bool:
    """Tell whether an event starts in a month of a trip, as far as both name one."""
    start, end, other = (
        _month(value, is_vague=is_vague) for value in (trip["start"], trip["end"], event["start"])
    )
    return not (start and other) or start <= other <= max(start, end)


def _month(value: str | None, *, is_vague: bool) -> str:
    """Return the month of a date, with its year unless `is_vague`; "" for a mere year or season."""
    found = MONTH.match(value or "")
    return "" if found is None else found[2] if is_vague else found[0]
