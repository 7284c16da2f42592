"""Mentions become entities: surnames, acronyms, short forms, countries."""

from __future__ import annotations

import pytest

from presselese.linking.entities import Entity, link_organisations, link_people, link_places
from presselese.linking.mentions import Mention, NameLabel, is_acronym, is_clipped, key, spells


def mentions_in(text: str, label: NameLabel, *names: str) -> list[Mention]:
    found, position = [], 0
    for name in names:
        position = text.index(name, position)
        found.append(Mention(label, position, position + len(name), name, name))
        position += len(name)
    return found


def names_of(entities: list[Entity]) -> list[tuple[str, list[str]]]:
    return [(entity.name, entity.aliases) for entity in entities]


def test_surname_alone_means_the_full_name() -> None:
    text = "Tim Kurz reist. Kurz sagt"
    assert names_of(link_people(mentions_in(text, "PER", "Tim Kurz", "Kurz"))) == [
        ("Tim Kurz", ["Kurz"])
    ]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Maria Overath-Lange", "Overath-Lange"),
        ("Hans von Greven", "von Greven"),
        ("Wiebke van der Meer", "van der Meer"),
        ("Svetlana Marek", "Svetlana"),
        ("Svetlana Marek", "S. Marek"),
    ],
)
def test_part_of_a_name_means_the_full_name(full: str, short: str) -> None:
    text = f"{full} reist. {short} sagt"
    assert names_of(link_people(mentions_in(text, "PER", full, short))) == [(full, [short])]


def test_given_name_that_two_share_means_neither() -> None:
    text = "Eva Roth und Eva Lang kamen. Eva sagt"
    assert len(link_people(mentions_in(text, "PER", "Eva Roth", "Eva Lang", "Eva"))) == 3


def test_initial_that_two_share_means_neither() -> None:
    text = "Eva Roth und Edda Roth kamen. E. Roth sagt"
    assert len(link_people(mentions_in(text, "PER", "Eva Roth", "Edda Roth", "E. Roth"))) == 3


def test_shared_surname_means_the_person_named_last() -> None:
    text = "Anna Roth und Kai Roth kamen. Roth sagt"
    entities = link_people(mentions_in(text, "PER", "Anna Roth", "Kai Roth", "Roth"))
    assert names_of(entities) == [("Anna Roth", []), ("Kai Roth", ["Roth"])]


def test_surname_that_fits_nobody_stays_a_person_of_its_own() -> None:
    text = "Tim Kurz und Wolf"
    assert len(link_people(mentions_in(text, "PER", "Tim Kurz", "Wolf"))) == 2


def test_acronym_in_brackets_is_an_alias_even_if_it_spells_otherwise() -> None:
    text = "Wirtschaftsförderung Nordmark (XYZ) und die XYZ"
    names = ("Wirtschaftsförderung Nordmark", "XYZ", "XYZ")
    entities = link_organisations(mentions_in(text, "ORG", *names), text)
    assert names_of(entities) == [("Wirtschaftsförderung Nordmark", ["XYZ"])]


@pytest.mark.parametrize(
    ("text", "names", "count"),
    [
        ("Der Klimabund Nord (Net-Zero Alliance)", ["Klimabund Nord", "Net-Zero Alliance"], 1),
        ("Der Klimabund Nord (Net-Zero Alliance, NZA)", ["Klimabund Nord", "Net-Zero Alliance"], 1),
        (
            "Der Klimabund Nord (Net-Zero Alliance zahlt)",
            ["Klimabund Nord", "Net-Zero Alliance"],
            2,
        ),
        ("Das Institut der FH Aue (FH Aue)", ["Institut der FH Aue", "FH Aue"], 2),
        ("Gründung von MEDPAY (Zahlstelle Süd)", ["MEDPAY", "Zahlstelle Süd"], 2),
        ("Der Ortsverband Aue (Die Linke)", ["Ortsverband Aue", "Die Linke"], 2),
    ],
)
def test_other_name_in_brackets_is_an_alias(text: str, names: list[str], count: int) -> None:
    assert len(link_organisations(mentions_in(text, "ORG", *names), text)) == count


