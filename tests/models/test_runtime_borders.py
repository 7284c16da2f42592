"""Where layout and punctuation start a sentence; `⏎` in a case marks where one must start."""

from __future__ import annotations

import pytest

from de_presse.borders import (
    LIKELY_START,
    UNLIKELY_START,
    line_starts,
    logits_demanded,
    places_to_cut,
    zone_borders,
)
from de_presse.windows import BLOCK, CLAUSE, NOWHERE, SENTENCE

LONG = "Die Delegation aus Hefei wurde im Rathaus von der Oberbürgermeisterin und dem "
CASES = [
    # an empty line, whatever stands round it
    "IHK besucht die\n\n⏎stadt Hefei",
    "Ende.\n \n\n⏎Anfang",
    # a headline is shorter than the lines below it
    "Hefei zu Gast\n⏎Die Delegation aus China wurde im Rathaus empfangen.",
    # the next word would not have fitted: wrapped
    f"{LONG}\nPräsidenten empfangen.",
    # the words go on, however short the line
    "Präsidentin der\nIHK Zwickau ist Frau Weber, die lange in Hefei lebte.",
    "Eine Reise nach Hefei\nund Shanghai beginnt am Montag im Rathaus der Stadt.",
    "Vertreter von Kammern,\nVerbänden und Firmen reisten im Herbst nach China mit.",
    "Industrie-\nund Handelskammer",
    # a headline may end with a separable prefix: "ein" is no article here
    "IHK lädt Nachbarn ein\n⏎Zwickau. Am Montag kommen Gäste aus der Partnerstadt ins Haus.",
    # lists
    "Dabei waren:\n⏎- die IHK Zwickau\n⏎- die IHK Chemnitz\n⏎• ein Verein\n⏎1. der Bund",
    # one paragraph a line: nobody wraps at 200 characters
    "A" * 30 + " " + "b" * 200 + "\n⏎" + "C" * 190,
    # other line separators
    "Titel\r\n\r\n⏎Text\u2028\u2029⏎Mehr",
    "ohne Zeilenumbruch",
]


@pytest.mark.parametrize("case", CASES)
def test_line_break_starts_a_sentence_only_where_it_must(case: str) -> None:
    text = case.replace("⏎", "")
    marks = [i for i, c in enumerate(case) if c == "⏎"]
    assert line_starts(text) == [mark - number for number, mark in enumerate(marks)]


def test_quotes_do_not_cut_their_paragraph_but_captions_do() -> None:
    zones = [
        {"kind": "body", "start_char": 0, "end_char": 10},
        {"kind": "quote", "start_char": 10, "end_char": 20},
        {"kind": "caption", "start_char": 22, "end_char": 30},
    ]
    assert zone_borders(zones) == [22, 30]


def places(text: str) -> dict[str, int]:
    words = text.split()
    after = [True, *(word not in {".", ",", "?", "“"} for word in words[1:])]
    found = places_to_cut(words, after, blocks=[])
    return {word: cut for word, cut in zip(words, found, strict=True) if cut != NOWHERE}


def test_safe_sentence_starts_are_found() -> None:
    assert places("Sie kam . Er ging ? Ja") == {"Er": SENTENCE, "Ja": SENTENCE}


def test_quotes_after_a_stop_belong_to_the_sentence_before() -> None:
    assert places("„ Nein . “ Er ging") == {"Er": SENTENCE}


def test_abbreviation_and_small_letter_start_nothing() -> None:
    assert places("Prof. Dr. Weber kam . dann") == {}


def test_commas_are_second_best() -> None:
    assert places("Er kam , sah") == {"sah": CLAUSE}


def test_blocks_are_cut_for_certain() -> None:
    assert places_to_cut(["Titel", "Text"], [True, True], [1]) == [NOWHERE, BLOCK]


def test_model_must_be_surer_where_no_sentence_ended() -> None:
    words = ["Titel", "Die", "kam", ".", "Er", "schwieg", "e.V.", "Sie"]
    cuts = places_to_cut(words, [True] * 3 + [False] + [True] * 4, [])
    demanded = logits_demanded(words, cuts)
    assert demanded[1] == UNLIKELY_START
    assert demanded[4] == LIKELY_START
    assert demanded[7] == 0.0
