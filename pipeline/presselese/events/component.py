"""Component `presselese_events`: delegations, foundings and memberships of an article.

Idea: trigger words with frames, arguments from the dependency tree, tellings merged to events.
Reads trees, tags, `presselese_dates`, `presselese_figures` and the actors' fields; writes
`presselese_events`.

    nlp("Kiel ist dem Klimabündnis beigetreten.")._.presselese_events[0]["change"]   # "joins"

Known limits: an event told only by its headline's ellipsis, or across paragraphs without any
shared noun, is missed. Scores: see README.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.bodies.borrowed_members import leave_out_borrowed
from presselese.events.bodies.branch_series import let_one_firm_open_all
from presselese.events.bodies.combined import combine_framed
from presselese.events.bodies.fullest_nouns import call_by_fullest_noun
from presselese.events.bodies.said_members import said_members
from presselese.events.bodies.several_bodies import with_several_bodies
from presselese.events.bodies.taken_up import name_as_taken_up
from presselese.events.confidence import confidence_of, features
from presselese.events.doubts import doubts
from presselese.events.evidence import as_evidence, evidence_of
from presselese.events.fillers.nicknames import name_towns, nicknames
from presselese.events.fillers.owners import founded_as, owners
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.fillers.venues import towns
from presselese.events.frames.kinds import PATTERNS, EventKind, load_kind
from presselese.events.frames.no_fillers import leave_out_no_fillers
from presselese.events.frames.tellings import framed_tellings
from presselese.events.grammar.phases import phase_of
from presselese.events.grammar.status import is_merely_thinkable
from presselese.events.heads.clause_owners import leave_dates_to_owners, leave_to_owners
from presselese.events.heads.readings import Reading, readings, reads_events
from presselese.events.trips.combined import TRIP_CORE, combine_trips, sentences_of_trips
from presselese.events.trips.leaders import let_minister_lead
from presselese.events.trips.merging import SLOTS as TRIP_SLOTS
from presselese.events.trips.merging import TripTelling, merge_trips
from presselese.events.trips.others import is_return
from presselese.events.trips.parties import people_met
from presselese.events.trips.places import names_goal
from presselese.events.trips.sides import let_guests_arrive
from presselese.events.trips.tellings import delegation_tellings
from presselese.linking.event_fillers import MEMBERS
from presselese.linking.events import merge_events
from presselese.linking.same_events import same_founding, same_membership
from presselese.resources.doc_fields import (
    DATES,
    EVENT_FEATURES,
    EVENTS,
    FIGURES,
    ORGANISATIONS,
    PEOPLE,
    PLACES,
    PUBLISHED,
    ZONES,
    in_zone,
    register,
)

Event = dict[str, Any]
# A wrong event embarrasses more than a missing one: less likely ones are not told at all.
LEAST_CONFIDENCE = 0.55
HELPERS = frozenset(
    {
        "read_score",
        "core_score",
        "links",
        "by_name",
        "names_near",
        "is_open",
        "is_known",
        "is_body",
        "is_headline",
        "is_led",
        "shown",
    }
)


class EventsComponent:
    """Callable spaCy component; holds only the frames and the confidence that it asks for."""

    def __init__(
        self, founding: EventKind, membership: EventKind, *, least_confidence: float
    ) -> None:
        self.founding = founding
        self.membership = membership
        self.least_confidence = least_confidence

    def __call__(self, doc: Doc) -> Doc:
        """Write the events of one Doc and return it."""
        resolver = Resolver(doc)
        read = list(readings(doc, resolver)) if reads_events(doc) else None
        leave_to_owners(read or ())
        leave_dates_to_owners(read or ())
        foundings = self._framed(doc, self.founding, resolver, read)
        memberships = self._framed(doc, self.membership, resolver, read)
        name_as_taken_up([*foundings, *memberships], resolver)
        leave_out_borrowed(memberships)
        for telling in memberships:
            telling.slots[MEMBERS] = said_members(telling.slots[MEMBERS], doc)
        memberships = [t for t in memberships if t.slots[MEMBERS]]
        memberships = list(with_several_bodies(memberships, resolver))
        scenes: Iterable[Telling] = delegation_tellings(
            doc, resolver, sentences_of_trips(read or ())
        )
        if read is not None:
            met = people_met(doc, resolver)
            scenes = combine_trips(scenes, read, met)
        trips = [
            TripTelling(
                _trip(t),
                t.is_new,
                t.is_definite,
                t.is_another,
                _in_headline(t),
                names_goal(t),
                is_return(t.trigger.root),
            )
            for t in scenes
        ]
        called = nicknames(doc)
        told_trips = merge_trips(trips, called)
        for trip in told_trips:
            let_minister_lead(trip, doc._.get(PEOPLE))
            let_guests_arrive(trip, resolver.home)
        founded = merge_events(_events(foundings, self.founding), same_founding, self.founding.many)
        let_one_firm_open_all(founded)
        belonging = merge_events(
            _events(memberships, self.membership), same_membership, self.membership.many
        )
        events = [*told_trips, *founded, *belonging]
        kinds = (self.founding, self.membership)
        cores = {"delegation": TRIP_CORE} | {kind.kind: kind.core for kind in kinds}
        known = [
            (
                event,
                features(event) | doubts(event, cores[event["kind"]], events, read or (), resolver),
            )
            for event in events
        ]
        for event, found in known:
            event["confidence"] = confidence_of(found)
            for helper in HELPERS & event.keys():  # known to merging and confidence alone
                del event[helper]
        call_by_fullest_noun([*founded, *belonging], doc)
        for event in events:  # now: what stands where is a ground for doubt
            name_towns(event, called, resolver.home)
        # Without event heads the confidence rests on the frames alone and is no ground to drop.
        least = self.least_confidence if read is not None else 0.0
        kept = [(e, found) for e, found in known if e["confidence"] >= least]
        for event, _ in kept:
            event["evidence"] = evidence_of(event, doc)
        doc._.set(EVENTS, _numbered(event for event, _ in kept))
        doc._.set(EVENT_FEATURES, {event["id"]: found for event, found in kept})
        return doc

    def _framed(
        self, doc: Doc, kind: EventKind, resolver: Resolver, read: list[Reading] | None
    ) -> list[Telling]:
        tellings: Iterable[Telling] = framed_tellings(
            doc, kind, resolver, even_partial=read is not None
        )
        if read is not None:
            tellings = combine_framed(tellings, read, kind, resolver)
        found = []
        for telling in tellings:
            for slot in kind.towns:
                telling.slots[slot] = towns(telling.slots[slot], resolver)
            leave_out_no_fillers(doc, telling.slots, kind, telling.shown)
            for slot in kind.owners:
                verb = telling.trigger.root
                telling.slots[slot] = telling.slots[slot] or founded_as(verb, resolver)
                for organisation in telling.slots["organisation"]:
                    telling.slots[slot] = telling.slots[slot] or owners(organisation, resolver)
            _settle_phase(telling, kind)
            is_whole = all(telling.slots[slot] for slot in kind.core)
            if is_whole and not is_merely_thinkable(telling.trigger.root):
                found.append(telling)
        return found


@Language.factory(
    "presselese_events",
    default_config={"least_confidence": LEAST_CONFIDENCE},
    assigns=["doc._.presselese_events"],
    requires=["token.dep"],
)
def create_events(
    nlp: Language, name: str, least_confidence: float = LEAST_CONFIDENCE
) -> EventsComponent:
    """Make the component, load its frames and register its fields."""
    register(
        Doc, EVENTS, EVENT_FEATURES, DATES, FIGURES, PEOPLE, ORGANISATIONS, PLACES, ZONES, PUBLISHED
    )
    return EventsComponent(
        load_kind(PATTERNS / "founding.yaml"),
        load_kind(PATTERNS / "membership.yaml"),
        least_confidence=least_confidence,
    )


def _settle_phase(telling: Telling, kind: EventKind) -> None:
    """Tell, in place, what changes where a state's word says that it begins, ends or is sought."""
    for name, by_value in kind.phases.items():
        by_phase = by_value.get(str(telling.values.get(name)), {})
        phase = phase_of(telling.trigger.root) if by_phase else None
        if phase is None or phase not in by_phase:
            continue
        telling.values[name] = by_phase[phase]
        if phase == "sought" and telling.status == "done":
            telling.status = "planned"


