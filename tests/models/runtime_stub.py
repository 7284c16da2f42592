"""A model without weights: real decoding of scores that are arbitrary but repeatable."""

from __future__ import annotations

import string
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from de_presse import analyser, component
from de_presse.files import ModelFiles
from de_presse.graph import WindowPieces
from de_presse.names import sound_moves
from de_presse.windows import SHORT_WINDOWS

SPECIAL = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
LETTERS = [(letter, -3.0) for letter in "▁.,äöüß" + string.ascii_letters]
NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
FILES = ModelFiles(
    graph=Path("none"),
    names=NAMES,
    name_moves=sound_moves(NAMES),
    upos=["NOUN", "VERB", "PUNCT"],
    features={"Case": ["", "Nom", "Acc"], "Number": ["", "Sing"]},
    lemma_classes=['["keep",[0,0,null,null]]', '["lower",["am","an"]]'],
    relations=["dep", "nsubj", "root"],
    pieces=[*SPECIAL, *LETTERS],
    lexicon={},
    relation_weight=np.random.default_rng(0).normal(size=(3, 12)).astype(np.float32),
    relation_bias=np.zeros(3, np.float32),
    events=None,
    windows=SHORT_WINDOWS,
)


class StubGraph:
    """Scores that depend on the batch's pieces alone, as those of the real graph do."""

    def __init__(self, path: Path, *, threads: int) -> None:
        self.batches: list[list[int]] = []

    def start(self, windows: Sequence[WindowPieces]) -> Callable[[], dict[str, Any]]:
        draw = np.random.default_rng(zlib.crc32(repr(windows).encode()))
        shape = (len(windows), max(len(window.words) for window in windows))
        self.batches.append([sum(map(len, window.words)) + 2 for window in windows])
        widths = {"names": 5, "upos": 3, "lemma": 2, "morph": 5, "rel_dep": 4}
        out = {name: draw.normal(size=(*shape, width)) for name, width in widths.items()}
        out["starts"] = draw.normal(size=shape) * 3 - 3
        out["arcs"] = draw.normal(size=(*shape, shape[1] + 1))
        out["rel_head"] = draw.normal(size=(shape[0], shape[1] + 1, 4))
        return lambda: out


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> component.Encoder:
    """The component over the stub."""
    monkeypatch.setattr(analyser, "Graph", StubGraph)
    monkeypatch.setattr(component, "read_model_files", lambda weights: FILES)
    return component.Encoder("stub")
