"""BIO scores to name spans, each with the model's confidence in it."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

Array = np.ndarray[Any, Any]


class Name(NamedTuple):
    """A name from word `start` to before word `end`; `score` is its least certain word's."""

    start: int
    end: int
    label: str
    score: float


def find_names(scores: Array, tags: list[str], starts: Array) -> list[Name]:
    """Return the names of consecutive words, none of them across a sentence start.

    `scores` are logits [words, tags]. An I- that continues nothing opens a name. A name's score is
    the smallest probability, over its words, that the word is in a name of that label.
    """
    if not len(scores):
        return []
    best = scores.argmax(-1)
    inside = np.flatnonzero(best != tags.index("O"))
    if not len(inside):
        return []
    probabilities = _softmax(scores[inside])
    names: list[Name] = []
    for row, word in enumerate(inside.tolist()):
        prefix, label = tags[best[word]].split("-")
        of_label = [i for i, tag in enumerate(tags) if tag[2:] == label]
        score = float(probabilities[row, of_label].sum())
        last = names[-1] if names else None
        continues = prefix == "I" and not starts[word]
        if continues and last and last.end == word and last.label == label:
            names[-1] = Name(last.start, word + 1, label, min(last.score, score))
        else:
            names.append(Name(word, word + 1, label, score))
    return names


def _softmax(scores: Array) -> Array:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Array = powers / powers.sum(-1, keepdims=True)
    return shares
