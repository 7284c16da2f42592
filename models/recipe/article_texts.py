"""The marked articles and news paragraphs as whole texts, with what the main graph says of them."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from de_presse.article import MOST_PIECES
from recipe.anchored import Seen
from recipe.anchored_train import HELD, TRAIN, Graph
from recipe.article import Text
from recipe.events import joined
from recipe.sentences import EventMarks, Sentence
from recipe.unigram import END
from recipe.workspace import JOINED_WORDS, Workspace


def texts(space: Workspace, package: Path, part: int, source: str, *, threads: int) -> list[Text]:
    """The texts of the training or the held-out part of "events" or "news", in file order."""
    marked = space.own_sets()[part][source]
    if part == TRAIN:  # where paragraphs stand alone as well; the held-out ones are joined
        alone = [s for s in marked if not s.breaks]
        marked = list(joined(alone, JOINED_WORDS, singles=True))
    windows = [s for s in marked if s.events and space.encoder.length(s) <= MOST_PIECES]
    seen = Graph(package, threads).see(space, windows)
    pairs = zip(windows, seen, strict=True)
    return [
        _text(space, unit, list(group)) for unit, group in groupby(pairs, key=lambda p: p[0].unit)
    ]


def held_out_texts(space: Workspace, package: Path) -> list[Text]:
    """The held-out articles."""
    return texts(space, package, HELD, "events", threads=1)


def _text(space: Workspace, unit: str, windows: list[tuple[Sentence, Seen]]) -> Text:
    """Run the windows of an article together; a piece parts them."""
    text = Text(unit, [], [], [], [], np.zeros(0), EventMarks())
    chances: list[Any] = []
    for sentence, seen in windows:
        assert sentence.events is not None
        if text.ids:
            text.ids.append(END)
        # A window's own pieces begin with the one that opens a text.
        window = space.encoder.window([sentence])
        pieces, words = len(text.ids) - 1, len(text.first)
        before = text.sentence[-1] if text.sentence else 0
        text.ids += window.ids[1:-1]
        text.first += [piece + pieces for piece in window.first]
        text.last += [piece + pieces for piece in window.last]
        text.sentence += [number + before for number in seen.sentence]
        marks = sentence.events
        text.marks.triggers.extend((w + words, e, label, s) for w, e, label, s in marks.triggers)
        text.marks.roles.update({(e, w + words): role for (e, w), role in marks.roles.items()})
        text.marks.people.extend((word + words, number) for word, number in marks.people)
        chances.append(seen.triggers.numpy())
    text.chances = np.concatenate(chances)
    return text
