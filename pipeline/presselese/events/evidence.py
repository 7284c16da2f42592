"""The sentences that show an event: those that tell it, and those that its values are taken from.

A stop of a trip may be read in the paragraph below the one that tells it: whoever checks the record
must see that paragraph's sentence, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from spacy.tokens import Doc, Span

from presselese.events.fillers.telling import point_value
from presselese.resources.doc_fields import DATES, FIGURES

Event = Mapping[str, Any]
DATE_FIELDS = ("date", "start", "end")


def as_evidence(span: Span) -> dict[str, Any]:
    """Return the fields of `records.Span` for a stretch of text, without white space around it."""
    text = span.text
    lead = len(text) - len(text.lstrip())
    stripped = text.strip()
    start = span.start_char + lead
    return {"start_char": start, "end_char": start + len(stripped), "text": stripped}


def evidence_of(event: Event, doc: Doc) -> list[dict[str, Any]]:
    """Return an event's evidence with the sentences of all its values, in text order."""
    found = {told["start_char"]: told for told in event["evidence"]}
    for start in _sources(event, doc):
        word = doc.char_span(start, start + 1, alignment_mode="expand")
        if word is not None and not _is_inside(found.values(), start):
            sentence = as_evidence(word.sent)
            found[sentence["start_char"]] = sentence
    return [found[start] for start in sorted(found)]


def _is_inside(spans: Iterable[Mapping[str, Any]], offset: int) -> bool:
    return any(span["start_char"] <= offset < span["end_char"] for span in spans)


def _sources(event: Event, doc: Doc) -> Iterator[int]:
    """Yield where an event's fillers, dates and size stand."""
    for value in event.values():
        fillers = value if isinstance(value, list) else [value]
        for filler in fillers:
            if isinstance(filler, Mapping) and "name" in filler:
                yield filler["start_char"]
    size = event.get("size")
    for figure in doc._.get(FIGURES):
        if size is not None and figure["id"] == size["ref"]:
            yield figure["start_char"]
    for field in DATE_FIELDS:
        date = _date_of(event, event.get(field), doc)
        if date is not None:
            yield date["start_char"]


def _date_of(event: Event, value: str | None, doc: Doc) -> Mapping[str, Any] | None:
    """Return the mention that a value stands for: in a sentence that tells it, else the nearest."""

    def distance(date: Mapping[str, Any]) -> tuple[bool, int]:
        start = date["start_char"]
        return not _is_inside(event["evidence"], start), abs(start - event["trigger"]["start_char"])

    mentions = [date for date in doc._.get(DATES) if value is not None and value in _values(date)]
    return min(mentions, key=distance, default=None)


def _values(date: Mapping[str, Any]) -> set[str | None]:
    """What an event's date field may have taken from a mention: its value, or a part of it."""
    return {date["value"], point_value(dict(date)), *str(date["value"]).split("/")}
