"""What the German pipeline's event heads read, put into the article's names, dates and figures.

`de_presse` marks words that tell an event and the words with a part in it (`doc._.de_presse_told`).
Here a word becomes the name, the resolved phrase ("das Netzwerk") or the date that it belongs to.
A pipeline without such heads gives no readings; the frames then work alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from spacy.tokens import Doc, Token

from presselese.events.fillers import Argument, Resolver
from presselese.linking.links import NO_LINKS, Links
from presselese.resources.doc_fields import DATES, FIGURES, PLACES

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
# A name or phrase plays a part where the mean over its words is at least this: less in a core slot
# (True), since the confidence knows how likely that one is. Chosen on dev and `corpus/fitting`.
LEAST_PART: Final = {True: 0.55, False: 0.65}
# In another sentence than the trigger's, where a part is rarer.
LEAST_PART_ELSEWHERE: Final = {True: 0.7, False: 0.8}
# What an event cannot do without may stand anywhere in the window.
LEAST_PART_ANYWHERE: Final = 0.92
# A date or figure, by its likeliest word.
LEAST_VALUE: Final = 0.6
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
    size: dict[str, Any] | None = None
    links: Links = NO_LINKS
    parts: dict[str, dict[int, float]] = field(default_factory=dict)  # role -> token -> chance

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
        return _mean(self.token.doc, argument, self.parts.get(ROLE_OF_SLOT[slot], {}))


def reads_events(doc: Doc) -> bool:
    """Tell whether the pipeline that made a Doc has event heads."""
    return Doc.has_extension(TOLD) and doc._.get(TOLD) is not None


def readings(doc: Doc, resolver: Resolver) -> Iterator[Reading]:
    """Yield the readings of a Doc, however faint, in text order."""
    reach = _reach(doc)
    for told in doc._.get(TOLD):
        own = doc[told["token"]].sent.start
        kind = KIND_OF_LABEL[told["label"]]
        yield _reading(doc, told, resolver, reach.get((kind, own), frozenset({own})))


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
        by_role.setdefault(part["role"], {})[part["token"]] = part["score"]
    reading.parts = by_role
    reading.links = Links(frozenset({(told["window"], trigger.i)}), by_role.get(SAME, {}))
    for role, slot in SLOT_OF_ROLE.items():
        if role in by_role:
            found = list(_fillers(doc, by_role[role], trigger, resolver))
            reading.slots[slot] = _chosen(found, trigger.sent.start, reach, slot)
    # A date of another sentence is most often another event's: "Das Netzwerk war 2019 gegründet".
    own = trigger.sent
    dates = [d for d in doc._.get(DATES) if own.start_char <= d["start_char"] < own.end_char]
    for role in ("date", "start", "end"):
        date = _covering(doc, by_role.get(role, {}), dates)
        if date is not None:
            reading.dates[role] = date
    figure = _covering(doc, by_role.get("size", {}), doc._.get(FIGURES))
    if figure is not None and figure["unit"] is None and figure["value"].isdecimal():
        reading.size = {
            "value": int(figure["value"]), "modifier": figure["modifier"], "ref": figure["id"],
        }  # fmt: skip
    return reading


def _chosen(
    found: Sequence[tuple[Argument, float, int]], own: int, reach: Collection[int], slot: str
) -> list[tuple[Argument, float]]:
    """Return the fillers of a slot that are likely enough where they stand, the best first."""
    is_core = slot in CORE_SLOTS
    here, elsewhere = LEAST_PART[is_core], LEAST_PART_ELSEWHERE[is_core]
    kept = [
        (argument, score)
        for argument, score, sentence in found
        if score >= (here if sentence == own else elsewhere) and sentence in reach
    ]
    if is_core and not any(argument.ref for argument, _ in kept):
        # "Neu dabei ist Kiel" tells not of what; the network's name stands far above.
        kept += [(argument, score) for argument, score, _ in found if score >= LEAST_PART_ANYWHERE]
    best: dict[str, tuple[Argument, float]] = {}
    for argument, score in sorted(kept, key=lambda pair: -pair[1]):
        best.setdefault(argument.ref or argument.name, (argument, score))
    return list(best.values())


def _fillers(
    doc: Doc, scores: dict[int, float], trigger: Token, resolver: Resolver
) -> Iterator[tuple[Argument, float, int]]:
    """Yield names and phrases whose words play a part, how likely, and their sentence's start.

    `scores` are the words' chances.
    """
    for run in _runs(doc, scores):
        names = {n.start_char: n for i in run if (n := resolver.name_at(doc[i])) is not None}
        inside = _name_inside(doc[run[0]]) if run == [trigger.i] else None
        if names:
            found = [(name, _mean(doc, name, scores)) for name in names.values()]
        elif inside is not None:
            found = [(inside, scores[trigger.i])]
        else:
            phrase = resolver.resolve(_head(doc, run))
            mean = sum(scores[i] for i in run) / len(run)
            found = [(phrase, mean)] if phrase is not None and run != [trigger.i] else []
        for argument, score in found:
            yield argument, score, doc[run[0]].sent.start


def _runs(doc: Doc, scores: dict[int, float]) -> Iterator[list[int]]:
    """Yield the stretches of words in a row."""
    run: list[int] = []
    for i in sorted(scores):
        if run and any(not doc[j].is_space for j in range(run[-1] + 1, i + 1) if j < i):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _mean(doc: Doc, name: Argument, scores: dict[int, float]) -> float:
    span = doc.char_span(name.start_char, name.end_char, alignment_mode="expand")
    words = [token.i for token in span or () if not token.is_space]
    return sum(scores.get(i, 0.0) for i in words) / max(len(words), 1)


def _head(doc: Doc, run: list[int]) -> Token:
    """Return the word of a phrase that the others hang on: the first whose head lies outside."""
    inside = set(run)
    nominal = [i for i in run if doc[i].pos_ in ("NOUN", "PROPN", "PRON", "X")]
    outermost = [i for i in nominal or run if doc[i].head.i not in inside]
    return doc[(outermost or nominal or run)[0]]


def _name_inside(token: Token) -> Argument | None:
    """Return the place inside a word: "China" in "China-Reise"."""
    end = token.idx + len(token.text)
    for place in token.doc._.get(PLACES):
        for mention in place["mentions"]:
            if token.idx <= mention["start_char"] and mention["end_char"] < end:
                return Argument(
                    "LOC", place["id"], place["name"], mention["start_char"], mention["end_char"]
                )
    return None


def _covering(
    doc: Doc, scores: dict[int, float], spans: Iterable[dict[str, Any]]
) -> dict[str, Any] | None:
    """Return the date or figure that holds the likeliest words of a role."""
    best: tuple[float, dict[str, Any]] | None = None
    for span in spans:
        inside = [
            score
            for i, score in scores.items()
            if span["start_char"] < doc[i].idx + len(doc[i].text) and doc[i].idx < span["end_char"]
        ]
        if inside and max(inside) >= LEAST_VALUE and (best is None or max(inside) > best[0]):
            best = (max(inside), span)
    return best[1] if best else None
