"""German dates, times, durations and sets in a text, with TIMEX3 values: no spaCy needed.

The way of a text: tokens (`lexer`) → matches of the patterns (`patterns`) → atoms (`grammar`) →
spans (`spans`) → values (`resolve`). Values follow TIMEX3 (ISO-TimeML) and EDTF (ISO 8601-2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

import dateparser

from presselese.dates.amounts import duration_value
from presselese.dates.atoms import Atom
from presselese.dates.context import (
    Context,
    Direction,
    Told,
    read_reference,
    split_sentences,
)
from presselese.dates.grammar import find_atoms
from presselese.dates.lexer import Tokens, load_scanner
from presselese.dates.resolve import resolve
from presselese.dates.shapes import CalendarDate, Duration, Span, Weekday
from presselese.dates.spans import Group, group_atoms
from presselese.dates.values import Value
from presselese.dates.years import Year, bounds_of, find_year

# Without these dateparser would count from the day of the run, or invent what is missing.
COMPLETE_DATES: Final = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
}


@dataclass(frozen=True, slots=True)
class DateMatch:
    """One expression of the text with its value.

    `start`, `end`: characters of the text, end exclusive, as a record shows it; `timex_start`,
    `timex_end`: as the TIMEX3 corpora mark it. `value`: TIMEX3; a span is start/end. `edtf`: the
    same as EDTF; of "vor zwei Jahren" (value P2Y) the point that is meant. `anchored_on`: "text",
    "published", the place of another match in the list that was returned, or None. `parts`: the
    dates of a span, in order; empty for a single one. `length`: the P2W with which the date of
    "zwei Wochen später" was counted. `stands_alone`: False for "10" in "10 bis 15 Jahre".
    """

    start: int
    end: int
    timex_start: int
    timex_end: int
    type: str
    value: str
    edtf: str | None
    modifier: str | None
    anchored_on: str | int | None
    rule: str
    parts: tuple[DateMatch, ...] = ()
    stands_alone: bool = True
    length: str | None = None


def find_dates(
    text: str,
    reference: date | datetime | str | None = None,
    *,
    sentence_starts: Sequence[int] | None = None,
    directions: Sequence[Direction | None] | None = None,
) -> list[DateMatch]:
    """Return the time expressions of a text in text order, none overlapping.

    `reference` is the publication date (a string may leave out day or month); without it what
    only the publication date could fix keeps its X. `sentence_starts` (characters) and
    `directions` (past or future, one a sentence) come from a parser where there is one.
    """
    tokens = load_scanner().tokenize(text)
    groups = group_atoms(find_atoms(tokens), tokens)
    context = Context(
        tokens=tokens,
        reference=read_reference(reference),
        sentence_starts=_token_starts(tokens, sentence_starts),
        directions=directions,
        full_days=_full_days(groups) or _confirmed_days(groups),
    )
    matches: list[DateMatch] = []
    for place, group in enumerate(groups):
        matches.append(_anchor(group, place, context))
    return matches


def dates(
    text: str, reference: date | datetime | str | None = None
) -> list[tuple[int, int, str, str, str | None]]:
    """Return (start, end, type, value, EDTF) of every date expression, for other test suites.

    `reference` is the day from which "heute" and "nächste Woche" are counted; see `find_dates`.
    """
    return [(m.start, m.end, m.type, m.value, m.edtf) for m in find_dates(text, reference)]


def parse_date(expression: str, reference: date | datetime | str | None = None) -> DateMatch | None:
    """Return the value of a single expression ("10. Februar"), None if it is none.

    What the grammar does not cover whole is tried as a complete date with dateparser.
    """
    matches = find_dates(expression, reference)
    if matches and 2 * (matches[0].end - matches[0].start) >= len(expression.strip()):
        return matches[0]
    found = dateparser.parse(expression, languages=["de"], settings=COMPLETE_DATES)
    if found is None:
        return matches[0] if matches else None
    value, end = found.date().isoformat(), len(expression)
    return DateMatch(0, end, 0, end, "DATE", value, value, None, "text", "absolute.dateparser")


def _token_starts(tokens: Tokens, sentence_starts: Sequence[int] | None) -> Sequence[int]:
    if sentence_starts is None:
        return split_sentences(tokens)
    starts: list[int] = []
    token = 0
    for start in sentence_starts:
        while token < len(tokens) and tokens.starts[token] < start:
            token += 1
        starts.append(token)
    return starts


def _full_days(groups: list[Group]) -> list[Told]:
    """Return the dates that the text states with year, month and day."""
    days: list[Told] = []
    for place, group in enumerate(groups):
        shape = group.atoms[0].shape
        if isinstance(shape, CalendarDate) and shape.year and shape.month and shape.day:
            first = date(shape.year, shape.month, shape.day)
            days.append(Told(place, shape.year, first, first, 0, token=group.atoms[0].first_token))
    return days


def _confirmed_days(groups: list[Group]) -> list[Told]:
    """Return the days whose weekday says which of the years that the text names is meant.

    "Mittwoch, 7. Februar" in an article that speaks of 2007 and 2008 is of 2007.
    """
    shapes = [(place, atom) for place, group in enumerate(groups) for atom in group.atoms]
    named: dict[int, int] = {}
    for place, atom in shapes:
        if isinstance(atom.shape, CalendarDate) and atom.shape.year:
            named.setdefault(atom.shape.year, place)
    days: list[Told] = []
    for _, atom in shapes:
        shape = atom.shape
        if not isinstance(shape, CalendarDate) or shape.year or not (shape.day and shape.weekday):
            continue
        bounds = {year: bounds_of(shape, year) for year in named}
        fitting = [
            (year, span[0])
            for year, span in bounds.items()
            if span is not None and span[0].isoweekday() == shape.weekday
        ]
        if len(fitting) == 1:
            year, day = fitting[0]
            days.append(Told(named[year], year, day, day, 0, token=atom.first_token))
    return days


def _anchor(group: Group, place: int, context: Context) -> DateMatch:
    atoms, year = _with_one_year(group, context)
    values: list[Value] = []
    for atom in atoms:
        context.token = atom.first_token
        value = resolve(atom.shape, context)
        values.append(value if year is None else value._replace(anchored_on=year.anchored_on))
        _remember(atom, values[-1], place, context)
    parts = tuple(_match(atom, value) for atom, value in zip(group.atoms, values, strict=True))
    if not group.is_span:
        return parts[0]
    _remember_span(group, values, place, context)
    return _span_match(parts, values)


def _with_one_year(group: Group, context: Context) -> tuple[tuple[Atom, ...], Year | None]:
    """Find the years of a span together: "28. Dezember bis 3. Januar", "Freitag bis Sonntag".

    The year is returned where the words do not name it, with what fixed it.
    """
    first, last = group.atoms[0].shape, group.atoms[-1].shape
    if group.is_span and isinstance(last, Weekday):
        following = replace(last, direction=1, origin="told")
        return (group.atoms[0], replace(group.atoms[-1], shape=following)), None
    if not (group.is_span and isinstance(first, CalendarDate) and isinstance(last, CalendarDate)):
        return group.atoms, None
    if first.year is not None or first.year_offset is not None or first.month is None:
        return group.atoms, None
    context.token = group.atoms[0].first_token
    year = find_year(first, context)
    if year.year is None:
        return group.atoms, None
    turn = 1 if (last.month or 12) < first.month else 0
    years = [year.year] * (len(group.atoms) - 1) + [year.year + turn]
    dated = (_in_year(atom, each) for atom, each in zip(group.atoms, years, strict=True))
    return tuple(dated), year


def _in_year(atom: Atom, year: int) -> Atom:
    if not isinstance(atom.shape, CalendarDate):
        return atom
    return replace(atom, shape=replace(atom.shape, year=year))


def _match(atom: Atom, value: Value) -> DateMatch:
    return DateMatch(
        start=atom.start,
        end=atom.end,
        timex_start=atom.timex_start,
        timex_end=atom.timex_end,
        type=value.type,
        value=value.value,
        edtf=value.edtf,
        modifier=atom.modifier,
        anchored_on=value.anchored_on,
        rule=atom.rule,
        stands_alone=atom.stands_alone,
        length=_length(atom),
    )


def _length(atom: Atom) -> str | None:
    if not isinstance(atom.shape, Duration):
        return None
    return duration_value(atom.shape.number, atom.shape.unit)


def _span_match(parts: tuple[DateMatch, ...], values: list[Value]) -> DateMatch:
    first, last = parts[0], parts[-1]
    return DateMatch(
        start=first.start,
        end=last.end,
        timex_start=first.timex_start,
        timex_end=last.timex_end,
        type="DATE",
        value=f"{first.value}/{last.value}",
        edtf=f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None,
        modifier=None,
        anchored_on=first.anchored_on,
        rule=f"{last.rule}.span",
        parts=parts,
    )


def _remember(atom: Atom, value: Value, place: int, context: Context) -> None:
    """Keep what a later expression may be anchored on: dates of a known year."""
    if value.first is None or value.year is None or isinstance(atom.shape, Span):
        return
    month = value.first.month if value.last and value.first.month == value.last.month else None
    sentence = context.sentence_of(atom.first_token)
    context.remember(
        Told(place, value.year, value.first, value.last, sentence, month, atom.last_token)
    )


def _remember_span(group: Group, values: list[Value], place: int, context: Context) -> None:
    first, last = values[0], values[-1]
    if first.first is None or last.last is None or first.year is None:
        return
    sentence = context.sentence_of(group.atoms[0].first_token)
    token = group.atoms[-1].last_token
    context.remember(Told(place, first.year, first.first, last.last, sentence, None, token))
