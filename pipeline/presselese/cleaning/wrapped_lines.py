"""Joins lines that a mail program or typewriter wrapped at a fixed width.

A text counts as wrapped only where the greedy rule explains its line ends: the next line's first
word would not have fitted. Lists, poems and address blocks keep their lines.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

# Widths that people wrap at: narrow newspaper columns to wide terminals.
MIN_WIDTH: Final = 30
MAX_WIDTH: Final = 130
# Found on the seeds and wrapped copies of them at 40, 60, 72 and 100 characters; lists of short
# lines reach 0.5. Re-run tests/cleaning/test_wrapped_lines.py after a change.
MIN_PAIRS: Final = 4
MIN_FULL_SHARE: Final = 0.65
# Running German continues in lower case at 35 to 50 % of its line ends, a list nearly never.
MIN_LOWER_SHARE: Final = 0.2
NEW_ITEM: Final = re.compile(r"\s*(?:[•▪■◦‣*>|]|[–-]\s|\d{1,2}[.)]\s\S+$)|\s{3,}")


def join_wrapped_lines(text: str) -> str:
    """Return the text with wrapped lines joined by a blank; other texts come back as they are."""
    lines = text.split("\n")
    width = _width(lines)
    if width is None:
        return text
    joined = [lines[0]]
    for upper, lower in pairwise(lines):
        if _is_wrapped(upper, lower, width):
            joined[-1] = f"{joined[-1].rstrip()} {lower.lstrip()}"
        else:
            joined.append(lower)
    return "\n".join(joined)


def _width(lines: list[str]) -> int | None:
    """Return the width that the text is wrapped at, or `None` where it is not wrapped."""
    width = max((len(line.rstrip()) for line in lines if " " in line.strip()), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    pairs = [(upper, lower) for upper, lower in pairwise(lines) if upper.strip() and lower.strip()]
    full = [lower for upper, lower in pairs if _is_wrapped(upper, lower, width)]
    lower_case = [lower for lower in full if lower.lstrip()[:1].islower()]
    is_wrapped = (
        len(full) >= MIN_PAIRS
        and len(full) >= MIN_FULL_SHARE * len(pairs)
        and len(lower_case) >= MIN_LOWER_SHARE * len(full)
    )
    return width if is_wrapped else None


def _is_wrapped(upper: str, lower: str, width: int) -> bool:
    if not upper.strip() or not lower.strip() or NEW_ITEM.match(lower):
        return False
    first_word = lower.split(maxsplit=1)[0]
    return len(upper.rstrip()) + 1 + len(first_word) > width
