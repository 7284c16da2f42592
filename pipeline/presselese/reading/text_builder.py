"""Joins blocks of text and keeps where each block with a known layout role came to stand."""

from __future__ import annotations

from presselese.records.document import ZoneHint
from presselese.records.source import ZoneKind


class TextBuilder:
    """A growing text; `hints` count its code points."""

    def __init__(self, *, separator: str = "\n\n") -> None:
        self._separator = separator
        self._blocks: list[str] = []
        self._length = 0
        self._hints: list[ZoneHint] = []

    def add(self, block: str, *, hint: ZoneKind | None = None) -> None:
        """Append a block, after the separator unless it is the first."""
        start = self._length + (len(self._separator) if self._blocks else 0)
        self._blocks.append(block)
        self._length = start + len(block)
        if hint and block.strip():
            self._hints.append(ZoneHint(hint, start, self._length))

    @property
    def text(self) -> str:
        """All blocks so far as one text."""
        return self._separator.join(self._blocks)

    @property
    def hints(self) -> tuple[ZoneHint, ...]:
        """The blocks with a known role, in text order."""
        return tuple(self._hints)
