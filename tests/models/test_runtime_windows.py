"""Windows hold every word once, in order, and are cut where that harms least."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from de_presse.windows import (
    BATCH,
    BLOCK,
    CLAUSE,
    SENTENCE,
    SHORT_WINDOWS,
    Window,
    WindowPlan,
    batches,
    cut_windows,
)

WANTED, LONGEST = SHORT_WINDOWS.wanted, SHORT_WINDOWS.longest
JOINING = WindowPlan(100, 130, joins_blocks=True)
LENGTHS = st.lists(st.integers(1, 12), min_size=1, max_size=400)


@settings(deadline=None)
@given(LENGTHS, st.sampled_from([SHORT_WINDOWS, JOINING]), st.data())
def test_every_word_is_in_one_window(
    lengths: list[int], plan: WindowPlan, data: st.DataObject
) -> None:
    size = len(lengths)
    cuts = data.draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    windows = cut_windows(lengths, cuts, plan)
    assert windows[0].start == 0
    assert windows[-1].end == len(lengths)
    assert all(a.end == b.start for a, b in pairwise(windows))
    assert all(sum(lengths[w.start : w.end]) <= plan.longest for w in windows)
    assert all(w.is_cut == (w.start > 0 and cuts[w.start] < SENTENCE) for w in windows)
    blocks = {i for i, cut in enumerate(cuts) if cut == BLOCK} - {0}
    assert plan.joins_blocks or blocks <= {w.start for w in windows}


def test_short_text_is_one_window() -> None:
    assert cut_windows([1] * WANTED, [0] * WANTED, SHORT_WINDOWS) == [Window(0, WANTED, False)]


def test_full_window_ends_at_its_last_sentence() -> None:
    cuts = [0] * 300
    cuts[90] = cuts[140] = cuts[170] = SENTENCE
    assert cut_windows([1] * 300, cuts, SHORT_WINDOWS)[0] == Window(0, 140, False)


def test_long_sentence_may_fill_the_window_to_its_end() -> None:
    cuts = [0] * 250
    cuts[LONGEST - 5] = SENTENCE
    assert cut_windows([1] * 250, cuts, SHORT_WINDOWS)[0] == Window(0, LONGEST - 5, False)


def test_too_long_sentence_is_cut_at_a_comma() -> None:
    cuts = [0] * 400
    cuts[150] = CLAUSE
    windows = cut_windows([1] * 400, cuts, SHORT_WINDOWS)
    assert windows[:2] == [Window(0, 150, False), Window(150, 340, True)]


def test_blocks_are_joined_as_long_as_they_fit() -> None:
    cuts = [0] * 200
    cuts[10] = cuts[80] = cuts[120] = BLOCK
    cuts[90] = SENTENCE
    windows = cut_windows([1] * 200, cuts, JOINING)
    assert windows == [Window(0, 80, False), Window(80, 120, False), Window(120, 200, False)]


def test_headline_is_not_left_alone_before_a_long_paragraph() -> None:
    cuts = [0] * 200
    cuts[10], cuts[95] = BLOCK, SENTENCE
    assert cut_windows([1] * 200, cuts, JOINING)[0] == Window(0, 95, False)


def test_time_is_linear_in_the_words() -> None:
    def seconds(words: int) -> float:
        began = time.process_time()
        cut_windows([2] * words, [0] * words, SHORT_WINDOWS)
        return time.process_time() - began

    seconds(1000)
    assert seconds(200_000) < 40 * max(seconds(20_000), 0.005)


@settings(deadline=None)
@given(st.lists(st.integers(3, LONGEST + 2), max_size=60))
def test_batches_hold_every_window_once_and_stay_small(sizes: list[int]) -> None:
    groups = list(batches(sizes))
    assert sorted(i for group in groups for i in group) == list(range(len(sizes)))
    assert all(max(sizes[i] for i in group) * len(group) <= BATCH for group in groups)