def _common(telling: Telling) -> Event:
    return {
        "kind": telling.kind,
        "id": "",
        "status": telling.status,
        "reported": telling.reported,
        "confidence": 0.0,
        "trigger": as_evidence(telling.trigger),
        "evidence": [as_evidence(telling.sentence)],
        "rule": telling.rule,
        "read_score": telling.read_score,
        "core_score": telling.core_score,
        "is_open": telling.is_open,
        "links": telling.links,
        "by_name": _by_name(telling),
        "names_near": len(telling.sentence.ents),
        "shown": telling.shown,
    }


def _by_name(telling: Telling) -> frozenset[str]:
    """Return the slots of which a filler stands there by its name, not as "die Firma" or "sie"."""
    return frozenset(
        slot
        for slot, arguments in telling.slots.items()
        if any(a.ref is not None and a.noun is None for a in arguments)
    )


def _events(tellings: Iterable[Telling], kind: EventKind) -> list[Event]:
    return [_event(telling, kind) for telling in tellings]


def _event(telling: Telling, kind: EventKind) -> Event:
    event = _common(telling) | telling.values
    event |= {"is_known": telling.is_definite, "is_headline": _in_headline(telling)}
    event["is_body"] = _is_body(telling)
    for slot in kind.many:
        event[slot] = [argument.as_filler() for argument in telling.slots[slot]]
    for slot in kind.one:
        event[slot] = telling.slots[slot][0].as_filler()
    return event


def _is_body(telling: Telling) -> bool:
    """Tell whether what is founded is a name or a kind of body, unlike "eine neue Adresse"."""
    (body,) = telling.slots["organisation"]
    return body.ref is not None or organisation_kind(body.noun or "") is not None


def _trip(telling: Telling) -> Event:
    event = _common(telling) | telling.values | {"is_led": telling.is_led}
    for slot in TRIP_SLOTS:
        event[slot] = [argument.as_filler() for argument in telling.slots[slot]]
    return event


def _in_headline(telling: Telling) -> bool:
    return in_zone(telling.trigger.doc._.get(ZONES), telling.trigger.start_char, "headline")


def _numbered(events: Iterable[Event]) -> Sequence[Event]:
    ordered = sorted(
        events,
        key=lambda e: (e["evidence"][0]["start_char"], e["trigger"]["start_char"], e["kind"]),
    )
    for number, event in enumerate(ordered, start=1):
        event["id"] = f"evt_{number}"
    return ordered
