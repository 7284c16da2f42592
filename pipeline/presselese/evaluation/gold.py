"""Gold files and records side by side, in one shape: event -> slot -> list of strings."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Final

from presselese.errors import BadInput
from presselese.evaluation.matching import names_of

KINDS: Final = ("delegation", "founding", "membership")
# slot of the record -> key of the gold file
NAME_SLOTS: Final[dict[str, dict[str, str]]] = {
    "delegation": {
        "destinations": "destination", "origins": "origin", "organisers": "organiser",
        "leaders": "leader", "participants": "participants", "hosts": "host",
    },
    "founding": {"organisation": "organisation", "founders": "founder", "places": "place"},
    "membership": {"members": "member", "organisation": "organisation"},
}  # fmt: skip
PLAIN_SLOTS: Final[dict[str, dict[str, str]]] = {
    "delegation": {"start": "start", "end": "end"},
    "founding": {"date": "date", "form": "kind"},
    "membership": {"date": "date", "change": "change"},
}


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the common shape; `confidence` is None in gold."""

    kind: str
    status: str
    slots: dict[str, list[str]]
    confidence: float | None = None


def gold_event(raw: dict[str, Any]) -> Event:
    """Return a gold event in the common shape."""
    kind = raw["type"]
    slots = {slot: names_of(raw.get(key)) for slot, key in NAME_SLOTS[kind].items()}
    slots |= {slot: _plain(raw.get(key)) for slot, key in PLAIN_SLOTS[kind].items()}
    if kind == "delegation":
        slots["size"] = _plain(raw.get("size"))
    return Event(kind, raw["status"], slots)


def record_event(raw: dict[str, Any]) -> Event:
    """Return a record's event in the common shape; ongoing counts as done, cancelled as negated."""
    kind = raw["kind"]
    slots = {slot: names_of(raw.get(slot)) for slot in NAME_SLOTS[kind]}
    slots |= {slot: _plain(raw.get(slot)) for slot in PLAIN_SLOTS[kind]}
    if kind == "delegation":
        slots["size"] = _plain((raw.get("size") or {}).get("value"))
    status = {"ongoing": "done", "cancelled": "negated"}.get(raw["status"], raw["status"])
    return Event(kind, status, slots, raw["confidence"])


def _plain(value: Any) -> list[str]:
    return [] if value in (None, "") else [str(value)]


def load_gold(folder: Path, *, ids: frozenset[str] | None = None) -> dict[str, dict[str, Any]]:
    """Return the gold files of a folder by id, only `ids` where given.

    Raises `BadInput` naming the file that is no gold.
    """
    gold: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.json")):
        if ids is not None and path.stem not in ids:
            continue
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise BadInput(str(path), f"not JSON ({error})", "Correct the gold file.") from None
        if not isinstance(content, dict) or "events" not in content:
            raise BadInput(str(path), "has no events", "See GOLD.md for the form of a gold file.")
        gold[path.stem] = content
    if not gold:
        raise BadInput(str(folder), "holds no gold files", "Name a folder of <id>.json files.")
    return gold


def load_records(path: Path) -> dict[str, dict[str, Any]]:
    """Return records by the stem of their source path."""
    records: dict[str, dict[str, Any]] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    record = json.loads(line)
                except ValueError as error:
                    where = f"{path}, line {number}"
                    raise BadInput(where, f"not JSON ({error})", "Extract again.") from None
                records[PurePath(record["source"]["path"]).stem] = record
    return records


def digest(folder: Path) -> str:
    """Return a hash of all gold files and the texts beside them, for pinning scores to a corpus."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]
