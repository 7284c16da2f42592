"""Text into tokens of time: every token gets a class, written as one character of a code string.

The grammar then searches the code string with regular expressions, which keeps the whole scan
linear in the text. Offsets count characters of the text, end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from presselese.dates.lexicon import ADJECTIVE_UNITS, CYCLE_UNITS, Lexicon, load_lexicon

# Order matters: a full date before a time of day, a time before a plain number.
# Braces are doubled, because the feasts are formatted in.
TOKEN: Final = r"""
      (?P<feast>(?<!\w)(?:{feasts})(?!\w))
    | (?P<link>(?:https?://|www\.)\S+)
    | (?P<dm>d\.[ ]?M\.)
    | (?P<dj>d\.[ ]?J\.)
    | (?P<word>[^\W\d_]+(?![\w]))
    | (?P<iso>(?<![\d.,/-])\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?![\d-]|\w))
    | (?P<short_iso>(?<![\d.,/-])\d\d-\d\d-\d\d(?![\d-]|\w))
    | (?P<numdate>(?<![\d.,/])\d{{1,2}}\.[ \xa0]?\d{{1,2}}\.[ \xa0]?
        (?:\d{{4}}|\d{{2}})(?!\d|[.,:]\d))
    | (?P<slashdate>(?<![\d.,/-])\d{{1,2}}/\d{{1,2}}/\d{{4}}(?![\d]|[.,:/]\d))
    | (?P<romandate>(?<![\d.,/])\d{{1,2}}\.[ ]?(?:XI{{0,2}}|IX|IV|VI{{0,3}}|I{{1,3}})\.[ ]?
        (?:\d{{4}}|\d\d)(?!\d))
    | (?P<daymonth>(?<![\d.,/-])\d{{1,2}}\.[ \xa0]?\d{{1,2}}\.(?![\d]))
    | (?P<school>(?<![\d.,/-])(?:1[5-9]|20)\d\d/(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d/]|\w))
    | (?P<monthyear>(?<![\d.,/-])(?:0?[1-9]|1[0-2])(?:/|\.)(?:19|20)\d\d(?![\d/]|\w|[.,]\d))
    | (?P<isomonth>(?<![\d.,/-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d-]|\w))
    | (?P<isoweek>(?<![\d.,/-])(?:19|20)\d\d-?W(?:[0-4]\d|5[0-3])(?!\w))
    | (?P<clock>(?<![\d.,:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?::[0-5]\d)?(?![\d]|[.:,]\d|\w))
    | (?P<decade>['’]?(?:\d\d00er|(?:1[5-9]|20)?\d0-?er)n?(?!\w))
    | (?P<adjective>\d{{1,4}}[ -]?(?:jähr|monat|wöch|wöchent|täg|stünd|minüt|sekünd)(?:ig|lich)
        (?:e[mnrs]?)?(?!\w))
    | (?P<term>\d{{1,3}}-(?:Jahr(?:es?)?|Monats|Wochen|Tages)-[^\W\d_]+(?!\w))
    | (?P<hour>(?:[01]?\d|2[0-4])h(?!\w))
    | (?P<quarter>[QH][1-4](?!\w)(?:[/ -](?:19|20)\d\d(?!\w))?)
    | (?P<mixed>\d+[^\W\d_][^\W_]*)
    | (?P<ordinal>(?<![\d.,:])\d{{1,2}}\.(?!\d))
    | (?P<number>\d+(?:[.,:]\d+)*)
    | (?P<glued>[^\W_]+)
    | (?P<gap>\n[^\S\n]*\n)
    | (?P<mark>[^\w\s])
"""
NUMERIC: Final = {
    "iso": "ISODATE", "short_iso": "SHORTISO", "numdate": "NUMDATE", "slashdate": "NUMDATE",
    "romandate": "NUMDATE", "daymonth": "DAYMONTH", "school": "SCHOOL", "monthyear": "MONTHYEAR",
    "isomonth": "MONTHYEAR", "isoweek": "ISOWEEK", "clock": "CLOCK", "decade": "DECADE",
    "hour": "HOURH", "quarter": "QUARTER", "ordinal": "ORDINAL", "gap": "GAP", "mixed": "OTHER",
    "glued": "OTHER", "link": "OTHER",
    "dm": "DM", "dj": "DJ",
}  # fmt: skip
MARKS: Final = {
    ".": "DOT", ",": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "−": "DASH", "‐": "DASH",
    "‑": "DASH", "/": "SLASH", "(": "OPEN", ")": "CLOSE", "|": "PIPE", ":": "COLON", "?": "STOP",
    "!": "STOP", "'": "APOSTROPHE", "’": "APOSTROPHE", "&": "UND", "+": "PLUS", "%": "UNITMARK",
    "€": "UNITMARK", "$": "UNITMARK", "§": "UNITMARK", "°": "UNITMARK", "…": "STOP",
}  # fmt: skip
# "Mo., 10. Feb.": "so", "do", "mi" are words, so case counts here.
DAY_ABBREVIATIONS: Final = {
    "Mo": "1", "Di": "2", "Mi": "3", "Do": "4", "Fr": "5", "Sa": "6", "So": "7",
}  # fmt: skip
TERM_UNITS: Final = {"J": "Y", "M": "M", "W": "W", "T": "D"}
FIRST_CODE: Final = 0xE000  # private use: never equal to a character of a pattern
FIRST_BARE_YEAR: Final = 1500
LAST_BARE_YEAR: Final = 2100
PLAIN: Final = (
    "INT",
    "YEAR",
    "NUMBER",
    "WDAYABBR",
    "CAPITAL",
    "OTHER",
    "DURADJ",
    "SETADJ",
    "FEAST",
)


@dataclass(slots=True)
class Tokens:
    """The tokens of a text in parallel lists; `codes` has one character a token."""

    text: str
    codes: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """Return the text of a token, "" beyond either end."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]]
        return ""


class Scanner:
    """Splits text into classified tokens; holds the vocabulary with its class characters."""

    def __init__(self, lexicon: Lexicon) -> None:
        categories = {word.category for word in lexicon.words.values()}
        names = sorted({*PLAIN, *NUMERIC.values(), *MARKS.values(), *categories})
        self.code_of: dict[str, str] = {name: chr(FIRST_CODE + n) for n, name in enumerate(names)}
        self.name_of: dict[str, str] = {code: name for name, code in self.code_of.items()}
        self._words = {
            form: (self.code_of[word.category], word.value) for form, word in lexicon.words.items()
        }
        self._marks = {mark: (self.code_of[name], "") for mark, name in MARKS.items()}
        self._feasts = dict(lexicon.feasts)
        self._token = re.compile(TOKEN.format(feasts=_alternatives(self._feasts)), re.VERBOSE)

    def tokenize(self, text: str) -> Tokens:
        """Return the tokens of a text; words that tell nothing of time are OTHER or CAPITAL."""
        tokens = Tokens(text)
        codes: list[str] = []
        for match in self._token.finditer(text):
            code, value = self._classify(match.lastgroup or "", match.group())
            codes.append(code)
            tokens.starts.append(match.start())
            tokens.ends.append(match.end())
            tokens.values.append(value)
        tokens.codes = "".join(codes)
        return tokens

    def _classify(self, kind: str, word: str) -> tuple[str, str]:
        of = self.code_of
        if kind == "word":
            if word in DAY_ABBREVIATIONS:
                return of["WDAYABBR"], DAY_ABBREVIATIONS[word]
            plain = "CAPITAL" if word[0].isupper() else "OTHER"
            return self._words.get(word.lower()) or (of[plain], "")
        if kind == "mark":
            return self._marks.get(word) or (of["OTHER"], "")
        if kind == "feast":
            return of["FEAST"], self._feasts[" ".join(word.split())]
        if kind in COMPUTED:
            name, value = COMPUTED[kind](word)
            return of[name], value
        return of[NUMERIC[kind]], word


@cache
def load_scanner() -> Scanner:
    """Return the scanner of the shipped vocabulary, built once a process."""
    return Scanner(load_lexicon())


def _alternatives(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)


def _number(word: str) -> tuple[str, str]:
    if not (word.isascii() and word.isdigit()):
        return "NUMBER", word
    if len(word) == 4 and FIRST_BARE_YEAR <= int(word) <= LAST_BARE_YEAR:
        return "YEAR", word
    if len(word) <= 3 and (word[0] != "0" or len(word) <= 2):
        return "INT", str(int(word))
    return "NUMBER", word


def _adjective(word: str) -> tuple[str, str]:
    number, stem = re.match(r"(\d+)[ -]?(.*)", word, re.DOTALL).groups()  # type: ignore[union-attr]
    for name, units in (("DURADJ", ADJECTIVE_UNITS), ("SETADJ", CYCLE_UNITS)):
        for suffix, unit in units.items():
            if stem.lower().startswith(suffix):
                return name, f"{int(number)} {unit}"
    return "OTHER", ""


def _term(word: str) -> tuple[str, str]:
    """Read "2-Jahres-Turnus" as a stretch of two years."""
    number, unit, _ = word.split("-")
    return "DURADJ", f"{int(number)} {TERM_UNITS[unit[0]]}"


COMPUTED: Final[dict[str, Callable[[str], tuple[str, str]]]] = {
    "number": _number,
    "adjective": _adjective,
    "term": _term,
}
