"""Every value of an event stands in one of its evidence sentences."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc
from tests.events.scenes import date, figure

from presselese.events.evidence import evidence_of
from presselese.resources.doc_fields import DATES, FIGURES, register

SENTENCES = (
    "Eine Delegation reist nach Lyon . ",
    "Die Gäste kommen am 3. Mai 2024 . ",
    "In Grenoble sehen sie ein Labor . ",
    "Dabei sind 14 Leute aus Kiel .",
)


@pytest.fixture
def doc() -> Doc:
    words, starts = [], []
    for sentence in SENTENCES:
        parts = sentence.split()
        words += parts
        starts += [True, *[False] * (len(parts) - 1)]
    doc = Doc(spacy.blank("de").vocab, words=words, sent_starts=starts)
    register(Doc, DATES, FIGURES)
    doc._.set(DATES, [date(doc, "3. Mai 2024", "2024-05-03")])
    doc._.set(FIGURES, [figure(doc, "14 Leute", "14", "Leute")])
    return doc


def filler(doc: Doc, name: str) -> dict[str, Any]:
    start = doc.text.index(name)
    return {"ref": "plc_1", "name": name, "start_char": start, "end_char": start + len(name)}


def told(doc: Doc, **fields: Any) -> dict[str, Any]:
    first = next(doc.sents)
    evidence = {"start_char": 0, "end_char": first.end_char, "text": first.text}
    trigger = filler(doc, "Delegation")
    return {"kind": "delegation", "trigger": trigger, "evidence": [evidence], **fields}


def numbers(doc: Doc, **fields: Any) -> list[int]:
    """Which sentences are evidence."""
    starts = [sentence.start_char for sentence in doc.sents]
    return [starts.index(one["start_char"]) for one in evidence_of(told(doc, **fields), doc)]


def test_sentence_that_tells_is_enough_for_what_stands_in_it(doc: Doc) -> None:
    assert numbers(doc, destinations=[filler(doc, "Lyon")]) == [0]


def test_filler_from_another_sentence_brings_that_sentence(doc: Doc) -> None:
    assert numbers(doc, destinations=[filler(doc, "Grenoble"), filler(doc, "Lyon")]) == [0, 2]
    assert numbers(doc, organisation=filler(doc, "Kiel")) == [0, 3]


def test_size_brings_the_sentence_of_its_figure(doc: Doc) -> None:
    assert numbers(doc, size={"value": 14, "modifier": None, "ref": "fig_1"}) == [0, 3]
    assert numbers(doc, size=None) == [0]


@pytest.mark.parametrize("field", ["date", "start", "end"])
def test_date_brings_the_sentence_of_its_mention(doc: Doc, field: str) -> None:
    assert numbers(doc, **{field: "2024-05-03"}) == [0, 1]
    assert numbers(doc, **{field: "2023"}) == [0]  # no mention has it


def test_span_gives_both_of_its_ends(doc: Doc) -> None:
    doc._.get(DATES)[0]["value"] = "2024-05-03/2024-05-05"
    assert numbers(doc, start="2024-05-03") == numbers(doc, end="2024-05-05") == [0, 1]


def test_mention_in_a_sentence_that_tells_goes_before_a_nearer_one(doc: Doc) -> None:
    doc._.get(DATES).append({**doc._.get(DATES)[0], "start_char": 1, "end_char": 4})
    assert numbers(doc, date="2024-05-03") == [0]


def test_no_sentence_is_evidence_twice(doc: Doc) -> None:
    fields = {"leaders": [filler(doc, "Kiel")], "size": {"value": 14, "ref": "fig_1"}}
    assert numbers(doc, origins=[filler(doc, "Kiel")], **fields) == [0, 3]
