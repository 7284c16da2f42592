"""Which words behind a role's noun are the role's own."""

from __future__ import annotations

import pytest
from tests.actors.flat import flat
from tests.actors.test_roles import told

from presselese.actors.role_complements import complete

KEPT = [
    ("der Abteilung Bau", "der Abteilung Bau"),
    ("Finanzen", "Finanzen"),
    # where the clause goes on
    ("Finanzen die Zahlen des Jahres", "Finanzen"),
    ("in Hannover", ""),
    ("und inzwischen im Ruhestand", ""),
    ("für das Ressort Schule ab", "für das Ressort Schule"),
]


@pytest.mark.parametrize(("words", "kept"), KEPT)
def test_words_of_the_role(words: str, kept: str) -> None:
    assert " ".join(complete(words.split())) == kept


def test_what_an_office_is_for_may_have_commas() -> None:
    doc = flat(
        "der/DET Minister/NOUN für/ADP Bildung/NOUN ,/PUNCT Jugend/NOUN und/CCONJ Sport/NOUN "
        ",/PUNCT Jan/PROPN Wolf/PROPN ,/PUNCT kam/VERB",
        names=[(9, 11, "PER")],
    )
    assert told(doc)[0][:2] == ("Jan Wolf", "Minister für Bildung, Jugend und Sport")


def test_comma_of_a_list_ends_the_office() -> None:
    doc = flat(
        "der/DET Minister/NOUN ,/PUNCT Bürger/NOUN und/CCONJ Jan/PROPN Wolf/PROPN",
        names=[(5, 7, "PER")],
    )
    assert told(doc) == []


def test_excellency_stands_between_office_and_name() -> None:
    doc = flat(
        "der/DET Botschafter/NOUN ,/PUNCT S./NOUN E./NOUN Dr./NOUN Jan/PROPN Wolf/PROPN",
        names=[(6, 8, "PER")],
    )
    assert told(doc) == [("Jan Wolf", "Botschafter", None)]


def test_second_office_with_its_adjective() -> None:
    doc = flat(
        "der/DET Abgeordnete/NOUN und/CCONJ frühere/ADJ Senator/NOUN ,/PUNCT Jan/PROPN Wolf/PROPN",
        names=[(6, 8, "PER")],
    )
    assert told(doc)[0][:2] == ("Jan Wolf", "Abgeordneter")
