"""The lexicons of the figures as lookup tables and compiled patterns, built once a process.

Leaves every decision to `scan`, `context` and `parse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from presselese.figures.numbers import number_words
from presselese.resources.loader import load_tsv

LETTER = r"[^\W\d_]"
SPACE = r"[ \u00a0\u2009\u202f]"


@dataclass(frozen=True)
class Unit:
    """What a record calls the unit, and percent | currency | measure | time."""

    symbol: str
    kind: str


@dataclass(frozen=True)
class Compound:
    """The second part of a number compound ("köpfig", "er" + "gruppe")."""

    kind: str
    unit: str | None
    counts: str | None
    minimum: int


@dataclass(frozen=True)
class Grammar:
    """Everything that the scanner looks up."""

    candidate: re.Pattern[str]
    scale: re.Pattern[str]
    unit: re.Pattern[str]
    unit_compound: re.Pattern[str]
    compound: re.Pattern[str]
    part: re.Pattern[str]
    units: dict[str, Unit]
    compounds: dict[str, Compound]
    modifiers: dict[str, str]
    contexts: dict[str, frozenset[str]]


@cache
def grammar() -> Grammar:
    """Return the grammar of figures."""
    units = _units()
    words = number_words()
    compounds = _compounds()
    scales = [*words.scales, *(word.title() for word in words.scales), "hundert", "tausend"]
    scales += ["Hundert", "Tausend"]
    unit_forms = _alternatives(units)
    hyphen_units = _alternatives(form for form, unit in units.items() if unit.kind != "time")
    return Grammar(
        candidate=re.compile(rf"[0-9½¼¾⅓⅔]+|(?<![\w\-])(?:{_word_starts()}){LETTER}*"),
        scale=re.compile(rf"{SPACE}?\n?(?P<scale>{_alternatives(scales)})(?!{LETTER})"),
        unit=re.compile(rf"{SPACE}?\n?(?P<unit>{unit_forms})(?![\w²³])"),
        unit_compound=re.compile(
            rf"-(?:(?P<scale>{_alternatives(scales)})-)?(?P<unit>{hyphen_units})(?:-[\w\-]+|(?!\w))"
        ),
        compound=re.compile(
            rf"-?(?P<suffix>{_alternatives(compounds)})(?P<ending>(?:e[nmrs]?)?)(?!{LETTER})"
        ),
        part=re.compile(
            rf"{SPACE}(?P<part>{_alternatives(word.title() for word in words.parts)})\b"
        ),
        units=units,
        compounds=compounds,
        modifiers=dict(load_tsv("figures_modifiers", ("phrase", "modifier"))),  # type: ignore[arg-type]
        contexts=_contexts(),
    )


def _units() -> dict[str, Unit]:
    rows = load_tsv("figures_units", ("form", "unit", "kind"))
    return {form: Unit(symbol, kind) for form, symbol, kind in rows}


def _compounds() -> dict[str, Compound]:
    columns = ("suffix", "kind", "unit", "counts", "minimum")
    return {
        ("er" if kind == "er_group" else "") + suffix: Compound(
            kind, unit or None, counts or None, int(minimum)
        )
        for suffix, kind, unit, counts, minimum in load_tsv("figures_compounds", columns)
    }


def _contexts() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for word, name in load_tsv("figures_contexts", ("word", "class")):
        classes.setdefault(name, set()).add(word)
    return {name: frozenset(words) for name, words in classes.items()}


def _word_starts() -> str:
    """Patterns for the first letters of all number words, in either case of the first letter."""
    words = number_words()
    stems = {
        word for word, value in words.below_thousand.items() if value <= 1000 and len(word) < 9
    }
    stems |= {"tausend", "jede", "halb", "hälfte", "aber"}
    stems |= set(words.whole) | set(words.vague)
    stems |= {word for word in words.scales if len(word) > 5}
    shortest = sorted(s for s in stems if not any(s != t and s.startswith(t) for t in stems))
    return "|".join(f"[{stem[0].upper()}{stem[0]}]{re.escape(stem[1:])}" for stem in shortest)


def _alternatives(forms: Iterable[str]) -> str:
    """Return a pattern of all forms, longest first, grouped by first character for speed."""
    groups: dict[str, list[str]] = {}
    for form in sorted(set(forms), key=lambda f: (-len(f), f)):
        groups.setdefault(form[0], []).append(re.escape(form[1:]))
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items())
    )
