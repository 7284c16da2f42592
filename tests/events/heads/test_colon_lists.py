"""Which names a list behind a colon names, one an item."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc
from tests.events.heads.test_readings import names, read, told
from tests.events.heads.test_readings import told_field as told_field
from tests.events.scenes import scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.heads.colon_lists import listed_behind_colon
from presselese.resources.doc_fields import ORGANISATIONS, PEOPLE, PLACES, ZONES, register

LABELS = {"Nordbund": "ORG", "Südring": "ORG", "Wolf": "PER", "Roth": "PER"}
TAGS = {
    ",": "PUNCT", ":": "PUNCT", "(": "PUNCT", ")": "PUNCT", ".": "PUNCT", "–": "PUNCT",
    "und": "CCONJ", "die": "DET", "der": "DET", "des": "DET", "wer": "PRON", "durch": "ADP",
    "aus": "ADP", "tagt": "VERB", "singt": "VERB", "vertreten": "VERB",
}  # fmt: skip
TOWNS = frozenset({"Aue", "Bramme", "Celle"})


def rows(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return tree rows of a text whose words all hang on the first, and its names."""
    words = text.split(" ")
    found = []
    for number, word in enumerate(words):
        tag = TAGS.get(word, "NOUN" if word not in LABELS | dict.fromkeys(TOWNS) else "PROPN")
        morph = "VerbForm=Fin" if word in ("tagt", "singt") else "_"
        relation = "root 0" if number == 0 else "punct 1" if tag == "PUNCT" else "dep 1"
        found.append(f"{word} {word} {tag} {relation} {morph}")
    labels = LABELS | dict.fromkeys(TOWNS, "LOC")
    given = [(i, i + 1, labels[w]) for i, w in enumerate(words) if w in labels]
    return "\n".join(found), given


def listed(text: str) -> list[str]:
    tree, given = rows(text)
    doc = scene(tree, names=given)
    return [name.name for name in listed_behind_colon(doc[0], Resolver(doc))]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Mitglieder : Aue , die Stadt Bramme und Celle .", ["Aue", "Bramme", "Celle"]),
        ("Mitglieder : Wolf ( Nordbund ) und Stadträtin Roth .", ["Wolf", "Roth"]),
        # the seat of a body, and who stands for one
        ("Mitglieder : Nordbund , Aue , Südring .", ["Nordbund", "Südring"]),
        ("Mitglieder : Aue , vertreten durch Wolf , Celle .", ["Aue", "Celle"]),
        ("Mitglieder : Roth , Vorsitz des Nordbund , Celle .", ["Roth", "Celle"]),
        # a relative clause goes on over commas
        ("Mitglieder : Roth , wer Bramme , Celle singt , Wolf .", ["Roth", "Wolf"]),
        ("Mitglieder : aus Celle Aue und Bramme .", ["Aue", "Bramme"]),
        # a main clause, one name, no colon
        ("Mitglieder : Aue tagt , Bramme und Celle .", []),
        ("Mitglieder : Aue .", []),
        ("Mitglieder Aue , Bramme .", []),
    ],
)
def test_each_item_names_one_member(text: str, members: list[str]) -> None:
    assert listed(text) == members


def test_members_of_a_list_are_those_of_the_reading() -> None:
    tree, given = rows("Mitglieder : Aue , die Stadt Bramme und Celle .")
    (reading,) = read(scene(tree, names=given), told(0, "is", (2, "member", 0.9)))
    assert names(reading, "members") == ["Aue", "Bramme", "Celle"]


def test_list_of_which_nothing_is_read_adds_none() -> None:
    tree, given = rows("Mitglieder : Aue , die Stadt Bramme und Celle .")
    (reading,) = read(scene(tree, names=given), told(0, "is"))
    assert names(reading, "members") == []


def test_list_below_goes_on_until_a_line_without_a_bullet() -> None:
    register(Doc, ORGANISATIONS, PEOPLE, PLACES, ZONES)
    text = "Mitglieder sind:\n– die Stadt Aue, vertreten durch Roth\n– Bramme\nIn Celle"
    doc = spacy.blank("de")(text)
    colon = next(token for token in doc if token.text == ":")
    for token in doc:
        token.is_sent_start = token.i in (0, colon.i + 1)
        token.pos_ = TAGS.get(token.text, "NOUN")
    for field in (ORGANISATIONS, PEOPLE, PLACES):
        doc._.set(field, [])
    doc._.set(PLACES, [place(text, name) for name in ("Aue", "Bramme", "Celle")])
    found = listed_behind_colon(doc[0], Resolver(doc))
    assert [name.name for name in found] == ["Aue", "Bramme"]


def place(text: str, name: str) -> dict[str, Any]:
    start = text.index(name)
    mention = {"start_char": start, "end_char": start + len(name), "text": name}
    return {"id": f"plc_{name}", "name": name, "mentions": [mention]}
