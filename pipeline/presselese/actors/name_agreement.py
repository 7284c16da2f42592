"""Mentions of one article that agree with each other: one name is one kind of thing.

A tagger decides sentence by sentence; what a name is shows where the article tells it in full or
more often. "EUA-Mitgliedschaft" names EUA where that stands alone as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from presselese.actors.name_edges import without_rank
from presselese.actors.organisation_nouns import organisation_kind, organisation_noun
from presselese.actors.places import Gazetteer
from presselese.actors.role_nouns import RoleNouns
from presselese.linking.demonyms import demonyms
from presselese.linking.mentions import Mention, NameLabel, is_acronym
from presselese.resources.legal_forms import legal_form_of, without_legal_form

COMPANIES: Final = frozenset({"unternehmen", "firmen", "betriebe", "betrieben"})
# Ends of compounds that name a body of the first part, or a body made of it: "Neptun-Gruppe".
BODIES: Final = re.compile(
    r"(?:gruppe|konzern|versammlung|gremium|ausschuss|kreis|jury|kurier|zeitung|nachrichten)(?:e?s)?$",
    re.IGNORECASE,
)
PLURAL: Final = ("n", "e")  # "EUt-Hochschulen", "EUt-Verbände"
# A name is a place that the tagger calls so this many times as often as an organisation.
CLEARLY: Final = 2
LANDS: Final = ("country", "region")  # "Thüringen GmbH" leaves Thüringen a land
# Groups that travel are no body: "CPPCC-Delegation".
TRAVELLERS: Final = re.compile(r"\w*delegation", re.IGNORECASE)


def agreed(mentions: list[Mention], gazetteer: Gazetteer, roles: RoleNouns) -> list[Mention]:
    """Return mentions that agree with each other, in the same order.

    A single word that ends a person's full name is that person ("so Balkenhol weiter"), whatever
    the tagger calls it; "Solinger" is no name where Solingen is named; "Solinger Unternehmen" are
    any companies.
    """
    surnames = {
        m.name.split()[-1]
        for m in mentions
        if m.label == "PER" and " " in m.name and not is_acronym(m.name.split()[0])
    }
    adjectives = {form for m in mentions if m.label == "LOC" for form in demonyms(m.name)}
    bodies = {m.name for m in mentions if m.label == "ORG"}
    towns = {m.name for m in mentions if m.label == "LOC"}
    labels = _labels_of(mentions, gazetteer)
    kept = []
    for mention in mentions:
        if mention.label != "PER" and mention.name in surnames:
            mention = replace(mention, label="PER")
        mention = without_rank(mention, surnames, roles)
        if mention.label != "PER":
            mention = replace(mention, label=labels.get(mention.name, mention.label))
        mention = _first_part(_without_genitive(mention, towns), bodies)
        is_adjective = mention.label != "LOC" and mention.name in adjectives - surnames
        if not (is_adjective or (mention.label == "ORG" and _are_any_companies(mention))):
            kept.append(mention)
    return kept


def _labels_of(mentions: Sequence[Mention], gazetteer: Gazetteer) -> dict[str, NameLabel]:
    """Return what names are that the tagger calls places here and organisations there.

    "Deutz" is the company where "Deutz AG" is named; a town that the gazetteer knows is a place;
    of other names the clearly more frequent holds, but an acronym is no place.
    """
    counts = Counter((m.name, m.label) for m in mentions if m.label != "PER")
    companies = {
        without_legal_form(name)
        for name, label in counts
        if label == "ORG" and legal_form_of(name) is not None
    }
    companies -= {name for name, _ in counts if gazetteer.kind(name) in LANDS}
    labels: dict[str, NameLabel] = {}
    for name, _ in counts:
        places, bodies = counts[name, "LOC"], counts[name, "ORG"]
        if name in companies:
            labels[name] = "ORG"
        elif places and bodies:
            is_town = gazetteer.kind(name) is not None
            if is_town or (places >= CLEARLY * bodies and not is_acronym(name)):
                labels[name] = "LOC"
            elif bodies > places:
                labels[name] = "ORG"
    return labels


def _are_any_companies(mention: Mention) -> bool:
    """Tell "Solinger Unternehmen" from who unites them: "Verband kommunaler Unternehmen"."""
    *first, last = mention.name.split()
    unites = any(organisation_kind(word) for word in first if word.lower() not in COMPANIES)
    return last.lower() in COMPANIES and not unites


def _without_genitive(mention: Mention, towns: set[str]) -> Mention:
    """Return "Torfhaven" for "Torfhavens" where the article names Torfhaven as well."""
    stem = mention.name.removesuffix("s")
    is_genitive = mention.label == "LOC" and stem != mention.name and stem in towns
    return replace(mention, name=stem) if is_genitive else mention


def _first_part(mention: Mention, bodies: set[str]) -> Mention:
    """Return "EUA" for "EUA-Mitgliedschaft", "NET" for "NET-Hochschulen" where these are named."""
    first, hyphen, last = mention.text.rpartition("-")
    if mention.label != "ORG" or not hyphen or " " in mention.text or first not in bodies:
        return mention
    noun = organisation_noun(last)
    is_plural = noun is not None and not last.lower().endswith(noun) and last.endswith(PLURAL)
    is_body = organisation_kind(last) is not None and not TRAVELLERS.fullmatch(last)
    if BODIES.search(last) or not last[:1].isupper() or (is_body and not is_plural):
        return mention
    end = mention.start_char + len(first)
    return replace(mention, text=first, name=first, end_char=end)
