"""A trip that one is only invited to is none."""

from __future__ import annotations

import pytest
from tests.events.heads.test_readings import told
from tests.events.heads.test_readings import told_field as told_field
from tests.events.scenes import date, scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.heads.readings import TOLD, readings
from presselese.events.trips.combined import combine_trips
from presselese.events.trips.invited import is_mere_invitation

ROWS = """Am an ADP case 2
    Ende _ NOUN obl 3
    {verb} {lemma} VERB root 0 VerbForm=Fin
    sie _ PRON nsubj 3
    zu zu ADP case 6
    {noun} _ NOUN obl 3"""


@pytest.mark.parametrize(
    ("verb", "lemma", "noun", "expected"),
    [
        ("einlädt", "einladen", "Gegenbesuch", True),
        ("aufbricht", "aufbrechen", "Gegenbesuch", False),
        ("einlädt", "einladen", "Bürgerreise", False),  # a call to take part in what is planned
    ],
)
def test_invitation_to_a_return_visit(verb: str, lemma: str, noun: str, expected: bool) -> None:
    doc = scene(ROWS.format(verb=verb, lemma=lemma, noun=noun))
    assert is_mere_invitation(doc[5]) is expected


def test_invitation_with_a_date_is_a_plan() -> None:
    doc = scene(ROWS.format(verb="einlädt", lemma="einladen", noun="Gegenbesuch"))
    doc._.presselese_dates = [date(doc, "Ende", "2026-05")]
    assert not is_mere_invitation(doc[5])


def test_verb_in_two_parts() -> None:
    rows = """lud lud VERB root 0 VerbForm=Fin
    sie _ PRON nsubj 1
    zu zu ADP case 4
    Gegenbesuch _ NOUN obl 1
    ein ein ADV compound 1"""
    assert is_mere_invitation(scene(rows)[3])


def test_invitation_by_a_noun() -> None:
    rows = """Einladung _ NOUN root 0
    zum zu ADP case 3
    Gegenbesuch _ NOUN nmod 1"""
    assert is_mere_invitation(scene(rows)[2])


@pytest.mark.parametrize(("verb", "trips"), [("einlädt", 0), ("aufbricht", 1)])
def test_heads_tell_no_trip_of_an_invitation(verb: str, trips: int) -> None:
    rows = ROWS.format(verb=verb, lemma=verb.replace("lädt", "laden"), noun="Gegenbesuch")
    doc = scene(f"{rows}\nin in ADP case 8\nRiga _ PROPN nmod 6", names=[(7, 8, "LOC")])
    doc._.set(TOLD, [told(5, "delegation", (7, "destination", 0.97))])
    assert len(combine_trips([], list(readings(doc, Resolver(doc))), met=())) == trips
