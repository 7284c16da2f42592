"""Trains the second pass (`anchored`) on the states of an exported graph, as it will see them.

The main graph stays as it is: its states are computed once, and only the upper layers' copies
learn. Asked are all marked triggers and people, and words that might tell an event but do not: the
main graph's false alarms, and words that tell events elsewhere.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from de_presse.sessions import open_session
from de_presse.windows import context
from recipe.anchored import PERSON_KIND, Anchored, Aside, Asked, Question, Seen, collate
from recipe.events import for_further_training, joined
from recipe.labels import ROLES
from recipe.scores import prf
from recipe.sentences import EventMarks, Sentence
from recipe.steps import Steps
from recipe.train import REPORT_EVERY, SEED
from recipe.windows import IGNORE, batches, parts_of
from recipe.windows import collate as collate_windows
from recipe.workspace import JOINED_WORDS, Workspace

LAYER_RATE, HEAD_RATE = 1.5e-4, 5e-4
# Longer windows than the run time makes are rare and cost most.
WINDOW_PIECES = 200
NO_ROLE_WEIGHT = 0.4  # as in `losses`
ROLE_WEIGHT, VERDICT_WEIGHT, STATUS_WEIGHT = 1.0, 0.5, 0.3
# Words that tell no event are asked about from this probability of the main graph on.
FALSE_ALARM = 0.05
# And one word that tells an event elsewhere at least so often, in so many of the windows.
TELLING_ELSEWHERE, ELSEWHERE_SHARE = 3, 0.6
SOURCES = ("events", "news")
# Of an article around the asked word's window: most articles are shorter.
CONTEXT_PIECES = 400
FURTHER_RATE = 0.7  # of the rates, where a training goes on from finished weights
# While it trains, only one of so many held-out questions is measured: all would take minutes.
ONE_MEASURED_OF = 8
HELD, TRAIN = 1, 0
NOWHERE, NO_EVENT = -1, ""  # the asked word stands in another window; and tells nothing
Answers = Callable[[Asked], tuple[Tensor, ...]]  # roles, verdict, status as `Anchored` gives them


@dataclass(frozen=True)
class Course:
    """How long, with how many padded pieces a step; `further` from finished weights."""

    steps: int
    further: bool = False
    tokens: int = 3200
    threads: int = 2
    measure_every: int = 600


class Graph:
    """The exported graph: windows to `Seen`."""

    def __init__(self, package: Path, threads: int) -> None:
        self.session = open_session(package / "model.onnx", threads=threads)

    def see(self, space: Workspace, sentences: list[Sentence]) -> list[Seen]:
        """Every sentence or passage in a window of its own."""
        windows = [space.encoder.window([s]) for s in sentences]
        results: list[Seen | None] = [None] * len(windows)
        for group in batches(windows, 400):
            batch = collate_windows([windows[i] for i in group])
            feed = {name: getattr(batch, name).numpy() for name in ("ids", "first", "last")}
            found = self.session.run(["states", "trigger", "status", "starts"], feed)
            states, triggers, statuses, starts = found
            for row, i in enumerate(group):
                window = windows[i]
                pieces, words = len(window.ids), len(window.first)
                chances = 1 / (1 + np.exp(-triggers[row, :words]))
                begins = starts[row, :words] > 0
                begins[list(sentences[i].breaks)] = True
                results[i] = Seen(
                    torch.from_numpy(states[row, :pieces].astype(np.float16)),
                    window.first,
                    window.last,
                    np.cumsum(begins).tolist(),
                    torch.from_numpy(chances),
                    torch.from_numpy(statuses[row, :words].argmax(-1)),
                )
        return [seen for seen in results if seen is not None]


def passages(space: Workspace, part: int) -> list[Sentence]:
    """The marked passages of the training or the held-out part, run together as at run time."""
    found: list[Sentence] = []
    for source in SOURCES:
        marked = space.own_sets()[part][source]
        if part == TRAIN:  # where paragraphs stand alone as well; the held-out ones are joined
            alone = [s for s in marked if not s.breaks]
            marked = list(joined(alone, JOINED_WORDS, singles=True))
        found += [s for s in marked if s.events and space.encoder.length(s) <= WINDOW_PIECES]
    return found


def questions(
    sentences: list[Sentence],
    seen: list[Seen],
    *,
    elsewhere: float,
    of: Iterable[int] | None = None,
) -> list[Question]:
    """Everything that is asked about these windows, or about some (by index) of them.

    `elsewhere` as ELSEWHERE_SHARE. Windows of one article stand in a row, in its order.
    """
    chosen = list(range(len(sentences)) if of is None else of)
    telling = _telling_words(sentences[i] for i in chosen)
    draw = random.Random(SEED)
    found: list[Question] = []
    for i in chosen:
        sentence, one = sentences[i], seen[i]
        marks = sentence.events
        assert marks is not None
        around = _around(i, sentences, seen)
        found += _true_questions(marks, one, around)
        gold = {(word, label) for word, _, label, _ in marks.triggers}
        alarms = {(w, k) for w, k in np.argwhere(one.triggers.numpy() >= FALSE_ALARM).tolist()}
        others = [
            (word, label)
            for word, form in enumerate(sentence.words)
            for label in telling.get(form.lower(), ())
            if (word, label) not in gold | alarms
        ]
        if others and draw.random() < elsewhere:
            alarms.add(draw.choice(others))
        found += [
            Question(one, word, label, None, None, *around(NO_EVENT))
            for word, label in sorted(alarms - gold)
        ]
    return found


Around = Callable[[str], tuple[list[Aside], list[Aside]]]


def _around(own: int, sentences: list[Sentence], seen: list[Seen]) -> Around:
    """Return what gives the windows in front of one and behind it, with the roles for an event."""
    unit = sentences[own].unit
    low = high = own
    while low > 0 and sentences[low - 1].unit == unit:
        low -= 1
    while high + 1 < len(sentences) and sentences[high + 1].unit == unit:
        high += 1
    sizes = [len(one.states) for one in seen[low : high + 1]]
    start, end = context(sizes, own - low, CONTEXT_PIECES)

    def asides(number: str) -> tuple[list[Aside], list[Aside]]:
        found = []
        for i in range(low + start, low + end):
            marks = sentences[i].events
            assert marks is not None
            found.append(Aside(seen[i], parts_of(marks, NOWHERE, number)))
        at = own - low - start
        return found[:at], found[at + 1 :]

    return asides


def _telling_words(sentences: Iterable[Sentence]) -> dict[str, list[int]]:
    """The labels that a word form tells often enough, by lower-case form."""
    counts: Counter[tuple[str, int]] = Counter(
        (s.words[word].lower(), label)
        for s in sentences
        if s.events is not None
        for word, _, label, _ in s.events.triggers
    )
    telling: dict[str, list[int]] = {}
    for (form, label), count in sorted(counts.items()):
        if count >= TELLING_ELSEWHERE:
            telling.setdefault(form, []).append(label)
    return telling


def _true_questions(marks: EventMarks, seen: Seen, around: Around) -> Iterator[Question]:
    asked: set[tuple[int, int]] = set()
    for word, event, label, status in marks.triggers:
        if (word, label) not in asked:  # two foundings in one word: the first one's parts
            asked.add((word, label))
            roles = parts_of(marks, word, event)
            yield Question(seen, word, label, roles, status, *around(event))
    for word, person in marks.people:
        roles = parts_of(marks, word, person)
        yield Question(seen, word, PERSON_KIND, roles, None, *around(person))


def groups(asked: list[Question], tokens: int, draw: random.Random | None) -> list[list[Question]]:
    """Questions of like length, at most `tokens` padded pieces; shuffled by `draw`."""
    jitter = {id(q): draw.random() * 8 if draw else 0.0 for q in asked}
    found: list[list[Question]] = []
    group: list[Question] = []
    longest = 0
    for question in sorted(asked, key=lambda q: q.pieces + jitter[id(q)]):
        longest = max(longest, question.pieces)
        if group and longest * (len(group) + 1) > tokens:
            found.append(group)
            group, longest = [], question.pieces
        group.append(question)
    if group:
        found.append(group)
    if draw:
        draw.shuffle(found)
    return found


def held_out_questions(space: Workspace, package: Path) -> list[Question]:
    """What is asked about the held-out passages: marked words and the main graph's alarms."""
    marked = passages(space, HELD)
    return questions(marked, Graph(package, 1).see(space, marked), elsewhere=0)


