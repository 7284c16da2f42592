"""Whose guests come from where: their town employs no host."""

from __future__ import annotations

from tests.events.scenes import scene

from presselese.actors.visitors import visits

ROWS = """Landrätin _ NOUN nsubj 3
    Roth _ PROPN appos 1
    empfing empfangen VERB root 0 VerbForm=Fin
    eine _ DET det 5
    Delegation _ NOUN obj 3
    {word} _ ADP case 7
    Nablus _ PROPN nmod 5
    um _ ADP case 9
    Wolf _ PROPN nmod 5"""
NAMES = [(1, 2, "PER"), (6, 7, "LOC"), (8, 9, "PER")]


def test_host_stands_outside_the_visitors_phrase() -> None:
    doc = scene(ROWS.format(word="aus"), names=NAMES)
    (visit,) = visits(doc)
    assert visit.place == doc._.presselese_places[0]["id"]
    assert visit.is_host(doc[1].idx)
    assert not visit.is_host(doc[8].idx)


def test_other_sentences_have_no_hosts_of_the_visit() -> None:
    doc = scene(ROWS.format(word="aus"), names=NAMES)
    (visit,) = visits(doc)
    assert not visit.is_host(len(doc.text) + 10)


def test_place_that_they_only_stay_in_is_not_theirs() -> None:
    assert visits(scene(ROWS.format(word="in"), names=NAMES)) == []
