"""Hand-built Docs: a sentence as one line a token, so that no test of a rule needs a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import spacy
from spacy.tokens import Doc, Span

from presselese.resources.doc_fields import DOC_FIELDS, register


def tree(rows: str, *, names: Sequence[tuple[int, int, str]] = (), **fields: Any) -> Doc:
    """Return a Doc from rows "word lemma UPOS relation head [morph]", heads counted from 1.

    `_` stands for a lemma like the word; a head 0 is the root. `names` are (start, end, label) in
    tokens. Other keywords set presselese's fields on the Doc.
    """
    register(Doc, *DOC_FIELDS)
    table = [line.split() for line in rows.strip().splitlines()]
    heads = [int(row[4]) - 1 if row[4] != "0" else index for index, row in enumerate(table)]
    doc = Doc(
        spacy.blank("de").vocab,
        words=[row[0] for row in table],
        spaces=[not _closes(table, index) for index in range(len(table))],
        lemmas=[row[1] if row[1] != "_" else row[0] for row in table],
        pos=[row[2] for row in table],
        deps=[row[3] if row[4] != "0" else "ROOT" for row in table],
        heads=heads,
        morphs=[row[5] if len(row) > 5 else "" for row in table],
    )
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in names]
    for name, value in fields.items():
        doc._.set(f"presselese_{name}", value)
    return doc


def _closes(table: list[list[str]], index: int) -> bool:
    return index + 1 >= len(table) or table[index + 1][0] in (".", ",", ":", ";", ")")
