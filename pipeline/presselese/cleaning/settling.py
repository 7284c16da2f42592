"""Repairs that may lay bare further damage, done until nothing changes."""

from __future__ import annotations

from collections.abc import Callable


def settled(repair: Callable[[str], str], text: str, *, passes: int) -> str:
    """Return a text repaired until it stays as it is, at most so many times."""
    for _ in range(passes):
        repaired = repair(text)
        if repaired == text:
            break
        text = repaired
    return text
