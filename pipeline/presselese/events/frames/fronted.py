"""What stands in front of the finite verb: "Ein Joint Venture hat der Nordkonzern gegründet".

Parsers take such an object for the subject, since its article is the same in both cases. Yet what
is new is spoken of with "ein", and who makes it is named behind the finite verb. "Mit der Nordbau
eG hat sich eine Genossenschaft gegründet" names what is founded in front.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Token

from presselese.actors.organisation_nouns import organisation_noun
from presselese.events.fillers.names import Argument, noun_of, preposition_of
from presselese.events.fillers.resolver import Resolver
from presselese.events.grammar.nominals import is_introduced, obliques
from presselese.events.grammar.verbs import finite

Slots = Mapping[str, list[Argument]]


def turned(slots: Slots, verb: Token, resolver: Resolver) -> dict[str, list[Argument]]:
    """Return the slots of a founding with an object in front in its place, else as they are."""
    middle = finite(verb)
    founders = slots.get("founders", [])
    if middle is None or len(founders) != 1 or founders[0].ref is not None:
        return dict(slots)
    new = _new_body(founders[0], middle)
    makers = [
        name
        for name in resolver.names_between(middle.idx, verb.idx)
        if name.label in ("ORG", "PER") and preposition_of(name, verb.doc) is None
    ]
    if new is None or not makers:
        return dict(slots)
    return {**slots, "organisation": [new], "founders": makers[:1]}


def named_by_mit(slots: Slots, verb: Token, resolver: Resolver) -> dict[str, list[Argument]]:
    """Return the slots with the body that "mit" in front names, where only its kind is told.

    Not where somebody founds it: "Mit Kiel gründet Bonn einen Verein" names a partner.
    """
    organisations = slots.get("organisation", [])
    others = [a for a in slots.get("founders", []) if a not in organisations]
    is_open = bool(organisations) and "founders" in slots and not others
    noun = noun_of(organisations[0], verb.doc) if is_open else None
    middle = finite(verb)
    if noun is None or middle is None or not is_introduced(noun) or noun.i < middle.i:
        return dict(slots)
    names = (
        resolver.resolve(child)
        for word, child in obliques(verb)
        if word == "mit" and child.i < middle.i
    )
    named = [name for name in names if name is not None and name.label == "ORG" and name.ref]
    return {**slots, "organisation": named, "founders": []} if named else dict(slots)


def _new_body(phrase: Argument, middle: Token) -> Argument | None:
    """Return a phrase before the finite verb that speaks of a body with "ein", else None."""
    noun = noun_of(phrase, middle.doc)
    if noun is None or not is_introduced(noun):
        return None
    if noun.i >= middle.i or organisation_noun(phrase.noun or "") is None:
        return None
    if phrase.end_char <= middle.idx:
        return phrase
    end = noun.idx + len(noun.text)  # the misread tree has drawn the founder into the phrase
    return replace(phrase, label="NP", name=noun.text, start_char=noun.idx, end_char=end)
