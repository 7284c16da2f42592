"""Names on the Doc: mended borders, base forms, and names that the tagger cannot see."""

from __future__ import annotations

from itertools import pairwise

import pytest
from spacy.tokens import Doc
from tests.actors.flat import flat

from presselese.actors.mentions import find_mentions
from presselese.actors.places import load_gazetteer
from presselese.actors.role_nouns import load_role_nouns
from presselese.linking.mentions import Mention
from presselese.resources.legal_forms import legal_form_of


def mentions(doc: Doc) -> list[Mention]:
    return find_mentions(doc, load_gazetteer(), load_role_nouns())


def texts(doc: Doc) -> list[tuple[str, str]]:
    return [(mention.label, mention.text) for mention in mentions(doc)]


TRIMMED = [
    # role and titles before a person
    ("Oberbürgermeister/NOUN Tim/PROPN Kurz/PROPN", "PER", "Tim Kurz"),
    ("Frau/NOUN Dr./NOUN Eva/PROPN Roth/PROPN", "PER", "Eva Roth"),
    ("Prof./NOUN Dr.-Ing./NOUN Eva/PROPN Roth/PROPN", "PER", "Eva Roth"),
    # articles and prepositions before an organisation
    ("der/DET Muster/PROPN GmbH/PROPN", "ORG", "Muster GmbH"),
    ("von/ADP der/DET Muster/PROPN GmbH/PROPN", "ORG", "Muster GmbH"),
    # the kind of a place before its name
    ("Stadt/NOUN Kiel/PROPN", "LOC", "Kiel"),
    ("im/ADP Landkreis/NOUN Görlitz/PROPN", "LOC", "Görlitz"),
    # quotes and commas at the edges
    ("„/PUNCT Blaue/ADJ Brücke/NOUN “/PUNCT", "ORG", "Blaue Brücke"),
    ("Kiel/PROPN ,/PUNCT", "LOC", "Kiel"),
    # but not the partner of one inside
    ("der/DET Gasthof/NOUN „/PUNCT Linde/PROPN “/PUNCT", "LOC", "Gasthof „ Linde “"),
    ("„/PUNCT Rege/PROPN “/PUNCT eG/PROPN", "ORG", "„ Rege “ eG"),
    ("der/DET Verein/NOUN „/PUNCT Rege/PROPN", "ORG", "Verein „ Rege"),
    ("„/PUNCT Rock/PROPN 'n/PROPN Roll/PROPN “/PUNCT", "ORG", "Rock 'n Roll"),
]


@pytest.mark.parametrize(("tagged", "label", "text"), TRIMMED)
def test_edge_words_are_cut_off_a_name(tagged: str, label: str, text: str) -> None:
    doc = flat(tagged, names=[(0, len(tagged.split()), label)])
    assert texts(doc) == [(label, text)]


@pytest.mark.parametrize(
    ("tagged", "span", "town"),
    [
        ("Neustadt/PROPN a./ADP d./DET Aisch/PROPN", (0, 1, "LOC"), "Neustadt a. d. Aisch"),
        ("Neustadt/PROPN a./ADP d./DET Aisch/PROPN", (0, 3, "ORG"), "Neustadt a. d. Aisch"),
        ("Bad/PROPN Haag/PROPN i./ADP OB/PROPN", (0, 2, "LOC"), "Bad Haag i. OB"),
    ],
)
def test_a_town_s_name_goes_on_to_the_river_that_it_lies_by(
    tagged: str, span: tuple[int, int, str], town: str
) -> None:
    assert texts(flat(tagged, names=[span])) == [("LOC", town)]


def test_a_body_of_a_town_by_a_river_is_no_place() -> None:
    doc = flat("Imkerverband/NOUN Aue/PROPN a./ADP d./DET Aisch/PROPN", names=[(0, 5, "LOC")])
    assert texts(doc) == [("ORG", "Imkerverband Aue a. d. Aisch")]


def test_a_journey_tagged_as_a_place_names_the_place() -> None:
    doc = flat("Tunesien-Reise/NOUN", names=[(0, 1, "LOC")])
    assert texts(doc) == [("LOC", "Tunesien")]


