"""The trained second pass to the file that the runtime reads, `anchored.onnx` (int8)."""

from __future__ import annotations

import random
import warnings
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from de_presse.sessions import open_session
from recipe.anchored import Anchored, Asked, Given, Question, collate
from recipe.anchored_train import CONTEXT_PIECES, Answers, Graph, groups, passages, questions
from recipe.balance import SAMPLE, SEED, balance_layers
from recipe.export import OPSET, halve_floats, quantise
from recipe.labels import Labels
from recipe.workspace import Workspace

INPUTS = ("states", "first", "last", "asked", "kind", "word_steps", "sentence_steps", "side")
OUTPUTS = ("roles", "verdict", "status")


class OneWindow(nn.Module):
    """The second pass for several questions about one stretch: states [L, WIDTH], words [W]."""

    def __init__(self, model: Anchored) -> None:
        super().__init__()
        self.model = model

    def forward(
        self,
        states: Tensor,
        first: Tensor,
        last: Tensor,
        asked: Tensor,
        kind: Tensor,
        word_steps: Tensor,
        sentence_steps: Tensor,
        side: Tensor,
    ) -> tuple[Tensor, ...]:
        rows = asked.shape[0]
        given = Given(
            states[None].expand(rows, -1, -1), torch.zeros(1, 1, 1, 1),
            first[None].expand(rows, -1), last[None].expand(rows, -1), asked, kind,
            word_steps, sentence_steps, side[None].expand(rows, -1),
        )  # fmt: skip
        found: tuple[Tensor, ...] = self.model(given)
        return found


def export_anchored(space: Workspace, model: Anchored, package: Path) -> None:
    """Write `anchored.onnx` into `package`, which holds the main graph. Changes the given model.

    Its `labels.json` is told how much around a word is read.
    """
    model.eval()
    shown = _sample(space, package)

    def run() -> None:
        for group in groups(shown, 800, None):
            model(collate(group).given)

    balance_layers(list(model.layers), run)
    floats = space.folder / f"anchored{len(model.layers)}.onnx"
    _write_float(model, floats)
    part = package / "anchored.part"
    quantise(floats, part, layers=0, reduce_range=False)
    halve_floats(part)
    part.replace(package / "anchored.onnx")
    labels = Labels.read(package / "labels.json")
    windows = (labels.windows or {}) | {"context": CONTEXT_PIECES}
    replace(labels, windows=windows).write(package / "labels.json")


def exported(package: Path, *, threads: int = 1) -> Answers:
    """The exported graph as the function that is measured, one question a run."""
    session = open_session(package / "anchored.onnx", threads=threads)

    def answers(batch: Asked) -> tuple[Tensor, ...]:
        rows = []
        whole = batch.given
        for row in range(len(whole.word)):
            pieces = int((whole.bias[row] == 0).sum())
            one = slice(row, row + 1)
            given = [whole.states[row, :pieces], whole.first[row], whole.last[row]]
            given += [whole.word[one], whole.kind[one]]
            given += [whole.word_steps[one], whole.sentence_steps[one], whole.side[row, :pieces]]
            feed = {name: value.numpy() for name, value in zip(INPUTS, given, strict=True)}
            rows.append([torch.from_numpy(found) for found in session.run(OUTPUTS, feed)])
        return tuple(torch.cat(parts) for parts in zip(*rows, strict=True))

    return answers


def _sample(space: Workspace, package: Path) -> list[Question]:
    marked = passages(space, 0)
    random.Random(SEED).shuffle(marked)
    marked = marked[:SAMPLE]
    return questions(marked, Graph(package, 1).see(space, marked), elsewhere=1)


def _write_float(model: Anchored, target: Path) -> None:
    states, words = torch.randn(11, 384), torch.tensor([1, 3, 5])
    asked, kind = torch.tensor([1, 2]), torch.tensor([0, 6])
    steps = torch.zeros(2, 3, dtype=torch.long)
    asked_words = {0: "A", 1: "W"}
    axes: dict[str, dict[int, str]] = {
        "states": {0: "L"}, "first": {0: "W"}, "last": {0: "W"}, "asked": {0: "A"},
        "kind": {0: "A"}, "word_steps": asked_words, "sentence_steps": asked_words,
        "side": {0: "L"}, "roles": asked_words, "verdict": {0: "A"}, "status": {0: "A"},
    }  # fmt: skip
    side = torch.zeros(11, dtype=torch.long)
    shown = (states, words, words + 1, asked, kind, steps, steps, side)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            OneWindow(model).eval(), shown, str(target),
            dynamo=False, opset_version=OPSET, input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes,
        )  # fmt: skip
