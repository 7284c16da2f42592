"""Gives each person of an article the employer that its phrases and the German pipeline tell.

Collects the candidates: every organisation and place of the article, and the bodies that it calls
by a noun alone ("Geschäftsführer des Tourismusverbands"). `affiliation` judges them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from spacy.tokens import Doc

from presselese.actors.affiliation import (
    OFFICER,
    Article,
    Asked,
    Candidates,
    chances,
    judged,
    likeliest,
    pooled,
    role_kind,
)
from presselese.actors.affiliation import RULE as IMPLIED_RULE
from presselese.actors.employment import EMPLOYED_RULE
from presselese.actors.nominative import nominative
from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.role_claims import IN_BRACKETS
from presselese.actors.role_nouns import RoleNouns
from presselese.actors.visitors import visits
from presselese.linking.coreference import CITY_NOUNS, Antecedents
from presselese.linking.mentions import is_acronym
from presselese.resources.doc_fields import ORGANISATIONS, PLACES, ZONES, text_of

# Set by de_presse; other German pipelines read no employers.
READ: Final = "de_presse_employers"
# "Eva Roth (Grüne)": all that is said of her; whoever writes so means where she is from.
BEHIND_THE_NAME: Final = frozenset({EMPLOYED_RULE, IN_BRACKETS})
Features = dict[str, list[tuple[str, dict[str, float]]]]


@dataclass(frozen=True, slots=True)
class Known:
    """What employers are looked up in: the article's home place, its organisations by common noun,
    and the role nouns."""

    home: Mapping[str, Any] | None
    antecedents: Antecedents
    nouns: RoleNouns


def settle_employers(doc: Doc, people: Sequence[dict[str, Any]], known: Known) -> Features:
    """Give every person the likeliest employer; returns the candidates' names and features.

    `people` are changed in place; the features go by a person's id. An employer that a phrase
    tells in words that are neither a name nor a body's noun ("DIHK-Präsident") stays.
    """
    bodies = list(unnamed_bodies(doc, people, known.antecedents))
    told = (p["organisation"]["ref"] for p in people if p["organisation"] is not None)
    article = Article(
        text_of(doc),
        doc._.get(ZONES),
        doc._.get(ORGANISATIONS),
        doc._.get(PLACES),
        known.home["id"] if known.home else None,
        frozenset(ref for ref in told if ref),
        read_employers(doc),
        bodies,
    )
    tables = _tables(doc, people, known, article)
    likely = {i: chances([found for _, found in table]) for i, table in tables.items()}
    officers = [p["id"] for p in people if p["id"] in tables and _is_officer(p)]
    likely |= zip(officers, pooled([tables[i] for i in officers]), strict=True)
    for person in people:
        if person["id"] not in tables:
            continue
        claim = person["organisation"]
        employer = likeliest(tables[person["id"]], likely[person["id"]], person["role"])
        if employer is None:
            is_named = claim is not None and claim["ref"] is not None
            is_all = person["role"] is None and person["rule"] in BEHIND_THE_NAME
            if not (is_named and is_all):
                person["organisation"] = None
            continue
        if claim is None or employer["id"] != _claimed_body(person, known, bodies):
            person["rule"] = IMPLIED_RULE
        elif claim["ref"] is not None and is_acronym(claim["name"]):
            continue  # the name that stands with the role: "DIHK-Präsident"
        person["organisation"] = {
            "ref": None if employer in bodies else employer["id"],
            "name": employer["name"],
        }
    return {
        identity: [(entity["name"], dict(found)) for entity, found in table]
        for identity, table in tables.items()
    }


def _tables(
    doc: Doc, people: Sequence[Mapping[str, Any]], known: Known, article: Article
) -> dict[str, Candidates]:
    """Return every person's candidates, but of those whose phrase tells something else."""
    seen = visits(doc)
    tables: dict[str, Candidates] = {}
    for person in people:
        claim = person["organisation"]
        claimed = _claimed_body(person, known, article.bodies)
        if claim is not None and claimed is None and not organisation_kind(claim["name"]):
            continue
        start = person["mentions"][0]["start_char"]
        home_of_guests = {v.place for v in seen if v.is_host(start)} - {claimed}
        tables[person["id"]] = [
            (entity, found)
            for entity, found in judged(_asked(person, claimed, known), article)
            if entity["id"] not in home_of_guests
        ]
    return tables


