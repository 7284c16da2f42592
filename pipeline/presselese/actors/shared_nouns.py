"""Names that share their noun: "die Universitäten Aue, Bramme und Celle" are three universities.

Taggers see a noun and three towns. What joins a network or founds it are the universities, so each
town's mention becomes that of its body, "Universität Aue".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from presselese.actors.organisation_nouns import organisation_kind, organisation_noun, uninflected
from presselese.actors.places import Gazetteer
from presselese.linking.mentions import Mention

# "Die Firmen in Aue und Bramme" are any firms; "Filialen in Riga und Kaunas" say where.
NAMED_KINDS: Final = frozenset({"institute", "chamber", "authority"})
# Of these a town has one: "die Hochschulen in Aue und Bramme", not "Schulen in Aue und Bramme".
ONE_A_TOWN: Final = ("universität", "hochschule", "kammer")
DEFINITE: Final = frozenset({"die", "der", "den"})
GLUE: Final = frozenset({",", "und", "sowie"})
LEAST_NAMES: Final = 2


def share_nouns(doc: Doc, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Return the mentions with towns turned to the bodies that a plural noun before them means."""
    at = {mention.start_char: mention for mention in mentions}
    shared: dict[int, Mention] = {}
    gone: set[int] = set()
    for noun in doc:
        singular = _singular(noun)
        if singular is None:
            continue
        first = at.get(noun.idx)  # "Hochschulen für Technik" may be a name to the tagger
        towns = _towns_behind(noun, first, at)
        if len(towns) < LEAST_NAMES or any(_is_land(town, gazetteer) for town in towns):
            continue
        rest = first.text.removeprefix(noun.text) if first is not None else ""
        if first is not None and first is towns[0]:
            shared[first.start_char] = replace(first, name=f"{singular}{rest}")
            towns, rest = towns[1:], ""
        elif first is not None:
            gone.add(first.start_char)
        for town in towns:
            name = f"{singular}{rest} {town.name}"
            shared[town.start_char] = replace(town, label="ORG", name=name)
    return [
        shared.get(mention.start_char, mention)
        for mention in mentions
        if mention.start_char not in gone
    ]


def _singular(noun: Token) -> str | None:
    """Return "Universität" for "Universitäten"; None for what is no plural of a named body."""
    if noun.pos_ not in ("NOUN", "PROPN") or organisation_kind(noun.text) not in NAMED_KINDS:
        return None
    singular = uninflected(noun.text)
    if singular is None or "Sing" in noun.morph.get("Number", []):
        return None
    ending = noun.text[len(singular) :].lower()
    return singular if ending in ("n", "en", "e") else None


def _towns_behind(noun: Token, first: Mention | None, at: Mapping[int, Mention]) -> list[Mention]:
    """Return the names of the list right behind a noun, or behind its "in"."""
    doc = noun.doc
    named = first is not None and len(first.text) > len(noun.text)
    index = _behind(doc, first) if named and first is not None else noun.i + 1
    towns: list[Mention] = []
    if index < len(doc) and doc[index].text == "in":
        if not (organisation_noun(noun.text) or "").endswith(ONE_A_TOWN) or not _is_definite(noun):
            return []
        index += 1
    elif named and first is not None:  # "Feuerwehren Aue" and Bramme
        towns.append(first)
        while index < len(doc) and doc[index].lower_ in GLUE:
            index += 1
    while index < len(doc):
        town = at.get(doc[index].idx)
        if town is None or town.label != "LOC":
            break
        towns.append(town)
        index = _behind(doc, town)
        while index < len(doc) and doc[index].lower_ in GLUE:
            index += 1
    return towns


def _is_definite(noun: Token) -> bool:
    """Tell "die Hochschulen in Aue und Bramme" from "drei Hochschulen in Aue und Bramme"."""
    before = next((t for t in reversed(noun.doc[: noun.i]) if t.pos_ != "ADJ"), None)
    return before is not None and before.lower_ in DEFINITE


def _behind(doc: Doc, mention: Mention) -> int:
    """Return the index of the token behind a mention."""
    span = doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
    return span.end if span is not None else len(doc)


def _is_land(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Tell a country, which has many: "Universitäten in Frankreich und Polen"."""
    return mention.label == "LOC" and gazetteer.kind(mention.name) == "country"
