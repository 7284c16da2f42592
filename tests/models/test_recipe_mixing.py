"""Mixed sentences: new words for the teacher to answer, without labels, the same every time."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

pytest.importorskip("torch")

from recipe import mixing
from recipe.mixing import Mixer
from recipe.sentences import Sentence

KIEL = Sentence(
    "Gestern trat Kiel dem Bund bei .".split(), [True] * 7, "wikiann", "a", names=["O"] * 7
)
ULM = Sentence("Heute wächst Ulm .".split(), [True] * 4, "wikiann", "b")


def mixed(spliced: float, swapped: float, monkeypatch: pytest.MonkeyPatch) -> list[Sentence]:
    monkeypatch.setattr(mixing, "SPLICED_SHARE", spliced)
    monkeypatch.setattr(mixing, "SWAPPED_SHARE", swapped)
    monkeypatch.setattr(mixing, "MOST_SWAPPED", 1.0)
    mixer, draw = Mixer([KIEL, ULM]), random.Random(1)
    return [mixer.mix(KIEL, draw) for _ in range(50)]


def test_a_spliced_sentence_begins_as_its_own_and_ends_as_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = mixed(1.0, 0.0, monkeypatch)
    for sentence in found:
        cuts = range(len(KIEL.words) + 1)
        ends = [s.words[k:] for s in (KIEL, ULM) for k in range(len(s.words) + 1)]
        assert any(sentence.words == KIEL.words[:k] + end for k in cuts for end in ends)
    assert any("Ulm" in sentence.words for sentence in found)


def test_swapped_words_keep_capitals_and_punctuation(monkeypatch: pytest.MonkeyPatch) -> None:
    found = mixed(0.0, 1.0, monkeypatch)
    for sentence in found:
        assert [w[:1].isupper() for w in sentence.words] == [w[:1].isupper() for w in KIEL.words]
        assert sentence.words[-1] == "."
    assert any(sentence.words != KIEL.words for sentence in found)


def test_a_mixed_sentence_has_no_labels_and_as_many_spaces_as_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for sentence in mixed(0.5, 0.5, monkeypatch):
        assert (sentence.names, sentence.tree, sentence.events) == (None, None, None)
        assert len(sentence.words) == len(sentence.spaces) > 0
        assert not sentence.is_one_sentence


def test_the_same_draw_mixes_alike() -> None:
    mixer = Mixer([KIEL, replace(ULM)])
    first, second = (mixer.mix(KIEL, random.Random(3)) for _ in range(2))
    assert first == second
