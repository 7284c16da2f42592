"""The component: what the record keeps, with and without dates, zones, tags and trees."""

from __future__ import annotations

import doctest
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from tests.trees import tree

from presselese.figures import component
from presselese.figures.component import Figures
from presselese.records.values import Figure


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("presselese_figures")
    return pipeline


def prepared(nlp: Language, text: str, **fields: Any) -> Doc:
    doc = nlp.make_doc(text)
    for name, value in fields.items():
        doc._.set(f"presselese_{name}", value)
    return doc


def texts(doc: Doc) -> list[str]:
    return [record["text"] for record in doc._.presselese_figures]


def test_records_have_the_shape_of_the_schema(nlp: Language) -> None:
    doc = nlp("Rund 50 Firmen zahlten 1,2 Mio. Euro; ein Drittel der Mitglieder fehlte.")
    records = doc._.presselese_figures
    assert [Figure(**record).id for record in records] == ["fig_1", "fig_2", "fig_3"]
    assert all(doc.text[r["start_char"] : r["end_char"]] == r["text"] for r in records)


def test_figures_inside_dates_are_left_to_the_dates(nlp: Language) -> None:
    text = "Zum Gipfel der 20 Länder am Tag der 7 Brüder"
    date = {"start_char": text.index("Tag"), "end_char": len(text)}
    assert texts(nlp(prepared(nlp, text, dates=[date]))) == ["20 Länder"]


def test_bare_digits_in_a_contact_block_are_no_figures(nlp: Language) -> None:
    text = "Ansprechpartner: 12 Büros"
    zone = {"kind": "contact", "start_char": 0, "end_char": len(text)}
    assert texts(nlp(text)) == ["12 Büros"]
    assert texts(nlp(prepared(nlp, text, zones=[zone]))) == []


@pytest.mark.parametrize(
    "text",
    [
        "DiWiNet zählt aktuell 168 Mitglieder.",
        "Aktuell zählt DiWiNet 168 Mitglieder.",
        "DiWiNet hat mehr als 168 Mitglieder.",
    ],
)
def test_an_organisation_that_counts_owns_the_figure(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    index = next(token.i for token in doc if token.text == "DiWiNet")
    doc.ents = [Span(doc, index, index + 1, label="ORG")]
    (record,) = nlp(doc)._.presselese_figures
    assert record["of"] == {"ref": None, "name": "DiWiNet"}


def test_an_organisation_in_another_clause_owns_nothing(nlp: Language) -> None:
    doc = nlp.make_doc("DiWiNet tagte, als 168 Mitglieder protestierten.")
    doc.ents = [Span(doc, 0, 1, label="ORG")]
    (record,) = nlp(doc)._.presselese_figures
    assert record["of"] is None


def test_a_tree_finds_the_noun_behind_a_participle_phrase() -> None:
    doc = tree(
        """
        Die _ DET det 7
        50 _ NUM nummod 7
        in _ ADP case 4
        Kiel _ PROPN obl 6
        seit _ ADV advmod 6
        ansässigen _ ADJ amod 7
        Firmen Firma NOUN nsubj 8
        wachsen _ VERB root 0
        . _ PUNCT punct 8
        """
    )
    (record,) = Figures()(doc)._.presselese_figures
    assert (record["text"], record["counts"]) == ("50 in Kiel seit ansässigen Firmen", "Firmen")


def test_a_nearer_noun_beats_a_tree_that_reaches_too_far() -> None:
    doc = tree(
        """
        Zwei _ NUM nummod 5
        Lokale Lokal NOUN nsubj 6
        fair _ ADV advmod 4
        gehandelte gehandelt ADJ amod 5
        Waren Ware NOUN obj 6
        führen _ VERB root 0
        """
    )
    (record,) = Figures()(doc)._.presselese_figures
    assert (record["text"], record["counts"]) == ("Zwei Lokale", "Lokale")


def test_a_word_that_the_tokeniser_cut_stays_whole(nlp: Language) -> None:
    doc = Doc(
        nlp.vocab,
        words=["in", "drei", "EU", "-", "Ländern"],
        spaces=[True, True, False, False, False],
        pos=["ADP", "NUM", "PROPN", "PUNCT", "NOUN"],
        deps=["case", "nummod", "compound", "punct", "ROOT"],
        heads=[4, 4, 4, 4, 4],
    )
    (record,) = Figures()(doc)._.presselese_figures
    assert (record["text"], record["counts"]) == ("drei EU-Ländern", "EU-Länder")


def test_tags_keep_a_verb_from_being_an_adjective() -> None:
    doc = tree(
        """
        Von _ ADP case 4
        den _ DET det 4
        19 _ NUM nummod 4
        Gründern Gründer NOUN obl 6
        sechzehn _ NUM nsubj 6
        erhielten erhalten VERB root 0
        Preise Preis NOUN obj 6
        . _ PUNCT punct 6
        """
    )
    records = Figures()(doc)._.presselese_figures
    assert [(r["text"], r["counts"]) for r in records] == [
        ("19 Gründern", "Gründer"),
        ("sechzehn", "Gründer"),
    ]


def test_a_plural_group_keeps_its_plural() -> None:
    doc = tree(
        """
        Zwei _ NUM nummod 3
        zehnköpfige zehnköpfig ADJ amod 3
        Teams Team NOUN nsubj 4 Number=Plur
        reisen _ VERB root 0
        """
    )
    records = Figures()(doc)._.presselese_figures
    assert [record["counts"] for record in records] == ["Teams", "Teams"]


def test_the_documented_example_runs() -> None:
    assert doctest.testmod(component) == (0, 4)
