"""Where a new sentence must start, and where a long text may safely be cut: layout and punctuation.

Line breaks: an empty line always starts a new sentence, and so does a line that begins with a
bullet. A single line break does so too ("IHK besucht Hefei⏎Osnabrück. Eine Delegation …"), unless
the line may have been wrapped: because the next word would not have fitted, or because the words
themselves go on ("… der Präsident der⏎Industrie- und Handelskammer"). There the model decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from de_presse.windows import BLOCK, CLAUSE, NOWHERE, SENTENCE

# Zones that stand on their own; "quote" and "body" alternate inside one paragraph.
OWN_BLOCKS: Final = frozenset({"headline", "dateline", "caption", "contact", "boilerplate"})
# Nobody wraps wider: a text with longer lines has one paragraph a line.
MAX_WRAPPED_WIDTH: Final = 130
BULLET: Final = re.compile(r"\s*(?:[•▪■◦‣*►]|[-–—]\s|\d{1,2}[.)]\s)")
LAST_WORD: Final = re.compile(r"(\w+)\W*$")
# Words that no headline ends with. Not "an", "ein", "bei", "mit": "IHK lädt Nachbarn ein".
GOES_ON: Final = frozenset({
    "der", "die", "das", "des", "dem", "den", "einer", "eines", "einem", "einen", "im", "vom",
    "zum", "zur", "am", "beim", "ins", "und", "oder", "sowie", "für", "von", "durch", "in",
})  # fmt: skip
STOPS: Final = frozenset({".", "!", "?", "…", "..."})
CLOSING: Final = frozenset("\"'“”«»’‘)]›‹")
CLAUSE_ENDS: Final = frozenset({",", ";", ":", "–"})
# Elsewhere than after these (and the quotes that close on them) the model must be surer of a
# start: it would cut headlines, and "Es ist paradox: Eigentlich müsste …" at the colon.
STARTERS: Final = (".", "!", "?", "…")
# After a full stop of its own and a space, a capital: "… ab Mai. Verlegt werden 212 Kilometer".
# Found with an early model on held-out sentences in groups of four: at -2 recall of starts rose
# from 74 to 88 % (press) and from 92 to 97 % (GermEval), and precision did not fall.
LIKELY_START: Final = -4.0
UNLIKELY_START: Final = 3.0


def line_starts(text: str) -> list[int]:
    """Return the offsets of lines that start a new sentence for certain."""
    lines = text.splitlines(keepends=True)
    if len(lines) < 2:
        return []
    width = max(len(line.rstrip()) for line in lines)
    starts: list[int] = []
    offset = 0
    for upper, lower in pairwise(lines):
        offset += len(upper)
        if lower.strip() and not (upper.strip() and _may_be_wrapped(upper, lower, width)):
            starts.append(offset)
    return starts


def _may_be_wrapped(upper: str, lower: str, width: int) -> bool:
    if BULLET.match(lower):
        return False
    upper, lower = upper.strip(), lower.strip()
    last = LAST_WORD.search(upper)
    if lower[0].islower() or upper[-1] in ",-" or (last and last[1] in GOES_ON):
        return True
    return len(upper) + 1 + len(lower.split(maxsplit=1)[0]) > width and width <= MAX_WRAPPED_WIDTH


def zone_borders(zones: Iterable[Mapping[str, Any]]) -> list[int]:
    """Return the offsets at which a zone of its own starts or ends."""
    own = [zone for zone in zones if zone["kind"] in OWN_BLOCKS]
    return [offset for zone in own for offset in (zone["start_char"], zone["end_char"])]


def places_to_cut(
    words: Sequence[str], after_space: Sequence[bool], blocks: Iterable[int]
) -> list[int]:
    """Return how good the place before each word is; `blocks` are the words that start a block."""
    cuts = [NOWHERE] * len(words)
    stopped = False  # a stop came last, perhaps with closing quotes after it
    for i, word in enumerate(words):
        if stopped and after_space[i] and not word[0].islower():
            cuts[i] = SENTENCE
        elif i and words[i - 1] in CLAUSE_ENDS:
            cuts[i] = CLAUSE
        stopped = word in STOPS or (stopped and word in CLOSING and not after_space[i])
    for i in blocks:
        cuts[i] = BLOCK
    return cuts


def logits_demanded(words: Sequence[str], cuts: Sequence[int]) -> list[float]:
    """Return the logit that each word must exceed to start a sentence where nothing is given."""
    demanded = [UNLIKELY_START] * len(words)
    stopped = False
    for i, word in enumerate(words):
        if cuts[i] == SENTENCE:
            demanded[i] = LIKELY_START
        elif stopped and word not in CLOSING:
            demanded[i] = 0.0
        stopped = word.endswith(STARTERS) or (stopped and word in CLOSING)
    return demanded
