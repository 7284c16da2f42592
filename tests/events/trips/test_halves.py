"""A semicolon parts two trips where the heads find them unlike."""

from __future__ import annotations

import pytest
from tests.events.heads.test_readings import told
from tests.events.heads.test_readings import told_field as told_field
from tests.events.scenes import date, scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.heads.readings import TOLD, readings
from presselese.events.trips.combined import combine_trips
from presselese.events.trips.tellings import delegation_tellings

TWO = """{first} _ NOUN nsubj 2
    reiste reisen VERB root 0 Tense=Past|VerbForm=Fin
    im in ADP case 4
    Mai _ NOUN obl 2
    nach nach ADP case 6
    Riga _ PROPN obl 2
    {mark} _ PUNCT punct 8
    empfing empfangen VERB conj 2 Tense=Past|VerbForm=Fin
    man man PRON nsubj 8
    im in ADP case 11
    Juni _ NOUN obl 8
    Gäste _ NOUN obj 8
    aus aus ADP case 14
    Lugo _ PROPN nmod 12"""


def trips(first: str, mark: str, same: float) -> list[Telling]:
    doc = scene(TWO.format(first=first, mark=mark), names=[(5, 6, "LOC"), (13, 14, "LOC")])
    doc._.presselese_dates = [date(doc, "Mai", "2026-05"), date(doc, "Juni", "2026-06", 2)]
    roles = [(5, "destination", 0.97), (13, "origin", 0.97)]
    doc._.set(TOLD, [
        told(0, "delegation", *roles, (3, "start", 0.97), (11, "same", same)),
        told(11, "delegation", *roles, (10, "start", 0.97), (0, "same", same)),
    ])  # fmt: skip
    resolver = Resolver(doc)
    return combine_trips(delegation_tellings(doc, resolver), list(readings(doc, resolver)))


@pytest.mark.parametrize("first", ["Delegation", "Männerchor"])  # by a frame, by the heads alone
def test_each_half_tells_its_own_trip(first: str) -> None:
    there, back = trips(first, ";", 0.1)
    assert [a.name for a in there.slots["destinations"]] == ["Riga"]
    assert (there.slots["origins"], there.values["start"]) == ([], "2026-05")
    assert [a.name for a in back.slots["origins"]] == ["Lugo"]
    assert (back.slots["destinations"], back.values["start"]) == ([], "2026-06")


@pytest.mark.parametrize(("mark", "same"), [(";", 0.6), (",", 0.1)])
def test_halves_that_are_alike_and_other_marks_part_nothing(mark: str, same: float) -> None:
    assert len(trips("Delegation", mark, same)) == 1
