"""A further kind of event is a frame file and a record model: nothing else is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from spacy.tokens import Doc
from tests.events.scenes import date, scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.frames.kinds import load_kind
from presselese.events.frames.tellings import framed_tellings
from presselese.linking.event_fillers import same_filler
from presselese.linking.events import merge_events
from presselese.linking.links import NO_LINKS
from presselese.records.base import Edtf, Filler, Model

AGREEMENT = load_kind(Path(__file__).parent / "kinds" / "agreement.yaml")


class Agreement(Model):
    """The record model of the test's kind."""

    kind: Literal["agreement"] = "agreement"
    form: Literal["signed", "partnership"]
    status: str
    rule: str
    partners: list[Filler]
    date: Edtf | None = None


def agreements(doc: Doc) -> list[Agreement]:
    return [
        Agreement(
            status=telling.status,
            rule=telling.rule,
            partners=[Filler(**argument.as_filler()) for argument in telling.slots["partners"]],
            **telling.values,
        )
        for telling in framed_tellings(doc, AGREEMENT, Resolver(doc))
    ]


SIGNED = """Kiel _ PROPN nsubj 4
    und und CCONJ cc 3
    Danzig _ PROPN conj 1
    {verb} {lemma} VERB root 0 Tense=Past|VerbForm=Fin
    2019 _ NUM obl 4
    eine ein DET det 7 Definite=Ind
    {noun} _ NOUN obj 4"""
NAMES = [(0, 1, "LOC"), (2, 3, "LOC")]


@pytest.mark.parametrize("noun", ["Absichtserklärung", "Kooperationsvereinbarung"])
def test_partners_of_an_agreement_are_read_from_its_frames(noun: str) -> None:
    rows = SIGNED.format(verb="unterzeichneten", lemma="unterzeichnen", noun=noun)
    doc = scene(rows, names=NAMES)
    doc._.presselese_dates = [date(doc, "2019", "2019")]
    (agreement,) = agreements(doc)
    assert [partner.name for partner in agreement.partners] == ["Kiel", "Danzig"]
    assert (agreement.form, agreement.status, agreement.date) == ("signed", "done", "2019")


def test_agreement_without_named_partners_is_none() -> None:
    rows = SIGNED.format(verb="unterzeichneten", lemma="unterzeichnen", noun="Absichtserklärung")
    assert agreements(scene(rows)) == []


def test_partnership_is_told_by_its_noun() -> None:
    doc = scene(
        """Die der DET det 2
        Städtepartnerschaft _ NOUN nsubj 7
        zwischen zwischen ADP case 4
        Kiel _ PROPN nmod 2
        und und CCONJ cc 6
        Danzig _ PROPN conj 4
        besteht bestehen VERB root 0 Tense=Pres|VerbForm=Fin""",
        names=[(3, 4, "LOC"), (5, 6, "LOC")],
    )
    (agreement,) = agreements(doc)
    assert (agreement.form, agreement.status) == ("partnership", "done")
    assert [partner.name for partner in agreement.partners] == ["Kiel", "Danzig"]


def test_tellings_of_the_kind_merge_like_those_of_any_other() -> None:
    span = {"start_char": 0, "end_char": 4, "text": "Kiel"}
    told: dict[str, Any] = {
        "kind": "agreement", "partners": [{"ref": "plc_1", "name": "Kiel"}], "date": None,
        "trigger": span, "evidence": [span], "read_score": None, "core_score": None,
        "reported": False, "is_headline": False, "links": NO_LINKS, "by_name": frozenset(),
        "rule": "agreement.noun",
    }  # fmt: skip
    again = told | {"partners": [{"ref": "plc_2", "name": "Danzig"}], "date": "2019"}
    (merged,) = merge_events([told, again], lambda a, b: True, AGREEMENT.many)
    assert [partner["name"] for partner in merged["partners"]] == ["Kiel", "Danzig"]
    assert merged["date"] == "2019"
    assert not same_filler(*merged["partners"])


def test_headline_of_the_kind_merges_with_the_text_below() -> None:
    span = {"start_char": 0, "end_char": 4, "text": "Kiel"}
    headline: dict[str, Any] = {
        "kind": "agreement", "partners": [{"ref": "plc_1", "name": "Kiel"}], "date": None,
        "form": "partnership", "status": "done", "trigger": span, "evidence": [span],
        "read_score": None, "core_score": None, "reported": False, "is_headline": True,
        "links": NO_LINKS, "by_name": frozenset(),
        "rule": "agreement.noun",
    }  # fmt: skip
    below = headline | {"is_headline": False, "status": "planned"}
    (merged,) = merge_events([headline, below], lambda a, b: True, AGREEMENT.many)
    assert merged["status"] == "planned"
    assert len(merge_events([headline, below], lambda a, b: False, AGREEMENT.many)) == 2
