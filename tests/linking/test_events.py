"""One event told twice is one event; two events stay two."""

from __future__ import annotations

from typing import Any

import pytest

from presselese.linking.events import merge_events
from presselese.linking.links import NO_LINKS, Links
from presselese.linking.same_events import same_founding, same_membership


def filler(name: str, ref: str | None = None) -> dict[str, Any]:
    return {"ref": ref, "name": name, "start_char": 0, "end_char": 1}


def founding(name: str, *, at: int = 0, date: str | None = None, **slots: Any) -> dict[str, Any]:
    span = {"start_char": at, "end_char": at + 5, "text": "x" * 5}
    return {
        "organisation": filler(name) | {"start_char": at}, "date": date,
        "founders": [], "places": [],
        "trigger": span, "evidence": [span], "read_score": None, "core_score": None,
        "reported": False, "status": "done", "is_headline": False, "links": NO_LINKS,
        "by_name": frozenset(), "shown": frozenset(),
        "rule": "founding.read", **slots,
    }  # fmt: skip


def membership(member: str, organisation: str, change: str, *, at: int = 0) -> dict[str, Any]:
    event = founding(organisation, at=at)
    return event | {"members": [filler(member)], "change": change}


def merged(*events: dict[str, Any]) -> list[dict[str, Any]]:
    return merge_events(events, same_founding, ("founders", "places"))


def test_second_telling_adds_its_slots_and_evidence() -> None:
    (event,) = merged(
        founding("Netzwerk Nord", founders=[filler("Kiel")]),
        founding("Netzwerks Nord", at=50, date="2016-04", founders=[filler("Lübeck")]),
    )
    assert [f["name"] for f in event["founders"]] == ["Kiel", "Lübeck"]
    assert event["date"] == "2016-04"
    assert len(event["evidence"]) == 2


@pytest.mark.parametrize(("at", "events"), [(0, 1), (9, 2)])
def test_what_two_words_tell_of_one_mention_is_one_event(at: int, events: int) -> None:
    """Das Büro in Riga wurde 2018 gegründet; eröffnet hat es im Juli die Ministerin."""
    opened = founding("Büro", at=9, form="opening")
    opened["organisation"]["start_char"] = at
    assert len(merged(founding("Büro", form="founding"), opened)) == events


def test_headline_is_told_again_below_by_name() -> None:
    (event,) = merged(
        founding("Breitbandfirma", is_headline=True, form="founding"),
        founding("", at=50, organisation=filler("Breitband Süd GmbH", "org_1"), form="founding")
        | {"status": "planned"},
    )
    assert event["organisation"]["ref"] == "org_1"
    assert event["status"] == "planned"  # the headline's present tense says nothing
    assert len(event["evidence"]) == 2


def test_headline_with_other_founders_is_another_founding() -> None:
    kiel, ulm = [filler("Kiel", "plc_1")], [filler("Ulm", "plc_2")]
    headline = founding("Firma", is_headline=True, founders=kiel)
    body = founding("", at=9, organisation=filler("X GmbH", "org_1"), founders=ulm)
    assert len(merged(headline | {"form": "founding"}, body | {"form": "founding"})) == 2


def test_members_without_a_name_in_the_headline_are_those_of_the_text() -> None:
    headline = membership("Gemeinden", "Radregion", "joins") | {"is_headline": True}
    body = membership("", "Radregion e. V.", "joins", at=50)
    body |= {"members": [filler("Attern", "plc_1")]}
    (event,) = merge_events([headline, body], same_membership, ("members",))
    assert [member["name"] for member in event["members"]] == ["Attern"]


def test_headline_about_another_change_is_another_membership() -> None:
    headline = membership("Kiel", "Artenbündnis", "joins") | {"is_headline": True}
    body = membership("Kiel", "Klimaforum", "leaves", at=50)
    assert len(merge_events([headline, body], same_membership, ("members",))) == 2


def test_foundings_at_two_dates_stay_two() -> None:
    assert len(merged(founding("Verein", date="2004"), founding("Verein", at=9, date="2017"))) == 2


def test_month_and_its_year_are_one_founding() -> None:
    assert (
        len(merged(founding("Verein", date="2016"), founding("Verein", at=9, date="2016-11"))) == 1
    )


