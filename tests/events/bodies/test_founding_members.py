"""Who is a member of a body and none of its founders."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.events.scenes import scene

from presselese.events.bodies.founding_members import (
    leave_out_founding_members,
    tells_founding_members,
)
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling

NAMES = [(0, 1, "ORG"), (1, 2, "LOC"), (2, 3, "LOC"), (5, 6, "ORG")]


def article(trigger: str = "Gründungsmitglieder") -> Doc:
    return scene(
        f"""Nordring _ PROPN root 0
        Aue _ PROPN conj 1
        Celle _ PROPN conj 1
        Städte _ NOUN conj 1
        {trigger} _ NOUN conj 1
        Südring _ PROPN conj 1""",
        names=NAMES,
    )


def name(doc: Doc, token: int) -> Argument:
    found = Resolver(doc).name_at(doc[token])
    assert found is not None
    return found


def telling(doc: Doc, kind: str, token: int, **slots: list[Argument]) -> Telling:
    return Telling(kind, "test", doc[token : token + 1], doc[:], "done", False, slots)


@pytest.mark.parametrize(
    ("word", "joining", "left_over"),
    [
        ("Gründungsmitglieder", (1, 2), ["Celle"]),
        ("Gründungsmitglieder", (1,), ["Aue"]),
        ("Mitglieder", (1, 2), ["Aue", "Celle"]),
    ],
)
def test_founding_member_joins_no_more(
    word: str, joining: tuple[int, ...], left_over: list[str]
) -> None:
    doc = article(word)
    body = [name(doc, 0)]
    first = telling(doc, "membership", 4, organisation=body, members=[name(doc, 1)])
    first.values["change"] = "is"
    later = telling(
        doc, "membership", 5, organisation=body, members=[name(doc, i) for i in joining]
    )
    later.values["change"] = "joins"
    leave_out_founding_members([first, later])
    assert [argument.name for argument in later.slots["members"]] == left_over


@pytest.mark.parametrize(
    ("noun", "verb_tells"), [("Gründungsmitgliedern", True), ("Mitgliedern", False)]
)
def test_verb_beside_the_noun_tells_founding_members(noun: str, verb_tells: bool) -> None:
    doc = scene(
        f"""Zu _ ADP case 3
        den _ DET det 3
        {noun} _ NOUN obl 4
        zählt _ VERB root 0
        Aue _ PROPN nsubj 4""",
        names=[(4, 5, "LOC")],
    )
    assert tells_founding_members(doc[3]) == verb_tells
    assert tells_founding_members(doc[2]) == verb_tells
    assert not tells_founding_members(doc[4])
