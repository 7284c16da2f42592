"""The marked articles and news paragraphs as whole texts, with what the main graph says of them."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from de_presse.article import MOST_PIECES
from de_presse.sessions import open_session
from recipe.article import Text, encoded
from recipe.events import joined
from recipe.sentences import EventMarks, Sentence
from recipe.windows import batches, collate
from recipe.workspace import JOINED_WORDS, Workspace

Array = np.ndarray[Any, Any]
TRAIN, HELD = 0, 1
BATCH_PIECES = 400  # of the main graph's runs


class FirstReading(NamedTuple):
    """What the main graph says of a window's words: sentence [W], trigger chances [W, labels]."""

    sentence: list[int]
    triggers: Array


def texts(
    space: Workspace,
    package: Path,
    part: int,
    source: str,
    *,
    threads: int,
    units: Collection[str] | None = None,
) -> list[Text]:
    """The texts of the training or the held-out part of "events" or "news", in file order.

    Only those of some `units` (articles) where these are given. News has no names marked.
    """
    marked = space.own_sets()[part][source]
    if part == TRAIN:  # where paragraphs stand alone as well; the held-out ones are joined
        alone = [s for s in marked if not s.breaks]
        marked = list(joined(alone, JOINED_WORDS, singles=True))
    if units is not None:
        marked = [s for s in marked if s.unit in units]
    windows = [s for s in marked if s.events and space.encoder.length(s) <= MOST_PIECES]
    pairs = zip(windows, _read(space, package, windows, threads), strict=True)
    return [
        _text(space, unit, list(group)) for unit, group in groupby(pairs, key=lambda p: p[0].unit)
    ]


def _read(
    space: Workspace, package: Path, sentences: list[Sentence], threads: int
) -> list[FirstReading]:
    """What the exported graph in `package` says, every passage in a window of its own."""
    session = open_session(package / "model.onnx", threads=threads)
    windows = [space.encoder.window([s]) for s in sentences]
    found: dict[int, FirstReading] = {}
    for group in batches(windows, BATCH_PIECES):
        batch = collate([windows[i] for i in group])
        feed = {name: getattr(batch, name).numpy() for name in ("ids", "first", "last")}
        triggers, starts = session.run(["trigger", "starts"], feed)
        for row, i in enumerate(group):
            words = len(windows[i].first)
            begins = starts[row, :words] > 0
            begins[[0, *sentences[i].breaks]] = True
            chances = 1 / (1 + np.exp(-triggers[row, :words]))
            found[i] = FirstReading(np.cumsum(begins).tolist(), chances)
    return [found[i] for i in range(len(windows))]


def held_out_texts(space: Workspace, package: Path) -> list[Text]:
    """The held-out articles."""
    return texts(space, package, HELD, "events", threads=1)


def _text(space: Workspace, unit: str, windows: list[tuple[Sentence, FirstReading]]) -> Text:
    """Run the windows of an article together."""
    text = Text(unit, [], [], [], [], [], np.zeros(0), EventMarks())
    for sentence, seen in windows:
        assert sentence.events is not None
        count = len(text.words)
        before = text.sentence[-1] if text.sentence else 0
        text.breaks += [count] * bool(count) + [count + word for word in sentence.breaks]
        text.words += sentence.words
        text.spaces += sentence.spaces
        text.names += sentence.names or ["O"] * len(sentence.words)
        text.sentence += [number + before for number in seen.sentence]
        marks = sentence.events
        text.marks.triggers.extend((w + count, e, label, s) for w, e, label, s in marks.triggers)
        text.marks.roles.update({(e, w + count): role for (e, w), role in marks.roles.items()})
        text.marks.people.extend((word + count, number) for word, number in marks.people)
    text.chances = np.concatenate([seen.triggers for _, seen in windows])
    return encoded(text, space.encoder.unigram)
