"""Data for the spaCy CNN pipeline that the encoder is compared with: the same sentences.

Writes DocBins; `python -m spacy train recipe/cnn.cfg` does the rest.
"""

from __future__ import annotations

import random
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from recipe.readers import read_all, split
from recipe.sentences import Sentence, contract

GROUP = 3  # sentences a tree document at most, so that the parser learns to set borders


def name_doc(vocab: Vocab, sentence: Sentence) -> Doc:
    return Doc(vocab, words=sentence.words, spaces=sentence.spaces, ents=sentence.names)


def tree_doc(vocab: Vocab, group: list[Sentence]) -> Doc:
    """Several sentences as one document; names only where every sentence has them."""
    words: list[str] = []
    spaces: list[bool] = []
    heads: list[int] = []
    deps: list[str] = []
    pos: list[str] = []
    morphs: list[str] = []
    lemmas: list[str] = []
    tags: list[str] = []
    for sentence in group:
        tree = sentence.tree
        assert tree is not None
        offset = len(words)
        for i, head in enumerate(tree.heads):
            heads.append(offset + (head - 1 if head else i))
            deps.append("ROOT" if head == 0 else tree.relations[i])
        words += sentence.words
        spaces += [*sentence.spaces[:-1], True]
        pos += tree.upos
        morphs += ["|".join(f"{k}={v}" for k, v in sorted(f.items())) for f in tree.feats]
        lemmas += tree.lemmas
        tags += sentence.names or []
    return Doc(
        vocab, words=words, spaces=spaces, pos=pos, morphs=morphs, lemmas=lemmas,
        heads=heads, deps=deps, ents=tags if len(tags) == len(words) else None,
    )  # fmt: skip


def write_bins(data: Path, out: Path) -> None:
    """`train.spacy` and `dev.spacy` in `out`."""
    train, held = split(read_all(data))
    out.mkdir(parents=True, exist_ok=True)
    for name, part in (("train", train), ("dev", held)):
        vocab = spacy.blank("de").vocab
        bin_ = DocBin(store_user_data=False)
        for source, sentences in part.items():
            if source not in ("gsd", "pud"):
                for sentence in sentences:
                    bin_.add(name_doc(vocab, sentence))
        for doc in tree_docs(vocab, [*part.get("gsd", []), *part.get("pud", [])], name):
            bin_.add(doc)
        bin_.to_disk(out / f"{name}.spacy")


def tree_docs(vocab: Vocab, sentences: list[Sentence], part: str) -> list[Doc]:
    """Groups of one to three; the training part also with contractions, as in running text."""
    draw = random.Random(1)
    pool = [*sentences, *(contract(s) for s in sentences if part == "train")]
    pool = [s for s in pool if s.tree]
    draw.shuffle(pool)
    docs = []
    while pool:
        size = draw.randint(1, GROUP) if part == "train" else 1
        group, pool = pool[:size], pool[size:]
        docs.append(tree_doc(vocab, group))
    return docs
