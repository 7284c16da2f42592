"""Model outputs of one window to labels; the runtime has its own, equal decoding.

`tree` finds the maximum spanning arborescence (Chu-Liu/Edmonds) with exactly one root word.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def name_tags(scores: Array, tags: list[str], transitions: list[list[float]]) -> list[str]:
    """The best path through one sentence; `transitions` as in `transitions.name_transitions`."""
    table = np.array(transitions)
    log_p = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    best = table[-1] + log_p[0]
    back = []
    for row in log_p[1:]:
        routes = best[:, None] + table[:-1]
        back.append(routes.argmax(0))
        best = routes.max(0) + row
    path = [int(best.argmax())]
    for came_from in reversed(back):
        path.append(int(came_from[path[-1]]))
    return [tags[i] for i in reversed(path)]


def tree(scores: Array) -> list[int]:
    """Heads (0 the root, word index + 1 otherwise) of one sentence; scores are [W, W + 1]."""
    count = len(scores)
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    greedy = square[1:].argmax(1)
    if _is_tree(greedy):
        return [int(h) for h in greedy]
    best: tuple[float, list[int]] | None = None
    for root in np.argsort(-square[1:, 0])[:3]:
        single = square.copy()
        single[1:, 0] = -np.inf
        single[root + 1, 0] = square[root + 1, 0]
        heads = _spanning(single)[1:]
        value = float(single[np.arange(1, count + 1), heads].sum())
        if best is None or value > best[0]:
            best = (value, [int(h) for h in heads])
    assert best is not None
    return best[1]


def _is_tree(heads: Array) -> bool:
    if (heads == 0).sum() != 1:
        return False
    for start in range(len(heads)):
        node, steps = start + 1, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def _spanning(scores: Array) -> Array:
    """Chu-Liu/Edmonds; scores[dependent, head], node 0 is the root."""
    heads: Array = scores.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    cycle_value = scores[cycle, heads[cycle]].sum()
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None] + cycle_value
    out_of = scores[np.ix_(outside, cycle)]
    smaller[-1, :-1], smaller[:-1, -1] = into.max(0), out_of.max(1)
    smaller[-1, -1] = -np.inf
    solved = _spanning(smaller)
    result: Array = heads.copy()
    for i, node in enumerate(outside[1:], start=1):
        head = solved[i]
        result[node] = cycle[out_of[i].argmax()] if head == len(outside) else outside[head]
    entry = solved[-1]
    broken = cycle[into[:, entry].argmax()]
    result[broken] = outside[entry]
    return result


def _find_cycle(heads: Array) -> Array | None:
    colour = np.zeros(len(heads), int)
    colour[0] = -1
    for start in range(1, len(heads)):
        path, node = [], start
        while colour[node] == 0:
            colour[node] = start
            path.append(node)
            node = heads[node]
        if colour[node] == start:
            return np.array(path[path.index(node) :])
        colour[path] = -1
    return None
