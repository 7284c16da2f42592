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
    skips, dates = _datelines(blocks, roles, text, words)
    zones: list[Zone] = []
    for block, role, skip in zip(blocks, roles, skips, strict=True):
        for kind, start, end in _pieces(block, role, skip, words):
            span = {"start_char": block.start + start, "end_char": block.start + end}
            _append(zones, Zone(kind=kind, **span), text)
    top = takewhile(lambda line: line[1] != "body", zip(blocks, roles, skips, strict=True))
    title = _title([block.text[skip:].strip() for block, role, skip in top if role == "headline"])
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


def _datelines(
    blocks: Sequence[Block], roles: Sequence[ZoneKind], text: str, words: CleaningWords
) -> tuple[list[int], list[str]]:
    """Return how much of each block is dateline, and the full dates in datelines."""
    skips: list[int] = []
    dates: list[str] = []
    paragraphs = 0
    for block, role in zip(blocks, roles, strict=True):
        paragraphs += role == "body"
        is_opening = role in ("body", "headline") and paragraphs <= DATELINE_PARAGRAPHS
        label = find_date_label(block.text, words) if is_opening else 0
        dateline = None
        if is_opening and role == "body":
            dateline = find_dateline(block.text[label:], words, article=text)
        if dateline and dateline.published:
            dates.append(dateline.published)
        end = label + (dateline.end if dateline else 0)
        skips.append(len(block.text[:end].rstrip()))
    return skips, dates


def _pieces(
    block: Block, role: ZoneKind, skip: int, words: CleaningWords
) -> Iterator[tuple[ZoneKind, int, int]]:
    if skip:
        yield "dateline", 0, skip
    rest = block.text[skip:]
    if role == "body":
        for kind, start, end in split_paragraph(rest, words):
            yield kind, start + skip, end + skip
    elif rest.strip():
        yield role, skip + len(rest) - len(rest.lstrip()), len(block.text)


def _append(zones: list[Zone], zone: Zone, text: str) -> None:
    last = zones[-1] if zones else None
    if last and last.kind == zone.kind and zone.kind in MERGED:
        between = text[last.end_char : zone.start_char]
        if not between.strip() and between.count("\n") < 2:
            zones[-1] = Zone(kind=zone.kind, start_char=last.start_char, end_char=zone.end_char)
            return
    zones.append(zone)
