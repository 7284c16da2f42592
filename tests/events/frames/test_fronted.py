"""Objects in front of their verb are what was founded."""

from __future__ import annotations

import pytest
from tests.events.frames.test_tellings import foundings
from tests.events.scenes import scene


@pytest.mark.parametrize(
    ("article", "noun", "word", "body", "founders"),
    [
        ("Ein", "Büro", "der", "Büro", ["Nordwerk"]),
        ("Ein", "Ehepaar", "die", None, []),  # who founds is no body
        ("Das", "Büro", "der", None, []),
        ("Ein", "Büro", "mit", None, []),
    ],
)
def test_object_in_front_is_founded_by_who_is_named_behind(
    article: str, noun: str, word: str, body: str | None, founders: list[str]
) -> None:
    relation = "ADP case" if word == "mit" else "DET det"
    doc = scene(
        f"""{article} _ DET det 2
        {noun} _ NOUN nsubj 6 Number=Sing
        hat haben AUX aux 6 VerbForm=Fin
        {word} _ {relation} 5
        Nordwerk _ PROPN dep 6
        gegründet gründen VERB root 0 VerbForm=Part""",
        names=[(4, 5, "ORG")],
    )
    told = foundings(doc)
    assert [t.slots["organisation"][0].name for t in told] == ([body] if body else [])
    assert [a.name for t in told for a in t.slots["founders"]] == founders
