"""Repairs an article's text and carries its layout hints along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from presselese.cleaning.characters import repair_characters
from presselese.cleaning.hyphens import HyphenWords, join_parted_words
from presselese.cleaning.settling import settled
from presselese.cleaning.wrapped_lines import join_wrapped_lines
from presselese.records.document import ZoneHint
from presselese.records.source import ZoneKind

# "lars.beispiel@ ihk.example": a PDF parted the address at its line end.
PARTED_MAIL: Final = re.compile(r"(?<=[\w.+-]@)[ \n](?=[\w-]+\.(?:[\w-]+\.)*[A-Za-z]{2,24}\b)")
PARTED_URL: Final = re.compile(r"(\bhttps?://)[ \n](?=www\.\w)")
MAX_PASSES: Final = 3


def repair(
    raw_text: str, hints: Sequence[ZoneHint], words: HyphenWords
) -> tuple[str, tuple[ZoneHint, ...]]:
    """Return the repaired text, and the hints in its offsets.

    Each hinted block is repaired by itself, so that no repair reaches across its edges.
    """
    pieces: list[str] = []
    moved: list[ZoneHint] = []
    length = 0
    for kind, start, end in _segments(len(raw_text), hints):
        piece = repair_text(raw_text[start:end], words)
        if kind:
            moved.append(ZoneHint(kind, length, length + len(piece)))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), tuple(hint for hint in moved if hint.start_char < hint.end_char)


def repair_text(text: str, words: HyphenWords) -> str:
    """Return a text with sound characters, whole words and unwrapped lines."""
    # Letters that a line end parted may look like broken encoding once they stand together.
    return settled(lambda once: _repair_once(once, words), text, passes=MAX_PASSES)


def _repair_once(text: str, words: HyphenWords) -> str:
    # Lines first: joining a parted word would lengthen its line and hide the width.
    text = join_wrapped_lines(repair_characters(text))
    text = join_parted_words(text, words)
    return PARTED_URL.sub(r"\1", PARTED_MAIL.sub("", text))


def _segments(length: int, hints: Sequence[ZoneHint]) -> list[tuple[ZoneKind | None, int, int]]:
    segments: list[tuple[ZoneKind | None, int, int]] = []
    position = 0
    for hint in sorted(hints, key=lambda hint: hint.start_char):
        if hint.start_char < position or hint.end_char > length:
            continue  # overlaps an earlier hint
        segments.append((None, position, hint.start_char))
        segments.append((hint.kind, hint.start_char, hint.end_char))
        position = hint.end_char
    return [*segments, (None, position, length)]
