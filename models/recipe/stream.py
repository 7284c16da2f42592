"""The endless, reproducible stream of training batches.

A chunk is drawn from the sets by their shares of pieces, cut into windows, sorted by length and
batched. Everything depends on the seed and the chunk's number only, and on how far each set has
been read; that position is kept in the checkpoint.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from recipe.labels import NAME_SOURCES, TREE_SOURCES
from recipe.noise import draw_noise
from recipe.sentences import Sentence, contract
from recipe.windows import RUN_TIME_SOURCES, Batch, Encoder, Window, batches, collate

WINDOW_PIECES = 170
SINGLE_SHARE = 0.5  # windows of one sentence; the rest hold two to four
CHUNK_BATCHES = 80
FILL = 0.93  # real share of a padded batch

# Shares of pieces before and after the project's own sets join.
SHARES = {"germeval": 0.33, "smartdata": 0.25, "mobie": 0.03, "pud": 0.19, "gsd": 0.20}
OWN_SHARES = {
    "germeval": 0.22, "smartdata": 0.18, "mobie": 0.02, "pud": 0.12, "gsd": 0.18, "press": 0.10,
    "events": 0.38, "news": 0.14,
}  # fmt: skip
# A paragraph of event passages is a window, as a paragraph is at run time.
WHOLE_WINDOWS = frozenset({"events", "news"})
# How often a set is seen under the convention that is switched on at run time.
AS_PRESS = {
    "germeval": 0.7, "smartdata": 0.35, "mobie": 0.35, "pud": 0.3, "press": 1.0, "events": 1.0,
    "news": 1.0, "gsd": 0.7,
}  # fmt: skip
OTHERS_AS_GSD = 0.8
CONTRACTED_SHARE = 0.4  # tree sentences shown with "am" instead of "an dem"


class Stream:
    """Draws chunks; `position` says how many sentences of each set have been used."""

    def __init__(
        self,
        train: dict[str, list[Sentence]],
        encoder: Encoder,
        own: Callable[[], dict[str, list[Sentence]]],
        *,
        tokens: int,
        seed: int,
    ) -> None:
        self.encoder, self.own, self.tokens, self.seed = encoder, own, tokens, seed
        self.train = {source: encoder.fitting(part) for source, part in train.items()}
        self.position: dict[str, int] = {}
        self._orders: dict[str, tuple[tuple[int, int], list[int]]] = {}
        self._own: dict[str, list[Sentence]] = {}

    def _take(self, own: dict[str, list[Sentence]]) -> None:
        if own is not self._own:  # measuring every sentence takes a while
            self._own = own
            self.train |= {source: self.encoder.fitting(part) for source, part in own.items()}

    def _next(self, source: str) -> Sentence:
        position = self.position.get(source, 0)
        self.position[source] = position + 1
        sentences = self.train[source]
        cycle, index = divmod(position, len(sentences))
        return sentences[self._order(source, cycle, len(sentences))[index]]

    def _order(self, source: str, cycle: int, count: int) -> list[int]:
        known = self._orders.get(source)
        if known is None or known[0] != (cycle, count):
            order = list(range(count))
            random.Random(f"{self.seed}/{source}/{cycle}").shuffle(order)
            self._orders[source] = known = ((cycle, count), order)
        return known[1]

    def chunk(self, number: int, *, with_own: bool) -> Iterator[Batch]:
        """The batches of one chunk; the own sets are read anew so that late files count."""
        draw = random.Random(f"{self.seed}/{number}")
        shares = SHARES
        if with_own:
            self._take(self.own())
            shares = OWN_SHARES
        budget = CHUNK_BATCHES * self.tokens * FILL
        total = sum(share for source, share in shares.items() if source in self.train)
        windows: list[Window] = []
        for source in sorted(set(shares) & set(self.train)):
            used = 0
            while used < budget * shares[source] / total:
                windows.append(self._window(source, draw))
                used += len(windows[-1].ids)
        for group in batches(windows, self.tokens, draw):
            yield collate([windows[i] for i in group])

    def _window(self, source: str, draw: random.Random) -> Window:
        is_single = draw.random() < SINGLE_SHARE or source in WHOLE_WINDOWS
        size = 1 if is_single else draw.randint(2, 4)
        sentences: list[Sentence] = []
        pieces = 0
        while len(sentences) < size and (not sentences or pieces < WINDOW_PIECES / 2):
            sentence = self._next(source)
            if sentence.contractions and draw.random() < CONTRACTED_SHARE:
                sentence = contract(sentence)
            sentences.append(sentence)
            pieces += self.encoder.length(sentence)
        noise = draw_noise(draw)
        words = [noise(s.words, draw) for s in sentences] if noise else None
        return self.encoder.window(sentences, draw_sources(source, draw), words)


def draw_sources(source: str, draw: random.Random) -> tuple[int, int]:
    """The set's own conventions, or with some chance those of run time; never a false label set.

    A layer that a set does not annotate mostly gets the run-time convention, so that the two
    vectors are learned independently of each other.
    """
    known = source in NAME_SOURCES
    name = NAME_SOURCES.index(source) if known else draw.randrange(len(NAME_SOURCES))
    if draw.random() < AS_PRESS.get(source, 0.0):
        name = RUN_TIME_SOURCES[0]
    if source in TREE_SOURCES:
        return name, TREE_SOURCES.index(source)
    if draw.random() < OTHERS_AS_GSD:
        return name, RUN_TIME_SOURCES[1]
    return name, draw.randrange(len(TREE_SOURCES) - 1)
