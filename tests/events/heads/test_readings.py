"""From marked words to names, phrases, dates and sizes."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc
from tests.events.scenes import date, figure, scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.heads.readings import TOLD, Reading, readings, reads_events

ROWS = """Am _ ADP case 2
    3. _ ADJ obl 8
    Mai _ NOUN flat 2
    ist sein AUX aux 8 VerbForm=Fin
    Bad _ PROPN nsubj 8
    Au _ PROPN flat 5
    dem der DET det 8
    Nordbund _ PROPN obl 9 Case=Dat
    beigetreten beitreten VERB root 0 VerbForm=Part"""
NAMES = [(4, 6, "LOC"), (7, 8, "ORG")]


@pytest.fixture(autouse=True)
def told_field() -> None:
    if not Doc.has_extension(TOLD):
        Doc.set_extension(TOLD, default=None)


def told(token: int, label: str, *roles: tuple[int, str, float], score: float = 0.99) -> Any:
    return {
        "token": token, "window": 0, "label": label, "score": score, "status": "done",
        "status_score": 0.9,
        "roles": [{"token": t, "role": role, "score": s} for t, role, s in roles],
    }  # fmt: skip


def read(doc: Doc, *marks: Any) -> list[Reading]:
    doc._.set(TOLD, list(marks))
    return list(readings(doc, Resolver(doc)))


def names(reading: Reading, slot: str) -> list[str]:
    return [argument.name for argument in reading.arguments(slot)]


def test_words_of_a_name_give_the_whole_name_once() -> None:
    doc = scene(ROWS, names=NAMES)
    (reading,) = read(doc, told(8, "joins", (4, "member", 0.8), (5, "member", 0.9)))
    assert (reading.kind, reading.fixed) == ("membership", {"change": "joins"})
    assert names(reading, "members") == ["Bad Au"]


def test_name_of_which_only_one_word_is_likely_plays_no_part() -> None:
    doc = scene(ROWS, names=NAMES)
    (reading,) = read(doc, told(8, "joins", (4, "member", 0.8)))
    assert names(reading, "members") == []


def test_date_of_a_role_is_the_date_that_holds_its_words() -> None:
    doc = scene(ROWS, names=NAMES)
    doc._.presselese_dates = [date(doc, "3. Mai", "XXXX-05-03")]
    (reading,) = read(doc, told(8, "joins", (2, "date", 0.9)))
    assert reading.dates["date"]["value"] == "XXXX-05-03"


def test_phrase_without_a_name_is_its_noun_phrase() -> None:
    doc = scene(
        """Acht acht NUM nummod 2
        Betriebe Betrieb NOUN nsubj 3 Number=Plur
        gründeten gründen VERB root 0 VerbForm=Fin
        ein ein DET det 5 Definite=Ind
        Netzwerk Netzwerk NOUN obj 3 Number=Sing"""
    )
    roles = [(3, "organisation", 0.9), (4, "organisation", 0.9)]
    (reading,) = read(doc, told(2, "founding", *roles))
    (argument,) = reading.arguments("organisation")
    assert (argument.label, argument.name) == ("NP", "Netzwerk")


def test_size_is_the_figure_of_its_word() -> None:
    doc = scene(
        """Die der DET det 3
        14-köpfige 14-köpfig ADJ amod 3
        Delegation Delegation NOUN nsubj 4
        reist reisen VERB root 0 VerbForm=Fin"""
    )
    doc._.presselese_figures = [figure(doc, "14-köpfige Delegation", "14", "Delegation")]
    (reading,) = read(doc, told(2, "delegation", (1, "size", 0.9)))
    assert reading.size == {"value": 14, "modifier": None, "ref": "fig_1"}


@pytest.mark.parametrize(("chance", "is_taken"), [(0.85, False), (0.95, True)])
def test_size_of_another_sentence_must_be_likelier(chance: float, is_taken: bool) -> None:
    doc = scene(
        """Die der DET det 2
        Delegation Delegation NOUN nsubj 3
        reist reisen VERB root 0 VerbForm=Fin
        . . PUNCT punct 3
        200 _ NUM nummod 6
        Gäste _ NOUN nsubj 7
        feierten feiern VERB root 0 VerbForm=Fin"""
    )
    doc._.presselese_figures = [figure(doc, "200 Gäste", "200", "Gäste")]
    (reading,) = read(doc, told(1, "delegation", (4, "size", chance)))
    assert (reading.size is not None) == is_taken


def test_pipeline_without_event_heads_reads_no_events() -> None:
    assert not reads_events(scene(ROWS, names=NAMES))


@pytest.mark.parametrize(("chance", "is_taken"), [(0.85, False), (0.95, True)])
def test_date_of_another_sentence_must_be_surer(chance: float, is_taken: bool) -> None:
    rows = (
        ROWS
        + """
    2019 _ NUM root 0"""
    )
    doc = scene(rows, names=NAMES)
    doc._.presselese_dates = [date(doc, "2019", "2019")]
    assert doc[9].sent != doc[8].sent
    (reading,) = read(doc, told(8, "joins", (9, "date", chance)))
    assert bool(reading.dates) is is_taken


def test_founders_of_a_word_that_tells_two_events_are_its_members() -> None:
    doc = scene(ROWS, names=NAMES)
    roles = [(4, "founder", 0.9), (5, "founder", 0.9)]
    founding, joins = read(doc, told(8, "is", *roles), told(8, "founding", *roles))
    assert (names(joins, "members"), names(joins, "founders")) == (["Bad Au"], [])
    assert (names(founding, "members"), names(founding, "founders")) == ([], ["Bad Au"])


TWO_SENTENCES = """Der der DET det 2
    Nordbund _ PROPN nsubj 3
    wächst wachsen VERB root 0 VerbForm=Fin
    Bad _ PROPN nsubj 9
    Au _ PROPN flat 4
    ist sein AUX aux 9 VerbForm=Fin
    {article} DET det 8
    Kreis Kreis NOUN obl 9 Case=Dat
    beigetreten beitreten VERB root 0 VerbForm=Part"""


@pytest.mark.parametrize(
    ("article", "elsewhere", "named"),
    [
        ("dem der Definite=Def", 0.5, ["Nordbund"]),
        ("dem der Definite=Def", 0.3, ["Kreis"]),  # too unlikely to be what is meant
        ("einem ein Definite=Ind", 0.5, ["Kreis"]),  # "einem Kreis" takes nothing up
    ],
)
def test_definite_phrase_stands_for_the_name_with_the_same_part(
    article: str, elsewhere: float, named: list[str]
) -> None:
    word, lemma, feature = article.split()
    rows = TWO_SENTENCES.replace("{article} DET det 8", f"{word} {lemma} DET det 8 {feature}")
    doc = scene(rows, names=[(1, 2, "ORG"), (3, 5, "LOC")])
    parts = [(1, "organisation", elsewhere), (6, "organisation", 0.9), (7, "organisation", 0.9)]
    (reading,) = read(doc, told(8, "joins", *parts))
    assert names(reading, "organisation") == named


@pytest.mark.parametrize(("first", "named"), [("Kreise", ["Kiel"]), ("Lübeck", ["Lübeck"])])
def test_phrase_stands_for_no_name_that_only_follows_where_one_went_before(
    first: str, named: list[str]
) -> None:
    """ "Die Stadt" is Kiel, though the heads read the part of Lübeck, which is told of later."""
    doc = scene(
        f"""{first} _ PROPN nsubj 2
        wachsen wachsen VERB root 0 VerbForm=Fin
        Die der DET det 4
        Stadt Stadt NOUN nsubj 6
        Kiel Kiel PROPN appos 4
        wächst wachsen VERB root 0 VerbForm=Fin
        Die der DET det 8 Definite=Def
        Stadt Stadt NOUN nsubj 9
        beitritt beitreten VERB root 0 VerbForm=Fin
        Lübeck Lübeck PROPN root 0""",
        names=[(0, 1, "LOC"), (4, 5, "LOC"), (9, 10, "LOC")],
    )
    parts = [(6, "member", 0.9), (7, "member", 0.9), (9, "member", 0.5)]
    (reading,) = read(doc, told(8, "joins", *parts))
    assert names(reading, "members")[:1] == named


def test_phrase_does_not_stand_for_a_name_behind_it_in_the_sentence() -> None:
    doc = scene(
        """Das der DET det 2 Definite=Def
        Café Café NOUN nsubj 3
        ist sein AUX root 0 VerbForm=Fin
        Mitglied Mitglied NOUN xcomp 3
        wie wie ADP case 6
        Nordbund _ PROPN obl 3""",
        names=[(5, 6, "ORG")],
    )
    parts = [(0, "member", 0.9), (1, "member", 0.9), (5, "member", 0.45)]
    (reading,) = read(doc, told(3, "is", *parts))
    assert names(reading, "members") == ["Café"]


def test_of_two_labels_of_one_kind_at_a_word_the_likelier_counts() -> None:
    doc = scene(ROWS, names=NAMES)
    found = read(doc, told(8, "joins", score=0.85), told(8, "leaves", score=0.98))
    assert [reading.label for reading in found] == ["leaves"]
    both = read(doc, told(8, "is"), told(8, "founding"))
    assert {reading.kind for reading in both} == {"membership", "founding"}


def test_coordinated_phrases_are_fillers_of_their_own() -> None:
    doc = scene(
        """Landwirte Landwirt NOUN nsubj 4 Number=Plur
        und und CCONJ cc 3
        Gemeinden Gemeinde NOUN conj 1 Number=Plur
        gründeten gründen VERB root 0 VerbForm=Fin"""
    )
    parts = [(i, "founder", 0.9) for i in range(3)]
    (reading,) = read(doc, told(3, "founding", *parts))
    assert names(reading, "founders") == ["Landwirte", "Gemeinden"]


def test_both_words_for_women_and_men_are_one_phrase() -> None:
    doc = scene(
        """Bürgerinnen Bürgerin NOUN nsubj 4 Number=Plur
        und und CCONJ cc 3
        Bürger Bürger NOUN conj 1 Number=Plur
        gründeten gründen VERB root 0 VerbForm=Fin"""
    )
    parts = [(i, "founder", 0.9) for i in range(3)]
    (reading,) = read(doc, told(3, "founding", *parts))
    assert names(reading, "founders") == ["Bürgerinnen und Bürger"]


def test_dateline_plays_no_part() -> None:
    doc = scene(ROWS, names=NAMES)
    doc._.presselese_zones = [{"kind": "dateline", "start_char": 0, "end_char": doc[6].idx}]
    (reading,) = read(doc, told(8, "joins", (4, "member", 0.9), (5, "member", 0.9)))
    assert names(reading, "members") == []


def test_phrase_ends_where_its_likely_words_end() -> None:
    doc = scene(
        """Sie _ PRON nsubj 2
        sperrt sperren VERB root 0 VerbForm=Fin
        den der DET det 4 Definite=Def
        Laden Laden NOUN obj 2
        „ _ PUNCT punct 6
        Ohne _ PROPN appos 4
        “ _ PUNCT punct 6
        in _ ADP case 9
        Kürze _ NOUN nmod 4
        auf _ ADP compound 2"""
    )
    roles = [(i, "organisation", 0.9) for i in (2, 3, 4, 5)] + [(8, "organisation", 0.2)]
    (reading,) = read(doc, told(1, "opening", *roles))
    assert names(reading, "organisation") == ["Laden „ Ohne “"]


def test_person_is_no_body_that_is_founded_or_joined() -> None:
    doc = scene(
        """Seit _ ADP case 2
        Gründung Gründung NOUN obl 3
        wuchs wachsen VERB root 0 VerbForm=Fin
        Weber _ PROPN nsubj 3""",
        names=[(3, 4, "PER")],
    )
    (reading,) = read(doc, told(1, "founding", (3, "organisation", 0.97), (3, "founder", 0.97)))
    assert names(reading, "organisation") == []
    assert names(reading, "founders") == ["Weber"]


KNOWN_BODY = """Das der DET det 2
    {name} _ PROPN nsubj 3
    wächst wachsen VERB root 0 VerbForm=Fin
    {phrase}
    {noun} Gender=Neut|Number=Sing
    öffnet öffnen VERB root 0 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("name", "phrase", "noun", "organisation"),
    [
        ("Nordwerk", "Das der DET det 5 Definite=Def", "Haus _ NOUN nsubj 6", "Nordwerk"),
        # says itself which it is
        ("Nordwerk", "Das erste ADJ amod 5 NumType=Ord", "Haus _ NOUN nsubj 6", "Haus"),
        # no university
        ("Nordhochschule", "Das der DET det 5 Definite=Def", "Büro _ NOUN nsubj 6", "Büro"),
        ("Nordhochschule", "Die der DET det 5 Definite=Def", "Schule _ NOUN nsubj 6",
         "Nordhochschule"),
        # much likelier than the name, which the text never calls so
        ("Nordwerk", "Die der DET det 5 Definite=Def", "Stiftung _ NOUN nsubj 6", "Stiftung"),
        ("Nordwerk", "Das der DET det 5 Definite=Def", "Bündnis _ NOUN nsubj 6", "Nordwerk"),
    ],
)  # fmt: skip
def test_phrase_stands_for_a_body_that_may_be_called_so(
    name: str, phrase: str, noun: str, organisation: str
) -> None:
    doc = scene(KNOWN_BODY.format(name=name, phrase=phrase, noun=noun), names=[(1, 2, "ORG")])
    parts = [(1, "organisation", 0.5), (3, "organisation", 0.9), (4, "organisation", 0.9)]
    (reading,) = read(doc, told(5, "opening", *parts))
    assert names(reading, "organisation")[0] == organisation


