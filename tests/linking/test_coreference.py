"""Common nouns that stand for an organisation of the article."""

from __future__ import annotations

from typing import Any

import pytest

from presselese.linking.coreference import Antecedents
from presselese.linking.demonyms import demonyms


def organisation(identity: str, name: str, text: str) -> dict[str, Any]:
    start = text.index(name)
    span = {"start_char": start, "end_char": start + len(name), "text": name}
    return {"id": identity, "name": name, "aliases": [], "mentions": [span]}


TEXT = (
    "Die Chinesisch-Deutsche Industriestädteallianz und der Sportring Aue e.V. tagen. Die Allianz"
)


def resolved(noun: str, kind: str | None, text: str = TEXT, *names: str) -> str | None:
    known = names or ("Chinesisch-Deutsche Industriestädteallianz", "Sportring Aue e.V.")
    organisations = [organisation(f"org_{i}", name, text) for i, name in enumerate(known, 1)]
    found = Antecedents(organisations, text).of(noun, len(text), kind)
    return found["name"] if found else None


def test_noun_at_the_end_of_a_name_means_that_organisation() -> None:
    assert resolved("Allianz", "network") == "Chinesisch-Deutsche Industriestädteallianz"


def test_verein_means_the_organisation_with_that_legal_form() -> None:
    assert resolved("Verein", "association") == "Sportring Aue e.V."


def test_noun_right_before_the_name_means_it() -> None:
    text = "Das Bündnis „Zukunft“ wächst. Das Bündnis"
    assert resolved("Bündnis", "network", text, "Zukunft") == "Zukunft"


def test_noun_that_no_name_explains_means_nothing() -> None:
    assert resolved("Stiftung", "institute") is None


def test_association_of_cooperatives_is_none_itself() -> None:
    text = "Der Bundesverband Deutscher Ladengenossenschaften hilft. Die Genossenschaft"
    name = "Bundesverband Deutscher Ladengenossenschaften"
    assert resolved("Genossenschaft", "company", text, name) is None
    assert resolved("Verband", "association", text, name) == name


def test_word_that_names_no_organisation_means_nothing() -> None:
    assert resolved("Allianz", None) is None


def test_word_of_a_name_means_it_whatever_it_names() -> None:
    assert resolved("Sportrings", None) == "Sportring Aue e.V."
    assert resolved("Sport", None) is None


def test_demonyms_follow_german_word_formation() -> None:
    assert "Solinger" in demonyms("Solingen")
    assert "Bremer" in demonyms("Bremen")
    assert "Delitzscher" in demonyms("Delitzsch")
    assert "Homburger" in demonyms("Bad Homburg")
    assert "Münchner" in demonyms("München")
    assert "Zürcher" in demonyms("Zürich")
    assert "Kieler" not in demonyms("Köln")


def test_what_cannot_be_meant_leaves_the_one_before() -> None:
    text = "Der Förderverein Nord e. V. ist dem Kulturverein Süd e. V. beigetreten, so der Verein."
    organisations = [
        organisation("a", "Förderverein Nord e. V.", text),
        organisation("b", "Kulturverein Süd e. V.", text),
    ]  # fmt: skip
    known = Antecedents(organisations, text)
    at = text.rindex("Verein")
    assert known.of("Verein", at, "association")["name"] == "Kulturverein Süd e. V."
    other = known.of("Verein", at, "association", but=organisations[1]["id"])
    assert other["name"] == "Förderverein Nord e. V."


def test_compound_that_says_what_it_is_about_is_no_other_network() -> None:
    text = "Das Netz „Küste“ ist ein Städtebund. Das Bündnis tagt"
    assert resolved("Bündnis", "network", text, "Städtebund") == "Städtebund"
    assert resolved("Städtenetzwerk", "network", text, "Städtebund") == "Städtebund"
    assert resolved("Wasserbündnis", "network", text, "Städtebund") is None


@pytest.mark.parametrize(
    ("noun", "kind", "text", "meant"),
    [
        # A noun that says what it is about is none that is called otherwise.
        ("Obstbauverband", "association", "Der Sportring Aue e.V. wirbt. Der", None),
        ("Partnerschaft", "network", "Der Sportring Aue e.V. wirbt. Die", None),
        ("Verband", "association", "Der Sportring Aue e.V. wirbt. Der", "Sportring Aue e.V."),
        ("Dachverband", "association", "Der Sportring Aue e.V. wirbt. Der", "Sportring Aue e.V."),
        # What stands above a body of its kind is another one.
        ("Landestourismusverband", "association", "Der Tourismusverband Süd wirbt. Der", None),
        ("Landesverband", "association", "Der Tourismusverband Süd wirbt. Der",
         "Tourismusverband Süd"),
        # The last part alone does not make two names one.
        ("SPD-Fraktion", "authority", "Die CDU-Fraktion ist dafür. Die", None),
        ("Bergfreunde-Chor", "association", "Der Talauer Chor singt. Der", None),
        ("Wärmegenossenschaft", "company", "Die Genossenschaft Nahwärme Aue. Die",
         "Genossenschaft Nahwärme Aue"),
        ("Trägerverein", "association", "Der Sportring Aue e.V. wirbt. Der", "Sportring Aue e.V."),
        # Any firm is a family's; a joint one is another.
        ("Familienunternehmen", "company", "Die Nord GmbH wächst. Das", "Nord GmbH"),
        ("Gemeinschaftsunternehmen", "company", "Die Nord GmbH wächst. Das", None),
        ("Landesgesellschaft", "association", "Die Nord GmbH wächst. Die", None),
    ],
)  # fmt: skip
def test_compound_means_only_what_may_be_called_so(
    noun: str, kind: str, text: str, meant: str | None
) -> None:
    names = (
        "Sportring Aue e.V.", "CDU-Fraktion", "Talauer Chor", "Genossenschaft Nahwärme Aue",
        "Nord GmbH", "Tourismusverband Süd",
    )  # fmt: skip
    assert resolved(noun, kind, text, *(name for name in names if name in text)) == meant


def test_name_that_ends_in_the_whole_noun_goes_before_a_later_one() -> None:
    text = "Der Imkerverband Aue wirbt mit dem Verband der Imker. Der Imkerverband"
    names = ("Imkerverband Aue", "Verband der Imker")
    organisations = [organisation(str(i), name, text) for i, name in enumerate(names)]
    found = Antecedents(organisations, text).of("Imkerverband", len(text), "association")
    assert found is not None and found["name"] == "Imkerverband Aue"


def test_party_is_no_network() -> None:
    text = "Bündnis 90/Die Grünen werben. Das Netzwerk"
    assert resolved("Netzwerk", "network", text, "Bündnis 90/Die Grünen") is None
