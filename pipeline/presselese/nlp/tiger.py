"""Lets a `de_core_news_*` pipeline drive rules that are written for UD trees."""

from __future__ import annotations

from typing import Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from presselese.nlp.tiger_trees import Tree, to_ud

# Labels that only the TIGER scheme has; three of them are proof enough.
TIGER_SIGNS: Final = frozenset({"sb", "oa", "nk", "oc", "svp", "sbp"})
SIGNS_NEEDED: Final = 3


def has_tiger_labels(nlp: Language) -> bool:
    """Tell whether a pipeline's parser speaks TIGER."""
    if not nlp.has_pipe("parser"):
        return False
    labels = getattr(nlp.get_pipe("parser"), "labels", ())
    return len(TIGER_SIGNS & set(labels)) >= SIGNS_NEEDED


@Language.factory(
    "presselese_ud_labels",
    assigns=["token.head", "token.dep"],
    requires=["token.head", "token.dep", "token.pos", "token.lemma"],
)
def create_ud_labels(nlp: Language, name: str) -> UdLabels:
    return UdLabels()


class UdLabels:
    """Rewrites heads and labels of the parser's tree from TIGER's scheme to UD's.

    Reads token.head, dep_, pos_, lemma_ and morph; writes token.head and dep_. Names, tags and
    sentence borders stay. A Doc whose tree is UD already comes back unchanged.

    >>> nlp.add_pipe("presselese_ud_labels", after="parser")

    Known limits: elliptic coordination and comparative clauses get the nearest label, not always
    UD's; subtypes ("nsubj:pass") are not made. Tested on hand-built trees only: no pipeline with
    TIGER labels could be installed where this was written. Score: not measured.
    """

    def __call__(self, doc: Doc) -> Doc:
        tree = Tree(
            heads=[token.head.i for token in doc],
            labels=[token.dep_ for token in doc],
            tags=[token.pos_ for token in doc],
            lemmas=[token.lemma_ for token in doc],
            finite=["Fin" in token.morph.get("VerbForm", []) for token in doc],
        )
        if to_ud(tree):
            heads = np.array(tree.heads) - np.arange(len(doc))
            labels = [doc.vocab.strings.add(label) for label in tree.labels]
            rows = np.stack([heads.astype(np.uint64), np.array(labels, np.uint64)], axis=1)
            doc.from_array(["HEAD", "DEP"], rows)  # type: ignore[arg-type]  # its stub wants 32 bits
        return doc
