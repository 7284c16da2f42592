"""What the German pipeline's event heads read, put into the article's names, dates and figures.

`de_presse` marks words that tell an event and the words with a part in it (`doc._.de_presse_told`).
Here a word becomes the name, the resolved phrase ("das Netzwerk") or the date that it belongs to.
A pipeline without such heads gives no readings; the frames then work alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from spacy.tokens import Doc, Token

from presselese.events.fillers.coordination import Scored, listed_with
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.heads.read_fillers import covering, fillers_of, mean_chance
from presselese.linking.links import NO_LINKS, Links
from presselese.resources.doc_fields import DATES, FIGURES, ZONES, in_zone

TOLD: Final = "de_presse_told"
KIND_OF_LABEL: Final = {
    "delegation": "delegation",
    "founding": "founding",
    "opening": "founding",
    "joins": "membership",
    "is": "membership",
    "leaves": "membership",
}
FIXED_OF_LABEL: Final = {
    "founding": {"form": "founding"},
    "opening": {"form": "opening"},
    "joins": {"change": "joins"},
    "is": {"change": "is"},
    "leaves": {"change": "leaves"},
}
SLOT_OF_ROLE: Final = {
    "organisation": "organisation",
    "founder": "founders",
    "place": "places",
    "member": "members",
    "destination": "destinations",
    "origin": "origins",
    "organiser": "organisers",
    "leader": "leaders",
    "participant": "participants",
    "host": "hosts",
}
ROLE_OF_SLOT: Final = {slot: role for role, slot in SLOT_OF_ROLE.items()}
SAME: Final = "same"  # of another trigger: it tells the same event
# Sentences with a trigger that is at least this likely speak for themselves.
LEAST_TRIGGER: Final = 0.5


class Limits(NamedTuple):
    """From which chance on a name or phrase fills a slot, in the trigger's sentence and outside."""

    here: float
    elsewhere: float


# Lower in core slots, since the confidence knows how likely those are. Chosen on dev and
# `corpus/fitting`.
CORE_LIMITS: Final = Limits(here=0.5, elsewhere=0.6)
OTHER_LIMITS: Final = Limits(here=0.65, elsewhere=0.7)
# Of those who found a body, other sentences name mostly its board, its guests or its members.
LIMITS_OF_SLOT: Final = {"founders": Limits(here=0.65, elsewhere=0.9)}
# What an event cannot do without may stand anywhere in the text that was read; of the goal, origin
# and leader of a trip one is enough, so that they must be surer.
LEAST_ANYWHERE: Final = {"organisation": 0.6, "members": 0.7}
LEAST_ELSE_ANYWHERE: Final = 0.92
CORE_SLOTS: Final = frozenset({"organisation", "members", "destinations", "origins", "leaders"})


@dataclass(slots=True)
class Reading:
    """One trigger as the model reads it; `slots` hold (argument, score), best first."""

    token: Token
    label: str
    score: float
    status: str
    status_score: float
    slots: dict[str, list[tuple[Argument, float]]] = field(default_factory=dict)
    dates: dict[str, dict[str, Any]] = field(default_factory=dict)  # by role: date, start, end
    figure: dict[str, Any] | None = None  # a whole number of people
    links: Links = NO_LINKS
    parts: dict[str, dict[int, float]] = field(default_factory=dict)  # role -> token -> chance

    @property
    def size(self) -> dict[str, Any] | None:
        """The group's size as `records.Size` has it."""
        if self.figure is None:
            return None
        value, modifier = int(self.figure["value"]), self.figure["modifier"]
        return {"value": value, "modifier": modifier, "ref": self.figure["id"]}

    @property
    def kind(self) -> str:
        """The kind of record that the label belongs to."""
        return KIND_OF_LABEL[self.label]

    @property
    def fixed(self) -> dict[str, str]:
        """The plain fields that the label sets: form or change."""
        return dict(FIXED_OF_LABEL.get(self.label, {}))

    def arguments(self, slot: str) -> list[Argument]:
        """The fillers of a slot, in text order."""
        found = [argument for argument, _ in self.slots.get(slot, ())]
        return sorted(found, key=lambda argument: argument.start_char)

    def support(self, slot: str, argument: Argument) -> float:
        """Return how likely the words of an argument fill a slot: the mean over its words."""
        return mean_chance(self.token.doc, argument, self.parts.get(ROLE_OF_SLOT[slot], {}))


def reads_events(doc: Doc) -> bool:
    """Tell whether the pipeline that made a Doc has event heads."""
    return Doc.has_extension(TOLD) and doc._.get(TOLD) is not None


