"""Figures in German text: quantities with exact value, unit and modifier, without spaCy.

`find_figures` is what the component builds on; `figures` is the plain form for outside test suites.
What is counted and whose figure it is, is left to `counted` and `component`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from presselese.figures.context import Modifier, modifier_after, modifier_before
from presselese.figures.nouns import noun_after
from presselese.figures.numbers import format_decimal, parse_number
from presselese.figures.quantity import Number
from presselese.figures.scan import scan

__all__ = ["CONNECTOR", "FigureMatch", "figures", "find_figures", "parse_number"]

MAX_GAP: Final = 28  # characters between two numbers that share a unit
# "10 bis 15", "3–5", "zwischen 3 und 5", "150 bzw. 2500", "von 12 auf 15", "97,4 (75,9)",
# "14:4"
CONNECTOR: Final = re.compile(
    r"(?P<link>-?\s*(?:bis(?: zu)?|[–—\-]|und|oder|bzw\.|beziehungsweise|auf|statt|sowie|gegen|zu"
    r"|[,/(:])\s*)"
    r"(?:(?:rund|etwa|ca\.|circa|knapp|gut|fast|über|mehr als|zuletzt|sogar|mindestens|maximal|"
    r"höchstens|zu|aktuell|nun|jetzt|derzeit)\s+)*[€$£]?"
)
_OF_WHOLE: Final = re.compile(r"\sder\s(?:(?:insgesamt|rund|etwa|knapp|mehr als)\s)*")
_WEAK_LINKS: Final = frozenset({",", "/"})  # share only inside a list that ends in "und", "oder"


@dataclass(frozen=True, slots=True)
class FigureMatch:
    """One quantity: span in code points, exact decimal, unit symbol, and the rule that found it.

    `counts` is known only where the number word itself says it (dreistöckig: Stockwerke). `bare`:
    nothing but the digits speaks for a figure, so that callers may want to see a noun. `scaled`: a
    scale word does ("800 Millionen").
    """

    start: int
    end: int
    value: str
    unit: str | None
    counts: str | None
    modifier: Modifier | None
    rule: str
    bare: bool = False
    scaled: bool = False


def find_figures(text: str) -> list[FigureMatch]:
    """Return the quantities of a text, by start and without overlaps.

    Spans cover number, scale and unit ("1,2 Mio. Euro"), not what is counted. A range or list gives
    one figure for each number; they share unit and scale ("3 bis 5 Prozent": 3 % and 5 %). Dates,
    times, durations, ordinals, codes and names with digits are left out.
    """
    numbers = scan(text)
    _share(text, numbers)
    _reject_partners(text, numbers)
    return [
        _match(text, number)
        for number in numbers
        if not number.rejected and not _is_time(number) and not number.dangling
    ]


def figures(text: str) -> list[tuple[int, int, str, str | None]]:
    """Return the quantities as (start, end, decimal string, unit symbol or None)."""
    return [(f.start, f.end, f.value, f.unit) for f in find_figures(text)]


def _is_time(number: Number) -> bool:
    return number.unit is not None and number.unit.kind == "time"


def _link(text: str, left: Number, right: Number) -> str | None:
    """Return the connector between two numbers of one range or list, None where there is none."""
    if right.start - left.end > MAX_GAP or right.start < left.end:
        return None
    if match := CONNECTOR.fullmatch(text, left.end, right.start):
        return match["link"].strip()
    is_part = right.unit is not None and _OF_WHOLE.fullmatch(text, left.end, right.start)
    return "der" if is_part else None  # "11 der insgesamt 64 Millionen Euro"


def _share(text: str, numbers: list[Number]) -> None:
    """Give a number the unit and scale of its right neighbour: "3, 5 und 7 Mio. Euro"."""
    shared_from_right = False
    for left, right in zip(reversed(numbers[:-1]), reversed(numbers[1:]), strict=True):
        link = _link(text, left, right)
        receives = (
            link is not None
            and left.unit is None
            and not left.rejected
            and left.rule not in ("figures.fraction", "figures.vague")
            and (right.unit is not None or right.scale is not None or left.dangling)
            and (link not in _WEAK_LINKS or shared_from_right)
        )
        if receives:
            _take_over(left, right)
        shared_from_right = receives


def _take_over(left: Number, right: Number) -> None:
    left.unit = right.unit
    if left.dangling and not right.rejected:
        left.dangling = False
        left.counts = right.counts
        left.end -= 1
    if right.scale is not None and left.scale is None and left.value < 1000:
        left.value *= right.scale
        left.scale = right.scale
    left.bare = False


def _reject_partners(text: str, numbers: list[Number]) -> None:
    """Reject the right end of 'Artikel 3 bis 5', 'Plätze drei und vier' with its left one."""
    for left, right in pairwise(numbers):
        if not left.rejected or right.unit is not None or right.scale is not None:
            continue
        link = _link(text, left, right)
        alone = right.bare or noun_after(text, right.end) is None
        if link is not None and link != "(" and alone and left.digits == right.digits:
            right.rejected = True


def _match(text: str, number: Number) -> FigureMatch:
    measured = number.unit is not None or number.scale is not None
    modifier = modifier_before(
        text, number.start, measured=measured, scaled=number.rule == "figures.vague"
    )
    end = number.end
    if modifier is None and (after := modifier_after(text, end)):
        end, modifier = after
    if modifier is None and number.rule == "figures.vague":
        modifier = "over"  # "Hunderte Gäste": more than one hundred
    return FigureMatch(
        start=number.start,
        end=end,
        value=format_decimal(number.value),
        unit=number.unit.symbol if number.unit else None,
        counts=number.counts,
        modifier=modifier,
        rule=number.rule,
        bare=number.bare,
        scaled=number.scale is not None,
    )
