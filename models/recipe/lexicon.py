"""Form + UPOS -> lemma where the training trees leave no doubt; everything else is the head's."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from recipe.sentences import Sentence, contract

CONVENTION = "gsd"  # where the sets disagree, this one is right


def build_lexicon(train: dict[str, list[Sentence]]) -> dict[tuple[str, str], str]:
    """Closed-class words and irregular forms: pairs that always had the same lemma."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    own: set[tuple[str, str]] = set()
    for source in (CONVENTION, "pud"):
        for sentence in train[source]:
            for variant in {id(s): s for s in (sentence, contract(sentence))}.values():
                assert variant.tree is not None
                rows = zip(variant.words, variant.tree.upos, variant.tree.lemmas, strict=True)
                for form, tag, lemma in rows:
                    if source == CONVENTION:
                        own.add((form, tag))
                    elif (form, tag) in own:
                        continue
                    found[form, tag][lemma] += 1
    return {key: next(iter(lemmas)) for key, lemmas in sorted(found.items()) if len(lemmas) == 1}


def write_lexicon(path: Path, lexicon: dict[tuple[str, str], str]) -> None:
    rows = [f"{form}\t{tag}\t{lemma}\n" for (form, tag), lemma in sorted(lexicon.items())]
    path.write_text("".join(rows), encoding="utf-8")


def read_lexicon(path: Path) -> dict[tuple[str, str], str]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
    return {(form, tag): lemma for form, tag, lemma in rows}
