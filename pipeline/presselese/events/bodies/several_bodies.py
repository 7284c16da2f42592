"""One sentence, several memberships: "Aue ist Mitglied im Klimabund und im Städtenetz".

A membership is of one organisation; those coordinated with it make further ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from presselese.events.fillers.coordination import noun_of_name
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.grammar.nominals import expanded
from presselese.linking.event_fillers import MEMBERS


def with_several_bodies(tellings: Iterable[Telling], resolver: Resolver) -> Iterator[Telling]:
    """Yield each membership, and one more for every body coordinated with its organisation."""
    for telling in tellings:
        yield telling
        for body in _coordinated(telling, resolver):
            yield replace(
                telling,
                slots=telling.slots | {"organisation": [body]},
                values=dict(telling.values),
            )


def _coordinated(telling: Telling, resolver: Resolver) -> Iterator[Argument]:
    (organisation,) = telling.slots["organisation"]
    span = organisation.span(resolver.doc)
    is_named_here = telling.holds(organisation) and organisation.noun is None
    if span is None or not is_named_here or organisation.ref is None:
        return
    known = {organisation.ref} | {member.ref for member in telling.slots[MEMBERS]}
    for noun in expanded(noun_of_name(span.root)):
        body = resolver.resolve(noun)
        is_name = body is not None and body.label == "ORG" and body.noun is None
        if body is not None and is_name and body.ref is not None and body.ref not in known:
            known.add(body.ref)
            yield body
