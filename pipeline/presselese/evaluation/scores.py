"""Scores of records against gold: events, slots, status, people, dates, figures.

Pairs of events are taken greedily, best slot agreement first; an event pair counts when its core
matches (delegation: a destination, leader or origin; founding: the organisation; membership: the
organisation and a member). Slot scores count the fillers of all gold and all found events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from presselese.evaluation.gold import KINDS, Event, gold_event, record_event
from presselese.evaluation.matching import hits, names_of, same_date, same_name

CORE: Final[dict[str, tuple[str, ...]]] = {
    "delegation": ("destinations", "leaders", "origins"),
    "founding": ("organisation",),
    "membership": ("organisation", "members"),
}
# Slots that many events of an article share by chance.
PLAIN_SLOTS: Final = frozenset({"form", "change", "size"})
EMPTY: Final[dict[str, Any]] = {"events": [], "people": [], "dates": [], "figures": []}
# Values of figures count as equal below this difference (fractions take four decimals).
SMALLEST_DIFFERENCE: Final = 1e-3


@dataclass(slots=True)
class Tally:
    """Counts of one thing: right, found, wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Count further cases."""
        self.right += right
        self.found += found
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that is found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Scores:
    """All tallies of one comparison, its errors by class, and (confidence, is right) pairs."""

    documents: int = 0
    missing: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    judged: list[tuple[float, bool]] = field(default_factory=list)

    def total(self, *names: str) -> Tally:
        """Return the sum of several tallies."""
        total = Tally()
        for name in names:
            tally = self.tallies[name]
            total.add(tally.right, tally.found, tally.wanted)
        return total

    @property
    def events(self) -> Tally:
        """Events of all kinds."""
        return self.total(*KINDS)

    @property
    def slots(self) -> Tally:
        """Fillers of all slots."""
        return self.total(*(name for name in list(self.tallies) if name.startswith(KINDS_DOTTED)))

    def status(self, kind: str) -> float:
        """Share of the paired events of a kind whose status is right."""
        return self.tallies[f"status {kind}"].recall

    @property
    def calibration_error(self) -> float:
        """Expected calibration error over ten equal bins of confidence."""
        bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
        for confidence, is_right in self.judged:
            bins[min(9, int(confidence * 10))].append((confidence, is_right))
        gaps = (abs(sum(c for c, _ in cases) - sum(r for _, r in cases)) for cases in bins.values())
        return sum(gaps) / len(self.judged) if self.judged else 0.0


KINDS_DOTTED: Final = tuple(f"{kind}." for kind in KINDS)


def score(gold: Mapping[str, dict[str, Any]], records: Mapping[str, dict[str, Any]]) -> Scores:
    """Compare records with gold by id; a gold file without record counts as nothing found."""
    scores = Scores()
    for identity, wanted in gold.items():
        record = records.get(identity)
        scores.documents += 1
        scores.missing += record is None
        found = record or EMPTY
        for kind in KINDS:
            _score_events(scores, identity, kind, wanted, found)
        _score_people(scores, identity, wanted.get("people", []), found.get("people", []))
        _score_dates(scores, identity, wanted.get("dates", []), found.get("dates", []))
        _score_figures(scores, identity, wanted.get("figures", []), found.get("figures", []))
    return scores


def _score_events(
    scores: Scores, identity: str, kind: str, wanted: dict[str, Any], found: dict[str, Any]
) -> None:
    gold = [gold_event(e) for e in wanted["events"] if e["type"] == kind]
    events = [record_event(e) for e in found.get("events", []) if e["kind"] == kind]
    pairs = _pairs(gold, events)
    scores.tallies[kind].add(len(pairs), len(events), len(gold))
    for i, j in pairs:
        is_right = gold[i].status == events[j].status
        scores.tallies[f"status {kind}"].add(is_right, 1, 1)
        if not is_right:
            _note(scores, f"{kind}.status", identity, gold[i].status, events[j].status)
        for slot, names in gold[i].slots.items():
            right = hits(slot, names, events[j].slots[slot])
            scores.tallies[f"{kind}.{slot}"].right += right
            if right < max(len(names), len(events[j].slots[slot])):
                _note(scores, f"{kind}.{slot}", identity, names, events[j].slots[slot])
    _count_slots(scores, identity, kind, gold, events, pairs)


def _count_slots(
    scores: Scores,
    identity: str,
    kind: str,
    gold: Sequence[Event],
    events: Sequence[Event],
    pairs: Sequence[tuple[int, int]],
) -> None:
    met, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, event in enumerate(gold):
        for slot, names in event.slots.items():
            scores.tallies[f"{kind}.{slot}"].wanted += len(names)
        if i not in met:
            _note(scores, f"{kind} missed{_how_missed(event, events)}", identity, _filled(event))
    for j, event in enumerate(events):
        for slot, names in event.slots.items():
            scores.tallies[f"{kind}.{slot}"].found += len(names)
        if j not in used:
            _note(scores, f"{kind} spurious", identity, _filled(event))
        if event.confidence is not None:
            scores.judged.append((event.confidence, j in used))


def _how_missed(wanted: Event, events: Sequence[Event]) -> str:
    """Return what became of an event without a pair: the end of its error class.

    Its core may stand in an event that pairs with another; or what is told of it names another
    body, member or goal.
    """
    if any(_core_matches(wanted, found) for found in events):
        return ", told as one with another"
    shared = (
        hits(slot, names, found.slots[slot]) > 0
        for found in events
        for slot, names in wanted.slots.items()
        if slot not in PLAIN_SLOTS
    )
    return ", told with another core" if any(shared) else ""


def _filled(event: Event) -> dict[str, list[str]]:
    return {slot: names for slot, names in event.slots.items() if names}


def _pairs(gold: Sequence[Event], events: Sequence[Event]) -> list[tuple[int, int]]:
    candidates = []
    for i, wanted in enumerate(gold):
        for j, found in enumerate(events):
            if _core_matches(wanted, found):
                slots = wanted.slots
                right = sum(hits(slot, names, found.slots[slot]) for slot, names in slots.items())
                size = sum(len(names) + len(found.slots[slot]) for slot, names in slots.items())
                candidates.append((2 * right / max(size, 1), i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates, reverse=True):
        if all(i != other and j != used for other, used in pairs):
            pairs.append((i, j))
    return pairs


def right_events(wanted: dict[str, Any], record: dict[str, Any]) -> set[str]:
    """Return the ids of a record's events that pair with an event of the gold."""
    right: set[str] = set()
    for kind in KINDS:
        gold = [gold_event(e) for e in wanted["events"] if e["type"] == kind]
        raw = [e for e in record["events"] if e["kind"] == kind]
        right |= {raw[j]["id"] for _, j in _pairs(gold, [record_event(e) for e in raw])}
    return right