def train_anchored(
    space: Workspace, package: Path, model: Anchored, course: Course, target: Path
) -> Path:
    """Train `model` on the states of `package`; writes its weights to `target`."""
    torch.manual_seed(SEED)
    torch.set_num_threads(course.threads)
    marked = passages(space, TRAIN)
    seen = Graph(package, course.threads).see(space, marked)
    chosen = for_further_training(marked) if course.further else None
    taught = questions(marked, seen, elsewhere=ELSEWHERE_SHARE, of=chosen)
    held = held_out_questions(space, package)[::ONE_MEASURED_OF]
    kinds = Counter("none" if q.roles is None else q.kind for q in taught)
    print("questions", sorted(kinds.items(), key=str), flush=True)
    print("before", measure_anchored(measured(model), held), flush=True)
    heads = [p for n, p in model.named_parameters() if not n.startswith("layers.")]
    factor = FURTHER_RATE if course.further else 1.0
    low, high = factor * LAYER_RATE, factor * HEAD_RATE
    optimizer = torch.optim.AdamW(
        [
            {"params": model.layers.parameters(), "lr": low, "base": low},
            {"params": heads, "lr": high, "base": high},
        ],
        betas=(0.9, 0.98), weight_decay=0.01,
    )  # fmt: skip

    def loss_of(group: list[Question]) -> Tensor:
        return anchored_loss(model, collate(group))

    steps = Steps(
        model.parameters(), optimizer, loss_of, steps=course.steps, threads=course.threads
    )
    draw = random.Random(SEED)
    step, total, started = 0, 0.0, time.monotonic()
    model.train()
    while step < course.steps:
        parts = groups(taught, course.tokens // course.threads, draw)
        for start in range(0, len(parts) - course.threads + 1, course.threads):
            total += steps.take(parts[start : start + course.threads], step)
            step += 1
            if step % REPORT_EVERY == 0:
                left = (time.monotonic() - started) / step * (course.steps - step) / 60
                mean = total / REPORT_EVERY
                print(f"{step}/{course.steps} loss {mean:.4f}, {left:.0f} min left", flush=True)
                total = 0.0
            if step % course.measure_every == 0:
                torch.save(model.state_dict(), target)
                print(step, measure_anchored(measured(model), held), flush=True)
                model.train()
            if step >= course.steps:
                break
    torch.save(model.state_dict(), target)
    print("final", measure_anchored(measured(model), held), flush=True)
    return target


def anchored_loss(model: Anchored, batch: Asked) -> Tensor:
    """Roles of all words of true questions, verdict on triggers, status of true ones."""
    role_scores, verdict, status = model(batch.given)
    weight = torch.ones(role_scores.shape[-1])
    weight[0] = NO_ROLE_WEIGHT
    loss = torch.zeros(())
    if (batch.roles != IGNORE).any():
        roles = F.cross_entropy(
            role_scores.transpose(1, 2), batch.roles, weight=weight, ignore_index=IGNORE
        )
        loss = loss + ROLE_WEIGHT * roles
    is_trigger = batch.given.kind != PERSON_KIND
    if is_trigger.any():
        loss = loss + VERDICT_WEIGHT * F.binary_cross_entropy_with_logits(
            verdict[is_trigger], batch.is_true[is_trigger]
        )
    if (batch.status != IGNORE).any():
        loss = loss + STATUS_WEIGHT * F.cross_entropy(status, batch.status, ignore_index=IGNORE)
    return loss


def measured(model: Anchored) -> Answers:
    """The network as the function that is measured."""
    model.eval()

    def answers(batch: Asked) -> tuple[Tensor, ...]:
        with torch.no_grad():
            found: tuple[Tensor, ...] = model(batch.given)
        return found

    return answers


def measure_anchored(answers: Answers, asked: list[Question]) -> dict[str, Any]:
    """Precision, recall, F1 in % of words with a part, by who is asked, and of triggers.

    Triggers are those with more than 0.5: by the main graph, by the verdict, and by the mean of
    both, which the run time takes. `status` is the share of true triggers with the right status,
    three times.
    """
    counts: dict[str, Counter[str]] = {}

    def count(name: str, right: int, guessed: int, there: int) -> None:
        counts.setdefault(name, Counter()).update(right=right, guessed=guessed, there=there)

    for group in groups(asked, 3000, None):
        batch = collate(group)
        scores, verdict, status = answers(batch)
        best, chance = scores.argmax(-1), torch.sigmoid(verdict)
        for row, question in enumerate(group):
            is_person = question.kind == PERSON_KIND
            if not is_person:
                main = float(question.seen.triggers[question.word, question.kind])
                truth = question.roles is not None
                for name, value in (
                    ("main", main),
                    ("verdict", float(chance[row])),
                    ("mean", (main + float(chance[row])) / 2),
                ):
                    found = value > 0.5
                    count(f"trigger by {name}", int(found and truth), int(found), int(truth))
            if question.roles is None:
                continue
            if question.status is not None:
                right = int(status[row].argmax()) == question.status
                before = int(question.seen.statuses[question.word]) == question.status
                count("status", int(right), 1, 1)
                count("status by main", int(before), 1, 1)
            gold = batch.roles[row]
            begin = question.asked - question.word
            own = slice(begin, begin + len(question.seen.first))
            for role in range(1, len(ROLES)):
                is_found, is_gold = (best[row] == role) & (gold != IGNORE), gold == role
                numbers = [int(t.sum()) for t in (is_found & is_gold, is_found, is_gold)]
                count(ROLES[role], *numbers)
                here = [int(t[own].sum()) for t in (is_found & is_gold, is_found, is_gold)]
                count("here, for people" if is_person else "here, for triggers", *here)
                count("for people" if is_person else "for triggers", *numbers)
    return {name: prf(c["right"], c["guessed"], c["there"]) for name, c in sorted(counts.items())}
