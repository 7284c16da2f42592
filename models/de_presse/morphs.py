"""Feature scores to UD morphology strings ("Case=Nom|Number=Sing")."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


class MorphReader:
    """Reads blocks of scores, one block a feature, value 0 the absent feature."""

    def __init__(self, features: dict[str, list[str]]) -> None:
        self._features = features
        self._remembered: dict[tuple[int, ...], str] = {}

    def read(self, scores: Array) -> list[str]:
        """Return the features of each word, in alphabetical order; `scores` is [words, values]."""
        best: list[Array] = []
        offset = 0
        for values in self._features.values():
            best.append(scores[:, offset : offset + len(values)].argmax(-1))
            offset += len(values)
        rows = np.stack(best, axis=1).tolist()
        return [self._string(tuple(row)) for row in rows]

    def _string(self, row: tuple[int, ...]) -> str:
        if row not in self._remembered:
            chosen = zip(self._features.items(), row, strict=True)
            pairs = [f"{name}={values[i]}" for (name, values), i in chosen if values[i]]
            self._remembered[row] = "|".join(sorted(pairs))
        return self._remembered[row]
