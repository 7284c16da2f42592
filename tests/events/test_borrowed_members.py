"""Whom another sentence tells of by itself is no member that a membership borrows."""

from __future__ import annotations

from typing import Any

import pytest
from tests.events.scenes import scene

from presselese.events.borrowed_members import leave_out_borrowed
from presselese.events.fillers import Resolver
from presselese.events.names import Argument
from presselese.events.telling import Telling

# Aue trat bei. Auch Celle stößt dazu.
ROWS = """Aue _ PROPN nsubj 2
    trat beitreten VERB root 0 VerbForm=Fin
    bei bei ADP compound:prt 2
    . _ PUNCT punct 2
    Auch _ ADV advmod 6
    Celle _ PROPN nsubj 7
    stößt hinzustoßen VERB root 0 VerbForm=Fin
    dazu dazu ADP compound:prt 7"""


def left(
    first: dict[str, Any], second: dict[str, Any], *, borrowed_only: bool = False
) -> list[str]:
    """Return the members of the first telling, which borrows Celle."""
    doc = scene(ROWS, names=[(0, 1, "LOC"), (5, 6, "LOC")])
    resolver = Resolver(doc)
    aue, celle = (resolver.name_at(doc[i]) for i in (0, 5))
    assert aue is not None and celle is not None

    def telling(token: int, told: dict[str, Any], *members: Argument) -> Telling:
        values = {"change": "joins", "date": None} | told
        status = values.pop("status", "done")
        word = doc[token : token + 1]
        slots = {"members": list(members)}
        return Telling("membership", "test", word, word.sent, status, False, slots, values)

    borrowing = [celle] if borrowed_only else [aue, celle]
    tellings = [telling(1, first, *borrowing), telling(6, second, celle)]
    leave_out_borrowed(tellings)
    assert tellings[1].slots["members"] == [celle]
    return [member.name for member in tellings[0].slots["members"]]


@pytest.mark.parametrize(
    "told", [{"date": "2026-07"}, {"change": "leaves"}, {"change": "is"}, {"status": "negated"}]
)
def test_who_is_told_of_differently_elsewhere_is_not_borrowed(told: dict[str, Any]) -> None:
    assert left({"date": "2026-05"}, told) == ["Aue"]


@pytest.mark.parametrize("told", [{}, {"date": "2026-05"}, {"status": "planned"}])
def test_who_is_told_of_alike_elsewhere_stays(told: dict[str, Any]) -> None:
    assert left({"date": "2026-05"}, told) == ["Aue", "Celle"]


def test_the_only_member_stays() -> None:
    assert left({"date": "2026-05"}, {"date": "2026-07"}, borrowed_only=True) == ["Celle"]
