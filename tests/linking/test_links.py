"""What the model says of two tellings: one event, two, or nothing."""

from __future__ import annotations

import pytest

from de_presse.told import LEAST_ROLE
from presselese.linking.links import NO_LINKS, SURELY_ONE, Links, surely_one, surely_two


def links(token: int, *, window: int = 0, **same: float) -> Links:
    return Links(frozenset({(window, token)}), {int(t[1:]): score for t, score in same.items()})


def test_likeness_is_the_mean_of_both_directions() -> None:
    assert links(3, _9=0.8).likeness(links(9, _3=0.6)) == pytest.approx(0.7)
    assert links(3, _9=0.8).likeness(links(9)) == pytest.approx(0.4)


def test_words_of_two_windows_say_nothing_of_each_other() -> None:
    assert links(3).likeness(links(9, window=9)) is None
    assert Links().likeness(links(9)) is None


def test_event_told_twice_has_the_best_link_of_its_tellings() -> None:
    both = links(3).joined(links(5, _9=0.9))
    assert both.likeness(links(9, _5=0.9)) == pytest.approx(0.9)


@pytest.mark.parametrize(("score", "answer"), [(SURELY_ONE, True), (SURELY_ONE - 0.1, False)])
def test_only_a_clear_likeness_settles(score: float, answer: bool) -> None:
    first, second = links(3, _9=score), links(9, _3=score)
    assert surely_one({"links": first}, {"links": second}) is answer


def test_events_without_links_are_left_to_the_rules() -> None:
    assert not surely_one({"links": NO_LINKS}, {"links": links(9)})


@pytest.mark.parametrize(("same", "answer"), [({}, True), ({"_9": LEAST_ROLE}, False)])
def test_words_read_together_of_which_neither_names_the_other_are_two(
    same: dict[str, float], answer: bool
) -> None:
    first, second = {"links": links(3, **same)}, {"links": links(9)}
    assert surely_two(first, second) is answer


def test_of_one_word_that_tells_two_events_nothing_is_sure() -> None:
    first, second = {"links": links(3, _9=0.8)}, {"links": links(3, _9=0.8)}
    assert not surely_one(first, second) and not surely_two(first, second)


def test_of_words_that_were_not_read_together_nothing_is_sure() -> None:
    assert not surely_two({"links": NO_LINKS}, {"links": links(9)})