def _is_officer(person: Mapping[str, Any]) -> bool:
    """Tell a chair, treasurer, auditor … whose own phrase names no body."""
    role = person["role"]
    return bool(role) and person["organisation"] is None and role_kind(role) == OFFICER


def unnamed_bodies(
    doc: Doc, people: Sequence[Mapping[str, Any]], antecedents: Antecedents
) -> Iterator[dict[str, Any]]:
    """Yield the bodies that are called by a noun and mean none of the named ones.

    Shape as `records.Organisation`, one a noun; `kind` is the noun's of the lexicon.
    """
    named = [*doc._.get(ORGANISATIONS), *doc._.get(PLACES), *people]
    taken = {
        i
        for mention in itertools.chain.from_iterable(entity["mentions"] for entity in named)
        for i in range(mention["start_char"], mention["end_char"])
    }
    bodies: dict[str, dict[str, Any]] = {}
    for token in doc:
        kind = organisation_kind(token.text) if token.pos_ == "NOUN" else None
        if kind is None or token.idx in taken or token.lemma_.lower() in CITY_NOUNS:
            continue
        if antecedents.of(token.text, token.idx, kind) is not None:
            continue
        name = nominative(token)
        body = bodies.setdefault(
            name.casefold(),
            {"id": f"noun_{token.i}", "name": name, "kind": kind, "mentions": []},
        )
        end = token.idx + len(token.text)
        body["mentions"].append({"start_char": token.idx, "end_char": end, "text": token.text})
    yield from bodies.values()


def _claimed_body(
    person: Mapping[str, Any], known: Known, bodies: Sequence[Mapping[str, Any]]
) -> str | None:
    """Return the id of the body that a phrase tells; a mere noun ("des Vereins") means one."""
    claim = person["organisation"]
    if claim is None or claim["ref"] or " " in claim["name"]:
        return claim["ref"] if claim else None
    kind = organisation_kind(claim["name"])
    meant = known.antecedents.of(claim["name"], person["mentions"][0]["start_char"], kind)
    if meant is not None:
        return str(meant["id"])
    return next(
        (b["id"] for b in bodies if any(m["text"] == claim["name"] for m in b["mentions"])), None
    )


def _asked(person: Mapping[str, Any], claimed: str | None, known: Known) -> Asked:
    start = person["mentions"][0]["start_char"]
    return Asked(
        person["role"],
        start,
        tuple(mention["end_char"] for mention in person["mentions"]),
        claimed=claimed,
        rule=person["rule"] if claimed else None,
        kin=_kin(person["role"], start, known) if person["role"] else None,
        surname=person["name"].split()[-1],
    )


def read_employers(doc: Doc) -> dict[int, dict[int, float]]:
    """Return what the German pipeline reads: name's last character -> employer's word -> chance."""
    found: dict[int, dict[int, float]] = {}
    for pair in doc._.get(READ) if Doc.has_extension(READ) else ():
        name = doc[pair["person"]]
        words = found.setdefault(name.idx + len(name.text), {})
        words[doc[pair["token"]].idx] = pair["score"]
    return found


def _kin(role: str, start: int, known: Known) -> str | None:
    """Return the body that a role's own word speaks of: a "Universitätspräsident" has one.

    It is the one university that the article names.
    """
    word = role.split()[-1]
    for length in range(len(word) - 3, 3, -1):
        first = word[:length].removesuffix("s").removesuffix("-")
        kind = organisation_kind(first)
        if kind and known.nouns.base(word[length:].capitalize()):
            found = known.antecedents.of(first, start, kind)
            return str(found["id"]) if found else None
    return None
