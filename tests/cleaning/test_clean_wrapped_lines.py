"""Lines wrapped at a width are joined; lists, poems and addresses keep their lines."""

from __future__ import annotations

import textwrap

import pytest

from presselese.cleaning.wrapped_lines import join_wrapped_lines

PARAGRAPHS = [
    "Eine vierzehnköpfige Delegation aus Musterfeld hat in der vergangenen Woche die Partnerstadt "
    "Lyon besucht und dort mit Vertretern der Handelskammer, mehrerer Unternehmen und der Messe "
    "gesprochen, wie die Stadt am Montag mitteilte.",
    "Die Gruppe unter Leitung der Oberbürgermeisterin informierte sich auch über den Nahverkehr, "
    "der dort seit vielen Jahren ohne Fahrer auskommt und trotzdem als besonders sicher gilt.",
]


# Without an empty line between, a paragraph whose last line happens to be full cannot be told from
# one that goes on: at 60 characters that is so here.
@pytest.mark.parametrize(
    ("width", "between"),
    [(38, "\n\n"), (60, "\n\n"), (72, "\n\n"), (100, "\n\n"), (38, "\n"), (72, "\n"), (100, "\n")],
)
def test_wrapped_paragraphs_become_lines(width: int, between: str) -> None:
    wrapped = between.join(
        textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in PARAGRAPHS * 2
    )
    assert join_wrapped_lines(wrapped) == between.join(PARAGRAPHS * 2)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "Erika Beispiel\nPressestelle der Stadt\nMarktplatz 1\n12345 Musterfeld\nTel. 0123 456\n",
        "Auf der Reise dabei:\n- Stadtwerke Musterfeld\n- Messe Musterfeld GmbH\n- Musterbau AG\n",
        "Kommune Einwohner\nMusterfeld 9.412\nBeispielberg 6.055\nProbebach 4.870\nTestau 3.198\n",
        "",
        "\n\n",
    ],
)
def test_lines_with_a_meaning_stay(text: str) -> None:
    assert join_wrapped_lines(text) == text


def test_list_inside_a_wrapped_text_keeps_its_items() -> None:
    wrapped = textwrap.fill(PARAGRAPHS[0], 60) + "\n- Besuch der Messe\n- Empfang im Rathaus\n"
    assert join_wrapped_lines(wrapped).endswith("\n- Besuch der Messe\n- Empfang im Rathaus\n")
