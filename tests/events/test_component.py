"""The component: events of hand-built Docs fit the records and are the same every time."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from pydantic import TypeAdapter
from spacy.tokens import Doc
from tests.events.heads.test_readings import told
from tests.events.heads.test_readings import told_field as told_field
from tests.events.scenes import date, scene

from presselese.events.component import create_events
from presselese.events.heads.readings import TOLD
from presselese.records.events import Event

ROWS = """Eine ein DET det 2 Definite=Ind
    Delegation _ NOUN nsubj 5
    aus _ ADP case 4
    Kiel _ PROPN nmod 2
    reiste reisen VERB root 0 Tense=Past|VerbForm=Fin
    nach _ ADP case 7
    Hefei _ PROPN obl 5
    . _ PUNCT punct 5
    Der der DET det 10
    Nordbund _ PROPN nsubj:pass 13
    wurde werden AUX aux 13 Tense=Past|VerbForm=Fin
    2004 _ NUM obl 13
    gegründet gründen VERB root 0 VerbForm=Part
    . _ PUNCT punct 13
    Lübeck _ PROPN nsubj 19
    ist sein AUX aux 19 VerbForm=Fin
    dem der DET det 18
    Nordbund _ PROPN obl 19 Case=Dat
    beigetreten beitreten VERB root 0 VerbForm=Part
    . _ PUNCT punct 19"""
NAMES = [(3, 4, "LOC"), (6, 7, "LOC"), (9, 10, "ORG"), (14, 15, "LOC"), (17, 18, "ORG")]


def understood() -> Doc:
    doc = scene(ROWS, names=NAMES)
    doc._.presselese_dates = [date(doc, "2004", "2004")]
    return create_events(spacy.blank("de"), "presselese_events")(doc)


@pytest.fixture
def events() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = understood()._.presselese_events
    return found


def test_events_of_all_kinds_come_in_text_order(events: list[dict[str, Any]]) -> None:
    assert [(event["id"], event["kind"]) for event in events] == [
        ("evt_1", "delegation"),
        ("evt_2", "founding"),
        ("evt_3", "membership"),
    ]


def test_events_fit_the_records(events: list[dict[str, Any]]) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Event)
    assert [adapter.validate_python(event).kind for event in events] == [
        event["kind"] for event in events
    ]


def test_references_resolve_and_spans_slice_the_text(events: list[dict[str, Any]]) -> None:
    doc = understood()
    entities = [*doc._.presselese_places, *doc._.presselese_organisations, *doc._.presselese_people]
    ids = {entity["id"] for entity in entities}
    for event in events:
        for span in (event["trigger"], *event["evidence"]):
            assert doc.text[span["start_char"] : span["end_char"]] == span["text"]
        fillers = [f for value in event.values() if isinstance(value, list) for f in value]
        for filler in (f for f in fillers if "name" in f):
            assert filler["ref"] in ids
            assert 0 <= filler["start_char"] < filler["end_char"] <= len(doc.text)


def test_date_of_one_event_is_not_given_to_the_others(events: list[dict[str, Any]]) -> None:
    assert [event.get("date") for event in events] == [None, "2004", None]


def test_events_have_a_confidence(events: list[dict[str, Any]]) -> None:
    assert all(0 < event["confidence"] < 1 for event in events)


def test_same_doc_gives_the_same_events(events: list[dict[str, Any]]) -> None:
    assert understood()._.presselese_events == events


def test_doc_without_triggers_has_no_events() -> None:
    doc = scene("Es es PRON nsubj 2\nregnet regnen VERB root 0 VerbForm=Fin")
    assert create_events(spacy.blank("de"), "presselese_events")(doc)._.presselese_events == []


def test_founding_told_twice_is_one_event_with_both_sentences() -> None:
    doc = scene(
        """Der der DET det 2
        Nordbund _ PROPN nsubj:pass 4
        wurde werden AUX aux 4 Tense=Past|VerbForm=Fin
        gegründet gründen VERB root 0 VerbForm=Part
        . _ PUNCT punct 4
        Kiel _ PROPN nsubj 7
        gründete gründen VERB root 0 Tense=Past|VerbForm=Fin
        den der DET det 9
        Nordbund _ PROPN obj 7""",
        names=[(1, 2, "ORG"), (5, 6, "LOC"), (8, 9, "ORG")],
    )
    (event,) = create_events(spacy.blank("de"), "presselese_events")(doc)._.presselese_events
    assert len(event["evidence"]) == 2
    assert [founder["name"] for founder in event["founders"]] == ["Kiel"]


def test_joined_body_gets_the_name_by_which_it_is_taken_up() -> None:
    """Kiel ist einem Bund beigetreten. Dieser Bund namens Nordring wächst."""
    doc = scene(
        """Kiel _ PROPN nsubj 5
        ist sein AUX aux 5 VerbForm=Fin
        einem ein DET det 4 Definite=Ind
        Bund _ NOUN obl 5 Case=Dat|Number=Sing
        beigetreten beitreten VERB root 0 VerbForm=Part
        . _ PUNCT punct 5
        Dieser dieser DET det 8
        Bund _ NOUN nsubj 11
        namens _ ADP case 10
        Nordring _ PROPN nmod 8
        wächst wachsen VERB root 0 VerbForm=Fin""",
        names=[(0, 1, "LOC"), (9, 10, "ORG")],
    )
    (event,) = create_events(spacy.blank("de"), "presselese_events")(doc)._.presselese_events
    assert (event["kind"], event["organisation"]["name"]) == ("membership", "Nordring")


@pytest.mark.parametrize(("article", "definite", "events"), [("Die", "Def", 0), ("Eine", "Ind", 1)])
def test_membership_must_say_who_belongs(article: str, definite: str, events: int) -> None:
    doc = scene(
        f"""{article} _ DET det 2 Definite={definite}|PronType=Art
        Firma _ NOUN nsubj 6 Number=Sing
        ist sein AUX aux 6 VerbForm=Fin
        dem der DET det 5
        Nordbund _ PROPN obl 6 Case=Dat
        beigetreten beitreten VERB root 0 VerbForm=Part""",
        names=[(4, 5, "ORG")],
    )
    doc._.set(TOLD, [told(5, "joins", (1, "member", 0.97), (4, "organisation", 0.97))])
    component = create_events(spacy.blank("de"), "presselese_events", least_confidence=0.0)
    assert len(component(doc)._.presselese_events) == events
