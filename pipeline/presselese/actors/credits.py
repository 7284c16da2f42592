"""Who is named only as the maker of a picture or a text: "Foto: Eva Roth", "Von Jan Wolf".

A credit says nothing of what its person does in the article; no body of it employs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

# "Foto: Roth", "Text und Fotos: Roth", "(Bild: dpa, Eva Roth", "© Roth"; on one line.
CREDIT: Final = re.compile(
    r"(?:\b(?:\w*[Ff]otos?|Bild(?:er)?|Grafik|Montage|Autor(?:in)?)[ \t]*:|©)[ \t]*"
    r"(?:[\w.-]+[,/][ \t]*)?$"
)
BYLINE: Final = re.compile(r"(?:^|\n)[ \t]*Von[ \t]+$")
LONGEST_CREDIT: Final = 40  # characters before the name


def is_only_credited(mentions: Iterable[Mapping[str, Any]], text: str) -> bool:
    """Tell whether all mentions of a person are credits or bylines."""
    return all(_is_credit(m["start_char"], m["end_char"], text) for m in mentions)


def _is_credit(start_char: int, end_char: int, text: str) -> bool:
    before = text[max(0, start_char - LONGEST_CREDIT) : start_char]
    if CREDIT.search(before):
        return True
    has_own_line = text[end_char : end_char + 1] in ("", "\n")
    return has_own_line and BYLINE.search(before) is not None
