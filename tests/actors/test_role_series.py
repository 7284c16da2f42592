"""Lists of people with their offices right behind the names."""

from __future__ import annotations

import pytest
from tests.actors.flat import flat
from tests.actors.test_roles import rules, told

BOARD = (
    "Eva/PROPN Roth/PROPN 1./NUM Vorstand/NOUN ,/PUNCT Jan/PROPN Wolf/PROPN {second} {glue} "
    "Ida/PROPN Kurz/PROPN {third}"
)
NAMES = [(0, 2, "PER"), (5, 7, "PER"), (9, 11, "PER")]


def test_each_of_a_list_has_the_office_right_behind() -> None:
    rows = BOARD.format(second="Kassier/NOUN", glue="und/CCONJ", third="Dirigentin/NOUN")
    doc = flat(rows, names=NAMES)
    assert told(doc) == [
        ("Eva Roth", "1. Vorstand", None),
        ("Jan Wolf", "Kassier", None),
        ("Ida Kurz", "Dirigentin", None),
    ]
    assert set(rules(doc)) == {"person.role_series"}


@pytest.mark.parametrize("glue", ["lobt/VERB", ";/PUNCT"])
def test_list_ends_where_more_than_a_comma_parts_the_names(glue: str) -> None:
    rows = BOARD.format(second="Kassier/NOUN", glue=glue, third="Chorleiterin/NOUN")
    assert [name for name, _, _ in told(flat(rows, names=NAMES))] == ["Eva Roth", "Jan Wolf"]


def test_office_that_opens_the_next_sentence_is_none_of_the_name() -> None:
    rows = BOARD.format(second="Kassier/NOUN", glue="und/CCONJ", third="./PUNCT Leiterin/NOUN")
    assert [name for name, _, _ in told(flat(rows, names=NAMES))] == ["Eva Roth", "Jan Wolf"]


def test_one_such_pair_is_no_list() -> None:
    rows = "Eva/PROPN Roth/PROPN Vorstand/NOUN ,/PUNCT Jan/PROPN Wolf/PROPN singt/VERB"
    assert told(flat(rows, names=[(0, 2, "PER"), (4, 6, "PER")])) == []
