"""Who does what to whom, and in which mood: one construction a test, on hand-built trees."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span, Token
from tests.trees import tree

from presselese.events.grammar import clauses, nominals, verbs
from presselese.events.grammar.status import (
    is_merely_thinkable,
    is_reported,
    says_what_is_decided,
    status_of,
)


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


JOINS = tree(
    """Kiel _ PROPN nsubj 2 Case=Nom
    tritt treten VERB root 0 Mood=Ind|Tense=Pres|VerbForm=Fin
    dem der DET det 4 Case=Dat
    Bund _ NOUN obl 2 Case=Dat
    bei _ ADP compound 2
    . _ PUNCT punct 2"""
)
FOUNDED_PASSIVE = tree(
    """Der der DET det 2
    Verein _ NOUN nsubj 7 Case=Nom
    wurde werden AUX aux 7 Mood=Ind|Tense=Past|VerbForm=Fin
    2004 _ NUM obl 7
    von _ ADP case 6
    Kiel _ PROPN obl 7
    gegründet gründen VERB root 0 VerbForm=Part
    . _ PUNCT punct 7"""
)
RELATIVE = tree(
    """Der der DET det 2
    Verein _ NOUN nsubj 9
    , _ PUNCT punct 7
    der der PRON nsubj 7 PronType=Rel
    2004 _ NUM obl 7
    neu _ ADV advmod 7
    gegründet gründen VERB acl 2 VerbForm=Part
    wurde werden AUX aux 7 Mood=Ind|Tense=Past|VerbForm=Fin
    wächst wachsen VERB root 0 Mood=Ind|Tense=Pres|VerbForm=Fin"""
)
INFINITIVE = tree(
    """Kiel _ PROPN nsubj 2
    beschloss beschließen VERB root 0 Mood=Ind|Tense=Past|VerbForm=Fin
    , _ PUNCT punct 6
    dem der DET det 5 Case=Dat
    Bund _ NOUN obl 6 Case=Dat
    beizutreten beitreten VERB xcomp 2 VerbForm=Inf"""
)
COORDINATED = tree(
    """Kiel _ PROPN nsubj 4
    und _ CCONJ cc 3
    Lübeck _ PROPN conj 1
    gründeten gründen VERB root 0 Mood=Ind|Tense=Past|VerbForm=Fin
    den der DET det 6
    Bund _ NOUN obj 4 Case=Acc"""
)
ATTRIBUTIVE = tree(
    """der _ DET det 4
    2004 _ NUM obl 3
    gegründete gründen ADJ amod 4
    Verein _ NOUN root 0"""
)


def test_separated_particle_belongs_to_the_lemma() -> None:
    assert verbs.verb_lemma(JOINS[1]) == "beitreten"


def test_bare_dative_is_an_argument() -> None:
    assert texts(clauses.datives(JOINS[1])) == ["Bund"]


def test_passive_turns_subject_and_agent_round() -> None:
    verb = FOUNDED_PASSIVE[6]
    assert verbs.is_passive(verb)
    assert texts(clauses.patients(verb)) == ["Verein"]
    assert texts(clauses.agents(verb)) == ["Kiel"]


GREETED = """Von von ADP case 2
    Roth _ PROPN {first}
    {auxiliary} werden AUX aux 5
    Gäste _ NOUN nsubj 5
    geheißen heißen VERB root 0 VerbForm=Inf"""


@pytest.mark.parametrize(("auxiliary", "is_passive"), [("wurden", True), ("werden", False)])
def test_past_of_werden_makes_a_passive_whatever_the_form_is_called(
    auxiliary: str, is_passive: bool
) -> None:
    doc = tree(GREETED.format(first="obl 5", auxiliary=auxiliary))
    assert verbs.is_passive(doc[4]) == is_passive


def test_agent_that_stands_first_is_no_subject_of_a_passive() -> None:
    verb = tree(GREETED.format(first="nsubj 5", auxiliary="wurden"))[4]
    assert texts(clauses.agents(verb)) == ["Roth"]
    assert texts(clauses.patients(verb)) == ["Gäste"]


def test_relative_pronoun_stands_for_its_antecedent() -> None:
    assert texts(clauses.patients(RELATIVE[6])) == ["Verein"]


FAR_RELATIVE = """Leiter _ NOUN root 0 Gender=Masc|Number=Sing
    der der DET det 3
    {noun} _ PROPN nmod 1 Gender={gender}|Number=Sing
    , _ PUNCT punct 6
    die die PRON nsubj 6 PronType=Dem,Rel
    beitrat beitreten VERB acl 1 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("noun", "gender", "subject"), [("GmbH", "Fem", "GmbH"), ("Bund", "Masc", "Leiter")]
)
def test_relative_clause_follows_the_noun_that_agrees(noun: str, gender: str, subject: str) -> None:
    doc = tree(FAR_RELATIVE.format(noun=noun, gender=gender))
    assert texts(clauses.subjects(doc[5])) == [subject]


