"""The plain tuples that other people's test suites read."""

from __future__ import annotations

from datetime import date

from presselese.dates.parse import dates


def test_plain_form_gives_span_type_value_and_edtf() -> None:
    text = "Die Reise beginnt am 10. Februar 2017 und dauert fünf Tage."
    assert [(text[start:end], *rest) for start, end, *rest in dates(text)] == [
        ("10. Februar 2017", "DATE", "2017-02-10", "2017-02-10"),
        ("fünf Tage", "DURATION", "P5D", None),
    ]


def test_reference_day_anchors_relative_dates() -> None:
    (found,) = dates("morgen", date(2024, 5, 14))
    assert found[2:4] == ("DATE", "2024-05-15")
