"""From marked words to names, phrases, dates and sizes."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc
from tests.events.scenes import date, figure, scene

from presselese.events.fillers import Resolver
from presselese.events.readings import TOLD, Reading, readings, reads_events

ROWS = """Am _ ADP case 2
    3. _ ADJ obl 8
    Mai _ NOUN flat 2
    ist sein AUX aux 8 VerbForm=Fin
    Bad _ PROPN nsubj 8
    Au _ PROPN flat 5
    dem der DET det 8
    Nordbund _ PROPN obl 9 Case=Dat
    beigetreten beitreten VERB root 0 VerbForm=Part"""
NAMES = [(4, 6, "LOC"), (7, 8, "ORG")]


@pytest.fixture(autouse=True)
def told_field() -> None:
    if not Doc.has_extension(TOLD):
        Doc.set_extension(TOLD, default=None)


def told(token: int, label: str, *roles: tuple[int, str, float], score: float = 0.99) -> Any:
    return {
        "token": token, "window": 0, "label": label, "score": score, "status": "done",
        "status_score": 0.9,
        "roles": [{"token": t, "role": role, "score": s} for t, role, s in roles],
    }  # fmt: skip


def read(doc: Doc, *marks: Any) -> list[Reading]:
    doc._.set(TOLD, list(marks))
    return list(readings(doc, Resolver(doc)))


def names(reading: Reading, slot: str) -> list[str]:
    return [argument.name for argument in reading.arguments(slot)]


def test_words_of_a_name_give_the_whole_name_once() -> None:
    doc = scene(ROWS, names=NAMES)
    (reading,) = read(doc, told(8, "joins", (4, "member", 0.8), (5, "member", 0.9)))
    assert (reading.kind, reading.fixed) == ("membership", {"change": "joins"})
    assert names(reading, "members") == ["Bad Au"]


def test_name_of_which_only_one_word_is_likely_plays_no_part() -> None:
    doc = scene(ROWS, names=NAMES)
    (reading,) = read(doc, told(8, "joins", (4, "member", 0.8)))
    assert names(reading, "members") == []


def test_date_of_a_role_is_the_date_that_holds_its_words() -> None:
    doc = scene(ROWS, names=NAMES)
    doc._.presselese_dates = [date(doc, "3. Mai", "XXXX-05-03")]
    (reading,) = read(doc, told(8, "joins", (2, "date", 0.9)))
    assert reading.dates["date"]["value"] == "XXXX-05-03"


def test_phrase_without_a_name_is_its_noun_phrase() -> None:
    doc = scene(
        """Acht acht NUM nummod 2
        Betriebe Betrieb NOUN nsubj 3 Number=Plur
        gründeten gründen VERB root 0 VerbForm=Fin
        ein ein DET det 5 Definite=Ind
        Netzwerk Netzwerk NOUN obj 3 Number=Sing"""
    )
    roles = [(3, "organisation", 0.9), (4, "organisation", 0.9)]
    (reading,) = read(doc, told(2, "founding", *roles))
    (argument,) = reading.arguments("organisation")
    assert (argument.label, argument.name) == ("NP", "Netzwerk")


def test_size_is_the_figure_of_its_word() -> None:
    doc = scene(
        """Die der DET det 3
        14-köpfige 14-köpfig ADJ amod 3
        Delegation Delegation NOUN nsubj 4
        reist reisen VERB root 0 VerbForm=Fin"""
    )
    doc._.presselese_figures = [figure(doc, "14-köpfige Delegation", "14", "Delegation")]
    (reading,) = read(doc, told(2, "delegation", (1, "size", 0.9)))
    assert reading.size == {"value": 14, "modifier": None, "ref": "fig_1"}


def test_pipeline_without_event_heads_reads_no_events() -> None:
    assert not reads_events(scene(ROWS, names=NAMES))


def test_date_of_another_sentence_is_not_the_events() -> None:
    rows = (
        ROWS
        + """
    2019 _ NUM root 0"""
    )
    doc = scene(rows, names=NAMES)
    doc._.presselese_dates = [date(doc, "2019", "2019")]
    assert doc[9].sent != doc[8].sent
    (reading,) = read(doc, told(8, "joins", (9, "date", 0.99)))
    assert reading.dates == {}
