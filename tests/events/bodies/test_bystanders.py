"""Names beside an event's members or founders that are none."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from presselese.events.bodies.bystanders import leave_out_bystanders
from presselese.resources.doc_fields import ORGANISATIONS, PEOPLE, PLACES, ZONES, register

HEADLINE = "Quellau verlässt den Verbund\n"
TEXT = (
    HEADLINE + "Die Stadtwerke Quellau treten aus. Bürgermeister Jan Lenz unterschrieb in Neumoor."
)
SENTENCES = (HEADLINE, "Die Stadtwerke Quellau treten aus.", "Bürgermeister Jan Lenz unterschrieb")


def span(part: str, *, start: int = 0) -> dict[str, Any]:
    found = TEXT.index(part, start)
    return {"start_char": found, "end_char": found + len(part), "text": part}


def filler(ref: str | None, name: str, *, start: int = 0) -> dict[str, Any]:
    return span(name, start=start) | {"ref": ref, "name": name}


TOWN = filler("plc_1", "Quellau")
BODY = filler("org_1", "Stadtwerke Quellau")
SIGNER = filler("per_1", "Jan Lenz")


def left(
    *members: dict[str, Any], sentences: tuple[str, ...] = SENTENCES, own: tuple[str, ...] = ()
) -> list[str]:
    register(Doc, ORGANISATIONS, PEOPLE, PLACES, ZONES)
    doc = spacy.blank("de")(TEXT)
    doc._.set(ZONES, [{"kind": "headline", "start_char": 0, "end_char": len(HEADLINE)}])
    for field in (ORGANISATIONS, PEOPLE, PLACES):
        doc._.set(field, [{"id": m["ref"], "mentions": [m]} for m in members if m["ref"]])
    evidence = [span(sentence) for sentence in sentences]
    event: dict[str, Any] = {
        "members": list(members),
        "evidence": evidence,
        "trigger": span("treten"),
    }
    event["own"] = frozenset(own)
    leave_out_bystanders(event, "members", doc)
    return [member["name"] for member in event["members"]]


def test_text_says_whom_its_headline_means() -> None:
    assert left(TOWN, BODY) == ["Stadtwerke Quellau"]


def test_headline_that_names_more_stays() -> None:
    others = [filler("plc_2", "Verbund"), filler("plc_3", "verlässt")]
    assert left(*others, BODY) == ["Verbund", "verlässt", "Stadtwerke Quellau"]


def test_headline_alone_is_the_word() -> None:
    assert left(TOWN) == ["Quellau"]


def test_who_signs_in_another_sentence_is_no_member() -> None:
    assert left(BODY, SIGNER) == ["Stadtwerke Quellau"]


def test_people_among_people_stay() -> None:
    assert left(SIGNER) == ["Jan Lenz"]


def test_name_that_no_telling_has_in_its_sentence_is_no_member_beside_one_that_stands_there() -> (
    None
):
    stray = filler("plc_3", "Neumoor")
    assert left(BODY, stray, own=("org_1",)) == ["Stadtwerke Quellau"]
    assert left(BODY, stray) == ["Stadtwerke Quellau", "Neumoor"]
    assert left(SIGNER, own=("org_1",)) == ["Jan Lenz"]


def test_list_of_names_elsewhere_stays() -> None:
    names = ["Bürgermeister", "Lenz", "Neumoor"]
    listed = [filler(f"org_{n}", name) for n, name in enumerate(names, 5)]
    assert left(BODY, *listed, own=("org_1",)) == ["Stadtwerke Quellau", *names]


@pytest.mark.parametrize(
    ("town", "names"),
    [
        (filler("plc_1", "Quellau", start=len(HEADLINE)), ["Quellau", "Stadtwerke Quellau"]),
        (filler("plc_3", "Neumoor"), ["Stadtwerke Quellau", "Neumoor"]),
    ],
    ids=["beside its body", "another town"],
)
def test_town_that_is_no_short_form_stays(town: dict[str, Any], names: list[str]) -> None:
    members = sorted((town, BODY), key=lambda member: member["start_char"] != town["start_char"])
    assert sorted(left(*members)) == sorted(names)


def beside_a_name(noun: str, *named: dict[str, Any], is_listed: bool = False) -> list[str]:
    """Return the members left of "Die Stadtwerke Quellau … Neumoor" and a mere noun."""
    register(Doc, ORGANISATIONS, PEOPLE, PLACES, ZONES)
    doc = spacy.blank("de")(TEXT)
    doc._.set(ZONES, [])
    doc._.set(ORGANISATIONS, [])
    doc._.set(PEOPLE, [])
    doc._.set(PLACES, [{"id": m["ref"], "mentions": [m]} for m in named])
    member, mere = filler("plc_2", "Neumoor"), filler(None, noun)
    if is_listed:
        town = next(t for t in doc if t.text == "Neumoor")
        town.dep_, town.head = "conj", next(t for t in doc if t.idx == mere["start_char"])
    event: dict[str, Any] = {
        "members": [mere, member],
        "evidence": [span(TEXT)],
        "trigger": span("treten"),
        "own": frozenset(),
    }
    leave_out_bystanders(event, "members", doc)
    return [m["name"] for m in event["members"]]


def test_mere_noun_beside_a_name_is_no_member() -> None:
    assert beside_a_name("Bürgermeister") == ["Neumoor"]


def test_mere_noun_in_one_list_with_a_name_stays() -> None:
    assert beside_a_name("Bürgermeister", is_listed=True) == ["Bürgermeister", "Neumoor"]


def test_noun_that_holds_a_name_of_its_own_stays() -> None:
    inside = filler("plc_1", "Quellau", start=len(HEADLINE))
    assert beside_a_name("Stadtwerke Quellau", inside) == ["Stadtwerke Quellau", "Neumoor"]
