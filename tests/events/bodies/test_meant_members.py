"""Whom "dessen Haus" means as a member."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.events.scenes import scene

from presselese.events.bodies.meant_members import name_meant_members
from presselese.events.fillers.names import Argument
from presselese.events.fillers.telling import Telling
from presselese.resources.doc_fields import ORGANISATIONS, PEOPLE

# Rektor Lam (Hochschule Hue) kam, dessen Haus Mitglied ist.
ROWS = """Lam _ PROPN nsubj 4
    Hochschule _ NOUN appos 1
    Hue _ PROPN flat 2
    kam kommen VERB root 0 VerbForm=Fin
    {owner} _ DET det 6
    {noun} _ NOUN nsubj 7
    Mitglied _ NOUN acl 1
    ist sein AUX cop 7 VerbForm=Fin"""


def meant(owner: str, noun: str, *, is_employed: bool = True) -> list[str]:
    doc = scene(ROWS.format(owner=owner, noun=noun), names=[(0, 1, "PER"), (1, 3, "ORG")])
    return members(doc, is_employed=is_employed)


def members(doc: Doc, *, is_employed: bool) -> list[str]:
    (house,) = doc._.get(ORGANISATIONS)
    (person,) = doc._.get(PEOPLE)
    employer = {"ref": house["id"], "name": house["name"]} if is_employed else None
    doc._.set(PEOPLE, [person | {"organisation": employer}])
    noun, span = doc[5:6], doc[6:7]
    phrase = Argument("NP", None, noun.text, noun.start_char, noun.end_char, noun.text)
    slots = {"members": [phrase]}
    telling = Telling("membership", "membership.read", span, span.sent, "done", False, slots)
    name_meant_members([telling], doc)
    return [member.name for member in telling.slots["members"]]


@pytest.mark.parametrize("owner", ["dessen", "sein"])
def test_house_of_the_person_before_is_where_that_person_works(owner: str) -> None:
    assert meant(owner, "Haus") == ["Hochschule Hue"]


@pytest.mark.parametrize(("owner", "noun"), [("das", "Haus"), ("dessen", "Sohn")])
def test_noun_without_an_owner_or_that_is_no_house_stays(owner: str, noun: str) -> None:
    assert meant(owner, noun) == [noun]


def test_house_of_somebody_whose_employer_is_unknown_stays() -> None:
    assert meant("dessen", "Haus", is_employed=False) == ["Haus"]