def test_a_country_before_a_hyphen_and_und_is_told_without_it() -> None:
    doc = flat("China-/NOUN und/CCONJ Koreareise/NOUN", names=[(0, 1, "LOC")])
    assert mentions(doc)[0].name == "China"


def test_a_name_keeps_both_quotes() -> None:
    doc = flat("der/DET Gasthof/NOUN „/PUNCT Linde/PROPN “/PUNCT", names=[(1, 4, "LOC")])
    assert [mention.name for mention in mentions(doc)] == ["Gasthof „ Linde “"]


def test_a_name_that_ends_a_sentence_does_not_go_on() -> None:
    doc = flat("China/PROPN ./PUNCT Roth/PROPN", names=[(0, 1, "LOC"), (2, 3, "PER")])
    assert texts(doc) == [("LOC", "China"), ("PER", "Roth")]


def test_a_company_in_the_making_is_no_town_by_a_river() -> None:
    doc = flat("Nord/PROPN GmbH/PROPN i./ADP G./PROPN", names=[(0, 2, "ORG")])
    assert texts(doc) == [("ORG", "Nord GmbH")]


@pytest.mark.parametrize("noun", ["Verein", "Vereins", "Kammer"])
def test_common_noun_alone_is_no_organisation(noun: str) -> None:
    assert texts(flat(f"der/DET {noun}/NOUN", names=[(1, 2, "ORG")])) == []


def test_title_alone_is_no_person() -> None:
    assert texts(flat("Herr/NOUN Dr./NOUN", names=[(0, 2, "PER")])) == []


@pytest.mark.parametrize("label", ["PER", "ORG"])
def test_mail_address_is_no_name(label: str) -> None:
    assert texts(flat("ida.roth@nordbund.de/X", names=[(0, 1, label)])) == []


def test_number_alone_is_no_name() -> None:
    assert texts(flat("1860/NUM", names=[(0, 1, "ORG")])) == []


def test_labels_of_other_schemes_are_read_and_unknown_ones_left_out() -> None:
    doc = flat(
        "Eva/PROPN reist/VERB nach/ADP Kiel/PROPN mit/ADP Brot/NOUN",
        names=[(0, 1, "PERSON"), (3, 4, "GPE"), (5, 6, "MISC")],
    )
    assert texts(doc) == [("PER", "Eva"), ("LOC", "Kiel")]


@pytest.mark.parametrize(
    ("tail", "form"),
    [
        ("GmbH/PROPN", "GmbH"),
        ("AG/PROPN", "AG"),
        ("GmbH/PROPN &/X Co./X KG/PROPN", "GmbH & Co. KG"),
    ],
)
def test_legal_form_behind_a_name_is_taken_in(tail: str, form: str) -> None:
    doc = flat(f"die/DET Muster/PROPN {tail} baut/VERB", names=[(1, 2, "ORG")])
    (mention,) = mentions(doc)
    assert mention.text == f"Muster {form}"
    assert legal_form_of(mention.name) == form


def test_legal_form_is_no_part_of_a_person() -> None:
    doc = flat("Eva/PROPN Roth/PROPN AG/PROPN", names=[(0, 2, "PER")])
    assert ("PER", "Eva Roth") in texts(doc)


def test_legal_form_alone_belongs_to_no_name() -> None:
    assert legal_form_of("GmbH") is None
    assert legal_form_of("Stadt Kiel") is None


# ---- names that German spelling gives away


def test_capitalised_adjective_before_an_organisation_noun_makes_a_name() -> None:
    doc = flat("in/ADP der/DET Chinesisch-Deutschen/ADJ Städteallianz/NOUN")
    assert texts(doc) == [("ORG", "Chinesisch-Deutschen Städteallianz")]


@pytest.mark.parametrize(
    "tagged",
    [
        "in/ADP der/DET deutschen/ADJ Städteallianz/NOUN",  # small: a description
        "Neue/ADJ Netzwerke/NOUN entstehen/VERB",  # capital of the sentence's start
        "in/ADP der/DET Blauen/ADJ Stunde/NOUN",  # no organisation
    ],
)
def test_other_adjective_makes_no_name(tagged: str) -> None:
    assert texts(flat(tagged)) == []


