"""What speaks against an event: unsure names, others read for its part, many events in one text."""

from __future__ import annotations

import math
from typing import Any

import pytest
from spacy.tokens import Doc
from tests.events.scenes import scene

from presselese.events.doubts import NAME_SCORES, doubts
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.heads.readings import Reading

ROWS = """Kiel _ PROPN nsubj 2
    tritt treten VERB root 0
    Nordbund _ PROPN obl 2
    bei _ ADP compound 2"""
CORE = ("organisation", "members")
NAMES = [(0, 1, "LOC"), (2, 3, "ORG")]
KIEL, NORDBUND, SUEDBUND = (
    {"ref": "plc_1", "name": "Kiel", "start_char": 0, "end_char": 4},
    {"ref": "org_1", "name": "Nordbund", "start_char": 11, "end_char": 19},
    {"ref": "org_2", "name": "Südbund", "start_char": 11, "end_char": 19},
)


def joining(**fields: Any) -> dict[str, Any]:
    return {
        "kind": "membership", "trigger": {"start_char": 5}, "members": [KIEL],
        "organisation": NORDBUND, **fields,
    }  # fmt: skip


@pytest.fixture
def doc() -> Doc:
    if not Doc.has_extension(NAME_SCORES):
        Doc.set_extension(NAME_SCORES, default=[])
    return scene(ROWS, names=NAMES)


def found(doc: Doc, event: dict[str, Any], *read: Reading) -> dict[str, float]:
    return doubts(event, CORE, [event], read, Resolver(doc))


def test_a_name_that_the_pipeline_is_unsure_of_counts(doc: Doc) -> None:
    doc._.set(
        NAME_SCORES,
        [
            {"start_char": 0, "end_char": 4, "label": "LOC", "score": 0.9},
            {"start_char": 11, "end_char": 19, "label": "ORG", "score": 0.4},
        ],
    )
    told = found(doc, joining())
    assert (told["members, name score"], told["members, unsure name"]) == (0.9, 0.0)
    assert (told["organisation, name score"], told["organisation, unsure name"]) == (0.4, 1.0)


def test_a_filler_that_stands_in_no_name_has_no_score(doc: Doc) -> None:
    doc._.set(NAME_SCORES, [])
    assert "organisation, name score" not in found(doc, joining())


@pytest.mark.parametrize(("read", "chance"), [(NORDBUND, 0.0), (SUEDBUND, 0.8)])
def test_another_name_read_for_the_part_counts(
    doc: Doc, read: dict[str, Any], chance: float
) -> None:
    argument = Argument("ORG", read["ref"], read["name"], 11, 19)
    reading = Reading(doc[1], "joins", 0.9, "done", 0.9, {"organisation": [(argument, 0.8)]})
    assert found(doc, joining(), reading)["organisation, another read"] == chance


@pytest.mark.parametrize(
    ("noun", "doubt"), [("Stiftung", 1.0), ("Verband", 0.0), ("Nordbund", 0.0), ("ihm", 0.0)]
)
def test_noun_that_the_article_never_calls_a_body_by_counts(noun: str, doubt: float) -> None:
    """ "Nordbund lädt ein. Kiel tritt der Stiftung bei": hardly the Nordbund."""
    if not Doc.has_extension(NAME_SCORES):
        Doc.set_extension(NAME_SCORES, default=[])
    doc = scene(
        f"""Nordbund _ PROPN nsubj 2
        wirbt werben VERB root 0
        Kiel _ PROPN nsubj 4
        tritt treten VERB root 0
        {noun} _ NOUN obl 4""",
        names=[(0, 1, "ORG"), (2, 3, "LOC")],
    )
    last = doc[4]
    meant = NORDBUND | {"start_char": last.idx, "end_char": last.idx + len(noun)}
    event = joining(organisation=meant, trigger={"start_char": doc[3].idx})
    assert found(doc, event)["organisation, never called so"] == doubt


def test_readings_of_other_words_and_kinds_do_not_count(doc: Doc) -> None:
    argument = Argument("ORG", "org_2", "Südbund", 11, 19)
    slots = {"organisation": [(argument, 0.8)]}
    others = (
        Reading(doc[3], "joins", 0.9, "done", 0.9, slots),
        Reading(doc[1], "founding", 0.9, "done", 0.9, slots),
    )
    assert found(doc, joining(), *others)["organisation, another read"] == 0.0


def test_events_of_the_article_are_counted(doc: Doc) -> None:
    event = joining()
    events = [event, joining(), joining(kind="founding")]
    told = doubts(event, CORE, events, (), Resolver(doc))
    assert told["log events in the article"] == math.log(3)
    assert told["membership, log others of the kind"] == math.log(2)
