"""Sources of arguments: each names one place in the sentence where a filler may stand."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc
from tests.events.scenes import scene

from presselese.events.fillers.resolver import Resolver
from presselese.events.frames.arguments import fill
from presselese.events.frames.kinds import PATTERNS, Frame, load_kind
from presselese.events.frames.triggers import Trigger, find_triggers

FRAMES = {
    frame.id: frame
    for name in ("founding", "membership")
    for frame in load_kind(PATTERNS / f"{name}.yaml").frames
}


def slots(doc: Doc, frame_id: str) -> dict[str, list[str]]:
    (trigger,) = find_triggers(doc, [FRAMES[frame_id]])
    return {
        slot: [argument.name for argument in arguments]
        for slot, arguments in fill(trigger, Resolver(doc)).items()
    }


def source(doc: Doc, index: int, name: str) -> list[str]:
    frame = Frame(
        "t.t", "t", frozenset(), (), (), frozenset(), (), None, {"s": (name,)},
        {"s": frozenset({"ANY"})}, {},
    )  # fmt: skip
    filled = fill(Trigger(frame, doc[index]), Resolver(doc))
    return [argument.name for argument in filled["s"]]


PASSIVE = """Der der DET det 2
    Nordbund _ PROPN nsubj:pass 9
    wurde werden AUX aux 9 Tense=Past|VerbForm=Fin
    in _ ADP case 5
    Husum _ PROPN obl 9
    von _ ADP case 7
    Kiel _ PROPN obl 9
    2004 _ NUM obl 9
    gegründet gründen VERB root 0 VerbForm=Part"""
PASSIVE_NAMES = [(1, 2, "ORG"), (4, 5, "LOC"), (6, 7, "LOC")]


def test_passive_gives_organisation_founder_and_place() -> None:
    doc = scene(PASSIVE, names=PASSIVE_NAMES)
    assert slots(doc, "founding.found_verb") == {
        "organisation": ["Nordbund"],
        "founders": ["Kiel"],
        "places": ["Husum"],
    }


ACTIVE = """Kiel _ PROPN nsubj 4
    und _ CCONJ cc 3
    Lübeck _ PROPN conj 1
    gründeten gründen VERB root 0 Tense=Past|VerbForm=Fin
    den der DET det 6
    Nordbund _ PROPN obj 4"""


def test_active_gives_all_founders() -> None:
    doc = scene(ACTIVE, names=[(0, 1, "LOC"), (2, 3, "LOC"), (5, 6, "ORG")])
    assert slots(doc, "founding.found_verb")["founders"] == ["Kiel", "Lübeck"]


@pytest.mark.parametrize(
    ("index", "name", "wanted"),
    [
        (3, "agent", ["Kiel", "Lübeck"]),
        (3, "subject", ["Kiel", "Lübeck"]),
        (3, "patient", ["Nordbund"]),
        (3, "object", ["Nordbund"]),
        (3, "dative", []),
        (3, "agent + patient", ["Kiel", "Lübeck", "Nordbund"]),
    ],
)
def test_verb_sources(index: int, name: str, wanted: list[str]) -> None:
    doc = scene(ACTIVE, names=[(0, 1, "LOC"), (2, 3, "LOC"), (5, 6, "ORG")])
    assert source(doc, index, name) == wanted


JOIN = """Kiel _ PROPN nsubj 6
    ist sein AUX aux 6 VerbForm=Fin
    dem der DET det 4
    Nordbund _ PROPN obl 6 Case=Dat
    2004 _ NUM obl 6
    beigetreten beitreten VERB root 0 VerbForm=Part"""


def test_dative_is_what_is_joined() -> None:
    doc = scene(JOIN, names=[(0, 1, "LOC"), (3, 4, "ORG")])
    assert slots(doc, "membership.join_verb") == {"members": ["Kiel"], "organisation": ["Nordbund"]}


def test_network_named_before_stands_in_for_a_missing_dative() -> None:
    doc = scene(
        """Der der DET det 2
        Netzwerk _ NOUN nsubj 4
        Nordlicht _ PROPN flat 2
        wächst wachsen VERB root 0 VerbForm=Fin
        . _ PUNCT punct 4
        Auch auch ADV advmod 7
        Kiel _ PROPN nsubj 8
        tritt treten VERB root 0 VerbForm=Fin
        bei _ ADP compound 8""",
        names=[(1, 3, "ORG"), (6, 7, "LOC")],
    )
    assert slots(doc, "membership.join_verb")["organisation"] == ["Netzwerk Nordlicht"]


NOUN = """Die der DET det 2
    Gründung _ NOUN nsubj 7
    des der DET det 4
    {name} _ {tag} nmod 2 Case=Gen
    durch _ ADP case 6
    Kiel _ PROPN nmod 2
    freut freuen VERB root 0 VerbForm=Fin"""


def test_genitive_and_durch_of_a_nominalisation() -> None:
    doc = scene(NOUN.format(name="Nordbunds", tag="PROPN"), names=[(3, 4, "ORG"), (5, 6, "LOC")])
    assert slots(doc, "founding.found_noun") == {
        "organisation": ["Nordbund"],
        "founders": ["Kiel"],
        "places": [],
    }


def test_common_noun_for_an_organisation_fills_where_the_frame_allows_it() -> None:
    doc = scene(NOUN.format(name="Vereins", tag="NOUN"), names=[(5, 6, "LOC")])
    assert slots(doc, "founding.found_noun")["organisation"] == ["Verein"]


def test_noun_that_names_no_organisation_fills_nothing() -> None:
    doc = scene(NOUN.format(name="Glücks", tag="NOUN"), names=[(5, 6, "LOC")])
    assert slots(doc, "founding.found_noun")["organisation"] == []


def test_noun_inside_the_trigger_fills() -> None:
    doc = scene("Die _ DET det 2\nVereinsgründung _ NOUN nsubj 3\nfreut freuen VERB root 0")
    assert source(doc, 1, "compound") == ["Verein"]


LISTED = """Zwölf _ NUM nummod 2
    Mitglieder _ NOUN root 0
    {opener} _ {tag} dep 2
    Kiel _ PROPN dep 2
    , _ PUNCT punct 6
    Lübeck _ PROPN conj 4
    und _ CCONJ cc 8
    Husum _ PROPN conj 4"""
LISTED_NAMES = [(3, 4, "LOC"), (5, 6, "LOC"), (7, 8, "LOC")]


@pytest.mark.parametrize(
    ("opener", "tag"), [("–", "PUNCT"), (":", "PUNCT"), ("darunter", "ADV"), ("wie", "CCONJ")]
)
def test_list_behind_its_opener(opener: str, tag: str) -> None:
    doc = scene(LISTED.format(opener=opener, tag=tag), names=LISTED_NAMES)
    assert source(doc, 1, "listed") == ["Kiel", "Lübeck", "Husum"]


@pytest.mark.parametrize(("opener", "tag"), [("verließen", "VERB"), ("aus", "ADP")])
def test_names_behind_other_words_are_no_list(opener: str, tag: str) -> None:
    doc = scene(LISTED.format(opener=opener, tag=tag), names=LISTED_NAMES)
    assert source(doc, 1, "listed") == []


def test_predicate_of_members() -> None:
    doc = scene(
        """Mitglieder _ NOUN nsubj 3
        sind sein AUX cop 3
        Kiel _ PROPN root 0
        und _ CCONJ cc 5
        Husum _ PROPN conj 3""",
        names=[(2, 3, "LOC"), (4, 5, "LOC")],
    )
    assert source(doc, 0, "predicate_of") == ["Kiel", "Husum"]


REFLEXIVE = """Der der DET det 2
    Nordbund _ PROPN nsubj 5
    hat haben AUX aux 5 VerbForm=Fin
    {} _ PRON obj 5
    gegründet gründen VERB root 0 VerbForm=Part"""


def test_reflexive_subject_founds_itself() -> None:
    doc = scene(REFLEXIVE.format("sich"), names=[(1, 2, "ORG")])
    assert source(doc, 4, "reflexive_subject") == ["Nordbund"]
    doc = scene(REFLEXIVE.format("es"), names=[(1, 2, "ORG")])
    assert source(doc, 4, "reflexive_subject") == []


OPENS = """Die der DET det 2
    Filiale _ NOUN nsubj 3
    eröffnet eröffnen VERB root 0 VerbForm=Fin
    {}"""


def test_intransitive_subject_opens_itself_unless_it_opens_something() -> None:
    assert source(scene(OPENS.format("bald _ ADV advmod 3")), 2, "intransitive_subject")
    assert not source(scene(OPENS.format("Konten _ NOUN obj 3")), 2, "intransitive_subject")


PHRASE = """Kiel _ PROPN nsubj:pass 7
    wurde werden AUX aux 7 VerbForm=Fin
    bei _ ADP case 4
    Festen _ NOUN obl 7
    in _ ADP case 6
    Nordbund _ PROPN {relation}
    aufgenommen aufnehmen VERB root 0 VerbForm=Part"""


@pytest.mark.parametrize("relation", ["obl 7", "nmod 4"])
def test_prepositional_object_is_found_where_the_parser_hung_it(relation: str) -> None:
    doc = scene(PHRASE.format(relation=relation), names=[(0, 1, "LOC"), (5, 6, "ORG")])
    assert slots(doc, "membership.admit_verb") == {
        "members": ["Kiel"],
        "organisation": ["Nordbund"],
    }


def test_governor_lends_its_agent() -> None:
    doc = scene(
        """Kiel _ PROPN nsubj 2
        erklärt erklären VERB root 0 VerbForm=Fin
        den der DET det 4
        Beitritt _ NOUN obj 2
        zum zu ADP case 6
        Nordbund _ PROPN nmod 4""",
        names=[(0, 1, "LOC"), (5, 6, "ORG")],
    )
    assert slots(doc, "membership.join_noun") == {"members": ["Kiel"], "organisation": ["Nordbund"]}


def test_first_source_that_fills_wins_and_no_name_comes_twice() -> None:
    doc = scene(ACTIVE, names=[(0, 1, "LOC"), (2, 3, "LOC"), (5, 6, "ORG")])
    frame_slots: dict[str, Any] = {"s": ("dative", "object", "subject")}
    frame = Frame("t.t", "t", frozenset(), (), (), frozenset(), (), None, frame_slots, {}, {})
    filled = fill(Trigger(frame, doc[3]), Resolver(doc))
    assert [argument.name for argument in filled["s"]] == ["Nordbund"]
    assert source(doc, 3, "subject + agent") == ["Kiel", "Lübeck"]


def test_counted_towns_of_a_frame_are_those_listed_before() -> None:
    doc = scene(
        """Aue _ PROPN nsubj 4
        und _ CCONJ cc 3
        Bramme _ PROPN conj 1
        werben _ VERB root 0
        . _ PUNCT punct 4
        Von _ ADP case 9
        den der DET det 9
        zwei _ NUM nummod 9
        Gemeinden _ NOUN obl 12
        wurde werden AUX aux 12 Tense=Past|VerbForm=Fin
        Nordbund _ PROPN nsubj:pass 12
        gegründet gründen VERB root 0 VerbForm=Part""",
        names=[(0, 1, "LOC"), (2, 3, "LOC"), (10, 11, "ORG")],
    )
    assert slots(doc, "founding.found_verb")["founders"] == ["Aue", "Bramme"]
