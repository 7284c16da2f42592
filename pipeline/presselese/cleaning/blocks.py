"""The lines of a repaired text as blocks: what zones are told from and made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from presselese.records.document import ZoneHint
from presselese.records.source import ZoneKind

SENTENCE_END: Final = re.compile(r"[.!?…:;,][\"“”»«)\]’‘]*$")
# A line this long that ends a sentence is running text, whatever stands around it.
PROSE_CHARS: Final = 80


@dataclass(frozen=True, slots=True)
class Block:
    """A line without the white space around it; `gap` counts the empty lines above."""

    text: str
    start: int
    gap: int
    hint: ZoneKind | None = None

    @property
    def end(self) -> int:
        """Code point after the last one."""
        return self.start + len(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with a mark that headlines do not close with."""
        return bool(SENTENCE_END.search(self.text[-12:]))

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of running text."""
        return len(self.text) >= PROSE_CHARS and self.ends_sentence


def split_blocks(text: str, hints: Sequence[ZoneHint]) -> list[Block]:
    """Return the non-empty lines of the text, each with the hint that covers it."""
    blocks: list[Block] = []
    pending = sorted(hints, key=lambda hint: hint.start_char)
    position = gap = passed = 0
    for line in text.split("\n"):
        start = position + len(line) - len(line.lstrip())
        while passed < len(pending) and pending[passed].end_char <= start:
            passed += 1
        if line.strip():
            hint = pending[passed] if passed < len(pending) else None
            kind = hint.kind if hint and hint.start_char <= start else None
            blocks.append(Block(line.strip(), start, gap, kind))
            gap = 0
        else:
            gap += 1
        position += len(line) + 1
    return blocks
