"""Helpers for cleaning tests."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from presselese.cleaning.words import CleaningWords, load_words
from presselese.records import Source
from presselese.records.document import SourceDocument, ZoneHint

MakeDocument = Callable[..., SourceDocument]


@pytest.fixture(scope="session")
def words() -> CleaningWords:
    return load_words()


@pytest.fixture(scope="session")
def make_document() -> MakeDocument:
    """Return a function that wraps a text as a reader would."""

    def make(text: str, *, hints: tuple[ZoneHint, ...] = (), **source: object) -> SourceDocument:
        content = text.encode("utf-8", "replace")
        fields: dict[str, object] = {
            "path": "a.txt",
            "media_type": "text/plain",
            "encoding": "utf-8",
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        return SourceDocument(Source.model_validate(fields | source), text, hints)

    return make
