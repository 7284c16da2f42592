"""Offices of a whole list: plurals, copulas and boards; and lists that nothing is said of."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.actors.flat import flat
from tests.actors.test_roles import told
from tests.trees import tree

PAIR = "Eva/PROPN Roth/PROPN und/CCONJ Jan/PROPN Wolf/PROPN"


def pair(before: str, behind: str = "") -> Doc:
    start = len(before.split())
    return flat(
        f"{before} {PAIR} {behind}",
        names=[(start, start + 2, "PER"), (start + 3, start + 5, "PER")],
    )


def seats(before: str, verb: str, behind: str = "") -> Doc:
    """Return a sentence of a board with two names, its verb's lemma given."""
    doc = pair(before, behind)
    for token in doc:
        if token.pos_ == "VERB":
            token.lemma_ = verb
    return doc


def roles(doc: Doc) -> list[tuple[str, str | None]]:
    return [(name, role) for name, role, _ in told(doc)]


@pytest.mark.parametrize("article", ["die/DET", "die/DET beiden/ADJ", "den/DET zwei/NUM"])
def test_article_makes_a_noun_without_ending_plural(article: str) -> None:
    doc = pair(f"{article} Beisitzer/NOUN")
    assert roles(doc) == [("Eva Roth", "Beisitzer"), ("Jan Wolf", "Beisitzer")]


@pytest.mark.parametrize("noun", ["die/DET Leiterin/NOUN", "die/DET Vorsitzende/NOUN"])
def test_article_of_a_woman_is_no_plural(noun: str) -> None:
    assert len(roles(pair(noun))) == 1


def test_plural_copula_speaks_of_the_whole_list() -> None:
    doc = pair("Kassenprüfer/NOUN sind/AUX")
    assert roles(doc) == [("Eva Roth", "Kassenprüfer"), ("Jan Wolf", "Kassenprüfer")]


def test_singular_copula_speaks_of_one() -> None:
    assert roles(pair("Kassenprüfer/NOUN ist/AUX")) == [("Eva Roth", "Kassenprüfer")]


def test_brackets_do_not_end_a_list() -> None:
    doc = flat(
        "die/DET Stadträte/NOUN/Number=Plur Eva/PROPN Roth/PROPN (/PUNCT links/ADV )/PUNCT "
        "und/CCONJ Jan/PROPN Wolf/PROPN",
        names=[(2, 4, "PER"), (8, 10, "PER")],
    )
    assert [name for name, role in roles(doc) if role == "Stadtrat"] == ["Eva Roth", "Jan Wolf"]


# ---- boards


@pytest.mark.parametrize(
    "doc",
    [
        seats("Der/DET neue/ADJ Vorstand/NOUN :/PUNCT", "_"),
        seats("Den/DET Vorstand/NOUN bilden/VERB", "bilden"),
        seats("Dem/DET Vorstand/NOUN gehören/VERB", "gehören", "an/ADP"),
        seats("Der/DET Vorstand/NOUN besteht/VERB aus/ADP", "bestehen"),
        seats("In/ADP den/DET Vorstand/NOUN wählte/VERB man/PRON", "wählen"),
        seats("In/ADP den/DET Vorstand/NOUN wurden/AUX", "wählen", "gewählt/VERB"),
    ],
)
def test_who_has_the_seats_of_a_board_is_of_the_board(doc: Doc) -> None:
    assert roles(doc) == [("Eva Roth", "Vorstand"), ("Jan Wolf", "Vorstand")]


@pytest.mark.parametrize(
    "doc",
    [
        seats("Der/DET Vorstand/NOUN ehrte/VERB", "ehren"),
        seats("Der/DET Vorstand/NOUN wählte/VERB", "wählen"),
        seats("Der/DET Vorstand/NOUN dankte/VERB :/PUNCT", "danken"),
        seats("Der/DET Vorstand/NOUN tagte/VERB ./PUNCT Es/PRON kamen/VERB", "kommen"),
        seats("Die/DET Vorstände/NOUN/Number=Plur beider/DET Vereine/NOUN :/PUNCT", "_"),
    ],
)
def test_what_a_board_does_gives_nobody_a_seat(doc: Doc) -> None:
    assert [role for _, role in roles(doc) if role == "Vorstand"] == []


