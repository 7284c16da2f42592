"""Neighbouring dates into spans: "8. bis 13. Juni", "30. Mai bis 2. Juni 2023", "2016 bis 2018".

Only shapes are looked at: what a neighbour says ("2023" for both) is completed here, the rest is
left to `resolve`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from presselese.dates.atoms import Atom
from presselese.dates.lexer import Tokens, load_scanner
from presselese.dates.shapes import CalendarDate, Weekday

CONNECTORS: Final = frozenset({"UND", "COMMA", "ODER", "SLASH", "BIS", "DASH"})
FILLERS: Final = frozenset(
    {"ART", "ZUM", "AM", "VOM", "IM", "INCLUDING", "WEEKDAY", "WDAYABBR", "DOT", "AB"}
)


@dataclass(frozen=True, slots=True)
class Group:
    """One mention as the record counts it: a single expression or a span of several."""

    atoms: tuple[Atom, ...]
    is_span: bool


def group_atoms(atoms: list[Atom], tokens: Tokens) -> list[Group]:
    """Join neighbours into spans and complete what one of them leaves out."""
    completed = complete_neighbours(atoms, tokens)
    groups: list[Group] = []
    at = 0
    while at < len(completed):
        size = _span_size(completed, at, tokens)
        groups.append(Group(tuple(completed[at : at + size]), size > 1))
        at += size
    return groups


def connector(tokens: Tokens, left: Atom, right: Atom) -> str:
    """Return the class of the word that joins two neighbours, "" where there is none."""
    names = _names(tokens.codes[left.last_token : right.first_token])
    joining = [name for name in names if name not in FILLERS]
    if names[:2] == ["COMMA", "BIS"]:
        names = names[1:]
        joining = ["BIS"]
    if not names or len(names) > 4 or len(joining) != 1 or joining[0] not in CONNECTORS:
        return ""
    if names[0] == "DASH" and names[1:] and _is_bullet(tokens, left.last_token):
        return ""
    return joining[0] if names[0] == joining[0] else ""


def _is_bullet(tokens: Tokens, dash: int) -> bool:
    """Tell the dash before a new line's words, "3. Mai\n- Am 4. Mai", from "3. Mai – 4. Mai"."""
    before = tokens.text[tokens.ends[dash - 1] : tokens.starts[dash]]
    behind = tokens.text[tokens.ends[dash] : tokens.ends[dash] + 1]
    return "\n" in before and behind.isspace()


def _names(codes: str) -> list[str]:
    name_of = load_scanner().name_of
    return [name_of[code] for code in codes[:5]]


def complete_neighbours(atoms: list[Atom], tokens: Tokens) -> list[Atom]:
    """Give a date without year the year of the neighbour that it is joined with."""
    done = list(atoms)
    for at in range(len(done) - 1, 0, -1):
        left, right = done[at - 1].shape, done[at].shape
        if not (isinstance(left, CalendarDate) and isinstance(right, CalendarDate)):
            continue
        if _has_year(left) != _has_year(right) and connector(tokens, done[at - 1], done[at]):
            if _has_year(right):
                done[at - 1] = replace(done[at - 1], shape=_earlier(left, right))
            elif left.month is not None and right.month is not None:
                done[at] = replace(done[at], shape=_later(left, right))
    return done


def _has_year(shape: CalendarDate) -> bool:
    return shape.year is not None or shape.year_offset is not None


def _earlier(left: CalendarDate, right: CalendarDate) -> CalendarDate:
    """ "28. Dezember bis 3. Januar 2024" begins in 2023."""
    back = 1 if (left.month or 0) > (right.month or 12) else 0
    year = right.year - back if right.year is not None else None
    offset = right.year_offset - back if right.year_offset is not None else None
    return replace(left, year=year, year_offset=offset)


def _later(left: CalendarDate, right: CalendarDate) -> CalendarDate:
    on = 1 if (right.month or 0) < (left.month or 0) else 0
    year = left.year + on if left.year is not None else None
    offset = left.year_offset + on if left.year_offset is not None else None
    return replace(right, year=year, year_offset=offset)


def _span_size(atoms: list[Atom], at: int, tokens: Tokens) -> int:
    """Return how many atoms from `at` on are one span: 1 where none follows."""
    if at + 1 >= len(atoms) or not _comparable(atoms[at], atoms[at + 1]):
        return _weekday_span_size(atoms, at, tokens)
    joined = connector(tokens, atoms[at], atoms[at + 1])
    if joined in {"BIS", "DASH"}:
        return 2
    if joined == "UND" and _after_between(atoms[at], tokens):
        return 2
    return _run_of_days(atoms, at, tokens)


def _weekday_span_size(atoms: list[Atom], at: int, tokens: Tokens) -> int:
    """ "von Montag bis Freitag": two named weekdays are a span as well."""
    pair = atoms[at : at + 2]
    if len(pair) < 2 or not all(isinstance(atom.shape, Weekday) for atom in pair):
        return 1
    return 2 if connector(tokens, *pair) in {"BIS", "DASH"} else 1


def _after_between(atom: Atom, tokens: Tokens) -> bool:
    """ "zwischen 2016 und 2018", "zwischen dem 3. und 9. Juni"."""
    words = {tokens.word(atom.first_token - steps).lower() for steps in (1, 2)}
    return "zwischen" in words


def _comparable(left: Atom, right: Atom) -> bool:
    first, last = left.shape, right.shape
    if not (isinstance(first, CalendarDate) and isinstance(last, CalendarDate)):
        return False
    if (first.day is None) != (last.day is None) or (first.month is None) != (last.month is None):
        return False
    if first.part_of_year or last.part_of_year or first.week or last.week:
        return False
    return _order(first) <= _order(last) or not (_has_year(first) and _has_year(last))


def _order(shape: CalendarDate) -> tuple[int, int, int]:
    return (shape.year or 0) + (shape.year_offset or 0), shape.month or 0, shape.day or 0


def _run_of_days(atoms: list[Atom], at: int, tokens: Tokens) -> int:
    """ "24. und 25. Juni", "12., 13. und 14. Mai": days that follow each other are one span."""
    size = 1
    while (
        at + size < len(atoms)
        and atoms[at + size].rule == atoms[at].rule
        and atoms[at].rule.endswith("_list")
        and _follows(atoms[at + size - 1], atoms[at + size])
        and connector(tokens, atoms[at + size - 1], atoms[at + size])
    ):
        size += 1
    return size


def _follows(left: Atom, right: Atom) -> bool:
    first, last = left.shape, right.shape
    if not (isinstance(first, CalendarDate) and isinstance(last, CalendarDate)):
        return False
    if None in (first.month, first.day, last.month, last.day):
        return False
    day = date(first.year or 2000, first.month or 1, first.day or 1) + timedelta(days=1)
    return (day.month, day.day) == (last.month, last.day)
