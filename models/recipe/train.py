"""Joint training of all heads: a fixed number of steps, resumable, the same on CPU and GPU."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from recipe.events import for_further_training
from recipe.losses import losses, weighted_sum
from recipe.network import Analyser
from recipe.scores import (
    Measured,
    measure_events,
    measure_names,
    measure_starts,
    measure_trees,
)
from recipe.stream import Stream
from recipe.unigram import PAD
from recipe.windows import Batch
from recipe.workspace import Sets, Workspace

SEED = 1
ENCODER_RATE, HEAD_RATE = 1e-4, 1e-3
FURTHER_RATE = 0.5  # of these, where a training goes on from finished weights
WARM_UP_SHARE = 0.06
CLIP = 1.0
REPORT_EVERY = 25


@dataclass(frozen=True)
class Schedule:
    """`own_from` is the share of the steps after which the project's own sets join.

    A training that goes on from a `start` has them from the first step, and lower rates.
    """

    steps: int
    tokens: int = 1600  # padded pieces a step
    own_from: float = 0.28
    measure_every: int = 300
    threads: int = 2


def best_device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def make_optimizer(model: Analyser, factor: float) -> torch.optim.AdamW:
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    low, high = ENCODER_RATE * factor, HEAD_RATE * factor
    groups = [
        {"params": encoder, "lr": low, "base": low, "weight_decay": 0.01},
        {"params": heads, "lr": high, "base": high, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def set_rate(optimizer: torch.optim.Optimizer, step: int, steps: int) -> None:
    """Linear warm-up, then linear decay to zero."""
    warm = max(20, int(steps * WARM_UP_SHARE))
    scale = min((step + 1) / warm, 1.0) * max(1 - step / steps, 0.0)
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * scale


def train(space: Workspace, schedule: Schedule, start: Analyser | None = None) -> Path:
    """Train, from e5 or from the weights of `start`, or go on from the last checkpoint.

    Returns the file of the final weights.
    """
    torch.manual_seed(SEED)
    random.seed(SEED)
    space.prepare()
    device = best_device()
    micro = schedule.tokens // schedule.threads
    stream = Stream(
        space.sets[0], space.encoder, own_sets_of(space, start), tokens=micro, seed=SEED
    )
    model = (start or space.pretrained()).to(device)
    optimizer = make_optimizer(model, FURTHER_RATE if start else 1.0)
    checkpoint = space.folder / "checkpoint.pt"
    step, chunk = _resume(checkpoint, model, optimizer, stream, device)
    workers = Workers(space, model, schedule.threads)
    log = _Log(time.monotonic(), step)
    while step < schedule.steps:
        with_own = start is not None or step >= schedule.own_from * schedule.steps
        model.train()
        parts = list(stream.chunk(chunk, with_own=with_own))
        for begin in range(0, len(parts), schedule.threads):
            group = parts[begin : begin + schedule.threads]
            set_rate(optimizer, step, schedule.steps)
            log.add(workers.gradients(group), group)
            nn.utils.clip_grad_norm_(model.parameters(), CLIP)
            optimizer.step()
            step += 1
            if step % REPORT_EVERY == 0:
                log.report(step, schedule.steps)
            if step % schedule.measure_every == 0:
                report_scores(space, model, f"step {step}")
                model.train()
            if step >= schedule.steps:
                break
        chunk += 1
        _save(checkpoint, model, optimizer, stream, step, chunk)
    final = space.folder / "final.pt"
    torch.save(model.state_dict(), final)
    report_scores(space, model, "final")
    return final


def own_sets_of(space: Workspace, start: Analyser | None) -> Callable[[], Sets]:
    """The project's own sets, as they are now each time; of events a choice if it goes on."""
    if start is None:
        return lambda: space.own_sets()[0]
    taught = space.own_sets()[0]
    events = [taught["events"][i] for i in for_further_training(taught["events"])]
    chosen = taught | {"events": events}
    return lambda: chosen


