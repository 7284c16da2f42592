"""Trains the second pass (`article`) on whole articles.

An epoch shows all articles in the shape of real pages and news paragraphs that tell an event, and
a share of the older passages and of the other news, drawn anew each time.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from de_presse.told import chances_of_both
from recipe.article import (
    PERSON_KIND,
    ArticleReader,
    Question,
    Text,
    collate,
    questions,
    steps_of,
    stretch,
    stretches,
)
from recipe.article_noise import Noise, names_of
from recipe.article_texts import HELD, TRAIN, texts
from recipe.events import REAL_SHAPED
from recipe.labels import EVENT_LABELS, ROLES
from recipe.scores import prf
from recipe.steps import Steps
from recipe.train import REPORT_EVERY, SEED
from recipe.workspace import Workspace

ENCODER_RATE, HEAD_RATE = 1e-4, 4e-4
NO_ROLE_WEIGHT = 0.4  # as in `losses`
ROLE_WEIGHT, VERDICT_WEIGHT, STATUS_WEIGHT = 1.0, 0.5, 0.3
# Words that tell no event are judged from this probability of the main graph on.
FALSE_ALARM = 0.05
# Shares of an epoch: of the older passages from LONG pieces on and below, and of news that tells
# nothing.
LONG, LONG_SHARE, SHORT_SHARE, NO_NEWS_SHARE = 200, 0.67, 0.21, 0.12
# Random words of a text that are taught to tell nothing, beside the main graph's false alarms.
QUIET_WORDS = 12
JITTER = 60  # pieces: texts of like length share a batch, but not always the same ones
TINY = 1e-9  # keeps chances of nought and one from endless scores
# While it trains, only one of so many held-out texts is measured.
ONE_MEASURED_OF = 3

Array = np.ndarray[Any, Any]


class Read(NamedTuple):
    """What is read of a stretch: trigger scores [W, labels] before sigmoid, and an answer for each
    question: role chances [W, roles] and the status."""

    triggers: Array
    answers: list[tuple[Array, int]]


Reads = Callable[[Text, list[Question]], Read]


@dataclass(frozen=True)
class Course:
    """How long, with how many padded pieces a step (in all threads together)."""

    steps: int
    tokens: int = 2000
    threads: int = 2
    measure_every: int = 600


def epoch(by_source: dict[str, list[Text]], draw: random.Random) -> list[Text]:
    """The texts that one epoch shows, in no order."""
    events, news = by_source["events"], by_source["news"]
    real = [text for text in events if text.unit.startswith(REAL_SHAPED)]
    others = [text for text in events if not text.unit.startswith(REAL_SHAPED)]
    told = [text for text in others if len(text.ids) >= LONG]
    short = [text for text in others if len(text.ids) < LONG]
    telling = [text for text in news if text.marks.triggers]
    quiet = [text for text in news if not text.marks.triggers]
    chosen = [*real, *telling]
    for part, share in ((told, LONG_SHARE), (short, SHORT_SHARE), (quiet, NO_NEWS_SHARE)):
        chosen += draw.sample(part, int(share * len(part)))
    return chosen


def groups(shown: Iterable[Text], tokens: int, draw: random.Random) -> list[list[Text]]:
    """Texts of like length, at most `tokens` padded pieces; shuffled."""
    found: list[list[Text]] = []
    group: list[Text] = []
    longest = 0
    jitter = {id(text): draw.random() * JITTER for text in shown}
    for text in sorted(shown, key=lambda text: len(text.ids) + jitter[id(text)]):
        longest = max(longest, len(text.ids) + 2)
        if group and longest * (len(group) + 1) > tokens:
            found.append(group)
            group, longest = [], len(text.ids) + 2
        group.append(text)
    found.append(group)
    draw.shuffle(found)
    return found


def train_article(
    space: Workspace, package: Path, model: ArticleReader, course: Course, target: Path
) -> Path:
    """Train `model` on what the graph in `package` is given; writes its weights to `target`."""
    torch.manual_seed(SEED)
    torch.set_num_threads(course.threads)
    taught = {
        source: texts(space, package, TRAIN, source, threads=course.threads)
        for source in ("events", "news")
    }
    quiet = [text for text in taught["news"] if not text.marks.triggers]
    open_sets = [s for part in space.sets[0].values() for s in part]
    names = names_of(taught["events"], open_sets)
    noise = Noise(names, quiet, space.encoder.unigram)
    held = texts(space, package, HELD, "events", threads=course.threads)
    held = [text for text in held if text.unit.startswith(REAL_SHAPED)]
    few = held[::ONE_MEASURED_OF]
    parameters = [p for p in model.parameters() if p.requires_grad]
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [*model.heads.parameters(), *model.kind.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": ENCODER_RATE, "base": ENCODER_RATE},
            {"params": heads, "lr": HEAD_RATE, "base": HEAD_RATE},
        ],
        betas=(0.9, 0.98), weight_decay=0.01,
    )  # fmt: skip
    draw = random.Random(SEED)

    def loss_of(group: list[Text]) -> Tensor:
        return article_loss(model, group, draw)

    steps = Steps(parameters, optimizer, loss_of, steps=course.steps, threads=course.threads)
    print("before", measure_article(read_by(model), few), flush=True)
    for step, group in enumerate(_parts(taught, noise, course, draw)):
        if step % course.measure_every == 0 and step:
            torch.save(model.state_dict(), target)
            print(step, measure_article(read_by(model), few), flush=True)
        if step == course.steps:
            break
        if step % REPORT_EVERY == 0:
            total, started = 0.0, time.monotonic()
        model.train()
        total += steps.take(group, step)
        if (step + 1) % REPORT_EVERY == 0:
            left = (time.monotonic() - started) / REPORT_EVERY * (course.steps - step) / 60
            print(f"{step + 1}/{course.steps} loss {total / REPORT_EVERY:.4f}, {left:.0f} min left")
    torch.save(model.state_dict(), target)
    print("final", measure_article(read_by(model), held), flush=True)
    return target


def _parts(
    taught: dict[str, list[Text]], noise: Noise, course: Course, draw: random.Random
) -> Iterator[list[list[Text]]]:
    """Yield what the threads are given, a step each, without end."""
    while True:
        shown = [noise.anew(text, draw) for text in epoch(taught, draw)]
        shown = [stretch(text, *draw.choice(list(stretches(text)))) for text in shown]
        found = groups(shown, course.tokens // course.threads, draw)
        for start in range(0, len(found) - course.threads + 1, course.threads):
            yield found[start : start + course.threads]


def article_loss(model: ArticleReader, shown: Sequence[Text], draw: random.Random) -> Tensor:
    """Roles of all words for all questions, verdicts on likely triggers, status of true ones."""
    states = model(*collate(shown))
    roles: list[tuple[Tensor, Tensor]] = []
    verdicts: list[tuple[Tensor, Tensor]] = []
    statuses: list[tuple[Tensor, Tensor]] = []
    for text, whole in zip(shown, states, strict=True):
        words = whole[: len(text.first)]
        asked = questions(text)
        if asked:
            gold = torch.zeros(len(asked), len(words), dtype=torch.long)
            for row, question in enumerate(asked):
                for word, role in question.roles.items():
                    gold[row, word] = role
            roles.append((_roles(model, text, words, asked).flatten(0, 1), gold.flatten()))
        cells = _judged(text, draw)
        of_words, of_labels = torch.tensor(sorted(cells)).T
        scores = model.heads["trigger"](words)[of_words, of_labels]
        verdicts.append((scores, torch.tensor([float(cells[c]) for c in sorted(cells)])))
        told = [(word, status) for word, _, _, status in text.marks.triggers]
        if told:
            of_words, stands = torch.tensor(told).T
            statuses.append((model.heads["status"](words[of_words]), stands))
    scores, truth = _joined(verdicts)
    loss = VERDICT_WEIGHT * F.binary_cross_entropy_with_logits(scores, truth)
    if roles:
        scores, truth = _joined(roles)
        weight = torch.ones(len(ROLES))
        weight[0] = NO_ROLE_WEIGHT
        loss = loss + ROLE_WEIGHT * F.cross_entropy(scores, truth, weight=weight)
    if statuses:
        loss = loss + STATUS_WEIGHT * F.cross_entropy(*_joined(statuses))
    return loss


def _joined(pairs: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
    return torch.cat([scores for scores, _ in pairs]), torch.cat([truth for _, truth in pairs])


def _roles(model: ArticleReader, text: Text, words: Tensor, asked: list[Question]) -> Tensor:
    places = [question.word for question in asked]
    kinds = torch.tensor([question.kind for question in asked])
    return model.roles(words, torch.tensor(places), kinds, steps_of(text, places))


def _likely(text: Text) -> list[tuple[int, int]]:
    """The words, each with a label, that the main graph takes for likely triggers."""
    return [(word, label) for word, label in np.argwhere(text.chances >= FALSE_ALARM).tolist()]


def _judged(text: Text, draw: random.Random) -> dict[tuple[int, int], bool]:
    """Which words are judged for which label: whether they tell such an event."""
    cells = dict.fromkeys(_likely(text), False)
    for _ in range(QUIET_WORDS):
        cells[draw.randrange(len(text.first)), draw.randrange(len(EVENT_LABELS))] = False
    return cells | {(word, label): True for word, _, label, _ in text.marks.triggers}


def read_by(model: ArticleReader) -> Reads:
    """The network as the function that is measured."""
    model.eval()

    def read(text: Text, asked: list[Question]) -> Read:
        with torch.no_grad():
            words = model(*collate([text]))[0]
            triggers = model.heads["trigger"](words).numpy()
            statuses = model.heads["status"](words).argmax(-1).tolist()
            scores = _roles(model, text, words, asked) if asked else torch.zeros(0, 1)
            roles = torch.softmax(scores, -1).numpy()
        return Read(
            triggers, [(chances, statuses[q.word]) for chances, q in zip(roles, asked, strict=True)]
        )

    return read


def measure_article(reads: Reads, held: Sequence[Text]) -> dict[str, Any]:
    """Precision, recall, F1 in % of words with a part, by who is asked, role and distance.

    Every stretch of a text is measured. "own sentence", "next" (one off) and "far" say where the
    words stand from the asked one; `triggers` are the words that both looks together, as at run
    time, hold for one. `status` is the share of true triggers with the right one, three times.
    """
    counts: dict[str, Counter[str]] = {}

    def count(name: str, found: Any, gold: Any) -> None:
        right = int(((found == gold) & (gold > 0)).sum())
        sums = {"right": right, "guessed": int((found > 0).sum()), "there": int((gold > 0).sum())}
        counts.setdefault(name, Counter()).update(sums)

    for text in (stretch(whole, *borders) for whole in held for borders in stretches(whole)):
        asked = questions(text)
        read = reads(text, asked)
        told = np.zeros(text.chances.shape, np.int64)
        for word, _, label, _ in text.marks.triggers:
            told[word, label] = 1
        first = np.log(text.chances + TINY) - np.log1p(TINY - text.chances)
        count("triggers", (chances_of_both(first, read.triggers) > 0.5).astype(int), told)
        for question, (chances, status) in zip(asked, read.answers, strict=True):
            is_person = question.kind == PERSON_KIND
            if not is_person:
                count("status", np.array([1 + int(status != question.status)]), np.array([1]))
            gold = np.zeros(len(text.first), np.int64)
            gold[list(question.roles)] = list(question.roles.values())
            best = chances.argmax(-1)
            who = "for people" if is_person else "for triggers"
            apart = np.abs(np.array(text.sentence) - text.sentence[question.word])
            count(who, best, gold)
            for name, place in (("own sentence", 0), ("next", 1), ("far", 2)):
                here = np.minimum(apart, 2) == place
                count(f"{who}, {name}", best[here], gold[here])
            for role in range(1, len(ROLES)):
                count(ROLES[role], (best == role).astype(int), (gold == role).astype(int))
    return {name: prf(c["right"], c["guessed"], c["there"]) for name, c in sorted(counts.items())}
