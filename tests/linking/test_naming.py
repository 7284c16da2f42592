"""Nouns by which an article explains a name."""

from __future__ import annotations

import pytest

from presselese.linking.naming import nouns_told

NAME = "Wir im Tal"


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("„Wir im Tal“ heißt der gemeinnützige Bürgerverein, der", ["Bürgerverein"]),
        ("Offen ist der Verein, der „Wir im Tal“ heißt, allen.", ["Verein"]),
        ("Einen Verein namens „Wir im Tal“ gibt es", ["Verein"]),
        ("Die Leute von Wir im Tal, einem gemeinnützigen Verein, sind", ["Verein"]),
        ("Wir im Tal (WIT) ist ein länderübergreifendes Netzwerk.", ["Netzwerk"]),
        ("Das Netzwerk „Wir im Tal“ wächst", ["Netzwerk"]),
        # Other members of a list, and relative clauses that say something else.
        ("Es kamen die Sparkasse, die Wir im Tal und", []),
        ("Leute von Wir im Tal, dem Netzwerk Aue und", []),
        ("Der Verein, der Wir im Tal unterstützt", []),
        ("Wir im Tal, einer der Vereine", []),
    ],
)
def test_text_explains_a_name(text: str, nouns: list[str]) -> None:
    start = text.index(NAME)
    named = {"mentions": [{"start_char": start, "end_char": start + len(NAME), "text": NAME}]}
    assert [noun for noun in nouns_told(named, text) if noun != "Namen"] == nouns