def test_plural_stands_for_no_single_name() -> None:
    """ "Aue wirbt. Die Gemeinden treten aus": whoever else is named."""
    doc = scene(
        """Aue _ PROPN nsubj 2
        wirbt werben VERB root 0 VerbForm=Fin
        Die der DET det 4 Definite=Def
        Talgemeinden Talgemeinde NOUN nsubj 5 Number=Plur
        treten treten VERB root 0 VerbForm=Fin""",
        names=[(0, 1, "LOC")],
    )
    (reading,) = read(doc, told(4, "leaves", (0, "member", 0.5), (3, "member", 0.9)))
    assert names(reading, "members")[0] == "Talgemeinden"


@pytest.mark.parametrize(("founds", "organisation"), [(0.3, "Nordwerk"), (0.9, "Firma")])
def test_phrase_does_not_stand_for_who_rather_founds_it(founds: float, organisation: str) -> None:
    """ "Nordwerk meldet die Gründung. Die Firma …": the new one is hardly Nordwerk itself."""
    doc = scene(
        """Nordwerk _ PROPN nsubj 2
        feiert feiern VERB root 0 VerbForm=Fin
        Die der DET det 4 Definite=Def
        Firma Firma NOUN nsubj 5 Gender=Fem|Number=Sing
        entsteht entstehen VERB root 0 VerbForm=Fin""",
        names=[(0, 1, "ORG")],
    )
    parts = [(0, "organisation", 0.5), (0, "founder", founds), (2, "organisation", 0.9),
             (3, "organisation", 0.9)]  # fmt: skip
    (reading,) = read(doc, told(4, "founding", *parts))
    assert names(reading, "organisation")[0] == organisation


def test_town_noun_stands_for_no_party() -> None:
    """ "Die Grünen fordern, dass der Landkreis austritt": the party is no district."""
    doc = scene(
        """Grünen _ PROPN nsubj 2
        fordern _ VERB root 0 VerbForm=Fin
        der der DET det 4 Definite=Def
        Landkreis _ NOUN nsubj 5 Number=Sing
        austritt austreten VERB ccomp 2 VerbForm=Fin""",
        names=[(0, 1, "ORG")],
    )
    roles = [(0, "member", 0.9), (2, "member", 0.9), (3, "member", 0.9)]
    (reading,) = read(doc, told(4, "leaves", *roles))
    assert names(reading, "members") == ["Grünen", "Landkreis"]
