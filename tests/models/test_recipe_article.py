"""Articles as whole texts: what is asked, what is taught, and that an export answers alike."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

import torch

from recipe import article, article_train
from recipe.article import PERSON_KIND, ArticleReader, Text, collate, questions, stretch, stretches
from recipe.article_export import _write_float, _write_pairs, coarsen, exported
from recipe.article_train import Read, article_loss, epoch, groups, measure_article, read_by
from recipe.export import halve_floats, quantise, write_float
from recipe.labels import ROLES, SAME, Labels
from recipe.network import Analyser
from recipe.sentences import EventMarks
from recipe.thaw import NOT_IN_ARTICLE, thaw

LABELS = Labels(["O", "B-PER"], ["NOUN"], {"Case": ["", "Nom"]}, ["x"], ["dep", "root"])
MEMBER, EMPLOYER = ROLES.index("member"), ROLES.index("employer")
JOINS, LEAVES, DONE, PLANNED = 3, 5, 0, 1
PIECES = 1200
INT8_ERROR = 0.05


def text(words: int = 8, unit: str = "rq_1") -> Text:
    """ "Kiel tritt bei , sagt Roth": word 1 joins, word 5 is a person, the last tells it again."""
    marks = EventMarks(
        [(1, "1", JOINS, DONE), (words - 1, "1", JOINS, PLANNED)],
        {("1", 0): MEMBER, ("11", 0): EMPLOYER},
        [(5, "11")],
    )
    pieces = list(range(words))
    chances = np.zeros((words, 6))
    chances[4, LEAVES] = 0.4
    ids = [10 + piece for piece in pieces]
    forms = [*"Kiel tritt bei , sagt Roth".split(), *["Wort"] * words][:words]
    names = ["B-LOC" if form == "Kiel" else "O" for form in forms]
    sentence = [piece // 3 for piece in pieces]
    given = (forms, [True] * words, names, [], sentence, chances, marks)
    return Text(unit, *given, ids, pieces, pieces)


def reader() -> ArticleReader:
    torch.manual_seed(0)
    network = ArticleReader(Analyser(LABELS, PIECES, layers=5)).eval()
    with torch.no_grad():
        for parameter in network.parameters():  # no two alike: the exporter keeps one of them
            parameter += torch.randn_like(parameter) * 0.02
    return network


def factored(network: ArticleReader) -> None:
    """Multiply inputs and divide weights, as `balance` does."""
    with torch.no_grad():
        for layer in network.encoder.layers:
            layer.fi_factor = torch.linspace(0.5, 2, layer.fi.weight.shape[1])
            layer.fi.weight /= layer.fi_factor


def test_triggers_and_people_are_asked_about() -> None:
    assert [(q.word, q.kind, q.roles, q.status) for q in questions(text())] == [
        (1, JOINS, {0: MEMBER, 7: SAME}, DONE),
        (7, JOINS, {0: MEMBER, 1: SAME}, PLANNED),
        (5, PERSON_KIND, {0: EMPLOYER}, None),
    ]


def test_sources_of_the_main_network_are_folded_in() -> None:
    main = Analyser(LABELS, PIECES, layers=5).eval()
    torch.nn.init.normal_(main.encoder.name_source.weight)
    ids, first, last = collate([text()])
    with torch.no_grad():
        states = main.states(ids, first, last, torch.zeros(1, 2, dtype=torch.long))
        assert torch.allclose(
            ArticleReader(main).eval()(ids, first, last), states[:, 1:], atol=1e-4
        )


def test_neighbours_and_padding_change_no_answer() -> None:
    network = reader()
    alone, together = network(*collate([text()])), network(*collate([text(), text(30)]))
    assert torch.allclose(alone[0], together[0, :8], atol=1e-4)


def test_a_stretch_keeps_the_marks_that_lie_inside() -> None:
    part = stretch(text(), 1, 6)
    assert part.ids == [11, 12, 13, 14, 15]
    assert (part.first, part.last) == ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4])
    assert [(q.word, q.kind, q.roles) for q in questions(part)] == [
        (0, JOINS, {}),
        (4, PERSON_KIND, {}),
    ]


def test_long_texts_are_read_in_stretches_that_overlap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "MOST_PIECES", 8)
    assert list(stretches(text(8))) == [(0, 8)]
    assert list(stretches(text(17))) == [(0, 8), (4, 12), (8, 16), (12, 17)]


def test_an_epoch_shows_every_real_article_and_a_share_of_the_others() -> None:
    quiet = text(unit="news 1")
    quiet.marks.triggers.clear()
    sets = {"events": [text(), *(text(unit="ev_1") for _ in range(100))], "news": [quiet] * 100}
    shown = epoch(sets, random.Random(1))
    assert [sum(one.unit == unit for one in shown) for unit in ("rq_1", "ev_1", "news 1")] == [
        1,
        int(article_train.SHORT_SHARE * 100),
        int(article_train.NO_NEWS_SHARE * 100),
    ]


def test_batches_hold_all_texts_and_no_more_pieces_than_asked() -> None:
    shown = [text(words) for words in (8, 30, 9, 31, 10)]
    found = groups(shown, 64, random.Random(1))
    assert sorted(len(one.ids) for group in found for one in group) == [8, 9, 10, 30, 31]
    assert all(len(group) * (max(len(one.ids) for one in group) + 2) <= 64 for group in found)


def test_all_heads_learn_and_the_piece_table_does_not() -> None:
    network = reader()
    article_loss(network, [text(), text(20)], random.Random(1)).backward()
    unmoved = {name for name, p in network.named_parameters() if p.grad is None}
    assert unmoved == {f"encoder.{name}.weight" for name in ("word", "name_source", "tree_source")}


def test_measure_counts_parts_by_distance_and_triggers_by_both_looks() -> None:
    member = np.zeros((8, len(ROLES)))
    member[:, MEMBER] = 1.0  # every word a member
    scores = np.full((8, 6), -9.0)
    scores[1, JOINS], scores[7, JOINS], scores[4, LEAVES] = 20, 5, 3

    def read(asked_text: Text, asked: list[article.Question]) -> Read:
        return Read(scores, [(member, DONE) for _ in asked])

    found = measure_article(read, [text()])
    assert found["for triggers"] == (12.5, 50.0, 20.0)  # 2 of 16, of which the "same" are wrong
    assert found["for triggers, own sentence"][:2] == (20.0, 100.0)
    assert found["for people"][0] == 0.0
    assert found["status"][0] == 50.0
    # The first look has seen the false one alone: that raises it, and keeps the last one down.
    assert found["triggers"][:2] == (50.0, 50.0)


def test_thawed_and_exported_networks_answer_alike(tmp_path: Path) -> None:
    network = reader()
    shown, asked = text(), questions(text())
    expected = read_by(network)(shown, asked)
    main = Analyser(LABELS, PIECES, layers=5).eval()
    with torch.no_grad():
        main.encoder.word.weight.copy_(network.encoder.word.weight)
    write_float(main, tmp_path / "model.onnx")
    factored(network)
    graph = tmp_path / "article.onnx"
    _write_float(network, graph)
    _write_pairs(network, tmp_path / "pairs.npz")
    quantise(graph, graph, layers=0, reduce_range=False)
    halve_floats(graph)
    coarsen(graph)
    found = exported(tmp_path)(shown, asked)
    assert np.abs(found.triggers - expected.triggers).max() < 4 * INT8_ERROR  # of their chances
    for (roles, status), wanted in zip(found.answers, expected.answers, strict=True):
        assert np.abs(roles - wanted[0]).max() < INT8_ERROR
        assert status == wanted[1]
    other = reader()
    for name, parameter in other.named_parameters():
        if not name.startswith(NOT_IN_ARTICLE):
            torch.nn.init.zeros_(parameter)
    thaw(graph, other, without=NOT_IN_ARTICLE)
    for (roles, _), wanted in zip(
        read_by(other)(shown, asked).answers, expected.answers, strict=True
    ):
        assert np.abs(roles - wanted[0]).max() < INT8_ERROR