def test_merging_twice_changes_nothing() -> None:
    once = merged(founding("A"), founding("A", at=9), founding("B", at=20))
    assert merged(*once) == once


def test_merging_does_not_depend_on_order() -> None:
    events = [founding("A", date="2004"), founding("B", at=9), founding("A", at=20)]
    assert merged(*events) == merged(*reversed(events))


def test_members_of_one_sentence_share_one_membership() -> None:
    events = [membership("Kiel", "Bund", "joins"), membership("Lübeck", "Bund", "joins")]
    (event,) = merge_events(events, same_membership, ("members",))
    assert [m["name"] for m in event["members"]] == ["Kiel", "Lübeck"]


def test_joining_and_leaving_stay_two_memberships() -> None:
    events = [membership("Kiel", "Bund", "joins"), membership("Kiel", "Bund", "leaves", at=30)]
    assert len(merge_events(events, same_membership, ("members",))) == 2


def test_same_member_of_two_organisations_stays_two_memberships() -> None:
    events = [membership("Kiel", "Bund", "is"), membership("Kiel", "Ring", "is", at=30)]
    assert len(merge_events(events, same_membership, ("members",))) == 2


def test_unnamed_founding_of_the_headline_is_the_named_one_below() -> None:
    named = founding("Förderverein Haus Nord", at=50)
    named["organisation"] = filler("Förderverein Haus Nord", "org_1")
    (event,) = merged(founding("Förderverein"), named)
    assert event["organisation"]["ref"] == "org_1"


def test_two_branches_of_different_status_stay_two() -> None:
    assert len(merged(founding("Filiale"), founding("Filiale", at=50, status="planned"))) == 2


def test_what_the_model_is_sure_of_goes_before_the_rules() -> None:
    first = Links(frozenset({(0, 1)}), {9: 0.9})
    again, other = Links(frozenset({(0, 9)}), {1: 0.9}), Links(frozenset({(0, 5)}))
    told, later = founding("Netzwerk Nord", links=first), {"at": 50, "status": "planned"}
    assert len(merged(told, founding("Netzwerk Nord", **later, links=again))) == 1
    assert len(merged(told, founding("Netzwerk Nord", **later, links=other))) == 2


# ---- which word or names are kept


def test_texts_noun_goes_before_its_headlines() -> None:
    headline = founding("Filiale", is_headline=True, form="opening")
    (event,) = merged(headline, founding("Geschäftsstelle", at=9, form="opening"))
    assert event["organisation"]["name"] == "Geschäftsstelle"
    (event,) = merged(
        founding("Verbindungsbüro", is_headline=True, form="opening"),
        founding("Büro", at=9, form="opening"),
    )
    assert event["organisation"]["name"] == "Verbindungsbüro"


def test_longer_noun_says_more() -> None:
    same = {"form": "founding", "founders": [filler("Kiel")]}
    (event,) = merged(founding("Labor", **same), founding("Labor für Holz", at=9, **same))
    assert event["organisation"]["name"] == "Labor für Holz"


def test_unnamed_founders_give_way_to_those_named_below() -> None:
    first = founding("Nordbund", founders=[filler("Städte")])
    named = [filler("Aue", "plc_1"), filler("Bramme", "plc_2")]
    (event,) = merged(first, founding("Nordbund", at=9, founders=named))
    assert [f["name"] for f in event["founders"]] == ["Aue", "Bramme"]
    (event,) = merged(first, founding("Nordbund", at=9, founders=named[:1]))
    assert [f["name"] for f in event["founders"]] == ["Städte", "Aue"]
    board = [filler("Anna Roth", "per_1"), filler("Jan Wolf", "per_2")]
    (event,) = merged(first, founding("Nordbund", at=9, founders=board))
    assert [f["name"] for f in event["founders"]] == ["Städte"]


