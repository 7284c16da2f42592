"""Trees for the project's own sets, parsed by an earlier release: `silver.jsonl` in `WORK`.

Press sentences and event passages carry no trees. Shown without any, they pull the network's trees
on press text away from what GSD and PUD teach (`dep` for a fifth of all relations, and the frames
found half of what they had found), though the trees of held-out GSD sentences stay as good.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from recipe.sentences import Sentence, Tree

Key = tuple[str, ...]


def parse(nlp: Any, sentences: Iterable[Sentence]) -> Iterator[tuple[Key, Tree]]:
    """Yield the words of each sentence or passage with the tree of a spaCy pipeline."""
    for sentence in sentences:
        doc = nlp(Doc(nlp.vocab, words=sentence.words, spaces=sentence.spaces))
        is_root = [token.head == token for token in doc]
        yield (
            tuple(sentence.words),
            Tree(
                upos=[token.pos_ for token in doc],
                feats=[token.morph.to_dict() for token in doc],
                lemmas=[token.lemma_ for token in doc],
                heads=[0 if root else t.head.i + 1 for t, root in zip(doc, is_root, strict=True)],
                relations=[
                    "root" if root else t.dep_ for t, root in zip(doc, is_root, strict=True)
                ],
            ),
        )


def write_silver(path: Path, trees: Iterable[tuple[Key, Tree]]) -> None:
    """Write trees, one sentence a line."""
    with path.open("w", encoding="utf-8") as file:
        for words, tree in trees:
            line = {"words": words, **asdict(tree)}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def read_silver(path: Path) -> dict[Key, Tree]:
    """Read trees by the words of their sentence; none where the file is missing."""
    found: dict[Key, Tree] = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = json.loads(line)
            words = tuple(fields.pop("words"))
            found[words] = Tree(**fields)
    return found


def with_trees(sentences: Iterable[Sentence], silver: dict[Key, Tree]) -> list[Sentence]:
    """Give each sentence its tree, where there is one."""
    return [replace(s, tree=silver.get(tuple(s.words), s.tree)) for s in sentences]
