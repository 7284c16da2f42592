"""Roles and employers from the words round a name: one pattern a test, with counter-examples."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.actors.flat import flat
from tests.trees import tree

from presselese.actors.mentions import find_mentions
from presselese.actors.places import load_gazetteer
from presselese.actors.role_claims import RoleClaim
from presselese.actors.role_nouns import load_role_nouns
from presselese.actors.roles import RoleFinder


def claims(doc: Doc) -> list[RoleClaim]:
    nouns = load_role_nouns()
    return RoleFinder(doc, find_mentions(doc, load_gazetteer(), nouns), nouns).claims()


def told(doc: Doc) -> list[tuple[str, str | None, str | None]]:
    return [(claim.person.name, claim.role, claim.organisation) for claim in claims(doc)]


def rules(doc: Doc) -> list[str]:
    return [claim.rule for claim in claims(doc)]


# ---- role before the name


def test_role_right_before_the_name() -> None:
    doc = flat("Landrat/NOUN Jan/PROPN Wolf/PROPN kam/VERB", names=[(1, 3, "PER")])
    assert told(doc) == [("Jan Wolf", "Landrat", None)]
    assert rules(doc) == ["person.role_before"]


def test_titles_may_stand_between_role_and_name() -> None:
    doc = flat("Landrätin/NOUN Prof./NOUN Dr./NOUN Eva/PROPN Roth/PROPN", names=[(3, 5, "PER")])
    assert told(doc) == [("Eva Roth", "Landrätin", None)]


def test_oblique_role_comes_in_the_nominative() -> None:
    doc = flat("dem/DET Präsidenten/NOUN Jan/PROPN Wolf/PROPN", names=[(2, 4, "PER")])
    assert told(doc) == [("Jan Wolf", "Präsident", None)]


def test_organisation_between_role_and_name_is_the_employer() -> None:
    doc = flat(
        "der/DET Geschäftsführer/NOUN der/DET Muster/PROPN GmbH/PROPN ,/PUNCT Jan/PROPN Wolf/PROPN",
        names=[(3, 5, "ORG"), (6, 8, "PER")],
    )
    assert told(doc) == [("Jan Wolf", "Geschäftsführer", "Muster GmbH")]


def test_organisation_before_the_role_is_the_employer() -> None:
    doc = flat(
        "IHK/PROPN Zwickau/PROPN Geschäftsführer/NOUN Jan/PROPN Wolf/PROPN",
        names=[(0, 2, "ORG"), (3, 5, "PER")],
    )
    assert told(doc) == [("Jan Wolf", "Geschäftsführer", "IHK Zwickau")]


def test_acronym_inside_the_role_is_the_employer() -> None:
    doc = flat("DIHK-Präsident/NOUN Jan/PROPN Wolf/PROPN", names=[(1, 3, "PER")])
    assert told(doc) == [("Jan Wolf", "Präsident", "DIHK")]


def test_common_noun_inside_the_role_is_the_employer() -> None:
    doc = flat("Vereins-Vorsitzende/NOUN Eva/PROPN Roth/PROPN", names=[(1, 3, "PER")])
    assert told(doc) == [("Eva Roth", "Vorsitzende", "Vereins")]


def test_other_first_part_of_a_role_stays_in_it() -> None:
    doc = flat("Vize-Präsident/NOUN Jan/PROPN Wolf/PROPN", names=[(1, 3, "PER")])
    assert told(doc) == [("Jan Wolf", "Vize-Präsident", None)]


@pytest.mark.parametrize("adjective", ["stellvertretende", "parlamentarische", "Erste"])
def test_adjective_of_the_office_belongs_to_the_role(adjective: str) -> None:
    doc = flat(
        f"die/DET {adjective}/ADJ Vorsitzende/NOUN Eva/PROPN Roth/PROPN", names=[(3, 5, "PER")]
    )
    assert told(doc) == [("Eva Roth", f"{adjective} Vorsitzende", None)]


@pytest.mark.parametrize("adjective", ["ehemalige", "neue", "beliebte"])
def test_adjective_about_the_person_is_no_part_of_the_role(adjective: str) -> None:
    doc = flat(
        f"die/DET {adjective}/ADJ Vorsitzende/NOUN Eva/PROPN Roth/PROPN", names=[(3, 5, "PER")]
    )
    assert told(doc) == [("Eva Roth", "Vorsitzende", None)]


def test_label_with_a_colon_gives_the_role() -> None:
    doc = flat("Ansprechpartnerin/NOUN :/PUNCT Eva/PROPN Roth/PROPN", names=[(2, 4, "PER")])
    assert told(doc) == [("Eva Roth", "Ansprechpartnerin", None)]


def test_listed_role_holders_are_not_the_named_person() -> None:
    # "Es kamen Bürgermeister, Händler, Jan Wolf": a comma that lists opens no apposition
    doc = flat(
        "Es/PRON kamen/VERB Bürgermeister/NOUN ,/PUNCT Jan/PROPN Wolf/PROPN", names=[(4, 6, "PER")]
    )
    assert told(doc) == []


def test_role_of_another_sentence_is_not_taken() -> None:
    doc = flat(
        "Da/ADV war/AUX der/DET Landrat/NOUN ./PUNCT Jan/PROPN Wolf/PROPN kam/VERB",
        names=[(5, 7, "PER")],
    )
    assert told(doc) == []


def test_verb_between_role_and_name_parts_them() -> None:
    doc = flat("Der/DET Landrat/NOUN begrüßte/VERB Jan/PROPN Wolf/PROPN", names=[(3, 5, "PER")])
    assert told(doc) == []


# ---- apposition and brackets behind the name


def test_apposition_behind_a_comma() -> None:
    doc = flat(
        "Jan/PROPN Wolf/PROPN ,/PUNCT Geschäftsführer/NOUN der/DET Muster/PROPN GmbH/PROPN ,/PUNCT "
        "kam/VERB",
        names=[(0, 2, "PER"), (5, 7, "ORG")],
    )
    assert told(doc) == [("Jan Wolf", "Geschäftsführer", "Muster GmbH")]
    assert rules(doc) == ["person.role_apposition"]


def test_common_noun_of_a_complement_is_the_employer() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT Vorsitzende/NOUN des/DET Fördervereins/NOUN ,/PUNCT kam/VERB",
        names=[(0, 2, "PER")],
    )
    ((_, role, organisation),) = told(doc)
    assert (role, organisation) == ("Vorsitzende", "Fördervereins")


def test_field_of_work_stays_in_the_role() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT Leiterin/NOUN für/ADP Umwelt/NOUN und/CCONJ Klima/NOUN "
        ",/PUNCT kam/VERB",
        names=[(0, 2, "PER")],
    )
    assert told(doc) == [("Eva Roth", "Leiterin für Umwelt und Klima", None)]


def test_whereabouts_are_no_employer() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT Lehrerin/NOUN in/ADP Kiel/PROPN ,/PUNCT kam/VERB",
        names=[(0, 2, "PER"), (5, 6, "LOC")],
    )
    assert [(role or "").split()[0] for _, role, _ in told(doc)] == ["Lehrerin"]
    assert [organisation for *_, organisation in told(doc)] == [None]


def test_place_of_duty_is_the_employer() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT Bürgermeisterin/NOUN von/ADP Kiel/PROPN ,/PUNCT kam/VERB",
        names=[(0, 2, "PER"), (5, 6, "LOC")],
    )
    assert told(doc) == [("Eva Roth", "Bürgermeisterin", "Kiel")]


def test_role_in_brackets() -> None:
    doc = flat(
        "Jan/PROPN Wolf/PROPN (/PUNCT Geschäftsführer/NOUN Muster/PROPN GmbH/PROPN )/PUNCT",
        names=[(0, 2, "PER"), (4, 6, "ORG")],
    )
    assert told(doc) == [("Jan Wolf", "Geschäftsführer", "Muster GmbH")]
    assert rules(doc) == ["person.role_in_brackets"]


def test_party_in_brackets_is_an_organisation_without_role() -> None:
    doc = flat(
        "Jan/PROPN Wolf/PROPN (/PUNCT SPD/PROPN )/PUNCT kam/VERB",
        names=[(0, 2, "PER"), (3, 4, "ORG")],
    )
    assert told(doc) == [("Jan Wolf", None, "SPD")]


def test_apposition_behind_the_party_gives_the_role() -> None:
    doc = flat(
        "Jan/PROPN Wolf/PROPN (/PUNCT SPD/PROPN )/PUNCT ,/PUNCT Landrat/NOUN ,/PUNCT kam/VERB",
        names=[(0, 2, "PER"), (3, 4, "ORG")],
    )
    assert ("Jan Wolf", "Landrat", None) in told(doc)


@pytest.mark.parametrize("inside", ["52/NUM", "links/ADV", "Foto/NOUN"])
def test_other_brackets_tell_nothing(inside: str) -> None:
    doc = flat(f"Jan/PROPN Wolf/PROPN (/PUNCT {inside} )/PUNCT kam/VERB", names=[(0, 2, "PER")])
    assert told(doc) == []


def test_next_person_of_a_list_is_no_apposition() -> None:
    doc = flat(
        "Jan/PROPN Wolf/PROPN ,/PUNCT Landrätin/NOUN Eva/PROPN Roth/PROPN",
        names=[(0, 2, "PER"), (4, 6, "PER")],
    )
    assert told(doc) == [("Eva Roth", "Landrätin", None)]


# ---- predicates


def test_der_before_a_nominative_is_a_mans() -> None:
    doc = flat("der/DET Vorsitzende/NOUN Eno/PROPN Roth/PROPN kam/VERB", names=[(2, 4, "PER")])
    assert told(doc) == [("Eno Roth", "Vorsitzender", None)]
    doc = flat("der/DET Vorsitzenden/NOUN Eva/PROPN Roth/PROPN kam/VERB", names=[(2, 4, "PER")])
    assert told(doc) == [("Eva Roth", "Vorsitzende", None)]


COPULA = """Vorsitzende _ NOUN nsubj 3
    ist sein AUX cop 3
    Eva _ PROPN root 0
    Roth _ PROPN flat 3
    . _ PUNCT punct 3"""
COPULA_TURNED = """Eva _ PROPN nsubj 4
    Roth _ PROPN flat 1
    ist sein AUX cop 4
    Vorsitzende _ NOUN root 0
    des der DET det 6
    Muster _ PROPN nmod 4
    e.V. _ PROPN flat 6"""
ELECTED = """Zum zu ADP case 2
    Kassierer _ NOUN obl 6
    wurde werden AUX aux 6
    Jan _ PROPN nsubj 6
    Wolf _ PROPN flat 4
    gewählt wählen VERB root 0"""


def test_copula_with_the_name_as_predicate() -> None:
    doc = tree(COPULA, names=[(2, 4, "PER")])
    assert told(doc) == [("Eva Roth", "Vorsitzende", None)]
    assert rules(doc) == ["person.copula"]


def test_copula_with_the_name_as_subject() -> None:
    doc = tree(COPULA_TURNED, names=[(0, 2, "PER"), (5, 7, "ORG")])
    assert told(doc) == [("Eva Roth", "Vorsitzende", "Muster e.V.")]


def test_election_gives_the_office() -> None:
    doc = tree(ELECTED, names=[(3, 5, "PER")])
    assert told(doc) == [("Jan Wolf", "Kassierer", None)]
    assert rules(doc) == ["person.elected"]


def test_goal_of_a_visit_is_no_office() -> None:
    doc = tree(ELECTED.replace("Kassierer", "Empfang"), names=[(3, 5, "PER")])
    assert told(doc) == []


# ---- employed at


def test_von_with_an_organisation_tells_the_employer() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN vom/ADP Baumberger/ADJ Männerchor/PROPN",
        names=[(0, 2, "PER"), (3, 5, "ORG")],
    )
    assert told(doc) == [("Eva Roth", None, "Baumberger Männerchor")]
    assert rules(doc) == ["person.employed_at"]


def test_von_with_a_place_tells_no_employer() -> None:
    doc = flat("Eva/PROPN Roth/PROPN von/ADP Kiel/PROPN", names=[(0, 2, "PER"), (3, 4, "LOC")])
    assert told(doc) == []


# ---- lists


LIST = "Wolf/PROPN ,/PUNCT Roth/PROPN und/CCONJ Kurz/PROPN kamen/VERB"
LIST_NAMES = [(1, 2, "PER"), (3, 4, "PER"), (5, 6, "PER")]


def test_plural_role_is_shared_by_the_list() -> None:
    doc = flat(f"Landräte/NOUN/Number=Plur {LIST}", names=LIST_NAMES)
    assert sorted(told(doc)) == [(n, "Landrat", None) for n in ("Kurz", "Roth", "Wolf")]


def test_singular_role_is_the_first_ones_alone() -> None:
    doc = flat(f"Landrat/NOUN/Number=Sing {LIST}", names=LIST_NAMES)
    assert told(doc) == [("Wolf", "Landrat", None)]


def test_label_speaks_of_the_whole_list() -> None:
    names = [(2, 3, "PER"), (4, 5, "PER"), (6, 7, "PER")]
    doc = flat(f"Beisitzer/NOUN :/PUNCT {LIST}", names=names)
    assert sorted(told(doc)) == [(n, "Beisitzer", None) for n in ("Kurz", "Roth", "Wolf")]
    doc = flat(f"Leiterin/NOUN :/PUNCT {LIST}", names=names)
    assert told(doc) == [("Wolf", "Leiterin", None)]


def test_list_ends_where_other_words_stand() -> None:
    doc = flat(
        "Landräte/NOUN/Number=Plur Wolf/PROPN und/CCONJ Roth/PROPN trafen/VERB Kurz/PROPN",
        names=[(1, 2, "PER"), (3, 4, "PER"), (5, 6, "PER")],
    )
    assert [name for name, *_ in told(doc)] == ["Wolf", "Roth"]


# ---- occupations, signatures, several roles


@pytest.mark.parametrize("noun", ["Meteorologin", "Bibliothekar", "Optikerin", "Krankenpfleger"])
def test_noun_for_a_person_right_before_a_full_name_is_the_role(noun: str) -> None:
    doc = flat(f"{noun}/NOUN Ida/PROPN Roth/PROPN kam/VERB", names=[(1, 3, "PER")])
    assert told(doc) == [("Ida Roth", noun, None)]
    assert rules(doc) == ["person.occupation"]


@pytest.mark.parametrize("noun", ["Tochter", "Enkelin", "Verein", "Familie", "Juni"])
def test_kin_bodies_and_months_are_no_occupation(noun: str) -> None:
    assert told(flat(f"{noun}/NOUN Ida/PROPN Roth/PROPN", names=[(1, 3, "PER")])) == []


def test_occupation_before_a_bare_surname_is_left_alone() -> None:
    assert told(flat("Optikerin/NOUN Roth/PROPN", names=[(1, 2, "PER")])) == []


def test_telephone_is_no_part_of_a_role() -> None:
    doc = flat(
        "Ida/PROPN Roth/PROPN ,/PUNCT Beraterin/NOUN Tel./NOUN 04242/NUM", names=[(0, 2, "PER")]
    )
    assert told(doc) == [("Ida Roth", "Beraterin", None)]


# ---- base forms, trades and firms


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("den/DET Vorsitzenden/NOUN Jan/PROPN Wolf/PROPN", "Vorsitzender"),
        ("zur/ADP Vorsitzenden/NOUN Eva/PROPN Wolf/PROPN", "Vorsitzende"),
        ("dem/DET stellvertretenden/ADJ Landrat/NOUN Jan/PROPN Wolf/PROPN",
         "stellvertretender Landrat"),
        ("der/DET stellvertretenden/ADJ Landrätin/NOUN Eva/PROPN Wolf/PROPN",
         "stellvertretende Landrätin"),
    ],
)  # fmt: skip
def test_role_stands_in_the_nominative_of_its_gender(text: str, role: str) -> None:
    end = len(text.split())
    ((_, found, _),) = told(flat(text, names=[(end - 2, end, "PER")]))
    assert found == role


def test_office_goes_before_the_trade_that_stands_by_the_name() -> None:
    doc = flat(
        "Die/DET Vizepräsidentin/NOUN der/DET Kammer/PROPN Nord/PROPN ,/PUNCT Bäckermeisterin/NOUN "
        "Eva/PROPN Roth/PROPN ,/PUNCT sprach/VERB",
        names=[(3, 5, "ORG"), (7, 9, "PER")],
    )
    assert told(doc) == [("Eva Roth", "Vizepräsidentin", "Kammer Nord")]


def test_firm_in_the_role_is_the_firm_of_the_article() -> None:
    doc = flat(
        "Die/DET Metallbau/PROPN Hövel/PROPN GmbH/PROPN wächst/VERB ./PUNCT "
        "Hövel-Geschäftsführer/NOUN Jan/PROPN Wolf/PROPN",
        names=[(1, 4, "ORG"), (7, 9, "PER")],
    )
    assert told(doc) == [("Jan Wolf", "Geschäftsführer", "Metallbau Hövel GmbH")]
    assert rules(doc) == ["person.role_in_word"]


def test_degree_behind_the_name_parts_nothing() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN MdL/PROPN ,/PUNCT Ministerin/NOUN ,/PUNCT kam/VERB",
        names=[(0, 3, "PER")],
    )
    assert told(doc) == [("Eva Roth", "Ministerin", None)]


def test_article_before_a_name_keeps_a_woman_of_a_feminine_noun() -> None:
    doc = flat("einer/DET Abgeordneten/NOUN Eva/PROPN Roth/PROPN", names=[(2, 4, "PER")])
    assert told(doc) == [("Eva Roth", "Abgeordnete", None)]


# ---- halves of titles, brackets, several offices


@pytest.mark.parametrize("title", ["Dr.-Ing/NOUN ./PUNCT", "Mag/NOUN ./PUNCT"])
def test_title_without_its_stop_is_a_title(title: str) -> None:
    doc = flat(f"Rektor/NOUN Prof./NOUN {title} Jan/PROPN Wolf/PROPN", names=[(4, 6, "PER")])
    assert told(doc) == [("Jan Wolf", "Rektor", None)]


def test_stop_of_a_sentence_is_no_title() -> None:
    doc = flat("kam/VERB Rektor/NOUN ./PUNCT Jan/PROPN Wolf/PROPN", names=[(3, 5, "PER")])
    assert told(doc) == []


def test_short_brackets_do_not_part_role_and_name() -> None:
    doc = flat(
        "der/DET Leiter/NOUN der/DET Muster/PROPN GmbH/PROPN (/PUNCT MG/PROPN )/PUNCT ,/PUNCT "
        "Jan/PROPN Wolf/PROPN",
        names=[(3, 5, "ORG"), (9, 11, "PER")],
    )
    assert told(doc) == [("Jan Wolf", "Leiter", "Muster GmbH")]


@pytest.mark.parametrize(
    ("offices", "role"),
    [
        ("Präsident/NOUN und/CCONJ Konsul/NOUN", "Präsident"),
        ("Präses/NOUN Pfarrer/NOUN", "Präses"),
    ],
)
def test_office_named_first_is_the_role(offices: str, role: str) -> None:
    size = len(offices.split())
    doc = flat(f"{offices} Jan/PROPN Wolf/PROPN", names=[(size, size + 2, "PER")])
    assert told(doc) == [("Jan Wolf", role, None)]


def test_offices_of_two_people_stay_apart() -> None:
    doc = flat(
        "der/DET Präsident/NOUN und/CCONJ der/DET Konsul/NOUN Jan/PROPN Wolf/PROPN",
        names=[(5, 7, "PER")],
    )
    assert told(doc) == [("Jan Wolf", "Konsul", None)]


def test_second_office_behind_a_name_is_no_part_of_the_first() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT Partnerin/NOUN in/ADP Kiel/PROPN und/CCONJ Sprecherin/NOUN "
        "der/DET Muster/PROPN GmbH/PROPN",
        names=[(0, 2, "PER"), (5, 6, "LOC"), (9, 11, "ORG")],
    )
    ((_, role, employer),) = told(doc)
    assert "Sprecherin" not in (role or "")
    assert employer == "Muster GmbH"


def test_apposition_behind_the_particle_of_the_verb() -> None:
    doc = tree(
        """fügt _ VERB root 0 VerbForm=Fin
        Eva _ PROPN nsubj 1
        Roth _ PROPN flat 2
        hinzu _ ADP compound:prt 1
        , _ PUNCT punct 6
        Leiterin _ NOUN appos 2
        der _ DET det 8
        Muster _ PROPN nmod 6
        GmbH _ PROPN flat 8
        . _ PUNCT punct 1""",
        names=[(1, 3, "PER"), (7, 9, "ORG")],
    )
    assert told(doc) == [("Eva Roth", "Leiterin", "Muster GmbH")]


def test_next_clause_behind_a_particle_is_no_apposition() -> None:
    doc = tree(
        """Eva _ PROPN nsubj 3
        Roth _ PROPN flat 1
        reiste _ VERB root 0 VerbForm=Fin
        ab _ ADP compound:prt 3
        , _ PUNCT punct 7
        Mitarbeiter _ NOUN nsubj 7
        blieben _ VERB conj 3 VerbForm=Fin""",
        names=[(0, 2, "PER")],
    )
    assert told(doc) == []


@pytest.mark.parametrize(
    "phrase", ["als/ADP Leiterin/NOUN", ",/PUNCT die/PRON als/ADP Leiterin/NOUN"]
)
def test_als_gives_the_office(phrase: str) -> None:
    doc = flat(f"Eva/PROPN Roth/PROPN {phrase} ./PUNCT", names=[(0, 2, "PER")])
    assert told(doc) == [("Eva Roth", "Leiterin", None)]


def test_als_with_another_noun_gives_none() -> None:
    doc = flat("Eva/PROPN Roth/PROPN als/ADP Gast/NOUN ./PUNCT", names=[(0, 2, "PER")])
    assert told(doc) == []


# ---- whose mayor


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("Kiels/PROPN Bürgermeister/NOUN", [(0, 1, "LOC")]),
        ("Kiels/PROPN neuer/ADJ Bürgermeister/NOUN", [(0, 1, "LOC")]),
        ("Kiel/PROPN :/PUNCT Der/DET Kieler/ADJ Bürgermeister/NOUN", [(0, 1, "LOC")]),
    ],
)
def test_place_before_a_public_office_is_the_employer(
    before: str, names: list[tuple[int, int, str]]
) -> None:
    size = len(before.split())
    doc = flat(f"{before} Jan/PROPN Wolf/PROPN", names=[*names, (size, size + 2, "PER")])
    ((_, role, employer),) = told(doc)
    assert role == "Bürgermeister"
    assert employer in ("Kiel", "Kiels")


def test_place_before_a_trade_is_no_employer() -> None:
    doc = flat(
        "Kiel/PROPN :/PUNCT Der/DET Kieler/ADJ Unternehmer/NOUN Jan/PROPN Wolf/PROPN",
        names=[(0, 1, "LOC"), (5, 7, "PER")],
    )
    assert told(doc) == [("Jan Wolf", "Unternehmer", None)]


# ---- whose role it is, and how far it reaches


@pytest.mark.parametrize(
    "text",
    [
        "der/DET Kirchenvorstand/NOUN unter/ADP Leitung/NOUN von/ADP Jan/PROPN Wolf/PROPN",
        "Vorsitzende/NOUN des/DET Vereins/NOUN und/CCONJ Jan/PROPN Wolf/PROPN",
    ],
)
def test_preposition_or_conjunction_parts_a_name_from_a_role(text: str) -> None:
    end = len(text.split())
    assert told(flat(text, names=[(end - 2, end, "PER")])) == []


@pytest.mark.parametrize("comma", ["", ",/PUNCT "])
def test_board_in_the_genitive_is_what_somebody_chairs(comma: str) -> None:
    doc = flat(
        f"den/DET Vorsitzenden/NOUN des/DET neuen/ADJ Aufsichtsrats/NOUN {comma}"
        "Jan/PROPN Wolf/PROPN",
        names=[(5 + bool(comma), 7 + bool(comma), "PER")],
    )
    ((_, role, _),) = told(doc)
    assert role is not None and role.startswith("Vorsitzender")


def test_office_of_a_department_is_kept_before_the_body() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT Leiterin/NOUN des/DET Referats/NOUN Handel/NOUN und/CCONJ "
        "Messen/NOUN der/DET Messe/PROPN Aue/PROPN",
        names=[(0, 2, "PER"), (10, 12, "ORG")],
    )
    assert told(doc) == [("Eva Roth", "Leiterin des Referats Handel und Messen", "Messe Aue")]


def test_kind_of_body_before_its_name_is_no_part_of_the_role() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT Leiterin/NOUN des/DET Vereins/NOUN Muster/PROPN",
        names=[(0, 2, "PER"), (6, 7, "ORG")],
    )
    assert told(doc) == [("Eva Roth", "Leiterin", "Muster")]


@pytest.mark.parametrize("label", ["Ansprechpartnerin/NOUN für/ADP Medien/NOUN", "Leiterin/NOUN"])
def test_label_may_say_for_what(label: str) -> None:
    end = len(label.split()) + 1
    doc = flat(f"{label} :/PUNCT Eva/PROPN Roth/PROPN", names=[(end, end + 2, "PER")])
    ((name, role, _),) = told(doc)
    assert (name, role) == ("Eva Roth", " ".join(w.split("/")[0] for w in label.split()))


def test_clause_before_a_colon_is_no_label() -> None:
    doc = flat(
        "So/ADV sieht/VERB die/DET Lage/NOUN der/DET Leiter/NOUN im/ADP Amt/NOUN :/PUNCT "
        "Eva/PROPN Roth/PROPN kommt/VERB",
        names=[(9, 11, "PER")],
    )
    assert told(doc) == []


def test_brackets_with_the_office_may_follow_a_comma() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT (/PUNCT Sprecherin/NOUN )/PUNCT kam/VERB",
        names=[(0, 2, "PER")],
    )
    assert told(doc) == [("Eva Roth", "Sprecherin", None)]


def test_office_follows_the_party_in_brackets() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN (/PUNCT SPD/PROPN )/PUNCT als/CCONJ Vorsitzende/NOUN sprach/VERB",
        names=[(0, 2, "PER"), (3, 4, "ORG")],
    )
    assert [role for _, role, _ in told(doc)] == ["Vorsitzende"]


def test_particle_that_parsers_call_a_compound() -> None:
    doc = flat(
        "so/ADV rechnet/VERB Eva/PROPN Roth/PROPN vor/ADP ,/PUNCT Leiterin/NOUN Einkauf/NOUN",
        names=[(2, 4, "PER")],
    )
    doc[4].dep_ = "compound"
    assert told(doc) == [("Eva Roth", "Leiterin Einkauf", None)]


@pytest.mark.parametrize(("age", "role"), [("54", "Leiterin des Amtes"), ("2019", None)])
def test_age_may_stand_between_name_and_apposition(age: str, role: str | None) -> None:
    doc = flat(
        f"Eva/PROPN Roth/PROPN ,/PUNCT {age}/NUM ,/PUNCT Leiterin/NOUN des/DET Amtes/NOUN",
        names=[(0, 2, "PER")],
    )
    assert [found for _, found, _ in told(doc)] == ([role] if role else [])


def test_apposition_behind_a_verb_at_the_end_of_its_clause() -> None:
    """Die Gruppe, an deren Spitze Eva Roth stand, Sprecherin des Amtes."""
    doc = flat(
        "Eva/PROPN Roth/PROPN stand/VERB/VerbForm=Fin ,/PUNCT Sprecherin/NOUN ./PUNCT",
        names=[(0, 2, "PER")],
    )
    assert told(doc) == [("Eva Roth", "Sprecherin", None)]


def test_capital_that_is_tagged_as_a_verb_is_an_office() -> None:
    doc = flat(
        "Eva/PROPN Roth/PROPN ,/PUNCT Delegierte/VERB/VerbForm=Fin der/DET Kammer/NOUN",
        names=[(0, 2, "PER")],
    )
    assert [role for _, role, _ in told(doc)] == ["Delegierte"]
