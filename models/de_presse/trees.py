"""Arc scores of one sentence to a tree: the best head a word if that is a tree, else the best tree.

The best tree is the maximum spanning arborescence (Chu-Liu/Edmonds) with exactly one root word.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

Array = np.ndarray[Any, Any]
# Roots that are tried where the greedy heads are no tree; the true one is nearly always the first.
ROOTS_TRIED: Final = 3


def best_tree(scores: Array) -> list[int]:
    """Return the head of each word: 0 the root, else 1 + the index of the head word.

    `scores` is [words, words + 1]: row the dependent, column 0 the root, column j + 1 word j.
    """
    count = len(scores)
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    greedy: list[int] = square[1:].argmax(1).tolist()
    if is_tree(greedy):
        return greedy
    best: list[int] = []
    best_value = -np.inf
    for root in np.argsort(-square[1:, 0], kind="stable")[:ROOTS_TRIED] + 1:
        one_root = square.copy()
        one_root[1:, 0] = -np.inf
        one_root[root, 0] = square[root, 0]
        heads = _spanning(one_root)[1:]
        value = float(square[np.arange(1, count + 1), heads].sum())
        if value > best_value:
            best, best_value = heads.tolist(), value
    return best


def is_tree(heads: list[int]) -> bool:
    """Tell whether the heads form one tree with one root word."""
    if heads.count(0) != 1:
        return False
    checked = [True] + [False] * len(heads)  # leads to the root
    for start in range(1, len(heads) + 1):
        path: list[int] = []
        node = start
        while not checked[node]:
            if len(path) > len(heads):
                return False
            path.append(node)
            node = heads[node - 1]
        for node in path:
            checked[node] = True
    return True


def _spanning(scores: Array) -> Array:
    """Chu-Liu/Edmonds on scores[dependent, head] with node 0 as root; returns heads."""
    heads: Array = scores.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    is_outside = np.ones(len(scores), bool)
    is_outside[cycle] = False
    outside = np.flatnonzero(is_outside)
    kept = scores[cycle, heads[cycle]]
    into = scores[np.ix_(cycle, outside)] - kept[:, None] + kept.sum()
    out_of = scores[np.ix_(outside, cycle)]
    solved = _spanning(_contracted(scores, outside, into, out_of))
    result: Array = heads.copy()
    for i, node in enumerate(outside[1:], start=1):
        from_cycle = solved[i] == len(outside)
        result[node] = cycle[out_of[i].argmax()] if from_cycle else outside[solved[i]]
    entry = solved[-1]
    result[cycle[into[:, entry].argmax()]] = outside[entry]
    return result


def _contracted(scores: Array, outside: Array, into: Array, out_of: Array) -> Array:
    """The scores with the cycle as one node, the last."""
    count = len(outside)
    smaller: Array = np.full((count + 1, count + 1), -np.inf)
    smaller[:count, :count] = scores[np.ix_(outside, outside)]
    smaller[count, :count] = into.max(0)
    smaller[:count, count] = out_of.max(1)
    return smaller


def _find_cycle(heads: Array) -> Array | None:
    visited_from = [0] * len(heads)
    visited_from[0] = -1
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while not visited_from[node]:
            visited_from[node] = start
            path.append(node)
            node = int(heads[node])
        if visited_from[node] == start:
            return np.array(path[path.index(node) :])
    return None
