"""Tells German articles from others, which are read all the same but with a warning."""

from __future__ import annotations

import re
from typing import Final

import py3langid

from presselese.records import Warning

# Less text than this is too little to tell a language from: a headline full of names is none.
MIN_WORDS: Final = 40
SAMPLE_CHARS: Final = 5000
# Share of the 57 commonest German words; German press text has 0.25 to 0.4, English and Dutch
# under 0.1, a German list of names and addresses about 0.1. Measured on the seeds and corpus.
MAX_FOREIGN_SHARE: Final = 0.12
# Close to German, and taken for it on short dialect or regional texts.
GERMAN_NAMES: Final = frozenset({"de", "lb"})


def language_warnings(text: str, common_german: frozenset[str]) -> tuple[Warning, ...]:
    """Return a warning where enough text is clearly not German."""
    sample = text[:SAMPLE_CHARS]
    found = [word.casefold() for word in re.findall(r"[^\W\d_]+", sample)]
    if len(found) < MIN_WORDS:
        return ()
    share = sum(word in common_german for word in found) / len(found)
    if share > MAX_FOREIGN_SHARE:
        return ()
    language = str(py3langid.classify(sample)[0])
    if language in GERMAN_NAMES:
        return ()
    message = f"The article looks like language {language!r}; the rules are made for German."
    return (Warning(code="text.not_german", message=message),)
