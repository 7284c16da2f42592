"""Delegations: sentences about a travelling group become scenes, scenes become tellings.

A scene counts where a group noun ("Delegation", "Abordnung") or a trip noun ("Wirtschaftsreise")
stands in it, or where people who act for others travel together ("14 Abgeordnete … angereist").
Later scenes about "die Reise" or "die Delegation" add to the trip that they continue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from spacy.tokens import Doc, Span, Token

from presselese.events import clauses
from presselese.events import delegation_scene as scenes
from presselese.events.delegation_scene import Scene, noun_kind
from presselese.events.fillers import Argument, Resolver
from presselese.events.framed import in_silent_zone
from presselese.events.status import is_reported, status_of
from presselese.events.telling import Telling
from presselese.resources.doc_fields import DATES, FIGURES, PUBLISHED

SLOTS: Final = ("destinations", "origins", "organisers", "leaders", "participants", "hosts")
# "Delegation der Deutschen Wirtschaft" is an office abroad, "Delegation von Aufgaben" a handing over.
OFFICE: Final = re.compile(r"Delegation(?:en)?(?:,? \w+)* der [Dd]eutschen Wirtschaft")
HANDING_OVER: Final = re.compile(
    r"Delegation (?:von|der|des) (?:\w+ )?(?:Aufgaben|Verantwortung|Kompetenz|Befugnis|Entscheidung|"
    r"Arbeit|Pflicht|Tätigkeit|Recht|Zuständigkeit)"
)


def delegation_tellings(doc: Doc, resolver: Resolver) -> Iterator[Telling]:
    """Yield the tellings of trips in text order; continuing scenes have `is_new` False."""
    told = False
    for sentence in doc.sents:
        group, trip, journey, people = _nouns(sentence)
        head = group or trip
        if head is None and people is not None and _travels(people):
            group = head = people
        rule = _rule(group, trip, people)
        if head is None:
            if not told or (journey is None and not _continues(sentence)):
                continue
            head, rule = journey or sentence.root, "delegation.continued"
        if in_silent_zone(head):
            continue
        telling = _telling(Scene(sentence, resolver, group, trip or journey), head, rule)
        telling.is_new = rule != "delegation.continued"
        if telling.is_new or any(telling.slots.values()) or telling.values["start"]:
            told = told or telling.is_new
            yield telling


def _nouns(sentence: Span) -> tuple[Token | None, Token | None, Token | None, Token | None]:
    found: dict[str, Token] = {}
    for token in sentence:
        kind = noun_kind(token)
        if kind in ("group", "trip") and (_is_office(token) or _is_handing_over(token)):
            continue
        if kind is not None and (kind not in found):
            found[kind] = token
        if kind is None and re.fullmatch(r"\w+-?(?:[Rr]eise|[Dd]elegation)n?", token.text):
            found.setdefault("trip" if "eise" in token.text else "group", token)
    if "trip" in found and found["trip"].lower_.endswith(("besuch", "gegenbesuch")):
        pass
    return found.get("group"), found.get("trip"), found.get("journey"), found.get("people")


def _is_office(token: Token) -> bool:
    window = token.doc.text[token.idx : token.idx + 90]
    if OFFICE.match(window):
        return True
    named = token.ent_type_ == "ORG"
    return named and "Wirtschaft" in window[:60]


def _is_handing_over(token: Token) -> bool:
    return bool(HANDING_OVER.match(token.doc.text, token.idx))


def _travels(people: Token) -> bool:
    """Tell whether several people travel to a named place: "14 Abgeordnete waren angereist"."""
    verb = people.head
    lemma = clauses.verb_lemma(verb)
    if verb.pos_ != "VERB" or lemma not in scenes.verbs("travel") or clauses.relation(people) != "nsubj":
        return False
    is_counted = any(
        figure["start_char"] <= people.idx < figure["end_char"]
        or figure["counts"] and people.text.startswith(figure["counts"][:6])
        for figure in people.doc._.get(FIGURES)
        if people.sent.start_char <= figure["start_char"] < people.sent.end_char
    )
    return is_counted or "Plur" in people.morph.get("Number")


def _continues(sentence: Span) -> bool:
    """Tell whether a sentence without any trip noun still speaks of the people on the trip."""
    return any(
        token.lower_ in scenes.TEAM_WORDS - {"gehörten", "gehören", "gehörte", "mitglieder"}
        for token in sentence
    )


def _rule(group: Token | None, trip: Token | None, people: Token | None) -> str:
    if trip is not None and group is None:
        return "delegation.trip_noun"
    if group is not None and group is people:
        return "delegation.people_travel"
    return "delegation.group_noun"


def _telling(scene: Scene, head: Token, rule: str) -> Telling:
    slots: dict[str, list[Argument]] = {
        "destinations": scenes.destinations(scene),
        "origins": scenes.origins(scene),
        "organisers": scenes.organisers(scene),
        "leaders": scenes.leaders(scene),
        "hosts": scenes.hosts(scene),
        "participants": scenes.participants(scene),
    }
    _keep_one_role_each(slots)
    start, end = _period(scene)
    return Telling(
        kind="delegation",
        rule=rule,
        trigger=head.doc[head.i : head.i + 1],
        sentence=scene.sentence,
        status=status_of(head),
        reported=is_reported(head),
        slots=slots,
        values={"size": scenes.size(scene), "start": start, "end": end},
    )


def _keep_one_role_each(slots: dict[str, list[Argument]]) -> None:
    """Give every name one role only: who leads or receives is not also listed as taking part."""
    taken: set[str] = set()
    for slot in ("destinations", "origins", "organisers", "leaders", "hosts", "participants"):
        slots[slot] = [a for a in slots[slot] if (a.ref or a.name) not in taken]
        taken |= {a.ref or a.name for a in slots[slot]}


def _period(scene: Scene) -> tuple[str | None, str | None]:
    """Return start and end of the trip from the dates of its sentence, EDTF.

    A span gives both; a single day, month or year gives the start alone.
    """
    doc = scene.sentence.doc
    found: list[dict[str, Any]] = [
        date
        for date in doc._.get(DATES)
        if date["type"] == "DATE"
        and scene.sentence.start_char <= date["start_char"] < scene.sentence.end_char
    ]
    for date in found:
        start, slash, end = date["value"].partition("/")
        if slash and start and end and start != "..":
            return start, end
    points = [d["value"] for d in found if len(d["value"]) >= 4 and d["value"][:1] in "12X"]
    points = [value for value in points if "/" not in value]
    if not points or (doc._.get(PUBLISHED) or "") == points[0]:
        return None, None
    return max(points, key=len), None
