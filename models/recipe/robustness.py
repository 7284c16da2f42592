"""How much each kind of bad text costs: held-out sentences, changed, scored like the clean ones.

Two kinds have no clean twin and are figures of their own: English sentences, and one sentence that
goes on for thousands of words.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from recipe.noise import all_caps, invisible, ocr, plain_umlauts, recased
from recipe.press import read_press_file
from recipe.scores import Measured, measure_names, measure_trees, name_scores
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
        events=None,
        breaks=(),
    )


def emoji(sentence: Sentence, draw: random.Random) -> Sentence:
    """An emoji in place of some punctuation and after the sentence's last word."""
    words = [
        draw.choice(EMOJI) if word in ",.:–-" and draw.random() < 0.5 else word
        for word in sentence.words
    ]
    return replace(sentence, words=words)


CHANGES: dict[str, Change] = {
    "all caps, as they come": _words(all_caps),
    "all caps, recased as at run time": _words(recased),
    "ae/oe/ue/ss": _words(plain_umlauts),
    "headline style": headline,
    "OCR slips": _words(ocr),
    "zero-width characters": _words(invisible),
    "emoji": emoji,
}


LONG_SENTENCE_WORDS = 10_000


def english(own: Path) -> list[Sentence]:
    """English sentences as press folders hold them; never trained on."""
    return list(read_press_file(own / "robustness" / "english.txt", spacy.blank("de")))


def long_sentence(package: Path, sentences: list[Sentence]) -> dict[str, float]:
    """Name F1 on sentences run together to one of 10,000 words, and on each of them alone.

    Measured through the spaCy pipeline, which has to cut the long one.
    """
    import de_presse

    nlp = de_presse.load_from(package)
    parts: list[Sentence] = []
    while sum(len(part.words) for part in parts) < LONG_SENTENCE_WORDS:
        parts += [_without_stop(sentence) for sentence in sentences]
    words = [word for part in parts for word in part.words][:LONG_SENTENCE_WORDS]
    spaces = [space for part in parts for space in part.spaces][:LONG_SENTENCE_WORDS]
    gold = [tag for part in parts for tag in part.names or []][:LONG_SENTENCE_WORDS]
    starts: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    whole = _tags(nlp, Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts))
    alone = [_tags(nlp, Doc(nlp.vocab, words=p.words, spaces=p.spaces)) for p in sentences]
    return {
        "in one sentence": name_scores([gold], [whole], True)["micro"][2],
        "one by one": name_scores([s.names or [] for s in sentences], alone, True)["micro"][2],
    }


def _without_stop(sentence: Sentence) -> Sentence:
    words = [word if word not in (".", "!", "?") else "," for word in sentence.words]
    return replace(sentence, words=words, spaces=[*sentence.spaces[:-1], True])


def _tags(nlp: Any, doc: Doc) -> list[str]:
    return [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in nlp(doc)]


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
