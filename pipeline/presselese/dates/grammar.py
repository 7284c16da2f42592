"""From tokens to atoms: the longest match of the patterns that a builder accepts.

The builders stand in `absolute`, `periods`, `relative`, `following`, `amounts` and `clock`;
anchoring is left to `resolve`.
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from typing import Final

from presselese.dates import absolute, amounts, clock, following, periods, relative
from presselese.dates.atoms import Atom, Found
from presselese.dates.lexer import Tokens
from presselese.dates.patterns import candidates, rematch

Builder = Callable[[Found], list[Atom]]
BUILDERS: Final[dict[str, Builder]] = {
    name: function
    for module in (absolute, amounts, clock, following, periods, relative)
    for name, function in vars(module).items()
    if callable(function) and getattr(function, "__module__", "") == module.__name__
}


def find_atoms(tokens: Tokens) -> list[Atom]:
    """Return the expressions of a text, in text order, none overlapping."""
    atoms: list[Atom] = []
    free_from = 0
    queue = candidates(tokens)  # sorted, which is a heap
    while queue:
        candidate = heappop(queue)
        if candidate.start < free_from:
            # "kommenden Freitag, 6.12.2019": the weekday is taken, the figures are not.
            rest = rematch(candidate, tokens, free_from)
            if rest is not None:
                heappush(queue, rest)
            continue
        if _is_compound(tokens, candidate.end):
            continue
        built = BUILDERS[candidate.rule.builder](Found(tokens, candidate))
        if built:
            atoms += built
            free_from = candidate.end
    return atoms


def _is_compound(tokens: Tokens, end: int) -> bool:
    """ "Juni-Ausgabe", "2010-Mitglieder": part of a longer word, not a date of its own."""
    if tokens.word(end) != "-" or tokens.word(end - 1).lower() == "ex":
        return False
    text, at = tokens.text, tokens.ends[end]
    return tokens.starts[end] == tokens.ends[end - 1] and text[at : at + 1].isalpha()
