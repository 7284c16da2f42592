"""The fillers of event dicts compared: the same, alike, of one sort, or saying more.

Works on plain event dicts in the shape of `records.events`; which events are one is left to
`same_events`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from presselese.linking.coreference import NETWORK_NOUNS
from presselese.linking.mentions import key

Event = dict[str, Any]
FOUNDERS: Final = "founders"
MEMBERS: Final = "members"


def is_framed(event: Mapping[str, Any]) -> bool:
    """Tell whether a frame tells the event, not the heads alone."""
    return not event["rule"].endswith(".read")


def in_one_sentence(first: Event, second: Event) -> bool:
    """Tell "Als 100. Mitglied stieß Kiel zum Bund", which two words tell."""
    return bool(first["evidence"][0] == second["evidence"][0])


def says_more(first: Event, second: Event) -> bool:
    """Tell whether a filler says more than a mere noun: a name, or "Dorfladen" beside "Laden".

    And "Ortsverband der Jungen Union" more than the name of whose it is.
    """
    if is_part_of(first, second):
        return True
    if is_part_of(second, first):
        return False
    named = [bool(filler["ref"]) for filler in (first, second)]
    if any(named):
        return named == [True, False]
    long, short = (str(filler["name"]).casefold() for filler in (first, second))
    return len(long) > len(short) and (long.endswith(short) or long.startswith(f"{short} "))


def is_part_of(part: Event, whole: Event) -> bool:
    """Tell "Ortsverband der Jungen Union" from the "Junge Union", whose it is."""
    if part["ref"] or not whole["ref"]:
        return False
    own, owner = ([_bare(word) for word in key(f["name"])] for f in (part, whole))
    return len(own) > len(owner) and own[-len(owner) :] == owner


def _bare(word: str) -> str:
    """Return a word without what inflection may add: "Junge", "Jungen"."""
    return word.rstrip("ensr")


def union(first: list[Event], second: list[Event]) -> list[Event]:
    found = list(first)
    for filler in second:
        if not is_told(filler, found):
            found.append(filler)
    return found


def is_told(filler: Event, others: Iterable[Event]) -> bool:
    """Tell whether a filler stands among others, as the same or as a namesake of another sort."""
    return any(
        are_same(filler, other) or key(filler["name"]) == key(other["name"]) for other in others
    )


def are_same(first: Event, second: Event) -> bool:
    """Tell whether two fillers are one: the same, or alike ("Hella", "Hella China") of one sort."""
    sorts = {sort_of(filler) for filler in (first, second)}
    return same_filler(first, second) or (
        len(sorts) == 1 and all(sorts) and like_filler(first, second)
    )


def sort_of(filler: Mapping[str, Any]) -> str:
    """Return what a filler is, "org", "per" or "plc"; "" where it has no name."""
    return str(filler["ref"] or "").rpartition("_")[0]


def same_filler(first: Event, second: Event) -> bool:
    """Tell whether two fillers (or organisations) name the same thing."""
    if first.get("ref") and second.get("ref"):
        return bool(first["ref"] == second["ref"])
    return key(first["name"]) == key(second["name"])


def like_filler(first: Event, second: Event) -> bool:
    """Tell whether two fillers name the same thing, or one name says the other's words and more.

    "Helfta" and "Feuerwehr Helfta" are alike; "Verein" and "Verein Nordlicht" are not: what they
    share must be more than a noun for any such body.
    """
    if same_filler(first, second):
        return True
    short, long = sorted((set(key(f["name"])) for f in (first, second)), key=len)
    return short <= long and any(len(w) > 3 and not NETWORK_NOUNS.fullmatch(w) for w in short)


def overlap(first: Sequence[Event], second: Sequence[Event]) -> bool:
    """Tell whether a filler of one list is alike to one of the other, see `like_filler`."""
    return any(like_filler(a, b) for a in first for b in second)
