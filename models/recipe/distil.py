"""`de_presse_fast`: fewer layers, taught by the full model on unlabelled and labelled text.

Here are the student, the teacher and the loss between them; `distil_train` has the texts and the
loop. The student starts from evenly spaced layers of the teacher and from its heads. The teacher
runs as int8 ONNX, three times as fast as in torch on a CPU.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from de_presse.sessions import open_session
from recipe.export import OPSET, RunTime, quantise
from recipe.labels import Labels
from recipe.losses import allowed_heads
from recipe.network import FAR_BELOW, Analyser
from recipe.windows import Batch

# Names are what a student of few layers still lacks when trees are as good as the teacher's.
NAMES_WEIGHT = 3.0


def pick_layers(total: int, wanted: int) -> list[int]:
    """Evenly spaced layers with the last one among them: 12, 5 -> 1, 4, 6, 9, 11."""
    return [round((i + 1) * total / wanted) - 1 for i in range(wanted)]


def make_student(labels: Labels, teacher: Analyser, layers: int) -> Analyser:
    """Fewer layers of the teacher under the run-time conventions, with its heads."""
    student = Analyser(labels, teacher.encoder.word.num_embeddings, layers)
    kept = pick_layers(len(teacher.encoder.layers), layers)
    state = {}
    for name, value in teacher.state_dict().items():
        parts = name.split(".")
        if parts[:2] == ["encoder", "layers"]:
            if int(parts[2]) not in kept:
                continue
            parts[2] = str(kept.index(int(parts[2])))
        state[".".join(parts)] = value.clone()
    student.load_state_dict(state)
    return student


class _States(nn.Module):
    """The teacher's graph cut before the heads."""

    def __init__(self, model: Analyser) -> None:
        super().__init__()
        self.model = RunTime(model.eval()).model

    def forward(self, ids: Tensor, first: Tensor, last: Tensor) -> Tensor:
        return self.model.states(ids, first, last, torch.zeros(1, 2, dtype=torch.long))


class Teacher:
    """Word states by int8 ONNX, heads by torch: they are cheap."""

    def __init__(self, model: Analyser, folder: Path) -> None:
        graph, small = folder / "teacher.onnx", folder / "teacher_int8.onnx"
        axes = {"ids": {0: "B", 1: "L"}, "first": {0: "B", 1: "W"}, "last": {0: "B", 1: "W"}}
        ids, words = torch.randint(4, 1000, (2, 17)), torch.tensor([[1, 3, 5], [1, 2, 9]])
        torch.onnx.export(
            _States(model), (ids, words, words + 1), str(graph), dynamo=False, opset_version=OPSET,
            input_names=list(axes), output_names=["states"],
            dynamic_axes=axes | {"states": {0: "B", 1: "W1"}},
        )  # fmt: skip
        layers = len(model.encoder.layers)
        quantise(graph, small, layers=layers, reduce_range=False)
        self.session = open_session(small, threads=1)
        self.model = model

    def __call__(self, batch: Batch) -> tuple[Tensor, dict[str, Tensor]]:
        feed = {name: getattr(batch, name).numpy() for name in ("ids", "first", "last")}
        states = torch.from_numpy(np.asarray(self.session.run(None, feed)[0]))
        with torch.no_grad():
            return states, self.model.heads(states)


def soft_loss(
    labels: Labels, out: dict[str, Tensor], wanted: dict[str, Tensor], batch: Batch
) -> Any:
    """Kullback-Leibler divergence of every head from the teacher's, over all words."""
    words = batch.is_word
    total = NAMES_WEIGHT * _divergence(out["names"][words], wanted["names"][words])
    total = total + _divergence(out["upos"][words], wanted["upos"][words])
    total = total + 0.5 * _divergence(out["lemma"][words], wanted["lemma"][words])
    sizes = [len(values) for values in labels.features.values()]
    pairs = (torch.split(side["morph"][words], sizes, dim=-1) for side in (out, wanted))
    for ours, theirs in zip(*pairs, strict=True):
        total = total + _divergence(ours, theirs) / 3
    allowed = allowed_heads(batch)
    arcs = [side["arcs"].masked_fill(~allowed, FAR_BELOW)[words] for side in (out, wanted)]
    total = total + _divergence(arcs[0], arcs[1])
    total = total + F.mse_loss(out["rel_dep"][words], wanted["rel_dep"][words])
    head_states = [side["rel_head"][:, 1:][words] for side in (out, wanted)]
    total = total + F.mse_loss(head_states[0], head_states[1])
    starts = F.binary_cross_entropy_with_logits(
        out["starts"][words], torch.sigmoid(wanted["starts"][words])
    )
    total = total + _told_loss(out, wanted, words)
    return total + 0.3 * starts


def _told_loss(out: dict[str, Tensor], wanted: dict[str, Tensor], words: Tensor) -> Tensor:
    """How far triggers and statuses are from the teacher's; the pair head is not shipped."""
    triggers = F.binary_cross_entropy_with_logits(
        out["trigger"][words], torch.sigmoid(wanted["trigger"][words])
    )
    return 4 * triggers + 0.2 * _divergence(out["status"][words], wanted["status"][words])


def _divergence(ours: Tensor, theirs: Tensor) -> Tensor:
    return F.kl_div(
        F.log_softmax(ours, -1), F.log_softmax(theirs, -1), reduction="batchmean", log_target=True
    )