class Workers:
    """One thread a core, each with its own part of the batch and single-threaded kernels.

    Two kernels threads meet at a barrier after every matrix product and starve when another
    program takes a core for a moment (161 against 900 pieces/s here); these meet once a step.
    """

    def __init__(self, space: Workspace, model: Analyser, threads: int) -> None:
        torch.set_num_threads(threads)  # for the optimizer, which runs in the main thread
        self.space, self.model = space, model
        self.pool = ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,))
        self.parameters = [p for p in model.parameters() if p.requires_grad]

    def gradients(self, batches: list[Batch]) -> dict[str, float]:
        """Set every parameter's gradient to the mean over the batches; returns the losses."""
        results = list(self.pool.map(self._one, batches))
        set_gradients(self.parameters, [grads for grads, _ in results])
        names = {name for _, losses_ in results for name in losses_}
        return {
            name: float(np.mean([found[name] for _, found in results if name in found]))
            for name in names
        }

    def _one(self, batch: Batch) -> tuple[Any, dict[str, float]]:
        batch = batch.to(next(self.model.parameters()).device)
        out = self.model(batch.ids, batch.first, batch.last, batch.sources)
        found = losses(self.model, self.space.labels, out, batch)
        grads = torch.autograd.grad(weighted_sum(found), self.parameters, allow_unused=True)
        return grads, {name: float(loss.detach()) for name, loss in found.items()}


def set_gradients(parameters: list[nn.Parameter], parts: list[Any]) -> None:
    """The mean of the parts' gradients, in place."""
    for i, parameter in enumerate(parameters):
        found = [grads[i] for grads in parts if grads[i] is not None]
        parameter.grad = None
        if found:
            for grad in found[1:]:
                found[0].add_(grad)
            parameter.grad = found[0].div_(len(parts))


class _Log:
    """Running means between two reports, printed as one line."""

    def __init__(self, started: float, step: int) -> None:
        self.started, self.first_step = started, step
        self.sums: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self.pieces = 0

    def add(self, found: dict[str, float], group: list[Batch]) -> None:
        self.sums.update(found)
        self.counts.update(found.keys())
        self.pieces += sum(int((batch.ids != PAD).sum()) for batch in group)

    def report(self, step: int, steps: int) -> None:
        seconds = time.monotonic() - self.started
        means = " ".join(f"{k} {self.sums[k] / self.counts[k]:.3f}" for k in sorted(self.sums))
        left = seconds / (step - self.first_step) * (steps - step) / 60
        speed = self.pieces / seconds
        print(f"{step}/{steps} {means} | {speed:.0f} pieces/s, {left:.0f} min left", flush=True)
        self.sums.clear()
        self.counts.clear()


def _save(
    path: Path,
    model: Analyser,
    optimizer: torch.optim.Optimizer,
    stream: Stream,
    step: int,
    chunk: int,
) -> None:
    state = {
        "model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step,
        "chunk": chunk, "position": stream.position,
    }  # fmt: skip
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def _resume(
    path: Path, model: Analyser, optimizer: torch.optim.Optimizer, stream: Stream, device: Any
) -> tuple[int, int]:
    if not path.exists():
        return 0, 0
    state = torch.load(path, map_location=device, weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    stream.position = dict(state["position"])
    return int(state["step"]), int(state["chunk"])


def as_measured(space: Workspace, model: Analyser) -> Measured:
    """The network behind the functions that the scores ask for."""
    device = next(model.parameters()).device

    def forward(batch: Batch) -> dict[str, np.ndarray[Any, Any]]:
        batch = batch.to(device)
        with torch.no_grad():
            out = model(batch.ids, batch.first, batch.last, batch.sources)
        return {name: values.float().cpu().numpy() for name, values in out.items()}

    def relate(*pair: Any) -> Any:
        with torch.no_grad():
            return model.relate(*(torch.from_numpy(x).to(device) for x in pair)).cpu().numpy()

    return Measured(space.encoder, forward, relate, space.lexicon, space.transitions)


def report_scores(space: Workspace, model: Analyser, title: str) -> None:
    """Print the scores on every held-out set, under the run-time conventions."""
    model.eval()
    print_scores(space, as_measured(space, model), title)


def print_scores(space: Workspace, measured: Measured, title: str) -> None:
    held = space.sets[1] | space.own_sets()[1]
    for source in ("germeval", "smartdata", "press", "events"):
        if held[source]:
            print(title, source, measure_names(measured, held[source]), flush=True)
    for source in ("events", "news"):
        print(title, "told", source, measure_events(measured, held[source]), flush=True)
    print(title, "gsd", measure_trees(measured, held["gsd"]), flush=True)
    print(title, "starts", measure_starts(measured, held["gsd"]), flush=True)
