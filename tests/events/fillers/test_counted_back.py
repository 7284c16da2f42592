""" "Alle drei", "die beiden Städte", "beide": the names of the list told last, so many."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.fillers.counted_back import counted_back
from presselese.events.fillers.resolver import Resolver

LISTS = """Aue _ PROPN root 0
    , _ PUNCT punct 3
    Bramme _ PROPN conj 1
    und _ CCONJ cc 5
    Celle _ PROPN conj 1
    laden _ VERB root 0
    Dorau _ PROPN obj 6
    und _ CCONJ cc 9
    Elze _ PROPN conj 7
    ein _ ADP dep 6
    . _ PUNCT punct 6
    {phrase}"""
NAMES = [(0, 1, "LOC"), (2, 3, "LOC"), (4, 5, "LOC"), (6, 7, "LOC"), (8, 9, "LOC")]


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        (["Alle _ PRON root 0", "drei _ NUM flat 12"], ["Aue", "Bramme", "Celle"]),
        (["beide _ PRON root 0"], ["Dorau", "Elze"]),
        (
            ["die _ DET det 14", "beiden _ DET det 14", "Städte _ NOUN root 0"],
            ["Dorau", "Elze"],
        ),
        (["alle _ DET det 14", "vier _ NUM nummod 14", "Städte _ NOUN root 0"], []),
        (["die _ DET det 14", "drei _ NUM nummod 14", "Firmen _ NOUN root 0"], []),
        (["die _ DET det 14", "drei _ NUM nummod 14", "Tage _ NOUN root 0"], []),
        (["rund _ ADV advmod 13", "drei _ NUM root 0"], []),
    ],
)
def test_a_count_takes_up_the_last_list_of_so_many(phrase: list[str], meant: list[str]) -> None:
    doc = scene(LISTS.format(phrase="\n    ".join(phrase)), names=NAMES)
    found = counted_back(doc, range(11, len(doc)), Resolver(doc))
    assert [argument.name for argument in found] == meant
    assert all(argument.start_char == doc[11].idx for argument in found)
