"""Datelines at the start of a paragraph: place, date, agency or author's code."""

from __future__ import annotations

import pytest

from presselese.cleaning.datelines import find_dateline, is_byline

REST = "Die Stadt hat eine Delegation empfangen, die sich über den Nahverkehr informieren wollte."


@pytest.mark.parametrize(
    "dateline",
    [
        "SOLINGEN (bgl) – ",
        "Bad Homburg (hw). ",
        "Berlin (dpa) - ",
        "Berlin (dpa/bb) ",
        "Wien (OTS) - ",
        "Frankfurt am Main (dpa-AFX) - ",
        "Köln/Hannover.- (fb) ",
        "Hannover (ak). - ",
        "Musterfeld. (ibj) ",
        "(Köln) - ",
        "(dpa) ",
        "Berlin, 3. März 2024 (dpa) - ",
        "Musterfeld, 05. Juni 2014.-  ",
        "Musterfeld, den 5. März 2024 – ",
        "03.03.2024 – ",
        "Auer Bote, 03.03.2024 | ",
        "Kiel – ",
        "Kiel. ",
        "KIEL/MUSTERFELD. ",
        "Weilheim in Oberbayern – ",
        "Landkreis– ",
        "Musterfeld, im März. ",
        "Musterbach (Steiermark). – ",
        # Villages in no gazetteer are told by their ending.
        "Wiesenfeld. ",
    ],
)
def test_dateline_is_found(words, dateline: str) -> None:
    found = find_dateline(dateline + REST, words)
    assert found is not None
    assert found.end == len(dateline)


@pytest.mark.parametrize(
    "opening",
    [
        "Die SPD (spd) ",
        "Angela Beispiel – ",
        "Erfolg – ",
        "Endlich. ",
        "Der Verein (gegründet 1990) ",
        "Musterbau AG (Hessen) ",
        "Am 3. März 2024 – ",
        "",
    ],
)
def test_other_openings_are_none(words, opening: str) -> None:
    assert find_dateline(opening + REST, words) is None


def test_sentence_that_goes_on_is_no_dateline(words) -> None:
    assert (
        find_dateline("Berlin (dpa) hat gewählt, und zwar anders als erwartet wurde.", words)
        is None
    )
    assert (
        find_dateline("Kiel – die Stadt an der Förde mit ihrem langen Hafen – wächst.", words)
        is None
    )


def test_title_with_a_dash_is_no_dateline(words) -> None:
    assert find_dateline("STARTKLAR – Das Magazin", words) is None


def test_village_is_told_by_how_the_article_speaks_of_it(words) -> None:
    opening = f"Lüneaux – {REST}"
    assert find_dateline(opening, words, article=f"{opening} Das Büro in Lüneaux schließt.")
    assert find_dateline(opening, words, article=opening) is None


@pytest.mark.parametrize(
    ("dateline", "date"),
    [
        ("Berlin, 3. März 2024 (dpa) - ", "2024-03-03"),
        ("Musterfeld, 05.06.2014. ", "2014-06-05"),
        ("Wien, 3. Jänner 2024 – ", "2024-01-03"),
        ("Nachrichten aus Aue, 3.1.2024 | ", "2024-01-03"),
        # Without a year, or on no day of the calendar, it states no date.
        ("Berlin, 3. März (dpa) - ", None),
        ("Berlin, 31.02.2024 – ", None),
    ],
)
def test_full_date_of_a_dateline(words, dateline: str, date: str | None) -> None:
    found = find_dateline(dateline + REST, words)
    assert found is not None
    assert found.published == date


@pytest.mark.parametrize(
    "line", ["Von Erika Beispiel", "von Dr. Max Muster und Eva Probe", "(mth)", "wdn fre/jbr"]
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["Von der Messe nach Hause", "Vertrag unterschrieben", "(siehe unten)"]
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert not is_byline(line)
