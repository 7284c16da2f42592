"""The shipped gazetteer: countries, base forms and adjectives."""

from __future__ import annotations

import pytest

from presselese.actors.places import load_gazetteer

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Chinas", "China"),
        ("Kiels", "Kiel"),
        ("Paris", "Paris"),  # its own s
        ("Niederlanden", "Niederlande"),
        ("Vereinigten Arabischen Emiraten", "Vereinigte Arabische Emirate"),
        ("Tschechischen Republik", "Tschechische Republik"),
        ("Bad\nHomburg", "Bad Homburg"),
    ],
)
def test_genitive_s_is_cut_only_where_the_bare_name_is_known(text: str, base: str) -> None:
    assert GAZETTEER.base_form(text) == base


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("China", "CN", "country"),
        ("USA", "US", "country"),
        ("Shanghai", "CN", "city"),
        ("Kleinkleckersdorf", None, None),
    ],
)
def test_place_has_country_and_kind(name: str, code: str | None, kind: str | None) -> None:
    assert (GAZETTEER.country_code(name), GAZETTEER.kind(name)) == (code, kind)


@pytest.mark.parametrize("text", ["China", "Deutschlands", "USA", "Iran"])
def test_country_is_a_sure_name(text: str) -> None:
    assert GAZETTEER.is_sure_name(text)


@pytest.mark.parametrize("text", ["Essen", "Halle", "Verein", "Chine"])
def test_town_or_common_word_is_no_sure_name(text: str) -> None:
    assert not GAZETTEER.is_sure_name(text)


def test_way_to_speak_of_a_country_has_its_code_but_is_no_sure_name() -> None:
    assert GAZETTEER.country_code("Reich der Mitte") == "CN"
    assert not GAZETTEER.is_sure_name("Eidgenossenschaft")


def test_longest_country_inside_a_compound_comes_first() -> None:
    assert next(GAZETTEER.sure_prefixes("Nigeriareise")) == "Nigeria"


def test_word_without_a_country_has_no_prefix() -> None:
    assert list(GAZETTEER.sure_prefixes("Dienstreise")) == []


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("chinesische", "CN"),
        ("chinesischen", "CN"),
        ("Französischer", "FR"),
        ("polnisches", "PL"),
        ("praktische", None),
        ("er", None),
    ],
)
def test_adjective_leads_to_its_country(word: str, code: str | None) -> None:
    assert GAZETTEER.country_of_adjective(word) == code


def test_part_of_a_continent_loses_its_genitive() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.base_form("Südostasiens") == "Südostasien"
    assert gazetteer.base_form("Honduras") == "Honduras"
