"""Bodies that share their noun: "die Universitäten Aue, Bramme und Celle"."""

from __future__ import annotations

import pytest
from tests.actors.flat import flat

from presselese.actors.mentions import find_mentions
from presselese.actors.places import load_gazetteer
from presselese.actors.role_nouns import load_role_nouns

PLURAL = "NOUN/Number=Plur"
TOWNS = "Aue/PROPN ,/PUNCT Bramme/PROPN und/CCONJ Celle/PROPN"


def names(tagged: str, *spans: tuple[int, int, str]) -> list[tuple[str, str]]:
    doc = flat(tagged, names=list(spans))
    found = find_mentions(doc, load_gazetteer(), load_role_nouns())
    return [(mention.label, mention.name) for mention in found]


def towns(first: int, *, step: int = 2, count: int = 3) -> list[tuple[int, int, str]]:
    return [(first + step * n, first + step * n + 1, "LOC") for n in range(count)]


@pytest.mark.parametrize(
    ("noun", "singular"),
    [
        ("Universitäten", "Universität"),
        ("Handwerkskammern", "Handwerkskammer"),
        ("Feuerwehren", "Feuerwehr"),
    ],
)
def test_each_town_behind_a_plural_is_a_body_of_its_own(noun: str, singular: str) -> None:
    found = names(f"die/DET {noun}/{PLURAL} {TOWNS}", *towns(2))
    assert found == [("ORG", f"{singular} {town}") for town in ("Aue", "Bramme", "Celle")]


def test_of_some_a_town_has_one() -> None:
    found = names(f"die/DET Universitäten/{PLURAL} in/ADP {TOWNS}", *towns(3))
    assert found[0] == ("ORG", "Universität Aue")


@pytest.mark.parametrize(
    "before",
    [
        f"drei/NUM Universitäten/{PLURAL} in/ADP",  # they may be in two of the towns
        f"die/DET Schulen/{PLURAL} in/ADP",
        f"die/DET Filialen/{PLURAL} in/ADP",
        f"die/DET Städte/{PLURAL} von/ADP",
        "die/DET Universität/NOUN/Number=Sing in/ADP",
    ],
)
def test_towns_that_only_say_where_stay_towns(before: str) -> None:
    assert names(f"{before} {TOWNS}", *towns(3)) == [
        ("LOC", town) for town in ("Aue", "Bramme", "Celle")
    ]


def test_one_town_or_countries_share_no_noun() -> None:
    assert names(f"die/DET Universitäten/{PLURAL} Aue/PROPN", (2, 3, "LOC")) == [("LOC", "Aue")]
    lands = f"die/DET Universitäten/{PLURAL} in/ADP Polen/PROPN und/CCONJ Italien/PROPN"
    assert names(lands, *towns(3, count=2)) == [("LOC", "Polen"), ("LOC", "Italien")]


def test_noun_that_the_tagger_takes_into_the_first_name_counts_for_all() -> None:
    found = names(
        f"die/DET Feuerwehren/{PLURAL} Aue/PROPN und/CCONJ Celle/PROPN",
        (1, 3, "ORG"),
        (4, 5, "LOC"),
    )
    assert found == [("ORG", "Feuerwehr Aue"), ("ORG", "Feuerwehr Celle")]


def test_words_between_noun_and_towns_belong_to_all() -> None:
    found = names(
        f"die/DET Hochschulen/{PLURAL} für/ADP Musik/NOUN in/ADP Aue/PROPN und/CCONJ Celle/PROPN",
        (1, 4, "ORG"), (5, 6, "LOC"), (7, 8, "LOC"),
    )  # fmt: skip
    assert found == [("ORG", f"Hochschule für Musik {town}") for town in ("Aue", "Celle")]
