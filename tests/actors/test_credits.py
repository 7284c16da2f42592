"""Who is named only in credits: pictures and bylines, and names that merely stand near them."""

from __future__ import annotations

import pytest

from presselese.actors.credits import is_only_credited

NAME = "Eva Roth"


def credited(text: str) -> bool:
    starts = [i for i in range(len(text)) if text.startswith(NAME, i)]
    mentions = [{"start_char": i, "end_char": i + len(NAME)} for i in starts]
    return is_only_credited(mentions, text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein feiert. Foto: Eva Roth",
        "(Bild: Eva Roth)",
        "Text und Fotos: dpa, Eva Roth\nDer Verein",
        "Vor dem Rathaus. © Eva Roth",
        "Neuer Verein\n\nVon Eva Roth\n\nAue. Gestern",
        "Autorin: Eva Roth",
    ],
)
def test_credit_or_byline(text: str) -> None:
    assert credited(text)


@pytest.mark.parametrize(
    "text",
    [
        "Das Foto zeigt Eva Roth.",
        "Foto: Eva Roth\nDer Verein wählte Eva Roth.",
        "Von Eva Roth stammt der Plan.",
        "Vorsitzende: Eva Roth",
        "Foto: privat\nEva Roth leitet den Verein.",
    ],
)
def test_people_of_the_article_are_not_credited_only(text: str) -> None:
    assert not credited(text)
