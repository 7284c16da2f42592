"""Which dates belong to a trigger."""

from __future__ import annotations

import pytest
from tests.events.scenes import date, scene

from presselese.events.fillers.telling import dates_near, point_value

ROWS = """Das der DET det 2
    Büro _ NOUN nsubj:pass 6
    war sein AUX aux 6 VerbForm=Fin
    lange _ ADV advmod 6
    2004 _ NUM obl 6
    gegründet gründen VERB root 0 VerbForm=Part
    {border} _ PUNCT punct 6
    2017 _ NUM obl 9
    schloss schließen VERB conj 6 VerbForm=Fin
    es _ PRON nsubj 9"""


def values(border: str) -> list[str]:
    doc = scene(ROWS.format(border=border))
    doc._.presselese_dates = [date(doc, "2017", "2017"), date(doc, "2004", "2004", 2)]
    return [near["value"] for near in dates_near(doc[5])]


def test_date_of_the_next_main_clause_is_not_the_triggers() -> None:
    assert "2017" in values(",")
    assert values(";") == ["2004"]


def test_semicolon_parts_a_date_that_the_tree_hangs_on_the_trigger() -> None:
    rows = ROWS.format(border=";").replace("2017 _ NUM obl 9", "2017 _ NUM obl 6")
    doc = scene(rows)
    doc._.presselese_dates = [date(doc, "2017", "2017")]
    assert dates_near(doc[5]) == []


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2026-07/2026-12", "2026"), ("2026-11/2027-02", None), ("2026-05-03/2026-05-05", None),
        ("2026-05", "2026-05"), ("2020/2022", None),
    ],
)  # fmt: skip
def test_half_a_year_is_told_as_its_year(value: str, told: str | None) -> None:
    assert point_value({"value": value}) == told
