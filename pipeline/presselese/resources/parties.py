"""Parties and their groups in councils: who is of one, and who only asks in it for something."""

from __future__ import annotations

from functools import cache
from typing import Final

from presselese.resources.loader import load_tsv

# Ends of nouns for the members of one party in a council: "Ratsfraktion", "Kreistagsgruppe".
GROUPS: Final = ("fraktion", "ratsgruppe", "kreistagsgruppe")


def is_party(name: str) -> bool:
    """Tell whether a name is that of a party: "SPD", "Grüne"."""
    return name.casefold() in _parties()


def is_political_group(name: str) -> bool:
    """Tell whether a name is that of a party or of its group: "SPD-Ratsfraktion", "CDU Aue"."""
    words = name.split()
    return is_party(name) or any(w.casefold().endswith(GROUPS) or is_party(w) for w in words)


@cache
def _parties() -> frozenset[str]:
    return frozenset(name.casefold() for (name,) in load_tsv("parties", ("name",)))