def _core_matches(gold: Event, found: Event) -> bool:
    agree = [hits(slot, gold.slots[slot], found.slots[slot]) > 0 for slot in CORE[gold.kind]]
    return any(agree) if gold.kind == "delegation" else all(agree)


def _score_people(
    scores: Scores, identity: str, gold: Sequence[dict[str, Any]], people: Sequence[dict[str, Any]]
) -> None:
    left = list(people)
    told = [p for p in people if p.get("role") or p.get("organisation")]
    scores.tallies["people"].add(0, len(told), len(gold))
    for person in gold:
        match = next((p for p in left if same_name(person["name"], p.get("name"))), None)
        scores.tallies["people names"].add(match is not None, 0, 1)
        if match is None:
            _note(scores, "people missed", identity, person)
            continue
        left.remove(match)
        scores.tallies["people"].right += bool(match.get("role") or match.get("organisation"))
        employer = next(iter(names_of(match.get("organisation"))), None)
        for name, wanted, got in (
            ("role", person.get("role"), match.get("role")),
            ("organisation", person.get("organisation"), employer),
        ):
            is_right = same_name(wanted, got)
            scores.tallies[f"people {name}"].add(is_right, bool(got), bool(wanted))
            if not is_right and (wanted or got):
                _note(scores, f"people {name}", identity, person["name"], wanted, got)


def _score_dates(
    scores: Scores, identity: str, gold: Sequence[dict[str, Any]], dates: Sequence[dict[str, Any]]
) -> None:
    left = list(dates)
    scores.tallies["dates"].add(0, len(dates), len(gold))
    for wanted in gold:
        near = [d for d in left if wanted["text"] in d["text"] or d["text"] in wanted["text"]]
        right = [d for d in near if same_date(wanted["value"], str(d.get("value")))]
        scores.tallies["dates spans"].add(bool(near), 0, 1)
        if not near:
            _note(scores, "dates missed", identity, wanted["text"], wanted["value"])
            continue
        taken = (right or near)[0]
        left.remove(taken)
        scores.tallies["dates"].right += bool(right)
        if not right:
            _note(
                scores, "dates value", identity, wanted["text"], wanted["value"], taken.get("value")
            )
    for extra in left:
        _note(scores, "dates spurious", identity, extra["text"], extra.get("value"))


def _score_figures(
    scores: Scores, identity: str, gold: Sequence[dict[str, Any]], figures: Sequence[dict[str, Any]]
) -> None:
    left = list(figures)
    scores.tallies["figures"].add(0, len(figures), len(gold))
    for wanted in gold:
        match = next((f for f in left if _same_figure(wanted, f)), None)
        if match is None:
            _note(scores, "figures missed", identity, wanted["text"], wanted["value"])
            continue
        left.remove(match)
        scores.tallies["figures"].right += 1
        counted, counts = wanted.get("counts"), match.get("counts")
        is_right = same_name(counted, counts) or not (counted or counts)
        scores.tallies["figures counts"].add(is_right, 0, 1)
        if not is_right:
            _note(scores, "figures counts", identity, wanted["text"], counted, counts)
        has_unit = (wanted.get("unit") or None) == (match.get("unit") or None)
        scores.tallies["figures unit"].add(has_unit, 0, 1)
        has_modifier = (wanted.get("mod") or None) == (match.get("modifier") or None)
        scores.tallies["figures modifier"].add(has_modifier, 0, 1)
    for extra in left:
        _note(scores, "figures spurious", identity, extra["text"], extra.get("value"))


def _same_figure(wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    difference = abs(float(found["value"]) - float(wanted["value"]))
    text = found["text"]
    overlaps = wanted["text"].split()[0] in text or text in wanted["text"] or wanted["text"] in text
    return difference < SMALLEST_DIFFERENCE and overlaps


def _note(scores: Scores, kind: str, *case: Any) -> None:
    scores.errors[kind].append(case)
