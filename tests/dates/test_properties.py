"""What holds for every text: spans, shifting years, valid EDTF, no crash, linear time."""

from __future__ import annotations

import time
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from presselese.dates.parse import DateMatch, find_dates, parse_date
from presselese.dates.record import to_dates
from presselese.records import Date

WORDS = (
    "am vom bis und , . - – 3. 13. 2017 10.2.2017 10.2. Mai Februar Jan. Montag KW 12 Uhr 9 15.30 "
    "heute gestern morgen nächste vergangenen letzten Woche Jahr Jahren Tage zwei fünf ein halbes "
    "Ende Anfang des Jahres Quartal erstes Herbst 2023/24 90er Jahre alle jeden Ostern später ( ) "
    "1. Advent um halb drei Viertel nach seit vor in Jahrhundert 31. 30. 29. 99 0 d. M. / | ' ? "
    "vierwöchige 20-jährige desselben folgenden Wochenende\n\n"
)
PIECES = st.sampled_from(WORDS.split(" "))
SENTENCES = st.lists(PIECES, max_size=14).map(" ".join)
REFERENCES = st.none() | st.dates(date(1900, 1, 1), date(2090, 12, 31))
RELATIVE = (
    "im vergangenen Jahr",
    "dieses Jahr",
    "im Mai vergangenen Jahres",
    "am 3. März nächsten Jahres",
    "im übernächsten Jahr",
    "Ende des Jahres",
    "im kommenden Herbst",
)
LINEAR_FACTOR = 3.0  # time of four times the text may be at most this much over four times the time


@given(SENTENCES | st.text(max_size=80), REFERENCES)
@settings(max_examples=150, deadline=None)
def test_spans_slice_back_in_order_without_overlap(text: str, reference: date | None) -> None:
    end = 0
    for match in find_dates(text, reference):
        assert end <= match.start < match.end <= len(text)
        assert 0 <= match.timex_start < match.timex_end <= len(text)
        assert text[match.start : match.end].strip() == text[match.start : match.end]
        end = match.end


@given(SENTENCES, REFERENCES)
@settings(max_examples=150, deadline=None)
def test_every_edtf_is_valid(text: str, reference: date | None) -> None:
    for match in find_dates(text, reference):
        if match.edtf is not None:
            parse_edtf(match.edtf)


@example(text="Ostern desselben Jahr", reference=None)
@given(SENTENCES, REFERENCES)
@settings(max_examples=150, deadline=None)
def test_spans_do_not_end_before_they_begin(text: str, reference: date | None) -> None:
    for match in find_dates(text, reference):
        first, slash, last = match.value.partition("/")
        if slash and "X" not in match.value:
            assert first <= last


@given(SENTENCES, REFERENCES)
@settings(max_examples=150, deadline=None)
def test_records_accept_every_date_and_anchors_resolve(text: str, reference: date | None) -> None:
    dates = [Date(**fields) for fields in to_dates(find_dates(text, reference), text)]
    ids = {each.id for each in dates}
    for each in dates:
        assert each.text == text[each.start_char : each.end_char]
        assert each.anchored_on in ids | {"text", "published", None}


@given(st.sampled_from(RELATIVE), st.dates(date(1950, 1, 1), date(2050, 12, 31)))
def test_a_year_later_relative_values_are_a_year_later(expression: str, reference: date) -> None:
    if (reference.month, reference.day) == (2, 29):
        return
    following = reference.replace(year=reference.year + 1)
    assert _year(parse_date(expression, following)) == _year(parse_date(expression, reference)) + 1


def _year(match: DateMatch | None) -> int:
    assert match is not None
    return int(match.value[:4])


@given(st.dates(date(1850, 1, 1), date(2049, 12, 31)))
def test_a_written_date_reads_back(day: date) -> None:
    months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    named = f"{day.day}. {months.split()[day.month - 1]} {day.year}"
    for written in (named, f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}", day.isoformat()):
        match = parse_date(written)
        assert match is not None
        assert (match.value, match.edtf) == (day.isoformat(), day.isoformat())


@pytest.mark.parametrize(
    "unit",
    [
        "1", "1.", "1. ", "1.1.", "10.2.2017 ", "Mai ", "Montag, ", "a", "a_", "3., ", "1-", "1/",
        "2017 ", "2017-", "bis ", "am ", "1 bis ", "alle ", "\n", "\n ", "3. und ", "Tag der ",
        "12:", "https://", "vor 2 ", "d.", "erste ", "1. 2. ", "Uhr ", "9 bis 10 und ",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_only(unit: str) -> None:
    small, large = unit * (8_000 // len(unit)), unit * (32_000 // len(unit))
    assert _seconds(large) < 4 * LINEAR_FACTOR * max(_seconds(small), 0.01)


def _seconds(text: str) -> float:
    def once() -> float:
        start = time.process_time()
        find_dates(text, date(2017, 10, 24))
        return time.process_time() - start

    return min(once() for _ in range(1 if len(text) > 100_000 else 3))


def test_a_million_characters_of_dates_take_seconds() -> None:
    text = "12.3.2017 Mai 2017 1.1. 99 . 5. bis 7. Juni, am 3., 5. und 7. Mai 20 " * 14_500
    assert len(text) >= 1_000_000
    assert _seconds(text) < 60


def test_sentences_of_press_german_are_read_fast() -> None:
    text = (
        "Die Wirtschaftsdelegation unter Leitung des Bürgermeisters besucht vom 8. bis 13. Juni "
        "mehrere Städte in China und spricht mit Vertretern der Unternehmen vor Ort über Handel. "
    ) * 500
    assert len(text) / _seconds(text) > 100_000
