"""What is asked about, which answers are kept, and what a model without events gives."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from spacy.lang.de import German
from tests.models.runtime_stub import encoder as encoder

from de_presse import component
from de_presse.analyser import asked_of
from de_presse.article import PairScores
from de_presse.files import ARTICLE_FILE, PAIRS_FILE, read_model_files
from de_presse.told import Answer, EventReader, Place, Question
from presselese.errors import BadResource

ROLES = ["", "member", "employer"]
READER = EventReader(["joins", "founding"], ["done", "planned"], ROLES)
NOTHING, MEMBER, EMPLOYER = [5.0, 0, 0], [0, 5.0, 0], [0, 0, 5.0]

HERE = Place(window=10, stretch=10)


class Look:
    """Answers as it was told to, and remembers the questions."""

    def __init__(self, roles: list[list[float]], *triggers: list[float]) -> None:
        self.answer = Answer(np.array(roles), np.array([0.0, 2.0]))
        self.scores = np.array(triggers or [[-9.0, -9.0]] * len(roles))
        self.questions: list[Question] = []

    def triggers(self) -> np.ndarray:
        return self.scores

    def answers(self, questions: Sequence[Question]) -> list[Answer]:
        self.questions += questions
        return [self.answer for _ in questions]


def triggers(*logits: list[float]) -> np.ndarray:
    return np.array(logits)


def test_likely_trigger_is_kept_with_the_words_that_have_a_part() -> None:
    look = Look([MEMBER, NOTHING], [-9, -9], [3, -9])
    (told,), employers = READER.read(triggers([-9, -9], [3, -9]), [], HERE, look)
    assert look.questions == [(1, 0)]
    assert (told.word, told.label, told.status) == (11, "joins", "planned")
    assert told.score == pytest.approx(0.953, abs=0.001)
    assert [(word, role) for word, role, _ in told.roles] == [(10, "member")]
    assert employers == []


@pytest.mark.parametrize(("second", "score"), [(-2.0, 0.198), (2.0, 0.802), (-9.0, None)])
def test_the_second_look_lowers_or_raises_how_likely_a_trigger_is(
    second: float, score: float | None
) -> None:
    told, _ = READER.read(triggers([0, -9]), [], HERE, Look([NOTHING], [second, -9]))
    assert [one.score for one in told] == ([pytest.approx(score, abs=0.001)] if score else [])


def test_the_second_look_finds_what_the_first_has_overlooked() -> None:
    look = Look([NOTHING], [6, -9])
    ((told,), _) = READER.read(triggers([-6, -9]), [], HERE, look)
    assert (told.label, told.score) == ("joins", pytest.approx(0.917, abs=0.001))


def test_one_word_may_tell_two_events_and_is_asked_for_each() -> None:
    look = Look([NOTHING], [3, 3])
    told, _ = READER.read(triggers([3, 3]), [], HERE, look)
    assert [one.label for one in told] == ["joins", "founding"]
    assert look.questions == [(0, 0), (0, 1)]


def test_words_of_an_employer_are_kept_for_each_person() -> None:
    look = Look([EMPLOYER, NOTHING, MEMBER])
    told, (found,) = READER.read(triggers([-9, -9], [-9, -9], [-9, -9]), [1], HERE, look)
    assert told == []
    assert look.questions == [(1, 2)]  # people are asked about behind the labels
    assert (found.person, found.word) == (11, 10)
    assert found.score > 0.9


def test_padding_behind_the_window_tells_nothing() -> None:
    look = Look([NOTHING])
    zeros = np.zeros((2, 1))
    out = {"trigger": triggers([-9, -9], [9, 9]), "vectors": zeros, "first": zeros, "last": zeros}
    window = asked_of(out | {"pieces": np.array(1)}, np.array([True]), [])
    assert READER.read(window.triggers, window.people, HERE, look) == ([], [])
    assert look.questions == []
    assert [len(part) for part in window.seen] == [1, 1, 1, 1]


def test_words_of_the_windows_around_have_their_place_in_the_document() -> None:
    look = Look([MEMBER, EMPLOYER, NOTHING], [3, -9], [-9, -9])
    place = Place(window=10, stretch=9)
    (told,), (employer,) = READER.read(triggers([3, -9], [-9, -9]), [1], place, look)
    assert (told.word, told.window, told.roles[0][0]) == (10, 10, 9)
    assert (employer.person, employer.word) == (11, 10)


def test_model_without_event_heads_leaves_the_field_none(
    monkeypatch: pytest.MonkeyPatch, encoder: component.Encoder
) -> None:
    assert encoder(German()("Kiel tritt bei."))._.get(component.TOLD) is None


def test_second_pass_without_its_labels_is_named(tmp_path: Path) -> None:
    write_model(tmp_path, roles=["", "x"])
    (tmp_path / ARTICLE_FILE).write_text("", encoding="utf-8")
    with pytest.raises(BadResource, match=ARTICLE_FILE):
        read_model_files(str(tmp_path))


def test_scores_of_pairs_that_do_not_fit_the_labels_are_named(tmp_path: Path) -> None:
    write_model(tmp_path, roles=ROLES)
    (tmp_path / ARTICLE_FILE).write_text("", encoding="utf-8")
    arrays = {name: np.zeros((2, 2)) for name in PairScores._fields}
    for found in (arrays, {"kind": arrays["kind"]}):
        np.savez(tmp_path / PAIRS_FILE, **found)
        with pytest.raises(BadResource, match=PAIRS_FILE):
            read_model_files(str(tmp_path))


def write_model(folder: Path, *, roles: list[str]) -> None:
    """The files of a model without weights."""
    labels = {
        "names": ["O"], "upos": ["NOUN"], "features": {}, "lemma_classes": [],
        "relations": ["root"], "events": ["joins"], "statuses": ["done"], "roles": roles,
    }  # fmt: skip
    (folder / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    for name in ("model.onnx", "pieces.tsv", "lexicon.tsv"):
        (folder / name).write_text("", encoding="utf-8")
    np.savez(folder / "relations.npz", weight=np.zeros((1, 6)), bias=np.zeros(1))