def test_infinitive_takes_the_subject_of_its_governor() -> None:
    assert texts(clauses.subjects(INFINITIVE[5])) == ["Kiel"]


def test_coordinated_subjects_are_all_agents() -> None:
    assert texts(clauses.agents(COORDINATED[3])) == ["Kiel", "Lübeck"]


WITHIN_ITS_PHRASE = """der der DET det 8
    1996 _ NUM obl 7
    von _ ADP case 4
    Aue _ PROPN nmod 8
    und _ CCONJ cc 6
    Roda _ PROPN conj 4
    gegründete gegründet ADJ amod 8
    Bund _ NOUN nsubj 11
    von _ ADP case 10
    Celle _ PROPN nmod 8
    wächst wachsen VERB root 0"""


def test_agent_before_a_participle_is_its_own_whatever_it_hangs_on() -> None:
    doc = tree(WITHIN_ITS_PHRASE)
    assert texts(clauses.agents(doc[6])) == ["Aue", "Roda"]
    apart = tree(WITHIN_ITS_PHRASE.replace("der der DET det 8", "Auch _ ADV advmod 7"))
    assert texts(clauses.agents(apart[6])) == []  # no article opens its phrase


def test_participle_before_a_noun_acts_on_that_noun() -> None:
    assert texts(clauses.patients(ATTRIBUTIVE[2])) == ["Verein"]


def with_auxiliary(word: str, lemma: str, morph: str, *extra: str) -> Doc:
    negation = [f"{word} _ PART advmod {5 + len(extra)}" for word in extra]
    rows = [
        f"Kiel _ PROPN nsubj {5 + len(extra)}",
        f"{word} {lemma} AUX aux {5 + len(extra)} {morph}",
        "dem der DET det 4 Case=Dat",
        f"Bund _ NOUN obl {5 + len(extra)} Case=Dat",
        *negation,
        "beitreten _ VERB root 0 VerbForm=Inf",
    ]
    return tree("\n".join(rows))


INDICATIVE = "Mood=Ind|Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    ("doc", "status"),
    [
        (with_auxiliary("wird", "werden", INDICATIVE), "planned"),
        (with_auxiliary("will", "wollen", INDICATIVE), "planned"),
        (with_auxiliary("soll", "sollen", INDICATIVE), "planned"),
        (with_auxiliary("wird", "werden", INDICATIVE, "nicht"), "negated"),
        (with_auxiliary("durfte", "dürfen", "Mood=Ind|Tense=Past|VerbForm=Fin"), "done"),
    ],
    ids=["future", "will", "soll", "not", "was allowed to"],
)
def test_status_follows_tense_modal_and_negation(doc: Doc, status: str) -> None:
    assert status_of(doc[len(doc) - 1]) == status


def test_decision_makes_its_infinitive_planned() -> None:
    assert status_of(INFINITIVE[5]) == "planned"


def test_past_passive_is_done() -> None:
    assert status_of(FOUNDED_PASSIVE[6]) == "done"


def test_present_tense_with_a_date_ahead_is_planned() -> None:
    ahead = {"type": "DATE", "start_char": 0, "end_char": 4, "value": "2024-06-03"}
    doc = tree(
        """Kiel _ PROPN nsubj 2
        tritt treten VERB root 0 Mood=Ind|Tense=Pres|VerbForm=Fin
        dem der DET det 4 Case=Dat
        Bund _ NOUN obl 2 Case=Dat
        bei _ ADP compound 2""",
        dates=[ahead],
        published="2024-05-01",
    )
    assert status_of(doc[1]) == "planned"
    doc._.presselese_published = "2024-07-01"
    assert status_of(doc[1]) == "done"


