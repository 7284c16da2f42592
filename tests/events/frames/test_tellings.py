"""From a trigger to a telling: what is refused, and who counts as founder."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.events.scenes import OFFICE, date, scene

from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.frames.kinds import PATTERNS, EventKind, load_kind
from presselese.events.frames.tellings import (
    framed_tellings,
    is_known_organisation,
    is_refused,
    is_running_title,
)

FOUNDING = load_kind(PATTERNS / "founding.yaml")
MEMBERSHIP = load_kind(PATTERNS / "membership.yaml")


def foundings(doc: Doc) -> list[Telling]:
    return list(framed_tellings(doc, FOUNDING, Resolver(doc)))


def memberships(doc: Doc) -> list[Telling]:
    return list(framed_tellings(doc, MEMBERSHIP, Resolver(doc)))


FOUNDED = """{article} ein DET det 2 Definite=Ind
    {noun} {lemma} NOUN nsubj:pass 4 {morph}
    wurde werden AUX aux 4 Tense=Past|VerbForm=Fin
    gegründet gründen VERB root 0 VerbForm=Part"""


def founded(noun: str, *, article: str = "Ein", morph: str = "Number=Sing") -> list[Telling]:
    return foundings(scene(FOUNDED.format(article=article, noun=noun, lemma=noun, morph=morph)))


@pytest.mark.parametrize("noun", ["Förderverein", "Netzwerk", "Verband", "Bürgerstiftung"])
def test_organisation_comes_into_being(noun: str) -> None:
    (telling,) = founded(noun)
    assert telling.slots["organisation"][0].name == noun
    assert (telling.status, telling.values["form"]) == ("done", "founding")


@pytest.mark.parametrize(
    "noun", ["Familie", "Stadt", "Ausstellung", "Kunstausstellung", "Weihnachtsmarkt", "Band"]
)
def test_what_is_no_organisation_is_refused(noun: str) -> None:
    assert founded(noun) == []


@pytest.mark.parametrize("noun", ["Unternehmen", "Firma", "Betrieb"])
def test_company_that_is_none_in_particular_is_refused(noun: str) -> None:
    assert founded(noun) == []


def test_unnamed_plural_is_refused() -> None:
    assert founded("Vereine", article="Viele", morph="Number=Plur") == []


@pytest.mark.parametrize(
    ("number", "place", "found"),
    [
        ("drei _ NUM nummod", "Mai", ["Filialen"]),
        ("die _ DET det", "Ulm", ["Filialen"]),
        ("die _ DET det", "Mai", []),
    ],
)
def test_branches_that_are_counted_or_placed_are_opened(
    number: str, place: str, found: list[str]
) -> None:
    """Nordwerk eröffnet drei Filialen; die Filialen in Ulm; "Filialen" alone are none certain."""
    doc = scene(
        f"""Nordwerk _ PROPN nsubj 2
        eröffnet eröffnen VERB root 0 VerbForm=Fin
        {number} 4
        Filialen _ NOUN obj 2 Number=Plur
        in _ ADP case 6
        {place} _ PROPN obl 2""",
        names=[(0, 1, "ORG"), *([(5, 6, "LOC")] if place == "Ulm" else [])],
    )
    assert [t.slots["organisation"][0].name for t in foundings(doc)] == found


def test_opened_office_is_an_opening() -> None:
    (telling,) = foundings(scene(OFFICE.format(noun="Niederlassung"), names=[(3, 4, "ORG")]))
    assert telling.values["form"] == "opening"


def test_opened_meeting_is_no_office() -> None:
    assert foundings(scene(OFFICE.format(noun="Sitzung"), names=[(3, 4, "ORG")])) == []


JOINS = """Kiel _ PROPN nsubj 5
    ist sein AUX aux 5 VerbForm=Fin
    dem der DET det 4
    {body} _ {tag} obl 5 Case=Dat
    beigetreten beitreten VERB root 0 VerbForm=Part"""


def test_named_organisation_is_joined() -> None:
    doc = scene(JOINS.format(body="Nordbund", tag="PROPN"), names=[(0, 1, "LOC"), (3, 4, "ORG")])
    (telling,) = memberships(doc)
    assert (telling.values["change"], telling.rule) == ("joins", "membership.join_verb")


@pytest.mark.parametrize("body", ["Aufsichtsrat", "Vorstand", "Gemeinderat", "Partei"])
def test_office_in_a_body_is_no_membership(body: str) -> None:
    doc = scene(JOINS.format(body=body, tag="NOUN"), names=[(0, 1, "LOC")])
    assert memberships(doc) == []


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Ring|der|Parlamente", 1),
        ("Netzwerk|neue|Familie", 1),
        ("Jury|der|Bünde", 0),
        ("Team|der|Lüfte", 1),
    ],
)
def test_body_is_refused_by_its_own_noun(name: str, count: int) -> None:
    first, middle, last = name.split("|")
    doc = scene(
        f"""Kiel _ PROPN nsubj 7
        ist sein AUX aux 7 VerbForm=Fin
        dem der DET det 4
        {first} _ PROPN obl 7 Case=Dat
        {middle} _ PROPN flat 4
        {last} _ PROPN flat 4
        beigetreten beitreten VERB root 0 VerbForm=Part""",
        names=[(0, 1, "LOC"), (3, 6, "ORG")],
    )
    assert len(memberships(doc)) == count


@pytest.mark.parametrize(("preposition", "count"), [("zum", 1), ("auf", 0)])
def test_who_comes_to_a_network_joins_and_who_meets_with_criticism_does_not(
    preposition: str, count: int
) -> None:
    doc = scene(
        f"""Kiel _ PROPN nsubj 2
        stößt stoßen VERB root 0 VerbForm=Fin
        {preposition} zu ADP case 4
        Nordbund _ PROPN obl 2""",
        names=[(0, 1, "LOC"), (3, 4, "ORG")],
    )
    assert len(memberships(doc)) == count


@pytest.mark.parametrize(
    ("subject", "body"), [("sich _ PRON obj", "Nordring"), ("Bonn _ PROPN nsubj", "Filiale")]
)
def test_body_is_named_in_front_by_mit(subject: str, body: str) -> None:
    relation = "nsubj" if body == "Nordring" else "obj"
    doc = scene(
        f"""Mit _ ADP case 2
        Nordring _ PROPN obl 7
        hat haben AUX aux 7 VerbForm=Fin
        {subject} 7
        eine ein DET det 6 Definite=Ind
        Filiale _ NOUN {relation} 7 Number=Sing
        gegründet gründen VERB root 0 VerbForm=Part""",
        names=[(1, 2, "ORG"), *([(3, 4, "LOC")] if relation == "obj" else [])],
    )
    (telling,) = foundings(doc)
    assert [a.name for a in telling.slots["organisation"]] == [body]


def test_membership_without_a_member_is_none() -> None:
    doc = scene(
        JOINS.format(body="Nordbund", tag="PROPN").replace("Kiel", "Es"), names=[(3, 4, "ORG")]
    )
    doc[0].pos_ = "PRON"
    assert memberships(doc) == []


def test_nobody_joins_itself() -> None:
    rows = JOINS.format(body="Nordbund", tag="PROPN").replace("Kiel", "Nordbund")
    assert memberships(scene(rows, names=[(0, 1, "ORG"), (3, 4, "ORG")])) == []


@pytest.mark.parametrize(("kind", "count"), [("boilerplate", 1), ("contact", 0)])
def test_self_portrait_tells_what_it_says_and_contact_block_nothing(kind: str, count: int) -> None:
    rows = JOINS.format(body="Nordbund", tag="PROPN")
    zones = [{"kind": kind, "start_char": 0, "end_char": 99}]
    doc = scene(rows, names=[(0, 1, "LOC"), (3, 4, "ORG")], zones=zones)
    assert len(memberships(doc)) == count


def test_date_of_the_clause_is_the_date_of_the_event() -> None:
    doc = scene(
        """Kiel _ PROPN nsubj 6
        ist sein AUX aux 6 VerbForm=Fin
        2004 _ NUM obl 6
        dem der DET det 5
        Nordbund _ PROPN obl 6 Case=Dat
        beigetreten beitreten VERB root 0 VerbForm=Part""",
        names=[(0, 1, "LOC"), (4, 5, "ORG")],
    )
    doc._.presselese_dates = [date(doc, "2004", "2004")]
    (telling,) = memberships(doc)
    assert telling.values["date"] == "2004"


AGENDA = """Agenda _ NOUN root 0
    | _ PUNCT punct 1
    Gründung Gründung NOUN conj 1
    des der DET det 5
    Vereins Verein NOUN nmod 3 Case=Gen|Number=Sing"""


@pytest.mark.parametrize(("end", "told"), [("", ["Verein"]), ("\n| _ PUNCT punct 1", [])])
def test_row_of_headings_tells_nothing(end: str, told: list[str]) -> None:
    doc = scene(AGENDA + end)
    assert [telling.slots["organisation"][0].name for telling in foundings(doc)] == told


@pytest.mark.parametrize(
    ("row", "is_title"),
    [
        ("1954 | Gründung des Vereins |", False),
        ("| 1954 | Gründung", False),
        ("1954–1960 | Gründung | Aufbau", False),
        ("1954/55: | Gründung | Aufbau", False),
        ("1954-123 | Gründung | Aufbau", True),
        ("März 1954 | Gründung | Aufbau", True),
        ("Agenda | Gründung", False),
        ("Agenda | Reise | Gründung", True),
        ("Programm 2024 | Presse | Gründung", True),
        ("12.03.2024 | Presse | Gründung", True),
        ("Presse | 1954 | Gründung", True),
    ],
)
def test_row_of_a_chronicle_is_no_row_of_headings(row: str, is_title: bool) -> None:
    doc = scene("\n".join(f"{word} _ X {'dep' if n else 'root'} {min(n, 1)}"
                          for n, word in enumerate(row.split())))  # fmt: skip
    assert is_running_title(doc[:]) is is_title


def test_row_of_a_chronicle_tells_what_its_year_brought() -> None:
    doc = scene(AGENDA.replace("Agenda _ NOUN", "1954 _ NUM") + "\n| _ PUNCT punct 1")
    assert [telling.slots["organisation"][0].name for telling in foundings(doc)] == ["Verein"]


@pytest.mark.parametrize(("article", "known"), [("Der", True), ("Ein", False)])
def test_organisation_of_another_sentence_is_known_by_its_article(
    article: str, known: bool
) -> None:
    definite = "Def" if known else "Ind"
    doc = scene(
        f"""Neun _ NUM nsubj 2
        fehlen _ VERB root 0
        {article} _ DET det 4 Definite={definite}|PronType=Art
        Verein _ NOUN nsubj 5 Number=Sing
        hilft _ VERB root 0"""
    )
    start = doc.text.index("Verein")
    verein = Argument("NP", None, "Verein", start, start + len("Verein"), noun="Verein")
    assert is_known_organisation(verein, doc) is known


@pytest.mark.parametrize(("noun", "count"), [("Vereinsgründung", 1), ("Existenzgründung", 0)])
def test_founding_of_nothing_in_particular_is_none(noun: str, count: int) -> None:
    doc = scene(
        f"""die _ DET det 2
        {noun} _ NOUN root 0
        des der DET det 4
        Nordbunds _ PROPN nmod 2 Case=Gen""",
        names=[(3, 4, "ORG")],
    )
    assert len(foundings(doc)) == count


@pytest.mark.parametrize(
    ("rows", "names", "body"),
    [
        # Der Nordkreis hat sich formiert, der Widerstand auch.
        ("Der der DET det 2\n Nordkreis _ PROPN nsubj 5\n hat haben AUX aux 5 VerbForm=Fin\n"
         "sich _ PRON obj 5\n formiert formieren VERB root 0 VerbForm=Part", [(1, 2, "ORG")],
         ["Nordkreis"]),
        ("Der der DET det 2\n Widerstand _ NOUN nsubj 5\n hat haben AUX aux 5 VerbForm=Fin\n"
         "sich _ PRON obj 5\n formiert formieren VERB root 0 VerbForm=Part", [], []),
        # Daraus erwuchs der Nordbund, die Idee auch.
        ("Daraus _ ADV advmod 2\n erwuchs erwachsen VERB root 0 VerbForm=Fin\n der der DET det 4\n"
         "Nordbund _ PROPN nsubj 2", [(3, 4, "ORG")], ["Nordbund"]),
        ("Daraus _ ADV advmod 2\n erwuchs erwachsen VERB root 0 VerbForm=Fin\n die der DET det 4\n"
         "Idee _ NOUN nsubj 2", [], []),
    ],
)  # fmt: skip
def test_body_takes_shape(rows: str, names: list[tuple[int, int, str]], body: list[str]) -> None:
    told = foundings(scene(rows, names=names))
    assert [a.name for t in told for a in t.slots["organisation"]] == body


@pytest.mark.parametrize(("noun", "change"), [("Neuen", "joins"), ("Mitgliedern", "is")])
def test_who_is_among_the_new_ones_has_joined(noun: str, change: str) -> None:
    rows = f"""Kiel _ PROPN nsubj 2
        zählt zählen VERB root 0 Tense=Pres|VerbForm=Fin
        zu zu ADP case 5
        den der DET det 5
        {noun} {noun} NOUN obl 2
        im in ADP case 7
        Nordnetzwerk _ PROPN nmod 5"""
    telling, *_ = memberships(scene(rows, names=[(0, 1, "LOC"), (6, 7, "ORG")]))
    assert telling.values["change"] == change


@pytest.mark.parametrize(
    ("name", "kind", "refused"),
    [
        ("Schleswig-Holstein", MEMBERSHIP, True),
        ("Kiel", MEMBERSHIP, True),
        ("Kiels", MEMBERSHIP, True),
        ("Stadt Kiel", MEMBERSHIP, True),
        ("Landkreis Goslar", MEMBERSHIP, True),
        ("Landkreises Goslar", MEMBERSHIP, True),
        ("Universitätsstadt Göttingen", MEMBERSHIP, True),
        ("Freistaat Bayern", MEMBERSHIP, True),
        ("Freundeskreis Kiel", MEMBERSHIP, False),
        # An office in a body that the tagger takes for a place.
        ("Gemeinderat", MEMBERSHIP, True),
        ("Landtag", MEMBERSHIP, True),
        ("Frankenkreis", MEMBERSHIP, False),
        ("Schleswig-Holstein", FOUNDING, False),
    ],
)
def test_nobody_joins_a_state_or_town_or_its_council(
    name: str, kind: EventKind, refused: bool
) -> None:
    assert is_refused(Argument("LOC", "plc_1", name, 0, len(name)), kind) is refused