@pytest.mark.parametrize(
    ("others", "founders"),
    [
        (["per_1", "per_2"], ["Kommunen"]),
        (["plc_1", "plc_2"], ["x plc_1", "x plc_2"]),  # spelled out
        (["plc_1"], ["Kommunen"]),
    ],
)
def test_whom_a_clause_shows_to_found_goes_before_who_is_read(
    others: list[str], founders: list[str]
) -> None:
    shown = founding("Nordbund", founders=[filler("Kommunen")], shown=frozenset({"Kommunen"}))
    read = founding("Nordbund", at=9, founders=[filler(f"x {ref}", ref) for ref in others])
    (event,) = merged(shown, read)
    assert [f["name"] for f in event["founders"]] == founders


def test_who_is_named_beside_those_shown_founds_with_them() -> None:
    aue, roda = filler("Aue", "plc_1"), filler("Roda", "plc_2")
    shown = founding("Nordbund", founders=[aue], shown=frozenset({"plc_1"}))
    (event,) = merged(shown, founding("Nordbund", at=9, founders=[aue, roda]))
    assert [f["name"] for f in event["founders"]] == ["Aue", "Roda"]


def memberships(*events: dict[str, Any]) -> list[dict[str, Any]]:
    return merge_events(events, same_membership, ("members",))


def test_other_member_of_another_status_is_another_membership() -> None:
    sure = Links(frozenset({(0, 1), (0, 2)}), {1: 0.9, 2: 0.9})
    aue, bramme = (
        membership("", "Nordbund", "joins", at=at)
        | {"members": [filler(name, f"plc_{name}")], "links": sure}
        for at, name in ((0, "Aue"), (9, "Bramme"))
    )
    assert len(memberships(aue | {"status": "negated"}, bramme | {"status": "planned"})) == 2
    assert len(memberships(aue, bramme)) == 1


def test_text_settles_whether_its_headline_joins_or_leaves() -> None:
    headline = membership("Aue", "Nordbund", "joins") | {"is_headline": True}
    sure = Links(frozenset({(0, 1), (0, 2)}), {1: 0.9, 2: 0.9})
    body = membership("Aue", "Nordbund", "leaves", at=9)
    (event,) = memberships(headline | {"links": sure}, body | {"links": sure})
    assert event["change"] == "leaves"


def test_a_later_telling_shows_two_earlier_ones_to_be_one() -> None:
    first = membership("Aue", "Nordbund", "joins")
    unnamed = membership("Stadt", "Nordbund", "joins", at=20)
    both = membership("Aue", "Nordbund", "joins", at=40)
    both["members"] = [filler("Stadt"), filler("Aue")]
    assert len(memberships(first, unnamed)) == 2
    (event,) = memberships(first, unnamed, both)
    assert [span["start_char"] for span in event["evidence"]] == [0, 20, 40]


def test_alike_names_of_one_sort_are_one_filler() -> None:
    fillers = [filler("Hella", "org_1")], [filler("Hella China", "org_2"), filler("China", "plc_1")]
    first, second = (
        founding("Nordring", at=at, founders=founders)
        for at, founders in zip((0, 9), fillers, strict=True)
    )
    for event in (first, second):
        event["organisation"]["ref"] = "org_9"
    (event,) = merged(first, second)
    assert [founder["name"] for founder in event["founders"]] == ["Hella", "China"]


@pytest.mark.parametrize(("second", "count"), [("Riga", 2), ("Kaunas", 1), (None, 1)])
def test_branches_in_two_places_are_two(second: str | None, count: int) -> None:
    events = (
        founding("Filiale", at=at, places=[filler(place)] if place else [], form="opening")
        for at, place in ((0, "Kaunas"), (50, second))
    )
    assert len(merged(*events)) == count


def test_founders_by_noun_in_a_headline_may_be_those_named_below() -> None:
    headline = founding("Ableger", is_headline=True, founders=[filler("Laserfirma")])
    named = [filler("Lumen AG", "org_2")]
    body = founding("", at=9, organisation=filler("Lumen Jena GmbH", "org_1"), founders=named)
    (event,) = merged(headline | {"form": "founding"}, body | {"form": "founding"})
    assert event["organisation"]["ref"] == "org_1"


