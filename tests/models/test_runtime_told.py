"""The event heads: which triggers and roles are kept, and what a model without them gives."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from spacy.lang.de import German
from tests.models.runtime_stub import encoder as encoder

from de_presse import component
from de_presse.distances import (
    LAST,
    LAST_SENTENCE,
    SENTENCE_STEPS,
    WORD_STEPS,
    sentence_steps,
    word_steps,
)
from de_presse.files import ROLES_FILE, read_model_files
from de_presse.told import EventReader, RoleScorer
from presselese.errors import BadResource

ROLES = ["", "member", "organisation"]
# A scorer that hands the first three numbers of the word's vector through as role scores.
PLAIN = RoleScorer(
    hidden_weight=np.concatenate([np.zeros((3, 3)), np.eye(3), np.zeros((3, 3))], axis=1),
    hidden_bias=np.zeros(3),
    words=np.zeros((WORD_STEPS, 3)),
    sentences=np.zeros((SENTENCE_STEPS, 3)),
    weight=np.eye(3),
    bias=np.zeros(3),
)
READER = EventReader(["joins", "founding"], ["done", "planned"], ROLES, PLAIN)


ONE_SENTENCE = np.ones(3, dtype=int)


def outputs(triggers: list[list[float]], words: list[list[float]]) -> dict[str, np.ndarray]:
    count = len(triggers)
    return {
        "trigger": np.array(triggers),
        "status": np.array([[0.0, 2.0]] * count),
        "role_trigger": np.ones((count, 3)),
        "role_word": np.array(words),
    }


def test_likely_trigger_is_kept_with_the_words_that_have_a_part() -> None:
    out = outputs([[-9, -9], [3, -9]], [[0, 5, 0], [5, 0, 0]])
    (told,) = READER.read(out, ONE_SENTENCE[:2], 10)
    assert (told.word, told.label, told.status) == (11, "joins", "planned")
    assert told.score == pytest.approx(0.953, abs=0.001)
    assert [(word, role) for word, role, _ in told.roles] == [(10, "member")]


def test_one_word_may_tell_two_events() -> None:
    told = READER.read(outputs([[3, 3]], [[5, 0, 0]]), ONE_SENTENCE[:1], 0)
    assert [one.label for one in told] == ["joins", "founding"]


def test_words_of_an_employer_are_kept_for_each_person() -> None:
    reader = EventReader(["joins"], ["done"], ["", "member", "employer"], PLAIN)
    out = outputs([[-9], [-9], [-9]], [[0, 0, 5], [5, 0, 0], [0, 5, 0]])
    (found,) = reader.employers(out, [1], ONE_SENTENCE, 10)
    assert (found.person, found.word) == (11, 10)
    assert found.score > 0.9
    assert READER.employers(out, [1], ONE_SENTENCE, 10) == []  # its labels know no employer


def test_words_of_another_sentence_can_count_less() -> None:
    far = np.zeros((SENTENCE_STEPS, 3))
    far[LAST_SENTENCE + 1, 0] = 9.0  # the sentence behind the trigger's: "none" is likelier
    scorer = replace(PLAIN, sentences=far)
    out = outputs([[3, -9], [-9, -9], [-9, -9]], [[0, 0, 0], [0, 5, 0], [0, 5, 0]])
    reader = EventReader(["joins", "founding"], ["done", "planned"], ROLES, scorer)
    (told,) = reader.read(out, np.array([1, 1, 2]), 0)
    assert [word for word, _, chance in told.roles if chance > 0.5] == [1]


def test_distance_steps_widen_and_tell_before_from_behind() -> None:
    assert word_steps(2, 5).tolist() == [LAST + 3, LAST + 2, 0, 1, 2]
    long = word_steps(0, 400)
    assert long[4] == 4
    assert long[5] == 4
    assert long[8] == 6
    assert long[399] == LAST
    assert word_steps(399, 400)[0] == WORD_STEPS - 1


def test_sentence_steps_end_four_sentences_off() -> None:
    sentence = np.array([1, 2, 7, 8])
    assert sentence_steps(1, sentence).tolist() == [3, 4, SENTENCE_STEPS - 1, SENTENCE_STEPS - 1]


def test_padding_behind_the_window_tells_nothing() -> None:
    out = outputs([[-9, -9], [9, 9]], [[0, 5, 0], [0, 5, 0]])
    assert READER.read(out, ONE_SENTENCE[:1], 0) == []


def test_model_without_event_heads_leaves_the_field_none(
    monkeypatch: pytest.MonkeyPatch, encoder: component.Encoder
) -> None:
    assert encoder(German()("Kiel tritt bei."))._.get(component.TOLD) is None


def test_roles_that_do_not_fit_the_labels_are_named(tmp_path: Path) -> None:
    labels = {
        "names": ["O"], "upos": ["NOUN"], "features": {}, "lemma_classes": [],
        "relations": ["root"], "events": ["joins"], "statuses": ["done"], "roles": ["", "x"],
    }  # fmt: skip
    (tmp_path / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    for name in ("model.onnx", "pieces.tsv", "lexicon.tsv"):
        (tmp_path / name).write_text("", encoding="utf-8")
    np.savez(tmp_path / "relations.npz", weight=np.zeros((1, 6)), bias=np.zeros(1))
    arrays = {name: getattr(PLAIN, name) for name in RoleScorer.__slots__}
    np.savez(tmp_path / ROLES_FILE, **arrays)
    with pytest.raises(BadResource, match=r"roles\.npz"):
        read_model_files(str(tmp_path))
