"""From tellings to trips: which scenes tell of the same delegation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from presselese.actors.places import is_continent
from presselese.events.trips.differences import (
    are_two,
    clash,
    go_to_other_countries,
    goes_elsewhere,
    in_one_district,
    is_another_group,
    is_reverse,
    may_start_there_too,
    start_elsewhere,
)
from presselese.events.trips.repeats import go_where_the_last_went
from presselese.events.trips.sides import settle_places
from presselese.linking.event_fillers import is_told, overlap
from presselese.linking.events import add_telling
from presselese.linking.links import surely_one

Event = dict[str, Any]
# From this probability on a sentence that goes on about a trip may tell another one by itself.
SURELY_READ: Final = 0.8
SLOTS = ("destinations", "origins", "organisers", "leaders", "participants", "hosts")


@dataclass(frozen=True, slots=True)
class TripTelling:
    """One telling of a trip: its event, and how it may join others.

    `is_new`: may open a trip; `is_known`: speaks of "die Delegation"; `is_another`: turns to
    another trip than the last; `is_headline`: its present tense says nothing of the time;
    `names_goal`: its noun says which trip, "die Reise in die Niederlande"; `is_return`: its noun
    says that it goes the other way, "Gegenbesuch".
    """

    event: Event
    is_new: bool
    is_known: bool
    is_another: bool
    is_headline: bool
    names_goal: bool
    is_return: bool = False


def merge_trips(tellings: Iterable[TripTelling], nicknames: Collection[str] = ()) -> list[Event]:
    """Return one event a trip, in text order; `nicknames` as in `fillers.nicknames`.

    A continuing scene joins the trip told last; an opening one joins a trip that it fits: one to
    the same place, else the one told last.
    """
    trips: list[Event] = []
    by_telling: list[Event] = []  # the trip told last stands last
    headlines: set[int] = set()
    repeats: list[tuple[Event, Event, bool]] = []  # a further trip, the one before, is it a return
    last: Event | None = None
    for telling in tellings:
        event = telling.event
        told = _gone_on_about(event, by_telling)
        if not telling.is_new:
            if told is None or _goes_on(told, telling) or _goes_there_again(event, by_telling):
                continue
            telling = replace(telling, is_new=True, is_another=True)
        fitting = [t for t in reversed(by_telling) if _joins(t, telling, headlines, last)]
        same_place = [t for t in fitting if overlap(t["destinations"], event["destinations"])]
        same_noun = [t for t in fitting if telling.is_known and _is_same_noun(t, event)]
        target = next(iter([*same_place, *same_noun, *fitting]), None)
        if target is None and last is not None and telling.is_another:
            repeats.append((event, last, telling.is_return))
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
    for trip, before, is_return in repeats:
        if go_where_the_last_went(trip, before, is_return=is_return):
            others = [t for t in trips if t is not trip]
            told = next((t for t in others if t is not before and _is_same_trip(t, trip)), None)
            if told is not None:  # "Gegenbesuch" in the headline, its towns in the text
                trips = others
                absorb(told, trip)
    for trip in trips:
        _leave_out_unnamed(trip)
    return [trip for trip in trips if trip["destinations"] or trip["leaders"] or trip["origins"]]


def _leave_out_unnamed(trip: Event) -> None:
    """Take out, in place, "das Land" and "die Gastgeber" beside names, which say where and who.

    Of 18 such goals and hosts in 1,100 articles one was meant for itself.
    """
    for slot in ("destinations", "hosts"):
        named = [filler for filler in trip[slot] if filler["ref"] is not None]
        trip[slot] = named or trip[slot]


def _gone_on_about(event: Event, by_telling: Sequence[Event]) -> Event | None:
    """Return the trip that a sentence goes on about: the last one, or one before of its time.

    "Am 21. September geht es für die Gäste weiter" behind a sentence on the trip of 2014.
    """
    last = next(reversed(by_telling), None)
    if last is None or not clash(last, event, months=True):
        return last
    of_its_time = (
        trip
        for trip in reversed(by_telling)
        if trip["start"] and not clash(trip, event, months=True)
    )
    return next(of_its_time, last)


def _goes_on(trip: Event, telling: TripTelling) -> bool:
    """Add what a sentence says to the trip that it goes on about; False if it tells another one.

    "Die Reise nach Mexiko fällt aus" is no part of a trip to Chile, though it speaks of it as
    known.
    """
    event = telling.event
    is_read = (event["read_score"] or 0.0) >= SURELY_READ
    if is_read and _tells_another(trip, telling):
        return False
    _leave_out_home(trip, event)
    is_one = (
        telling.is_known and surely_one(trip, event) and not are_two(trip, event, is_known=True)
    )
    if is_one or _fits(trip, event, is_known=True):
        absorb(trip, event)
        return True
    return not (is_read and telling.names_goal)


def _goes_there_again(event: Event, by_telling: Sequence[Event]) -> bool:
    """Add a telling to the last trip that has its goal: "die Reise nach China" behind Israel's."""
    goals = event["destinations"]
    is_vague = bool(goals) and all(is_continent(goal["name"]) for goal in goals)  # "nach Fernost"
    for trip in reversed(by_telling):
        goes_there = trip["destinations"] and goals and not goes_elsewhere(trip, event)
        if (goes_there or is_vague) and not clash(trip, event, months=True):
            absorb(trip, event | {"origins": [], "status": trip["status"]})
            return True
    return False


