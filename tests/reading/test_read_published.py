"""Publication dates come from statements only; which one, `published_from` says."""

from __future__ import annotations

import pytest

from presselese.errors import BadConfiguration
from presselese.reading.published import file_name_date, iso_date
from presselese.settings import Settings


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T23:59:00-11:00", "2024-03-05"),
        ("20240305T101500+0100", "2024-03-05"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("Tue, 05 Mar 2024 10:15:00 +0100", "2024-03-05"),
        ("5.3.2024", "2024-03-05"),
        ("05.03.2024, 10:15 Uhr", "2024-03-05"),
        # No day of the calendar, no year of a press article, or no date at all.
        ("2024-02-30", None),
        ("2024-13-01", None),
        ("0001-01-01", None),
        ("heute", None),
        ("03/05/2024", None),
        ("", None),
        (None, None),
    ],
)
def test_metadata_dates(stated: str | None, date: str | None) -> None:
    assert iso_date(stated) == date


@pytest.mark.parametrize(
    ("stem", "date"),
    [
        ("2024-03-05_delegation", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("PM_05.03.2024_final", "2024-03-05"),
        ("2024_03_05", "2024-03-05"),
        # Two dates leave it open; month and year alone may be anything.
        ("2024-03-05_bis_2024-03-09", None),
        ("2024-03_bericht", None),
        ("artikel_20241345", None),
        ("1234567890123", None),
        ("rechnung-48151623", None),
    ],
)
def test_file_name_dates(stem: str, date: str | None) -> None:
    assert file_name_date(stem) == date


def test_file_name_fills_an_empty_date(read) -> None:
    source = read("2024-03-05_reise.txt", "Ein Satz.").documents[0].source
    assert (source.published, source.published_from) == ("2024-03-05", "file_name")


def test_option_comes_before_everything(read) -> None:
    settings = Settings(published="2023-01-02")
    source = read("2024-03-05_reise.txt", "Ein Satz.", settings=settings).documents[0].source
    assert (source.published, source.published_from) == ("2023-01-02", "option")


def test_nothing_stated_stays_empty(read) -> None:
    source = read("reise.txt", "Ein Satz.").documents[0].source
    assert (source.published, source.published_from) == (None, None)


def test_unusable_option_is_wrong_use(read) -> None:
    with pytest.raises(BadConfiguration, match="--published"):
        read("a.txt", "Ein Satz.", settings=Settings(published="gestern"))