def test_acronym_in_brackets_may_follow_a_closing_quote() -> None:
    text = "das Bündnis „Natur in der Stadt“ (Natstadt)"
    names = ("Natur in der Stadt", "Natstadt")
    entities = link_organisations(mentions_in(text, "ORG", *names), text)
    assert names_of(entities) == [("Natur in der Stadt", ["Natstadt"])]


@pytest.mark.parametrize(
    ("long", "bare"),
    [
        ("Allianz NOR7", "NOR7"),
        ("NOR7-Bündnis", "NOR7"),
        ("NOR7 e.V.", "NOR7"),
        ("TSV Eintracht", "Eintracht"),
    ],
)
def test_name_with_what_bears_it_is_the_bare_name(long: str, bare: str) -> None:
    text = f"Die {long} tagt. Auch {bare} und der Südring"
    entities = link_organisations(mentions_in(text, "ORG", long, bare, "Südring"), text)
    assert len(entities) == 2


@pytest.mark.parametrize(("noun", "entities"), [("Bündnisses", 2), ("Netzwerks", 1), ("Hauses", 1)])
def test_name_that_two_bodies_share_keeps_them_apart(noun: str, entities: int) -> None:
    text = f"Das Netzwerk Gute Arbeit tagt. Ziel des {noun} „Gute Arbeit“"
    mentions = mentions_in(text, "ORG", "Netzwerk Gute Arbeit", "Gute Arbeit")
    assert len(link_organisations(mentions, text)) == entities


def test_acronym_that_spells_one_name_is_its_alias() -> None:
    text = "Der Deutscher Industrie- und Handelskammertag tagt, der DIHK"
    names = ("Deutscher Industrie- und Handelskammertag", "DIHK")
    entities = link_organisations(mentions_in(text, "ORG", *names), text)
    assert names_of(entities) == [("Deutscher Industrie- und Handelskammertag", ["DIHK"])]


@pytest.mark.parametrize(
    ("first", "second"), [("Nordlicht e.V", "Nordlicht e.V."), ("Nordlicht e.V.", "Nordlicht e.V")]
)
def test_stop_of_a_legal_form_at_the_end_of_a_sentence_belongs_to_the_name(
    first: str, second: str
) -> None:
    text = f"Sie gründen {first}. Heute wächst {second} weiter"
    (entity,) = link_organisations(mentions_in(text, "ORG", first, second), text)
    assert entity.name == "Nordlicht e.V."


def test_short_form_joins_its_only_long_form() -> None:
    text = "IHK Zwickau und die IHK"
    entities = link_organisations(mentions_in(text, "ORG", "IHK Zwickau", "IHK"), text)
    assert names_of(entities) == [("IHK Zwickau", ["IHK"])]


def test_short_form_of_two_names_joins_neither() -> None:
    text = "IHK Berlin, IHK Potsdam und die IHK"
    entities = link_organisations(
        mentions_in(text, "ORG", "IHK Berlin", "IHK Potsdam", "IHK"), text
    )
    assert len(entities) == 3


def test_two_names_of_one_country_are_one_place() -> None:
    text = "USA und Vereinigte Staaten"
    places = link_places(
        mentions_in(text, "LOC", "USA", "Vereinigte Staaten"),
        {"USA": "US", "Vereinigte Staaten": "US"},
    )
    assert names_of(places) == [("Vereinigte Staaten", ["USA"])]


def test_linking_does_not_depend_on_the_order_of_mentions() -> None:
    text = "IHK Zwickau (IHK), Stadtwerke Aue GmbH, die IHK und Stadtwerke Aue"
    names = ("IHK Zwickau", "IHK", "Stadtwerke Aue GmbH", "IHK", "Stadtwerke Aue")
    mentions = mentions_in(text, "ORG", *names)
    forward = names_of(link_organisations(mentions, text))
    assert names_of(link_organisations(list(reversed(mentions)), text)) == forward