def readings(doc: Doc, resolver: Resolver) -> Iterator[Reading]:
    """Yield the readings of a Doc, however faint, in text order; one a word and kind."""
    reach = _reach(doc)
    datelines = _datelines(doc)
    likeliest: dict[tuple[int, str], dict[str, Any]] = {}
    for told in sorted(doc._.get(TOLD), key=lambda told: -told["score"]):
        # "trat … aus" leaves; that it joins as well is the weaker label of the same verb.
        likeliest.setdefault((told["token"], KIND_OF_LABEL[told["label"]]), told)
    for (token, kind), told in sorted(likeliest.items(), key=lambda item: item[0]):
        own = doc[token].sent.start
        parts = [part for part in told["roles"] if part["token"] not in datelines]
        yield _reading(
            doc, told | {"roles": parts}, resolver, reach.get((kind, own), frozenset({own}))
        )


def _datelines(doc: Doc) -> set[int]:
    """Return the words of datelines: where an article was filed plays no part in its events."""
    zones = doc._.get(ZONES)
    return {token.i for token in doc if in_zone(zones, token.idx, "dateline")}


def _reach(doc: Doc) -> dict[tuple[str, int], set[int]]:
    """Return the sentences that each telling sentence speaks for, by kind and first token.

    The model says what part a word plays, but hardly in which of several events. A sentence
    without a trigger of its own goes on about the event told last, or else the next one.
    """
    telling: dict[str, set[int]] = {}
    for told in doc._.get(TOLD):
        if told["score"] >= LEAST_TRIGGER:
            kind = KIND_OF_LABEL[told["label"]]
            telling.setdefault(kind, set()).add(doc[told["token"]].sent.start)
    reach: dict[tuple[str, int], set[int]] = {}
    starts = [sentence.start for sentence in doc.sents]
    for kind, own in telling.items():
        owner = min(own)
        for start in starts:
            owner = start if start in own else owner
            reach.setdefault((kind, owner), set()).add(start)
    return reach


def _reading(doc: Doc, told: dict[str, Any], resolver: Resolver, reach: Collection[int]) -> Reading:
    trigger = doc[told["token"]]
    reading = Reading(trigger, told["label"], told["score"], told["status"], told["status_score"])
    by_role: dict[str, dict[int, float]] = {}
    for part in told["roles"]:
        role = _role(part["role"], reading.kind)
        chances = by_role.setdefault(role, {})
        chances[part["token"]] = max(part["score"], chances.get(part["token"], 0.0))
    reading.parts = by_role
    reading.links = Links(frozenset({(told["window"], trigger.i)}), by_role.get(SAME, {}))
    for role, slot in SLOT_OF_ROLE.items():
        if role in by_role:
            is_body = role == "organisation"
            others = by_role.get("founder", {})
            found = list(
                fillers_of(doc, by_role[role], trigger, resolver, is_body=is_body, others=others)
            )
            if is_body:  # "Seit der Gründung wuchs Weber": the firm, of which the person is known
                found = [scored for scored in found if scored[0].label != "PER"]
            reading.slots[slot] = _chosen(doc, found, trigger.sent.start, reach, slot)
    own = trigger.sent
    for role in ("date", "start", "end"):
        date = covering(doc, by_role.get(role, {}), doc._.get(DATES), own)
        if date is not None:
            reading.dates[role] = date
    figure = covering(doc, by_role.get("size", {}), doc._.get(FIGURES), own)
    if figure is not None and figure["unit"] is None and figure["value"].isdecimal():
        reading.figure = figure
    return reading


def _role(role: str, kind: str) -> str:
    """Return a role as a kind of event has it.

    A word with two labels ("Gründungsmitglieder") is read once: its founders are its members.
    """
    return "member" if (role, kind) == ("founder", "membership") else role


def _chosen(
    doc: Doc, found: Sequence[Scored], own: int, reach: Collection[int], slot: str
) -> list[tuple[Argument, float]]:
    """Return the fillers of a slot that are likely enough where they stand, the best first."""
    is_core = slot in CORE_SLOTS
    limits = CORE_LIMITS if is_core else LIMITS_OF_SLOT.get(slot, OTHER_LIMITS)
    kept = [
        (argument, score, sentence)
        for argument, score, sentence in found
        if score >= (limits.here if sentence == own else limits.elsewhere) and sentence in reach
    ]
    if is_core and not any(argument.is_name for argument, _, _ in kept):
        # "Neu dabei ist Kiel" tells not of what; the network's name stands far above.
        least = LEAST_ANYWHERE.get(slot, LEAST_ELSE_ANYWHERE)
        kept += [scored for scored in found if scored[1] >= least]
    if slot != "organisation":
        kept += listed_with(doc, kept, found)
    best: dict[str, tuple[Argument, float]] = {}
    for argument, score, _ in sorted(kept, key=lambda scored: -scored[1]):
        best.setdefault(argument.ref or argument.name, (argument, score))
    return list(best.values())
