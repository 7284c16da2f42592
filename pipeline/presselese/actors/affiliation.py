"""Whose mayor, chair or manager? The employer of each person.

A phrase may say it ("Geschäftsführer der Muster GmbH"), or the article makes it clear: "Der Verein
hat 40 Mitglieder. Vorsitzende Eva Roth …". Every organisation, place and unnamed body of the
article is a candidate; what a phrase claims, what the German pipeline reads and where the candidate
stands are features of a logistic choice among them and "none", and only a clear winner is taken.
Works on the plain dicts of the actors' fields. The weights are fitted by
`python -m presselese.evaluation.affiliations`, which says what on.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Final

from presselese.actors.organisation_nouns import organisation_kind
from presselese.resources.doc_fields import in_zone
from presselese.resources.legal_forms import is_association, is_company
from presselese.resources.loader import PATTERNS, load_tsv
from presselese.resources.logistic import choices
from presselese.resources.parties import is_party

WEIGHTS: Final = PATTERNS / "actors" / "affiliation.json"
# A wrong employer embarrasses more than a missing one; the fit prints what these give. Crosswise
# over train, dev and the fitting articles precision is 0.76 and recall 0.58. A minister, a priest
# or a baker often works for no body of the article, and a mere noun ("der Verein") is rarely a
# name that one would give.
LEAST: Final = 0.4
LEAST_OF_OTHERS: Final = 0.5  # no role, or one of `FREE`
LEAST_UNNAMED: Final = 0.6
FREE: Final = frozenset({"state", "other", "trade", "church", "deputy"})
SENTENCE_END: Final = re.compile(r"[.!?][»“\"]?\s")
MANY_SENTENCES: Final = 4
SURELY_READ: Final = 0.5
FAINTLY_READ: Final = 0.15
SHORTEST_SURNAME: Final = 3  # "Au", "Lee": other words too

LABELS: Final = ("ORG", "LOC", "NP")

Entity = Mapping[str, Any]
Candidates = Sequence[tuple[Entity, Mapping[str, float]]]
OFFICER: Final = "officer"  # the kind of roles that are a seat of an association's board
RULE: Final = "person.implied_employer"


@dataclass(frozen=True)
class Article:
    """What the candidates are judged by: text, zones, and the entities of the actors' fields."""

    text: str
    zones: Sequence[Mapping[str, Any]]
    organisations: Sequence[Entity]
    places: Sequence[Entity]
    home: str | None  # id of the dateline's place
    employers: frozenset[str]  # ids of bodies that a phrase says somebody works for
    # By the last character of a person's name: where a word of the employer starts, and how likely
    # the German pipeline finds that; empty with a pipeline that reads no employers.
    read: Mapping[int, Mapping[int, float]] = field(default_factory=dict)
    bodies: Sequence[Entity] = ()  # called by a noun alone, see `employers.unnamed_bodies`

    @cached_property
    def candidates(self) -> list[tuple[str, Entity]]:
        """Every organisation, place and unnamed body with its label."""
        lists = (("ORG", self.organisations), ("LOC", self.places), ("NP", self.bodies))
        return [(label, entity) for label, entities in lists for entity in entities]

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

    def read_score(self, person: Asked, entity: Entity) -> float:
        """Return how likely the German pipeline finds it that a person works for an entity."""
        scores = [
            sum(s for start, s in words.items() if m["start_char"] <= start < m["end_char"])
            / len(m["text"].split())
            for words in (self.read.get(end, {}) for end in person.ends)
            for m in entity["mentions"]
        ]
        return min(1.0, max(scores, default=0.0))

    def is_in_headline(self, entity: Entity) -> bool:
        """Tell whether a headline names an entity."""
        return any(in_zone(self.zones, m["start_char"], "headline") for m in entity["mentions"])


@dataclass(frozen=True, slots=True)
class Asked:
    """A person whose employer is asked for: the role or None, and where the names stand.

    `claimed` is the id of the entity that a phrase names, `rule` that phrase's; `kin` the id of the
    body that the role's own word speaks of ("Universitätspräsident").
    """

    role: str | None
    start_char: int
    ends: tuple[int, ...]
    claimed: str | None = None
    rule: str | None = None
    kin: str | None = None
    surname: str = ""


