"""Words that look like fillers and are none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.tokens import Doc
from tests.events.scenes import scene

from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.frames.kinds import PATTERNS, load_kind
from presselese.events.frames.no_fillers import (
    leave_out_no_fillers,
    leave_out_read,
    without_belonging,
    without_counts,
    without_groups_named,
    without_instigators,
    without_nested,
)

FOUNDED = """auf _ ADP case 2
    Anregung _ NOUN obl 7
    des _ DET det 4
    Wolf _ PROPN nmod 2
    von _ ADP case 6
    Kiel _ PROPN obl 7
    gegründet gründen VERB root 0"""
COUNTED = """386 _ NUM nummod 2
    Städte _ NOUN nsubj 6 Number=Plur
    und _ CCONJ cc 4
    Kreise _ NOUN conj 2 Number=Plur
    alle _ DET det 6
    Vereine _ NOUN root 0 Number=Plur"""
BRACKETS = """TU _ PROPN root 0
    Kaunas _ PROPN flat 1
    ( _ PUNCT punct 4
    Litauen _ PROPN appos 1
    ) _ PUNCT punct 4
    Orte _ NOUN dep 1
    ( _ PUNCT punct 8
    Aue _ PROPN appos 6
    ) _ PUNCT punct 8"""


def phrases(doc: Doc, *tokens: int) -> list[Argument]:
    resolver = Resolver(doc)
    return [found for i in tokens if (found := resolver.resolve(doc[i])) is not None]


def names(found: list[Argument]) -> list[str]:
    return [argument.name for argument in found]


def test_who_gave_the_idea_founds_nothing() -> None:
    doc = scene(FOUNDED, names=[(3, 4, "PER"), (5, 6, "LOC")])
    found = phrases(doc, 3, 5)
    assert names(without_instigators(doc, found, {"anregung"})) == ["Kiel"]
    assert names(without_instigators(doc, found, {"wunsch"})) == ["Wolf", "Kiel"]


def test_initiative_that_is_founded_is_nobody_s_idea() -> None:
    """ "Die Initiative wurde von Kiel gegründet", though the tree hangs Kiel on the initiative."""
    doc = scene(
        """Die _ DET det 2
        Initiative _ NOUN nsubj 6
        wurde _ AUX aux 6
        von _ ADP case 5
        Kiel _ PROPN nmod 2
        gegründet gründen VERB root 0""",
        names=[(4, 5, "LOC")],
    )
    assert names(without_instigators(doc, phrases(doc, 4), {"initiative"})) == ["Kiel"]


def test_who_looks_on_founds_nothing() -> None:
    """In Anwesenheit des Ministers Roth, im Beisein von Landrat Wolf."""
    kind = load_kind(PATTERNS / "founding.yaml")
    for word in ("Anwesenheit", "Beisein", "Gegenwart"):
        rows = FOUNDED.replace("auf", "in").replace("Anregung", word)
        doc = scene(rows, names=[(3, 4, "PER"), (5, 6, "LOC")])
        slots = {slot: [] for slot in (*kind.many, *kind.one)} | {"founders": phrases(doc, 3, 5)}
        leave_out_no_fillers(doc, slots, kind)
        assert names(slots["founders"]) == ["Kiel"]


def test_numbers_of_something_are_left_out_with_all_of_their_list() -> None:
    doc = scene(COUNTED)
    assert names(without_counts(doc, phrases(doc, 1, 3, 5))) == ["Vereine"]


def test_more_of_something_is_a_mere_number() -> None:
    doc = scene(
        """mehr _ DET det 2
        Betriebe _ NOUN root 0 Number=Plur"""
    )
    assert names(without_counts(doc, phrases(doc, 1))) == []


def test_counted_name_stays() -> None:
    doc = scene(COUNTED, names=[(1, 2, "ORG")])
    assert "Städte" in names(without_counts(doc, phrases(doc, 1)))


def test_what_something_is_founded_as_is_not_founded() -> None:
    doc = scene(
        """Büro _ NOUN nsubj 7
        wurde _ AUX aux 7
        als _ ADP case 4
        Außenstelle _ NOUN obl 7
        der _ DET det 6
        AHK _ PROPN nmod 4
        gegründet gründen VERB root 0""",
        names=[(5, 6, "ORG")],
    )
    slots = {"organisation": [(argument, 0.9) for argument in phrases(doc, 0, 5)]}
    assert names([argument for argument, _ in slots["organisation"]]) == ["Büro", "AHK"]
    leave_out_read(doc, slots, load_kind(PATTERNS / "founding.yaml"))
    assert names([argument for argument, _ in slots["organisation"]]) == ["Büro"]


@pytest.mark.parametrize(("shown", "founders"), [({"Mitglieder"}, ["Mitglieder"]), (set(), [])])
def test_members_found_where_the_clause_says_so(shown: set[str], founders: list[str]) -> None:
    """Von 83 Mitgliedern gegründet; but "die Mitglieder" of a body are not who founded it."""
    doc = scene("83 _ NUM nummod 2\nMitglieder _ NOUN nsubj 3\ngründen gründen VERB root 0")
    slots = {"founders": phrases(doc, 1), "places": [], "organisation": []}
    slots["founders"] = [replace(a, name="Mitglieder") for a in slots["founders"]]
    leave_out_no_fillers(doc, slots, load_kind(PATTERNS / "founding.yaml"), shown)
    assert names(slots["founders"]) == founders


def test_who_another_only_belongs_to_is_left_out() -> None:
    doc = scene(
        """Nordwerk _ PROPN root 0
        , _ PUNCT punct 4
        eine ein DET det 4
        Tochter _ NOUN appos 1
        der der DET det 6 Case=Gen
        Nordbank _ PROPN nmod 4 Case=Gen
        und _ CCONJ cc 8
        Südwerk _ PROPN conj 1""",
        names=[(0, 1, "ORG"), (5, 6, "ORG"), (7, 8, "ORG")],
    )
    found = phrases(doc, 0, 5, 7)
    assert names(without_belonging(doc, found)) == ["Nordwerk", "Südwerk"]
    assert names(without_belonging(doc, found[1:])) == ["Nordbank", "Südwerk"]


def test_plural_that_several_names_spell_out_fills_nothing() -> None:
    doc = scene(
        """Städte _ NOUN root 0 Number=Plur
        Aue _ PROPN root 0
        Celle _ PROPN root 0
        Verein _ NOUN root 0 Number=Sing""",
        names=[(1, 2, "LOC"), (2, 3, "LOC")],
    )
    assert names(without_groups_named(doc, phrases(doc, 0, 1, 2, 3))) == ["Aue", "Celle", "Verein"]
    assert names(without_groups_named(doc, phrases(doc, 0, 1))) == ["Städte", "Aue"]


SWALLOWED_AGENT = """auf _ ADP case 2
    Anregung _ NOUN obl 7
    des _ DET det 4
    Wolf _ PROPN nmod 2
    von _ ADP case 6
    Kiel _ PROPN nmod {head}
    gegründet gründen VERB root 0"""


@pytest.mark.parametrize(("head", "founders"), [(4, ["Kiel"]), (2, [])])
def test_agent_that_hangs_on_who_gave_the_idea_still_founds(head: int, founders: list[str]) -> None:
    doc = scene(SWALLOWED_AGENT.format(head=head), names=[(3, 4, "PER"), (5, 6, "LOC")])
    assert names(without_instigators(doc, phrases(doc, 3, 5), {"anregung"})) == founders


def test_name_inside_a_filler_is_no_further_one() -> None:
    doc = scene(BRACKETS, names=[(0, 2, "ORG"), (3, 4, "LOC"), (7, 8, "LOC")])
    whole, inside, apart = phrases(doc, 0, 3, 7)
    whole = replace(whole, end_char=inside.end_char)
    assert without_nested([whole, inside, apart]) == [whole, apart]
    taken_up = replace(inside, start_char=0, end_char=2, noun="TU")
    assert without_nested([whole, taken_up]) == [whole, taken_up]


@pytest.mark.parametrize(
    ("noun", "founders"), [("Gründungsmitglieder", []), ("Winzer", ["Winzer"])]
)
def test_founding_members_found_nothing_by_themselves(noun: str, founders: list[str]) -> None:
    kind = load_kind(PATTERNS / "founding.yaml")
    doc = scene(f"{noun} _ NOUN root 0 Number=Plur")
    slots = {"founders": phrases(doc, 0), "places": [], "organisation": []}
    leave_out_no_fillers(doc, slots, kind)
    assert names(slots["founders"]) == founders


def test_firms_do_not_spell_out_towns() -> None:
    rows = """Nordwerk _ PROPN root 0
        Südwerk _ PROPN root 0
        Talgemeinden _ NOUN root 0 Number=Plur"""
    for label, left in (("ORG", ["Nordwerk", "Südwerk", "Talgemeinden"]), ("LOC", None)):
        doc = scene(rows, names=[(0, 1, label), (1, 2, label)])
        found = names(without_groups_named(doc, phrases(doc, 0, 1, 2)))
        assert found == (left or ["Nordwerk", "Südwerk"])


@pytest.mark.parametrize(("article", "kept"), [("die", ["Seegemeinden"]), ("", [])])
def test_known_towns_are_no_mere_number(article: str, kept: list[str]) -> None:
    """ "Ausgetreten sind die fünf Seegemeinden", unlike "fünf Seegemeinden"."""
    rows = """{article}fünf _ NUM nummod {noun}
        Seegemeinden _ NOUN root 0 Number=Plur"""
    given = "die der DET det 3 Definite=Def\n" if article else ""
    doc = scene(rows.format(article=given, noun=3 if article else 2))
    found = names(without_counts(doc, phrases(doc, len(doc) - 1)))
    assert [name.split()[-1] for name in found] == kept
