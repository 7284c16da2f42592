"""Stand-off marks on real news: which paragraphs they belong to, and what they teach."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

pytest.importorskip("spacy")

from recipe.labels import EVENT_LABELS, ROLES
from recipe.news import TOLD_TIMES, read_marks, read_news
from recipe.sentences import Sentence

FOLDER = Path(__file__).parents[2] / "models" / "events" / "news"
TITLE = "Neue Partei in Kiel gegründet"
TOLD = "Die Partei Nordlicht wurde am Montag in Kiel gegründet."
SILENT = "Vier Bergsteiger brachen am Montag zum Gipfel auf."
UNSURE = "Die Gruppe der Beobachter hielt sich in der Stadt auf."


def news(tmp_path: Path, *lines: str) -> list[Sentence]:
    """Return what is read from one article with these lines of marks."""
    text = tmp_path / "text"
    text.mkdir(exist_ok=True)
    article = f"# 7 - {TITLE} (2009-01-03)\n{TOLD}\n\n{SILENT}\n{UNSURE}\n\nKurz.\n"
    with gzip.open(text / "wikinews.txt.gz", "wt", encoding="utf-8") as file:
        file.write(article)
    (tmp_path / "wikinews.tsv").write_text("# head\n" + "".join(f"{line}\n" for line in lines))
    train, held = read_news(tmp_path, tmp_path)
    return train + held


def line(number: int, text: str, marks: str) -> str:
    return f"7\t{number}\t{zlib.crc32(text.encode()):08x}\t{marks}"


def test_marks_say_who_plays_which_part(tmp_path: Path) -> None:
    start, name = TOLD.index("gegründet"), TOLD.index("Nordlicht")
    marks = f"{name}-{name + 9} 1.organisation; {start}-{start + 9} 1 founding done"
    told = [s for s in news(tmp_path, line(1, TOLD, marks)) if s.events and s.events.triggers]
    assert len(told) in (1, TOLD_TIMES)  # by whether the article is held out
    assert told[0].events is not None
    ((word, _, label, _),) = told[0].events.triggers
    assert (told[0].words[word], EVENT_LABELS[label]) == ("gegründet", "founding")
    ((_, word),) = told[0].events.roles
    assert (told[0].words[word], ROLES[told[0].events.roles["1/1", word]]) == (
        "Nordlicht",
        "organisation",
    )
    assert told[0].names is None


def test_unsure_paragraph_is_left_out_and_one_without_a_line_tells_nothing(tmp_path: Path) -> None:
    found = news(tmp_path, line(3, UNSURE, "?"), line(2, SILENT, "-"))
    assert "Vier" in {s.words[0] for s in found}
    assert {s.words[0] for s in found} <= {"Neue", "Die", "Vier"}  # and no crumbs ("Kurz.")
    assert all(s.events is not None and not s.events.triggers for s in found)


def test_paragraphs_without_a_line_are_taught_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One in so many by its checksum, so that the annotated ones are not drowned."""
    texts = {TITLE, TOLD, UNSURE}
    for share in (1, 2, 3):
        monkeypatch.setattr("recipe.news.EASY_SHARE", share)
        wanted = {text for text in texts if zlib.crc32(text.encode()) % share == 0}
        found = {" ".join(s.words) for s in news(tmp_path, line(2, SILENT, "-"))}
        assert len(found) == len(wanted) + 1


def test_other_text_than_the_annotated_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wikinews 7, paragraph 1"):
        news(tmp_path, line(1, TOLD + "!", "-"))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.stem)
def test_shipped_marks_are_well_formed(path: Path) -> None:
    marks = [m for document in read_marks(path).values() for _, m in document.values()]
    assert len(marks) > 100
    assert {"-", "?"} < set(marks)
