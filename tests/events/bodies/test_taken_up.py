"""A noun that is taken up beside a name means that body."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from tests.events.scenes import scene

from presselese.events.bodies.taken_up import name_as_taken_up
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling

# Der Bund der Küsten tagt. <beside> Nordring wuchs.
ROWS = """Bund _ NOUN root 0
    tagt _ VERB dep 1
    . _ PUNCT punct 1
    {beside}
    Nordring _ PROPN appos 1
    wuchs _ VERB dep 1"""


def named(doc: Doc, noun: Span) -> list[Argument]:
    """What a membership in "Bund der Küsten" is of, of which `noun` is the only word here."""
    given = Argument("NP", None, "Bund der Küsten", noun.start_char, noun.end_char, "Bund")
    slots = {"organisation": [given]}
    telling = Telling("membership", "membership.read", noun, noun.sent, "done", False, slots)
    name_as_taken_up([telling], Resolver(doc))
    return telling.slots["organisation"]


def beside(words: str) -> Doc:
    """The scene with words before its name."""
    rows = "\n".join(f"{word} _ {'PUNCT' if word == '„' else 'X'} dep 1" for word in words.split())
    place = 3 + len(words.split())
    return scene(ROWS.format(beside=rows), names=[(place, place + 1, "ORG")])


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Dieser Bund als „", "Nordring"),
        ("Dieser Bund namens", "Nordring"),
        ("Dieser Bund namens „", "Nordring"),
        ("Dieser Bund „", "Nordring"),
        ("Dieses Bundes „", "Nordring"),
        ("Der Bund namens", "Bund der Küsten"),
        ("Dieser Verein namens", "Bund der Küsten"),
        # Another body is named beside it.
        ("Dieser Bund der", "Bund der Küsten"),
        ("Dieser Bund und", "Bund der Küsten"),
        ("Dieser Bund zahlt", "Bund der Küsten"),
        ("Dieser Bund als Teil", "Bund der Küsten"),
        # "Größer ist dieser Bund als Nordring", "als dieser Bund Nordring aufnahm".
        ("Größer ist dieser Bund als", "Bund der Küsten"),
        ("Als dieser Bund", "Bund der Küsten"),
    ],
)
def test_noun_that_is_taken_up_beside_a_name_means_that_body(words: str, body: str) -> None:
    doc = beside(words)
    assert [a.name for a in named(doc, doc[0:1])] == [body]


def test_of_two_names_the_one_that_comes_first_counts() -> None:
    """Not the body that the article names first: that is spoken of elsewhere, too."""
    rows = ROWS.format(
        beside="Südring _ PROPN dep 1\n Dieser _ DET dep 1\n Bund _ NOUN dep 1\n namens _ ADP dep 1"
    )
    rows += "\n Dieser _ DET dep 1\n Bund _ NOUN dep 1\n namens _ ADP dep 1\n Südring _ PROPN dep 1"
    doc = scene(rows, names=[(3, 4, "ORG"), (7, 8, "ORG"), (12, 13, "ORG")])
    assert [a.name for a in named(doc, doc[0:1])] == ["Nordring"]


def test_name_before_the_noun_is_not_meant() -> None:
    """Dieser Bund namens Nordring wuchs. Der Bund der Küsten tagt."""
    words = "Dieser _ DET dep 1\n Bund _ NOUN dep 1\n namens _ ADP dep 1"
    doc = scene(ROWS.format(beside=words) + "\n Bund _ NOUN obj 1", names=[(6, 7, "ORG")])
    assert [a.name for a in named(doc, doc[8:9])] == ["Bund der Küsten"]
