"""Floors: the scores of the corpus that no change may fall below, pinned with the corpus digest.

`corpus/baseline.json` holds, for each split, the figures reached and the digest of the gold they
were reached on. A floor is the figure reached, less a slack for rounding alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from presselese.errors import BadConfiguration

# Floors hold figures of four decimals; less than this is rounding, not loss.
SLACK: Final = 0.0005
HIGHER_IS_BETTER: Final = (" F1", " P", "status", "counts")


@dataclass(frozen=True, slots=True)
class Fall:
    """One figure that fell below its floor."""

    name: str
    floor: float
    reached: float

    def __str__(self) -> str:
        return f"{self.name}: {self.reached:.4f}, floor {self.floor:.4f}"


def load_floors(path: Path, split: str) -> dict[str, Any]:
    """Return {"digest", "figures"} of a split; raises `BadConfiguration` where it has none."""
    baseline = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if split not in baseline:
        raise BadConfiguration(
            str(path), f"holds no floors for {split!r}", "Write them with --write-floors."
        )
    floors: dict[str, Any] = baseline[split]
    return floors


def falls(floors: Mapping[str, float], figures: Mapping[str, float]) -> Iterator[Fall]:
    """Yield the figures below their floor; a figure that is no longer measured counts as 0."""
    for name, floor in floors.items():
        if name.endswith(HIGHER_IS_BETTER) and figures.get(name, 0.0) < floor - SLACK:
            yield Fall(name, floor, figures.get(name, 0.0))


def write_floors(path: Path, split: str, digest: str, figures: Mapping[str, float]) -> None:
    """Pin the figures reached on a split of the corpus."""
    baseline = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    baseline[split] = {"digest": digest, "figures": dict(figures)}
    text = json.dumps(baseline, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