@pytest.mark.parametrize(
    ("acronym", "name", "is_spelled"),
    [
        ("WTSH", "Wirtschaftsförderung und Technologietransfer Schleswig-Holstein GmbH", True),
        ("DIHK", "Deutscher Industrie- und Handelskammertag", True),
        ("IHK", "Industrie- und Handelskammer Aue", True),
        ("CDU", "Chemnitzer Ladenbund", False),
        ("IHK", "Handwerkskammer Halle", False),
    ],
)
def test_acronym_spells_name(acronym: str, name: str, is_spelled: bool) -> None:
    assert spells(acronym, name) is is_spelled


@pytest.mark.parametrize(
    ("name", "is_one"), [("DIHK", True), ("BMWi", True), ("Kiel", False), ("IHK Aue", False)]
)
def test_acronyms_are_told_from_names(name: str, is_one: bool) -> None:
    assert is_acronym(name) is is_one


def test_key_ignores_articles_legal_forms_and_case_endings() -> None:
    assert key("des Deutschen Städtetages") == key("Deutscher Städtetag")
    assert key("Muster Bau GmbH") == key("Muster Bau")
    assert key("Die Stadt AG") != ()


@pytest.mark.parametrize(
    ("short", "name", "is_one"),
    [
        ("Rege", "Genossenschaft Regenerative Energien Ebersberg", True),
        ("DiWiSH", "Digitale Wirtschaft Schleswig-Holstein", True),
        ("Kiel", "Genossenschaft Regenerative Energien Ebersberg", False),
        ("Regio West", "Regionalverband Westpfalz", False),
    ],
)
def test_clipped_names_are_made_of_pieces_of_the_long_one(
    short: str, name: str, is_one: bool
) -> None:
    assert is_clipped(short, name) is is_one


@pytest.mark.parametrize(
    ("short", "long", "is_one"),
    [
        ("FH Au", "Fachhochschule Au", True),
        ("IHK zu Flensburg", "Industrie- und Handelskammer zu Flensburg", True),
        ("FH Au", "Fachhochschule Celle", False),
        ("TU Au", "Fachhochschule Au", False),
    ],
)
def test_acronym_before_the_same_words_is_an_alias(short: str, long: str, is_one: bool) -> None:
    text = f"Die {short} wächst. Die {long} auch."
    entities = link_organisations(mentions_in(text, "ORG", short, long), text)
    assert names_of(entities) == ([(long, [short])] if is_one else [(short, []), (long, [])])


@pytest.mark.parametrize(
    ("full", "longer", "count"),
    [
        ("Nordring e.V.", "Nordring Kiel", 2),
        ("Nordring", "Nordring Kiel", 1),
        ("Nordring GmbH", "Nordring Kiel GmbH", 1),
    ],
)
def test_name_with_its_legal_form_is_no_short_form(full: str, longer: str, count: int) -> None:
    text = f"{full} lädt ein. {longer} auch"
    assert len(link_organisations(mentions_in(text, "ORG", full, longer), text)) == count


def test_body_is_called_by_its_town_and_not_by_the_towns_adjective() -> None:
    text = "Die Solinger Wehr half der Wehr Solingen."
    found = link_organisations(mentions_in(text, "ORG", "Solinger Wehr", "Wehr Solingen"), text)
    assert names_of(found) == [("Wehr Solingen", ["Solinger Wehr"])]


def test_written_out_name_is_the_fullest() -> None:
    text = "Uni Aue lädt ein. Die Universität Aue"
    entities = link_organisations(mentions_in(text, "ORG", "Uni Aue", "Universität Aue"), text)
    assert names_of(entities) == [("Universität Aue", ["Uni Aue"])]