def test_konjunktiv_is_reported_speech() -> None:
    doc = tree(
        """Man _ PRON nsubj 5
        habe haben AUX aux 5 Mood=Sub|Tense=Pres|VerbForm=Fin
        den der DET det 4
        Verein _ NOUN obj 5
        gegründet gründen VERB root 0 VerbForm=Part"""
    )
    assert is_reported(doc[4])
    assert not is_reported(COORDINATED[3])


def test_quoted_words_are_reported_speech() -> None:
    zone = {"kind": "quote", "start_char": 0, "end_char": 60}
    doc = tree(
        """Kiel _ PROPN nsubj 2
        wächst wachsen VERB root 0 Mood=Ind|Tense=Pres|VerbForm=Fin""",
        zones=[zone],
    )
    assert is_reported(doc[1])


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("beizutreten", "beitreten"),
        ("hinzuzukommen", "hinzukommen"),
        ("zurückzukehren", "zurückkehren"),
        ("zuzustimmen", "zustimmen"),
        ("bezuschussen", "bezuschussen"),
    ],
)
def test_zu_inside_an_infinitive_is_no_part_of_its_lemma(word: str, lemma: str) -> None:
    assert verbs.verb_lemma(tree(f"{word} _ VERB root 0 VerbForm=Inf")[0]) == lemma


def test_infinitive_has_no_doubled_e() -> None:
    """Die Ingenieurin gründet ein Büro: lemmatizers add "en" to "gründe"."""
    assert verbs.verb_lemma(tree("gründet gründeen VERB root 0 VerbForm=Fin")[0]) == "gründen"


def test_genitive_shows_on_the_article_where_the_name_does_not_tell() -> None:
    doc = tree(
        """die der DET det 2
        Gründung _ NOUN root 0
        der der DET det 4 Case=Gen
        Solarwerk _ PROPN nmod 2 Case=Dat
        AG _ PROPN flat 4"""
    )
    assert texts(nominals.genitives(doc[1])) == ["Solarwerk"]


JOINED_AS_SUBJECT = tree(
    """Den der DET det 2
    Stadtwerken _ PROPN nsubj 5 Number=Plur
    will wollen AUX aux 5 VerbForm=Fin
    sie _ PRON nsubj 5
    {verb} {verb} VERB root 0 VerbForm=Inf""".format(verb="beitreten")
)
SWALLOWED = tree(
    """Die der DET det 2
    Gemeinde _ NOUN nsubj 6
    will wollen AUX aux 6 VerbForm=Fin
    {article} _ DET det 5
    Entsorgung _ PROPN nmod 2 Gender=Fem|Number=Sing
    {verb} {verb} VERB root 0 VerbForm=Inf""".format(article="der", verb="beitreten")
)


def test_what_the_article_shows_as_dative_is_joined_and_joins_nothing() -> None:
    assert texts(clauses.datives(JOINED_AS_SUBJECT[4])) == ["Stadtwerken"]
    assert texts(clauses.subjects(JOINED_AS_SUBJECT[4])) == ["sie"]
    assert texts(clauses.datives(SWALLOWED[5])) == ["Entsorgung"]
    assert texts(clauses.subjects(SWALLOWED[5])) == ["Gemeinde"]


@pytest.mark.parametrize(
    ("article", "gender", "shown"),
    [("dem", "Masc", True), ("der", "Fem", True), ("der", "Masc", False), ("die", "Fem", False)],
)
def test_article_shows_that_a_noun_is_no_subject(article: str, gender: str, shown: bool) -> None:
    doc = tree(f"{article} der DET det 2\n Lux _ NOUN root 0 Gender={gender}|Number=Sing")
    assert nominals.is_no_subject(doc[1]) == shown


@pytest.mark.parametrize(
    ("finite_verb", "opener", "is_thinkable"),
    [
        ("würde", "Was", True),
        ("könnte", "Ob", True),
        ("wird", "damit", True),
        ("konnte", "damit", False),  # and so it did
        ("wird", "Was", False),
    ],
)
def test_what_is_merely_thinkable_is_not_told(
    finite_verb: str, opener: str, is_thinkable: bool
) -> None:
    doc = tree(f"""{opener} _ SCONJ mark 3
        Kiel _ PROPN nsubj 3
        beitreten beitreten VERB root 0 VerbForm=Inf
        {finite_verb} werden AUX aux 3 VerbForm=Fin""")
    assert is_merely_thinkable(doc[2]) == is_thinkable


