"""Tellings that do not name their organisation mean the one body that the article tells of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.tokens import Doc, Span
from tests.events.scenes import scene

from presselese.events.bodies.meant_bodies import name_meant_bodies, says_who
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling

ROWS = """Nordring _ PROPN root 0
    . _ PUNCT punct 1
    {article} _ DET det 4 Definite={definite}
    {noun} _ NOUN root 0
    wuchs _ VERB dep 4
    . _ PUNCT punct 4
    Südring _ PROPN root 0"""
NAMES = [(0, 1, "ORG"), (6, 7, "ORG")]
BOTH = (0, 6)


def article(article: str = "der", noun: str = "Verband") -> Doc:
    definite = "Ind" if article.startswith("ein") else "Def"
    return scene(ROWS.format(article=article, definite=definite, noun=noun), names=NAMES)


def name(doc: Doc, token: int) -> Argument:
    found = Resolver(doc).name_at(doc[token])
    assert found is not None
    return found


def telling(
    span: Span, organisation: Argument, rule: str = "founding.read", kind: str = "founding"
) -> Telling:
    slots = {"organisation": [organisation]}
    return Telling(kind, rule, span, span.sent, "done", False, slots)


def meant(doc: Doc, *tellings: Telling) -> str:
    """Return what the last telling's organisation is after all."""
    name_meant_bodies(tellings, Resolver(doc))
    return tellings[-1].slots["organisation"][0].name


def phrase(doc: Doc) -> Argument:
    noun = doc[3:4]
    return Argument("NP", None, noun.text, noun.start_char, noun.end_char, noun.text)


TAKEN_UP = """Bund _ NOUN root 0
    tagt _ VERB dep 1
    . _ PUNCT punct 1
    {article} _ DET det 5
    Bund _ NOUN root 0
    , _ PUNCT punct 5
    als _ ADP case 8
    Nordring _ PROPN appos 5
    wuchs _ VERB dep 5"""


@pytest.mark.parametrize(("article", "is_taken_up"), [("Dieser", True), ("Der", False)])
def test_noun_that_is_taken_up_beside_a_name_means_that_body(
    article: str, is_taken_up: bool
) -> None:
    doc = scene(TAKEN_UP.format(article=article), names=[(7, 8, "ORG")])
    noun = doc[0:1]
    given = Argument("NP", None, "Bund der Küsten", noun.start_char, noun.end_char, "Bund")
    told = telling(doc[8:9], name(doc, 7))
    expected = "Nordring" if is_taken_up else "Bund der Küsten"
    assert meant(doc, told, telling(noun, given, "membership.becomes_member")) == expected


def test_noun_that_points_back_means_the_one_body_told() -> None:
    doc = article()
    told = telling(doc[0:1], name(doc, 0))
    assert meant(doc, told, telling(doc[3:4], phrase(doc))) == "Nordring"


@pytest.mark.parametrize(
    ("kind", "body"), [("founding", "Zweckverband"), ("membership", "Dentica")]
)
def test_a_network_s_noun_means_what_is_joined_not_what_is_merely_founded(
    kind: str, body: str
) -> None:
    doc = scene(
        ROWS.format(article="dem", definite="Def", noun="Zweckverband").replace(
            "Nordring", "Dentica"
        ),
        names=NAMES,
    )
    told = telling(doc[0:1], name(doc, 0), kind=kind)
    joined = telling(doc[3:4], phrase(doc), kind="membership")
    assert meant(doc, told, joined) == body


@pytest.mark.parametrize(
    ("definite", "noun", "told"),
    [("ein", "Verband", (0,)), ("das", "Büro", (0,)), ("der", "Verband", BOTH)],
)
def test_noun_that_may_mean_another_keeps_its_words(
    definite: str, noun: str, told: tuple[int, ...]
) -> None:
    doc = article(definite, noun)
    named = [telling(doc[i : i + 1], name(doc, i)) for i in told]
    assert meant(doc, *named, telling(doc[3:4], phrase(doc))) == noun


