"""`find_figures` and `figures`: the pure functions that outside test suites call."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from presselese.figures.grammar import grammar
from presselese.figures.parse import FigureMatch, figures, find_figures

GERMAN = st.text(alphabet=st.sampled_from("0123456789.,:/-–()%€ \n§zweidrfühnMo"), max_size=120)
PIECES = st.lists(
    st.sampled_from(
        ["zwei", "Million", "Euro", "3", "12.500", "7,5", "bis", "und", "der", "rund", "%", "-",
         "(", ")", "Gäste", "deutsche", "jeder", "fünfte", "Drittel", "ein", "halbe", "§", "–"]
    ),
    max_size=14,
)  # fmt: skip
HARD_TEXTS = {
    "digits": "1" * 15_000,
    "dots": "1.1." * 4_000,
    "digit groups": "100 200 300 " * 1_300,
    "ranges": "10 bis " * 2_100,
    "number words": "zwei drei vier " * 1_000,
    "months": "12. Januar 3. Mai " * 900,
    "brackets": "(1) " * 4_000,
    "one word": "zehn" * 4_000,
    "adjectives": "5 große und kleine " * 800,
    "phones": "+49 30 123-45 " * 1_000,
}


def seconds(text: str) -> float:
    start = time.process_time()
    find_figures(text)
    return time.process_time() - start


def test_figures_returns_plain_tuples() -> None:
    assert figures("Rund 50 Gäste zahlten 1,2 Mio. Euro.") == [
        (5, 7, "50", None),
        (22, 35, "1200000", "EUR"),
    ]


def test_bare_numbers_are_found_and_marked() -> None:
    assert find_figures("dreiunddreißig") == [
        FigureMatch(0, 14, "33", None, None, None, "figures.words")
    ]
    assert [f.bare for f in find_figures("Es sind 33")] == [True]


def test_unit_forms_of_the_lexicon_are_read() -> None:
    for form, unit in grammar().units.items():
        found = find_figures(f"Es sind 5 {form} heute")
        expected = [] if unit.kind == "time" else [unit.symbol]
        assert [figure.unit for figure in found] == expected, form


@pytest.mark.parametrize("text", ["", " ", "\n", "0", "Acht", "%", "€", "ein", "§ 5", "1.", "(1)"])
def test_fragments_do_not_crash(text: str) -> None:
    assert all(figure.start < figure.end <= len(text) for figure in find_figures(text))


@given(st.one_of(st.text(max_size=200), GERMAN, PIECES.map(" ".join)))
@example("2 ½ Prozent")
@example("(5) Mio. Euro")
@example("Zwei Euro 50")
@settings(max_examples=300)
def test_spans_are_ordered_and_slice_back(text: str) -> None:
    found = find_figures(text)
    ends = [0, *(figure.end for figure in found)]
    for figure, end_before in zip(found, ends, strict=False):
        assert end_before <= figure.start < figure.end <= len(text)
        assert figures(text[figure.start : figure.end]) is not None
        float(figure.value)


@given(PIECES.map(" ".join))
def test_finding_twice_gives_the_same(text: str) -> None:
    assert find_figures(text) == find_figures(text)


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_time_grows_linearly(name: str) -> None:
    text = HARD_TEXTS[name]
    seconds(text)
    short, long = min(seconds(text) for _ in range(3)), min(seconds(text * 4) for _ in range(2))
    assert long < 9 * short + 0.05  # four times the text; nine leaves room for a busy machine


@pytest.mark.slow
def test_a_megabyte_of_digits_and_dots_takes_seconds() -> None:
    assert seconds("12.5.3,1.. 7.000.1 " * 55_000) < 30
