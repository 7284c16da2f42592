"""From tellings to trips: which scenes tell of the same delegation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from presselese.actors.places import load_gazetteer
from presselese.events.trip_sides import countries, settle_places
from presselese.linking.events import add_telling, is_told, overlap, sort_of
from presselese.linking.links import surely_one

Event = dict[str, Any]
# From this probability on a sentence that goes on about a trip may tell another one by itself.
SURELY_READ: Final = 0.8
# From this likeness on goals in two countries are those of one trip. From 0.5 to 0.7 no difference
# on dev and `corpus/fitting`.
LIKELY_ONE: Final = 0.5
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
SLOTS = ("destinations", "origins", "organisers", "leaders", "participants", "hosts")


@dataclass(frozen=True, slots=True)
class TripTelling:
    """One telling of a trip: its event, and how it may join others.

    `is_new`: may open a trip; `is_known`: speaks of "die Delegation"; `is_another`: turns to
    another trip than the last; `is_headline`: its present tense says nothing of the time;
    `names_goal`: its noun says which trip, "die Reise in die Niederlande".
    """

    event: Event
    is_new: bool
    is_known: bool
    is_another: bool
    is_headline: bool
    names_goal: bool


def merge_trips(tellings: Iterable[TripTelling], nicknames: Collection[str] = ()) -> list[Event]:
    """Return one event a trip, in text order; `nicknames` as in `trip_sides`.

    A continuing scene joins the trip told last; an opening one joins a trip that it fits: one to
    the same place, else the one told last.
    """
    trips: list[Event] = []
    by_telling: list[Event] = []  # the trip told last stands last
    headlines: set[int] = set()
    last: Event | None = None
    for telling in tellings:
        event = telling.event
        if _tells_another(last, telling):
            telling = replace(telling, is_new=True, is_another=True)
        if not telling.is_new:
            if last is not None:
                _leave_out_home(last, event)
                if _fits(last, event, is_known=True):
                    absorb(last, event)
            continue
        fitting = [t for t in reversed(by_telling) if _joins(t, telling, headlines, last)]
        same_place = [t for t in fitting if overlap(t["destinations"], event["destinations"])]
        target = next(iter([*same_place, *fitting]), None)
        last = target or event
        by_telling = [*(trip for trip in by_telling if trip is not last), last]
        if target is None:
            trips.append(event)
            if telling.is_headline:
                headlines.add(id(event))
            continue
        if id(target) in headlines:
            target["status"] = event["status"]
            headlines.discard(id(target))
        absorb(target, event)
    for trip in trips:
        settle_places(trip, nicknames)
    return [trip for trip in trips if trip["destinations"] or trip["leaders"] or trip["origins"]]


def _leave_out_home(trip: Event, event: Event) -> None:
    """Take out, in place, the goals where a trip comes from: of home one speaks on the way, too."""
    home = trip["origins"]
    event["destinations"] = [goal for goal in event["destinations"] if not overlap([goal], home)]


def _tells_another(last: Event | None, telling: TripTelling) -> bool:
    """Tell "Im März war Bürgermeister Roth zu Gast in Kiel gewesen" from a trip in July.

    And "Eine Gruppe des Handwerks hat auf Kreta …" from a trip to the Netherlands.
    """
    event = telling.event
    return (
        last is not None
        and not (telling.is_new or telling.is_known)
        and (event["read_score"] or 0.0) >= SURELY_READ
        and bool(event["origins"] or event["leaders"])
        and (_is_of_another_month(last, event) or _goes_elsewhere(last, event))
    )


def _is_of_another_month(trip: Event, event: Event) -> bool:
    return _is_full(event) and _clash(trip, event, months=True)


def _joins(trip: Event, telling: TripTelling, headlines: set[int], last: Event | None) -> bool:
    event = telling.event
    if telling.is_another:
        # Another one than the last, but perhaps one told before: "die bereits 2017 mitreisten".
        return trip is not last and _is_same_trip(trip, event)
    if id(trip) in headlines:  # its present tense says nothing of the time
        event = event | {"status": trip["status"]}
    if _are_two(trip, event):
        return False
    if surely_one(trip, event):
        return True
    is_known = (
        telling.is_known
        or telling.is_headline
        or id(trip) in headlines
        or overlap(trip["leaders"], event["leaders"])  # "Unter Malzers Leitung besuchten acht …"
    )
    if telling.names_goal and _goes_elsewhere(trip, event):
        return False
    return _fits(trip, event, is_known=is_known) and (is_known or _shares_or_adds(trip, event))


def _is_same_trip(trip: Event, event: Event) -> bool:
    return (
        overlap(trip["destinations"], event["destinations"])
        and trip["status"] == event["status"]
        and not _clash(trip, event)
    )


def _are_two(trip: Event, event: Event) -> bool:
    """Tell trips to different goals of which one is made and one planned, or in different months.

    And a trip that was made from one that fell through on another day.
    """
    told = {trip["status"], event["status"]}
    if _goes_elsewhere(trip, event):
        return told == {"done", "planned"} or _clash(trip, event, months=True)
    days = {start for start in (trip["start"], event["start"]) if DAY.fullmatch(start or "")}
    return told == {"done", "cancelled"} and len(days) > 1


def _goes_elsewhere(trip: Event, event: Event) -> bool:
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


def _shares_or_adds(trip: Event, event: Event) -> bool:
    """Tell whether "eine Delegation" may be one told before: it shares a name, or has none yet.

    "Delegationen aus China waren zu Gast. Vor zwei Jahren besuchte man mit einer Delegation
    Israel": two trips, though nothing contradicts.
    """
    core = ("destinations", "origins", "leaders")
    if not any(trip[slot] for slot in core) or not any(event[slot] for slot in core):
        return True
    return any(overlap(trip[slot], event[slot]) for slot in SLOTS)


def _fits(trip: Event, event: Event, *, is_known: bool) -> bool:
    """Tell whether a telling may be of a trip.

    Not where it goes the other way, starts from elsewhere, or at another time; "eine Delegation"
    that goes elsewhere is another one, "die Delegation" that goes elsewhere goes on.
    """
    if _is_reverse(trip, event) or _clash(trip, event) or _go_to_other_countries(trip, event):
        return False
    if _start_elsewhere(trip, event) and not (is_known and _may_start_there_too(trip, event)):
        return False
    if _goes_elsewhere(trip, event) and (not is_known or trip["status"] != event["status"]):
        return False
    return (
        trip["status"] == event["status"]
        or not ({trip["status"], event["status"]} == {"done", "planned"} and _is_full(event))
        or _on_the_same_days(trip, event)
    )


def _go_to_other_countries(trip: Event, event: Event) -> bool:
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


def _on_the_same_days(trip: Event, event: Event) -> bool:
    """Tell a trip that only a headline without a verb seems to tell as made."""
    start = str(trip["start"] or "")
    return start == event["start"] and DAY.fullmatch(start) is not None


def _start_elsewhere(trip: Event, event: Event) -> bool:
    origins = trip["origins"], event["origins"]
    return all(origins) and not overlap(*origins)


def _may_start_there_too(trip: Event, event: Event) -> bool:
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


def _is_full(event: Event) -> bool:
    return bool(event["start"] and event["destinations"])


def _is_reverse(trip: Event, event: Event) -> bool:
    """Tell a return visit: its goal is where the first group came from."""
    return bool(
        overlap(trip["destinations"], event["origins"])
        or overlap(trip["origins"], event["destinations"])
    )


def _clash(trip: Event, event: Event, *, months: bool = False) -> bool:
    """Tell whether two tellings start in different years, with `months` also in other months."""
    first, second = trip["start"], event["start"]
    if not first or not second or "XXXX" in (first[:4], second[:4]):
        return False
    if first[:4] != second[:4]:
        return True
    both = {value[:7] for value in (first, second) if value[5:7].isdigit()}
    end = (trip["end"] or "")[:7]
    return months and len(both) > 1 and not min(both) <= end <= max(both)


def _is_known(filler: Event, slot: str, trip: Event) -> bool:
    """Tell whether a trip has a filler already, there or in another slot.

    In another slot its sort counts: the chamber "IHK Kiel" may organise what starts in Kiel.
    """
    elsewhere = (other for s in SLOTS if s != slot for other in trip[s])
    return overlap([filler], trip[slot]) or is_told(filler, elsewhere)


def absorb(trip: Event, event: Event) -> None:
    """Add to a trip what another telling of it says.

    Where one says outright who leads, the others whom the heads took for leaders do not.
    """
    if trip["is_led"] != event["is_led"]:
        first, second = (trip, event) if trip["is_led"] else (event, trip)
        second["leaders"] = [p for p in second["leaders"] if overlap([p], first["leaders"])]
        trip["is_led"] = True
    for slot in SLOTS:
        for filler in event[slot]:
            if not _is_known(filler, slot, trip):
                trip[slot] = [*trip[slot], filler]
    if event["start"] and len(event["start"]) > len(trip["start"] or ""):
        trip["start"], trip["end"] = event["start"], event["end"]
    told = {trip["status"], event["status"]}
    if "cancelled" in told:
        trip["status"] = "cancelled"  # the plan is told too: "Die für Mai geplante Reise fällt aus"
    elif "planned" in told and _on_the_same_days(trip, event):
        trip["status"] = "planned"
    trip["size"] = trip["size"] or event["size"]
    add_telling(trip, event)
