"""Delegations on hand-built Docs: who is a group, who goes where, who leads and who receives."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.actors.flat import flat
from tests.events.scenes import date, figure, scene

from presselese.actors.travel_nouns import noun_kind
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.trips.parties import people_met
from presselese.events.trips.places import is_no_goal, names_goal
from presselese.events.trips.scene import is_group_of_people
from presselese.events.trips.tellings import delegation_tellings, is_definite, is_handing_over


def tellings(doc: Doc) -> list[Telling]:
    return list(delegation_tellings(doc, Resolver(doc)))


def names(telling: Telling, slot: str) -> list[str]:
    return [argument.name for argument in telling.slots[slot]]


TRAVELS = """Eine ein DET det 2 Definite=Ind
    Wirtschaftsdelegation _ NOUN nsubj 5
    aus _ ADP case 4
    Kiel _ PROPN nmod 2
    reiste reisen VERB root 0 Tense=Past|VerbForm=Fin
    nach _ ADP case 7
    Hefei _ PROPN obl 5
    und _ CCONJ cc 9
    Shanghai _ PROPN conj 7"""
TRAVEL_NAMES = [(3, 4, "LOC"), (6, 7, "LOC"), (8, 9, "LOC")]


def test_group_goes_from_origin_to_all_destinations() -> None:
    (telling,) = tellings(scene(TRAVELS, names=TRAVEL_NAMES))
    assert names(telling, "origins") == ["Kiel"]
    assert names(telling, "destinations") == ["Hefei", "Shanghai"]
    assert (telling.status, telling.rule) == ("done", "delegation.group_noun")
    assert telling.trigger.text == "Wirtschaftsdelegation"


def test_definite_group_is_spoken_of_as_known() -> None:
    (new,) = tellings(scene(TRAVELS, names=TRAVEL_NAMES))
    known_rows = TRAVELS.replace(
        "Eine ein DET det 2 Definite=Ind", "Die der DET det 2 Definite=Def"
    )
    (known,) = tellings(scene(known_rows, names=TRAVEL_NAMES))
    assert (new.is_definite, known.is_definite) == (False, True)


@pytest.mark.parametrize(
    ("before", "label", "is_known"),
    [("_", "PER", True), ("ein", "PER", False), ("_", "LOC", False)],
)
def test_title_before_a_name_is_spoken_of_as_known(before: str, label: str, is_known: bool) -> None:
    """Teilnehmer Jan Kolbe war zufrieden."""
    first = "Auch _ ADV advmod 4" if before == "_" else "Ein ein DET det 2 Definite=Ind"
    doc = scene(
        f"""{first}
        Teilnehmer _ NOUN nsubj 4
        Kolbe _ PROPN appos 2
        zufrieden _ ADJ root 0""",
        names=[(2, 3, label)],
    )
    assert is_definite(doc[1]) is is_known


def test_span_of_dates_gives_start_and_end() -> None:
    doc = scene(TRAVELS, names=TRAVEL_NAMES)
    doc._.presselese_dates = [date(doc, "reiste", "2008-06-08/2008-06-13")]
    (telling,) = tellings(doc)
    assert (telling.values["start"], telling.values["end"]) == ("2008-06-08", "2008-06-13")


@pytest.mark.parametrize(("noun", "start"), [("Technikum", None), ("Gruppe", "2011")])
def test_date_of_a_house_is_none_of_the_trip(noun: str, start: str | None) -> None:
    rows = f"""{TRAVELS}
    , _ PUNCT punct 14
    ins in ADP case 14
    2011 _ NUM obl 13
    entstandene entstehen ADJ amod 14
    {noun} _ NOUN obl 5"""
    doc = scene(rows, names=TRAVEL_NAMES)
    doc._.presselese_dates = [date(doc, "2011", "2011")]
    assert tellings(doc)[0].values["start"] == start


GEORGIANS = """Eine ein DET det 2 Definite=Ind
    Gruppe _ NOUN nsubj 5
    georgischer _ ADJ amod 4
    {noun} _ NOUN nmod 2 Case=Gen
    besuchte besuchen VERB root 0 Tense=Past|VerbForm=Fin
    Kiel _ PROPN obj 5
    . . PUNCT punct 5
    Georgien _ PROPN nsubj 9
    dankte danken VERB root 0 Tense=Past|VerbForm=Fin"""


@pytest.mark.parametrize(
    ("noun", "names_of", "origins"),
    [
        ("Winzer", [(5, 6, "LOC"), (7, 8, "LOC")], ["Georgien"]),
        # Not of a body, whose name says it.
        ("Weinbund", [(3, 4, "ORG"), (5, 6, "LOC"), (7, 8, "LOC")], ["Weinbund"]),
    ],
)
def test_group_comes_from_where_its_people_are_from(
    noun: str, names_of: list[tuple[int, int, str]], origins: list[str]
) -> None:
    telling = tellings(scene(GEORGIANS.format(noun=noun), names=names_of))[0]
    assert [o for o in names(telling, "origins") if "Winzer" not in o] == origins


@pytest.mark.parametrize(
    ("before", "origins"),
    [
        ("eine/DET chinesische/ADJ", ["China"]),
        ("eine/DET chinesische/ADJ Regierungs-/NOUN und/CCONJ", ["China"]),
        ("eine/DET chinesische/ADJ ,/PUNCT siebenköpfige/ADJ", ["China"]),
        # Another noun's.
        ("der/DET chinesischen/ADJ Stadt/NOUN eine/DET", []),
        ("den/DET chinesischen/ADJ Gastgebern/NOUN gefiel/VERB die/DET", []),
        ("chinesischen/ADJ Gastgebern/NOUN angekündigte/ADJ", []),
    ],
)
def test_country_s_adjective_says_where_its_own_noun_is_from(
    before: str, origins: list[str]
) -> None:
    words = [word.split("/") for word in before.split()]
    last = len(words) + 2
    rows = ["China _ PROPN dep 2", f"kennt kennen VERB dep {last + 1}"]
    rows += [f"{text} _ {tag} dep {last}" for text, tag in words]
    rows += [f"Delegation _ NOUN nsubj {last + 2}", "reist reisen VERB root 0 VerbForm=Fin"]
    doc = scene("\n".join(rows), names=[(0, 1, "LOC")])
    (telling,) = tellings(doc)
    assert names(telling, "origins") == origins


def test_size_is_the_figure_that_counts_travellers() -> None:
    doc = scene(TRAVELS, names=TRAVEL_NAMES)
    doc._.presselese_figures = [figure(doc, "Wirtschaftsdelegation", "14", "Wirtschaftsdelegation")]
    assert tellings(doc)[0].values["size"] == {"value": 14, "modifier": None, "ref": "fig_1"}
    doc._.presselese_figures = [figure(doc, "Wirtschaftsdelegation", "14", "Tage")]
    assert tellings(doc)[0].values["size"] is None


NO_DELEGATION = [
    # an office abroad
    "Die/DET Delegation/NOUN der/DET Deutschen/ADJ Wirtschaft/NOUN zieht/VERB um/ADP",
    # handing over
    "Die/DET Delegation/NOUN von/ADP Aufgaben/NOUN gelingt/VERB",
    "Die/DET Delegation/NOUN von/ADP Entscheidungsbefugnissen/NOUN gelingt/VERB",
    # people at home
    "Die/DET Bürgermeister/NOUN/Number=Plur tagen/VERB",
    "Die/DET Mannschaft/NOUN reist/VERB nach/ADP Polen/PROPN",
]


@pytest.mark.parametrize("tagged", NO_DELEGATION)
def test_other_sentence_tells_of_no_delegation(tagged: str) -> None:
    rows = flat(tagged)
    assert tellings(rows) == []


@pytest.mark.parametrize("body", ["Rechtsausschusses", "Arbeitskreises", "Kompetenzzentrums"])
def test_body_whose_name_begins_like_a_task_may_send_a_group(body: str) -> None:
    doc = flat(f"Eine/DET Delegation/NOUN des/DET {body}/NOUN reist/VERB")
    assert not is_handing_over(doc[1])


@pytest.mark.parametrize(("kind", "count"), [("boilerplate", 1), ("contact", 0)])
def test_self_portrait_tells_what_it_says_and_contact_block_nothing(kind: str, count: int) -> None:
    zones = [{"kind": kind, "start_char": 0, "end_char": 99}]
    assert len(tellings(scene(TRAVELS, names=TRAVEL_NAMES, zones=zones))) == count


LEADERS = [
    # unter Leitung von X
    """Die der DET det 2 Definite=Def
    Delegation _ NOUN nsubj 3
    reiste reisen VERB root 0 Tense=Past|VerbForm=Fin
    unter _ ADP case 5
    Leitung _ NOUN obl 3
    von _ ADP case 7
    {name} _ PROPN nmod 5
    nach _ ADP case 9
    Hefei _ PROPN obl 3""",
    # geleitet von X
    """Die der DET det 2 Definite=Def
    Delegation _ NOUN nsubj:pass 6
    wurde werden AUX aux 6 Tense=Past|VerbForm=Fin
    nach _ ADP case 5
    Hefei _ PROPN obl 6
    geleitet leiten VERB root 0 VerbForm=Part
    von _ ADP case 8
    {name} _ PROPN obl 6""",
    # X leitete die Delegation nach
    """{name} _ PROPN nsubj 2
    leitete leiten VERB root 0 Tense=Past|VerbForm=Fin
    die der DET det 4 Definite=Def
    Delegation _ NOUN obj 2
    nach _ ADP case 6
    Hefei _ PROPN nmod 4""",
]


@pytest.mark.parametrize("rows", LEADERS)
def test_leader_is_read(rows: str) -> None:
    words = [line.split()[0] for line in rows.format(name="Roth").splitlines()]
    person, place = words.index("Roth"), words.index("Hefei")
    doc = scene(
        rows.format(name="Roth"),
        names=sorted([(person, person + 1, "PER"), (place, place + 1, "LOC")]),
    )
    (telling,) = tellings(doc)
    assert names(telling, "leaders") == ["Roth"]
    assert names(telling, "destinations") == ["Hefei"]


def test_who_receives_the_group_is_host() -> None:
    doc = scene(
        """Roth _ PROPN nsubj 2
        empfing empfangen VERB root 0 Tense=Past|VerbForm=Fin
        eine ein DET det 4 Definite=Ind
        Delegation _ NOUN obj 2
        aus _ ADP case 6
        Hefei _ PROPN nmod 4""",
        names=[(0, 1, "PER"), (5, 6, "LOC")],
    )
    (telling,) = tellings(doc)
    assert (names(telling, "hosts"), names(telling, "origins")) == (["Roth"], ["Hefei"])
    assert names(telling, "leaders") == []


PASSIVE = """Begrüßt begrüßen VERB root 0 VerbForm=Part
    wurde werden AUX aux 1 Tense=Past|VerbForm=Fin
    die der DET det 4
    Delegation _ NOUN nsubj:pass 1
    im in ADP case 6
    Saal _ NOUN obl 1
    von _ ADP case 8
    {office} _ NOUN nmod 6
    Roth _ PROPN {relation}
    und _ CCONJ cc 11
    Wolf _ PROPN conj 9"""


@pytest.mark.parametrize(
    ("office", "relation"), [("Landrätin", "appos 8"), ("Oberverwaltungsrätin", "appos 6")]
)
def test_who_receives_is_read_where_the_tree_hangs_it_elsewhere(office: str, relation: str) -> None:
    rows = PASSIVE.format(office=office, relation=relation)
    telling = tellings(scene(rows, names=[(8, 9, "PER"), (10, 11, "PER")]))[0]
    assert names(telling, "hosts") == ["Roth", "Wolf"]


def test_later_sentence_about_the_trip_continues_it() -> None:
    doc = scene(
        TRAVELS
        + """
        . _ PUNCT punct 5
        Die der DET det 12 Definite=Def
        Reise _ NOUN nsubj 13
        führte führen VERB root 0 Tense=Past|VerbForm=Fin
        weiter _ ADV advmod 13
        nach _ ADP case 16
        Peking _ PROPN obl 13""",
        names=[*TRAVEL_NAMES, (15, 16, "LOC")],
    )
    assert [telling.is_new for telling in tellings(doc)] == [True, False]


@pytest.mark.parametrize(("what", "is_known"), [("Angeführt", True), ("Mitgereist", False)])
def test_what_a_group_undergoes_is_told_of_the_known_one(what: str, is_known: bool) -> None:
    doc = scene(
        TRAVELS
        + f"""
        . _ PUNCT punct 5
        {what} _ VERB root 0 VerbForm=Part
        wird werden AUX aux 11 VerbForm=Fin
        die der DET det 14 Definite=Def
        Truppe _ NOUN nsubj:pass 11
        immer _ ADV advmod 11
        wieder _ ADV advmod 11
        von von ADP case 18
        Roth _ PROPN obl:agent 11""",
        names=[*TRAVEL_NAMES, (17, 18, "PER")],
    )
    later = [telling for telling in tellings(doc) if not telling.is_new]
    assert [telling.is_definite for telling in later] == [is_known]


def test_journey_alone_opens_nothing() -> None:
    doc = scene(
        """Die der DET det 2 Definite=Def
        Reise _ NOUN nsubj 3
        führte führen VERB root 0 Tense=Past|VerbForm=Fin
        nach _ ADP case 5
        Peking _ PROPN obl 3""",
        names=[(4, 5, "LOC")],
    )
    assert tellings(doc) == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Delegation", "group"),
        ("Handelsdelegation", "group"),
        ("Abordnung", "group"),
        ("Delegationsreise", "trip"),
        ("Reise", "journey"),
        ("Unternehmer", "people"),
        ("Verein", None),
        ("delegation", None),
    ],
)
def test_noun_has_its_kind(word: str, kind: str | None) -> None:
    assert noun_kind(flat(f"{word}/NOUN")[0]) == kind


@pytest.mark.parametrize(
    ("tagged", "is_group"),
    [
        ("Unternehmer/NOUN/Number=Plur", True),
        ("Unternehmer/NOUN/Number=Sing", False),
        ("Landräte/NOUN/Number=Plur", True),
        ("Züge/NOUN/Number=Plur", False),
        ("Abordnung/NOUN/Number=Sing", True),
    ],
)
def test_several_people_are_a_group_and_one_is_none(tagged: str, is_group: bool) -> None:
    assert is_group_of_people(flat(tagged)[0]) is is_group


def test_all_whom_the_participle_names_lead() -> None:
    doc = scene(
        """Die der DET det 2 Definite=Def
        Delegation _ NOUN nsubj:pass 9
        wurde werden AUX aux 9 Tense=Past|VerbForm=Fin
        von _ ADP case 5
        Roth _ PROPN obl 9
        und _ CCONJ cc 8
        Präsident _ NOUN dep 8
        Wolf _ PROPN conj 5
        geleitet leiten VERB root 0 VerbForm=Part
        nach _ ADP case 11
        Hefei _ PROPN obl 9""",
        names=[(4, 5, "PER"), (7, 8, "PER"), (10, 11, "LOC")],
    )
    (telling,) = tellings(doc)
    assert names(telling, "leaders") == ["Roth", "Wolf"]


def test_who_leads_a_bureau_leads_no_trip() -> None:
    rows = f"""{TRAVELS}
    . . PUNCT punct 5
    Das der DET det 12
    Büro _ NOUN nsubj:pass 16
    wird werden AUX aux 16 VerbForm=Fin
    von _ ADP case 15
    Wolf _ PROPN obl 16
    geleitet leiten VERB root 0 VerbForm=Part"""
    doc = scene(rows, names=[*TRAVEL_NAMES, (14, 15, "PER")])
    assert all(names(telling, "leaders") == [] for telling in tellings(doc))


def test_trip_that_others_know_is_gone_on_about() -> None:
    doc = scene(
        """14 _ NUM nummod 2
        Junioren _ NOUN nsubj 3 Number=Plur
        weilten weilen VERB root 0 VerbForm=Fin
        dort _ ADV advmod 3
        . . PUNCT punct 3
        Roth _ PROPN nsubj 7
        leitete leiten VERB root 0 Tense=Past|VerbForm=Fin
        die der DET det 9 Definite=Def
        Gruppe _ NOUN obj 7""",
        names=[(5, 6, "PER")],
    )
    resolver = Resolver(doc)
    assert list(delegation_tellings(doc, resolver)) == []
    (telling,) = delegation_tellings(doc, resolver, {0})
    assert (names(telling, "leaders"), telling.is_new) == (["Roth"], False)


MEETS = """In _ ADP case 2
    Aue _ PROPN obl 3
    trifft treffen VERB root 0 VerbForm=Fin
    die _ DET det 5
    Delegation _ NOUN nsubj 3
    Landrätin _ NOUN {relation} 3
    Roth _ PROPN appos 6"""


@pytest.mark.parametrize("relation", ["obj", "nsubj"])
def test_who_is_met_is_known(relation: str) -> None:
    doc = scene(MEETS.format(relation=relation), names=[(1, 2, "LOC"), (6, 7, "PER")])
    assert people_met(doc, Resolver(doc)) == {doc._.presselese_people[0]["id"]}


def test_who_meets_is_not_met() -> None:
    doc = scene(
        "Roth _ PROPN nsubj 2\ntrifft treffen VERB root 0\nGäste _ NOUN obj 2",
        names=[(0, 1, "PER")],
    )
    assert people_met(doc, Resolver(doc)) == set()


TALKS = """Geplant planen VERB root 0
    sind _ AUX aux 1
    Unterredungen Unterredung NOUN nsubj 1
    mit _ ADP case 5
    Minister _ NOUN nmod 3
    Roth _ PROPN appos 5
    und _ CCONJ cc 8
    Ministerin _ NOUN conj 5
    Wolf _ PROPN appos 8"""
PARTNERS = """Gesprächspartner _ NOUN {subject} {head}
    war _ AUX cop 3
    Minister _ NOUN {other} {root}
    Roth _ PROPN appos 3"""


def test_talks_are_with_all_of_a_list() -> None:
    doc = scene(TALKS, names=[(5, 6, "PER"), (8, 9, "PER")])
    people = {person["id"] for person in doc._.presselese_people}
    assert people_met(doc, Resolver(doc)) == people
    assert len(people) == 2


@pytest.mark.parametrize(
    "tree",
    [
        {"subject": "nsubj", "head": 3, "other": "root", "root": 0},
        {"subject": "root", "head": 0, "other": "nsubj", "root": 1},
    ],
)
def test_partner_of_talks_is_met_whichever_is_the_subject(tree: dict[str, object]) -> None:
    doc = scene(PARTNERS.format(**tree), names=[(3, 4, "PER")])
    assert people_met(doc, Resolver(doc)) == {doc._.presselese_people[0]["id"]}


def test_name_behind_a_further_preposition_is_no_origin() -> None:
    doc = scene(
        """Sie _ PRON nsubj 2
        kam kommen VERB root 0 VerbForm=Fin
        mit _ ADP case 5
        einer _ DET det 5
        Delegation _ NOUN obl 2
        aus _ ADP case 8
        ihrem _ DET det 8
        Haus _ NOUN obl 2
        nach _ ADP case 10
        Potsdam _ PROPN obl 2""",
        names=[(9, 10, "LOC")],
    )
    (telling,) = delegation_tellings(doc, Resolver(doc))
    assert names(telling, "origins") == []
    assert names(telling, "destinations") == ["Potsdam"]


@pytest.mark.parametrize(
    ("rows", "goals"),
    [
        ("besuchte besuchen VERB root 0 Tense=Past|VerbForm=Fin\n{goal} _ PROPN obj 3", ["Hefei"]),
        ("besuchte besuchen VERB root 0 Tense=Past|VerbForm=Fin\n{house} _ PROPN obj 3", []),
        (
            "zurückreiste zurückreisen VERB root 0 Tense=Past|VerbForm=Fin\n"
            "nach _ ADP case 5\n{goal} _ PROPN obl 3",
            [],
        ),
    ],
)
def test_houses_and_the_way_home_are_no_goals(rows: str, goals: list[str]) -> None:
    text = rows.format(goal="Hefei", house="Stadtmuseum")
    doc = scene(
        f"""Eine ein DET det 2 Definite=Ind
        Delegation _ NOUN nsubj 3
        {text}""",
        names=[(text.count("\n") + 2, text.count("\n") + 3, "LOC")],
    )
    (telling,) = tellings(doc)
    assert names(telling, "destinations") == goals


@pytest.mark.parametrize(
    "phrase",
    [
        "an _ ADP case 5\ndem der DET det 5\nBodensee _ PROPN nmod 2",
        "nahe _ ADV advmod 5\nam _ ADP case 5\nBodensee _ PROPN nmod 2",
        "zwischen _ ADP case 4\nLippe _ PROPN nmod 2\nEms _ PROPN conj 4",
    ],
)
def test_waters_and_what_a_region_lies_between_are_no_goals(phrase: str) -> None:
    doc = scene(f"zu _ ADP case 2\nGast _ NOUN root 0\n{phrase}", names=[(4, 5, "LOC")])
    place = Resolver(doc).name_at(doc[4])
    assert place is not None
    assert is_no_goal(place, doc)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("in _ ADP case 4\ndie der DET det 4\nSchweiz _ PROPN nmod 2", True),
        ("der der DET det 4\nKammer _ NOUN nmod 2\nSchweiz _ PROPN nmod 2", False),
    ],
)
def test_a_trip_may_say_itself_where_it_goes(phrase: str, expected: bool) -> None:
    doc = scene(f"Die der DET det 2\nDelegation _ NOUN root 0\n{phrase}", names=[(4, 5, "LOC")])
    place = Resolver(doc).name_at(doc[4])
    assert place is not None
    (telling,) = tellings(doc)
    telling.slots["destinations"] = [place]
    assert names_goal(telling) is expected


def test_town_that_invites_is_goal_and_host() -> None:
    doc = scene(
        """Eine ein DET det 2 Definite=Ind
        Delegation _ NOUN nsubj 3
        besuchte besuchen VERB root 0 Tense=Past|VerbForm=Fin
        Kiel _ PROPN obj 3
        auf _ ADP case 6
        Einladung _ NOUN obl 3
        der der DET det 8
        Stadt _ NOUN nmod 6 Case=Gen
        Kiel _ PROPN appos 8""",
        names=[(3, 4, "LOC"), (8, 9, "LOC")],
    )
    (telling,) = tellings(doc)
    assert names(telling, "destinations") == names(telling, "hosts") == ["Kiel"]


def test_town_that_is_looked_at_is_a_goal() -> None:
    doc = scene(
        """Die der DET det 2
        Delegation _ NOUN nsubj 3
        besichtigte besichtigen VERB root 0 Tense=Past|VerbForm=Fin
        Kiel _ PROPN obj 3""",
        names=[(3, 4, "LOC")],
    )
    (telling,) = tellings(doc)
    assert names(telling, "destinations") == ["Kiel"]
