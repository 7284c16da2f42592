"""Which nouns an article calls a name by: 'Nordring, ein Netzwerk von …', '„Wir“ heißt der Verein'.

Read off the words round a name; what a noun without a name means is left to `coreference`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

# How far before a name the noun that introduces it may stand: 'der Verein „Metropolregion'.
INTRODUCTION_CHARS: Final = 40
INTRODUCTION: Final = re.compile(r"(\w+)\s*[„\"»‚“'‘]?\s*$")
# 'ein Verein mit dem Namen „Wir“', 'der Verein, der „Wir“ heißt'.
NAMED_CHARS: Final = 60
NAMED: Final = re.compile(
    r"\b(\w[\w-]+)(?:\s+(?:mit|unter)\s+dem\s+Namen|\s+namens|,\s+(?P<pronoun>der|die|das))"
    r"\s*[„\"»‚“'‘]?\s*$"
)
CALLED: Final = re.compile(r"\s*[“”\"»«‘’']?\s*heißt\b")
# '„Wir“ heißt der neue Verein', 'Nordring, ein Netzwerk', 'Nordring ist ein Netzwerk'.
EXPLAINED: Final = re.compile(
    r"\s*[“”\"»«‘’']?(?:\s*\([^)]{1,40}\))?"
    r"(?:,?\s+(?:heißt|hieß)\s+(?:der|die|das)|,?\s+(?:ist|sind|war)\s+(?:ein|eine)"
    r"|,\s+(?:ein|eine|einem|eines))\s+"
    r"(?:[a-zäöüß][\w-]*(?:e|en|er|es|em)\s+){0,3}([A-ZÄÖÜ][\w-]+)"
)


def nouns_told(organisation: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield the nouns by which a text explains an organisation's mentions."""
    for mention in organisation["mentions"]:
        start, end = mention["start_char"], mention["end_char"]
        before = noun_before(text, start)
        if before is not None:
            yield before
        named = NAMED.search(text, max(0, start - NAMED_CHARS), start)
        if named and (not named["pronoun"] or CALLED.match(text, end)):
            yield named[1]
        explained = EXPLAINED.match(text, end)
        if explained:
            yield explained[1]


def noun_before(text: str, start_char: int) -> str | None:
    """Return the capitalised word right before a name, quotes aside: 'im Gasthaus „Zum Löwen“'."""
    match = INTRODUCTION.search(text, max(0, start_char - INTRODUCTION_CHARS), start_char)
    return match.group(1) if match and match.group(1)[0].isupper() else None
