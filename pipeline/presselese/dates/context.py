"""What an expression is anchored on: the publication date, the dates told so far, and the tense.

Reads the tokens of a sentence for its direction in time where no tagger has said it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from presselese.dates.lexer import Tokens, load_scanner
from presselese.dates.lexicon import load_lexicon

Direction = Literal["past", "future"]
# Sentences are searched for verbs in blocks of this many tokens, longer than any sentence of the
# seeds: a text without full stops stays linear.
REACH: Final = 120
WEEK_DAYS: Final = 7
# What a preposition says of its date's direction: before the verb is asked, and after.
STRONG_PREPOSITIONS: Final[dict[str, Direction]] = {"SEIT": "past", "FUER": "future"}
WEAK_PREPOSITIONS: Final[dict[str, Direction]] = {"BIS": "future", "AB": "future"}
PARTICIPLE: Final = re.compile(
    r"(?:[a-zäöü]*ge[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]+iert|"
    r"(?:be|ver|er|ent|zer|über|unter)[a-zäöüß]{2,}(?:t|en))"
)
PRETERITE: Final = re.compile(r"[a-zäöüß]{3,}te(?:n|t)?")
# Participles and superlatives before a noun end alike: "die reformierte Kirche", "größte".
ATTRIBUTE: Final = re.compile(r"[a-zäöüß]*(?:ierte|ete|sste|ste)[nrs]?")


class Reference(NamedTuple):
    """The publication date, as exact as it is known."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int, int] | None = None

    @property
    def date(self) -> date | None:
        """The day, None where only year or month is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def read_reference(value: date | datetime | str | None) -> Reference | None:
    """Return a publication date given as a date, a datetime or "YYYY[-MM[-DD]]".

    Raises `ValueError` for a string of another form.
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        clock = (value.hour, value.minute, value.second)
        return Reference(value.year, value.month, value.day, clock)
    if isinstance(value, date):
        return Reference(value.year, value.month, value.day)
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        raise ValueError(f"no date of the form YYYY[-MM[-DD]]: {value!r}")
    year, month, day = ([int(part) for part in value.split("-")] + [None, None])[:3]
    date(year or 0, month or 1, day or 1)
    return Reference(year or 0, month, day)


class Told(NamedTuple):
    """A date that the text told before: its place among the matches, and its first and last day."""

    match: int
    year: int
    first: date | None
    last: date | None
    sentence: int
    month: int | None = None
    token: int = 0


@dataclass(slots=True)
class Context:
    """All that resolving one expression may look at."""

    tokens: Tokens
    reference: Reference | None
    sentence_starts: Sequence[int]
    directions: Sequence[Direction | None] | None = None
    told: list[Told] = field(default_factory=list)
    full_days: list[Told] = field(default_factory=list)
    last_stretch: Told | None = None  # of two days to a week
    token: int = 0
    _known_directions: dict[tuple[int, int], Direction | None] = field(default_factory=dict)

    def remember(self, told: Told) -> None:
        """Keep a date for those that follow it."""
        self.told.append(told)
        if told.first and told.last and 0 < (told.last - told.first).days <= WEEK_DAYS:
            self.last_stretch = told

    @property
    def sentence(self) -> int:
        """Number of the sentence that the expression at `token` stands in."""
        return self.sentence_of(self.token)

    def sentence_of(self, token: int) -> int:
        """Number of the sentence that a token stands in."""
        return max(0, bisect_right(self.sentence_starts, token) - 1)

    def direction(self) -> Direction | None:
        """Tell whether the expression's clause speaks of the past or the future."""
        preposition = self._preposition()
        if preposition in STRONG_PREPOSITIONS:
            return STRONG_PREPOSITIONS[preposition]
        if self.directions is not None and (given := self.directions[self.sentence]):
            return given
        clause, block = clause_bounds(self.tokens, self.token, *self.sentence_bounds())
        by_verb = self._direction_of(*clause) or self._direction_of(*block)
        return by_verb or WEAK_PREPOSITIONS.get(preposition)

    def _preposition(self) -> str:
        """Class of the word before the date, over an article: "seit April", "bis zum Freitag"."""
        name_of, at = load_scanner().name_of, self.token - 1
        while at >= 0 and name_of[self.tokens.codes[at]] in {"ART", "ZUM"}:
            at -= 1
        return name_of[self.tokens.codes[at]] if at >= 0 else ""

    def _direction_of(self, first: int, end: int) -> Direction | None:
        if (first, end) not in self._known_directions:
            self._known_directions[first, end] = verb_direction(self.tokens, first, end)
        return self._known_directions[first, end]

    def sentence_bounds(self) -> tuple[int, int]:
        """First token of the sentence, and the first of the next one."""
        number = self.sentence
        starts = self.sentence_starts
        end = starts[number + 1] if number + 1 < len(starts) else len(self.tokens)
        return starts[number] if starts else 0, end

    def last_told(self, within: int | None = None) -> Told | None:
        """The last date told, at most `within` sentences back."""
        if not self.told:
            return None
        last = self.told[-1]
        if within is not None and self.sentence - last.sentence > within:
            return None
        return last


def split_sentences(tokens: Tokens) -> list[int]:
    """Return the first token of every sentence, guessed from full stops, gaps and capitals."""
    of = load_scanner().code_of
    stops = {of["DOT"], of["STOP"], of["GAP"]}
    starts = [0]
    for index, code in enumerate(tokens.codes[:-1]):
        if code in stops and (code == of["GAP"] or _opens(tokens, index + 1)):
            starts.append(index + 1)
    return starts


def _opens(tokens: Tokens, index: int) -> bool:
    gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    first = tokens.text[tokens.starts[index]]
    return bool(gap) and not first.islower()


def clause_bounds(
    tokens: Tokens, token: int, first: int, end: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the bounds of the clause and of the sentence (or its block) that a token stands in."""
    comma = load_scanner().code_of["COMMA"]
    first += (token - first) // REACH * REACH
    end = min(end, first + REACH)
    left = tokens.codes.rfind(comma, first, token) + 1 or first
    right = tokens.codes.find(comma, token, end)
    return (left, right if right >= 0 else end), (first, end)


def verb_direction(tokens: Tokens, first: int, end: int) -> Direction | None:
    """Guess from the verbs of a stretch of tokens whether it speaks of the past or the future."""
    of = load_scanner().code_of
    codes = tokens.codes[first:end]
    if of["PASTVERB"] in codes:
        return "past"
    if of["PLANNED"] in codes:
        return "future"
    plain = [tokens.word(i) for i in range(first, end) if tokens.codes[i] == of["OTHER"]]
    if of["PERFECT"] in codes and any(PARTICIPLE.fullmatch(word) for word in plain):
        return "past"
    if of["FUTUREVERB"] in codes:
        return "future"
    if any(_is_preterite(word) for word in plain):
        return "past"
    return "future" if of["PERFECT"] in codes else None  # "Am Mittwoch ist ein Besuch …"


def _is_preterite(word: str) -> bool:
    if not PRETERITE.fullmatch(word) or ATTRIBUTE.fullmatch(word):
        return False
    lexicon = load_lexicon()
    return not any(lexicon.has_role(form, "no_preterite") for form in (word, word.rstrip("n")))
