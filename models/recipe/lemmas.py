"""Lemma classes: edit trees that turn a form into its lemma ("gegründet" -> "gründen").

An edit tree (Chrupała 2008) keeps the longest common part and says what to do on its left and on
its right, recursively; so one class serves every verb of a pattern. A case operation is chosen
first. Written as JSON, so that the runtime can apply them without this module.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

CASES = ("lower", "title", "keep")
MIN_COUNT = 2


def edit_tree(form: str, lemma: str) -> list[Any]:
    """`[old, new]` replaces a part; `[left length, right length, left, right]` keeps the middle."""
    start, target, length = _longest_common(form, lemma)
    if length == 0:
        return [form, lemma]
    end, target_end = start + length, target + length
    left = edit_tree(form[:start], lemma[:target]) if start or target else None
    has_right = end < len(form) or target_end < len(lemma)
    right = edit_tree(form[end:], lemma[target_end:]) if has_right else None
    return [start, len(form) - end, left, right]


def _longest_common(a: str, b: str) -> tuple[int, int, int]:
    best = (0, 0, 0)
    previous = [0] * (len(b) + 1)
    for i, x in enumerate(a):
        current = [0] * (len(b) + 1)
        for j, y in enumerate(b):
            if x == y:
                current[j + 1] = previous[j] + 1
                if current[j + 1] > best[2]:
                    best = (i - current[j + 1] + 1, j - current[j + 1] + 1, current[j + 1])
        previous = current
    return best


def apply_tree(tree: list[Any] | None, form: str) -> str | None:
    """The changed form; None where the tree does not fit it."""
    if tree is None:
        return form
    if len(tree) == 2:
        return tree[1] if form.lower() == tree[0] else None
    left_length, right_length, left, right = tree
    if left_length + right_length >= len(form):
        return None
    end = len(form) - right_length
    before = apply_tree(left, form[:left_length])
    after = apply_tree(right, form[end:])
    if before is None or after is None:
        return None
    return before + form[left_length:end] + after


def lemma_class(form: str, lemma: str) -> str:
    """The class that makes `lemma` of `form`: the first case operation that gives it exactly."""
    tree = edit_tree(form.lower(), lemma.lower())
    for case in CASES:
        name = json.dumps([case, tree], ensure_ascii=False, separators=(",", ":"))
        if apply_class(name, form) == lemma:
            return name
    return json.dumps(["keep", [form.lower(), lemma]], ensure_ascii=False, separators=(",", ":"))


def apply_class(name: str, form: str) -> str | None:
    """The lemma that a class gives for a form; None where it does not fit."""
    case, tree = json.loads(name)
    if tree[:2] == [0, 0] and case == "keep":
        return form
    lemma = apply_tree(tree, form if case == "keep" else form.lower())
    if lemma and case == "title":
        return lemma[0].upper() + lemma[1:]
    return lemma


def collect_classes(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Classes met at least twice, the most frequent first."""
    counts = Counter(lemma_class(form, lemma) for form, lemma in pairs)
    return [name for name, count in counts.most_common() if count >= MIN_COUNT]
