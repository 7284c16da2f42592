"""Founding members told by name spell out a plural of founders."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.events.scenes import scene

from presselese.events.fillers import Argument, Resolver
from presselese.events.founding_members import leave_out_members, name_founders
from presselese.events.telling import Telling

NAMES = [(0, 1, "ORG"), (1, 2, "LOC"), (2, 3, "LOC"), (5, 6, "ORG")]


def article(trigger: str = "Gründungsmitglieder") -> Doc:
    return scene(
        f"""Nordring _ PROPN root 0
        Aue _ PROPN conj 1
        Celle _ PROPN conj 1
        Städte _ NOUN conj 1
        {trigger} _ NOUN conj 1
        Südring _ PROPN conj 1""",
        names=NAMES,
    )


def name(doc: Doc, token: int) -> Argument:
    found = Resolver(doc).name_at(doc[token])
    assert found is not None
    return found


def telling(doc: Doc, kind: str, token: int, **slots: list[Argument]) -> Telling:
    return Telling(kind, "test", doc[token : token + 1], doc[:], "done", False, slots)


def founders(doc: Doc, founded: int, told: list[Argument]) -> list[str]:
    """Return who founds a body after all, of which Aue and Celle are members from the first."""
    founding = telling(doc, "founding", 3, organisation=[name(doc, founded)], founders=told)
    members = [name(doc, 1), name(doc, 2)]
    listed = telling(doc, "membership", 4, organisation=[name(doc, 0)], members=members)
    name_founders([founding], [listed])
    return [argument.name for argument in founding.slots["founders"]]


def cities(doc: Doc) -> Argument:
    noun = doc[3:4]
    return Argument("NP", None, noun.text, noun.start_char, noun.end_char, noun.text)


def test_plural_is_spelled_out() -> None:
    doc = article()
    assert founders(doc, 0, [cities(doc)]) == ["Aue", "Celle"]


def test_founders_by_name_stay_alone() -> None:
    doc = article()
    assert founders(doc, 0, [name(doc, 5), cities(doc)]) == ["Südring", "Städte"]


def test_list_alone_makes_no_founders() -> None:
    assert founders(article(), 0, []) == []


@pytest.mark.parametrize(("founded", "trigger"), [(5, "Gründungsmitglieder"), (0, "Mitglieder")])
def test_other_bodies_and_later_members_say_nothing(founded: int, trigger: str) -> None:
    doc = article(trigger)
    assert founders(doc, founded, [cities(doc)]) == ["Städte"]


def left(doc: Doc, change: str, members: list[Argument], told: list[Argument]) -> list[str]:
    """Return the founders of Nordring (token 0) that are left beside a membership in it."""
    founding = telling(doc, "founding", 3, organisation=[name(doc, 0)], founders=told)
    joining = telling(doc, "membership", 4, organisation=[name(doc, 0)], members=members)
    joining.values["change"] = change
    leave_out_members([founding], [joining])
    return [argument.name for argument in founding.slots["founders"]]


@pytest.mark.parametrize(("change", "founding"), [("joins", ["Celle"]), ("is", ["Aue", "Celle"])])
def test_who_joins_a_body_does_not_found_it(change: str, founding: list[str]) -> None:
    doc = article("Mitglieder")
    assert left(doc, change, [name(doc, 1)], [name(doc, 1), name(doc, 2)]) == founding


@pytest.mark.parametrize(
    ("trigger", "founding"),
    [("Gründungsmitglieder", ["Städte"]), ("Gründungsmitglied", ["Städte", "Aue"])],
)
def test_list_of_founding_members_names_no_founders(trigger: str, founding: list[str]) -> None:
    doc = article(trigger)
    assert left(doc, "is", [name(doc, 5)], [cities(doc), name(doc, 1)]) == founding