# "das Büro, das zwei Firmen eröffneten", "das Büro, das Helmo eröffnete", as parsers hang them.
FRONTED = """das der DET det 2
    Büro _ NOUN root 0 Gender=Neut|Number=Sing
    , _ PUNCT punct 6
    das der PRON nsubj 6 PronType=Rel
    {subject}
    {verb} eröffnen VERB acl 2 Number={number}|VerbForm=Fin"""


@pytest.mark.parametrize(
    ("subject", "number", "acts"),
    [
        ("Helmo _ PROPN nsubj 6 Number=Sing", "Sing", ["Helmo"]),
        ("Firmen _ NOUN obj 6 Number=Plur", "Plur", ["Firmen"]),
        ("Firmen _ NOUN obl 6 Number=Plur", "Plur", ["Firmen"]),
        ("Kieler _ PROPN obj 6 Number=Sing", "Plur", ["Kieler"]),  # "die Kieler", mistagged
    ],
)
def test_relative_pronoun_before_the_subject_is_the_object(
    subject: str, number: str, acts: list[str]
) -> None:
    doc = tree(FRONTED.format(subject=subject, verb="eröffneten", number=number))
    assert texts(clauses.subjects(doc[5])) == acts
    assert texts(clauses.objects(doc[5])) == ["Büro"]


@pytest.mark.parametrize(
    "subject", ["Besucher _ NOUN nsubj 6 Number=Plur", "Filialen _ NOUN obj 6 Number=Plur"]
)
def test_relative_pronoun_stays_the_subject_of_a_singular_verb(subject: str) -> None:
    doc = tree(FRONTED.format(subject=subject, verb="eröffnete", number="Sing"))
    assert texts(clauses.subjects(doc[5]))[0] == "Büro"
    assert "Büro" not in texts(clauses.objects(doc[5]))


@pytest.mark.parametrize("relation", ["xcomp", "advcl"], ids=["read right", "as parsers slip"])
@pytest.mark.parametrize(
    ("governor", "opening", "decided"),
    [("beschloss", "hier", True), ("half", "hier", False), ("beschloss", "um", False)],
)
def test_what_is_decided_is_planned(
    governor: str, opening: str, decided: bool, relation: str
) -> None:
    lemma = {"beschloss": "beschließen", "half": "helfen"}[governor]
    doc = tree(
        f"""Aue _ PROPN nsubj 2
        {governor} {lemma} VERB root 0 Tense=Past|VerbForm=Fin
        , _ PUNCT punct 7
        {opening} _ ADV {"mark" if opening == "um" else "advmod"} 7
        Büros Büro NOUN obj 7
        zu zu PART mark 7
        gründen gründen VERB {relation} 2 VerbForm=Inf"""
    )
    assert says_what_is_decided(doc[6]) is decided
    if decided:
        assert status_of(doc[6]) == "planned"


@pytest.mark.parametrize(
    ("noun", "gender", "meant"),
    [
        ("Büro _ NOUN obj 3", "Neut", "Büro"),
        ("Praxis _ NOUN obj 3", "Fem", "das"),  # does not agree
        ("Riga _ PROPN obj 3", "Neut", "das"),  # a town is seldom taken up so
    ],
)
def test_relative_clause_behind_a_verb_takes_up_the_noun_that_agrees(
    noun: str, gender: str, meant: str
) -> None:
    """ "Sie haben ein Büro besucht, das Helmo eröffnet", where the tree hangs it on the verb."""
    doc = tree(f"""Sie sie PRON nsubj 3
        {noun} Gender={gender}|Number=Sing
        besucht besuchen VERB root 0 VerbForm=Part
        , _ PUNCT punct 7
        das der PRON nsubj 7 PronType=Rel
        Helmo _ PROPN obj 7
        eröffnet eröffnen VERB advcl 3 VerbForm=Fin""")
    assert nominals.antecedent(doc[4]).text == meant


