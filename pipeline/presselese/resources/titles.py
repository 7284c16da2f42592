"""Academic and courtesy titles, which are no part of a person's name."""

from __future__ import annotations

from functools import cache

from presselese.resources.loader import load_tsv


@cache
def titles() -> frozenset[str]:
    """Return the titles that stand before a name."""
    return frozenset(title for title, _ in _rows())


@cache
def degrees_behind() -> frozenset[str]:
    """Return the titles that also stand behind a name: "Eva Roth MdL"."""
    return frozenset(title for title, stands in _rows() if stands == "either")


def _rows() -> tuple[tuple[str, ...], ...]:
    return load_tsv("titles", ("title", "stands"))
