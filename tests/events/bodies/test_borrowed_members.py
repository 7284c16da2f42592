"""Whom another sentence tells of by itself is no member that a membership borrows."""

from __future__ import annotations

from typing import Any

import pytest
from tests.events.scenes import scene

from presselese.events.bodies.borrowed_members import leave_out_borrowed
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.resources.doc_fields import ZONES

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


# Aue trat bei. Man unterschrieb. Auch Celle will beitreten.
THREE = """Aue _ PROPN nsubj 2
    trat beitreten VERB root 0 VerbForm=Fin
    bei bei ADP compound:prt 2
    . _ PUNCT punct 2
    Unterschrift _ NOUN root 0
    . _ PUNCT punct 5
    Auch _ ADV advmod 9
    Celle _ PROPN nsubj 9
    will beitreten VERB root 0 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("change", "kept"), [("joins", ["Aue"]), ("leaves", ["Aue"]), ("is", ["Aue", "Celle"])]
)
def test_telling_without_members_of_its_own_takes_up_one_other(
    change: str, kept: list[str]
) -> None:
    doc = scene(THREE, names=[(0, 1, "LOC"), (7, 8, "LOC")])
    resolver = Resolver(doc)
    aue, celle = (resolver.name_at(doc[i]) for i in (0, 7))
    assert aue is not None and celle is not None
    tellings = [
        Telling("membership", "test", word, word.sent, "done", False, {"members": members}, values)
        for word, members in ((doc[1:2], [aue]), (doc[4:5], [aue, celle]), (doc[8:9], [celle]))
        for values in [{"change": change, "date": None}]
    ]
    leave_out_borrowed(tellings)
    assert [member.name for member in tellings[1].slots["members"]] == kept


def test_headline_may_sum_up_two() -> None:
    doc = scene(THREE, names=[(0, 1, "LOC"), (7, 8, "LOC")])
    doc._.set(ZONES, [{"kind": "headline", "start_char": doc[4].idx, "end_char": doc[5].idx}])
    resolver = Resolver(doc)
    both = [name for i in (0, 7) if (name := resolver.name_at(doc[i])) is not None]
    values = {"change": "joins", "date": None}
    tellings = [
        Telling("membership", "test", word, word.sent, "done", False, {"members": members}, values)
        for word, members in ((doc[1:2], both[:1]), (doc[4:5], both), (doc[8:9], both[1:]))
    ]
    leave_out_borrowed(tellings)
    assert tellings[1].slots["members"] == both