def test_body_behind_the_board_is_the_employer() -> None:
    doc = flat(
        "Den/DET Vorstand/NOUN der/DET Muster/PROPN eG/PROPN :/PUNCT Eva/PROPN Roth/PROPN ,/PUNCT "
        "Landrat/NOUN Jan/PROPN Wolf/PROPN",
        names=[(3, 5, "ORG"), (6, 8, "PER"), (10, 12, "PER")],
    )
    assert ("Eva Roth", "Vorstand", "Muster eG") in told(doc)
    assert ("Jan Wolf", "Vorstand", "Muster eG") not in told(doc)


def test_one_name_is_no_list() -> None:
    doc = tree(
        """Den _ DET det 2
        Vorstand _ NOUN obj 3
        bildet bilden VERB root 0
        Eva _ PROPN nsubj 3
        Roth _ PROPN flat 4""",
        names=[(3, 5, "PER")],
    )
    assert roles(doc) == []


def test_plural_apposition_is_of_the_whole_list() -> None:
    doc = pair(
        "Lob/NOUN fanden/VERB", ",/PUNCT die/DET Gründer/NOUN/Number=Plur des/DET Vereins/NOUN"
    )
    assert sorted(roles(doc)) == [("Eva Roth", "Gründer"), ("Jan Wolf", "Gründer")]


def test_singular_apposition_is_of_the_last_one() -> None:
    doc = pair(
        "Lob/NOUN fanden/VERB", ",/PUNCT der/DET Gründer/NOUN/Number=Sing des/DET Vereins/NOUN"
    )
    assert roles(doc) == [("Jan Wolf", "Gründer")]


def test_umlaut_tells_a_plural_that_ends_in_e() -> None:
    assert roles(pair("die/DET Landräte/NOUN")) == [
        ("Eva Roth", "Landrat"),
        ("Jan Wolf", "Landrat"),
    ]


def test_votes_behind_a_name_do_not_end_a_list() -> None:
    doc = flat(
        "Beisitzer/NOUN :/PUNCT Eva/PROPN Roth/PROPN -/PUNCT 85,1/NUM %/NOUN Jan/PROPN Wolf/PROPN",
        names=[(2, 4, "PER"), (7, 9, "PER")],
    )
    assert roles(doc) == [("Eva Roth", "Beisitzer"), ("Jan Wolf", "Beisitzer")]


def test_another_label_ends_a_list() -> None:
    doc = flat(
        "Kassier/NOUN :/PUNCT Eva/PROPN Roth/PROPN -/PUNCT 85,1/NUM %/NOUN Beisitzer/NOUN "
        ":/PUNCT Jan/PROPN Wolf/PROPN",
        names=[(2, 4, "PER"), (9, 11, "PER")],
    )
    assert roles(doc) == [("Eva Roth", "Kassier"), ("Jan Wolf", "Beisitzer")]


@pytest.mark.parametrize(
    ("office", "article", "both"),
    [("Vertreter", "", True), ("Leiterin", "", False), ("Vertreter", "der/DET ", False)],
)
def test_noun_that_may_be_a_plural_behind_als_is_the_office_of_both(
    office: str, article: str, both: bool
) -> None:
    doc = flat(
        f"Eva/PROPN Roth/PROPN und/CCONJ Jan/PROPN Wolf/PROPN als/ADP {article}{office}/NOUN",
        names=[(0, 2, "PER"), (3, 5, "PER")],
    )
    expected = ["Eva Roth", "Jan Wolf"] if both else ["Jan Wolf"]
    assert sorted(name for name, role, _ in told(doc) if role == office) == expected
