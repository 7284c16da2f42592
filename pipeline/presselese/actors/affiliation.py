"""Whose mayor, chair or manager? The employer of people whose role is told without it.

"Der Verein hat 40 Mitglieder. Vorsitzende Eva Roth …": the article makes clear whom she chairs,
though no phrase says it. Every organisation and place of the article is a candidate, a logistic
model says how likely each is, and only a clear winner is taken. Works on the plain dicts of the
actors' fields. The weights are fitted by `python -m presselese.evaluation.affiliations`, which
says what on.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from presselese.actors.organisation_nouns import organisation_kind
from presselese.resources.loader import PATTERNS, load_tsv
from presselese.resources.logistic import probability

WEIGHTS: Final = PATTERNS / "actors" / "affiliation.json"
# A wrong employer embarrasses more than a missing one. Of the 93 people of dev whose employer gold
# names though no phrase tells it, 32 are answered at 0.5, 28 rightly; the fit prints this again.
LEAST: Final = 0.5
SENTENCE_END: Final = re.compile(r"[.!?][»“\"]?\s")
COMPANY: Final = re.compile(r"\b(?:GmbH|AG|KG|SE|OHG|UG|GbR|mbH|Ltd|Inc)\b")
ASSOCIATION: Final = re.compile(r"\be\. ?V\b")
MANY_SENTENCES: Final = 4

Entity = Mapping[str, Any]
RULE: Final = "person.implied_employer"


@dataclass(frozen=True)
class Article:
    """What the candidates are judged by: text, zones, and the entities of the actors' fields."""

    text: str
    zones: Sequence[Mapping[str, Any]]
    organisations: Sequence[Entity]
    places: Sequence[Entity]
    home: str | None  # id of the dateline's place
    employers: frozenset[str]  # ids of bodies that somebody else is told to work for

    @cached_property
    def candidates(self) -> list[tuple[str, Entity]]:
        """Every organisation and place with its label."""
        return [("ORG", o) for o in self.organisations] + [("LOC", p) for p in self.places]

    @cached_property
    def most_mentions(self) -> int:
        """How often the most mentioned organisation is named."""
        return max((len(o["mentions"]) for o in self.organisations), default=0)

    @cached_property
    def first_organisation(self) -> str | None:
        """The organisation that is named first."""
        firsts = [(o["mentions"][0]["start_char"], o["id"]) for o in self.organisations]
        return min(firsts)[1] if firsts else None

    def last_before(self, label: str, start_char: int) -> str | None:
        """The candidate of a label whose name stands last before a character."""
        ends = [
            (mention["end_char"], entity["id"])
            for kind, entity in self.candidates
            if kind == label
            for mention in entity["mentions"]
            if mention["end_char"] <= start_char
        ]
        return max(ends)[1] if ends else None

    def is_in_headline(self, entity: Entity) -> bool:
        """Tell whether a headline names an entity."""
        return any(
            zone["start_char"] <= mention["start_char"] < zone["end_char"]
            for zone in self.zones
            if zone["kind"] == "headline"
            for mention in entity["mentions"]
        )


def implied_employer(role: str, start_char: int, article: Article) -> Entity | None:
    """Return the entity that a role at a character most likely belongs to, None where unsure."""
    scored = [
        (chance(found), index, entity)
        for index, (entity, found) in enumerate(judged(role, start_char, article))
    ]
    if not scored:
        return None
    best, _, entity = max(scored, key=lambda entry: (entry[0], -entry[1]))
    return entity if best >= LEAST else None


def judged(
    role: str, start_char: int, article: Article
) -> Iterator[tuple[Entity, dict[str, float]]]:
    """Yield every candidate with its features."""
    kind = role_kind(role)
    last = {label: article.last_before(label, start_char) for label in ("ORG", "LOC")}
    for label, entity in article.candidates:
        found = _place_in_text(entity, start_char, article.text)
        sort = f"{label}:{_sort(label, entity)}"
        is_last = float(last[label] == entity["id"])
        is_home = float(article.home == entity["id"])
        count = len(entity["mentions"])
        found |= {
            "bias": 1.0,
            sort: 1.0,
            f"{kind}|{label}": 1.0,
            f"{kind}|{sort}": 1.0,
            "last of its label": is_last,
            f"last {label} {kind}": is_last,
            "home": is_home,
            f"home {kind}": is_home,
            "first organisation": float(article.first_organisation == entity["id"]),
            "log mentions": math.log(count),
            "most mentioned": float(label == "ORG" and count == article.most_mentions > 1),
            f"headline {label}": float(article.is_in_headline(entity)),
            "employs others": float(entity["id"] in article.employers),
            "words": min(4, len(entity["name"].split())) / 4,
            "shares a stem": float(_shares_stem(role, entity["name"])),
        }
        yield entity, found


def _place_in_text(entity: Entity, start_char: int, text: str) -> dict[str, float]:
    before = [m for m in entity["mentions"] if m["end_char"] <= start_char]
    if not before:
        distance = entity["mentions"][0]["start_char"] - start_char
        return {"only after": 1.0, "log distance after": math.log(1 + max(0, distance)) / 6}
    between = text[before[-1]["end_char"] : start_char]
    sentences = min(MANY_SENTENCES, len(SENTENCE_END.findall(between)))
    return {
        "log distance": math.log(1 + len(between)) / 6,
        f"sentences {sentences}": 1.0,
        "same paragraph": float("\n\n" not in between),
        "same line": float("\n" not in between),
    }


def _sort(label: str, entity: Entity) -> str:
    name = str(entity["name"])
    if label == "LOC":
        return str(entity.get("kind") or "place")
    if name.casefold() in _parties():
        return "party"
    if COMPANY.search(name):
        return "company"
    if ASSOCIATION.search(name):
        return "association"
    words = name.split()
    return organisation_kind(words[-1]) or organisation_kind(words[0]) or "unknown"


def _shares_stem(role: str, name: str) -> bool:
    """Tell "Klinikdirektor" and "Klinikum Nord": a word's first letters stand in the role."""
    return any(len(word) > 4 and word[:6].lower() in role.lower() for word in name.split())


def role_kind(role: str) -> str:
    """Return the sort of body that a role belongs to, "other" where the lexicon is silent."""
    lower = role.lower()
    return next((kind for part, kind in _role_kinds() if part in lower), "other")


def chance(found: Mapping[str, float]) -> float:
    """Return the probability that a candidate with these features is the employer."""
    return probability(WEIGHTS, found)


@cache
def _role_kinds() -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in load_tsv("role_kinds", ("part", "kind"))]


@cache
def _parties() -> frozenset[str]:
    return frozenset(name.casefold() for (name,) in load_tsv("parties", ("name",)))
