"""Nouns that point back mean the one body that the article founds or joins."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.fillers import Argument, Resolver
from presselese.events.meant_bodies import name_meant_bodies
from presselese.events.telling import Telling

ROWS = """Nordring _ PROPN root 0
    . _ PUNCT punct 1
    {article} _ DET det 4 Definite={definite}
    {noun} _ NOUN root 0
    {behind}
    . _ PUNCT punct 4
    Südring _ PROPN root 0"""
NAMES = [(0, 1, "ORG"), (6, 7, "ORG")]


def organisations(
    article: str = "der",
    noun: str = "Verband",
    behind: str = "wuchs _ VERB dep 4",
    others: tuple[int, ...] = (0,),
) -> list[str]:
    """Return what tellings of the named bodies and of the noun tell of, in that order."""
    definite = "Ind" if article.startswith("ein") else "Def"
    rows = ROWS.format(article=article, definite=definite, noun=noun, behind=behind)
    doc = scene(rows, names=NAMES)
    resolver = Resolver(doc)
    phrase = doc[2:5] if behind.startswith("Süd") else doc[3:4]
    unnamed = Argument("NP", None, phrase.text.removeprefix(f"{article} "), phrase.start_char,
                       phrase.end_char, noun)  # fmt: skip
    found = [a for i in others if (a := resolver.name_at(doc[i])) is not None]
    tellings = [
        Telling("founding", "t.t", doc[0:1], doc[0:1].sent, "done", False, {"organisation": [body]})
        for body in (*found, unnamed)
    ]
    name_meant_bodies(tellings)
    return [telling.slots["organisation"][0].name for telling in tellings]


def test_noun_that_points_back_means_the_one_body_told() -> None:
    assert organisations() == ["Nordring", "Nordring"]


@pytest.mark.parametrize(
    ("article", "noun", "others"),
    [("ein", "Verband", (0,)), ("das", "Büro", (0,)), ("der", "Verband", (0, 6)),
     ("der", "Verband", ())],
)  # fmt: skip
def test_noun_that_may_mean_another_keeps_its_words(
    article: str, noun: str, others: tuple[int, ...]
) -> None:
    assert organisations(article, noun, others=others)[-1] == noun
