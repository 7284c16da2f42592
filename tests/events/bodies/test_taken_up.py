"""A noun that is taken up beside a name means that body."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.bodies.taken_up import name_as_taken_up
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling

ROWS = """Bund _ NOUN root 0
    tagt _ VERB dep 1
    . _ PUNCT punct 1
    {article} _ DET det 5
    {noun} _ NOUN root 0
    , _ PUNCT punct 5
    als _ ADP case 8
    Nordring _ PROPN appos 5
    wuchs _ VERB dep 5"""


@pytest.mark.parametrize(
    ("article", "noun", "body"),
    [
        ("Dieser", "Bund", "Nordring"),
        ("Der", "Bund", "Bund der Küsten"),
        ("Dieser", "Verein", "Bund der Küsten"),
    ],
)
def test_noun_that_is_taken_up_beside_a_name_means_that_body(
    article: str, noun: str, body: str
) -> None:
    doc = scene(ROWS.format(article=article, noun=noun), names=[(7, 8, "ORG")])
    word = doc[0:1]
    given = Argument("NP", None, "Bund der Küsten", word.start_char, word.end_char, "Bund")
    rule = "membership.becomes_member"
    slots = {"organisation": [given]}
    telling = Telling("membership", rule, word, word.sent, "done", False, slots)
    name_as_taken_up([telling], Resolver(doc))
    assert [a.name for a in telling.slots["organisation"]] == [body]


def test_name_before_the_noun_is_not_meant() -> None:
    """Dieser Bund, als Nordring gegründet, … Der Bund der Küsten tagt."""
    rows = ROWS.format(article="Dieser", noun="Bund") + "\nBund _ NOUN obj 9"
    doc = scene(rows, names=[(7, 8, "ORG")])
    word = doc[9:10]
    given = Argument("NP", None, "Bund der Küsten", word.start_char, word.end_char, "Bund")
    slots = {"organisation": [given]}
    telling = Telling("membership", "membership.read", word, word.sent, "done", False, slots)
    name_as_taken_up([telling], Resolver(doc))
    assert telling.slots["organisation"] == [given]