@pytest.mark.parametrize(
    ("at", "rule", "trigger"), [(0, "founding.found_verb", 3), (50, "founding.read", 0)]
)
def test_a_frame_s_rule_goes_before_the_heads_word_in_one_sentence(
    at: int, rule: str, trigger: int
) -> None:
    read = founding("Netzwerk Nord")
    framed = founding("Netzwerk Nord", at=at, rule="founding.found_verb")
    framed["trigger"] = {"start_char": 3, "end_char": 5, "text": "xx"}
    (event,) = merged(read, framed)
    assert (event["rule"], event["trigger"]["start_char"]) == (rule, trigger)


def test_a_name_fills_a_slot_once_whatever_it_names() -> None:
    (event,) = merged(
        founding("Netzwerk Nord", founders=[filler("Kiel", "plc_1")]),
        founding("Netzwerk Nord", at=50, founders=[filler("Kiel", "org_1")]),
    )
    assert [f["ref"] for f in event["founders"]] == ["plc_1"]


@pytest.mark.parametrize(("form", "events"), [("opening", 2), ("founding", 1)])
def test_a_body_and_the_office_that_it_opens_are_founded_apart(form: str, events: int) -> None:
    same = Links(frozenset({(0, 1)}), {9: 0.9}), Links(frozenset({(0, 9)}), {1: 0.9})
    body = founding("x", form="founding", organisation=filler("Nordbund", "org_1"), links=same[0])
    office = founding("Büro", at=50, form=form, founders=[filler("Nordbund", "org_1")])
    assert len(merged(body, office | {"links": same[1]})) == events


def listing(*members: str, at: int) -> dict[str, Any]:
    event = membership("", "Nordbund", "is", at=at)
    return event | {"members": [filler(name, f"plc_{name}") for name in members]}


@pytest.mark.parametrize("joins_at", [0, 50])
def test_list_of_members_tells_of_who_belongs_besides_who_joins(joins_at: int) -> None:
    joins = membership("", "Nordbund", "joins", at=joins_at)
    joins["members"] = [filler("Kiel", "plc_Kiel")]
    events = [joins, listing("Kiel", "Aue", "Celle", at=25)]
    told = merge_events(events, same_membership, ("members",))
    assert {e["change"]: [f["name"] for f in e["members"]] for e in told} == {
        "joins": ["Kiel"],
        "is": ["Aue", "Celle"],
    }


def test_who_is_in_and_came_in_joins() -> None:
    joins = membership("", "Nordbund", "joins", at=50)
    joins["members"] = [filler("Kiel", "plc_Kiel")]
    (event,) = merge_events([listing("Kiel", at=0), joins], same_membership, ("members",))
    assert event["change"] == "joins"


@pytest.mark.parametrize(
    ("change", "members"), [("is", ["Kiel"]), ("joins", ["Kiel", "Lübeck", "Husum"])]
)
def test_who_belongs_there_already_does_not_join(change: str, members: list[str]) -> None:
    first = membership("Kiel", "Netzwerk Nord", "joins")
    second = membership("Kiel", "Netzwerk Nord", change, at=50)
    second["members"] = [filler(name) for name in ("Kiel", "Lübeck", "Husum")]
    (event,) = merge_events([first, second], same_membership, ("members",))
    assert [f["name"] for f in event["members"]] == members


SURE = (Links(frozenset({(0, 1)}), {2: 0.9}), Links(frozenset({(0, 2)}), {1: 0.9}))


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        ("Nordlab/org_1", "Südwerk/org_2", 2),
        ("Nordlab/org_1", "Nordlab GmbH/org_2", 1),
        ("Institut", "Büro", 2),
        ("Werk", "Auslandswerk", 1),
    ],
)
def test_two_bodies_are_two_foundings_whatever_the_model_is_sure_of(
    first: str, second: str, events: int
) -> None:
    told = []
    for body, links, at in zip((first, second), SURE, (0, 50), strict=True):
        name, _, ref = body.partition("/")
        event = founding(name, at=at, links=links, is_body=True)
        told.append(event | {"organisation": filler(name, ref or None) | {"start_char": at}})
    assert len(merged(*told)) == events


@pytest.mark.parametrize(("date", "events"), [("2014", 2), ("1946-05", 1)])
def test_one_name_founded_at_two_dates_is_two_foundings(date: str, events: int) -> None:
    first, second = founding("Nordlab", date="1946"), founding("Nordlab", date=date, at=50)
    assert len(merged(first | {"links": SURE[0]}, second | {"links": SURE[1]})) == events