def least_chance(role: str | None, found: Mapping[str, float]) -> float:
    """Return how likely an employer with these features must be to be given."""
    is_unsure = role is None or role_kind(role) in FREE
    least = LEAST_OF_OTHERS if is_unsure else LEAST
    is_unnamed = any(name.startswith("NP:") for name in found)
    return max(least, LEAST_UNNAMED) if is_unnamed else least


def likeliest(candidates: Candidates, likely: Sequence[float], role: str | None) -> Entity | None:
    """Return the candidate with the highest of these chances, None where none is likely enough.

    `role` is the person's, None where none is told.
    """
    ranked = zip(likely, candidates, strict=True)
    best = max(ranked, key=lambda pair: pair[0], default=None)
    if best is None:
        return None
    chance, (entity, found) = best
    return entity if chance > least_chance(role, found) else None


def pooled(tables: Sequence[Candidates]) -> list[list[float]]:
    """Return the chances of several people's candidates where all work for the same one.

    "Vorsitzende ist Eva Roth … Die Kasse prüfen Jan Wolf und Ida Kurz": the officers of an article
    are those of one association. Each candidate has the mean of what it has with each of them.
    """
    total: dict[str, float] = defaultdict(float)
    for table in tables:
        likely = chances([found for _, found in table])
        for (entity, _), chance in zip(table, likely, strict=True):
            total[entity["id"]] += chance / len(tables)
    return [[total[entity["id"]] for entity, _ in table] for table in tables]


def judged(person: Asked, article: Article) -> Iterator[tuple[Entity, dict[str, float]]]:
    """Yield every candidate with its features."""
    kind = role_kind(person.role) if person.role else "none"
    last = {label: article.last_before(label, person.start_char) for label in LABELS}
    read = [article.read_score(person, entity) for _, entity in article.candidates]
    most = max(read, default=0.0)
    for (label, entity), score in zip(article.candidates, read, strict=True):
        found = _place_in_text(entity, person.start_char, article.text)
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
            "shares a stem": float(_shares_stem(person.role or "", entity["name"])),
            "kin": float(person.kin == entity["id"]),
            "bears the surname": float(_bears(entity["name"], person.surname)),
            "read": score,
            "read surely": float(score >= SURELY_READ),
            "read elsewhere": most - score,
            "read best": float(score == most >= FAINTLY_READ),
            f"read best {label}": float(score == most >= FAINTLY_READ),
            f"read best {kind}": float(score == most >= FAINTLY_READ),
            "read last of its label": is_last * score,
        }
        if person.claimed is not None:
            found |= {
                "claimed": float(person.claimed == entity["id"]),
                f"claimed {person.rule}": float(person.claimed == entity["id"]),
                "claimed elsewhere": float(person.claimed != entity["id"]),
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
    if label != "ORG":
        return str(entity.get("kind") or "place")
    if is_party(name):
        return "party"
    if is_company(name):
        return "company"
    if is_association(name):
        return "association"
    words = name.split()
    return organisation_kind(words[-1]) or organisation_kind(words[0]) or "unknown"


def _shares_stem(role: str, name: str) -> bool:
    """Tell "Klinikdirektor" and "Klinikum Nord": a word's first letters stand in the role."""
    return any(len(word) > 4 and word[:6].lower() in role.lower() for word in name.split())


def _bears(name: str, surname: str) -> bool:
    """Tell "Webermann Heimtextilien GmbH" of Constanze Webermann, and its genitive."""
    words = re.split(r"[\s/&-]+", name)
    return len(surname) > SHORTEST_SURNAME and bool({surname, f"{surname}s"} & set(words))


def role_kind(role: str) -> str:
    """Return the sort of body that a role belongs to, "other" where the lexicon is silent."""
    lower = role.lower()
    return next((kind for part, kind in _role_kinds() if part in lower), "other")


def chances(found: Sequence[Mapping[str, float]]) -> list[float]:
    """Return the probability of each candidate, given by its features, to be the employer."""
    return choices(WEIGHTS, found)


@cache
def _role_kinds() -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in load_tsv("role_kinds", ("part", "kind"))]
