"""Words to windows of a few sentences or paragraphs, and windows to batches of like length.

Everything here depends on the words of one document alone. That is what makes results repeatable:
the int8 graph takes its activation ranges from a whole batch, so a batch over two documents would
let one article change the other's analysis.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

# How good a place to cut is, before a word.
NOWHERE: Final = 0
CLAUSE: Final = 1  # after a comma or semicolon
SENTENCE: Final = 2  # where a sentence starts, given or safe to guess
BLOCK: Final = 3  # a line break or zone border

# Larger batches are slower on one core: their activations leave the second-level cache (4,500
# pieces a second at 300, 3,800 at 1,200; re-measure with models/de_presse/speed.py).
BATCH: Final = 400
# A window much shorter than its batch wastes the difference as padding.
LEAST_FILLED: Final = 0.8


class WindowPlan(NamedTuple):
    """How a model was trained to see texts, as its `labels.json` says.

    `wanted` and `longest` are pieces; with `joins_blocks` a window holds several blocks where they
    fit (an event's headline and lead help to read what follows), else each has windows of its own.
    """

    wanted: int
    longest: int
    joins_blocks: bool


# Of models that say nothing: trained on single sentences up to 200 pieces.
SHORT_WINDOWS: Final = WindowPlan(160, 190, joins_blocks=False)


class Window(NamedTuple):
    """Words `start` to before `end`; `is_cut` where it begins in the middle of a sentence."""

    start: int
    end: int
    is_cut: bool


def cut_windows(lengths: Sequence[int], cuts: Sequence[int], plan: WindowPlan) -> list[Window]:
    """Return windows over all words; linear in their number.

    `lengths` are pieces a word, `cuts` the quality of the place before each word.
    """
    ends = [0, *accumulate(lengths)]
    inner = () if plan.joins_blocks else (i for i, cut in enumerate(cuts) if cut == BLOCK and i)
    blocks = [0, *inner, len(lengths)]
    windows: list[Window] = []
    for start, end in pairwise(blocks):
        is_cut = False
        while start < end:
            stop = _window_end(start, end, ends, cuts, plan)
            windows.append(Window(start, stop, is_cut))
            is_cut = stop < end and cuts[stop] < SENTENCE
            start = stop
    return windows


def _window_end(
    start: int, end: int, ends: list[int], cuts: Sequence[int], plan: WindowPlan
) -> int:
    """The last block border that fills half a window, else the last sentence border in reach.

    Else a later one, else a comma, else anywhere.
    """
    wanted = _reach(start, end, ends, plan.wanted)
    if wanted == end:
        return end
    half = _reach(start, end, ends, plan.wanted // 2)
    for i in range(wanted, half, -1):
        if cuts[i] == BLOCK:
            return i
    for i in range(wanted, start, -1):
        if cuts[i] >= SENTENCE:
            return i
    longest = _reach(start, end, ends, plan.longest)
    for i in range(wanted + 1, longest + 1):
        if i == end or cuts[i] >= SENTENCE:
            return i
    for i in range(longest, (start + longest) // 2, -1):
        if cuts[i] == CLAUSE:
            return i
    return longest


def _reach(start: int, end: int, ends: list[int], pieces: int) -> int:
    """The largest word index up to which the words from `start` have at most `pieces` pieces."""
    return max(start + 1, bisect_right(ends, ends[start] + pieces, start, end + 1) - 1)


def batches(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Yield groups of window indices; `sizes` are their pieces."""
    group: list[int] = []
    for i in sorted(range(len(sizes)), key=lambda i: (-sizes[i], i)):
        if group and _is_full(sizes[group[0]], sizes[i], len(group)):
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _is_full(longest: int, size: int, count: int) -> bool:
    return longest * (count + 1) > BATCH or size < LEAST_FILLED * longest