def test_noun_with_its_acronym_in_brackets_is_a_name() -> None:
    doc = flat("der/DET Ladeverbund/NOUN (/PUNCT LV/PROPN )/PUNCT baut/VERB")
    assert texts(doc) == [("ORG", "Ladeverbund")]


# ---- names inside words


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Chinareise", "China"),
        ("China-Reise", "China"),
        ("Israelreisen", "Israel"),
        ("USA-Delegation", "USA"),
        ("Japanbesuch", "Japan"),
    ],
)
def test_country_inside_a_travel_word_is_a_place(word: str, text: str) -> None:
    (mention,) = mentions(flat(f"die/DET {word}/NOUN"))
    assert (mention.label, mention.text, mention.start_char) == ("LOC", text, 4)


@pytest.mark.parametrize("word", ["Chinakohl", "Dienstreise", "Bildungsreise", "China-Restaurant"])
def test_other_compound_holds_no_place(word: str) -> None:
    assert texts(flat(f"die/DET {word}/NOUN")) == []


@pytest.mark.parametrize("word", ["DIHK-Präsident", "IHK-Mitglied", "DIHK-Hauptgeschäftsführerin"])
def test_acronym_before_a_role_is_an_organisation(word: str) -> None:
    acronym = word.partition("-")[0]
    assert texts(flat(f"der/DET {word}/NOUN")) == [("ORG", acronym)]


@pytest.mark.parametrize("word", ["CO2-Ausstoß", "Vize-Präsident", "A-Klasse"])
def test_other_hyphen_word_holds_no_organisation(word: str) -> None:
    assert texts(flat(f"der/DET {word}/NOUN")) == []


def test_country_that_the_tagger_overlooked_is_a_place() -> None:
    (mention,) = mentions(flat("die/DET Nachbarn/NOUN Deutschlands/PROPN"))
    assert (mention.text, mention.name) == ("Deutschlands", "Deutschland")


# ---- base forms


def test_genitive_of_an_organisation_is_put_into_the_nominative() -> None:
    doc = flat(
        "des/DET Deutschen/ADJ Städtetages/NOUN/Case=Gen|Gender=Masc|Number=Sing",
        names=[(1, 3, "ORG")],
    )
    doc[2].lemma_ = "Städtetag"
    (mention,) = mentions(doc)
    assert (mention.text, mention.name) == ("Deutschen Städtetages", "Deutscher Städtetag")


def test_name_without_an_inflecting_word_before_it_stays_as_written() -> None:
    doc = flat("Deutschen/ADJ Verbände/NOUN/Number=Plur", names=[(0, 2, "ORG")])
    assert mentions(doc)[0].name == "Deutschen Verbände"


@pytest.mark.parametrize(
    ("surname", "name"), [("Kurz", "Eva Kurz"), ("Roths", "Eva Roth"), ("Voss", "Eva Voss")]
)
def test_genitive_s_of_a_person_is_cut_but_no_s_of_the_name(surname: str, name: str) -> None:
    doc = flat(f"Eva/PROPN {surname}/PROPN/Case=Gen", names=[(0, 2, "PER")])
    assert mentions(doc)[0].name == name


def test_mentions_are_disjoint_in_order_and_slice_the_text() -> None:
    doc = flat(
        "DIHK-Präsident/NOUN Jan/PROPN Wolf/PROPN war/AUX auf/ADP Chinareise/NOUN in/ADP "
        "Kiel/PROPN und/CCONJ Polen/PROPN ./PUNCT",
        names=[(0, 3, "PER"), (7, 8, "LOC")],
    )
    found = mentions(doc)
    assert [m.text for m in found] == ["DIHK", "Jan Wolf", "China", "Kiel", "Polen"]
    assert all(doc.text[m.start_char : m.end_char] == m.text for m in found)
    assert all(a.end_char <= b.start_char for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("tagged", "end", "found"),
    [
        (
            "Bündnis/NOUN Naturstadt/PROPN (/PUNCT Natbü/PROPN )/PUNCT",
            4,
            ["Bündnis Naturstadt", "Natbü"],
        ),
        ("Wehr/NOUN Haag/PROPN (/PUNCT", 3, ["Wehr Haag"]),
        ("Wehr/NOUN (/PUNCT Haag/PROPN )/PUNCT Süd/PROPN", 5, ["Wehr ( Haag) Süd"]),
    ],
)
def test_bracket_that_does_not_close_inside_a_name_parts_it(
    tagged: str, end: int, found: list[str]
) -> None:
    assert [text for _, text in texts(flat(tagged, names=[(0, end, "ORG")]))] == found


