"""Feasts against the `holidays` package, which computes them independently."""

from __future__ import annotations

import holidays
import pytest

from presselese.dates.feasts import feast_day
from presselese.resources.loader import load_tsv

FEASTS = {row[0]: row[1] for row in load_tsv("holidays", ("word", "feast"))}
GERMAN_NAMES = {
    "Erster Mai": "Tag der Arbeit",
    "Erster Weihnachtstag": "Weihnachten",
    "Frauentag": "Weltfrauentag",
    "Internationaler Frauentag": "Weltfrauentag",
    "Zweiter Weihnachtstag": "Stephanstag",
}


@pytest.mark.parametrize("year", [1995, 2000, 2008, 2011, 2016, 2019, 2024, 2038])
@pytest.mark.parametrize("state", ["BB", "BE", "BY", "NW", "SN", "TH"])
def test_german_holidays_fall_on_the_same_day(year: int, state: str) -> None:
    compared = 0
    calendar = holidays.country_holidays("DE", subdiv=state, years=year, language="de")
    for day, names in calendar.items():
        for name in names.split("; "):
            key = FEASTS.get(GERMAN_NAMES.get(name, name))
            if key is not None:
                assert feast_day(key, year) == day, name
                compared += 1
    assert compared >= 8


def test_every_feast_of_the_list_has_a_day() -> None:
    for key in FEASTS.values():
        assert feast_day(key.split()[0], 2024).year == 2024
