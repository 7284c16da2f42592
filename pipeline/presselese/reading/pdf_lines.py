"""The lines of a PDF page with their places on it, and how lines become paragraphs.

pdfium gives characters in reading order, column by column, but no paragraphs: these are told from
the gaps, font sizes and indents between lines. Joining words parted by a hyphen is left to
`cleaning`; here such a line keeps its hyphen and line end.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Final

import pypdfium2.raw as pdfium_c

# What pdfium writes where a hyphen ends a line (it drops the line end itself).
LINE_END_HYPHENS: Final = ("\x02", "\ufffe")
# A gap between lines this much larger than usual parts paragraphs. Word's "6 pt after" on 11 pt
# type makes 1.4; uneven line heights round superscripts stay under 1.2.
PARAGRAPH_GAP: Final = 1.3
# Sizes closer than this are the same type; a sub-headline set one point larger is not.
SAME_SIZE: Final = 1.07
INDENT_EM: Final = 0.8
# A line that stops before this share of its column and ends a sentence ends a paragraph.
SHORT_LINE: Final = 0.85
SENTENCE_END: Final = re.compile(r"[.!?:…][\"“”«»)’]?\s*$")
BULLET: Final = re.compile(r"\s*(?:[•▪■◦‣*]|[–-]\s)")


@dataclass(slots=True)
class Line:
    """One line of print; measures in points, `baseline` from the bottom of the page."""

    text: str
    size: float
    left: float
    right: float
    baseline: float
    has_end_hyphen: bool = False


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, as text."""

    text: str
    size: float


def page_lines(text_page: Any) -> list[Line]:
    """Return the lines of a pypdfium2 text page, in reading order, without empty ones."""
    lines: list[Line] = []
    characters: list[tuple[str, int]] = []
    for character, index in _characters(text_page):
        if character in LINE_END_HYPHENS:
            lines.append(_line(text_page, characters, has_end_hyphen=True))
            characters = []
        elif character in "\r\n":
            lines.append(_line(text_page, characters, has_end_hyphen=False))
            characters = []
        else:
            characters.append((character, index))
    lines.append(_line(text_page, characters, has_end_hyphen=False))
    return [line for line in lines if line.text.strip()]


def _characters(text_page: Any) -> Iterator[tuple[str, int]]:
    high = 0
    for index in range(text_page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        yield chr(code) if code != 0xFFFF else " ", index


def _line(text_page: Any, characters: list[tuple[str, int]], *, has_end_hyphen: bool) -> Line:
    text = "".join(character for character, _ in characters)
    inked = [index for character, index in characters if not character.isspace()]
    if not inked:
        return Line("", 0, 0, 0, 0)
    size = round(pdfium_c.FPDFText_GetFontSize(text_page, inked[len(inked) // 2]), 1)
    box = [ctypes.c_double() for _ in range(4)]
    pdfium_c.FPDFText_GetCharBox(text_page, inked[0], *box)
    left = box[0].value
    pdfium_c.FPDFText_GetCharBox(text_page, inked[-1], *box)
    right = box[1].value
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(text_page, inked[0], x, y)
    return Line(
        text.rstrip() + ("-" if has_end_hyphen else ""), size, left, right, y.value, has_end_hyphen
    )


def join_lines(lines: list[Line]) -> list[Paragraph]:
    """Return the paragraphs that the lines of one page form."""
    leading = _usual_leading(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(_join(group), group[0].size) for group in groups]


def body_size(lines: list[Line]) -> float:
    """Return the font size in which most of the text is set."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def _usual_leading(lines: list[Line]) -> float:
    """Return the usual distance of two baselines, in font sizes."""
    steps = [
        (upper.baseline - lower.baseline) / upper.size
        for upper, lower in pairwise(lines)
        if upper.size and 0.8 < (upper.baseline - lower.baseline) / upper.size < 3
    ]
    return median(steps) if steps else 1.2


def _continues(group: list[Line], line: Line, leading: float) -> bool:
    last = group[-1]
    if last.has_end_hyphen:
        return True
    if not _is_same_size(last, line) or BULLET.match(line.text):
        return False
    drop = last.baseline - line.baseline
    ends_sentence = bool(SENTENCE_END.search(last.text))
    if drop < -0.5 * line.size:
        # The next column: goes on where a sentence is open.
        return not ends_sentence and line.text[:1].islower()
    if drop > PARAGRAPH_GAP * leading * line.size:
        return False
    if (
        drop > 0.5 * line.size
        and line.left > min(upper.left for upper in group) + INDENT_EM * line.size
    ):
        return False
    width = max(upper.right for upper in [*group, line]) - min(
        upper.left for upper in [*group, line]
    )
    return not (ends_sentence and last.right - last.left < SHORT_LINE * width)


def _is_same_size(one: Line, other: Line) -> bool:
    small, large = sorted((one.size or 1.0, other.size or 1.0))
    return large / small < SAME_SIZE


def _join(group: list[Line]) -> str:
    # "Climate-" at a line end: whether the hyphen stays is for cleaning to decide.
    lines = (line.text.strip() for line in group)
    return "".join(line + ("\n" if line.endswith("-") else " ") for line in lines).strip()
