"""Trains the student of `distil` on unlabelled press-like text and on the labelled sets.

It learns the teacher's word states and soft labels on every text, and the gold labels where a set
follows the run-time conventions.
"""

from __future__ import annotations

import gzip
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from recipe.distil import Teacher, make_student, soft_loss
from recipe.losses import losses, weighted_sum
from recipe.mixing import Mixer
from recipe.network import Analyser
from recipe.noise import draw_noise
from recipe.sentences import Sentence, contract
from recipe.steps import Steps
from recipe.train import REPORT_EVERY, SEED, report_scores
from recipe.windows import Batch, batches, collate
from recipe.workspace import Workspace

RATE, HEAD_RATE = 3e-4, 5e-4
STATE_WEIGHT, SOFT_WEIGHT, GOLD_WEIGHT = 2.0, 1.0, 0.3
# Shares of pieces. The student forgets the labelled sets' conventions first, so they count most
# (with 0.17 and 0.14 it had lost 6 points on GermEval and 10 on SmartData after 1,450 steps).
# Names are what it then still lacks, and the sentences of WikiANN are full of them; made anew by
# `mixing`, they hardly repeat.
SHARES = {
    "wikinews": 0.10, "bundestag": 0.13, "wikiann": 0.36, "germeval": 0.10, "smartdata": 0.11,
    "press": 0.04, "events": 0.09, "news": 0.02, "gsd": 0.025, "pud": 0.025,
}  # fmt: skip
MIXED_SHARE = 0.6  # of the sentences without gold labels
GOLD_SOURCES = frozenset({"press", "events", "news", "germeval", "gsd"})
BUNDESTAG_LINES, BUNDESTAG_STEP = 20_000, 19  # every 19th of its 381,733 lines
TEXT_LETTERS = 450  # of an unlabelled paragraph: about one window
LEAST_WORDS = 6  # of a sentence of WikiANN: half of the shorter ones are bare names
WINDOW_PIECES = 120
CONTRACTED_SHARE = 0.5
CHUNK_BATCHES = 80
FILL = 0.93


@dataclass(frozen=True)
class Plan:
    """How long and how deep; the loop's other numbers are the trainer's."""

    steps: int
    layers: int
    tokens: int = 1600  # padded pieces a step
    threads: int = 2
    save_every: int = 100


def distil(
    space: Workspace, teacher_model: Analyser, plan: Plan, student: Analyser | None = None
) -> Path:
    """Train the student, a new one or the given one; returns the file of its weights, `fast.pt`."""
    torch.manual_seed(SEED)
    torch.set_num_threads(plan.threads)
    teacher = Teacher(teacher_model, space.folder)  # folds the source vectors into the positions
    student = student or make_student(space.labels, teacher_model, plan.layers)
    optimizer = _optimizer(student)
    texts = Texts(space, plan.tokens // plan.threads)
    step = first = _resume(space.folder / "fast-checkpoint.pt", student, optimizer)
    sums, started = 0.0, time.monotonic()

    def loss_of(item: tuple[Batch, bool]) -> Tensor:
        return student_loss(space, student, teacher, *item)

    steps = Steps(student.parameters(), optimizer, loss_of, steps=plan.steps, threads=plan.threads)
    while step < plan.steps:
        student.train()
        for group in texts.groups(step, plan.threads):
            sums += steps.take(group, step)
            step += 1
            if step % REPORT_EVERY == 0:
                left = (time.monotonic() - started) / (step - first) * (plan.steps - step) / 60
                mean = sums / REPORT_EVERY
                print(f"{step}/{plan.steps} loss {mean:.3f}, {left:.0f} min left", flush=True)
                sums = 0.0
            if step % plan.save_every == 0:
                state = {"model": student.state_dict(), "step": step}
                state["optimizer"] = optimizer.state_dict()
                torch.save(state, space.folder / "fast-checkpoint.pt")
            if step >= plan.steps:
                break
    torch.save(student.state_dict(), space.folder / "fast.pt")
    report_scores(space, student, "fast final")
    return space.folder / "fast.pt"


def _resume(checkpoint: Path, student: Analyser, optimizer: torch.optim.Optimizer) -> int:
    """The step to go on from, 0 without a checkpoint."""
    if not checkpoint.exists():
        return 0
    state = torch.load(checkpoint, weights_only=True)
    student.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])


def student_loss(
    space: Workspace, student: Analyser, teacher: Teacher, batch: Batch, has_gold: bool
) -> Tensor:
    """Word states, soft labels, and gold labels where the batch has any of the right convention."""
    states, wanted = teacher(batch)
    ours = student.states(batch.ids, batch.first, batch.last, batch.sources)
    out = student.heads(ours)
    words = torch.cat([torch.ones_like(batch.is_word[:, :1]), batch.is_word], dim=1)
    loss: Tensor = STATE_WEIGHT * F.mse_loss(ours[words], states[words])
    loss = loss + SOFT_WEIGHT * soft_loss(space.labels, out, wanted, batch)
    if has_gold:
        gold = weighted_sum(losses(student, space.labels, out, batch))
        loss = loss + GOLD_WEIGHT * gold
    return loss