def test_who_leaves_two_bodies_leaves_twice() -> None:
    first, second = (
        membership("Kiel", "", "leaves", at=at)
        | {"organisation": filler(name, ref), "links": links}
        for at, name, ref, links in zip(
            (0, 50), ("Nordbund", "Südliga"), ("org_1", "org_2"), SURE, strict=True
        )
    )
    assert len(merge_events([first, second], same_membership, ("members",))) == 2


@pytest.mark.parametrize(("place", "events"), [("Lausanne", 2), ("Basel", 1)])
def test_founder_s_office_elsewhere_is_another_body(place: str, events: int) -> None:
    founders = [filler("Nordwerk", "org_1")]
    named = founding("", founders=founders, places=[filler("Basel")], form="opening")
    named["organisation"] = filler("Nord Lab", "org_2")
    places = [filler(place)]
    unnamed = founding("Büro", at=50, founders=founders, places=places, form="opening")
    assert len(merged(named, unnamed)) == events


@pytest.mark.parametrize(("is_body", "noun"), [(True, "Büro"), (False, "Adresse")])
def test_noun_of_a_body_takes_the_place_of_a_mere_thing(is_body: bool, noun: str) -> None:
    first = founding("Adresse", is_body=False)
    second = founding("Büro", at=50, is_body=is_body)
    first["links"] = Links(frozenset({(0, 1)}), {2: 0.9})
    second["links"] = Links(frozenset({(0, 2)}), {1: 0.9})
    (event,) = merged(first, second)
    assert event["organisation"]["name"] == noun


def named(member: str, change: str, *, at: int, by_name: bool = True) -> dict[str, Any]:
    """Return a membership in the Nordbund, whose member is told in its sentence."""
    sort = "per" if " " in member else "plc"
    slots = {"members": [filler(member, f"{sort}_{member}") | {"start_char": at}]}
    known = frozenset({"members"} if by_name else ())
    sure = Links(frozenset({(0, 1), (0, 2)}), {1: 0.9, 2: 0.9})
    return membership("", "Nordbund", change, at=at) | slots | {"by_name": known, "links": sure}


@pytest.mark.parametrize(
    ("second", "events"),
    [
        (named("Bramme", "joins", at=9), 2),
        (named("Bramme", "joins", at=9, by_name=False), 1),  # "die Stadt"
        (named("Bramme", "is", at=9), 1),  # who belongs there is told in several sentences
        (named("Jan Lenz", "joins", at=9), 1),  # he only signs
        (named("Bramme", "joins", at=0), 1),  # in one sentence they share an event
        (named("Aue", "leaves", at=9), 2),
    ],
)
def test_members_named_in_two_sentences_join_apart(second: dict[str, Any], events: int) -> None:
    first = named("Aue", "is" if second["change"] == "is" else "joins", at=0)
    assert len(memberships(first, second)) == events


@pytest.mark.parametrize("is_first", [True, False])
def test_branch_is_called_by_its_noun_not_by_whose_it_is(is_first: bool) -> None:
    branch = founding("Ortsverband der Jungen Union", at=0 if is_first else 9)
    whole = founding("", at=9 if is_first else 0)
    whole["organisation"] |= {"ref": "org_1", "name": "Junge Union"}
    (event,) = merged(branch, whole)
    assert event["organisation"]["name"] == "Ortsverband der Jungen Union"


@pytest.mark.parametrize(("likeness", "events"), [(0.0, 2), (0.3, 1)])
@pytest.mark.parametrize("kind", ["founding", "membership"])
def test_what_the_model_finds_surely_two_stays_two(kind: str, likeness: float, events: int) -> None:
    told = []
    for at, here in ((0, 1), (50, 2)):
        links = {"links": Links(frozenset({(0, here)}), {3 - here: likeness})}
        if kind == "founding":
            told.append(founding("Netzwerk Nord", at=at, **links))
        else:
            told.append(membership("Kiel", "Netzwerk Nord", "joins", at=at) | links)
    assert len(merged(*told) if kind == "founding" else memberships(*told)) == events
