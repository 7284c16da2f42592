"""Balancing moves the width of inputs into the weights, and nothing else."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch

from recipe.balance import balance
from recipe.labels import Labels
from recipe.network import Analyser
from recipe.windows import Batch, collate, empty_window


def a_batch() -> Batch:
    window = empty_window((0, 0), misc_unknown=False)
    count = 6
    window.ids += [*range(4, 4 + count), 2]
    window.first = window.last = list(range(1, count + 1))
    for column in ("sentence", "names", "starts", "upos", "lemma", "heads", "relations"):
        setattr(window, column, [0] * count)
    window.statuses, window.morph = [0] * count, [[0]] * count
    window.triggers = [[0] * 6] * count
    return collate([window])


def test_outputs_stay_and_wide_inputs_get_narrower() -> None:
    torch.manual_seed(0)
    labels = Labels(["O", "B-PER"], ["NOUN"], {"Case": ["", "Nom"]}, ["x"], ["dep", "root"])
    model = Analyser(labels, 20, layers=2).eval()
    with torch.no_grad():
        model.encoder.layers[1].fi.weight[3] *= 30  # one channel of fo's input far out
    batch = a_batch()
    seen: list[float] = []

    def watch(module: object, given: tuple[torch.Tensor]) -> None:
        widest = given[0].abs().flatten(0, -2).amax(0)
        seen.append(float(widest.max() / widest.median()))

    model.encoder.layers[1].fo.register_forward_pre_hook(watch)
    arguments = (batch.ids, batch.first, batch.last, batch.sources)
    with torch.no_grad():
        before = model(*arguments)
        balance(model, [batch])
        after = model(*arguments)
    for name in ("names", "arcs", "trigger", "role_word"):
        assert torch.allclose(before[name], after[name], atol=1e-4)
    assert seen[-1] < seen[0] / 2
