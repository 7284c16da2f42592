"""The component: fields of a Doc in the shape of the records, references that resolve."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc
from tests.actors.flat import flat

from presselese.actors.component import create_actors
from presselese.records.entities import Contact, Organisation, Person, Place

SENTENCE = (
    "Eva/PROPN Roth/PROPN ,/PUNCT Geschäftsführerin/NOUN der/DET Muster/PROPN GmbH/PROPN ,/PUNCT "
    "reist/VERB nach/ADP China/PROPN ./PUNCT Roth/PROPN kennt/VERB Kiel/PROPN ./PUNCT"
)
NAMES = [(0, 2, "PER"), (5, 7, "ORG"), (10, 11, "LOC"), (12, 13, "PER"), (14, 15, "LOC")]


def actors(doc: Doc) -> Doc:
    return create_actors(spacy.blank("de"), "presselese_actors")(doc)


@pytest.fixture
def doc() -> Doc:
    return actors(flat(SENTENCE, names=NAMES))


def test_fields_fit_the_records(doc: Doc) -> None:
    assert [Person.model_validate(person) for person in doc._.presselese_people]
    assert [Organisation.model_validate(body) for body in doc._.presselese_organisations]
    assert [Place.model_validate(place) for place in doc._.presselese_places]


def test_person_has_role_and_an_employer_that_resolves(doc: Doc) -> None:
    (person,) = doc._.presselese_people
    assert (person["name"], person["role"]) == ("Eva Roth", "Geschäftsführerin")
    ids = {body["id"]: body["name"] for body in doc._.presselese_organisations}
    assert ids[person["organisation"]["ref"]] == person["organisation"]["name"] == "Muster GmbH"


def test_surname_is_a_mention_of_the_full_name(doc: Doc) -> None:
    (person,) = doc._.presselese_people
    assert [mention["text"] for mention in person["mentions"]] == ["Eva Roth", "Roth"]


def test_legal_form_is_told(doc: Doc) -> None:
    assert doc._.presselese_organisations[0]["legal_form"] == "GmbH"


def test_places_have_countries_in_text_order(doc: Doc) -> None:
    places = doc._.presselese_places
    assert [(p["id"], p["name"], p["country_code"]) for p in places] == [
        ("plc_1", "China", "CN"),
        ("plc_2", "Kiel", "DE"),
    ]


def test_mentions_slice_the_text(doc: Doc) -> None:
    fields = (doc._.presselese_people, doc._.presselese_organisations, doc._.presselese_places)
    spans = [mention for field in fields for entity in field for mention in entity["mentions"]]
    assert len(spans) == 5
    assert all(doc.text[s["start_char"] : s["end_char"]] == s["text"] for s in spans)


def test_same_doc_gives_the_same_fields(doc: Doc) -> None:
    again = actors(flat(SENTENCE, names=NAMES))
    assert again._.presselese_people == doc._.presselese_people


def test_doc_without_names_has_empty_fields() -> None:
    doc = actors(flat("Es/PRON regnet/VERB ./PUNCT"))
    assert doc._.presselese_people == doc._.presselese_organisations == []
    assert doc._.presselese_places == doc._.presselese_contacts == []


def test_title_is_kept_as_written() -> None:
    doc = actors(flat("Prof./NOUN Dr./NOUN Eva/PROPN Roth/PROPN kam/VERB", names=[(2, 4, "PER")]))
    assert doc._.presselese_people[0]["title"] == "Prof. Dr."


def test_courtesy_word_is_no_title() -> None:
    doc = actors(flat("Frau/NOUN Eva/PROPN Roth/PROPN kam/VERB", names=[(1, 3, "PER")]))
    assert doc._.presselese_people[0]["title"] is None


def with_dateline(role: str) -> dict[str, Any]:
    doc = flat(
        f"KIEL/PROPN –/PUNCT {role}/NOUN Eva/PROPN Roth/PROPN kam/VERB",
        names=[(0, 1, "LOC"), (3, 5, "PER")],
        zones=[{"kind": "dateline", "start_char": 0, "end_char": 6}],
    )
    person: dict[str, Any] = actors(doc)._.presselese_people[0]
    return person


def test_mayor_is_the_mayor_of_the_dateline() -> None:
    assert with_dateline("Oberbürgermeisterin")["organisation"] == {"ref": "plc_1", "name": "Kiel"}


def test_other_role_is_not_given_to_the_dateline() -> None:
    assert with_dateline("Geschäftsführerin")["organisation"] is None


CONTACT = "Auskunft/NOUN :/PUNCT Eva/PROPN Roth/PROPN ,/PUNCT {} Tel./NOUN 030/NUM 23125123/NUM"


def test_contact_belongs_to_the_person_named_before_it() -> None:
    doc = actors(flat(CONTACT.format(""), names=[(2, 4, "PER")]))
    (contact,) = doc._.presselese_contacts
    assert Contact.model_validate(contact).of is not None
    assert contact["of"] == {"ref": "per_1", "name": "Eva Roth"}


def test_contact_far_from_the_person_belongs_to_nobody() -> None:
    far = " ".join(["Zimmer/NOUN"] * 30)
    doc = actors(flat(CONTACT.format(far), names=[(2, 4, "PER")]))
    assert [contact["of"] for contact in doc._.presselese_contacts] == [None]


def test_office_goes_before_an_academic_title() -> None:
    doc = actors(
        flat(
            "Professorin/NOUN Eva/PROPN Roth/PROPN ,/PUNCT Rektorin/NOUN der/DET DIHK/PROPN "
            "./PUNCT",
            names=[(1, 3, "PER"), (6, 7, "ORG")],
        )
    )
    (person,) = doc._.presselese_people
    assert person["role"] == "Rektorin"


def test_own_office_goes_before_a_seat_on_the_board() -> None:
    doc = actors(
        flat(
            "Vorstand/NOUN ,/PUNCT neu/ADJ :/PUNCT Eva/PROPN Roth/PROPN und/CCONJ Jan/PROPN "
            "Wolf/PROPN ./PUNCT Kassier/NOUN Wolf/PROPN kam/VERB",
            names=[(4, 6, "PER"), (7, 9, "PER"), (11, 12, "PER")],
        )
    )
    roles = [person["role"] for person in doc._.presselese_people]
    assert roles == ["Vorstand", "Kassier"]
