"""Lays zones over a repaired text: every line once, in order, without overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from presselese.cleaning.blocks import Block, split_blocks
from presselese.cleaning.datelines import find_dateline
from presselese.cleaning.inline import split_paragraph
from presselese.cleaning.layout import assign_roles
from presselese.cleaning.publication import RELEASE, find_date_label, find_publication
from presselese.cleaning.words import CleaningWords
from presselese.records import Zone
from presselese.records.document import ZoneHint
from presselese.records.source import ZoneKind

# A teaser, a lead and two lines of metadata may stand before the paragraph with the dateline.
DATELINE_PARAGRAPHS: Final = 4
# Neighbouring lines of these roles are one zone: an address is one thing.
MIN_TITLE_WORDS: Final = 3
MERGED: Final = frozenset({"contact", "boilerplate", "caption"})


class Layout(NamedTuple):
    """The zones of a text, and what its layout says of title and publication."""

    zones: tuple[Zone, ...]
    title: str | None
    published: str | None


def find_layout(text: str, hints: Sequence[ZoneHint], words: CleaningWords) -> Layout:
    """Return the zones of a repaired text; `hints` are the format's own, in its offsets."""
    blocks = split_blocks(text, hints)
    roles = assign_roles(blocks, words)
    zones: list[Zone] = []
    dates: list[str] = []
    paragraphs = 0
    for block, role in zip(blocks, roles, strict=True):
        skip = 0
        if role == "body":
            paragraphs += 1
            if paragraphs <= DATELINE_PARAGRAPHS:
                skip = _dateline_chars(block, text, words, dates)
        for kind, start, end in _pieces(block, role, skip, words):
            _append(
                zones,
                Zone(kind=kind, start_char=block.start + start, end_char=block.start + end),
                text,
            )
    top = takewhile(lambda pair: pair[1] != "body", zip(blocks, roles, strict=True))
    title = _title([block.text for block, role in top if role == "headline"])
    published = find_publication([block.text for block in blocks], dates, words)
    return Layout(tuple(zones), title, published)


def _title(headlines: Sequence[str]) -> str | None:
    """Return the headline: the first line of several words, for kickers have one or two."""
    several = (
        line
        for line in headlines
        if len(line.split()) >= MIN_TITLE_WORDS and not re.match(RELEASE, line)
    )
    return next(several, headlines[0] if headlines else None)


def _dateline_chars(block: Block, text: str, words: CleaningWords, dates: list[str]) -> int:
    """Return how much of the paragraph is dateline; the dates in it go to `dates`."""
    label = find_date_label(block.text, words)
    dateline = find_dateline(block.text[label:], words, article=text)
    if dateline and dateline.published:
        dates.append(dateline.published)
    return label + dateline.end if dateline else label


def _pieces(
    block: Block, role: ZoneKind, skip: int, words: CleaningWords
) -> Iterator[tuple[ZoneKind, int, int]]:
    if role != "body":
        yield role, 0, len(block.text)
        return
    if skip:
        yield "dateline", 0, len(block.text[:skip].rstrip())
    for kind, start, end in split_paragraph(block.text[skip:], words):
        yield kind, start + skip, end + skip


def _append(zones: list[Zone], zone: Zone, text: str) -> None:
    last = zones[-1] if zones else None
    if last and last.kind == zone.kind and zone.kind in MERGED:
        between = text[last.end_char : zone.start_char]
        if not between.strip() and between.count("\n") < 2:
            zones[-1] = Zone(kind=zone.kind, start_char=last.start_char, end_char=zone.end_char)
            return
    zones.append(zone)
