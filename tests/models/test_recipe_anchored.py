"""The second pass in training: what is asked, and that padding and neighbours change no answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("torch")

import torch

from recipe.anchored import BEFORE, PERSON_KIND, Anchored, Question, Seen, collate
from recipe.anchored_export import OneWindow
from recipe.anchored_train import (
    anchored_loss,
    measure_anchored,
    measured,
    questions,
)
from recipe.labels import ROLES, Labels
from recipe.network import WIDTH, Analyser
from recipe.sentences import EventMarks, Sentence

MEMBER, EMPLOYER = ROLES.index("member"), ROLES.index("employer")
ORGANISATION = ROLES.index("organisation")
JOINS, DONE = 3, 0
WORDS = "Kiel tritt bei , sagt Roth".split()


def seen(words: int = 6, alarm: tuple[int, int] | None = None) -> Seen:
    triggers = torch.zeros(words, 6)
    if alarm:
        triggers[alarm] = 0.4
    pieces = list(range(1, words + 1))
    generator = torch.Generator().manual_seed(words)
    states = torch.randn(words + 2, WIDTH, generator=generator).half()
    return Seen(states, pieces, pieces, [1] * words, triggers, torch.zeros(words, dtype=torch.long))


def model() -> Anchored:
    torch.manual_seed(0)
    labels = Labels(["O"], ["NOUN"], {}, [], ["dep", "root"])
    return Anchored(Analyser(labels, 10, layers=5)).eval()


def sentence() -> Sentence:
    marks = EventMarks(
        [(1, "1", JOINS, DONE)], {("1", 0): MEMBER, ("11", 0): EMPLOYER}, [(5, "11")]
    )
    return Sentence(WORDS, [True] * 6, "events", "b", events=marks)


def test_triggers_people_and_false_alarms_are_asked_about() -> None:
    asked = questions([sentence()], [seen(alarm=(4, JOINS))], elsewhere=0)
    assert [(q.word, q.kind, q.roles) for q in asked] == [
        (1, JOINS, {0: MEMBER}),
        (5, PERSON_KIND, {0: EMPLOYER}),
        (4, JOINS, None),
    ]


def test_word_that_tells_elsewhere_is_asked_about_where_it_does_not() -> None:
    other = Sentence(["Kiel", "tritt", "ab"], [True] * 3, "events", "c", events=EventMarks())
    passages = [sentence(), sentence(), sentence(), other]
    asked = questions(passages, [seen(), seen(), seen(), seen(3)], elsewhere=1)
    assert [(q.word, q.kind, q.roles) for q in asked[-1:]] == [(1, JOINS, None)]


def test_padding_and_neighbours_change_no_answer() -> None:
    net, short, long = model(), seen(), seen(20)
    both = [Question(short, 1, JOINS, {}), Question(long, 7, PERSON_KIND, {})]
    given = collate(both).given
    with torch.no_grad():
        roles, verdict, status = net(given)
        alone = OneWindow(net)(
            short.states.float(), torch.tensor(short.first), torch.tensor(short.last),
            torch.tensor([1]), torch.tensor([JOINS]),
            given.word_steps[:1, :6], given.sentence_steps[:1, :6], given.side[0, :8],
        )  # fmt: skip
    assert torch.allclose(roles[0, :6], alone[0][0], atol=1e-4)
    assert torch.allclose(verdict[:1], alone[1], atol=1e-4)
    assert torch.allclose(status[:1], alone[2], atol=1e-4)


def test_words_of_the_windows_around_have_their_parts_too() -> None:
    far = Sentence(["Bund"], [True], "events", "b", events=EventMarks([], {("1", 0): ORGANISATION}))
    windows = [far, sentence(), replace(far, unit="another article")]
    asked = questions(windows, [seen(1), seen(), seen(1)], elsewhere=0)
    batch = collate(asked)
    trigger, person = 0, 1
    assert batch.roles[trigger, :2].tolist() == [ORGANISATION, MEMBER]
    assert batch.roles[person, :2].tolist() == [0, EMPLOYER]
    assert batch.given.word.tolist() == [2, 6]
    assert batch.roles.shape[1] == 7  # the other article is not read
    assert batch.given.side[0].tolist() == [BEFORE] * 3 + [0] * 8
    assert torch.equal(batch.given.states[0, 3:], seen().states.float())
    assert batch.given.first[0].tolist() == [1, *range(4, 10)]


def test_the_answer_depends_on_the_word_that_is_asked_about() -> None:
    window = seen()
    asked = [Question(window, word, JOINS, {}) for word in (1, 4)]
    with torch.no_grad():
        roles, _, _ = model()(collate(asked).given)
    assert not torch.allclose(roles[0], roles[1], atol=1e-2)


def test_false_alarms_teach_no_parts() -> None:
    net = model()
    anchored_loss(net, collate([Question(seen(), 1, JOINS, None)])).backward()
    assert net.heads["role"].weight.grad is None
    assert net.heads["trigger"].weight.grad is not None


def test_measure_counts_parts_and_verdicts() -> None:
    net = model()
    with torch.no_grad():
        for name in ("role", "trigger"):
            net.heads[name].weight.zero_()
        net.heads["role"].bias.zero_()
        net.heads["role"].bias[MEMBER] = 9.0  # every word a member
        net.heads["trigger"].bias.fill_(9.0)
    asked = [Question(seen(), 1, JOINS, {0: MEMBER}, DONE), Question(seen(), 4, JOINS, None)]
    found = measure_anchored(measured(net), asked)
    assert found["member"][:2] == (16.67, 100.0)
    assert found["trigger by verdict"][:2] == (50.0, 100.0)
    assert found["trigger by main"][2] == 0.0
