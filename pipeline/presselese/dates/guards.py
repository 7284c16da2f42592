"""What looks like a date and is none: people called Mai, programmes, postcodes, counted things.

Pure questions about the tokens round a match, asked by the builders.
"""

from __future__ import annotations

import re
from typing import Final

from presselese.dates.atoms import Found
from presselese.dates.lexicon import load_lexicon

AGES: Final = range(13, 111)
# "haben 2023 Waren geliefert" is a year, "kamen 2000 Gäste" is not: a bare number before a noun is
# a year where news use it as one and it is not round.
RECENT: Final = range(1980, 2040)
ROUND_RECENT: Final = 50
ROUND: Final = 100  # round numbers are counts more often than years: "bis 2000 Teilnehmer"


def is_named_person(found: Found) -> bool:
    """Tell whether a month's name is a person's here ("Frau Mai", "August Müller")."""
    if is_after_title(found):
        return True
    word = found.word("month")
    lexicon = load_lexicon()
    if not lexicon.has_role(word, "first_name"):
        return False
    before = found.tokens.word(found.first - 1)
    first_name = before[:1].isupper() and before.isalpha() and before.lower() not in lexicon.words
    follows_sentence = found.tokens.word(found.first - 2) in {".", "", "!", "?", ":"}
    return first_name and not follows_sentence


def is_after_title(found: Found) -> bool:
    """ "Frau Winter", "Dr. März", "Karl Sonntag"."""
    before = found.before(2) if found.before() == "." else found.before()
    return load_lexicon().has_role(before, "title")


def is_counted_year(found: Found) -> bool:
    """Tell whether a bare number between 1500 and 2100 is no year: "2000 Euro", "Agenda 2030"."""
    lexicon, before, after = load_lexicon(), found.before(), found.after()
    if lexicon.has_role(before, "name_head") or _is_abbreviated(found):
        return True
    if lexicon.has_role(before, "counting") or _touches_number(found):
        return True
    if before in ("©", "copyright") or _is_release_number(found):
        return True
    if after == "von" and found.after(2) in ("ihnen", "denen"):  # "1600 von ihnen"
        return True
    if after[:1].isupper() and _spaced(found):
        year = found.number("year")
        is_plain = year in RECENT and year % ROUND_RECENT != 0
        is_cued = lexicon.has_role(before, "year_cue") and year % ROUND != 0
        return lexicon.has_role(after.lower(), "counted") or not (is_plain or is_cued)
    return lexicon.has_role(after.lower(), "counted") or re.match(r"[€$£%°]", after) is not None


def _is_abbreviated(found: Found) -> bool:
    return found.before() == "." and load_lexicon().has_role(found.before(2), "name_head")


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


def _is_release_number(found: Found) -> bool:
    """ "Presseinformation Nr. 58 / 2011": the year belongs to the number."""
    is_fraction = found.before() == "/" and found.before(2).isdigit()
    return is_fraction and found.before(3) == "." and found.before(4).lower() == "nr"


def _is_digits(word: str) -> bool:
    return word[:1].isdigit() and not word.endswith(".")


def _is_year(word: str) -> bool:
    return re.fullmatch(r"(?:1[5-9]|20)\d\d", word) is not None


def is_named_after_saint(found: Found) -> bool:
    """Tell the place or church "Sankt Martin" from the day, which a preposition brings: "zu …"."""
    is_saint = found.tokens.word(found.first).startswith("Sankt")
    return is_saint and not load_lexicon().has_role(found.before().lower(), "feast_cue")


def is_no_day_month(found: Found) -> bool:
    """ "Kapitel 3.5." and "Platz 1.2." are no days."""
    lexicon = load_lexicon()
    return any(lexicon.has_role(found.before(steps), "name_head") for steps in (1, 2))


def is_age(found: Found) -> bool:
    """Tell whether "20-jährige" is somebody's age: "der 55-jährige Luigi Gastrini"."""
    written = found.tokens.word(found.first)
    if "jähr" not in written.lower():
        return False
    if "Jähr" in written or (written[:1].isupper() and not found.after()[:1].isupper()):
        return True
    noun = _noun_after(found)
    if _lasts(noun.lower()):
        return False
    if not noun or load_lexicon().has_role(noun.lower(), "aged"):
        return True
    number, _ = found.value("num").split()
    return number.isdigit() and int(number) in AGES


def _noun_after(found: Found) -> str:
    """The noun that the adjective belongs to, over one more adjective; "" where none follows."""
    first, second = found.after(), found.after(2)
    if first[:1].isupper():
        return first
    is_adjective = first[:1].islower() and first.endswith(("e", "en", "er", "es", "em"))
    return second if is_adjective and second[:1].isupper() else ""


def _lasts(noun: str) -> bool:
    """ "Jubiläum", "Zusammenarbeit", "Haftstrafen": after these "30-jährig" is no age."""
    endings = tuple(load_lexicon().roles["lasting"])
    return any(noun.removesuffix(ending).endswith(endings) for ending in ("", "s", "es", "en", "n"))
