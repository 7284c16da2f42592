"""From a token to what it means: names, apposed names, known things, bare phrases, lists."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.events.scenes import scene

from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver


def resolved(doc: Doc, index: int) -> Argument | None:
    return Resolver(doc).resolve(doc[index])


APPOSED = """Die der DET det 2
    {noun} _ NOUN nsubj 4
    {name} _ PROPN appos 2
    wächst wachsen VERB root 0 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("noun", "name", "label"), [("Stadt", "Kiel", "LOC"), ("Firma", "Muster", "ORG")]
)
def test_kind_noun_before_a_name_means_the_name(noun: str, name: str, label: str) -> None:
    doc = scene(APPOSED.format(noun=noun, name=name), names=[(2, 3, label)])
    argument = resolved(doc, 1)
    assert argument is not None
    assert (argument.label, argument.name) == (label, name)
    assert argument.ref


def test_name_in_quotes_belongs_to_its_noun() -> None:
    doc = scene(
        """Das der DET det 2
        Netzwerk _ NOUN nsubj 6
        „ _ PUNCT punct 4
        Blaulicht _ PROPN appos 2
        “ _ PUNCT punct 4
        wächst wachsen VERB root 0 VerbForm=Fin""",
        names=[(3, 4, "ORG")],
    )
    argument = resolved(doc, 1)
    assert argument is not None and argument.name == "Blaulicht"


def test_noun_that_a_name_follows_is_none_told_before() -> None:
    doc = scene(
        """Universität _ NOUN root 0
        Kiel _ PROPN flat 1
        , _ PUNCT punct 1
        die der DET det 5 Definite=Def
        Partneruniversität _ NOUN conj 1
        Hefei _ PROPN flat 5""",
        names=[(0, 2, "ORG"), (5, 6, "LOC")],
    )
    argument = resolved(doc, 4)
    assert argument is not None and argument.name == "Partneruniversität Hefei"


@pytest.mark.parametrize(("noun", "is_name"), [("Agentur", True), ("Geschäftsführer", False)])
def test_body_in_apposition_is_what_its_noun_means(noun: str, is_name: bool) -> None:
    doc = scene(APPOSED.format(noun=noun, name="Orkuverk"), names=[(2, 3, "ORG")])
    argument = resolved(doc, 1)
    assert argument is not None
    assert (argument.name == "Orkuverk") is is_name


def test_noun_of_another_kind_does_not_take_the_name_behind_it() -> None:
    doc = scene(APPOSED.format(noun="Messe", name="Kiel"), names=[(2, 3, "LOC")])
    argument = resolved(doc, 1)
    assert argument is None or argument.ref is None


