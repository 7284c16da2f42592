"""Training articles made anew: names change everywhere alike, marks stay on their words."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch")

from recipe import article_noise
from recipe.article import Text
from recipe.article_noise import NameWords, Noise, name_words
from recipe.sentences import EventMarks
from recipe.unigram import END, UNKNOWN, Unigram

LETTERS = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
LETTERS += [(letter, -1.0) for letter in "▁.-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"]
UNIGRAM = Unigram(LETTERS)
KINDS = {"Kiel": "LOC", "Ida": "given name", "Roth": "PER", "Lux": "ORG"}
POOLS = {"LOC": ["Bonn"], "given name": ["Eva"], "PER": ["Alt"], "ORG": ["Nova"]}


def text(
    words: str, names: dict[str, str], marks: EventMarks | None = None, breaks: tuple[int, ...] = ()
) -> Text:
    forms = words.split()
    tags = [f"B-{names[form]}" if form in names else "O" for form in forms]
    given = (forms, [True] * len(forms), tags, list(breaks), [0] * len(forms))
    return Text("rq_1", *given, np.zeros((len(forms), 6)), marks or EventMarks())


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Only names change, and all of them."""
    monkeypatch.setattr(article_noise, "RENAMED_SHARE", 1)
    monkeypatch.setattr(article_noise, "LEAST_RENAMED", 1)
    for share in ("STRANGE_SHARE", "GAPPY_SHARE", "DROPPED_SHARE"):
        monkeypatch.setattr(article_noise, share, 0)
    return monkeypatch


def anew(given: Text, quiet: Text | None = None) -> Text:
    noise = Noise(NameWords(KINDS, POOLS), [quiet or given], UNIGRAM)
    return noise.anew(given, random.Random(1))


@pytest.mark.parametrize(
    ("words", "names", "expected"),
    [
        (
            "Kiel und Kieler in Kiels Kiel-Reise",
            {"Kiel": "LOC"},
            "Bonn und Bonner in Bonns Bonn-Reise",
        ),
        ("Ida Roth sagt Roth", {"Ida": "PER", "Roth": "PER"}, "Eva Alt sagt Alt"),
        ("Lux e.V. Kiel", {"Lux": "ORG"}, "Nova e.V. Kiel"),  # no name here
        ("Lux e.V. ( LX )", {"Lux": "ORG", "LX": "ORG"}, "Lux e.V. ( LX )"),
        ("Lux AG", {"Lux": "ORG", "AG": "ORG"}, "Nova AG"),  # no acronym
    ],
)
def test_names_change_wherever_they_stand(
    always: pytest.MonkeyPatch, words: str, names: dict[str, str], expected: str
) -> None:
    assert " ".join(anew(text(words, names)).words) == expected


def test_marks_stay_on_their_words_when_paragraphs_come_and_go(always: pytest.MonkeyPatch) -> None:
    always.setattr(article_noise, "DROPPED_SHARE", 1)
    always.setattr(article_noise, "STRANGE_SHARE", 1)
    marks = EventMarks([(3, "1", 3, 0)], {("1", 2): 1, ("1", 0): 2}, [(2, "11")])
    given = text("a b c d e f", {}, marks, breaks=(2, 4))
    strange = replace(text("x y z", {}, breaks=(2,)), unit="news 1", sentence=[4, 4, 5])
    found = anew(given, strange)
    at = found.words.index("c")
    assert sorted(found.words) in (["c", "d", "x", "y"], ["c", "d", "z"])
    assert found.marks == EventMarks([(at + 1, "1", 3, 0)], {("1", at): 1}, [(at, "11")])
    assert found.breaks == [at or 2]
    assert found.sentence[at] == found.sentence[at + 1]
    assert found.sentence == sorted(found.sentence) and set(found.sentence) == {0, 1}
    assert len(found.chances) == len(found.words) == len(found.first)
    assert found.ids.count(END) == 1


def test_gaps_leave_words_and_breaks_in_place(always: pytest.MonkeyPatch) -> None:
    always.setattr(article_noise, "GAPPY_SHARE", 1)
    always.setattr(article_noise, "MOST_GAPS", 0.5)
    found = anew(text("a b " * 50, {}, breaks=(1,)))
    gaps = found.ids.count(UNKNOWN) / len(found.ids)
    assert 0 < gaps < 0.5 and found.ids.count(END) == 1
    assert found.first[1] == found.ids.index(END) + 1


def test_words_of_names_are_those_that_seldom_are_anything_else() -> None:
    named = [
        ("1", "Bad Aue Lux Verband".split(), "B-LOC I-LOC B-ORG I-ORG".split()),
        ("2", "Ida Roth am".split(), "B-PER I-PER O".split()),
        ("3", "Kiel Verband Roth Kiels".split(), "B-LOC O B-PER B-LOC".split()),
    ]
    found = name_words(named)
    assert found.kinds == {
        "Aue": "LOC", "Bad": "LOC", "Ida": "given name", "Kiel": "LOC", "Roth": "PER"
    }  # fmt: skip
    assert found.pools == {"LOC": ["Kiel"], "given name": ["Ida"], "PER": ["Roth"]}
