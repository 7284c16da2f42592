"""Event frames as data: which words tell an event, and where its arguments stand.

A frame file (`resources/patterns/events/<kind>.yaml`) names an event kind, the shape of its record
and its frames. The shape has the `many` and `one` slots, the `core` without which nothing is told,
nouns that an organisation must not be (`refuse_organisation`) or not without a name of its own
(`refuse_unnamed`: "das Team", but "Aero Team"), whether it must not be a town or state
(`refuse_places`), the `towns` slots in which a street stands for its town, for slots the nouns that
their fillers do `not_hang_on` and those that are `no_fillers` by themselves, the slots that mere
numbers of something do not fill (`no_counts`), and those that the organisation's owners fill where
nobody else does (`owners`), and what fixed fields say of a state that begins, ends or is sought
(`phases`, see `grammar.phases`). A frame has

- `trigger`: `verbs` (lemmas with particle), `nouns` (also as ends of compounds, but for those in
  `not`), `predicates` with `copulas`, or `phrases` (words in a row); `with` demands a phrase beside
  the verb (preposition and noun, or without `prep` a noun as its object);
- `slots`: for each slot the sources to try, in order (see `events.arguments.SOURCES`);
- `types`: what may fill a slot: ORG, LOC, PER (names), COMMON (a noun that names a kind of
  organisation), NETWORK, COMPANY, OFFICE, BRANCH (such nouns of that kind only), ANY;
- `set`: fixed fields; `standing`: a state, for which the present tense is a fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import srsly

from presselese.errors import BadResource
from presselese.resources.loader import PATTERNS as ALL_PATTERNS

PATTERNS: Final = ALL_PATTERNS / "events"
TYPES: Final = frozenset(
    {"ORG", "LOC", "PER", "COMMON", "NETWORK", "COMPANY", "OFFICE", "BRANCH", "ANY"}
)
TRIGGER_KEYS: Final = frozenset(
    {"verbs", "nouns", "predicates", "copulas", "with", "phrases", "not"}
)
FRAME_KEYS: Final = frozenset({"id", "trigger", "slots", "types", "set", "standing"})
DEFAULT_TYPES: Final = frozenset({"ORG", "LOC", "PER", "COMMON"})


@dataclass(frozen=True, slots=True)
class With:
    """A phrase that must stand beside a verb: "ins Leben", "zu den Mitgliedern".

    Without prepositions it is an object: "seine Türen" (öffnen).
    """

    prepositions: frozenset[str]
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell an event."""

    id: str
    kind: str
    verbs: frozenset[str]
    nouns: tuple[str, ...]
    predicates: tuple[str, ...]
    copulas: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    beside: With | None
    slots: dict[str, tuple[str, ...]]
    types: dict[str, frozenset[str]]
    fixed: dict[str, str]
    standing: bool = False
    no_nouns: tuple[str, ...] = ()

    def types_of(self, slot: str) -> frozenset[str]:
        """Return what may fill a slot."""
        return self.types.get(slot, DEFAULT_TYPES)


@dataclass(frozen=True, slots=True)
class EventKind:
    """All frames of one kind of event and the shape of its record."""

    kind: str
    many: tuple[str, ...]
    one: tuple[str, ...]
    core: tuple[str, ...]
    refused: tuple[str, ...]
    refused_unnamed: tuple[str, ...]
    towns: tuple[str, ...]
    not_hang_on: dict[str, frozenset[str]]
    no_fillers: dict[str, frozenset[str]]
    no_counts: tuple[str, ...]
    not_as: tuple[str, ...]
    owners: tuple[str, ...] = ()
    phases: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    refuses_places: bool = False
    frames: tuple[Frame, ...] = field(default=())


@cache
def load_kind(path: Path) -> EventKind:
    """Return the frames of one file; raises `BadResource` naming file and frame for any slip."""
    try:
        content: Any = srsly.read_yaml(path)
    except (OSError, ValueError) as error:
        raise BadResource(
            path.name, f"not readable as YAML ({error})", "Correct the file."
        ) from None
    if not isinstance(content, dict) or not {"kind", "record", "frames"} <= set(content):
        raise BadResource(path.name, "needs kind, record and frames", "See events/frames.py.")
    record = content["record"]
    frames = tuple(_frame(path, content["kind"], raw) for raw in content["frames"])
    return EventKind(
        kind=content["kind"],
        many=tuple(record["many"]),
        one=tuple(record["one"]),
        core=tuple(record["core"]),
        refused=_lower(record.get("refuse_organisation", ())),
        refused_unnamed=_lower(record.get("refuse_unnamed", ())),
        towns=tuple(record.get("towns", ())),
        not_hang_on=_nouns_by_slot(record.get("not_hang_on", {})),
        no_fillers=_nouns_by_slot(record.get("no_fillers", {})),
        no_counts=tuple(record.get("no_counts", ())),
        not_as=tuple(record.get("not_as", ())),
        owners=tuple(record.get("owners", ())),
        phases=record.get("phases", {}),
        refuses_places=bool(record.get("refuse_places", False)),
        frames=frames,
    )


def _lower(nouns: Iterable[str]) -> tuple[str, ...]:
    return tuple(noun.lower() for noun in nouns)


def _nouns_by_slot(nouns: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {slot: frozenset(noun.lower() for noun in found) for slot, found in nouns.items()}


def _frame(path: Path, kind: str, raw: dict[str, Any]) -> Frame:
    where = f"{path.name}, frame {raw.get('id')}"
    unknown = set(raw) - FRAME_KEYS | set(raw.get("trigger", {})) - TRIGGER_KEYS
    if unknown or not str(raw.get("id", "")).startswith(f"{kind}."):
        raise BadResource(where, f"unknown keys {sorted(unknown)} or id", "See events/frames.py.")
    types = {slot: frozenset(names) for slot, names in raw.get("types", {}).items()}
    if not set().union(*types.values()) <= TYPES or not set(types) <= set(raw["slots"]):
        raise BadResource(where, "unknown types or slots under types", f"Types: {sorted(TYPES)}")
    trigger = raw["trigger"]
    beside = trigger.get("with")
    return Frame(
        id=raw["id"],
        kind=kind,
        verbs=frozenset(trigger.get("verbs", ())),
        nouns=tuple(noun.lower() for noun in trigger.get("nouns", ())),
        predicates=tuple(noun.lower() for noun in trigger.get("predicates", ())),
        copulas=frozenset(trigger.get("copulas", ())),
        phrases=tuple(tuple(phrase.lower().split()) for phrase in trigger.get("phrases", ())),
        beside=_with(beside) if beside else None,
        slots={slot: tuple(sources) for slot, sources in raw["slots"].items()},
        types=types,
        fixed=dict(raw.get("set", {})),
        standing=bool(raw.get("standing", False)),
        no_nouns=tuple(noun.lower() for noun in trigger.get("not", ())),
    )


def _with(raw: dict[str, Any]) -> With:
    told = raw.get("prep", [])
    prepositions = told if isinstance(told, list) else [told]
    return With(frozenset(prepositions), tuple(noun.lower() for noun in raw["nouns"]))
