"""How much each kind of bad text costs: held-out sentences, changed, scored like the clean ones."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from recipe.noise import all_caps, invisible, ocr, plain_umlauts
from recipe.scores import Measured, measure_names, measure_trees
from recipe.sentences import Sentence, repair_bio

SEED = 7
ARTICLES = frozenset(("der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "eines"))
AUXILIARIES = frozenset(("hat", "haben", "ist", "sind", "wird", "werden", "wurde", "wurden"))
EMOJI = ("🙂", "👉", "🎉", "✅")

Change = Callable[[Sentence, random.Random], Sentence]


def _words(noise: Callable[[list[str], random.Random], list[str]]) -> Change:
    return lambda sentence, draw: replace(sentence, words=noise(sentence.words, draw))


def headline(sentence: Sentence, draw: random.Random) -> Sentence:
    """Articles, auxiliaries and the final full stop dropped; only names can be scored on it."""
    names = sentence.names or ["O"] * len(sentence.words)
    kept = [
        i
        for i, word in enumerate(sentence.words)
        if names[i] != "O" or word.lower() not in ARTICLES | AUXILIARIES
    ]
    if len(kept) > 1 and sentence.words[kept[-1]] == ".":
        kept.pop()
    return replace(
        sentence,
        words=[sentence.words[i] for i in kept],
        spaces=[sentence.spaces[i] for i in kept],
        names=repair_bio([names[i] for i in kept]),
        tree=None,
    )


def emoji(sentence: Sentence, draw: random.Random) -> Sentence:
    """An emoji in place of some punctuation and after the sentence's last word."""
    words = [
        draw.choice(EMOJI) if word in ",.:–-" and draw.random() < 0.5 else word
        for word in sentence.words
    ]
    return replace(sentence, words=words)


CHANGES: dict[str, Change] = {
    "all caps": _words(all_caps),
    "ae/oe/ue/ss": _words(plain_umlauts),
    "headline style": headline,
    "OCR slips": _words(ocr),
    "zero-width characters": _words(invisible),
    "emoji": emoji,
}


def change_all(sentences: list[Sentence], change: Change) -> list[Sentence]:
    draw = random.Random(SEED)
    return [change(sentence, draw) for sentence in sentences]


def robustness(
    model: Measured, names: dict[str, list[Sentence]], trees: list[Sentence]
) -> dict[str, dict[str, float]]:
    """Name F1 a set, UPOS and LAS, for clean text and for every change."""
    table: dict[str, dict[str, float]] = {}
    for title, change in {"clean": lambda s, draw: s, **CHANGES}.items():
        row = {
            source: measure_names(model, change_all(part, change))["micro"][2]
            for source, part in names.items()
        }
        if title != "headline style":
            tree_scores = measure_trees(model, change_all(trees, change))
            row |= {"upos": tree_scores["upos"], "las": tree_scores["las"]}
        table[title] = row
    return table