@pytest.mark.parametrize(("noun", "body"), [("Verein", "Nordring"), ("Ring", "Südring")])
def test_noun_resolved_to_what_the_article_does_not_call_so_means_the_body(
    noun: str, body: str
) -> None:
    doc = article(noun=noun)
    guessed = replace(phrase(doc), label="ORG", ref=name(doc, 6).ref, name="Südring")
    assert meant(doc, telling(doc[0:1], name(doc, 0)), telling(doc[3:4], guessed)) == body


@pytest.mark.parametrize(
    ("rule", "is_open", "body"),
    [
        ("founding.read", True, "Nordring"),
        ("founding.founding_members", False, "Nordring"),
        ("founding.read", False, "Südring"),
    ],
)
def test_organisation_taken_from_elsewhere_gives_way_to_the_body(
    rule: str, is_open: bool, body: str
) -> None:
    doc = article()
    guessed = telling(doc[3:4], name(doc, 6), rule)
    guessed.is_open = is_open
    assert meant(doc, telling(doc[0:1], name(doc, 0)), guessed) == body


AN_OFFICE = """Nordbüro _ PROPN root 0
    . _ PUNCT punct 1
    das _ DET det 5 Definite=Def
    {adjective}
    Büro _ NOUN root 0"""


@pytest.mark.parametrize(
    ("adjective", "body"),
    [("jüngste jung ADJ amod 5", "Büro"), ("nun nun ADV advmod 5", "Nordbüro")],
)
def test_office_that_says_which_it_is_means_no_other(adjective: str, body: str) -> None:
    doc = scene(AN_OFFICE.format(adjective=adjective), names=[(0, 1, "ORG")])
    noun = doc[4:5]
    office = Argument("NP", None, noun.text, noun.start_char, noun.end_char, noun.text)
    assert meant(doc, telling(doc[0:1], name(doc, 0)), telling(noun, office)) == body


def test_a_cooperative_is_a_body_that_others_join() -> None:
    """Roda ist Mitglied im Nordring. Die 2011 gegründete Genossenschaft wächst."""
    doc = article("die", "Genossenschaft")
    joined = telling(doc[0:1], name(doc, 0), kind="membership")
    assert meant(doc, joined, telling(doc[3:4], phrase(doc))) == "Nordring"


@pytest.mark.parametrize(
    ("words", "number", "known"),
    [
        ("die der DET det 2 Definite=Def", "Sing", False),
        ("dessen der PRON nmod 2", "Sing", False),
        ("eine ein DET det 2 Definite=Ind", "Sing", True),
        ("die der DET det 2 Definite=Def", "Plur", True),
    ],
)
def test_a_noun_that_points_back_says_nobody(words: str, number: str, known: bool) -> None:
    """ "Die Firma ist Mitglied" is no fact; "eine Firma" and "die Firmen" are who they are."""
    rows = f"{words}\nFirma _ NOUN nsubj 3 Number={number}\nbleibt _ VERB root 0"
    doc = scene(f"{rows}\nNordring _ PROPN obj 3", names=[(3, 4, "ORG")])
    noun = doc[1:2]
    firm = Argument("NP", None, noun.text, noun.start_char, noun.end_char, noun.text)
    assert says_who([firm], doc) is known
    assert says_who([firm, name(doc, 3)], doc)


@pytest.mark.parametrize(("label", "known"), [("LOC", True), ("", False)])
def test_a_noun_with_a_name_behind_it_says_who(label: str, known: bool) -> None:
    """Der Markt Reisenbruck hat den Beitritt abgelehnt."""
    rows = """Der der DET det 2 Definite=Def
        Markt _ NOUN nsubj 4 Number=Sing
        Reisenbruck _ PROPN appos 2
        bleibt _ VERB root 0"""
    doc = scene(rows, names=[(2, 3, label)] if label else [])
    market = doc[1:3]
    told = Argument("NP", None, market.text, market.start_char, market.end_char, "Markt")
    assert says_who([told], doc) is known