@pytest.mark.parametrize(
    ("tagged", "found"),
    [
        (
            "die/DET Hochschulallianz/NOUN für/ADP den/DET Mittelstand/NOUN ruft/VERB",
            ["Hochschulallianz für den Mittelstand"],
        ),
        (
            "die/DET Hochschulallianz/NOUN für/ADP gute/ADJ Lehre/NOUN ruft/VERB",
            ["Hochschulallianz für gute Lehre"],
        ),
        ("eine/DET Hochschulallianz/NOUN für/ADP den/DET Mittelstand/NOUN", []),
        ("der/DET Verein/NOUN für/ADP die/DET Heimatpflege/NOUN", []),
        ("das/DET Schulamt/NOUN für/ADP die/DET Heimatpflege/NOUN", []),
        ("die/DET Hochschulallianz/NOUN für/ADP 2024/NUM", []),
    ],
)
def test_compound_that_says_what_for_is_a_name(tagged: str, found: list[str]) -> None:
    assert [text for _, text in texts(flat(tagged, names=[]))] == found


@pytest.mark.parametrize("tagged", ["Verein/NOUN e.V./PROPN", "Stiftung/NOUN GmbH/PROPN"])
def test_noun_with_a_legal_form_is_no_name(tagged: str) -> None:
    assert texts(flat(tagged, names=[(0, 2, "ORG")])) == []


@pytest.mark.parametrize(
    ("tagged", "text"),
    [
        ("Muster/PROPN GmbH./PROPN", "Muster GmbH"),
        ("Verein/PROPN Nord/PROPN e./PROPN V../PROPN", "Verein Nord e. V."),
        ("Verein/PROPN Nord/PROPN e./PROPN V./PROPN", "Verein Nord e. V."),
    ],
)
def test_full_stop_of_the_sentence_is_no_part_of_a_name(tagged: str, text: str) -> None:
    doc = flat(tagged, names=[(0, len(tagged.split()), "ORG")])
    ((label, found),) = texts(doc)
    assert (label, found.replace("e.V.", "e. V.")) == ("ORG", text)


def test_degree_behind_a_person_is_cut_off() -> None:
    doc = flat("Eva/PROPN Roth/PROPN MdL/PROPN", names=[(0, 3, "PER")])
    assert texts(doc) == [("PER", "Eva Roth")]


@pytest.mark.parametrize(
    ("tagged", "is_place"),
    [
        ("kenianische/ADJ Gäste/NOUN", False),
        ("Berliner/ADJ Laserfirma/NOUN", False),
        ("Bayerischen/ADJ Gästen/NOUN", False),
        ("Berliner/ADJ", True),  # who knows
        ("Emden/ADJ Hafen/NOUN", True),  # a slip of the tagger
        ("kiel/PROPN", True),
    ],
)
def test_adjective_is_no_place(tagged: str, is_place: bool) -> None:
    doc = flat(tagged, names=[(0, 1, "LOC")])
    assert texts(doc) == ([("LOC", doc[0].text)] if is_place else [])


def test_capital_inside_a_compound_of_a_role_is_a_name() -> None:
    doc = flat("der/DET FairKauf-Vorsitzende/NOUN kam/VERB der/DET Vize-Präsident/NOUN ging/VERB")
    assert texts(doc) == [("ORG", "FairKauf")]


def test_place_of_two_words_is_put_into_the_nominative() -> None:
    doc = flat(
        "an/ADP der/DET Arabischen/ADJ Halbinsel/NOUN am/ADP Roten/ADJ Meer/NOUN",
        names=[(2, 4, "LOC"), (5, 7, "LOC")],
    )
    assert [mention.name for mention in mentions(doc)] == ["Arabische Halbinsel", "Rotes Meer"]
