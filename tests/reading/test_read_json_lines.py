"""JSON Lines: a broken line is a fault of its own, all others are read."""

from __future__ import annotations

import pytest

from presselese.errors import BadConfiguration
from presselese.settings import Settings

GERMAN = Settings(
    text_column="volltext",
    columns=(("title", "ueberschrift"), ("publisher", "quelle"), ("published", "datum")),
)


def test_broken_lines_are_faults_and_the_rest_is_read(read) -> None:
    lines = [
        b'{"text": "Erster Artikel."}',
        b'{"text": "kaputt',
        b'["keine", "Zeile"]',
        b'{"titel": "ohne Text"}',
        b'{"text": "   "}',
        b'{"text": "f\xfcr"}',
        b"",
        '{"text": "Letzter Artikel für heute."}'.encode(),
    ]
    result = read("a.jsonl", b"\n".join(lines))
    assert [d.raw_text for d in result.documents] == [
        "Erster Artikel.",
        "Letzter Artikel für heute.",
    ]
    assert [d.source.part for d in result.documents] == [1, 8]
    assert [fault.where for fault in result.faults] == [
        f"a.jsonl, line {n}" for n in (2, 3, 4, 5, 6)
    ]


def test_columns_are_chosen_by_the_settings(read) -> None:
    line = '{"volltext": "Text.", "ueberschrift": "Kopf", "quelle": "IHK", "datum": "05.03.2024"}'
    source = read("a.jsonl", line, settings=GERMAN).documents[0].source
    assert (source.title, source.publisher) == ("Kopf", "IHK")
    assert (source.published, source.published_from) == ("2024-03-05", "meta")


def test_missing_text_column_names_the_option_and_the_columns(read) -> None:
    fault = read("a.jsonl", '{"volltext": "Text."}').faults[0]
    assert "volltext" in fault.what
    assert "--text-column" in fault.remedy


def test_unreadable_date_is_a_warning_not_a_guess(read) -> None:
    document = read("a.jsonl", '{"text": "Text.", "published": "03/05/24"}').documents[0]
    assert document.source.published is None
    assert [warning.code for warning in document.warnings] == ["source.published_unread"]


def test_line_separators_inside_a_text_part_no_line(read) -> None:
    assert len(read("a.jsonl", '{"text": "Eins\u2028zwei\u0085drei."}').documents) == 1


def test_utf16_file_is_read(read) -> None:
    content = '{"text": "Größe."}\n{"text": "Öfen."}'.encode("utf-16")
    assert [d.raw_text for d in read("a.jsonl", content).documents] == ["Größe.", "Öfen."]


def test_deeply_nested_line_is_a_fault(read) -> None:
    result = read("a.jsonl", b"[" * 200_000 + b'\n{"text": "Gut."}')
    assert len(result.documents) == 1
    assert len(result.faults) == 1


def test_column_for_an_unknown_field_is_wrong_use(read) -> None:
    with pytest.raises(BadConfiguration, match="author"):
        read("a.jsonl", "{}", settings=Settings(columns=(("author", "autor"),)))
