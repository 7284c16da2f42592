"""TIGER trees become UD trees: hand-built, in the label scheme of `de_core_news_*`.

A row is "word lemma UPOS TIGER-label head UD-label head [morph]", heads counted from 1, 0 the root.
"""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from presselese.nlp.tiger import UdLabels, has_tiger_labels
from presselese.nlp.tiger_trees import TABLE, Tree, to_ud

VOCAB = Vocab()

CONSTRUCTIONS = {
    "a preposition becomes the case of its noun": """
        Sie    sie    PRON  sb   2  nsubj 2
        reist  reisen VERB  ROOT 0  ROOT  0  VerbForm=Fin
        nach   nach   ADP   mo   2  case  4
        Hefei  Hefei  PROPN nk   3  obl   2
        .      .      PUNCT punct 2 punct 2
    """,
    "a phrase after a noun is its attribute": """
        Reise  Reise  NOUN  ROOT 0  ROOT  0
        in     in     ADP   mnr  1  case  4
        die    der    DET   nk   4  det   4
        Stadt  Stadt  NOUN  nk   2  nmod  1
    """,
    "of two prepositions in a row the noun gets both": """
        Bleibt bleiben VERB ROOT 0 ROOT 0 VerbForm=Fin
        bis    bis    ADP   mo   1  case 5
        zum    zu     ADP   nk   2  case 5
        5.     5.     ADJ   nk   5  amod 5
        Juni   Juni   NOUN  nk   3  obl  1
    """,
    "a preposition round its noun is case on both sides": """
        Plant  planen VERB  ROOT 0  ROOT 0 VerbForm=Fin
        von    von    ADP   mo   1  case 3
        Bonn   Bonn   PROPN nk   2  obl  1
        aus    aus    ADP   ac   2  case 3
    """,
    "the participle takes subject and place of its auxiliary": """
        Die    der    DET   nk   2  det   2
        IHK    IHK    PROPN sb   3  nsubj 6
        hat    haben  AUX   ROOT 0  aux   6  VerbForm=Fin
        ein    ein    DET   nk   5  det   5
        Büro   Büro   NOUN  oa   6  obj   6
        eröffnet eröffnen VERB oc 3 ROOT  0  VerbForm=Part
        .      .      PUNCT punct 3 punct 6
    """,
    "a chain of auxiliaries hangs on the lexical verb": """
        Büros  Büro   NOUN  sb   2  nsubj 3
        sollen sollen AUX   ROOT 0  aux   3  VerbForm=Fin
        eröffnet eröffnen VERB oc 4 ROOT  0  VerbForm=Part
        werden werden AUX   oc   2  aux   3  VerbForm=Inf
    """,
    "the passive keeps its agent with case von": """
        Gäste  Gast   NOUN  sb   2  nsubj 6
        wurden werden AUX   ROOT 0  aux   6  VerbForm=Fin
        von    von    ADP   sbp  6  case  5
        der    der    DET   nk   5  det   5
        IHK    IHK    PROPN nk   3  obl   6
        empfangen empfangen VERB oc 2 ROOT 0 VerbForm=Part
    """,
    "sein with a predicate is a copula": """
        Der    der    DET   nk   2  det   2
        Verein Verein NOUN  sb   3  nsubj 4
        ist    sein   AUX   ROOT 0  cop   4  VerbForm=Fin
        Mitglied Mitglied NOUN pd 3 ROOT  0
        des    der    DET   nk   6  det   6
        Bundes Bund   NOUN  ag   4  nmod  4
    """,
    "a copula with a preposition": """
        Sie    sie    PRON  sb   2  nsubj 4
        ist    sein   AUX   ROOT 0  cop   4  VerbForm=Fin
        in     in     ADP   pd   2  case  4
        Hefei  Hefei  PROPN nk   3  ROOT  0
    """,
    "auxiliary and copula together": """
        Er     er     PRON  sb   2  nsubj 3
        ist    sein   AUX   ROOT 0  aux   3  VerbForm=Fin
        Mitglied Mitglied NOUN pd 4 ROOT  0
        gewesen sein  AUX   oc   2  cop   3  VerbForm=Part
    """,
    "what one becomes is an open complement": """
        Sie    sie    PRON  sb   2  nsubj 2
        wird   werden AUX   ROOT 0  ROOT  0  VerbForm=Fin
        Präsidentin Präsidentin NOUN pd 2 xcomp 2
    """,
    "conjuncts hang on the first, und on the last": """
        Bonn   Bonn   PROPN ROOT 0  ROOT  0
        ,      ,      PUNCT punct 1 punct 1
        Köln   Köln   PROPN cj   1  conj  1
        und    und    CCONJ cd   3  cc    5
        Hefei  Hefei  PROPN cj   4  conj  1
    """,
    "coordinated prepositional phrases": """
        Reist  reisen VERB  ROOT 0  ROOT  0  VerbForm=Fin
        nach   nach   ADP   mo   1  case  3
        Bonn   Bonn   PROPN nk   2  obl   1
        und    und    CCONJ cd   2  cc    6
        nach   nach   ADP   cj   4  case  6
        Hefei  Hefei  PROPN nk   5  conj  3
    """,
    "coordinated verbs under one auxiliary": """
        Er     er     PRON  sb   2  nsubj 3
        wurde  werden AUX   ROOT 0  aux   3  VerbForm=Fin
        gegründet gründen VERB oc 2 ROOT  0  VerbForm=Part
        und    und    CCONJ cd   3  cc    5
        eröffnet eröffnen VERB cj 4 conj  3  VerbForm=Part
    """,
    "a dass clause is a complement with a mark": """
        Sie    sie    PRON  sb   2  nsubj 2
        sagte  sagen  VERB  ROOT 0  ROOT  0  VerbForm=Fin
        ,      ,      PUNCT punct 2 punct 2
        dass   dass   SCONJ cp   7  mark  6
        man    man    PRON  sb   7  nsubj 6
        komme  kommen VERB  oc   7  ccomp 2  VerbForm=Inf
        werde  werden AUX   oc   2  aux   6  VerbForm=Fin
    """,
    "an infinitive with zu is an open complement": """
        Sie    sie    PRON  sb   2  nsubj 2
        plant  planen VERB  ROOT 0  ROOT  0  VerbForm=Fin
        zu     zu     PART  pm   4  mark  4
        reisen reisen VERB  oc   2  xcomp 2  VerbForm=Inf
    """,
    "a separated prefix is a compound": """
        Bonn   Bonn   PROPN sb   2  nsubj 2
        tritt  treten VERB  ROOT 0  ROOT  0  VerbForm=Fin
        dem    der    DET   nk   4  det   4
        Bund   Bund   NOUN  da   2  iobj  2
        nicht  nicht  PART  ng   2  advmod 2
        bei    bei    ADP   svp  2  compound 2
    """,
    "a relative clause is an acl of its noun": """
        Gäste  Gast   NOUN  ROOT 0  ROOT  0
        ,      ,      PUNCT punct 1 punct 1
        die    der    PRON  sb   5  nsubj 4
        gekommen kommen VERB oc  5  acl   1  VerbForm=Part
        sind   sein   AUX   rc   1  aux   4  VerbForm=Fin
    """,
    "an infinitive clause of a noun is its acl": """
        Ziel   Ziel   NOUN  ROOT 0  ROOT  0
        zu     zu     PART  pm   3  mark  3
        wachsen wachsen VERB re  1  acl   1  VerbForm=Inf
    """,
    "a name is headed by its first word": """
        Angela Angela PROPN pnc  2  nsubj 3
        Merkel Merkel PROPN sb   3  flat  1
        kam    kommen VERB  ROOT 0  ROOT  0  VerbForm=Fin
    """,
    "what agrees with a noun is named by its kind": """
        Drei   drei   NUM   nk   3  nummod 3
        große  groß   ADJ   nk   3  amod  3
        Firmen Firma  NOUN  ROOT 0  ROOT  0
        der    der    DET   nk   5  det   5
        Stadt  Stadt  NOUN  ag   3  nmod  3
        Hefei  Hefei  PROPN nk   5  appos 5
    """,
    "apposition and von instead of a genitive": """
        Präsidentin Präsidentin NOUN ROOT 0 ROOT 0
        von    von    ADP   pg   1  case  3
        Bonn   Bonn   PROPN nk   2  nmod  1
        ,      ,      PUNCT punct 1 punct 1
        Weber  Weber  PROPN app  1  appos 1
    """,
    "als with a noun is case, with a clause a mark": """
        Kam    kommen VERB  ROOT 0  ROOT  0  VerbForm=Fin
        als    als    ADP   cm   3  case  3
        Gast   Gast   NOUN  mo   1  obl   1
        ,      ,      PUNCT punct 1 punct 1
        als    als    CCONJ cm   6  mark  6
        gedacht denken VERB cc   1  advcl 1  VerbForm=Part
    """,
    "small words at the edge of a clause": """
        Aber   aber   CCONJ ju   3  cc    3
        es     es     PRON  ep   3  expl  3
        gibt   geben  VERB  ROOT 0  ROOT  0  VerbForm=Fin
        ja     ja     PART  dm   3  discourse 3
        ,      ,      PUNCT punct 3 punct 3
        Herr   Herr   NOUN  vo   3  vocative 3
    """,
    "quoted speech is a complement of its verb": """
        Wir    wir    PRON  sb   2  nsubj 2
        kommen kommen VERB  rs   4  ccomp 4  VerbForm=Fin
        ,      ,      PUNCT punct 4 punct 4
        sagte  sagen  VERB  ROOT 0  ROOT  0  VerbForm=Fin
        sie    sie    PRON  sb   4  nsubj 4
    """,
}