LATER = """Die der DET det 2
    Allianz _ NOUN nsubj 5
    „ _ PUNCT punct 4
    Nordlicht _ PROPN appos 2
    wächst wachsen VERB root 0 VerbForm=Fin
    . _ PUNCT punct 5
    {article} {lemma} DET det 8 {morph}
    Allianz _ NOUN nsubj 9
    feiert feiern VERB root 0 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("article", "lemma", "morph", "is_known"),
    [
        ("Die", "der", "Definite=Def", True),
        ("Diese", "dieser", "PronType=Dem", True),
        ("Eine", "ein", "Definite=Ind", False),
        ("Keine", "kein", "", False),
    ],
)
def test_definite_noun_means_what_was_called_so_before(
    article: str, lemma: str, morph: str, is_known: bool
) -> None:
    rows = LATER.format(article=article, lemma=lemma, morph=morph)
    argument = resolved(scene(rows, names=[(3, 4, "ORG")]), 7)
    assert argument is not None
    assert (argument.ref is not None) is is_known
    assert argument.name == ("Nordlicht" if is_known else "Allianz")


@pytest.mark.parametrize(("word", "is_known"), [("Zur", True), ("Mit", False)])
def test_article_inside_a_preposition_points_back_too(word: str, is_known: bool) -> None:
    doc = scene(
        f"""Die der DET det 2
        Allianz _ NOUN nsubj 5
        „ _ PUNCT punct 4
        Nordlicht _ PROPN appos 2
        wächst wachsen VERB root 0 VerbForm=Fin
        . _ PUNCT punct 5
        {word} _ ADP case 8
        Allianz _ NOUN obl 9
        gehört gehören VERB root 0 VerbForm=Fin""",
        names=[(3, 4, "ORG")],
    )
    argument = resolved(doc, 7)
    assert argument is not None
    assert (argument.ref is not None) is is_known


def test_verband_means_the_only_body_that_can_be_one() -> None:
    doc = scene(
        """AueGrün _ PROPN nsubj 2
        wächst wachsen VERB root 0 VerbForm=Fin
        . _ PUNCT punct 2
        Zum _ ADP case 5
        Verband _ NOUN obl 6
        gehören gehören VERB root 0 VerbForm=Fin""",
        names=[(0, 1, "ORG")],
    )
    argument = resolved(doc, 4)
    assert argument is not None and argument.name == "AueGrün"


def test_the_town_is_the_town_of_the_dateline() -> None:
    rows = """KIEL _ PROPN root 0
        – _ PUNCT punct 1
        Die der DET det 4 Definite=Def
        Stadt _ NOUN nsubj 5
        wächst wachsen VERB root 0 VerbForm=Fin"""
    zones = [{"kind": "dateline", "start_char": 0, "end_char": 6}]
    at_home = resolved(scene(rows, names=[(0, 1, "LOC")], zones=zones), 3)
    assert at_home is not None and (at_home.label, at_home.name) == ("LOC", "Kiel")
    nowhere = resolved(scene(rows, names=[(0, 1, "LOC")]), 3)
    assert nowhere is None or nowhere.ref is None


@pytest.mark.parametrize(
    ("first", "second", "meant"), [("Stadt", "Kreis", "Aue"), ("Stadt", "Stadt", "Stadt")]
)
def test_the_town_is_the_only_one_called_so(first: str, second: str, meant: str) -> None:
    """Without a dateline: after "die Stadt Aue" and "der Kreis Bramme" the town is Aue."""
    doc = scene(
        f"""Die der DET det 2 Definite=Def
        {first} _ NOUN root 0
        Aue _ PROPN appos 2
        und _ CCONJ cc 5
        {second} _ NOUN conj 2
        Bramme _ PROPN appos 5
        . _ PUNCT punct 2
        Die der DET det 9 Definite=Def
        Stadt _ NOUN root 0""",
        names=[(2, 3, "LOC"), (5, 6, "LOC")],
    )
    found = resolved(doc, 8)
    assert found is not None and found.name == meant


def test_bare_noun_is_its_phrase_in_the_nominative() -> None:
    doc = scene(
        """eines ein DET det 2 Definite=Ind
        Büros Büro NOUN root 0 Case=Gen|Number=Sing"""
    )
    argument = resolved(doc, 1)
    assert argument == Argument("NP", None, "Büro", 6, 11, "Büros")


def test_bare_plural_is_in_the_nominative() -> None:
    doc = scene("Hilfswerken Hilfswerk NOUN root 0 Case=Dat|Number=Plur")
    argument = resolved(doc, 0)
    assert argument is not None and argument.name == "Hilfswerke"


@pytest.mark.parametrize(
    ("noun", "name"), [("Büro", "Büro in Riga"), ("Verbindungsbüro", "Verbindungsbüro")]
)
def test_office_without_a_name_bears_its_town(noun: str, name: str) -> None:
    doc = scene(
        f"""ein ein DET det 2 Definite=Ind
        {noun} _ NOUN root 0 Number=Sing
        in _ ADP case 4
        Riga _ PROPN nmod 2""",
        names=[(3, 4, "LOC")],
    )
    argument = resolved(doc, 1)
    assert argument is not None and (argument.name, argument.noun) == (name, noun)


def test_some_bodies_are_none_told_before() -> None:
    rows = LATER.format(article="Manche", lemma="mancher", morph="")
    argument = resolved(scene(rows, names=[(3, 4, "ORG")]), 7)
    assert argument is not None and argument.ref is None


@pytest.mark.parametrize(
    ("article", "town", "name"),
    [("die", "Stadt", "Aue"), ("des", "Landkreises", "Landkreis Aue")],
)
def test_town_noun_is_known_in_every_case(article: str, town: str, name: str) -> None:
    doc = scene(
        f"""{article} der DET det 2
        {town} {town} NOUN root 0
        Aue _ PROPN appos 2""",
        names=[(2, 3, "LOC")],
    )
    argument = resolved(doc, 1)
    assert argument is not None and (argument.label, argument.name) == ("LOC", name)


def test_phrase_with_a_name_inside_is_as_good_as_a_name() -> None:
    doc = scene(
        """eine ein DET det 2 Definite=Ind
        Niederlassung _ NOUN root 0
        der der DET det 4
        Muster _ PROPN nmod 2 Case=Gen
        GmbH _ PROPN flat 4""",
        names=[(3, 5, "ORG")],
    )
    argument = resolved(doc, 1)
    assert argument is not None
    assert (argument.label, argument.ref) == ("ORG", None)
    assert argument.name == "Niederlassung der Muster GmbH"


def test_pronoun_means_nothing() -> None:
    assert resolved(scene("Er er PRON nsubj 2\nreist reisen VERB root 0"), 0) is None


INVITED = """Eingeladen einladen VERB root 0
    wurden _ AUX aux 1
    Gruppen _ NOUN nsubj:pass 1 Number=Plur
    von _ ADP case 5
    Roth _ PROPN obl 1
    {second} _ PROPN {relation} 1
    . _ PUNCT punct 1
    Sie _ PRON nsubj 9
    {verb} kommen VERB root 0 Number={number}|VerbForm=Fin"""


@pytest.mark.parametrize(
    ("second", "number", "is_meant"),
    [("gern", "Sing", True), ("Wolf", "Sing", False), ("gern", "Plur", False)],
)
def test_pronoun_means_the_one_person_named_before(
    second: str, number: str, is_meant: bool
) -> None:
    names = [(4, 5, "PER"), *([(5, 6, "PER")] if second == "Wolf" else [])]
    rows = INVITED.format(second=second, relation="advmod", number=number, verb="kam")
    argument = resolved(scene(rows, names=names), 7)
    assert (argument is not None and argument.name == "Roth") is is_meant


LIST = """Aachen _ PROPN root 0
    , _ PUNCT punct 4
    die der DET det 4
    Stadt _ NOUN conj 1
    Bottrop _ PROPN appos 4
    und _ CCONJ cc 7
    Mainz _ PROPN conj 1
    {tail} _ {tag} {relation} 1
    Kiel _ PROPN obl 1"""
NAMES = [(0, 1, "LOC"), (4, 5, "LOC"), (6, 7, "LOC"), (8, 9, "LOC")]


def listed(doc: Doc) -> list[str]:
    resolver = Resolver(doc)
    first = resolver.name_at(doc[0])
    assert first is not None
    return [argument.name for argument in resolver.names_in_list(first)]


def test_list_goes_on_over_articles_and_kind_nouns() -> None:
    doc = scene(LIST.format(tail="sowie", tag="CCONJ", relation="cc"), names=NAMES)
    assert listed(doc) == ["Aachen", "Bottrop", "Mainz", "Kiel"]


def test_list_ends_at_another_word() -> None:
    doc = scene(LIST.format(tail="in", tag="ADP", relation="case"), names=NAMES)
    assert listed(doc) == ["Aachen", "Bottrop", "Mainz"]


def test_list_ends_at_a_name_of_another_kind() -> None:
    names = [*NAMES[:2], (6, 7, "PER"), NAMES[3]]
    doc = scene(LIST.format(tail="und", tag="CCONJ", relation="cc"), names=names)
    assert listed(doc) == ["Aachen", "Bottrop"]


def test_roles_and_titles_stand_between_people_of_a_list() -> None:
    doc = scene(
        """Jan _ PROPN root 0
        Wolf _ PROPN flat 1
        , _ PUNCT punct 4
        IHK-Präsidentin _ NOUN conj 1
        Dr. _ NOUN dep 6
        Eva _ PROPN appos 4
        Roth _ PROPN flat 6""",
        names=[(0, 2, "PER"), (5, 7, "PER")],
    )
    assert listed(doc) == ["Jan Wolf", "Eva Roth"]


def test_name_inside_a_word_is_not_what_the_word_means() -> None:
    doc = scene("Die der DET det 2\nChinareise _ NOUN nsubj 3\nbegann beginnen VERB root 0")
    assert doc._.presselese_places[0]["name"] == "China"
    assert Resolver(doc).name_at(doc[1]) is None


def test_role_alone_means_the_only_one_who_has_it() -> None:
    doc = scene(
        """Der _ DET det 2 Definite=Def
        Landrat _ NOUN nsubj 3 Number=Sing
        leitet _ VERB root 0
        ein _ DET det 5 Definite=Ind
        Landrat _ NOUN obj 3 Number=Sing"""
    )
    wolf, roth = ({"id": i, "name": i, "role": r, "mentions": []} for i, r in (
        ("Wolf", "Landrat"), ("Roth", "stellvertretende Landrätin"),
    ))  # fmt: skip
    for people, definite in (([wolf, roth], "Wolf"), ([wolf, wolf], "Landrat")):
        doc._.presselese_people = people
        found = [Resolver(doc).resolve(doc[i]) for i in (1, 4)]
        assert [argument and argument.name for argument in found] == [definite, "Landrat"]


@pytest.mark.parametrize(
    ("article", "noun", "meant"),
    [
        ("eine", "Genossenschaft", "Nordwerk"),
        ("die", "Genossenschaft", "Genossenschaft"),
        ("eine", "Brücke", "Brücke"),
    ],
)
def test_noun_in_apposition_means_the_name_before_it(article: str, noun: str, meant: str) -> None:
    doc = scene(
        f"""Nordwerk _ PROPN root 0
        , _ PUNCT punct 5
        {article} _ DET det 5 Definite={"Ind" if article == "eine" else "Def"}
        junge jung ADJ amod 5
        {noun} _ NOUN dep 1""",
        names=[(0, 1, "ORG")],
    )
    argument = resolved(doc, 4)
    assert argument is not None
    assert (argument.name, argument.start_char) == (meant, doc[4].idx)


@pytest.mark.parametrize(
    ("article", "comma", "is_name"), [("ein", ",", True), ("der", ",", False), ("ein", "–", False)]
)
def test_a_new_body_has_the_name_set_off_behind_it(article: str, comma: str, is_name: bool) -> None:
    """ "Ein Verein zur Förderung der Musik, der Klangbogen", however parsers hang the name."""
    doc = scene(
        f"""{article} {article} DET det 2
        Verein _ NOUN root 0 Number=Sing
        für _ ADP case 4
        Musik _ NOUN nmod 2
        {comma} _ PUNCT punct 7
        der der DET det 7
        Klangbogen _ PROPN appos 4""",
        names=[(6, 7, "ORG")],
    )
    argument = resolved(doc, 1)
    assert argument is not None and (argument.name == "Klangbogen") is is_name


@pytest.mark.parametrize(
    ("noun", "number", "names"),
    [
        ("Universitäten", "Plur", ["Universität Aue", "Universität Celle"]),
        ("Filialen", "Plur", ["Filialen"]),
    ],
)
def test_bodies_that_share_a_noun_are_what_it_means(
    noun: str, number: str, names: list[str]
) -> None:
    doc = scene(
        f"""die der DET det 2 Definite=Def|PronType=Art
        {noun} _ NOUN root 0 Number={number}
        in _ ADP case 4
        Aue _ PROPN nmod 2
        und _ CCONJ cc 6
        Celle _ PROPN conj 4""",
        names=[(3, 4, "LOC"), (5, 6, "LOC")],
    )
    resolver = Resolver(doc)
    meant = resolver.resolve(doc[1])
    assert meant is not None
    listed = resolver.names_in_list(meant) if meant.ref else [meant]
    assert [argument.name for argument in listed] == names


def test_relative_pronoun_joins_no_list() -> None:
    doc = scene(
        """das der DET det 2
        Nordbüro _ PROPN root 0
        , _ PUNCT punct 6
        das der PRON nsubj 6 PronType=Rel
        Südwerk _ PROPN obj 6
        eröffnet eröffnen VERB acl 2 VerbForm=Fin""",
        names=[(1, 2, "ORG"), (4, 5, "ORG")],
    )
    resolver = Resolver(doc)
    first = resolver.name_at(doc[1])
    assert first is not None
    assert [a.name for a in resolver.names_in_list(first)] == ["Nordbüro"]


def test_pronoun_means_no_name_whose_article_is_of_another_gender() -> None:
    doc = scene(
        """Die der DET det 2
        Nordkammer _ PROPN nsubj 3
        wächst wachsen VERB root 0 VerbForm=Fin
        Eingeweiht einweihen VERB root 0 VerbForm=Part
        wurde werden AUX aux 4 VerbForm=Fin
        es es PRON expl 4""",
        names=[(1, 2, "ORG")],
    )
    assert resolved(doc, 5) is None


@pytest.mark.parametrize(
    ("adjective", "named"),
    [("neue _ ADJ amod 6", True), ("zweite _ ADJ amod 6 NumType=Ord", False)],
)
def test_second_body_is_not_the_one_that_is_called_so(adjective: str, named: bool) -> None:
    doc = scene(
        f"""Das der DET det 2
        Nordbüro _ PROPN nsubj 3
        wächst wachsen VERB root 0 VerbForm=Fin
        Das der DET det 6 Definite=Def
        {adjective}
        Büro Büro NOUN nsubj 7 Gender=Neut|Number=Sing
        öffnet öffnen VERB root 0 VerbForm=Fin""",
        names=[(1, 2, "ORG")],
    )
    argument = resolved(doc, 5)
    assert argument is not None and (argument.ref is not None) == named


@pytest.mark.parametrize(
    ("noun", "between", "name"),
    [
        ("Kita", ",", "Die Wichtel"),
        ("Kita", "namens", "Die Wichtel"),
        ("Lied", ",", "Lied"),  # no body at all
    ],
)
def test_words_in_quotes_behind_a_body_are_its_name(noun: str, between: str, name: str) -> None:
    doc = scene(
        f"""eine ein DET det 2 Definite=Ind
        {noun} _ NOUN root 0 Number=Sing
        {between} _ PUNCT punct 6
        „ _ PUNCT punct 6
        Die der DET det 6
        Wichtel _ NOUN appos 2
        “ _ PUNCT punct 6
        öffnet öffnen VERB acl 2"""
    )
    argument = resolved(doc, 1)
    assert argument is not None and argument.name == name


def test_name_behind_mit_dem_namen_is_the_body_s() -> None:
    doc = scene(
        """einen ein DET det 2 Definite=Ind
        Verein _ NOUN root 0 Number=Sing
        mit _ ADP case 5
        dem der DET det 5
        Namen Name NOUN nmod 2
        Nordlicht _ PROPN appos 5""",
        names=[(5, 6, "ORG")],
    )
    argument = resolved(doc, 1)
    assert argument is not None and argument.name == "Nordlicht"


def test_person_is_whom_the_noun_before_the_name_means() -> None:
    """ "Pater Lukas" is Lukas; what a body is named after is another."""
    for noun, name in (("Pater", "Lukas"), ("Stiftung", "Stiftung Lukas")):
        found = resolved(scene(f"{noun} _ NOUN root 0\nLukas _ PROPN appos 1", names=PERSON), 0)
        assert found is not None and found.name == name


PERSON = [(1, 2, "PER")]


def test_one_of_several_towns_is_not_the_town_itself() -> None:
    rows = """KIEL _ PROPN root 0
        – _ PUNCT punct 1
        als als ADP case 5
        neunte _ ADJ amod 5
        Stadt _ NOUN obl 6 Number=Sing
        beitreten beitreten VERB root 0 VerbForm=Inf"""
    zones = [{"kind": "dateline", "start_char": 0, "end_char": 6}]
    found = resolved(scene(rows, names=[(0, 1, "LOC")], zones=zones), 4)
    assert found is None or found.ref is None


@pytest.mark.parametrize(
    ("article", "noun", "number", "name"),
    [
        ("eines", "Joint-Ventures", "Plur", "Joint-Venture"),  # singular, whatever the tagger says
        ("des", "Büros", "Sing", "Büro"),
        ("der", "Büros", "Plur", "Büros"),
    ],
)
def test_phrase_behind_a_genitive_article_is_in_the_nominative(
    article: str, noun: str, number: str, name: str
) -> None:
    lemma = noun.removesuffix("s") if number == "Sing" else noun
    doc = scene(
        f"""die der DET det 2
        Gründung _ NOUN root 0
        {article} ein DET det 4
        {noun} {lemma} NOUN nmod 2 Case=Gen|Number={number}"""
    )
    argument = resolved(doc, 3)
    assert argument is not None and argument.name == name


@pytest.mark.parametrize(
    ("word", "rest", "name"),
    [
        ("zur", "Rettung", "Bündnis zur Rettung"),
        ("gegen", "Hass", "Bündnis gegen Hass"),
        ("aus", "Aue", "Bündnis"),
    ],
)
def test_purpose_is_part_of_what_a_body_is_called(word: str, rest: str, name: str) -> None:
    doc = scene(f"""Ein ein DET det 2 Definite=Ind
        Bündnis _ NOUN nsubj 5
        {word} _ ADP case 4
        {rest} _ NOUN nmod 2
        entsteht entstehen VERB root 0 VerbForm=Fin""")
    found = Resolver(doc).resolve(doc[1])
    assert found is not None
    assert found.name == name


def test_bracket_behind_a_phrase_is_none_of_it() -> None:
    doc = scene("""Ein ein DET det 2 Definite=Ind
        Ortsverband _ NOUN nsubj 9
        der der DET det 5
        Jungen jung ADJ amod 5
        Union _ NOUN nmod 2
        ( _ PUNCT punct 7
        JU _ PROPN appos 2
        ) _ PUNCT punct 7
        entsteht entstehen VERB root 0 VerbForm=Fin""")
    found = Resolver(doc).resolve(doc[1])
    assert found is not None
    assert found.name == "Ortsverband der Jungen Union"
