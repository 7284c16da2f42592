"""A name in the text, and the small string rules by which two names are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

NameLabel = Literal["PER", "ORG", "LOC"]

WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
QUOTES = "\"'„“”‚‘’»«›‹"
# Share of an acronym's letters that must begin a word of the name (DIHK: 3 of 4).
MOSTLY_INITIALS = 0.6
# Words that never tell two names apart: articles, "Stadt Hefei" and "Hefei" are one, and so are
# "Verein Aue/Bramme" and "Verein Aue und Bramme".
FILLER_WORDS = frozenset(
    "der die das den dem des the und stadt gemeinde landkreis kreis kanton republik "
    "volksrepublik firma e v ev e.v i.g e.g e.k gmbh mbh ag kg co se eg ug kgaa gbr ohg ggmbh "
    "inc ltd".split()
)


# "Handelskammer (HK) Aue" is "Handelskammer Aue".
BRACKETED_ACRONYM = re.compile(r"(?<=\w )\([A-ZÄÖÜ]{2,}\)(?= \w)")
WRITTEN_OUT = {"uni": "universität", "lkr": "landkreis"}

# Before a surname: "von Roth", "van der Meer", "zu Solms".
PARTICLES = frozenset("von vom van der den de zu zum zur ten ter la le du d' di da del".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in the text; offsets count code points of the document's text.

    `name` is the base form (nominative, no article); `text` is exactly what stands there.
    """

    label: NameLabel
    start_char: int
    end_char: int
    text: str
    name: str


def words(name: str) -> tuple[str, ...]:
    """Return the casefolded words of a name, punctuation and quotes left out."""
    return tuple(word.casefold() for word in WORD.findall(name))


def is_surname(name: str) -> bool:
    """Tell whether a person is named by the surname alone: "Roth", "Roth-Ahlers", "von Roth"."""
    *before, _ = name.split() or [""]
    return all(word in PARTICLES for word in before)


def stem(word: str) -> str:
    """Return a word without the case ending that a German name may carry."""
    return re.sub(r"(?:es|s|e[mnr]|n|e)$", "", word) if len(word) > 5 else word


def key(name: str) -> tuple[str, ...]:
    """Return what makes a name the same name: its stems without filler words.

    A name made of filler words alone ("Die Stadt AG") keeps them all.
    """
    plain = words(BRACKETED_ACRONYM.sub(" ", name))
    plain = tuple(WRITTEN_OUT.get(word, word) for word in plain)
    telling = tuple(stem(word) for word in plain if word not in FILLER_WORDS)
    return telling or plain


def is_abbreviated(name: str) -> bool:
    """Tell whether a name holds a word that another writes out: "Uni Aue", "Lkr. Aue"."""
    return any(word in WRITTEN_OUT for word in words(name))


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as an acronym: DIHK, WTSH, BMWi, IHKn."""
    return bool(re.fullmatch(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü0-9&/]{1,9}", name)) and (
        sum(letter.isupper() for letter in name) >= max(2, len(name) // 2)
    )


def spells(acronym: str, name: str) -> bool:
    """Tell whether an acronym stands for a name.

    Its letters occur in this order in the name, the first one first, and most of them begin a
    word: DIHK spells "Deutscher Industrie- und Handelskammertag" (the K is inside a word).
    """
    letters = "".join(letter.casefold() for letter in acronym if letter.isalnum())
    plain = "".join(words(name))
    if not letters or not plain.startswith(letters[0]) or not _is_subsequence(letters, plain):
        return False
    initials = "".join(part[0] for part in re.findall(r"[^\W_]+", name)).casefold()
    return _common_subsequence(letters, initials) >= MOSTLY_INITIALS * len(letters)


def begins_with_letters_of(acronym: str, name: str) -> bool:
    """Tell whether an acronym may stand for the beginning of a longer name: FH, Fachhochschule."""
    letters, plain = acronym.casefold(), words(name)
    return (
        not is_acronym(name.split()[0])
        and plain[0].startswith(letters[0])
        and _is_subsequence(letters, "".join(plain))
    )


def is_clipped(short: str, name: str) -> bool:
    """Tell whether a word is made of pieces of a name: "Rege", "Regenerative Energien Ebersberg".

    Its letters occur in this order from the beginning of one of the name's words on.
    """
    if len(words(short)) != 1 or len(short) >= len(name):
        return False
    letters, plain = short.casefold(), words(name)
    return any(
        word.startswith(letters[:2]) and _is_subsequence(letters, "".join(plain[place:]))
        for place, word in enumerate(plain)
    )


def _is_subsequence(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _common_subsequence(first: str, second: str) -> int:
    row = [0] * (len(second) + 1)
    for letter in first:
        previous = 0
        for column, other in enumerate(second, start=1):
            above = row[column]
            row[column] = previous + 1 if letter == other else max(above, row[column - 1])
            previous = above
    return row[-1]