@pytest.mark.parametrize(("relation", "meant"), [("case", "Bund"), ("det", "denen")])
def test_preposition_opens_a_relative_clause_behind_its_noun(relation: str, meant: str) -> None:
    """ "Geplant ist ein Bund, zu denen sich Städte zusammenschließen"."""
    doc = tree(f"""Geplant _ VERB root 0
        Bund _ NOUN nsubj 1
        , _ PUNCT punct 7
        zu _ ADP {relation} 5
        denen der PRON obl 7 PronType=Rel
        sich _ PRON obj 7
        zusammenschließen _ VERB advcl 1 VerbForm=Fin""")
    assert nominals.antecedent(doc[4]).text == meant


@pytest.mark.parametrize(
    ("adjective", "is_apart"),
    [
        ("zweite _ ADJ amod 3 NumType=Ord", True),
        ("jüngste _ ADJ amod 3 Degree=Sup", True),
        ("weitere _ ADJ amod 3", True),
        ("neue _ ADJ amod 3 Degree=Pos", False),
    ],
)
def test_adjective_sets_a_body_apart_from_others(adjective: str, is_apart: bool) -> None:
    doc = tree(f"die der DET det 3\n {adjective}\n Filiale _ NOUN root 0")
    assert nominals.is_set_apart(doc[2]) == is_apart


def test_welcher_behind_a_name_takes_up_the_person() -> None:
    """ "Der Segen kam von Lukas, welcher Mitglied ist", where the tree hangs it on the verb."""
    doc = tree(
        """Segen _ NOUN nsubj 2
        kam kommen VERB root 0 VerbForm=Fin
        von _ ADP case 4
        Lukas _ PROPN obl 2 Gender=Masc|Number=Sing
        , _ PUNCT punct 7
        welcher _ DET nsubj 7 PronType=Rel
        Mitglied _ NOUN advcl 2
        ist sein AUX cop 7 VerbForm=Fin""",
        names=[(3, 4, "PER")],
    )
    assert nominals.antecedent(doc[5]).text == "Lukas"


def test_who_is_named_behind_a_relative_clause_is_none_of_its_subjects() -> None:
    doc = tree(
        """Roth _ PROPN root 0
        , _ PUNCT punct 5
        die der PRON nsubj 5 PronType=Rel
        mit _ ADV advmod 5
        singt singen VERB acl 1 VerbForm=Fin
        und _ CCONJ cc 7
        Au _ PROPN conj 1"""
    )
    assert texts(clauses.subjects(doc[4])) == ["Roth"]


@pytest.mark.parametrize(
    ("lemma", "mended"), [("gründeen", "gründen"), ("warteen", "warten"), ("sehen", "sehen")]
)
def test_second_e_of_a_taggers_lemma_is_left_out(lemma: str, mended: str) -> None:
    assert verbs.verb_lemma(tree(f"tat {lemma} VERB root 0 VerbForm=Fin")[0]) == mended


def test_who_acts_along_is_read_though_both_words_are_prepositions() -> None:
    doc = tree(
        """Zusammen _ ADP case 3
        mit _ ADP case 3
        Roth _ PROPN obl 4
        führt führen VERB root 0 VerbForm=Fin
        Wolf _ PROPN nsubj 4"""
    )
    assert [noun.text for noun in clauses.companions(doc[3])] == ["Roth"]


def test_es_is_no_subject_of_a_plural_verb() -> None:
    """Gegründet haben es Kiel und Ulm."""
    doc = tree(
        """Gegründet gründen VERB root 0
        haben haben AUX aux 1 VerbForm=Fin|Number=Plur
        es es PRON nsubj 1
        Kiel _ PROPN nsubj 1
        und _ CCONJ cc 6
        Ulm _ PROPN conj 4"""
    )
    assert [token.text for token in clauses.subjects(doc[0])] == ["Kiel", "Ulm"]


@pytest.mark.parametrize(("label", "found"), [("PER", ["Roth"]), ("ORG", [])])
def test_person_behind_mit_acts_along(label: str, found: list[str]) -> None:
    """Er gründete mit Roth den Bund; "mit der Nordbank" may only tell who paid."""
    doc = tree(
        """Er _ PRON nsubj 2
        gründete gründen VERB root 0 VerbForm=Fin
        mit _ ADP case 4
        Roth _ PROPN obl 2
        den _ DET det 6
        Bund _ NOUN obj 2"""
    )
    doc.set_ents([Span(doc, 3, 4, label)])
    assert [token.text for token in clauses.companions(doc[1])] == found
