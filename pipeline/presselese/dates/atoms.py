"""One expression as found: its place in the text, its shape, and what a builder may ask of it.

Spans count characters, end exclusive. Two spans are kept, because two conventions are served: a
record shows "nächsten 15 Jahren", the TIMEX3 corpora mark "15 Jahren" there, and "der kommenden
Woche" with its article.
"""

from __future__ import annotations

from dataclasses import dataclass

from presselese.dates.lexer import Tokens
from presselese.dates.patterns import Candidate
from presselese.dates.shapes import Shape


@dataclass(frozen=True, slots=True)
class Atom:
    """One date, time, duration or set of the text, not yet anchored. Tokens end exclusive."""

    first_token: int
    last_token: int
    start: int
    end: int
    timex_start: int
    timex_end: int
    shape: Shape
    rule: str
    modifier: str | None = None
    # False where only a neighbour makes it a date: "von 14" in "von 14 bis 18 Uhr".
    stands_alone: bool = True


class Found:
    """A candidate with its tokens: what the builders read."""

    def __init__(self, tokens: Tokens, candidate: Candidate) -> None:
        self.tokens = tokens
        self.candidate = candidate
        self.first = candidate.start
        self.end = candidate.end

    def has(self, name: str) -> bool:
        """Tell whether the pattern captured `name`."""
        return name in self.candidate.groups

    def index(self, name: str) -> int:
        """Return the token index where the capture begins."""
        return self.candidate.groups[name][0]

    def value(self, name: str) -> str:
        """Return the lexicon value of the capture's first token."""
        return self.tokens.values[self.index(name)]

    def word(self, name: str) -> str:
        """Return the capture's first token as written, lower-cased."""
        return self.tokens.word(self.index(name)).lower()

    def number(self, name: str) -> int:
        """Return a captured number: "5.", "5", "fünf", "fünften", "2017"."""
        return int(self.value(name).rstrip("."))

    def before(self, steps: int = 1) -> str:
        """Return the word that stands `steps` tokens before the match, lower-cased."""
        return self.tokens.word(self.first - steps).lower()

    def after(self, steps: int = 1) -> str:
        """Return the word that stands `steps` tokens after the match, as written."""
        return self.tokens.word(self.end + steps - 1)

    def atom(
        self,
        shape: Shape,
        *,
        first: int | None = None,
        end: int | None = None,
        timex_first: int | None = None,
        timex_end: int | None = None,
        modifier: str | None = None,
        stands_alone: bool = True,
    ) -> Atom:
        """Return an atom over tokens [first, end); the TIMEX3 span is the same unless given."""
        start = self.first if first is None else first
        stop = self.end if end is None else end
        timex_start = start if timex_first is None else timex_first
        timex_stop = stop if timex_end is None else timex_end
        starts, ends = self.tokens.starts, self.tokens.ends
        return Atom(
            first_token=min(start, timex_start),
            last_token=max(stop, timex_stop),
            start=starts[start],
            end=ends[stop - 1],
            timex_start=starts[timex_start],
            timex_end=ends[timex_stop - 1],
            shape=shape,
            rule=self.candidate.rule.name,
            modifier=modifier,
            stands_alone=stands_alone,
        )
