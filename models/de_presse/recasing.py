"""Gives lines set in capitals their usual spelling before they are cut into pieces.

"IHK REIST NACH BAD ELSTER" becomes "IHK reist nach Bad Elster": words that the lexicon or the piece
table knows are written as there, other short words and those without a vowel stay (most are
acronyms), all others get one capital. What capitals hide for good (ß, long acronyms) stays lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

# A line counts as set in capitals with at least this many words of two letters and more, and this
# share of them in capitals ("NORDHAFEN (pm)" is a dateline, not such a line).
LEAST_WORDS: Final = 3
LEAST_SHARE: Final = 0.8
LONGEST_ACRONYM: Final = 3
WORD_START: Final = "▁"
VOWEL: Final = re.compile(r"[AEIOUYÄÖÜ]")


def usual_forms(lexicon: Iterable[str], pieces: Iterable[tuple[str, float]] = ()) -> dict[str, str]:
    """Return how known words are usually written, by their small letters.

    Of two spellings in the lexicon the small one counts, of two that are pieces ("▁reist",
    "▁Reist") the likelier; the lexicon comes first.
    """
    words = list(lexicon)
    ranked = sorted(pieces, key=lambda piece: piece[1])
    whole = [piece[1:] for piece, _ in ranked if piece[:1] == WORD_START and piece[1:].isalpha()]
    found = {word.lower(): word for word in whole if len(word) > LONGEST_ACRONYM}
    found |= {word.lower(): word for word in words if word.istitle()}
    return found | {word: word for word in words if word.islower()}


def recase(forms: Sequence[str], starts: Sequence[int], usual: Mapping[str, str]) -> list[str]:
    """Return the words with capital lines recased.

    `starts` are the words that start a line, `usual` as from `usual_forms`.
    """
    recased = list(forms)
    for start, end in pairwise(sorted({0, *starts, len(forms)})):
        line = forms[start:end]
        if is_in_capitals(line):
            recased[start:end] = [_recased(word, usual) for word in line]
            recased[start] = recased[start][:1].upper() + recased[start][1:]
    return recased


def is_in_capitals(line: Sequence[str]) -> bool:
    """Tell whether the words of a line are set in capitals."""
    words = [word for word in line if len(word) > 1 and word.isalpha()]
    return len(words) >= LEAST_WORDS and (
        sum(word.isupper() for word in words) >= LEAST_SHARE * len(words)
    )


def _recased(word: str, usual: Mapping[str, str]) -> str:
    if not word.isupper() or len(word) == 1:
        return word
    known = usual.get(word.lower())
    if known is not None:
        return known
    return "-".join(_capitalised(part) for part in word.split("-"))


def _capitalised(part: str) -> str:
    if len(part) <= LONGEST_ACRONYM or VOWEL.search(part) is None:
        return part
    return part[0] + part[1:].lower()
