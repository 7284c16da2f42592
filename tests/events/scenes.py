"""Hand-built Docs with their actors read, as the events component gets them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import spacy
from spacy.tokens import Doc
from tests.trees import tree

from presselese.actors.component import create_actors

# An office opens, and the genitive says whose it is.
OFFICE = """Die der DET det 2
    {noun} _ NOUN nsubj:pass 6
    des der DET det 4
    Nordbunds _ PROPN nmod 2 Case=Gen
    wurde werden AUX aux 6 Tense=Past|VerbForm=Fin
    eröffnet eröffnen VERB root 0 VerbForm=Part"""


def scene(rows: str, *, names: Sequence[tuple[int, int, str]] = (), **fields: Any) -> Doc:
    """Return a Doc as `tests.trees.tree` builds it, with people, organisations and places."""
    doc = tree(rows, names=names, **fields)
    return create_actors(spacy.blank("de"), "presselese_actors")(doc)


def date(doc: Doc, text: str, value: str, number: int = 1) -> dict[str, Any]:
    """Return a date of the text as the dates component writes it."""
    start = doc.text.index(text)
    return {
        "id": f"dat_{number}", "start_char": start, "end_char": start + len(text), "text": text,
        "type": "DATE", "value": value, "modifier": None, "anchored_on": "text", "rule": "test",
    }  # fmt: skip


def figure(doc: Doc, text: str, value: str, counts: str, number: int = 1) -> dict[str, Any]:
    """Return a figure of the text as the figures component writes it."""
    start = doc.text.index(text)
    return {
        "id": f"fig_{number}", "start_char": start, "end_char": start + len(text), "text": text,
        "value": value, "unit": None, "counts": counts, "modifier": None, "of": None,
        "rule": "test",
    }  # fmt: skip
