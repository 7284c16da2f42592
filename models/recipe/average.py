"""The mean of several trainings' weights: `python -m recipe average --weights FILE FILE …`.

Weights that were trained on from one another lie in one basin, and their mean does better than any
of them (model soups, Wortsman et al. 2022): of the last three states of the shipped weights +0.4
UAS, +0.5 LAS and +0.5 F1 of names on GermEval, float32.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn


def average(files: Sequence[Path], target: Path) -> Path:
    """Write the plain mean of bare weights; raises ValueError where their forms differ."""
    states: list[dict[str, Any]] = [
        torch.load(file, map_location="cpu", weights_only=True) for file in files
    ]
    first = states[0]
    for file, state in zip(files, states, strict=True):
        if {k: v.shape for k, v in state.items()} != {k: v.shape for k, v in first.items()}:
            raise ValueError(f"{file} holds another network than {files[0]}")
    mean = {name: sum(state[name] for state in states) / len(states) for name in first}
    torch.save(mean, target)
    return target


def mean_with_first(model: nn.Module, begun: Path, training: Callable[[], Path]) -> Path:
    """Keep the weights in `begun` and train; the training's file then holds the mean of both."""
    torch.save(model.state_dict(), begun)
    final = training()
    return average([begun, final], final)
