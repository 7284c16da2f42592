"""Which words turn to another trip than the one told before."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.trees import tree

from presselese.events.other_trips import is_another
from presselese.resources.doc_fields import DATES


def noun_phrase(*words: str, noun: str) -> Doc:
    rows = [
        f"{word} {word} {'ADJ' if word.islower() and i else 'DET'} {'amod' if i else 'det'} "
        f"{len(words) + 1}"
        for i, word in enumerate(words)
    ]
    return tree("\n".join([*rows, f"{noun} {noun} NOUN root 0"]))


@pytest.mark.parametrize(
    ("words", "noun", "expected"),
    [
        (("Die", "nächste"), "Reise", True),
        (("Eine", "zweite"), "Gruppe", True),
        (("eine", "kleinere"), "Delegation", True),
        (("Ein",), "Gegenbesuch", True),
        (("Die", "chinesische"), "Delegation", False),
        (("Die", "erste"), "Delegation", False),
        (("Die",), "Reise", False),
    ],
)
def test_adjectives_and_nouns_that_name_another_trip(
    words: tuple[str, ...], noun: str, expected: bool
) -> None:
    doc = noun_phrase(*words, noun=noun)
    assert is_another(doc[-1]) is expected


def test_adverb_counts_with_a_date_right_behind_it() -> None:
    rows = (
        "Schon schon ADV advmod 3\n2019 2019 NUM obl 3\nwar sein VERB root 0\nGruppe _ NOUN nsubj 3"
    )
    doc = tree(rows)
    assert not is_another(doc[3])
    doc._.set(DATES, [{"start_char": 6, "end_char": 10, "type": "DATE", "value": "2019"}])
    assert is_another(doc[3])
