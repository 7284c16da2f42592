"""Cleans one document: repaired text, zones, and the title and publication date it states."""

from __future__ import annotations

from presselese.cleaning.language import language_warnings
from presselese.cleaning.repair import repair
from presselese.cleaning.words import load_words
from presselese.cleaning.zones import Layout, find_layout
from presselese.records import Source
from presselese.records.document import CleanDocument, SourceDocument


def clean(document: SourceDocument) -> CleanDocument:
    """Return the document with repaired text and zones; all offsets count the new text.

    Nothing is thrown away: litter is marked as boilerplate, and later stages decide. A publication
    date in the text fills an empty one or replaces that of the file name; metadata and options
    stand.
    """
    words = load_words()
    text, hints = repair(document.raw_text, document.hints, words.hyphens)
    layout = find_layout(text, hints, words)
    body = " ".join(
        text[zone.start_char : zone.end_char]
        for zone in layout.zones
        if zone.kind in ("body", "quote")
    )
    return CleanDocument(
        source=_with_stated(document.source, layout),
        text=text,
        zones=layout.zones,
        warnings=document.warnings + language_warnings(body or text, words.common_german),
    )


def _with_stated(source: Source, layout: Layout) -> Source:
    stated: dict[str, str] = {}
    if source.title is None and layout.title:
        stated["title"] = layout.title
    if layout.published and source.published_from in (None, "file_name"):
        stated["published"] = layout.published
        stated["published_from"] = "text"
    return source.model_copy(update=stated) if stated else source
