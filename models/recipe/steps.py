"""One step of a training on several threads, each with its own part of the batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import torch
from torch import Tensor, nn

from recipe.train import CLIP, set_gradients, set_rate


class Steps:
    """Gradients of the parts, their mean, and the optimizer's step at its rate.

    `loss_of` gives the loss of one part. Single-threaded kernels, see `train.Workers`.
    """

    def __init__(
        self,
        parameters: Iterable[nn.Parameter],
        optimizer: torch.optim.Optimizer,
        loss_of: Callable[[Any], Tensor],
        *,
        steps: int,
        threads: int,
    ) -> None:
        self.parameters, self.optimizer, self.loss_of = list(parameters), optimizer, loss_of
        self.steps = steps
        self.pool = ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,))

    def take(self, parts: Sequence[Any], step: int) -> float:
        """Take step number `step`, counted from 0; returns the mean loss of the parts."""
        set_rate(self.optimizer, step, self.steps)
        results = list(self.pool.map(self._one, parts))
        set_gradients(self.parameters, [grads for grads, _ in results])
        nn.utils.clip_grad_norm_(self.parameters, CLIP)
        self.optimizer.step()
        return sum(loss for _, loss in results) / len(results)

    def _one(self, part: Any) -> tuple[Any, float]:
        loss = self.loss_of(part)
        grads = torch.autograd.grad(loss, self.parameters, allow_unused=True)
        return grads, float(loss.detach())
