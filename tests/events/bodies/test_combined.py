"""What the frames find and what the heads read become one telling."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from spacy.tokens import Doc
from tests.events.heads.test_readings import told
from tests.events.heads.test_readings import told_field as told_field
from tests.events.scenes import date, scene

from presselese.events.bodies.combined import _likeliest, combine_framed
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.frames.kinds import PATTERNS, load_kind
from presselese.events.frames.tellings import framed_tellings
from presselese.events.heads.readings import TOLD, readings
from presselese.events.trips.combined import _is_no_partner, combine_trips
from presselese.events.trips.tellings import delegation_tellings

MEMBERSHIP = load_kind(PATTERNS / "membership.yaml")
JOINS = """Kiel _ PROPN nsubj 5
    ist sein AUX aux 5 VerbForm=Fin
    dem der DET det 4
    Nordbund _ PROPN obl 5 Case=Dat
    {verb} {lemma} VERB root 0 VerbForm=Part"""
NAMES = [(0, 1, "LOC"), (3, 4, "ORG")]
ROLES = [(0, "member", 0.97), (3, "organisation", 0.97)]


def combined(doc: Doc, *marks: Any) -> list[Telling]:
    doc._.set(TOLD, list(marks))
    resolver = Resolver(doc)
    read = list(readings(doc, resolver))
    return combine_framed(framed_tellings(doc, MEMBERSHIP, resolver), read, MEMBERSHIP, resolver)


def joined() -> Doc:
    return scene(JOINS.format(verb="beigetreten", lemma="beitreten"), names=NAMES)


def unusual() -> Doc:
    return scene(JOINS.format(verb="zugeflogen", lemma="zufliegen"), names=NAMES)


def test_frame_and_reading_of_one_word_are_one_telling_with_the_frames_rule() -> None:
    (telling,) = combined(joined(), told(4, "joins", *ROLES))
    assert (telling.rule, telling.read_score) == ("membership.join_verb", 0.99)


def test_sure_reading_tells_alone() -> None:
    (telling,) = combined(unusual(), told(4, "joins", *ROLES))
    assert telling.rule == "membership.read"
    assert [a.name for a in telling.slots["members"]] == ["Kiel"]
    assert [a.name for a in telling.slots["organisation"]] == ["Nordbund"]


def test_core_of_a_telling_is_as_sure_as_its_least_sure_slot() -> None:
    roles = [(0, "member", 0.97), (3, "organisation", 0.8)]
    (telling,) = combined(unusual(), told(4, "joins", *roles))
    assert telling.core_score == pytest.approx(0.8)


def test_name_that_is_read_goes_before_a_noun_of_the_frame() -> None:
    doc = scene(JOINS.format(verb="beigetreten", lemma="beitreten"), names=[(0, 1, "LOC")])
    resolver = Resolver(doc)
    noun = resolver.resolve(doc[3])
    assert noun is not None
    name = Argument("ORG", "org_1", "Nordbund", 0, 4)
    doc._.set(TOLD, [told(4, "joins", (3, "organisation", 0.9))])
    (reading,) = readings(doc, resolver)
    assert _likeliest([noun], reading, "organisation") == [noun]
    reading.slots["organisation"] = [(name, 0.7)]
    reading.parts["organisation"][0] = 0.7
    assert _likeliest([noun], reading, "organisation") == [noun]
    reading.parts["organisation"][3] = 0.5
    assert _likeliest([noun], reading, "organisation") == [name]


def test_name_inside_a_frames_phrase_does_not_take_its_place() -> None:
    """Founded is "eine Delegation der Deutschen Wirtschaft", not "Deutsche Wirtschaft"."""
    doc = scene(JOINS.format(verb="beigetreten", lemma="beitreten"), names=NAMES)
    phrase = Argument("NP", None, "Delegation der Wirtschaft", 0, 20, "Delegation")
    name = Argument("ORG", "org_1", "Wirtschaft", 11, 20)
    doc._.set(TOLD, [told(4, "joins", *ROLES)])
    (reading,) = readings(doc, Resolver(doc))
    reading.slots["organisation"] = [(name, 0.99)]
    assert _likeliest([phrase], reading, "organisation") == [phrase]
    assert _likeliest([], reading, "organisation") == [name]


def test_heads_decide_which_body_a_frames_noun_means() -> None:
    """Of two firms named before, "die GmbH" is the one whose name the heads read for the part."""
    doc = scene(JOINS.format(verb="beigetreten", lemma="beitreten"), names=NAMES)
    framed = Argument("ORG", "org_1", "Rettungs-GmbH", 13, 21, "GmbH")
    read = Argument("ORG", "org_2", "Touristik GmbH", 13, 21, "GmbH")
    doc._.set(TOLD, [told(4, "joins", *ROLES)])
    (reading,) = readings(doc, Resolver(doc))
    reading.slots["organisation"] = [(read, 0.99)]
    assert _likeliest([framed], reading, "organisation") == [read]
    reading.slots["organisation"] = [(replace(read, start_char=0, end_char=4), 0.5)]
    assert _likeliest([framed], reading, "organisation") == [framed]
    reading.slots["organisation"] = [(replace(read, ref=None), 0.99)]
    assert _likeliest([framed], reading, "organisation") == [framed]


def test_who_joins_by_the_clause_does_however_the_heads_doubt() -> None:
    """Delta, die dem Nordbund angehört: whom they read elsewhere stands beside, not instead."""
    rows = JOINS.format(verb="beigetreten", lemma="beitreten") + "\n Lübeck _ PROPN dep 5"
    doc = scene(rows, names=[*NAMES, (5, 6, "LOC")])
    roles = [(0, "member", 0.05), (5, "member", 0.97), (3, "organisation", 0.97)]
    (telling,) = combined(doc, told(4, "joins", *roles))
    assert [a.name for a in telling.slots["members"]] == ["Kiel", "Lübeck"]


@pytest.mark.parametrize("missing", ["member"])
def test_reading_without_its_core_tells_nothing(missing: str) -> None:
    roles = [role for role in ROLES if role[1] != missing]
    assert combined(unusual(), told(4, "joins", *roles)) == []


@pytest.mark.parametrize(
    ("verb", "lemma"), [("zugeflogen", "zufliegen"), ("beigetreten", "beitreten")]
)
def test_town_is_joined_neither_by_a_reading_alone_nor_by_a_frame(verb: str, lemma: str) -> None:
    rows = JOINS.format(verb=verb, lemma=lemma).replace("Nordbund", "Bremen")
    doc = scene(rows, names=[(0, 1, "LOC"), (3, 4, "LOC")])
    assert combined(doc, told(4, "joins", *ROLES)) == []


def test_faint_reading_tells_nothing_alone() -> None:
    assert combined(unusual(), told(4, "joins", *ROLES, score=0.2)) == []


def test_how_likely_the_heads_find_a_frames_telling_is_kept_with_it() -> None:
    (telling,) = combined(joined())
    assert telling.read_score == 0.0
    (telling,) = combined(joined(), told(2, "joins", score=0.3))
    assert telling.read_score == 0.3


def test_grammar_says_that_what_is_decided_is_planned() -> None:
    doc = scene(
        """Kiel _ PROPN nsubj 2
        beschloss beschließen VERB root 0 Tense=Past|VerbForm=Fin
        , _ PUNCT punct 6
        dem der DET det 5
        Nordbund _ PROPN obl 6 Case=Dat
        beizutreten beitreten VERB advcl 2 VerbForm=Inf""",
        names=[(0, 1, "LOC"), (4, 5, "ORG")],
    )
    mark = told(5, "joins", (0, "member", 0.97), (4, "organisation", 0.97))
    (telling,) = combined(doc, mark | {"status": "done", "status_score": 0.99})
    assert telling.status == "planned"


def test_sure_status_of_the_heads_wins() -> None:
    mark = told(4, "joins", *ROLES) | {"status": "negated"}
    (telling,) = combined(joined(), mark)
    assert telling.status == "negated"
    (telling,) = combined(joined(), mark | {"status_score": 0.4})
    assert telling.status == "done"


TRIP = """Eine ein DET det 2 Definite=Ind
    Delegation Delegation NOUN nsubj 3
    reist reisen VERB root 0 VerbForm=Fin
    nach nach ADP case 5
    Graz _ PROPN obl 3
    mit mit ADP case 7
    Roth _ PROPN obl 3"""


def test_trip_takes_the_part_that_the_heads_give_a_name() -> None:
    doc = scene(TRIP, names=[(4, 5, "LOC"), (6, 7, "PER")])
    doc._.set(TOLD, [told(1, "delegation", (4, "destination", 0.97), (6, "leader", 0.97))])
    resolver = Resolver(doc)
    read = list(readings(doc, resolver))
    (telling,) = combine_trips(delegation_tellings(doc, resolver), read, met=())
    assert [a.name for a in telling.slots["leaders"]] == ["Roth"]
    assert telling.slots["participants"] == []
    assert [a.name for a in telling.slots["destinations"]] == ["Graz"]


GOES_ON = """{trip}
    . . PUNCT punct 3
    Sie _ PRON nsubj 11
    wird werden AUX aux 11 VerbForm=Fin
    geleitet leiten VERB root 0 VerbForm=Part
    von _ ADP case 13
    Wolf _ PROPN obl 11"""


def trips(doc: Doc, *marks: Any) -> list[Telling]:
    doc._.set(TOLD, list(marks))
    resolver = Resolver(doc)
    return combine_trips(delegation_tellings(doc, resolver), list(readings(doc, resolver)), met=())


def test_frame_that_names_the_leader_outdoes_a_guess_elsewhere() -> None:
    doc = scene(GOES_ON.format(trip=TRIP), names=[(4, 5, "LOC"), (6, 7, "PER"), (12, 13, "PER")])
    guess = told(1, "delegation", (4, "destination", 0.97), (12, "participant", 0.99))
    first, second = trips(doc, guess)
    assert first.slots["participants"] == []
    assert [a.name for a in second.slots["leaders"]] == ["Wolf"]


@pytest.mark.parametrize(
    ("slot", "rows", "names"),
    [
        ("participants", "neun _ NUM nummod 5\n    Winzer _ NOUN obl 3", []),
        ("destinations", "ins _ ADP case 5\n    Rathaus _ NOUN obl 3", []),
        ("destinations", "Herr _ NOUN obl 3\n    Graz _ PROPN appos 4", [(4, 5, "PER")]),
    ],
)
def test_what_is_no_goal_and_takes_no_part(
    slot: str, rows: str, names: list[tuple[int, int, str]]
) -> None:
    head = "\n    ".join(line.strip() for line in TRIP.splitlines()[:3])
    doc = scene(f"{head}\n    {rows}\n    Aue _ PROPN obl 3", names=[*names, (5, 6, "LOC")])
    role = slot.removesuffix("s")
    (telling,) = trips(doc, told(1, "delegation", (4, role, 0.97), (5, "origin", 0.97)))
    assert telling.slots[slot] == []
    assert [a.name for a in telling.slots["origins"]] == ["Aue"]


def test_member_of_the_frame_is_not_read_as_the_organisation() -> None:
    doc = joined()
    roles = [(0, "organisation", 0.99), (0, "member", 0.9), (3, "organisation", 0.3)]
    (telling,) = combined(doc, told(4, "joins", *roles))
    assert [a.name for a in telling.slots["organisation"]] == ["Nordbund"]
    assert [a.name for a in telling.slots["members"]] == ["Kiel"]


def test_founding_members_are_those_of_what_was_founded() -> None:
    doc = scene(
        """Nordbund _ PROPN nsubj 2
        entstand entstehen VERB root 0
        Gründungsmitglied _ NOUN root 0
        ist sein AUX cop 3
        Kiel _ PROPN nsubj 3""",
        names=[(0, 1, "ORG"), (4, 5, "LOC")],
    )
    founded = told(1, "founding", (0, "organisation", 0.97))
    (telling,) = combined(doc, founded, told(2, "is", (4, "member", 0.97)))
    assert [a.name for a in telling.slots["organisation"]] == ["Nordbund"]


def test_place_where_a_group_stands_is_not_its_origin() -> None:
    doc = scene(
        """Delegation _ NOUN root 0
        im _ ADP case 3
        Stadtkolleg _ PROPN nmod 1""",
        names=[(2, 3, "ORG")],
    )
    doc._.set(TOLD, [told(0, "delegation", (2, "origin", 0.97))])
    resolver = Resolver(doc)
    (telling,) = combine_trips([], list(readings(doc, resolver)), met=())
    assert telling.slots["origins"] == []


def test_noun_taken_for_the_organisation_itself_means_another() -> None:
    doc = scene(
        """Nordverein _ PROPN root 0
        und _ CCONJ cc 3
        Südverein _ PROPN conj 1
        werben _ VERB root 0
        beim _ ADP case 6
        Verein _ NOUN nsubj 4""",
        names=[(0, 1, "ORG"), (2, 3, "ORG")],
    )
    resolver = Resolver(doc)
    south = resolver.resolve(doc[2])
    assert south is not None
    noun = replace(south, start_char=doc[5].idx, end_char=len(doc.text), noun="Verein")
    assert [a.name for a in resolver.apart_from(south, [noun])] == ["Nordverein"]
    assert resolver.apart_from(south, [south]) == []


def test_another_trip_takes_from_what_follows_and_not_from_what_went_before() -> None:
    doc = scene(
        """Wolf _ PROPN root 0
        . _ PUNCT punct 1
        Schon _ ADV advmod 4
        2019 _ NUM obl 6
        war _ AUX cop 6
        Delegation _ NOUN root 0
        . _ PUNCT punct 6
        Roth _ PROPN root 0""",
        names=[(0, 1, "PER"), (7, 8, "PER")],
    )
    doc._.presselese_dates = [date(doc, "2019", "2019")]
    roles = [(0, "participant", 0.97), (7, "participant", 0.97)]
    doc._.set(TOLD, [told(5, "delegation", *roles)])
    resolver = Resolver(doc)
    (telling,) = combine_trips([], list(readings(doc, resolver)), met=())
    assert telling.is_another
    assert [a.name for a in telling.slots["participants"]] == ["Roth"]


@pytest.mark.parametrize(
    ("score", "leaders", "participants"), [(0.97, ["Roth"], []), (0.7, [], ["Roth"])]
)
def test_who_goes_along_by_the_frame_leads_where_the_heads_are_sure(
    score: float, leaders: list[str], participants: list[str]
) -> None:
    doc = scene(TRIP, names=[(4, 5, "LOC"), (6, 7, "PER")])
    doc._.set(TOLD, [told(1, "delegation", (4, "destination", 0.97), (6, "leader", score))])
    resolver = Resolver(doc)
    scenes = list(delegation_tellings(doc, resolver))
    scenes[0].slots["participants"] = [a for a in [resolver.name_at(doc[6])] if a is not None]
    scenes[0].slots["leaders"] = []
    (telling,) = combine_trips(scenes, list(readings(doc, resolver)), met=())
    assert [a.name for a in telling.slots["leaders"]] == leaders
    assert [a.name for a in telling.slots["participants"]] == participants


def test_who_goes_along_does_not_lead_where_the_frame_knows_who_does() -> None:
    doc = scene(TRIP, names=[(4, 5, "LOC"), (6, 7, "PER")])
    doc._.set(TOLD, [told(1, "delegation", (4, "destination", 0.97), (6, "leader", 0.97))])
    resolver = Resolver(doc)
    scenes = list(delegation_tellings(doc, resolver))
    scenes[0].slots["participants"] = [a for a in [resolver.name_at(doc[6])] if a is not None]
    scenes[0].slots["leaders"] = [Argument("PER", "per_wolf", "Wolf", 0, 1)]
    scenes[0].is_led = True
    (telling,) = combine_trips(scenes, list(readings(doc, resolver)), met=())
    assert [a.name for a in telling.slots["leaders"]] == ["Wolf"]
    assert [a.name for a in telling.slots["participants"]] == ["Roth"]


NOBODY_JOINS = """Kiel _ PROPN root 0
    . _ PUNCT punct 1
    Den der DET det 4
    Nordwerken _ PROPN obl 7 Case=Dat|Number=Plur
    wird werden AUX aux 7 VerbForm=Fin
    bald _ ADV advmod 7
    beigetreten beitreten VERB root 0 VerbForm=Part"""


def partly(doc: Doc, *roles: tuple[int, str, float]) -> list[Telling]:
    doc._.set(TOLD, [told(6, "joins", *roles)])
    resolver = Resolver(doc)
    framed = framed_tellings(doc, MEMBERSHIP, resolver, even_partial=True)
    return combine_framed(framed, list(readings(doc, resolver)), MEMBERSHIP, resolver)


def test_reading_completes_a_frame_that_knows_what_is_joined() -> None:
    doc = scene(NOBODY_JOINS, names=[(0, 1, "LOC"), (3, 4, "ORG")])
    (telling,) = partly(doc, (0, "member", 0.95), (3, "organisation", 0.3))
    assert telling.rule == "membership.join_verb"
    assert [a.name for a in telling.slots["organisation"]] == ["Nordwerken"]
    assert [a.name for a in telling.slots["members"]] == ["Kiel"]


def test_reading_against_the_dative_tells_nothing() -> None:
    doc = scene(NOBODY_JOINS, names=[(0, 1, "ORG"), (3, 4, "ORG")])
    assert partly(doc, (3, "member", 0.95), (0, "organisation", 0.95)) == []
    assert partly(doc) == []


def test_date_that_the_heads_read_goes_before_the_nearest() -> None:
    doc = scene(JOINS.format(verb="2008", lemma="2008").replace("VERB root 0", "NUM obl 6") + """
    beigetreten beitreten VERB root 0 VerbForm=Part
    1996 _ NUM obl 6""".replace("obl 5", "obl 6"), names=NAMES)  # fmt: skip
    doc._.presselese_dates = [date(doc, "2008", "2008"), date(doc, "1996", "1996", 2)]
    roles = [(0, "member", 0.97), (3, "organisation", 0.97)]
    for marked, value in ((4, "2008"), (6, "1996")):
        (telling,) = combined(doc, told(5, "joins", *roles, (marked, "date", 0.97)))
        assert telling.values["date"] == value


def test_town_that_founds_may_be_the_seat_but_not_what_is_founded() -> None:
    founding = load_kind(PATTERNS / "founding.yaml")
    doc = scene(
        """Kiel _ PROPN nsubj 2
        startet starten VERB root 0 VerbForm=Fin
        Nordbund _ PROPN obj 2""",
        names=[(0, 1, "LOC"), (2, 3, "ORG")],
    )
    roles = [(0, "founder", 0.8), (0, "place", 0.9), (0, "organisation", 0.6)]
    doc._.set(TOLD, [told(1, "founding", *roles, (2, "organisation", 0.95))])
    resolver = Resolver(doc)
    (telling,) = combine_framed([], list(readings(doc, resolver)), founding, resolver)
    found = {slot: [a.name for a in telling.slots[slot]] for slot in ("founders", "places")}
    assert found == {"founders": ["Kiel"], "places": ["Kiel"]}
    assert [a.name for a in telling.slots["organisation"]] == ["Nordbund"]


FOUNDING = load_kind(PATTERNS / "founding.yaml")


def founded(doc: Doc, *marks: Any) -> list[Telling]:
    doc._.set(TOLD, list(marks))
    resolver = Resolver(doc)
    read = list(readings(doc, resolver))
    return combine_framed(framed_tellings(doc, FOUNDING, resolver), read, FOUNDING, resolver)


@pytest.mark.parametrize(("chance", "body"), [(0.6, "Dependance"), (0.9, "Nordwerk")])
def test_name_goes_before_a_noun_only_where_it_is_about_as_likely(chance: float, body: str) -> None:
    doc = scene(
        """Nordwerk _ PROPN nsubj 2
        beschert bescheren VERB root 0 VerbForm=Fin
        uns wir PRON iobj 2
        neue neu ADJ amod 5
        Dependance Dependance NOUN obj 2 Number=Sing""",
        names=[(0, 1, "ORG")],
    )
    mark = told(1, "opening", (0, "organisation", chance), (4, "organisation", 0.95))
    (telling,) = founded(doc, mark)
    assert [a.name for a in telling.slots["organisation"]] == [body]


def test_all_of_a_list_before_an_attributive_participle_found() -> None:
    doc = scene(
        """dem der DET det 5
        1974 _ NUM obl 8
        von _ ADP case 5
        den der DET det 5
        Städten Stadt NOUN nmod 9
        Aue _ PROPN appos 5
        und _ CCONJ cc 8
        Roda _ PROPN conj 6
        gegründeten gründen ADJ amod 10
        Bund _ NOUN obj 12
        jetzt _ ADV advmod 12
        gehört gehören VERB root 0
        Celle _ PROPN nsubj 12
        an _ ADP compound 12""",
        names=[(5, 6, "LOC"), (7, 8, "LOC"), (9, 10, "ORG"), (12, 13, "LOC")],
    )
    mark = told(8, "founding", (9, "organisation", 0.97), (12, "founder", 0.97))
    (telling,) = founded(doc, mark)
    assert [a.name for a in telling.slots["founders"]] == ["Aue", "Roda"]


@pytest.mark.parametrize(("chance", "origins"), [(0.97, ["Hefei", "Bremen"]), (0.9, ["Hefei"])])
def test_sure_place_stands_beside_the_frames(chance: float, origins: list[str]) -> None:
    doc = scene(
        """Delegation _ NOUN nsubj 8
        aus _ ADP case 3
        Hefei _ PROPN nmod 1
        und _ CCONJ cc 6
        gern _ ADV advmod 6
        Bremen _ PROPN conj 1
        in _ ADP case 8
        Kiel _ PROPN root 0""",
        names=[(2, 3, "LOC"), (5, 6, "LOC"), (7, 8, "LOC")],
    )
    mark = told(0, "delegation", (5, "origin", chance), (7, "destination", 0.9))
    (telling,) = trips(doc, mark)
    assert [a.name for a in telling.slots["origins"]] == origins


@pytest.mark.parametrize(
    ("glue", "goals"),
    [(",", ["Gera", "Hefei"]), ("und", ["Gera", "Hefei"]), ("nahe", ["Gera"])],
)
def test_goal_in_a_list_is_as_sure_as_the_one_beside_it(glue: str, goals: list[str]) -> None:
    doc = scene(
        f"""Die der DET det 2
        Delegation _ NOUN nsubj 3
        besuchte besuchen VERB root 0 Tense=Past|VerbForm=Fin
        Werke Werk NOUN obj 3
        in _ ADP case 6
        Gera _ PROPN nmod 4
        {glue} _ PUNCT punct 8
        Hefei _ PROPN conj 6""",
        names=[(5, 6, "LOC"), (7, 8, "LOC")],
    )
    mark = told(1, "delegation", (5, "destination", 0.97), (7, "destination", 0.5))
    (telling,) = trips(doc, mark)
    assert [a.name for a in telling.slots["destinations"]] == goals


def test_leader_is_a_person() -> None:
    doc = scene(TRIP, names=[(4, 5, "LOC"), (6, 7, "ORG")])
    mark = told(1, "delegation", (4, "destination", 0.97), (6, "leader", 0.97))
    (telling,) = trips(doc, mark)
    assert telling.slots["leaders"] == []


@pytest.mark.parametrize(("article", "founded_body"), [("ein", "Verband"), ("der", "Nordbund")])
def test_noun_of_the_frame_means_the_name_before_it_only_where_it_points_back(
    article: str, founded_body: str
) -> None:
    doc = scene(
        f"""Nordbund _ PROPN nsubj 2
        sucht suchen VERB root 0 VerbForm=Fin
        : _ PUNCT punct 2
        {article} _ DET det 5
        Verband _ NOUN nsubj 6
        entstand entstehen VERB parataxis 2 VerbForm=Fin""",
        names=[(0, 1, "ORG")],
    )
    roles = [(0, "organisation", 0.92), (4, "organisation", 0.98)]
    (telling,) = founded(doc, told(5, "founding", *roles))
    assert [a.name for a in telling.slots["organisation"]] == [founded_body]


@pytest.mark.parametrize(("chance", "body"), [(0.3, "Büro"), (0.8, "Helmo")])
def test_name_of_the_frame_gives_way_to_what_is_much_likelier_read(
    chance: float, body: str
) -> None:
    """ "Ein Büro hilft, das Helmo eröffnet", though the frame takes Helmo for the object."""
    doc = scene(
        """Ein ein DET det 2 Definite=Ind
        Büro Büro NOUN nsubj 3 Gender=Neut|Number=Sing
        hilft helfen VERB root 0 VerbForm=Fin
        und und CCONJ cc 6
        Helmo _ PROPN obj 6
        eröffnet eröffnen VERB conj 3 VerbForm=Fin""",
        names=[(4, 5, "ORG")],
    )
    mark = told(5, "opening", (1, "organisation", 0.95), (4, "organisation", chance))
    (telling,) = founded(doc, mark)
    assert [a.name for a in telling.slots["organisation"]] == [body]


STAYS = """Eine ein DET det 2 Definite=Ind
    Delegation Delegation NOUN nsubj 3
    reist reisen VERB root 0 VerbForm=Fin
    nach nach ADP case 5
    Graz _ PROPN obl 3
    . . PUNCT punct 3
    Roth _ PROPN nsubj 8
    schwieg schweigen VERB root 0 VerbForm=Fin"""


@pytest.mark.parametrize(
    ("role", "slot", "chance", "expected"),
    [
        ("host", "hosts", 0.97, []),  # who receives is told where it is told
        ("leader", "leaders", 0.97, ["Roth"]),
        ("leader", "leaders", 0.58, []),
    ],
)
def test_part_read_elsewhere_counts_as_far_as_it_is_to_be_relied_on(
    role: str, slot: str, chance: float, expected: list[str]
) -> None:
    doc = scene(STAYS, names=[(4, 5, "LOC"), (6, 7, "PER")])
    (telling,) = trips(doc, told(1, "delegation", (4, "destination", 0.97), (6, role, chance)))
    assert [a.name for a in telling.slots[slot]] == expected


@pytest.mark.parametrize(("score", "count"), [(0.6, 1), (0.4, 0)])
def test_likely_reading_completes_a_noun_behind_which_stands_what_is_joined(
    score: float, count: int
) -> None:
    """ "Kiel tagt. Geplant ist der Beitritt zum Nordbund"."""
    doc = scene(
        """Kiel _ PROPN root 0
        geplant planen VERB root 0
        der der DET det 4
        Beitritt _ NOUN nsubj 2
        zum _ ADP case 6
        Nordbund _ PROPN nmod 4 Case=Dat""",
        names=[(0, 1, "LOC"), (5, 6, "ORG")],
    )
    roles = [(0, "member", 0.95), (5, "organisation", 0.9)]
    doc._.set(TOLD, [told(3, "joins", *roles, score=score)])
    resolver = Resolver(doc)
    framed = framed_tellings(doc, MEMBERSHIP, resolver, even_partial=True)
    found = combine_framed(framed, list(readings(doc, resolver)), MEMBERSHIP, resolver)
    assert len(found) == count


def test_body_that_was_met_may_have_sent_the_others_but_does_not_travel() -> None:
    body, person = Argument("ORG", "org_1", "Bund", 0, 1), Argument("PER", "per_1", "Roth", 2, 3)
    met = {"org_1": "hosts", "per_1": "hosts"}
    slots = ("participants", "organisers", "hosts")
    assert [_is_no_partner(body, slot, met) for slot in slots] == [False, True, True]
    assert [_is_no_partner(person, slot, met) for slot in slots] == [False, False, True]
