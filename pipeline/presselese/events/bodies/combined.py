"""Joins what the frames find with what the German pipeline's event heads read.

Both look at the same sentences: the frames know words and clauses, the heads know how such
sentences usually go. Where both tell of an event it is one telling, which keeps the frame's rule
id; a sure reading tells alone (rule `<kind>.read`), and a frame's telling without a reading keeps
how likely the heads find it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from spacy.tokens import Token

from presselese.events.bodies.read_bodies import is_inside, means_another
from presselese.events.bodies.shown_founders import FOUNDING_MEMBERS, let_shown_found
from presselese.events.fillers.names import Argument, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.frames.arguments import network
from presselese.events.frames.kinds import EventKind
from presselese.events.frames.no_fillers import leave_out_read
from presselese.events.frames.tellings import (
    in_silent_zone,
    is_known_organisation,
    is_partial,
    is_refused,
)
from presselese.events.grammar.clauses import DATIVE_ONLY, datives
from presselese.events.grammar.nominals import is_no_subject
from presselese.events.grammar.status import says_what_is_decided
from presselese.events.grammar.verbs import verb_lemma
from presselese.events.heads.readings import Reading
from presselese.events.heads.told_alone import (
    SURE_STATUS,
    core_score,
    date_of,
    telling_of,
    tells_alone,
)

# How much it counts, beside a reading's support (0 to 1), that a frame finds a filler and that the
# filler is a name. Between 0.1 and 0.5 events of 746 articles differ by less than 0.1 points of F1.
FRAME_BONUS: Final = 0.3
NAME_BONUS: Final = 0.3
# Where no frame speaks: "eine Niederlassung für die Sozietät" is founded, not the named firm.
NAME_BONUS_ALONE: Final = 0.15
# From this probability on a reading completes what a frame tells of the organisation alone.
LEAST_COMPLETING: Final = 0.5


def combine_framed(
    framed: Iterable[Telling], read: Sequence[Reading], kind: EventKind, resolver: Resolver
) -> list[Telling]:
    """Return the tellings of foundings or memberships, in text order."""
    own = [reading for reading in read if reading.kind == kind.kind]
    for reading in own:
        leave_out_read(reading.token.doc, reading.slots, kind)
        _leave_to_likelier_slot(reading, kind)
    found: list[Telling] = []
    taken: set[int] = set()
    words: set[int] = set()
    for telling in framed:
        if telling.trigger.start in words:
            continue  # "DiWiSH wird Mitglied": two frames know the word, it tells one event
        if is_partial(telling, kind):
            found += _completed(telling, own, kind, resolver, taken)
            continue
        words.add(telling.trigger.start)
        partner = _partner(telling, [r for r in own if id(r) not in taken])
        if partner is not None:
            taken.add(id(partner))
            found.append(_joined(telling, partner, kind, resolver))
            continue
        inside = [r for r in own if telling.sentence.start <= r.token.i < telling.sentence.end]
        telling.read_score = max((r.score for r in inside), default=0.0)
        telling.core_score = max((core_score(telling, r, kind.core) for r in inside), default=0.0)
        found.append(telling)
    for reading in own:
        if tells_alone(reading) and id(reading) not in taken:
            told = _framed_alone(reading, read, kind, resolver)
            if told is not None:
                found.append(told)
    return sorted(found, key=lambda telling: telling.trigger.start_char)


def _completed(
    telling: Telling, own: Sequence[Reading], kind: EventKind, resolver: Resolver, taken: set[int]
) -> list[Telling]:
    """Return a telling whose core a sure reading of the same word completes; marks it as taken.

    A reading that takes for the member what the dative says is joined tells nothing at all.
    """
    reading = next((r for r in own if r.token.i == telling.trigger.start and _is_likely(r)), None)
    if reading is None or id(reading) in taken or in_silent_zone(reading.token):
        return []
    whole = _joined(telling, reading, kind, resolver)
    if telling.trigger.root.pos_ == "NOUN":
        whole.values |= reading.fixed  # "das neue Mitglied": the mere noun says "is"
    (organisation,) = whole.slots["organisation"]
    is_whole = not is_partial(whole, kind) and not is_refused(organisation, kind)
    if is_whole or _shows_dative(organisation, reading.token):
        taken.add(id(reading))
    return [whole] if is_whole else []


def _is_likely(reading: Reading) -> bool:
    """Tell whether a reading is sure enough for a word of which a frame says what is joined."""
    return reading.score >= LEAST_COMPLETING


def _leave_to_likelier_slot(reading: Reading, kind: EventKind) -> None:
    """Keep each name in the slot that it fills likeliest: who founds a body is not what is founded.

    In place; of the organisation and of those that found or join it. Where is another question: a
    town founds and is the seat.
    """
    bodies = [slot for slot in dict.fromkeys((*kind.core, *kind.many)) if slot not in kind.towns]
    likeliest: dict[str, tuple[float, str]] = {}
    for slot in bodies:
        for argument, score in reading.slots.get(slot, ()):
            name = argument.ref or argument.name
            likeliest[name] = max(likeliest.get(name, (0.0, slot)), (score, slot))
    for slot in bodies:
        reading.slots[slot] = [
            pair
            for pair in reading.slots.get(slot, ())
            if likeliest[pair[0].ref or pair[0].name][1] == slot
        ]


def _shows_dative(argument: Argument, verb: Token) -> bool:
    """Tell whether a name is what a verb has in the dative, and its article says so."""
    return (
        argument.is_name
        and verb_lemma(verb) in DATIVE_ONLY
        and any(
            argument.start_char <= noun.idx < argument.end_char and is_no_subject(noun)
            for noun in datives(verb)
        )
    )


def _partner(telling: Telling, read: Sequence[Reading]) -> Reading | None:
    """Return the reading of the same event: the same word, else the same organisation nearby."""
    sentence = telling.sentence
    near = [r for r in read if sentence.start <= r.token.i < sentence.end]
    same_word = [r for r in near if r.token.i == telling.trigger.start]
    if same_word:
        return max(same_word, key=lambda r: r.score)
    wanted = {a.ref or a.name for a in telling.slots.get("organisation", ())}
    for reading in sorted(near, key=lambda r: -r.score):
        named = {a.ref or a.name for a in reading.arguments("organisation")}
        if tells_alone(reading) and (not named or named & wanted):
            return reading
    return None


def _joined(telling: Telling, reading: Reading, kind: EventKind, resolver: Resolver) -> Telling:
    """Add a reading to a frame's telling; what speaks for a filler in both decides."""
    slots = telling.slots
    verb = telling.trigger.root
    is_shown = any(_shows_dative(a, verb) for a in slots["organisation"])
    said = {a.ref for slot in kind.many for a in slots.get(slot, ())} - {None}
    for slot in kind.one:
        if not is_shown:
            slots[slot] = _likeliest(slots.get(slot, []), reading, slot, said)
    for slot in kind.many:
        slots[slot] = unique([*slots.get(slot, ()), *reading.arguments(slot)])
    telling.shown = let_shown_found(slots, verb, reading, kind, resolver)
    for slot in kind.many:
        for organisation in slots["organisation"]:
            slots[slot] = resolver.apart_from(organisation, slots[slot])
    if reading.status_score >= SURE_STATUS and not says_what_is_decided(verb):
        telling.status = reading.status
    telling.values["date"] = date_of(reading, "date") or telling.values.get("date")
    telling.read_score = reading.score
    telling.core_score = core_score(telling, reading, kind.core)
    telling.links = reading.links
    return telling


