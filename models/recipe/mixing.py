"""Unlabelled text made anew from the texts at hand: halves of two sentences, and other words.

A student sees the same few ten thousand sentences again and again and learns the teacher's answers
on them by heart: it gave the teacher's names with F1 93 on sentences of WikiANN that it had been
taught with, 87 on unseen ones of GermEval, and 84 and 79 on spliced and swapped ones. The teacher
answers for any words, so new ones are free.
"""

from __future__ import annotations

import random
from collections.abc import Iterable

from recipe.sentences import Sentence

# Of a window's sentences: how many are spliced, and in how many words are swapped.
SPLICED_SHARE, SWAPPED_SHARE = 0.5, 0.6
MOST_SWAPPED, SWAPPED_SMALL = 0.5, 0.05  # share of words with a capital, of the others


class Mixer:
    """Draws other halves and other words from all sentences it was given."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self.sentences = list(sentences)
        inner = {word for s in self.sentences for word in s.words[1:] if word[:1].isalpha()}
        self.capitals = sorted(word for word in inner if word[0].isupper())
        self.smalls = sorted(word for word in inner if word[0].islower())

    def mix(self, sentence: Sentence, draw: random.Random) -> Sentence:
        """An unlabelled sentence that partly has the words of the given one."""
        words, spaces = list(sentence.words), list(sentence.spaces)
        if draw.random() < SPLICED_SHARE:
            other = draw.choice(self.sentences)
            ours, theirs = draw.randint(0, len(words)), draw.randint(0, len(other.words))
            words = words[:ours] + other.words[theirs:]
            spaces = spaces[:ours] + other.spaces[theirs:]
        if draw.random() < SWAPPED_SHARE:
            share = draw.random() * MOST_SWAPPED
            words = [self._swapped(word, share, draw) for word in words]
        if not words:
            words, spaces = sentence.words, sentence.spaces
        return Sentence(words, spaces, sentence.source, sentence.unit, is_one_sentence=False)

    def _swapped(self, word: str, share: float, draw: random.Random) -> str:
        if not word[0].isalpha():
            return word
        if word[0].isupper():
            return draw.choice(self.capitals) if draw.random() < share else word
        return draw.choice(self.smalls) if draw.random() < SWAPPED_SMALL else word
