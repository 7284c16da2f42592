"""What "der Verband" means where an article tells the founding or joining of one body only.

"2019 trat die Stadt der Liga bei. Gegründet wurde der Verband 1996": the noun is in no name, yet
the article speaks of one body that one founds or joins, and a noun that points back means it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.fillers import Argument
from presselese.events.framed import is_known_organisation
from presselese.events.telling import Telling
from presselese.linking.mentions import stem


def name_meant_bodies(tellings: Sequence[Telling]) -> None:
    """Put the one body that foundings and memberships name in the place of nouns that mean it.

    In place, and only for nouns that point back: "ein Verein" may be any.
    """
    named = {a.ref: a for t in tellings for a in _organisations(t) if a.is_name and a.noun is None}
    if len(named) != 1:
        return
    (body,) = named.values()
    for telling in tellings:
        telling.slots["organisation"] = [
            _meant(organisation, body, telling) for organisation in _organisations(telling)
        ]


def _organisations(telling: Telling) -> Iterable[Argument]:
    return telling.slots.get("organisation", ())


def _may_mean(organisation: Argument, body: Argument) -> bool:
    """Tell whether a noun may mean a body: "der Verband" any, "das Büro" none but an office.

    One that says more of itself ("die Niederlassung in Minsk") is another.
    """
    noun = organisation.noun or ""
    if organisation.is_name or organisation.name != noun:
        return False
    words = body.name.split()
    if stem(noun.casefold()) in {stem(word.casefold()) for word in words}:
        return True
    kinds = {organisation_kind(word) for word in words} - {None}
    return organisation_kind(noun) in (None, "network", "association", *kinds)


def _meant(organisation: Argument, body: Argument, telling: Telling) -> Argument:
    if not _may_mean(organisation, body) or not is_known_organisation(
        organisation, telling.sentence.doc
    ):
        return organisation
    return replace(
        body,
        start_char=organisation.start_char,
        end_char=organisation.end_char,
        noun=organisation.noun,
    )
