"""Which tellings are of one trip: on plain dicts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from presselese.events.trips.merging import SLOTS, TripTelling, merge_trips
from presselese.linking.links import NO_LINKS, Links

Event = dict[str, Any]


def filler(name: str, sort: str = "plc") -> Event:
    return {"ref": f"{sort}_{name}", "name": name, "start_char": 0, "end_char": 1}


def telling(
    at: int = 0, *, status: str = "done", start: str | None = None, **slots: list[str]
) -> Event:
    span = {"start_char": at, "end_char": at + 5, "text": "x" * 5}
    filled = {slot: [filler(name) for name in slots.get(slot, [])] for slot in SLOTS}
    return {
        "kind": "delegation", "id": "", "status": status, "reported": False, "read_score": None,
        "core_score": None,
        "trigger": span, "evidence": [span], "rule": "test", "size": None, "start": start,
        "end": None, "links": NO_LINKS, "by_name": frozenset(),
        "is_led": False, **filled,
    }  # fmt: skip


def names(event: Event, slot: str) -> list[str]:
    return [entry["name"] for entry in event[slot]]


def opening(
    event: Event,
    *,
    known: bool = False,
    headline: bool = False,
    another: bool = False,
    names_goal: bool = False,
) -> TripTelling:
    return TripTelling(
        event, is_new=True, is_known=known, is_another=another, is_headline=headline,
        names_goal=names_goal,
    )  # fmt: skip


def going_on(event: Event) -> TripTelling:
    return TripTelling(
        event, is_new=False, is_known=True, is_another=False, is_headline=False, names_goal=False
    )


def opened(first: Event, *others: Event, known: bool = False) -> list[Event]:
    return merge_trips([opening(first), *(opening(event, known=known) for event in others)])


def test_two_tellings_of_one_goal_are_one_trip() -> None:
    (trip,) = opened(
        telling(destinations=["China"]), telling(50, destinations=["China"], leaders=["Wolf"])
    )
    assert names(trip, "leaders") == ["Wolf"]
    assert [span["start_char"] for span in trip["evidence"]] == [0, 50]


@pytest.mark.parametrize("slot", ["destinations", "hosts"])
@pytest.mark.parametrize(("named", "left"), [(["Riga"], ["Riga"]), ([], ["Partnerstadt"])])
def test_goal_or_host_without_a_name_counts_where_none_is_named(
    slot: str, named: list[str], left: list[str]
) -> None:
    first, second = telling(origins=["Aue"]), telling(50, origins=["Aue"])
    first[slot] = [filler(name) for name in named]
    second[slot] = [filler("Partnerstadt") | {"ref": None}]
    (trip,) = opened(first, second, known=True)
    assert names(trip, slot) == left


def test_another_trip_to_the_same_place_is_another_one() -> None:
    first, second = telling(destinations=["China"]), telling(50, destinations=["China"])
    trips = merge_trips([opening(first), opening(second, known=True, another=True)])
    assert [trip["trigger"]["start_char"] for trip in trips] == [0, 50]


def test_another_trip_than_the_last_may_be_one_told_before() -> None:
    israel = telling(destinations=["Israel"])
    china = telling(20, status="planned", destinations=["China"])
    again = telling(50, destinations=["Israel"], start="2017")
    trips = merge_trips([opening(israel), opening(china), opening(again, another=True)])
    assert [(names(t, "destinations"), t["start"]) for t in trips] == [
        (["Israel"], "2017"), (["China"], None),
    ]  # fmt: skip


def test_trip_that_was_made_is_not_the_one_planned_elsewhere() -> None:
    done, planned = telling(destinations=["Israel"]), telling(9, destinations=["China"])
    trips = merge_trips([opening(done), opening(planned | {"status": "planned"}, known=True)])
    assert len(trips) == 2


def test_known_trip_is_the_one_to_the_same_place() -> None:
    trips = merge_trips([
        opening(telling(destinations=["China"])),
        opening(telling(20, destinations=["Israel"], start="2017"), another=True),
        opening(telling(50, destinations=["China"], hosts=["Roth"]), known=True),
    ])  # fmt: skip
    assert [names(trip, "hosts") for trip in trips] == [["Roth"], []]


def test_continuing_scene_joins_the_last_trip() -> None:
    trips = merge_trips(
        [opening(telling(destinations=["China"])), going_on(telling(9, hosts=["Roth"]))]
    )
    assert [names(trip, "hosts") for trip in trips] == [["Roth"]]


def test_continuing_scene_without_a_trip_is_dropped() -> None:
    assert merge_trips([going_on(telling(hosts=["Roth"]))]) == []


def test_a_delegation_that_goes_elsewhere_is_another_one() -> None:
    assert len(opened(telling(destinations=["China"]), telling(9, destinations=["Japan"]))) == 2


def test_the_delegation_that_goes_elsewhere_goes_on() -> None:
    first, second = telling(destinations=["China"]), telling(9, destinations=["Japan"])
    (trip,) = opened(first, second, known=True)
    assert names(trip, "destinations") == ["China", "Japan"]


@pytest.mark.parametrize("is_known", [False, True])
def test_return_visit_is_another_trip(is_known: bool) -> None:
    there = telling(origins=["Kiel"], destinations=["Hefei"])
    back = telling(9, origins=["Hefei"], destinations=["Kiel"])
    assert len(opened(there, back, known=is_known)) == 2


def test_groups_from_different_places_are_two_trips() -> None:
    first, second = telling(origins=["Kiel"]), telling(9, origins=["Bonn"])
    assert len(opened(first, second, known=True)) == 2


@pytest.mark.parametrize(
    ("size", "goals", "count"),
    [(8, ["Kiel"], 1), (8, [], 1), (20, ["Kiel"], 2), (8, ["Bonn"], 2)],
)
def test_body_and_its_seat_are_one_start(size: int, goals: list[str], count: int) -> None:
    first = telling(origins=["Landtag"], destinations=["Kiel"]) | {"size": {"value": 8}}
    first["origins"] = [filler("Landtag", "org")]
    second = telling(9, origins=["Magdeburg"], destinations=goals) | {"size": {"value": size}}
    assert len(opened(first, second, known=True)) == count


def test_sentence_that_goes_on_about_home_tells_the_rest() -> None:
    first = telling(origins=["Ruanda"], destinations=["Kiel"])
    (trip,) = merge_trips(
        [opening(first), going_on(telling(9, destinations=["Ruanda"], hosts=["Roth"]))]
    )
    assert (names(trip, "destinations"), names(trip, "hosts")) == (["Kiel"], ["Roth"])


def test_trips_of_different_years_are_two() -> None:
    first = telling(destinations=["China"], start="2008-06")
    second = telling(9, destinations=["China"], start="2010-06-02")
    assert len(opened(first, second)) == 2


def test_fuller_date_of_the_same_time_replaces_the_shorter() -> None:
    first = telling(destinations=["China"], start="2008")
    (trip,) = opened(first, telling(9, destinations=["China"], start="2008-06-02"))
    assert trip["start"] == "2008-06-02"


@pytest.mark.parametrize("order", [("planned", "cancelled"), ("cancelled", "planned")])
def test_planned_trip_that_is_called_off_is_one_cancelled_trip(order: tuple[str, str]) -> None:
    first, second = order
    (trip,) = opened(
        telling(destinations=["China"], status=first),
        telling(9, destinations=["China"], status=second),
    )
    assert trip["status"] == "cancelled"


def test_headline_takes_the_status_of_the_text_below_it() -> None:
    headline = telling(destinations=["China"], start="2008-06", status="done")
    below = telling(9, destinations=["China"], start="2008-06", status="planned")
    (trip,) = merge_trips([opening(headline, headline=True), opening(below)])
    assert trip["status"] == "planned"


def test_name_keeps_its_first_role() -> None:
    first = telling(destinations=["China"], leaders=["Wolf"])
    (trip,) = opened(first, telling(9, destinations=["China"], participants=["Wolf", "Roth"]))
    assert names(trip, "participants") == ["Roth"]


def test_trip_that_nobody_leads_from_or_to_nowhere_is_none() -> None:
    assert opened(telling(hosts=["Roth"])) == []


def test_merging_twice_changes_nothing() -> None:
    (trip,) = opened(telling(destinations=["China"]), telling(9, destinations=["China"]))
    assert merge_trips([opening(trip), opening(trip)]) == [trip]


def test_headlines_time_parts_no_trips() -> None:
    headline = telling(status="planned", destinations=["Vietnam"], leaders=["Wolf"])
    body = telling(50, destinations=["Hanoi"], leaders=["Wolf"])
    (trip,) = merge_trips([opening(headline, headline=True), opening(body)])
    assert (trip["status"], names(trip, "destinations")) == ("done", ["Vietnam", "Hanoi"])


def test_same_leader_elsewhere_goes_on() -> None:
    (trip,) = opened(
        telling(destinations=["Finnland"], leaders=["Wolf"]),
        telling(50, destinations=["Lahti"], leaders=["Wolf"]),
    )
    assert names(trip, "destinations") == ["Finnland", "Lahti"]
    trips = opened(
        telling(destinations=["Finnland"], leaders=["Wolf"]),
        telling(50, destinations=["Lahti"], leaders=["Roth"]),
    )
    assert len(trips) == 2


def test_later_sentence_goes_on_about_the_trip_told_last() -> None:
    china, israel = (
        telling(destinations=["China"], status="planned"),
        telling(20, destinations=["Israel"]),
    )
    again = telling(40, destinations=["China"], status="planned")
    more = telling(60, participants=["Wolf"])
    trips = merge_trips(
        [opening(china), opening(israel), opening(again, known=True), going_on(more)]
    )
    assert [names(trip, "participants") for trip in trips] == [["Wolf"], []]


def test_opening_sentence_goes_on_about_the_trip_told_last() -> None:
    china = telling(destinations=["China"], leaders=["Wolf"])
    israel = telling(20, destinations=["Israel"], leaders=["Roth"])
    china_again = telling(40, destinations=["China"])
    taking_part = telling(60, participants=["Wiese"])
    told = [opening(e) for e in (china, israel, china_again)]
    first, second = merge_trips([*told, opening(taking_part, known=True)])
    assert (names(first, "participants"), names(second, "participants")) == (["Wiese"], [])


@pytest.mark.parametrize(
    ("start", "read", "core", "count"),
    [
        ("2019-03", 0.9, {"origins": ["Aue"]}, 2),
        ("2019-07", 0.9, {"origins": ["Aue"]}, 1),  # a station
        ("2019-03", 0.7, {"origins": ["Aue"]}, 1),
        ("2019-03", 0.9, {}, 2),
    ],
)
def test_sentence_that_goes_on_may_tell_a_trip_of_another_month(
    start: str, read: float, core: dict[str, list[str]], count: int
) -> None:
    later = telling(50, start=start, destinations=["Kiel"], **core) | {"read_score": read}
    goes_on = replace(going_on(later), is_known=False)
    first = telling(start="2019-07-08", destinations=["Kiel"])
    assert len(merge_trips([opening(first), goes_on])) == count


@pytest.mark.parametrize(
    ("read", "goal", "core", "count"),
    [
        (0.9, "Niederlande", {"origins": ["Aue"]}, 2),
        (0.9, "Kreta", {"origins": ["Aue"]}, 1),
        (0.7, "Niederlande", {"origins": ["Aue"]}, 1),
        (0.9, "Niederlande", {}, 1),  # a station of the trip
    ],
)
def test_sentence_that_goes_on_may_tell_a_trip_elsewhere(
    read: float, goal: str, core: dict[str, list[str]], count: int
) -> None:
    """Eine Gruppe des Handwerks hat auf Kreta nach Partnern gesucht."""
    later = telling(50, destinations=["Kreta"], **core) | {"read_score": read}
    goes_on = replace(going_on(later), is_known=False)
    assert len(merge_trips([opening(telling(destinations=[goal])), goes_on])) == count


@pytest.mark.parametrize("told_first", [True, False])
def test_who_leads_by_a_frame_leads_alone(told_first: bool) -> None:
    led = telling(0, destinations=["Kiel"], leaders=["Roth"]) | {"is_led": True}
    guessed = telling(50, destinations=["Kiel"], leaders=["Wolf", "Roth"])
    (trip,) = opened(*((led, guessed) if told_first else (guessed, led)))
    assert names(trip, "leaders") == ["Roth"]


def test_the_trip_to_another_country_is_no_trip_told_before() -> None:
    """After "eine Delegation auf Kreta": "bei der Delegationsreise in die Niederlande"."""
    crete = telling(destinations=["Kreta"], leaders=["Wolf"])
    other = telling(50, destinations=["Niederlande"], leaders=["Wolf"])
    apart = merge_trips([opening(crete), opening(other, known=True, names_goal=True)])
    assert [names(trip, "destinations") for trip in apart] == [["Kreta"], ["Niederlande"]]


def test_the_country_of_a_goal_is_no_other_goal() -> None:
    """After "nach Peking und Shanghai": "auf der China-Reise"."""
    cities = telling(destinations=["Peking", "Shanghai"])
    country = opening(telling(50, destinations=["China"]), known=True, names_goal=True)
    (trip,) = merge_trips([opening(cities), country])
    assert names(trip, "destinations") == ["Peking", "Shanghai", "China"]


@pytest.mark.parametrize(("start", "trips"), [("2010-05", 2), ("2009-12", 1)])
def test_trips_elsewhere_in_other_months_are_two_whoever_leads(start: str, trips: int) -> None:
    riga = telling(destinations=["Riga"], leaders=["Wolf"], start="2009-12-08", status="planned")
    chile = telling(50, destinations=["Chile"], leaders=["Wolf"], start=start, status="planned")
    assert len(opened(riga, chile, known=True)) == trips


@pytest.mark.parametrize(("start", "trips"), [("2013-06-03", 2), ("2013-06-08", 1)])
def test_a_trip_that_was_made_is_not_the_one_that_fell_through(start: str, trips: int) -> None:
    cancelled = telling(destinations=["Kiel"], start="2013-06-08", status="cancelled")
    made = telling(50, destinations=["Kiel"], start=start)
    assert len(opened(cancelled, made, known=True)) == trips


def test_body_named_after_a_trips_start_may_organise_it() -> None:
    first = telling(0, origins=["Kiel"], destinations=["Hefei"])
    later = telling(50)
    later["organisers"] = [filler("IHK Kiel", "org")]
    later["participants"] = [filler("Hefei", "org")]  # the goal, taken for a firm
    (trip,) = merge_trips([opening(first), going_on(later)])
    assert names(trip, "organisers") == ["IHK Kiel"]
    assert names(trip, "participants") == []


def test_trips_start_is_told_once() -> None:
    first = telling(0, destinations=["Hefei"])
    first["origins"] = [filler("Feuerwehr Kiel", "org")]
    (trip,) = merge_trips([opening(first), going_on(telling(50, origins=["Kiel"]))])
    assert names(trip, "origins") == ["Feuerwehr Kiel"]


@pytest.mark.parametrize(
    ("goal", "likeness", "trips"),
    [("Indien", 0.4, 2), ("Indien", 0.6, 1), ("Tirana", 0.4, 1), ("Musterau", 0.4, 1)],
)
def test_goals_in_two_countries_are_two_trips_s_where_the_heads_doubt(
    goal: str, likeness: float, trips: int
) -> None:
    first = telling(0, destinations=["Albanien"])
    second = telling(50, destinations=[goal])
    first["links"] = Links(frozenset({(0, 1)}), {9: likeness})
    second["links"] = Links(frozenset({(0, 9)}), {1: likeness})
    assert len(opened(first, second, known=True)) == trips


def test_trips_that_the_heads_find_not_alike_are_one_where_nothing_else_parts_them() -> None:
    first = telling(0, destinations=["Albanien"])
    second = telling(50, destinations=["Albanien"])
    first["links"] = Links(frozenset({(0, 1)}))
    second["links"] = Links(frozenset({(0, 9)}))
    assert len(opened(first, second, known=True)) == 1


def test_return_visit_is_another_trip_however_alike_the_heads_find_it() -> None:
    there = telling(origins=["Kiel"], destinations=["Hefei"])
    back = telling(9, origins=["Hefei"], destinations=["Kiel"])
    there["links"] = Links(frozenset({(0, 1)}), {9: 0.9})
    back["links"] = Links(frozenset({(0, 9)}), {1: 0.9})
    assert len(opened(there, back, known=True)) == 2


def test_name_on_both_sides_of_a_telling_turns_nothing_about() -> None:
    first = telling(origins=["Hefei"], destinations=["Kiel"])
    second = telling(9, origins=["Hefei", "Kiel"], destinations=["Lübeck"])
    assert len(opened(first, second, known=True)) == 1


@pytest.mark.parametrize(
    ("known", "led", "size", "goal", "trips"),
    [
        (False, True, 10, "Kiel", 2),  # "eine Abordnung unter Leitung von Roth"
        (True, True, 10, "Kiel", 1),  # "die Abordnung, geführt von Roth": by the guide
        (False, False, 10, "Kiel", 1),  # the heads alone take Roth for who leads
        (False, False, 5, "Kiel", 2),
        (False, False, 10, "Lübeck", 2),
    ],
)
def test_another_group_differs_in_who_leads_it_or_in_two_things(
    known: bool, led: bool, size: int, goal: str, trips: int
) -> None:
    first = telling(origins=["Hefei"], destinations=["Kiel"], leaders=["Wolf"])
    second = telling(9, origins=["Hefei"], destinations=[goal], leaders=["Roth"])
    first["size"], second["size"] = {"value": 10}, {"value": size}
    second["is_led"] = led
    assert len(merge_trips([opening(first), opening(second, known=known)])) == trips


@pytest.mark.parametrize(
    ("start", "trips"), [("2017-11", 2), ("2017-05-12", 1), ("2017", 1), ("XXXX-06-01", 1)]
)
def test_months_tell_trips_led_by_others_apart_without_a_year(start: str, trips: int) -> None:
    first = telling(destinations=["Hanoi"], leaders=["Wolf"], start="XXXX-05-12")
    first["end"] = "XXXX-06-03"
    second = telling(9, destinations=["Hanoi"], leaders=["Roth"], start=start)
    assert len(merge_trips([opening(first), opening(second, known=True)])) == trips


@pytest.mark.parametrize(("start", "trips"), [("2026-09-26", 1), (None, 2)])
def test_the_group_goes_on_to_its_next_station(start: str | None, trips: int) -> None:
    """Am Samstag fährt die Delegation weiter nach Gjumri."""
    first = telling(destinations=["Armenien"], start="2026-09-23")
    second = telling(9, status="planned", destinations=["Gjumri"], start=start)
    first["links"] = Links(frozenset({(0, 1)}), {9: 0.9})
    second["links"] = Links(frozenset({(0, 9)}), {1: 0.9})
    assert len(opened(first, second, known=True)) == trips


def test_sentence_goes_on_about_the_trip_of_its_time() -> None:
    now = telling(destinations=["Sachsen"], start="2017-09-11") | {"end": "2017-09-22"}
    before = telling(9, destinations=["Tiflis"], start="2014")
    station = telling(20, destinations=["Görlitz"], start="2017-09-21")
    first, second = merge_trips([opening(now), opening(before, another=True), going_on(station)])
    assert names(first, "destinations") == ["Sachsen", "Görlitz"]
    assert names(second, "destinations") == ["Tiflis"]


def test_the_delegation_is_the_one_that_was_called_so() -> None:
    """Nach der Fünfer-Delegation: "2016 war eine Mannschaft aus Aue da. Die Delegation …"."""
    first = telling(destinations=["Aue"], start="2018-08-31")
    team = telling(9, origins=["Aue"], start="2016-06")
    more = telling(20, leaders=["Roth"])
    for event, word in ((first, "Fünfer-Delegation"), (team, "Mannschaft"), (more, "Delegation")):
        event["trigger"] = event["trigger"] | {"text": word}
    trips = merge_trips([opening(first), opening(team, another=True), opening(more, known=True)])
    assert [names(trip, "leaders") for trip in trips] == [["Roth"], []]


def test_what_follows_a_headline_is_no_other_trip() -> None:
    """Headline "Gäste aus Aue im Rathaus", then "Eine Gruppe war aus Aue angereist"."""
    headline, body = telling(origins=["Aue"]), telling(9, origins=["Aue"])
    assert len(merge_trips([opening(headline, headline=True), opening(body, another=True)])) == 1


def further(event: Event, *, is_return: bool = False) -> TripTelling:
    return replace(opening(event, another=True), is_return=is_return)


@pytest.mark.parametrize(
    ("is_return", "goals", "origins"), [(False, ["Kiel"], ["Hefei"]), (True, ["Hefei"], ["Kiel"])]
)
def test_further_trip_goes_where_the_last_went_or_back(
    is_return: bool, goals: list[str], origins: list[str]
) -> None:
    """Eine zweite Gruppe wird für September erwartet; ein Gegenbesuch ist für September geplant."""
    first = telling(origins=["Hefei"], destinations=["Kiel", "Plön"], start="2026-05")
    second = telling(9, start="2026-09", status="planned")
    trips = merge_trips([opening(first), further(second, is_return=is_return)])
    assert [names(trips[-1], slot) for slot in ("destinations", "origins")] == [goals, origins]


@pytest.mark.parametrize(
    "said",
    [
        telling(9, status="planned"),  # "Ein Gegenbesuch ist denkbar": no time, no number
        telling(9, start="2026-09", leaders=["Roth"]),
        telling(9, start="2026-09", destinations=["Rom"]),
    ],
)
def test_trip_that_says_too_little_or_enough_takes_nothing_over(said: Event) -> None:
    first = telling(origins=["Hefei"], destinations=["Kiel"], start="2026-05")
    trips = merge_trips([opening(first), further(dict(said), is_return=True)])
    assert all("Hefei" not in names(trip, "destinations") for trip in trips)


def test_return_visit_in_the_headline_is_the_one_of_the_text() -> None:
    first = telling(origins=["Hefei"], destinations=["Kiel"], start="2026-05")
    back = telling(9, start="2026-09", status="planned")
    told = telling(20, start="2026-09-03", status="planned", destinations=["Hefei"])
    trips = merge_trips([opening(first), further(back, is_return=True), opening(told)])
    assert [names(trip, "destinations") for trip in trips] == [["Kiel"], ["Hefei"]]


@pytest.mark.parametrize(
    ("read", "names_goal", "trips"), [(0.9, True, 2), (0.7, True, 1), (0.9, False, 1)]
)
def test_known_trip_that_names_another_goal_is_another_one(
    read: float, names_goal: bool, trips: int
) -> None:
    """Die für Mai angesetzte Reise nach Mexiko muss dagegen entfallen."""
    chile = telling(destinations=["Chile"])
    mexico = telling(9, destinations=["Mexiko"], status="cancelled") | {"read_score": read}
    goes_on = replace(going_on(mexico), names_goal=names_goal)
    assert len(merge_trips([opening(chile), goes_on])) == trips


@pytest.mark.parametrize(
    ("goal", "goals"),
    [
        ("China", [["China"], ["Israel"]]),
        ("Fernost", [["China"], ["Israel"]]),  # says of no country which it is
        ("Mexiko", [["China"], ["Israel"], ["Mexiko"]]),
    ],
)
def test_sentence_may_go_on_about_a_trip_before_the_last_one(
    goal: str, goals: list[list[str]]
) -> None:
    china = telling(status="planned", destinations=["China"])
    israel = telling(20, destinations=["Israel"])
    again = telling(50, status="planned", destinations=[goal]) | {"read_score": 0.9}
    trips = merge_trips([
        opening(china),
        opening(israel, another=True),
        replace(going_on(again), names_goal=True),
    ])  # fmt: skip
    assert [[name for name in names(t, "destinations") if name != "Fernost"] for t in trips] == [
        [name for name in told if name != "Fernost"] for told in goals
    ]


def read(event: Event, same: float = 0.9) -> Event:
    """Return an event that the heads read, with their word that it is the one told before."""
    return event | {"read_score": 0.95, "links": Links(frozenset({(0, 9)}), {1: same})}


def first_read(event: Event, same: float) -> Event:
    return event | {"links": Links(frozenset({(0, 1)}), {9: same})}


def test_land_of_a_start_is_no_other_start() -> None:
    first = telling(origins=["Lüneburg"], destinations=["Polen"])
    again = telling(50, origins=["Deutschland"], destinations=["Polen"])
    assert len(opened(first, again, known=True)) == 1


@pytest.mark.parametrize(("start", "trips"), [("Ortenau", 1), ("Wetterau", 2)])
def test_district_and_the_region_that_it_is_called_after_are_one_start(
    start: str, trips: int
) -> None:
    first = telling(origins=[start], destinations=["Suzhou"])
    again = telling(50, origins=["Ortenaukreis"])
    assert len(opened(first, again)) == trips


def test_land_of_a_start_turns_no_trip_about() -> None:
    first = telling(origins=["Lüneburg"], destinations=["Polen"])
    again = telling(50, origins=["Polen", "Deutschland"], destinations=["Danzig"])
    assert len(opened(first, again, known=True)) == 1


def test_mere_year_is_no_other_month() -> None:
    first = telling(destinations=["Riga"], start="2017-08-21")
    goes_on = replace(going_on(read(telling(50, leaders=["Wolf"], start="2017"))), is_known=False)
    (trip,) = merge_trips([opening(first), goes_on])
    assert (trip["start"], names(trip, "leaders")) == ("2017-08-21", ["Wolf"])


@pytest.mark.parametrize(("same", "trips"), [(0.9, 1), (0.3, 2)])
def test_return_visit_to_the_goal_told_is_that_trip(same: float, trips: int) -> None:
    first = first_read(telling(destinations=["Lublin"], origins=["Kiel"]), same)
    again = read(telling(50, destinations=["Polen"]), same)
    back = replace(opening(again, another=True), is_return=True)
    assert len(merge_trips([opening(first), back])) == trips


@pytest.mark.parametrize(("same", "trips"), [(0.9, 1), (0.3, 2)])
def test_known_trip_that_the_heads_find_one_starts_where_it_does(same: float, trips: int) -> None:
    first = first_read(telling(origins=["Peru"]), same)
    again = read(telling(50, origins=["Chile"], destinations=["Riga"]), same)
    going = replace(going_on(again), names_goal=True)
    assert len(merge_trips([opening(first), going])) == trips


def test_town_may_invite_to_itself() -> None:
    first = telling(destinations=["Kiel"], hosts=["Kiel"])
    (trip,) = opened(telling(destinations=["Kiel"]), first)
    assert names(trip, "hosts") == ["Kiel"]
    (trip,) = opened(telling(origins=["Kiel"]), telling(9, origins=["Kiel"], hosts=["Kiel"]))
    assert names(trip, "hosts") == []
