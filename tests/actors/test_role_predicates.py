"""Roles that a clause gives: "Vorsitzende ist Eva Roth", "zum Kassierer gewählt"."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.actors.flat import flat
from tests.actors.test_roles import rules, told
from tests.trees import tree

ELECTED = """Zur _ ADP case 3
    Ersten _ ADJ amod 3
    Vorsitzenden _ NOUN obl 4
    wählte wählen VERB root 0 VerbForm=Fin
    die _ DET det 6
    Versammlung _ NOUN nsubj 4
    Eva _ PROPN {relation}
    Roth _ PROPN flat 7"""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kassenwart/NOUN wurde/AUX Jan/PROPN Wolf/PROPN", "Kassenwart"),
        ("Schriftführer/NOUN bleibt/VERB Dr./NOUN Jan/PROPN Wolf/PROPN", "Schriftführer"),
        ("Neuer/ADJ Leiter/NOUN ist/AUX seitdem/ADV Jan/PROPN Wolf/PROPN", "Leiter"),
        ("Kassier/NOUN ist/AUX der/DET Landwirt/NOUN Jan/PROPN Wolf/PROPN", "Kassier"),
        ("Kassier/NOUN ist/AUX der/DET frühere/ADJ Pfarrer/NOUN Jan/PROPN Wolf/PROPN", "Kassier"),
    ],
)
def test_role_that_opens_a_clause_before_its_copula(text: str, role: str) -> None:
    end = len(text.split())
    doc = flat(text, names=[(end - 2, end, "PER")])
    assert ("Jan Wolf", role, None) in told(doc)
    assert "person.copula" in rules(doc)


def test_organisation_between_role_and_copula_is_the_employer() -> None:
    doc = flat(
        "Leiterin/NOUN der/DET Muster/PROPN GmbH/PROPN ist/AUX Eva/PROPN Roth/PROPN",
        names=[(2, 4, "ORG"), (5, 7, "PER")],
    )
    assert told(doc) == [("Eva Roth", "Leiterin", "Muster GmbH")]


def test_other_subject_before_the_copula_is_no_role() -> None:
    doc = flat("Stolz/ADJ auf/ADP ihn/PRON ist/AUX Eva/PROPN Roth/PROPN", names=[(4, 6, "PER")])
    assert told(doc) == []


def test_clause_behind_a_name_says_nothing_of_it() -> None:
    """ "Eva Roth, ihr Stellvertreter ist Jan Wolf": he is the deputy."""
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT ihr/DET Stellvertreter/NOUN ist/AUX Jan/PROPN Wolf/PROPN",
        names=[(0, 2, "PER"), (6, 8, "PER")],
    )
    assert told(doc) == [("Jan Wolf", "Stellvertreter", None)]


@pytest.mark.parametrize("relation", ["obj 4", "appos 6"])
def test_election_in_the_active_voice(relation: str) -> None:
    doc = tree(ELECTED.format(relation=relation), names=[(6, 8, "PER")])
    assert told(doc) == [("Eva Roth", "Erste Vorsitzende", None)]


def test_all_of_a_list_are_elected() -> None:
    doc: Doc = tree(
        """Zum _ ADP case 2
        Vorstand _ NOUN obl 4
        wurden werden AUX aux 4 VerbForm=Fin
        gewählt wählen VERB root 0 VerbForm=Part
        Eva _ PROPN nsubj:pass 4
        Roth _ PROPN flat 5
        und _ CCONJ cc 8
        Jan _ PROPN conj 5
        Wolf _ PROPN flat 8""",
        names=[(4, 6, "PER"), (7, 9, "PER")],
    )
    assert told(doc) == [("Eva Roth", "Vorstand", None), ("Jan Wolf", "Vorstand", None)]


def test_name_hung_on_the_last_word_of_an_article_has_no_list() -> None:
    """Parsers hang a name forward on what is no name, and nothing stands behind that."""
    doc = tree("Eva _ PROPN conj 3\nRoth _ PROPN flat 1\nu.a _ X root 0", names=[(0, 2, "PER")])
    assert told(doc) == []


IN_CLAUSE = """Eva _ PROPN obl 9
    Roth _ PROPN flat 1
    , _ PUNCT punct 8
    die _ PRON nsubj 8
    lange _ ADV advmod 8
    als _ CCONJ case 7
    {noun} _ NOUN obl 8
    half helfen VERB acl 1
    danken _ VERB root 0"""


def test_office_in_a_relative_clause_about_the_person() -> None:
    doc = tree(IN_CLAUSE.format(noun="Vorsitzende"), names=[(0, 2, "PER")])
    assert told(doc) == [("Eva Roth", "Vorsitzende", None)]
    assert rules(doc) == ["person.role_as"]


def test_other_nouns_of_a_relative_clause_are_no_office() -> None:
    doc = tree(IN_CLAUSE.format(noun="Zeichen"), names=[(0, 2, "PER")])
    assert told(doc) == []


def test_relative_pronoun_as_object_tells_of_somebody_else() -> None:
    rows = IN_CLAUSE.format(noun="Vorsitzende").replace("die _ PRON nsubj", "die _ PRON obj")
    assert told(tree(rows, names=[(0, 2, "PER")])) == []


IS_IN_CLAUSE = """Eva _ PROPN root 0
    Roth _ PROPN flat 1
    , _ PUNCT punct 7
    die _ PRON nsubj 7
    {before} _ {tag} advmod 7
    der der DET det 7
    {noun} _ NOUN acl 1
    der der DET det 9
    Nordwerft _ PROPN nmod 7
    ist sein AUX cop 7"""


@pytest.mark.parametrize(
    ("before", "tag", "noun", "found"),
    [
        ("auch", "ADV", "Sprecherin", [("Eva Roth", "Sprecherin", "Nordwerft")]),
        ("bei", "ADP", "Sprecherin", []),  # where she is
        ("auch", "ADV", "Stolz", []),
    ],
)
def test_relative_clause_tells_what_somebody_is(
    before: str, tag: str, noun: str, found: list[tuple[str, str, str]]
) -> None:
    rows = IS_IN_CLAUSE.format(before=before, tag=tag, noun=noun)
    assert told(tree(rows, names=[(0, 2, "PER"), (8, 9, "ORG")])) == found


IN_TURN = """Man _ PRON nsubj 2
    wählte wählen VERB root 0 VerbForm=Fin
    Eva _ PROPN obj 2
    Roth _ PROPN flat 3
    zur _ ADP case 6
    Kassiererin _ NOUN obl 2
    , _ PUNCT punct 6
    Jan _ PROPN appos 6
    Wolf _ PROPN flat 8
    {marker} _ ADP case 11
    {office} _ NOUN obl 2"""


@pytest.mark.parametrize(
    ("marker", "office", "role"),
    [("zum", "Kassenprüfer", "Kassenprüfer"), ("als", "Beisitzer", "Beisitzer")],
)
def test_each_name_of_a_list_has_the_office_right_behind_it(
    marker: str, office: str, role: str
) -> None:
    doc = tree(IN_TURN.format(marker=marker, office=office), names=[(2, 4, "PER"), (7, 9, "PER")])
    assert set(told(doc)) == {("Eva Roth", "Kassiererin", None), ("Jan Wolf", role, None)}


def test_office_behind_a_list_is_that_of_all() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN und/CCONJ Jan/PROPN Wolf/PROPN zu/ADP Beisitzern/NOUN/Number=Plur",
        names=[(0, 2, "PER"), (3, 5, "PER")],
    )
    assert sorted(told(doc)) == [("Eva Roth", "Beisitzer", None), ("Jan Wolf", "Beisitzer", None)]


def test_complement_of_werden_is_the_office() -> None:
    doc = tree(
        """Jan _ PROPN nsubj 3
        Wolf _ PROPN flat 1
        wird werden VERB root 0 VerbForm=Fin
        Schatzmeister _ NOUN xcomp 3""",
        names=[(0, 2, "PER")],
    )
    assert told(doc) == [("Jan Wolf", "Schatzmeister", None)]


NEXT = """Eva _ PROPN nsubj 3
    Roth _ PROPN flat 1
    sprach sprechen VERB root 0
    . _ PUNCT punct 3
    {pronoun} _ PRON nsubj 7
    ist sein AUX cop 7
    {office} _ NOUN root 0 Gender={gender}|Number=Sing
    des der DET det 9
    Vereins _ NOUN nmod 7
    . _ PUNCT punct 9"""


@pytest.mark.parametrize(
    ("pronoun", "office", "gender", "role"),
    [
        ("Sie", "Vorsitzende", "Fem", ["Vorsitzende"]),
        ("Er", "Sprecher", "Masc", ["Sprecher"]),
        ("Er", "Vorsitzende", "Fem", []),
        ("Sie", "Freude", "Fem", []),
        ("Das", "Vorsitzende", "Fem", []),
    ],
)
def test_pronoun_tells_the_office_of_who_is_named_before(
    pronoun: str, office: str, gender: str, role: list[str]
) -> None:
    rows = NEXT.format(pronoun=pronoun, office=office, gender=gender)
    doc = tree(rows, names=[(0, 2, "PER")])
    assert [found for _, found, _ in told(doc)] == role  # without the full stop of its sentence


def test_pronoun_behind_two_names_says_nobody_s_office() -> None:
    rows = NEXT.format(pronoun="Sie", office="Vorsitzende", gender="Fem")
    doc = tree(rows.replace("sprach sprechen VERB root 0", "Wolf _ PROPN root 0"),
               names=[(0, 2, "PER"), (2, 3, "PER")])  # fmt: skip
    assert told(doc) == []
