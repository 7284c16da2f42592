"""One event told twice is one event: merges tellings of the same kind.

Works on plain event dicts in the shape of `records.events`; which tellings are one is asked of
`same_events`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from presselese.linking.event_fillers import (
    FOUNDERS,
    MEMBERS,
    Event,
    in_one_sentence,
    is_framed,
    is_told,
    same_filler,
    says_more,
    sort_of,
    union,
)
from presselese.linking.links import surely_one, surely_two
from presselese.linking.same_events import are_two, is_retold


def merge_events(
    events: Iterable[Event], same: Callable[[Event, Event], bool], many: Sequence[str]
) -> list[Event]:
    """Return events with those that `same` holds for merged, in text order.

    The earliest telling gives trigger, rule and status, in its sentence a frame's before one of the
    heads alone; fillers, evidence and empty values are added from the later ones.
    """
    merged: list[Event] = []
    for event in sorted(events, key=lambda e: int(e["trigger"]["start_char"])):
        targets = [other for other in merged if _are_one(other, event, same)]
        if not targets:
            merged.append(dict(event))
            continue
        _retell(targets[-1], event, many)
        # What the later telling adds may show that two earlier ones were one: "Neu dabei: …",
        # whose text names the town that the headline had named.
        for other in targets[:-1]:
            if _are_one(other, targets[-1], same):
                _retell(other, targets[-1], many)
                merged.remove(targets[-1])
                break
    for event in merged:
        _leave_out_who_joins(event, merged)
    return merged


def _leave_out_who_joins(event: Event, events: Iterable[Event]) -> None:
    """Take out of those who belong to a network, in place, who is told to join it.

    "Kiel tritt bei. Mitglieder sind Kiel, Aue und Celle": the last two belonged already.
    """
    if event.get("change") != "is":
        return
    joined = {
        member["ref"]
        for other in events
        if other.get("change") == "joins"
        and same_filler(other["organisation"], event["organisation"])
        for member in other[MEMBERS]
    }
    others = [m for m in event[MEMBERS] if m["ref"] is None or m["ref"] not in joined]
    if any(member["ref"] for member in others):
        event[MEMBERS] = others


def _are_one(first: Event, second: Event, same: Callable[[Event, Event], bool]) -> bool:
    if are_two(first, second) or surely_two(first, second):
        return False
    return surely_one(first, second) or same(first, second) or is_retold(first, second)


def _retell(target: Event, event: Event, many: Sequence[str]) -> None:
    if target["is_headline"] and not event["is_headline"]:
        _take_the_texts_word(target, event)
    _absorb(target, event, many)


def _take_the_texts_word(target: Event, event: Event) -> None:
    """Let the text correct its headline: status, and names in place of nouns."""
    target["status"] = event["status"]
    if "leaves" in (target.get("change"), event.get("change")):
        target["change"] = event["change"]
    target["is_headline"] = False
    organisation = event.get("organisation")
    if organisation and not says_more(target["organisation"], organisation):
        target["organisation"] = organisation
    for slot in (MEMBERS, FOUNDERS):
        if event.get(slot):
            target[slot] = [filler for filler in target[slot] if filler["ref"]]


def _absorb(target: Event, other: Event, many: Sequence[str]) -> None:
    if is_framed(other) and not is_framed(target) and in_one_sentence(target, other):
        target["rule"], target["trigger"] = other["rule"], other["trigger"]
    tells_who_is_in = (target.get("change"), other.get("change")) == ("joins", "is")
    if (target.get("change"), other.get("change")) == ("is", "joins"):
        target["change"] = "joins"  # "Kiel ist nun dabei", then how it came in
    for slot in many:
        if slot == MEMBERS and tells_who_is_in:
            continue  # beside Kiel, which joins, it names who belongs there already
        if slot == FOUNDERS:
            target[slot] = _founders(target, other)
            target["shown"] |= other["shown"]
            continue
        if _names_at_last(target[slot], other[slot]):
            target[slot] = []
        target[slot] = union(target[slot], other[slot])
    for name, value in other.items():
        if target.get(name) is None and value is not None:
            target[name] = value
    organisation = other.get("organisation")
    is_body = other.get("is_body") and not target.get("is_body")  # "eine Adresse", "ein Büro"
    if organisation and (is_body or says_more(organisation, target["organisation"])):
        # "Firmen gründen Tochter" in the headline, "die Nord GmbH" below.
        target["organisation"] = organisation
        target["is_body"] = target.get("is_body") or other.get("is_body")
    if (other["read_score"] or 0.0) > (target["read_score"] or 0.0) and "form" in target:
        target["form"] = other["form"]
    add_telling(target, other)


def _founders(target: Event, other: Event) -> list[Event]:
    """Return the founders of two tellings: where a clause says who they are, them alone.

    "19 Kommunen haben die LAG gegründet", and nobody of its board, which the heads read; but a
    telling that adds to them or spells them out names all.
    """
    for first, second in ((target, other), (other, target)):
        shown, others = _shown(first), second[FOUNDERS]
        is_more = _goes_on(shown, others) and not in_one_sentence(first, second)
        if shown and not _shown(second) and not is_more:
            return list(first[FOUNDERS])
    if _names_at_last(target[FOUNDERS], other[FOUNDERS]):
        are_people = all(sort_of(f) == "per" for f in other[FOUNDERS])  # rather their board
        return list((target if are_people and target[FOUNDERS] else other)[FOUNDERS])
    return union(target[FOUNDERS], other[FOUNDERS])


def _shown(event: Event) -> list[Event]:
    return [f for f in event[FOUNDERS] if (f["ref"] or f["name"]) in event["shown"]]


def _goes_on(shown: Sequence[Event], fillers: Sequence[Event]) -> bool:
    are_bodies = len(fillers) > 1 and all(sort_of(f) in ("org", "plc") for f in fillers)
    is_group = not any(filler["ref"] for filler in shown)
    return (is_group and are_bodies) or all(is_told(filler, fillers) for filler in shown)


def _names_at_last(first: Sequence[Event], second: Sequence[Event]) -> bool:
    """Tell "Sieben Städte" from the telling that names them all: "Es sind Aue, Bramme, …"."""
    return (
        len(second) > 1
        and all(filler["ref"] for filler in second)
        and not any(filler["ref"] for filler in first)
    )


def add_telling(target: Event, other: Event) -> None:
    """Add to an event what every kind keeps of a further telling: evidence, links, certainty."""
    spans = {(s["start_char"], s["end_char"]): s for s in (*target["evidence"], *other["evidence"])}
    target["evidence"] = [spans[border] for border in sorted(spans)]
    target["links"] = target["links"].joined(other["links"])
    for name in ("read_score", "core_score"):
        target[name] = _surer(target[name], other[name])
    target["by_name"] |= other["by_name"]
    target["reported"] = target["reported"] and other["reported"]


def _surer(first: float | None, second: float | None) -> float | None:
    """Return the larger of two probabilities that may be unknown."""
    return max((score for score in (first, second) if score is not None), default=None)
