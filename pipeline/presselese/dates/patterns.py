"""The grammar's patterns: from the files in `resources/patterns` to regular expressions over codes.

A pattern names token classes in capitals and captures with `name=`; each class is one character of
the code string (see `lexer`). What a match means is left to `grammar`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from presselese.dates.lexer import Tokens, load_scanner
from presselese.errors import BadResource
from presselese.resources.loader import load_patterns

NAME: Final = re.compile(r"(?<![<a-z])[A-Z]{2,}")
CAPTURE: Final = re.compile(r"\b([a-z]\w*)=(\((?:\?:)?[^()]*\)|[A-Z]+)")


class Rule(NamedTuple):
    """One pattern: the id that records show, its builder, and the compiled expression."""

    name: str
    builder: str
    pattern: re.Pattern[str]
    rank: int


class Candidate(NamedTuple):
    """A match of a rule, as token indexes, end exclusive; `groups` holds what was captured.

    Sorts leftmost first, then longest, then by the rule's rank.
    """

    start: int
    negative_end: int
    rank: int
    rule: Rule
    groups: dict[str, tuple[int, int]]

    @property
    def end(self) -> int:
        """The token after the match."""
        return -self.negative_end


@cache
def load_rules() -> tuple[Rule, ...]:
    """Return the grammar in file order; raises `BadResource` on an unknown name."""
    names = dict(load_scanner().code_of)
    for macro, pattern in load_patterns("dates_macros", ("name", "pattern")):
        names[macro] = _expand(pattern, names, macro)
    columns = ("rule", "builder", "pattern", "example")
    return tuple(
        Rule(name, builder, _compile(pattern, names, name), rank)
        for rank, (name, builder, pattern, _) in enumerate(load_patterns("dates", columns))
    )


def _compile(pattern: str, names: dict[str, str], rule: str) -> re.Pattern[str]:
    try:
        return re.compile(_expand(pattern, names, rule))
    except re.error as error:
        raise BadResource(f"patterns/dates.tsv, {rule}", str(error), "Correct it.") from error


def _expand(pattern: str, names: dict[str, str], rule: str) -> str:
    def code(match: re.Match[str]) -> str:
        if match.group() not in names:
            raise BadResource(
                f"patterns, {rule}", f"unknown class {match.group()}", "Correct its name."
            )
        return names[match.group()]

    captured = CAPTURE.sub(r"(?P<\1>\2)", pattern)
    return NAME.sub(code, captured).replace(" ", "")


def candidates(tokens: Tokens) -> list[Candidate]:
    """Return every match of every rule: leftmost first, then longest, then by rank of the rule."""
    found = [
        _candidate(match, rule)
        for rule in load_rules()
        for match in rule.pattern.finditer(tokens.codes)
    ]
    found.sort(key=lambda one: one[:3])
    return found


def rematch(candidate: Candidate, tokens: Tokens, free_from: int) -> Candidate | None:
    """Return what the rule of a candidate finds in its part from `free_from` on."""
    if candidate.end <= free_from:
        return None
    match = candidate.rule.pattern.search(tokens.codes, free_from, candidate.end)
    return _candidate(match, candidate.rule) if match else None


def _candidate(match: re.Match[str], rule: Rule) -> Candidate:
    groups = {name: match.span(name) for name, value in match.groupdict().items() if value}
    return Candidate(match.start(), -match.end(), rule.rank, rule, groups)
