"""Tag scores to names: the best path through each sentence, and how sure the model is of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from presselese.resources.titles import titles

Array = np.ndarray[Any, Any]
FORBIDDEN: Final = -10_000.0
# Besides presselese's titles, where these two are roles.
ROLES_AS_TITLES: Final = frozenset({"Professor", "Professorin"})


class Name(NamedTuple):
    """A name from word `start` to before word `end`; `score` is its least certain word's."""

    start: int
    end: int
    label: str
    score: float


def sound_moves(tags: list[str]) -> Array:
    """Return transitions that only forbid an I- after anything but its own label's B- or I-.

    [tags + 1, tags]: row the tag before (the last row a sentence start), column the tag.
    """
    before = [*tags, "O"]
    return np.array(
        [
            [FORBIDDEN if tag[0] == "I" and above[1:] != tag[1:] else 0.0 for tag in tags]
            for above in (tag.replace("B-", "I-") for tag in before)
        ]
    )


def find_names(scores: Array, tags: list[str], moves: Array, starts: Array) -> list[Name]:
    """Return the names of consecutive words, none of them across a sentence start.

    `scores` are logits [words, tags], `moves` as in `sound_moves`. A name's score is the smallest
    probability, over its words, that the word is in a name of that label.
    """
    if not len(scores):
        return []
    chances = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    names: list[Name] = []
    for word, best in enumerate(best_path(chances, moves, starts)):
        if tags[best] == "O":
            continue
        prefix, label = tags[best].split("-")
        of_label = [i for i, tag in enumerate(tags) if tag[2:] == label]
        score = float(np.exp(chances[word, of_label]).sum())
        last = names[-1] if names else None
        if prefix == "I" and last and last.end == word and last.label == label and not starts[word]:
            names[-1] = Name(last.start, word + 1, label, min(last.score, score))
        else:
            names.append(Name(word, word + 1, label, score))
    return names


def without_titles(names: list[Name], words: Sequence[str]) -> list[Name]:
    """Return the names with titles and forms of address before a person left outside.

    That is the convention of all sets but a few slips; a name that is a title alone is none.
    """
    kept: list[Name] = []
    for name in names:
        start = name.start
        while name.label == "PER" and start < name.end and words[start] in _titles():
            start += 1
        if start < name.end:
            kept.append(name._replace(start=start))
    return kept


@cache
def _titles() -> frozenset[str]:
    return ROLES_AS_TITLES | titles()


def best_path(chances: Array, moves: Array, starts: Array) -> list[int]:
    """Viterbi over log probabilities [words, tags], beginning anew at every sentence start.

    All sentences take a step at once, the longest first, so that those still going on are a slice.
    """
    begins = np.flatnonzero(starts)
    lengths = np.diff(begins, append=len(chances))
    order = np.argsort(-lengths, kind="stable")
    begins, lengths = begins[order], lengths[order]
    best = moves[-1] + chances[begins]  # [sentences, tags]
    back = np.zeros(chances.shape, np.int64)
    rows_of_step = [begins[lengths > step] + step for step in range(1, lengths[0])]
    for rows in rows_of_step:
        routes = best[: len(rows), :, None] + moves[:-1]
        back[rows] = routes.argmax(1)
        best[: len(rows)] = routes.max(1) + chances[rows]
    path = np.zeros(len(chances), np.int64)
    path[begins + lengths - 1] = best.argmax(1)
    for rows in reversed(rows_of_step):
        path[rows - 1] = back[rows, path[rows]]
    found: list[int] = path.tolist()
    return found
