"""The label inventory of all heads; shipped as `labels.json` and read by the runtime."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

from recipe.lemmas import collect_classes
from recipe.sentences import BIO_TAGS, Sentence, contract

FEATURES = (
    "Case", "Number", "Gender", "Person", "Tense", "Mood", "VerbForm", "Definite", "PronType",
    "Degree", "Poss", "Reflex", "Foreign", "NumType", "Polarity", "Voice",
)  # fmt: skip
# PUD leaves these out almost everywhere: its "none" must not teach the head.
UNTAUGHT = {"pud": frozenset({"VerbForm", "Voice", "Poss", "Reflex"}), "hdt": frozenset({"Voice"})}
NAME_SOURCES = ("press", "germeval", "smartdata", "mobie", "pud")
TREE_SOURCES = ("gsd", "pud", "hdt")
MIN_VALUE_COUNT = 3
# What a trigger tells ("joins", "is", "leaves" are memberships), how it stands, and who plays which
# part in it; the same words as in the marks of models/events. "same" is no mark: another trigger
# that tells the same event once more. "employer" belongs to a person, not to an event: where the
# person works or holds an office.
EVENT_LABELS = ("delegation", "founding", "opening", "joins", "is", "leaves")
STATUSES = ("done", "planned", "negated", "cancelled")
ROLES = (
    "",
    "organisation",
    "founder",
    "place",
    "date",
    "member",
    "destination",
    "origin",
    "organiser",
    "leader",
    "participant",
    "host",
    "size",
    "start",
    "end",
    "same",
    "employer",
)
SAME = ROLES.index("same")
PERSON = "person"  # marks whom an "employer" belongs to  # fmt: skip


@dataclass(frozen=True)
class Labels:
    """Values in the order of the heads' outputs."""

    names: list[str]
    upos: list[str]
    features: dict[str, list[str]]  # value 0 of each is "", the feature is absent
    lemma_classes: list[str]
    relations: list[str]
    # See `transitions`; filled in when the labels are shipped.
    name_transitions: list[list[float]] = field(default_factory=list)
    events: list[str] = field(default_factory=lambda: list(EVENT_LABELS))
    statuses: list[str] = field(default_factory=lambda: list(STATUSES))
    roles: list[str] = field(default_factory=lambda: list(ROLES))
    # How the run time shall cut texts (`de_presse/windows.py`); filled in likewise.
    windows: dict[str, int] | None = None

    def write(self, path: Path) -> None:
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")

    @staticmethod
    def read(path: Path) -> Labels:
        return Labels(**json.loads(path.read_text(encoding="utf-8")))


def collect_labels(train: list[Sentence]) -> Labels:
    """All labels that the training trees hold."""
    both = [s for sentence in train if sentence.tree for s in (sentence, contract(sentence))]
    trees = [(s.words, s.tree) for s in both if s.tree]
    values: dict[str, Counter[str]] = {feature: Counter() for feature in FEATURES}
    for _, tree in trees:
        for feats in tree.feats:
            for feature in FEATURES:
                if feature in feats:
                    values[feature][feats[feature]] += 1
    features = {
        feature: ["", *sorted(v for v, n in counts.items() if n >= MIN_VALUE_COUNT)]
        for feature, counts in values.items()
    }
    pairs = [pair for words, tree in trees for pair in zip(words, tree.lemmas, strict=True)]
    return Labels(
        names=list(BIO_TAGS),
        upos=sorted({tag for _, tree in trees for tag in tree.upos}),
        features=features,
        lemma_classes=collect_classes(pairs),
        relations=sorted({relation for _, tree in trees for relation in tree.relations}),
    )
