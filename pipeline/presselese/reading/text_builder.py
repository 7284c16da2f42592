"""Joins blocks of text and keeps where each block with a known layout role came to stand."""

from __future__ import annotations

from typing import Final

from presselese.records.document import ZoneHint
from presselese.records.source import ZoneKind

# Where a text repeats its title, it does so within its first lines.
HEAD_CHARS: Final = 1000


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

    def append(self, other: TextBuilder) -> None:
        """Append another text with its hints."""
        start = self._length + (len(self._separator) if self._blocks else 0)
        self.add(other.text)
        self._hints.extend(
            ZoneHint(hint.kind, hint.start_char + start, hint.end_char + start)
            for hint in other.hints
        )

    @property
    def text(self) -> str:
        """All blocks so far as one text."""
        return self._separator.join(self._blocks)

    def shows(self, title: str) -> bool:
        """Whether the title stands at the top of the text already."""
        return title in " ".join(self.text[:HEAD_CHARS].split())

    @property
    def hints(self) -> tuple[ZoneHint, ...]:
        """The blocks with a known role, in text order."""
        return tuple(self._hints)


def with_title(title: str | None, body: TextBuilder) -> TextBuilder:
    """Return the body under its title, where it does not show it; an empty body stays empty."""
    if not title or not body.text.strip() or body.shows(title):
        return body
    built = TextBuilder()
    built.add(title, hint="headline")
    built.append(body)
    return built