def _likeliest(
    framed: Sequence[Argument],
    reading: Reading,
    slot: str,
    elsewhere: Collection[str | None] = (),
) -> list[Argument]:
    """Return the filler of a slot that takes one, for which frame and reading speak most.

    A name counts more than a mere noun: of "der Cluster" and "timber.lab" both may be read. What
    the frame puts `elsewhere` (refs) is not read here: "DiWiSH wird Mitglied im Netzwerk".
    """
    doc = reading.token.doc
    framed = [argument for argument in framed if not means_another(argument, reading, slot)]
    read = [
        argument
        for argument, _ in reading.slots.get(slot, ())
        if (argument.ref is None or argument.ref not in elsewhere)
        and not is_inside(argument, framed, doc)
    ]

    def worth(argument: Argument) -> float:
        support = reading.support(slot, argument)
        return support + FRAME_BONUS * (argument in framed) + NAME_BONUS * argument.is_name

    best = max([*framed, *read], key=worth, default=None)
    return [best] if best is not None else []


def _best(reading: Reading, slot: str) -> list[Argument]:
    """Return the likeliest filler of a slot that takes one; a name rather than a mere noun."""

    def worth(scored: tuple[Argument, float]) -> float:
        argument, score = scored
        return score + NAME_BONUS_ALONE * argument.is_name

    best = max(reading.slots.get(slot, ()), key=worth, default=None)
    return [best[0]] if best is not None else []


def _taken_over(reading: Reading, read: Sequence[Reading]) -> list[Argument]:
    """Return the organisation that the article spoke of last in an event of the kind.

    "Im Juli stößt auch die Stadt Tüßheim dazu" does not say to what; "Zu den Gründungsmitgliedern
    zählt Roth" speaks of what was founded.
    """
    kinds = {reading.kind}
    if FOUNDING_MEMBERS.search(reading.token.text):
        kinds.add("founding")
    before = [r for r in read if r.token.i < reading.token.i and tells_alone(r)]
    for other in sorted(before, key=lambda r: -r.token.i):
        named = [a for a in _best(other, "organisation") if a.ref is not None]
        if named and other.kind in kinds:
            return named
    return []


def _framed_alone(
    reading: Reading, read: Sequence[Reading], kind: EventKind, resolver: Resolver
) -> Telling | None:
    """Return the telling of a reading that no frame shares; None where its core is empty."""
    token = reading.token
    if in_silent_zone(token):
        return None
    slots: dict[str, list[Argument]] = {slot: reading.arguments(slot) for slot in kind.many}
    slots["organisation"] = _best(reading, "organisation")
    shown = let_shown_found(slots, token, reading, kind, resolver)
    is_open = not slots["organisation"] and kind.kind == "membership"
    if is_open:
        slots["organisation"] = _taken_over(reading, read) or list(network(token, resolver))[:1]
    for organisation in slots["organisation"]:
        for slot in kind.many:
            slots[slot] = resolver.apart_from(organisation, slots[slot])
    if any(not slots[slot] for slot in kind.core) or is_refused(slots["organisation"][0], kind):
        return None
    telling = telling_of(reading, slots, {"date": date_of(reading, "date"), **reading.fixed})
    core = [slot for slot in kind.core if not (is_open and slot == "organisation")]
    telling.core_score = core_score(telling, reading, core)
    telling.is_open = is_open
    telling.is_definite = is_known_organisation(slots["organisation"][0], token.doc)
    telling.shown = shown
    return telling
