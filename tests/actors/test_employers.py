"""Employers: bodies that are called by a noun alone, and what a person's record holds of them."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc
from tests.actors.flat import flat

from presselese.actors import employers
from presselese.actors.component import create_actors
from presselese.actors.employers import unnamed_bodies
from presselese.linking.coreference import Antecedents
from presselese.resources.doc_fields import EMPLOYER_FEATURES

PHRASE = (
    "der/DET Geschäftsführer/NOUN des/DET Tourismusverbands/NOUN ,/PUNCT Ole/PROPN Jahnke/PROPN "
    ",/PUNCT kam/VERB"
)
PEOPLE = [(5, 7, "PER")]


def actors(doc: Doc) -> Doc:
    return create_actors(spacy.blank("de"), "presselese_actors")(doc)


def bodies(doc: Doc) -> list[str]:
    actors(doc)
    antecedents = Antecedents(doc._.presselese_organisations, doc.text)
    return [b["name"] for b in unnamed_bodies(doc, doc._.presselese_people, antecedents)]


def test_noun_for_a_body_is_a_candidate() -> None:
    assert bodies(flat(PHRASE, names=PEOPLE)) == ["Tourismusverbands"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der/DET Bürgermeister/NOUN der/DET Stadt/NOUN kam/VERB", []),  # no body but a place
        ("Die/DET Landfrauen/NOUN kamen/VERB", []),
        ("Der/DET Tourismusverband/PROPN Nord/PROPN lud/VERB", [(1, 3, "ORG")]),
        # "des Verbands" is the named one.
        ("Verband/PROPN Nord/PROPN :/PUNCT Chef/NOUN des/DET Verbands/NOUN", [(0, 2, "ORG")]),
    ],
)
def test_places_people_and_named_bodies_are_none(
    text: str, names: list[tuple[int, int, str]]
) -> None:
    assert bodies(flat(text, names=names)) == []


@pytest.mark.parametrize(("chance", "employer"), [(0.9, "Tourismusverbands"), (0.05, None)])
def test_unnamed_employer_has_no_reference(
    monkeypatch: pytest.MonkeyPatch, chance: float, employer: str | None
) -> None:
    monkeypatch.setattr(employers, "chances", lambda found: [chance] * len(found))
    (person,) = actors(flat(PHRASE, names=PEOPLE))._.presselese_people
    wanted: Any = {"ref": None, "name": employer} if employer else None
    assert person["organisation"] == wanted


def test_candidates_are_kept_for_the_fit() -> None:
    doc = actors(flat(PHRASE, names=PEOPLE))
    (candidates,) = doc._.get(EMPLOYER_FEATURES).values()
    assert [name for name, _ in candidates] == ["Tourismusverbands"]
    assert candidates[0][1]["claimed"] == 1.0


def test_body_in_brackets_stays_where_nothing_else_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(employers, "chances", lambda found: [0.05] * len(found))
    doc = flat(
        "Eva/PROPN Roth/PROPN (/PUNCT Grüne/PROPN )/PUNCT lobte/VERB den/DET Plan/NOUN",
        names=[(0, 2, "PER"), (3, 4, "ORG")],
    )
    (person,) = actors(doc)._.presselese_people
    assert person["organisation"]["name"] == "Grüne"


def test_mere_noun_behind_the_name_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(employers, "chances", lambda found: [0.05] * len(found))
    doc = flat(
        "Eva/PROPN Roth/PROPN vom/ADP Verein/NOUN lobte/VERB den/DET Plan/NOUN",
        names=[(0, 2, "PER")],
    )
    (person,) = actors(doc)._.presselese_people
    assert person["organisation"] is None
