"""Joins the scenes of trips that the frames find with what the event heads read, by sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.fillers.names import Argument, preposition_of, unique
from presselese.events.fillers.telling import Telling
from presselese.events.frames.no_fillers import without_nested
from presselese.events.frames.tellings import in_silent_zone
from presselese.events.grammar.nominals import relation
from presselese.events.heads.readings import Reading
from presselese.events.heads.told_alone import (
    SURE_STATUS,
    core_score,
    date_of,
    telling_of,
    tells_alone,
)
from presselese.events.trips.invited import is_mere_invitation
from presselese.events.trips.merging import SLOTS as TRIP_SLOTS
from presselese.events.trips.others import is_another
from presselese.events.trips.places import is_no_goal
from presselese.events.trips.tellings import is_definite, is_handing_over, is_office
from presselese.resources.doc_fields import text_of

# A trip is told by any of these.
TRIP_CORE: Final = ("destinations", "leaders", "origins")
# From which chance on a name of its sentence is added to those that a frame gives a slot.
SURE: Final = {"origins": 0.95, "destinations": 0.85, "leaders": 0.9, "hosts": 0.9}
# How far from its sentence a name may stand that the heads give a slot: further on, people and
# bodies change sides. Of `corpus/fitting`'s hosts and organisers from other sentences 3 of 19 were
# right, of those who go along 16 of 25 within 300 characters and 2 of 10 beyond.
REACH: Final = {"hosts": 0, "organisers": 0, "participants": 300}
# Less likely names are wrong more often than right, though a trip that nothing else tells of may
# need them (`readings.CORE_LIMITS`): of leaders below, 1 of 9 was right, of goals 1 of 10.
LEAST_READ: Final = {"leaders": 0.6, "destinations": 0.6}
LIST_SIGNS: Final = frozenset({",", "und", "sowie"})
WHEREABOUTS: Final = frozenset({"in", "an", "bei", "auf"})
# From which chance on the heads' word that someone leads goes before a frame's that they go along.
# From 0.8 to 0.9 no difference on dev and `corpus/fitting`, at 0.65 the latter lost.
LEAST_LEADING: Final = 0.8


def combine_trips(
    scenes: Iterable[Telling],
    read: Sequence[Reading],
    met: Collection[str],
) -> list[Telling]:
    """Return the tellings of trips, in text order: one a sentence.

    `met` are people whom the travellers met: the heads' word that they go along counts for nothing.
    """
    by_sentence: dict[int, list[Reading]] = {}
    for reading in _of_trips(read):
        by_sentence.setdefault(reading.token.sent.start, []).append(reading)
    found: list[Telling] = []
    scenes = list(scenes)
    said = dict.fromkeys(met, "hosts") | _said_of_people(scenes)
    for telling in scenes:
        own = by_sentence.pop(telling.sentence.start, [])
        telling.read_score = max((r.score for r in own), default=0.0)
        sure = _surest_first(own)
        for reading in sure:
            _join_trip(telling, reading, said)
        if sure and sure[0].status_score >= SURE_STATUS:
            telling.status = sure[0].status
        telling.core_score = _trip_core(telling, own)
        found.append(telling)
    for own in by_sentence.values():
        sure = [r for r in _surest_first(own) if not in_silent_zone(r.token)]
        if sure:
            best = sure[0]
            slots: dict[str, list[Argument]] = {slot: [] for slot in TRIP_SLOTS}
            telling = telling_of(best, slots, {"size": None, "start": None, "end": None})
            telling.is_definite = is_definite(best.token)
            telling.is_another = is_another(best.token)
            for reading in sure:
                _join_trip(telling, reading, said)
            telling.core_score = _trip_core(telling, own)
            found.append(telling)
    return sorted(found, key=lambda telling: telling.trigger.start_char)


def _surest_first(read: Iterable[Reading]) -> list[Reading]:
    """Return the readings that are sure enough to tell an event alone."""
    return [r for r in sorted(read, key=lambda r: -r.score) if tells_alone(r)]


def _trip_core(telling: Telling, read: Sequence[Reading]) -> float:
    """Return how likely the best of a trip's goals, starts and leaders is right."""
    return max((core_score(telling, r, (slot,)) for r in read for slot in TRIP_CORE), default=0.0)


def sentences_of_trips(read: Iterable[Reading]) -> set[int]:
    """Return the first tokens of the sentences that tell of a trip by the heads alone."""
    return {reading.token.sent.start for reading in _of_trips(read) if tells_alone(reading)}