def built(rows: str, *, label: int, head: int) -> Doc:
    table = [row.split() for row in rows.strip().splitlines()]
    return Doc(
        VOCAB,
        words=[row[0] for row in table],
        lemmas=[row[1] for row in table],
        pos=[row[2] for row in table],
        deps=[row[label] for row in table],
        heads=[int(row[head]) - 1 if row[head] != "0" else i for i, row in enumerate(table)],
        morphs=[row[7] if len(row) > 7 else "" for row in table],
    )


def arcs(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.dep_, token.head.text) for token in doc]


@pytest.mark.parametrize("rows", CONSTRUCTIONS.values(), ids=CONSTRUCTIONS.keys())
def test_construction_becomes_ud(rows: str) -> None:
    assert arcs(UdLabels()(built(rows, label=3, head=4))) == arcs(built(rows, label=5, head=6))


@pytest.mark.parametrize("rows", CONSTRUCTIONS.values(), ids=CONSTRUCTIONS.keys())
def test_second_run_changes_nothing(rows: str) -> None:
    once = arcs(UdLabels()(built(rows, label=3, head=4)))
    twice = built(rows, label=5, head=6)
    assert arcs(UdLabels()(twice)) == once


def test_names_sentences_and_tags_survive() -> None:
    doc = built(CONSTRUCTIONS["a preposition becomes the case of its noun"], label=3, head=4)
    doc.ents = [Span(doc, 3, 4, label="LOC")]
    tags = [token.pos_ for token in doc]
    UdLabels()(doc)
    assert [(span.text, span.label_) for span in doc.ents] == [("Hefei", "LOC")]
    assert [span.text for span in doc.sents] == ["Sie reist nach Hefei ."]
    assert [token.pos_ for token in doc] == tags


