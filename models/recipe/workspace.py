"""The working folder of a training: prepared inputs, checkpoints and exports, by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch

from recipe import e5
from recipe.events import joined, read_events
from recipe.labels import Labels, collect_labels
from recipe.lexicon import build_lexicon, read_lexicon, write_lexicon
from recipe.network import Analyser
from recipe.news import read_news
from recipe.press import read_press
from recipe.readers import read_all, split
from recipe.sentences import Sentence
from recipe.silver import read_silver, with_trees
from recipe.transitions import CONVENTION, name_transitions
from recipe.unigram import Unigram, read_pieces, write_pieces
from recipe.vocabulary import count_words, kept_pieces
from recipe.windows import Encoder

# Words of a window of joined paragraphs: about the 160 pieces of a window at run time. With 200
# words the heads took every part for every event's (dev: events F1 0.68 instead of 0.75).
JOINED_WORDS = 90
Sets = dict[str, list[Sentence]]


@lru_cache(maxsize=1)
def _own_sets(own: Path, data: Path, silver: Path, stamps: object) -> tuple[Sets, Sets]:
    """Read the own sets; `stamps` says which state of their files."""
    trees = read_silver(silver)
    press, events = read_press(own / "press"), read_events(own / "events")
    news = read_news(own / "events" / "news", data)
    train = {"press": with_trees(press[0], trees)}
    held = {"press": press[1]}
    for source, (taught, kept) in (("events", events), ("news", news)):
        passages = with_trees(taught, trees)
        train[source] = [*passages, *joined(passages, JOINED_WORDS)]
        held[source] = list(joined(kept, JOINED_WORDS, singles=True))
    return train, held


@dataclass(frozen=True)
class Workspace:
    """`data` holds the open sets, `own` the project's press and events, `folder` all results."""

    data: Path
    own: Path
    folder: Path
    with_hdt: bool = False

    @cached_property
    def sets(self) -> tuple[Sets, Sets]:
        """Training and held-out part of the open sets."""
        return split(read_all(self.data, with_hdt=self.with_hdt))

    def own_sets(self) -> tuple[Sets, Sets]:
        """Training and held-out part of the project's own sets; files that changed count."""
        silver = self.folder / "silver.jsonl"  # as `recipe parse` has written them
        files = [*self.own.glob("press/*"), *self.own.glob("events/**/*"), silver]
        stamps = tuple((path, path.stat().st_mtime_ns) for path in sorted(files) if path.is_file())
        return _own_sets(self.own, self.data, silver, stamps)

    def prepare(self) -> None:
        """Fetch e5, prune the vocabulary, collect labels and lexicon; nothing is made twice."""
        if (self.folder / "lexicon.tsv").exists():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        e5.fetch(self.folder / "e5")
        everything = [s for part in self.sets[0].values() for s in part]
        table = e5.load_pieces(self.folder / "e5")
        counts = count_words(self.data, everything)
        tokenizer = self.folder / "e5" / "tokenizer.json"
        kept = kept_pieces(counts, tokenizer, [piece for piece, _ in table])
        write_pieces(self.folder / "pieces.tsv", [table[i] for i in kept])
        np.save(self.folder / "kept.npy", np.array(kept))
        collect_labels(everything).write(self.folder / "labels.json")
        write_lexicon(self.folder / "lexicon.tsv", build_lexicon(self.sets[0]))

    @cached_property
    def labels(self) -> Labels:
        return Labels.read(self.folder / "labels.json")

    @cached_property
    def encoder(self) -> Encoder:
        return Encoder(self.labels, Unigram(read_pieces(self.folder / "pieces.tsv")))

    @cached_property
    def lexicon(self) -> dict[tuple[str, str], str]:
        return read_lexicon(self.folder / "lexicon.tsv")

    @cached_property
    def transitions(self) -> list[list[float]]:
        """Between name tags, counted on the training sentences."""
        train = self.sets[0] | {"press": read_press(self.own / "press")[0]}
        return name_transitions(s for source in CONVENTION for s in train[source])

    def pretrained(self) -> Analyser:
        """All heads on e5's weights."""
        kept = np.load(self.folder / "kept.npy").tolist()
        model = Analyser(self.labels, len(kept))
        model.encoder.load_pretrained(e5.load_weights(self.folder / "e5"), kept)
        return model

    def load(self, checkpoint: Path, *, layers: int = 12) -> Analyser:
        """A trained model from a checkpoint or from bare weights."""
        state: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=True)
        weights = state.get("model", state)
        pieces = weights["encoder.word.weight"].shape[0]
        model = Analyser(self.labels, pieces, layers)
        model.load_state_dict(weights)
        return model.eval()
