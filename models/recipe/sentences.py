"""One annotated sentence, whatever data set it comes from, and the stable train/held-out split.

Leaves reading of formats to `readers` and `press`, and encoding to `windows`.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field, replace

NAME_LABELS = ("PER", "ORG", "LOC", "MISC")
BIO_TAGS = ("O", *(f"{prefix}-{label}" for label in NAME_LABELS for prefix in "BI"))
HELD_OUT_SHARE = 10  # one in ten


@dataclass(frozen=True, slots=True)
class Tree:
    """UD analysis of a sentence; heads are word indices counted from 1, 0 is the root."""

    upos: list[str]
    feats: list[dict[str, str]]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]


@dataclass(frozen=True, slots=True)
class EventMarks:
    """Events of a paragraph, by word index; labels are indices of `labels`."""

    # (word, event, label, status)
    triggers: list[tuple[int, str, int, int]] = field(default_factory=list)
    roles: dict[tuple[str, int], int] = field(default_factory=dict)  # (event, word) -> role
    people: list[tuple[int, str]] = field(default_factory=list)  # (last word of the name, number)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with the layers that their data set annotates; a missing layer is None."""

    words: list[str]
    spaces: list[bool]
    source: str
    unit: str  # document or block: the split never cuts one
    names: list[str] | None = None
    tree: Tree | None = None
    # False where a piece may hold several sentences (SmartData lines): it teaches no starts.
    is_one_sentence: bool = True
    # (first, last) word index of contracted pairs: "am" = "an" + "dem"
    contractions: list[tuple[int, int, str]] = field(default_factory=list)
    events: EventMarks | None = None
    breaks: tuple[int, ...] = ()  # the words that begin a further paragraph

    @property
    def key(self) -> str:
        return text_key("".join(self.words))


def text_key(text: str) -> str:
    """Letters and digits only, so that two tokenisations of one text have the same key."""
    return re.sub(r"\W+", "", text.lower())


def is_held_out(unit: str) -> bool:
    """The same answer on every machine and in every run: a hash of the unit's name."""
    return zlib.crc32(unit.encode()) % HELD_OUT_SHARE == 0


def repair_bio(tags: list[str]) -> list[str]:
    """An I- after another label or after O opens a name."""
    repaired: list[str] = []
    previous = "O"
    for tag in tags:
        if tag.startswith("I-") and previous[2:] != tag[2:]:
            tag = "B-" + tag[2:]
        repaired.append(tag)
        previous = tag
    return repaired


def contract(sentence: Sentence) -> Sentence:
    """Rewrite "an dem" as "am", as it stands in running text.

    The contracted word keeps the preposition's tag, lemma, head and relation, and takes the
    article's case, gender and number; whatever hung on the article hangs on the preposition.
    """
    if not sentence.contractions:
        return sentence
    starts = {first: (last, form) for first, last, form in sentence.contractions}
    keep: list[int] = []
    forms: list[str] = []
    target: dict[int, int] = {0: 0}
    index = 0
    while index < len(sentence.words):
        last, form = starts.get(index, (index, sentence.words[index]))
        keep.append(index)
        forms.append(form)
        for covered in range(index, last + 1):
            target[covered + 1] = len(keep)
        index = last + 1
    tree = sentence.tree and _contract_tree(sentence.tree, keep, target, starts)
    names = sentence.names and repair_bio([sentence.names[i] for i in keep])
    lasts = [starts[i][0] if i in starts else i for i in keep]
    spaces = [sentence.spaces[i] for i in lasts]
    return replace(sentence, words=forms, spaces=spaces, names=names, tree=tree, contractions=[])


def _contract_tree(
    tree: Tree, keep: list[int], target: dict[int, int], starts: dict[int, tuple[int, str]]
) -> Tree:
    feats, heads, relations = [], [], []
    for position, index in enumerate(keep, start=1):
        merged = dict(tree.feats[index])
        for other in range(index + 1, starts[index][0] + 1) if index in starts else ():
            agreement = ("Case", "Gender", "Number")
            merged |= {k: v for k, v in tree.feats[other].items() if k in agreement}
        head, relation = target[tree.heads[index]], tree.relations[index]
        if head == position:  # the preposition hung on its own article: take the article's head
            other = starts[index][0]
            head, relation = target[tree.heads[other]], tree.relations[other]
        feats.append(merged)
        heads.append(head)
        relations.append(relation)
    return Tree(
        [tree.upos[i] for i in keep], feats, [tree.lemmas[i] for i in keep], heads, relations
    )