def test_label_that_both_schemes_have_stays_on_a_conjunction() -> None:
    doc = built(CONSTRUCTIONS["conjuncts hang on the first, und on the last"], label=5, head=6)
    assert arcs(UdLabels()(doc))[3] == ("und", "cc", "Hefei")


def test_every_tiger_label_has_an_answer_for_every_pair_of_tags() -> None:
    tags = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
            "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X", ""]  # fmt: skip
    for label in TABLE:
        for own in tags:
            for governor in tags:
                # "nk" is there so that a lone "cc" is read as TIGER's
                pair = Tree(
                    [0, 0, 0], ["ROOT", label, "nk"], [governor, own, "DET"], [""] * 3, [False] * 3
                )
                assert to_ud(pair)
                assert not (set(TABLE) - {"cc"}) & set(pair.labels), (label, own, governor)


def test_long_chain_of_prepositions_stays_a_tree() -> None:
    count = 1000
    chain = Tree(
        [0, *range(count - 1)], ["ROOT", *["nk"] * (count - 1)], ["ADP"] * count,
        [""] * count, [False] * count,
    )  # fmt: skip
    assert to_ud(chain)
    assert max(map(chain.depth, range(count))) < count  # no cycle


def test_pipeline_without_parser_has_no_tiger_labels() -> None:
    assert not has_tiger_labels(spacy.blank("de"))


def test_parser_is_recognised_by_its_labels() -> None:
    nlp = spacy.blank("de")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "obj", "nk"):
        parser.add_label(label)
    assert not has_tiger_labels(nlp)
    for label in ("sb", "oa", "oc"):
        parser.add_label(label)
    assert has_tiger_labels(nlp)