def _optimizer(student: Analyser) -> torch.optim.AdamW:
    encoder = [p for n, p in student.named_parameters() if n.startswith("encoder.")]
    heads = [p for n, p in student.named_parameters() if not n.startswith("encoder.")]
    groups = [
        {"params": encoder, "lr": RATE, "base": RATE, "weight_decay": 0.01},
        {"params": heads, "lr": HEAD_RATE, "base": HEAD_RATE, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


class Texts:
    """All texts by source, drawn by their shares; batches hold one kind, with gold or without."""

    def __init__(self, space: Workspace, tokens: int) -> None:
        self.encoder, self.tokens = space.encoder, tokens
        train = space.sets[0]
        self.sets = {source: train[source] for source in SHARES if source in train}
        self.sets |= space.own_sets()[0]
        for source, limit in (("wikinews", None), ("bundestag", BUNDESTAG_LINES)):
            path = next((space.data / "text").glob(f"{source}*.txt.gz"))
            self.sets[source] = list(read_text(path, source, limit))
        self.sets["wikiann"] = list(read_words(space.data / "ner" / "wikiann_de.txt.gz", "wikiann"))
        self.sets = {source: self.encoder.fitting(part) for source, part in self.sets.items()}
        self.used = dict.fromkeys(self.sets, 0)
        self.mixer = Mixer(s for part in self.sets.values() for s in part if not s.breaks)

    def groups(self, number: int, size: int) -> Iterator[list[tuple[Batch, bool]]]:
        """Groups of `size` batches, one a thread."""
        draw = random.Random(f"{SEED}/distil/{number}")
        parts: list[tuple[Batch, bool]] = []
        for has_gold in (True, False):
            windows = []
            for source in sorted(self.sets):
                if (source in GOLD_SOURCES) == has_gold:
                    budget = CHUNK_BATCHES * self.tokens * FILL * SHARES[source]
                    while budget > 0:
                        windows.append(self._window(source, draw))
                        budget -= len(windows[-1].ids)
            groups = batches(windows, self.tokens, draw)
            parts += [(collate([windows[i] for i in group]), has_gold) for group in groups]
        draw.shuffle(parts)
        for start in range(0, len(parts) - size + 1, size):
            yield parts[start : start + size]

    def _window(self, source: str, draw: random.Random) -> Any:
        sentences: list[Sentence] = []
        size = 1 if draw.random() < 0.5 else draw.randint(2, 4)
        pieces = 0
        while len(sentences) < size and pieces < WINDOW_PIECES / 2:
            sentence = self._next(source)
            if source not in GOLD_SOURCES and draw.random() < MIXED_SHARE:
                sentence = self.mixer.mix(sentence, draw)
            if sentence.contractions and draw.random() < CONTRACTED_SHARE:
                sentence = contract(sentence)
            sentences.append(sentence)
            pieces += self.encoder.length(sentence)
        noise = draw_noise(draw)
        words = [noise(s.words, draw) for s in sentences] if noise else None
        return self.encoder.window(sentences, words=words)

    def _next(self, source: str) -> Sentence:
        part = self.sets[source]
        cycle, index = divmod(self.used[source], len(part))
        if index == 0:
            random.Random(f"{SEED}/{source}/{cycle}").shuffle(part)
        self.used[source] += 1
        return part[index]


def read_text(path: Path, source: str, limit: int | None) -> Iterator[Sentence]:
    """Paragraphs of unlabelled text, cut to about one window; headings are skipped.

    Of a longer file every n-th line is taken, so that all of it is seen.
    """
    nlp = spacy.blank("de")
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        step = BUNDESTAG_STEP if limit else 1
        for line in islice(lines, 0, limit * step if limit else None, step):
            text = line.strip()
            if len(text) < 40 or text.startswith("#"):
                continue
            doc = nlp(text[:TEXT_LETTERS])
            kept = [token for token in doc if not token.is_space][:-1]  # the last may be cut
            words = [token.text for token in kept]
            spaces = [bool(token.whitespace_) for token in kept]
            yield Sentence(words, spaces, source, source, is_one_sentence=False)


def read_words(path: Path, source: str) -> Iterator[Sentence]:
    """The words of WikiANN's sentences ("de:Wort", a tab and a tag a line); its tags are not used.

    They were made by a program and follow other conventions than those of run time.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in lines.read().split("\n\n"):
            found = [line.split("\t")[0].removeprefix("de:") for line in block.splitlines()]
            words = [word for word in found if word.strip("'")]  # the wiki's bold and italics
            if len(words) >= LEAST_WORDS:
                following = [*words[1:], "."]
                spaces = [
                    first != "(" and second not in ".,;:!?)"
                    for first, second in zip(words, following, strict=True)
                ]
                yield Sentence(words, spaces, source, source)
