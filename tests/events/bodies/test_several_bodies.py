"""One sentence that tells memberships of several organisations."""

from __future__ import annotations

import pytest
from tests.events.scenes import scene

from presselese.events.bodies.several_bodies import with_several_bodies
from presselese.events.fillers.resolver import Resolver
from presselese.events.frames.kinds import PATTERNS, load_kind
from presselese.events.frames.tellings import framed_tellings

# Aue tritt dem Nordbund und dem Südbund bei.
ROWS = """Aue _ PROPN nsubj 2
    tritt treten VERB root 0 Tense=Pres|VerbForm=Fin
    dem der DET det 4
    Nordbund _ PROPN obl:arg 2 Case=Dat
    und _ CCONJ cc 7
    dem der DET det 7
    Südbund _ PROPN {relation} Case=Dat
    bei bei ADP compound:prt 2"""
NAMES = [(0, 1, "LOC"), (3, 4, "ORG"), (6, 7, "ORG")]


@pytest.mark.parametrize(
    ("relation", "label", "bodies"),
    [
        ("conj 4", "ORG", ["Nordbund", "Südbund"]),
        ("conj 1", "ORG", ["Nordbund"]),  # joins along
        ("conj 4", "LOC", ["Nordbund"]),  # no body
    ],
)
def test_each_coordinated_body_is_joined(relation: str, label: str, bodies: list[str]) -> None:
    names = [*NAMES[:2], (6, 7, label)]
    doc = scene(ROWS.format(relation=relation), names=names)
    resolver = Resolver(doc)
    kind = load_kind(PATTERNS / "membership.yaml")
    told = list(with_several_bodies(framed_tellings(doc, kind, resolver), resolver))
    assert [telling.slots["organisation"][0].name for telling in told] == bodies
    assert all(telling.slots["members"][0].name == "Aue" for telling in told)
