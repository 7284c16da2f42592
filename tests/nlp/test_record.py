"""From a cleaned document to its record: fields go over as they are, broken ones are refused."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from pydantic import ValidationError
from spacy.tokens import Doc

from presselese.nlp.record import make_doc, to_record
from presselese.records import Source, Zone, document_id
from presselese.records.document import CleanDocument
from presselese.records.record import Warning
from presselese.resources.doc_fields import DOC_FIELDS, register

TEXT = "Kiel, 2. Juni. Eva Roth kam."
SPAN = {"start_char": 15, "end_char": 23, "text": "Eva Roth"}
PERSON = {"id": "per_1", "name": "Eva Roth", "mentions": [SPAN]}


def document(**fields: Any) -> CleanDocument:
    source = Source(
        path="a.txt", media_type="text/plain", encoding="utf-8", bytes=28, sha256="0" * 64,
        published="2008-06-02", published_from="text",
    )  # fmt: skip
    return CleanDocument(
        source=source,
        text=TEXT,
        zones=(Zone(kind="dateline", start_char=0, end_char=14),),
        **fields,
    )


def doc_of(clean: CleanDocument) -> Doc:
    register(Doc, *DOC_FIELDS)
    return make_doc(spacy.blank("de"), clean)


def test_doc_knows_zones_and_publication_before_it_is_read() -> None:
    doc = doc_of(document())
    assert doc.text == TEXT
    assert doc._.presselese_published == "2008-06-02"
    assert doc._.presselese_zones == [{"kind": "dateline", "start_char": 0, "end_char": 14}]


def test_fields_of_the_doc_become_the_record() -> None:
    clean = document()
    doc = doc_of(clean)
    doc._.presselese_people = [PERSON]
    record = to_record(doc, clean)
    assert record.id == document_id(TEXT)
    assert (record.text, record.source) == (TEXT, clean.source)
    assert [(zone.kind, zone.end_char) for zone in record.zones] == [("dateline", 14)]
    assert [(p.id, p.name, p.mentions[0].text) for p in record.people] == [
        ("per_1", "Eva Roth", "Eva Roth")
    ]


def test_doc_that_nobody_read_is_an_empty_record() -> None:
    clean = document()
    record = to_record(doc_of(clean), clean)
    assert record.events == record.dates == record.figures == record.people == []
    assert record.warnings == []


def test_warnings_of_cleaning_stand_before_those_of_the_components() -> None:
    clean = document(warnings=(Warning(code="text.repaired", message="Repaired."),))
    doc = doc_of(clean)
    doc._.presselese_warnings = [{"code": "date.year_unknown", "message": "No year."}]
    assert [w.code for w in to_record(doc, clean).warnings] == [
        "text.repaired",
        "date.year_unknown",
    ]


@pytest.mark.parametrize("slip", [{"name": None}, {"id": "x"}, {"colour": "red"}])
def test_broken_field_is_refused(slip: dict[str, Any]) -> None:
    clean = document()
    doc = doc_of(clean)
    doc._.presselese_people = [PERSON | slip]
    with pytest.raises(ValidationError):
        to_record(doc, clean)
