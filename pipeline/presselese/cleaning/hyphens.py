"""Joins words that a line end parted, with or without their hyphen, as German wants it.

"wirt-\\nschaft" and "Dele- gation" lose the hyphen, "IHK-\\nPräsident" and "Nordrhein- Westfalen"
keep it, "Vor- und Nachteile" stays as it is. The document itself decides first: a word that stands
unbroken elsewhere in it is written the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from presselese.cleaning.settling import settled

BREAK: Final = re.compile(r"(?<=\w)-(?P<gap>[ \t]*\n[ \t]*| )(?=[^\W\d_])")
WORD: Final = re.compile(r"\w+(?:-\w+)*")
LEFT: Final = re.compile(r"[\w-]*\Z")
RIGHT: Final = re.compile(r"\w+(?:-\w+)*-?")
# Looked at on each side of a break; no German word is longer, and it keeps long texts linear.
MAX_WORD_CHARS: Final = 80
MAX_PASSES: Final = 5
# "deutsch-\nfranzösische": an adjective before another adjective.
ADJECTIVE_PAIR: Final = re.compile(r"(?:isch|deutsch|lich|iv|ell|al)(?:e[nmrs]?)?\Z")
PAIR_FIRST: Final = re.compile(r"\A(?:[a-zäöüß]{3,}isch|deutsch|[a-zäöüß]{4,}lich)\Z")


@dataclass(frozen=True, slots=True)
class HyphenWords:
    """The words that decide breaks which spelling alone leaves open.

    `suspending` follow a hyphen that stays open ("Vor- und"), `keeping` are lower-case words whose
    hyphen belongs to them ("Know-how"), `closing` are parts of brands written as one
    ("Climate" + "Choice").
    """

    suspending: frozenset[str]
    keeping: frozenset[str]
    closing: frozenset[str]


def join_parted_words(text: str, words: HyphenWords) -> str:
    """Return the text with its parted words joined."""
    # A joined word can settle the break before it: "Wirt- schafts- und" needs two passes.
    return settled(lambda once: _join_once(once, words), text, passes=MAX_PASSES)


def _join_once(text: str, words: HyphenWords) -> str:
    breaks = list(BREAK.finditer(text))
    if not breaks:
        return text
    unbroken = frozenset(match[0] for match in WORD.finditer(BREAK.sub(" ", text)))
    pieces: list[str] = []
    last = 0
    for match in breaks:
        pieces.append(text[last : match.start()])
        pieces.append(_join(text, match, words, unbroken))
        last = match.end()
    return "".join([*pieces, text[last:]])


def _join(text: str, match: re.Match[str], words: HyphenWords, unbroken: frozenset[str]) -> str:
    """Return what stands between the halves: nothing, the hyphen, or hyphen and white space."""
    start, end = match.start(), match.end()
    left = _search(LEFT, text[max(0, start - MAX_WORD_CHARS) : start])
    right = _search(RIGHT, text[end : end + MAX_WORD_CHARS])
    if _stays_open(left, right, words):
        return "- " if "\n" in match["gap"] and right.islower() else match[0]
    if left + right in unbroken:
        return ""
    if f"{left}-{right}" in unbroken:
        return "-"
    return "-" if _keeps_hyphen(left, right, words) else ""


def _search(shape: re.Pattern[str], text: str) -> str:
    found = shape.search(text)
    return found[0] if found else ""


def _stays_open(left: str, right: str, words: HyphenWords) -> bool:
    # "Ein-, Aus- und Weiterbildung" parts at the line end: "Aus-" is itself open.
    is_open_itself = right.endswith("-")
    return is_open_itself or not left or right.casefold() in words.suspending


def _keeps_hyphen(left: str, right: str, words: HyphenWords) -> bool:
    part = left.rpartition("-")[2]
    if right[0].isupper():
        is_brand = "-" not in left and {left, right} <= words.closing
        return not is_brand
    if f"{part}-{right}".casefold() in words.keeping:
        return True
    # "EU-\nweit", "14-\nköpfig", "E-\nmail": no German syllable ends so.
    if part.isupper() or part[-1:].isdigit() or len(part) == 1:
        return True
    return bool(PAIR_FIRST.search(part) and ADJECTIVE_PAIR.search(right))


def make_hyphen_words(rows: Iterable[tuple[str, ...]]) -> HyphenWords:
    """Return the words of the lexicon `hyphen_words` (columns: word, use)."""
    by_use: dict[str, set[str]] = {"suspending": set(), "keeping": set(), "closing": set()}
    for word, use in rows:
        by_use[use].add(word)
    return HyphenWords(**{use: frozenset(found) for use, found in by_use.items()})
