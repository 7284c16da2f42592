"""The pipeline component that writes the figures of an article into its Doc.

Finding is `parse.find_figures`, the counted noun is `counted.count_all`; this file decides which of
them the record keeps and puts them into the shape of `presselese.records.Figure`.
"""

from __future__ import annotations

import re
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc

from presselese.figures.counted import Counted, count_all
from presselese.figures.parse import FigureMatch, find_figures
from presselese.resources import doc_fields

_HOLDS: Final = (
    r"(?:zählt|zählte|hat|hatte|umfasst|umfasste|beschäftigt|beschäftigte|vertritt|vereint|betreibt|"
    r"betreut|bündelt|verfügt|erwirtschaftete|erzielte|erzielt|besteht|unterhält)"
)
_FILLER: Final = (
    r"(?:(?:aktuell|derzeit|heute|mittlerweile|inzwischen|insgesamt|bereits|rund|etwa|knapp|gut|über|"
    r"mehr als|ca\.|circa|weltweit|bundesweit|aus|nach eigenen Angaben|zurzeit|momentan|fast|nun|"
    r"jetzt|einen Umsatz von)\s)*"
)
_OWNER_FIRST: Final = re.compile(rf"\s(?:e\.\s?V\.\s)?{_HOLDS}\s{_FILLER}(?:mit\s)?")
_VERB_BEFORE: Final = re.compile(rf"\b{_HOLDS}\s(?:(?:der|die|das)\s)?$")
_AFTER_OWNER: Final = re.compile(rf"\s{_FILLER}")


@Language.factory(
    "presselese_figures",
    assigns=["doc._.presselese_figures"],
    default_config={},
)
def create_figures(nlp: Language, name: str) -> Figures:
    """Register the fields and return the component; it has no options."""
    doc_fields.register(Doc, doc_fields.FIGURES, doc_fields.DATES, doc_fields.ZONES)
    return Figures()


class Figures:
    """Quantities with exact value, unit, counted noun and owner.

    Reads `doc._.presselese_dates` and `doc._.presselese_zones` (both may be empty) and tags, tree
    and entities where a model has set them; writes `doc._.presselese_figures`: dicts of
    `records.Figure`, by start. Works on a blank pipeline:

    >>> import spacy
    >>> nlp = spacy.blank("de")
    >>> _ = nlp.add_pipe("presselese_figures")
    >>> nlp("Rund 50 deutsche Firmen reisen mit.")._.presselese_figures[0]["counts"]
    'Firmen'

    Limits: `of` is set only in plain clauses ("X zählt 168 Mitglieder"); a number without noun is
    kept only where the same sentence says what it counts.
    """

    def __call__(self, doc: Doc) -> Doc:
        dates = [(d["start_char"], d["end_char"]) for d in doc._.presselese_dates]
        contacts = [
            (z["start_char"], z["end_char"])
            for z in doc._.presselese_zones
            if z["kind"] == "contact"
        ]
        matches = [
            match
            for match in find_figures(doc.text)
            if not _overlaps(match, dates) and not (match.bare and _overlaps(match, contacts))
        ]
        doc._.presselese_figures = [
            _record(doc, counted, number)
            for number, counted in enumerate(count_all(doc, matches), start=1)
        ]
        return doc


def _overlaps(match: FigureMatch, spans: list[tuple[int, int]]) -> bool:
    return any(start < match.end and match.start < end for start, end in spans)


def _record(doc: Doc, counted: Counted, number: int) -> dict[str, Any]:
    match = counted.match
    return {
        "id": f"fig_{number}",
        "start_char": match.start,
        "end_char": counted.end,
        "text": doc.text[match.start : counted.end],
        "value": match.value,
        "unit": match.unit,
        "counts": counted.counts,
        "modifier": match.modifier,
        "of": _owner(doc, match),
        "rule": match.rule,
    }


def _owner(doc: Doc, match: FigureMatch) -> dict[str, str | None] | None:
    """ "DiWiSH zählt aktuell 168 Mitglieder", "Aktuell zählt DiWiSH 168 Mitglieder"."""
    for entity in doc.ents:
        if entity.label_ != "ORG" or not 0 < match.start - entity.end_char < 60:
            continue
        gap = (entity.end_char, match.start)
        direct = _OWNER_FIRST.fullmatch(doc.text, *gap)
        window = doc.text[max(0, entity.start_char - 30) : entity.start_char]
        inverted = _VERB_BEFORE.search(window) and _AFTER_OWNER.fullmatch(doc.text, *gap)
        if direct or inverted:
            return {"ref": None, "name": entity.text}
    return None
