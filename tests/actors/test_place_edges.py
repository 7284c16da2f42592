"""What is left of a place's name without the nouns round it."""

from __future__ import annotations

import pytest
from tests.actors.flat import flat

from presselese.actors.place_edges import place_borders
from presselese.actors.places import load_gazetteer

CASES = [
    ("Wirtschaftsmetropole/NOUN Abidjan/PROPN", "Abidjan"),
    ("Wirtschaftsmetropole/NOUN", ""),
    ("Bramfurts/PROPN Partnerstadt/NOUN", "Bramfurts"),
    ("Landkreis/NOUN Bramfurt/PROPN", "Bramfurt"),
    ("Ingolstadt/PROPN", "Ingolstadt"),
    ("Reich/NOUN der/DET Mitte/NOUN", "Reich der Mitte"),
    # of "China- und Koreareise" the country, of "Nord- und Ostsee" nothing
    ("China-/NOUN", "China-"),
    ("Nord-/NOUN", ""),
]


@pytest.mark.parametrize(("tagged", "name"), CASES)
def test_borders_of_a_place(tagged: str, name: str) -> None:
    doc = flat(tagged)
    start, end = place_borders(doc, 0, len(doc), load_gazetteer())
    assert doc[start:end].text == name


@pytest.mark.parametrize(("verb", "name"), [("machen", "Meran"), ("liegen", "Meran Station")])
def test_stop_on_a_journey_is_no_part_of_the_place(verb: str, name: str) -> None:
    doc = flat("Meran/PROPN Station/NOUN machte/VERB")
    doc[2].lemma_ = verb
    start, end = place_borders(doc, 0, 2, load_gazetteer())
    assert doc[start:end].text == name


def test_paraphrase_of_a_country_is_whole() -> None:
    doc = flat("Reich/NOUN der/DET Mitte/NOUN")
    assert place_borders(doc, 0, 2, load_gazetteer()) == (0, 3)