def _is_same_noun(trip: Event, event: Event) -> bool:
    """Read "die Delegation" as the "Fünfer-Delegation", not as the team told since."""
    first, second = (str(told["trigger"]["text"]).casefold() for told in (trip, event))
    return first.endswith(second) or second.endswith(first)


def _leave_out_home(trip: Event, event: Event) -> None:
    """Take out, in place, the goals where a trip comes from: of home one speaks on the way, too."""
    home = trip["origins"]
    event["destinations"] = [goal for goal in event["destinations"] if not overlap([goal], home)]


def _tells_another(trip: Event, telling: TripTelling) -> bool:
    """Tell "Im März waren einige mit dem Verein in Kiel" from a trip in July.

    And "Eine Gruppe des Handwerks hat auf Kreta …" from a trip to the Netherlands.
    """
    event = telling.event
    says_who = bool(event["origins"] or event["leaders"])
    return not telling.is_known and (
        clash(trip, event, months=True) or (says_who and goes_elsewhere(trip, event))
    )


def _joins(trip: Event, telling: TripTelling, headlines: set[int], last: Event | None) -> bool:
    event = telling.event
    if telling.is_another and id(trip) not in headlines:
        # Another one than the last, but perhaps one told before: "die bereits 2017 mitreisten".
        # A return visit goes elsewhere than the trip before: one to its goal may be that very trip.
        is_told = trip is not last or (telling.is_return and surely_one(trip, event))
        return is_told and _is_same_trip(trip, event)
    if id(trip) in headlines:  # its present tense says nothing of the time
        event = event | {"status": trip["status"]}
    if are_two(trip, event, is_known=telling.is_known):
        return False
    if not (telling.is_known or telling.is_headline) and is_another_group(trip, event):
        return False
    if surely_one(trip, event):
        return True
    is_known = (
        telling.is_known
        or telling.is_headline
        or id(trip) in headlines
        or overlap(trip["leaders"], event["leaders"])  # "Unter Malzers Leitung besuchten acht …"
    )
    if telling.names_goal and goes_elsewhere(trip, event):
        return False
    return _fits(trip, event, is_known=is_known) and (is_known or _shares_or_adds(trip, event))


def _is_same_trip(trip: Event, event: Event) -> bool:
    goals = trip["destinations"], event["destinations"]
    return (
        all(goals)
        and not goes_elsewhere(trip, event)
        and trip["status"] == event["status"]
        and not clash(trip, event)
    )


def _shares_or_adds(trip: Event, event: Event) -> bool:
    """Tell whether "eine Delegation" may be one told before: it shares a name, or has none yet.

    "Delegationen aus China waren zu Gast. Vor zwei Jahren besuchte man mit einer Delegation
    Israel": two trips, though nothing contradicts.
    """
    core = ("destinations", "origins", "leaders")
    if not any(trip[slot] for slot in core) or not any(event[slot] for slot in core):
        return True
    shares = any(overlap(trip[slot], event[slot]) for slot in SLOTS)
    return shares or in_one_district(trip["origins"], event["origins"])


def _fits(trip: Event, event: Event, *, is_known: bool) -> bool:
    """Tell whether a telling may be of a trip.

    Not where it goes the other way, starts from elsewhere, or at another time; "eine Delegation"
    that goes elsewhere is another one, "die Delegation" that goes elsewhere goes on.
    """
    if is_reverse(trip, event) or clash(trip, event) or go_to_other_countries(trip, event):
        return False
    if start_elsewhere(trip, event) and not (is_known and may_start_there_too(trip, event)):
        return False
    goes_on = is_known and trip["status"] == event["status"]
    return goes_on or not goes_elsewhere(trip, event)


def _is_known(filler: Event, slot: str, trip: Event) -> bool:
    """Tell whether a trip has a filler already, there or in another slot.

    In another slot its sort counts: the chamber "IHK Kiel" may organise what starts in Kiel. And a
    town may invite to itself.
    """
    is_town = (filler["ref"] or "").startswith("plc_")
    inviting = {"destinations", "hosts"} if is_town else set()
    others = [s for s in SLOTS if s != slot and {s, slot} != inviting]
    elsewhere = (other for s in others for other in trip[s])
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
    if event["status"] == "cancelled":
        trip["status"] = "cancelled"  # the plan is told too: "Die für Mai geplante Reise fällt aus"
    trip["size"] = trip["size"] or event["size"]
    add_telling(trip, event)
