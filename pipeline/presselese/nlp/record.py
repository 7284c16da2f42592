"""From a cleaned document to its record: one run of the pipeline, then the fields of the Doc."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from presselese.nlp.full_names import with_full_names
from presselese.records import Record, Zone, document_id
from presselese.records.document import CleanDocument
from presselese.resources.doc_fields import (
    CONTACTS,
    DATES,
    EVENTS,
    FIGURES,
    ORGANISATIONS,
    PEOPLE,
    PLACES,
    PUBLISHED,
    WARNINGS,
    ZONES,
)


def extract_record(nlp: Language, document: CleanDocument) -> Record:
    """Return the record of one cleaned document."""
    doc = nlp(make_doc(nlp, document))
    return to_record(doc, document)


def make_doc(nlp: Language, document: CleanDocument) -> Doc:
    """Return the tokenised Doc with what the components need to know of the document."""
    doc = nlp.make_doc(document.text)
    doc._.set(PUBLISHED, document.source.published)
    doc._.set(ZONES, [zone.model_dump() for zone in document.zones])
    return doc


def to_record(doc: Doc, document: CleanDocument) -> Record:
    """Return the record that a Doc's fields say; raises pydantic's error for a broken field."""
    fields: dict[str, Any] = {
        "organisations": doc._.get(ORGANISATIONS),
        "people": doc._.get(PEOPLE),
        "places": doc._.get(PLACES),
        "events": doc._.get(EVENTS),
        "dates": doc._.get(DATES),
        "figures": doc._.get(FIGURES),
        "contacts": doc._.get(CONTACTS),
        "warnings": [*(w.model_dump() for w in document.warnings), *doc._.get(WARNINGS)],
    }
    return Record(
        id=document_id(document.text),
        source=document.source,
        text=document.text,
        zones=[Zone.model_validate(zone) for zone in doc._.get(ZONES)],
        **with_full_names(doc, fields),
    )
