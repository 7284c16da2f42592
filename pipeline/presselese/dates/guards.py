"""What looks like a date and is none: people called Mai, programmes, postcodes, counted things.

Pure questions about the tokens round a match, asked by the builders.
"""

from __future__ import annotations

import re
from typing import Final

from presselese.dates.atoms import Found
from presselese.dates.lexicon import load_lexicon

FIRST_NAMES_IN_MONTHS: Final = frozenset(
    {"mai", "august", "april", "juni", "juli", "juno", "julei"}
)
# After these a bare number of four digits is a year even before a noun: "seit 2006 Mitglied".
YEAR_CUES: Final = frozenset(
    [
        "seit",
        "ab",
        "anno",
        "jahr",
        "jahre",
        "jahren",
        "bis",
        "in",
        "im",
        "zwischen",
        "und",
        "oder",
        "vom",
        "nach",
        "vor",
        "–",
        "-",
    ]
)
COUNTING: Final = frozenset(
    [
        "rund",
        "etwa",
        "über",
        "fast",
        "knapp",
        "circa",
        "ca",
        "gut",
        "insgesamt",
        "davon",
        "mindestens",
        "maximal",
        "höchstens",
        "jeweils",
        "weitere",
        "weiteren",
        "mehr",
        "um",
        "gegen",
    ]
)
NO_YEAR_BEFORE: Final = frozenset({"+", "§", "€", "$", "£", "%", "#", "*"})


def is_named_person(found: Found) -> bool:
    """Tell whether a month's name is a person's here ("Frau Mai", "August Müller")."""
    if is_after_title(found):
        return True
    word = found.word("month")
    if word not in FIRST_NAMES_IN_MONTHS:
        return False
    lexicon = load_lexicon()
    before = found.tokens.word(found.first - 1)
    first_name = before[:1].isupper() and before.isalpha() and before.lower() not in lexicon.words
    follows_sentence = found.tokens.word(found.first - 2) in {".", "", "!", "?", ":"}
    return first_name and not follows_sentence


def is_after_title(found: Found) -> bool:
    """ "Frau Winter", "Dr. März", "Karl Sonntag"."""
    before = found.before(2) if found.before() == "." else found.before()
    return before in load_lexicon().before_person


def is_counted_year(found: Found) -> bool:
    """Tell whether a bare number between 1500 and 2100 is no year: "2000 Euro", "Agenda 2030"."""
    before, after = found.before(), found.after()
    if before in load_lexicon().name_heads or before in NO_YEAR_BEFORE or _is_abbreviated(found):
        return True
    if before in COUNTING or _touches_number(found) or re.match(r"[€$£%°]", after):
        return True
    if after[:1].isupper() and _spaced(found):
        return before not in YEAR_CUES or found.number("year") % 100 == 0
    return after.lower() in {"meter", "kilometer", "m", "km", "euro", "mal", "prozent"}


def _is_abbreviated(found: Found) -> bool:
    return found.before() == "." and found.before(2) in load_lexicon().name_heads


def _spaced(found: Found) -> bool:
    tokens = found.tokens
    gap = tokens.text[tokens.ends[found.end - 1] : tokens.starts[found.end]]
    return gap in {" ", "\xa0"}


def _touches_number(found: Found) -> bool:
    """ "030 1999 2010", "0541/2008-14" and "Durchwahl -1999" are no years."""
    tokens = found.tokens
    if _is_digits(tokens.word(found.end)) or _is_digits(tokens.word(found.first - 1)):
        return True
    if found.before() not in {"-", "–", "/"}:
        return False
    beyond = tokens.word(found.first - 2)
    attached = tokens.ends[found.first - 1] == tokens.starts[found.first]
    if not attached or _is_year(beyond):
        return False
    return _is_digits(beyond) or tokens.text[tokens.starts[found.first - 1] - 1] == " "


def _is_digits(word: str) -> bool:
    return word[:1].isdigit() and not word.endswith(".")


def _is_year(word: str) -> bool:
    return re.fullmatch(r"(?:1[5-9]|20)\d\d", word) is not None


def is_no_day_month(found: Found) -> bool:
    """ "Kapitel 3.5." and "Platz 1.2." are no days."""
    lexicon = load_lexicon()
    return found.before() in lexicon.name_heads or found.before(2) in lexicon.name_heads


def is_age(found: Found) -> bool:
    """Tell whether "20-jährige" is somebody's age: "der 55-jährige Luigi Gastrini"."""
    word = found.word("num")
    if "jähr" not in word:
        return False
    if found.tokens.word(found.first)[:1].isupper() or "-J" in found.tokens.word(found.first):
        return True
    after = found.after().lower()
    if after in load_lexicon().aged_person:
        return True
    following = found.after(2)
    return found.after()[:1].isupper() and following[:1].isupper() and following.isalpha()
