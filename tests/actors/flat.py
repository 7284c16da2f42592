"""Docs of words with a tag alone, for rules that read tags and names but no tree."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc
from tests.trees import tree


def flat(tagged: str, *, names: Sequence[tuple[int, int, str]] = (), **fields: object) -> Doc:
    """Return a Doc from "Word/TAG Word/TAG/Case=Gen"; all words hang on the first."""
    rows = []
    for number, word in enumerate(tagged.split()):
        text, tag, *morph = word.rsplit("/", word.count("/"))
        head = "1" if number else "0"
        rows.append(" ".join([text, "_", tag, "dep", head, *morph]))
    return tree("\n".join(rows), names=names, **fields)
