"""Lines in capitals get their usual spelling; everything else stays as it is."""

from __future__ import annotations

import pytest

from de_presse.recasing import is_in_capitals, recase, usual_forms

USUAL = usual_forms(
    ["reist", "nach", "mit", "der", "Bad", "nimmt", "Nimmt"],
    [("▁Firmen", -9.0), ("▁firmen", -12.0), ("▁eu", -3.0), ("Stadt", -5.0)],
)


@pytest.mark.parametrize(
    ("capitals", "usual"),
    [
        ("IHK REIST NACH HEFEI", "IHK reist nach Hefei"),
        ("FIRMEN REIST MIT DER IHK", "Firmen reist mit der IHK"),
        ("NACH BAD ELSTER MIT", "Nach Bad Elster mit"),
        ("REIST MIT CH-BERN NACH", "Reist mit CH-Bern nach"),
        ("REIST DER EU NACH", "Reist der EU nach"),
        ("SPD NIMMT 14 DER", "SPD nimmt 14 der"),
    ],
)
def test_capital_line_is_recased(capitals: str, usual: str) -> None:
    assert " ".join(recase(capitals.split(), [], USUAL)) == usual


@pytest.mark.parametrize(
    "line",
    [
        "NORDHAFEN ( pm ) – Die Stadt reist nach Hefei",  # a dateline
        "IHK DIHK",  # two acronyms
        "Die IHK reist mit AHK und DIHK",
        "1 2 3 4",
    ],
)
def test_other_line_stays(line: str) -> None:
    words = line.split()
    assert not is_in_capitals(words)
    assert recase(words, [], USUAL) == words


def test_lines_are_judged_one_by_one() -> None:
    words = "IHK REIST NACH HEFEI Die IHK reist".split()
    assert recase(words, [4], USUAL) == "IHK reist nach Hefei Die IHK reist".split()


def test_small_spelling_of_the_lexicon_wins_and_rarer_piece_loses() -> None:
    assert USUAL["nimmt"] == "nimmt"
    assert USUAL["firmen"] == "Firmen"


def test_short_pieces_do_not_shrink_acronyms() -> None:
    assert "eu" not in USUAL