def _of_trips(read: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the readings of groups that travel, not of offices, tasks handed over, invitations."""
    for reading in read:
        noun = reading.token
        is_something_else = is_office(noun) or is_handing_over(noun) or is_mere_invitation(noun)
        if reading.kind == "delegation" and not is_something_else:
            yield reading


def _said_of_people(scenes: Iterable[Telling]) -> dict[str, str]:
    """Return the slot that a frame gives a person anywhere: "geleitet von X" says it outright.

    Who takes part is told less plainly: "begleitet" may mean either.
    """
    return {
        argument.ref: slot
        for telling in scenes
        for slot in ("hosts", "leaders")
        for argument in telling.slots[slot]
        if argument.label == "PER" and argument.ref is not None
    }


def _join_trip(telling: Telling, reading: Reading, said: Mapping[str, str]) -> None:
    """Add a reading to the telling of a sentence: names for slots that the frame leaves empty.

    A name plays one part only, and keeps the one that the frame gives it: "von X geleitet" and
    "aus X" say it outright. Another trip takes nothing from the sentences about the one before; a
    sentence that only goes on adds what it says itself.
    """
    _lead_rather(telling, reading, said)
    known = {a.ref or a.name for slot in TRIP_SLOTS for a in telling.slots[slot]}
    for slot in TRIP_SLOTS:
        if not telling.slots[slot]:
            read = [a for a in reading.arguments(slot) if (a.ref or a.name) not in known]
            telling.slots[slot] = unique(
                argument
                for argument in read
                if _may_fill(argument, slot, telling.sentence.doc)
                and _is_no_partner(argument, slot, said)
                and _is_in_reach(telling, argument.start_char)
                and _is_near(telling, argument, slot)
                and reading.support(slot, argument) >= LEAST_READ.get(slot, 0.0)
            )
    for slot in SURE:
        told = [*telling.slots[slot], *_surely_read(telling, reading, slot)]
        telling.slots[slot] = unique(without_nested(told))
    telling.links = telling.links.joined(reading.links)
    start, end = _period(reading)
    if start is not None and telling.values["start"] is None:
        telling.values["start"], telling.values["end"] = start, end
    figure = reading.figure
    if figure is not None and _is_in_reach(telling, figure["start_char"]):
        telling.values["size"] = reading.size


def _is_no_partner(argument: Argument, slot: str, said: Mapping[str, str]) -> bool:
    """Tell whether a name may fill a slot by what is said of it elsewhere.

    A body that one met does not go along; but it may have sent the others, or be where they went.
    """
    ref = argument.ref or ""
    if argument.label == "PER":
        return said.get(ref, slot) == slot
    return slot != "participants" or ref not in said


def _surely_read(telling: Telling, reading: Reading, slot: str) -> Iterator[Argument]:
    """Yield the names of a sentence that the heads are sure of, beside those of the frame.

    "Gäste aus Korea: Abordnung aus Gunhwa" names where they come from twice.
    """
    doc = telling.sentence.doc
    known = {a.ref or a.name for told in telling.slots.values() for a in told}
    for argument, score in reading.slots.get(slot, ()):
        is_sure = (
            (score >= SURE[slot] or (slot == "destinations" and _is_among(argument, reading)))
            and telling.holds(argument)
            and argument.is_name
        )
        if is_sure and argument.ref not in known and _may_fill(argument, slot, doc):
            yield argument


def _is_among(goal: Argument, reading: Reading) -> bool:
    """Tell whether a goal stands in a list beside one that the heads are sure of.

    "besucht Werke in Gera, Kiel und Ulm": the heads are less sure of those in the middle.
    """
    text = text_of(reading.token.doc)
    sure = [a for a, score in reading.slots["destinations"] if score >= SURE["destinations"]]
    return any(
        text[first.end_char : second.start_char].strip() in LIST_SIGNS
        for other in sure
        for first, second in ((goal, other), (other, goal))
        if first.end_char <= second.start_char
    )


def _lead_rather(telling: Telling, reading: Reading, said: Mapping[str, str]) -> None:
    """Let those lead of whom the frame only knows that they go along, where the heads read so.

    In place: "acht Beamte begleiten Stadtrat X", "mit Minister Y" say it less plainly than a title.
    Not where the frame knows who leads: "Die Kanzlerin wird von Minister Y begleitet".
    """
    leaders = [
        a
        for a, score in reading.slots.get("leaders", ())
        if score >= LEAST_LEADING and said.get(a.ref or "", "leaders") == "leaders"
    ]
    refs = {a.ref for a in leaders}
    moved = [a for a in telling.slots["participants"] if a.ref is not None and a.ref in refs]
    if moved and not telling.is_led:
        telling.slots["participants"] = [a for a in telling.slots["participants"] if a not in moved]
        telling.slots["leaders"] = unique([*telling.slots["leaders"], *moved])


def _is_in_reach(telling: Telling, start_char: int) -> bool:
    """Tell whether a sentence about a trip may take up what stands there, see `_join_trip`."""
    sentence = telling.sentence
    if not telling.is_new:
        return bool(sentence.start_char <= start_char < sentence.end_char)
    return not telling.is_another or start_char >= sentence.start_char


def _is_near(telling: Telling, argument: Argument, slot: str) -> bool:
    """Tell whether a name stands as near to a trip's sentence as its slot asks, see `REACH`."""
    sentence, reach = telling.sentence, REACH.get(slot)
    return reach is None or (
        sentence.start_char - reach <= argument.start_char < sentence.end_char + reach
    )


def _may_fill(argument: Argument, slot: str, doc: Doc) -> bool:
    """Tell whether an argument may fill a slot: "neun Winzer" are how many, not who takes part."""
    if slot in ("destinations", "origins") and argument.label == "PER":
        return False
    if slot == "leaders" and argument.label in ("LOC", "ORG"):
        return False
    if slot == "destinations" and is_no_goal(argument, doc):
        return False
    if slot == "origins" and (
        preposition_of(argument, doc) in WHEREABOUTS or _invites(argument, doc)
    ):
        return False  # "die Delegation im City College": where they are, not where they come from
    if slot != "participants" or argument.ref is not None:
        return True
    return organisation_kind(argument.noun or "") is not None


def _invites(argument: Argument, doc: Doc) -> bool:
    """Read "auf Einladung des Rates", "auf Einladung der Vorsitzenden des Rates, Frau Ida Roth"."""
    span = argument.span(doc)
    noun = span.root if span is not None else None
    while noun is not None and relation(noun) in ("nmod", "appos", "conj") and noun.head != noun:
        noun = noun.head
        if noun.lower_ == "einladung":
            return True
    return False


def _period(reading: Reading) -> tuple[str | None, str | None]:
    first = reading.dates.get("start")
    value = str(first["value"]) if first is not None else ""
    start, slash, end = value.partition("/")
    if slash and start and end and ".." not in value:
        return start, end
    return date_of(reading, "start"), date_of(reading, "end")
