"""What holds for every text: sound text stays, repairs settle, zones are in order."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presselese.cleaning import clean
from presselese.cleaning.repair import repair_text
from presselese.reading import read_file
from presselese.settings import Settings

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "texts"
ARTICLES = sorted(CORPUS.glob("*.txt"))
PIECES = [
    "Musterfeld (hw).", "„", "“", '"', "Tel. 0123 456789", "- und", "-\n", "wirt", "Schaft", "\n\n",
    "\u00ad", "\ufffe", "Foto: Max Muster", "Zurück", "Über die Musterbau AG", "a@ b.example",
    "\r\n", "3. März 2024", "Pressekontakt:", "(vorn, v. l.)", "fÃ¼r", "&amp;", "\u200b", ". ",
    " ", "Ein Satz", "|", "·", "Stand:", "e.V.", "\u0308", "IHK-", "12345 Musterfeld", "\x00", "🙂",
    "ß", "İ",
]  # fmt: skip


def pieced_text() -> st.SearchStrategy[str]:
    pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40)
    return pieces.map("".join)


@settings(max_examples=300, deadline=None)
@given(text=pieced_text())
def test_any_text_gets_ordered_zones_that_cover_it(make_document, text: str) -> None:
    document = clean(make_document(text))
    covered = 0
    for zone in document.zones:
        assert covered <= zone.start_char < zone.end_char <= len(document.text)
        assert not document.text[covered : zone.start_char].strip()
        covered = zone.end_char
    assert not document.text[covered:].strip()


@settings(max_examples=300, deadline=None)
@given(text=pieced_text())
def test_repairing_twice_changes_nothing_more(words, text: str) -> None:
    once = repair_text(text, words.hyphens)
    assert repair_text(once, words.hyphens) == once


def test_letters_that_only_a_line_end_parted_are_repaired_at_once(words) -> None:
    once = repair_text("Größ\ufffeª", words.hyphens)
    assert repair_text(once, words.hyphens) == once


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_clean_articles_stay_clean(make_document, path: Path) -> None:
    read = read_file(path, relative_to=CORPUS, settings=Settings()).documents[0]
    once = clean(read).text
    assert clean(make_document(once)).text == once


def test_sound_article_comes_back_as_it_is(make_document) -> None:
    text = "\nKopf – „Zitat“\r\n\r\nVor- und Nachteile, 14.000 €.\r\nNordrhein-Westfalen  "
    assert clean(make_document(text)).text == text.replace("\r\n", "\n")


def test_a_hundred_thousand_words_take_seconds_not_minutes(make_document) -> None:
    paragraph = (
        "Musterfeld (hw). Eine Dele-\ngation reist „nach Lyon und zurück, wie immer“, so er. "
    )
    text = (paragraph * 7 + "\n\n") * 1_000
    assert len(text.split()) > 90_000
    began = time.process_time()
    clean(make_document(text))
    assert time.process_time() - began < 30
    # One paragraph of the same length must not be slower by orders of magnitude.
    began = time.process_time()
    clean(make_document(text.replace("\n\n", " ")))
    assert time.process_time() - began < 30


@pytest.mark.parametrize(
    "unit", ["a", " ", "-", "„", "(", "A ", "a-", "|", ".", "1", "&amp;", "\u00ad"]
)
def test_long_runs_of_one_mark_stay_linear(make_document, unit: str) -> None:
    began = time.process_time()
    clean(make_document(unit * (200_000 // len(unit))))
    assert time.process_time() - began < 10
