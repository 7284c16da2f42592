"""The publication date is taken from the text only where it is clearly that."""

from __future__ import annotations

import pytest

from presselese.cleaning import clean

HEADLINE = "Musterfeld reist nach Lyon"
BODY = (
    "Eine vierzehnköpfige Delegation aus Musterfeld reist vom 8. bis 13. Juni 2025 nach Lyon. Das "
    "teilte die Stadt mit. Geplant sind Besuche bei Unternehmen, bei der Handelskammer und auf der "
    "Messe, die am 9. Juni 2025 beginnt."
)


def published(make_document, text: str, **source: object) -> tuple[str | None, str | None]:
    source_of = clean(make_document(text, **source)).source
    return source_of.published, source_of.published_from


@pytest.mark.parametrize(
    ("above", "date"),
    [
        ("Pressemitteilung vom 3. März 2024", "2024-03-03"),
        ("Pressemitteilung Nr. 12/2024 vom 03.03.2024", "2024-03-03"),
        ("Nr. 41/2016 - 19. Mai 2016", "2016-05-19"),
        ("Presseinformation | 3. März 2024", "2024-03-03"),
        ("03.03.2024", "2024-03-03"),
        ("Montag, 3. März 2024, 10:15 Uhr", "2024-03-03"),
        ("03.03.2024 | Pressemitteilung Nr. 118/2024", "2024-03-03"),
        ("Musterfeld, den 3. März 2024", "2024-03-03"),
        ("Veröffentlicht am 3. März 2024 um 10:15 Uhr", "2024-03-03"),
        ("Veröffentlicht: 03.03.24", "2024-03-03"),
        ("Sperrfrist: 3. März 2024, 10 Uhr", "2024-03-03"),
        ("date 2024-03", "2024-03"),
        ("date 2024-03 2024-03-14 12:57:00.0", "2024-03-14"),
        ("2024-03-14 12:57:00", "2024-03-14"),
        ("März 2024", "2024-03"),
        ("Stand: 03.03.2024", "2024-03-03"),
        # Events, sessions, issues and spans have dates of their own.
        ("8. bis 13. Juni 2025", None),
        ("08.06.2025 bis 13.06.2025", None),
        ("8. - 13. Juni 2025", None),
        ("Termin: 8. Juni 2025", None),
        ("Sitzung vom 8. Juni 2025, Bürgersaal", None),
        ("Musterfelder Wirtschaft 12 | 2024", None),
        ("3. März", None),
        ("31.02.2024", None),
    ],
)
def test_line_above_the_article(make_document, above: str, date: str | None) -> None:
    text = f"{HEADLINE}\n\n{above}\n\n{BODY}"
    assert published(make_document, text) == (date, "text" if date else None)


@pytest.mark.parametrize(
    ("below", "date"),
    [
        ("Musterfeld, 3. März 2024", "2024-03-03"),
        ("Stand: 03.03.2024 – alle Angaben ohne Gewähr", "2024-03-03"),
        ("Die Reise kostet 900 Euro. (03.03.2024)", "2024-03-03"),
        ("Die Pressemitteilung vom 3. März 2024 sorgte für Ärger.", None),
        ("03.03.2024", None),
        ("Zuletzt geändert am 03.03.2024", None),
    ],
)
def test_line_below_the_article(make_document, below: str, date: str | None) -> None:
    assert published(make_document, f"{HEADLINE}\n\n{BODY}\n\n{below}")[0] == date


def test_dateline_with_a_full_date(make_document) -> None:
    text = f"{HEADLINE}\n\nMusterfeld, 3. März 2024. {BODY}"
    assert published(make_document, text) == ("2024-03-03", "text")


def test_dates_of_the_story_are_none(make_document) -> None:
    assert published(make_document, f"{HEADLINE}\n\n{BODY}") == (None, None)


def test_label_comes_before_as_of_date(make_document) -> None:
    text = f"{HEADLINE}\nVeröffentlicht am 3. März 2024\nStand: 9. März 2024\n\n{BODY}"
    assert published(make_document, text)[0] == "2024-03-03"


def test_two_different_dates_of_one_kind_leave_it_open(make_document) -> None:
    text = f"03.03.2024\n{HEADLINE}\n05.03.2024\n\n{BODY}"
    assert published(make_document, text) == (None, None)


@pytest.mark.parametrize("stated_by", ["meta", "option"])
def test_metadata_and_option_stand(make_document, stated_by: str) -> None:
    text = f"Pressemitteilung vom 3. März 2024\n{HEADLINE}\n\n{BODY}"
    stated = {"published": "2024-03-09", "published_from": stated_by}
    assert published(make_document, text, **stated) == ("2024-03-09", stated_by)


def test_text_comes_before_the_file_name(make_document) -> None:
    text = f"Pressemitteilung vom 3. März 2024\n{HEADLINE}\n\n{BODY}"
    stated = {"published": "2024-03-09", "published_from": "file_name"}
    assert published(make_document, text, **stated) == ("2024-03-03", "text")
