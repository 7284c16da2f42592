"""What the stages hand to each other before there is a record: a document read, then cleaned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from presselese.records.record import Warning
from presselese.records.source import Source, Zone, ZoneKind


class ZoneHint(NamedTuple):
    """A layout role that the file format itself states (an HTML caption, a DOCX heading).

    Offsets count code points of the `raw_text` it belongs to.
    """

    kind: ZoneKind
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One article as a reader found it: decoded, but not repaired."""

    source: Source
    raw_text: str
    hints: tuple[ZoneHint, ...] = ()
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """One article with repaired text and zones; all later offsets count `text`."""

    source: Source
    text: str
    zones: tuple[Zone, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
