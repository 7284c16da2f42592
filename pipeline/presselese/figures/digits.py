"""Numbers in digits: "13.500", "12 000", "7,35", "€ 50", "14-köpfig", and what only looks like one.

Leaves number words to `words` and sharing units to `parse`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from presselese.figures.context import is_name_number, is_ordinal, modifier_before, previous_word
from presselese.figures.grammar import SPACE, grammar
from presselese.figures.inflection import is_singular_noun, is_time_noun
from presselese.figures.nouns import NounPhrase, allows_oblique, noun_after
from presselese.figures.numbers import parse_digits
from presselese.figures.quantity import (
    Number,
    add_scale_and_unit,
    currency_before,
    end_of_word,
    read_compound,
    read_hyphen_compound,
    rejected,
)

MAX_DIGITS: Final = 24  # longer runs are accounts, hashes or page furniture
_YEARS: Final = range(1800, 2100)
_BLOB: Final = re.compile(r"[0-9]+(?:[.,:/'’_][0-9]+)*[ \u00a0]?[½¼¾⅓⅔]?|[½¼¾⅓⅔]")
# repeats are bounded: a page of digits must not be read again from each of its numbers
_SPACED: Final = re.compile(
    rf"{SPACE}[0-9]{{3}}(?:{SPACE}[0-9]{{3}}){{0,4}}(?:,[0-9]{{1,9}})?(?![0-9]|[ /–.:\-][0-9])"
)
_SEPARATE_FRACTION: Final = re.compile(r" (?P<fraction>[0-9]/[0-9]{1,2})(?![0-9/.])")
_DASH_AMOUNT: Final = re.compile(r",(?:--|––|[-–—])(?![0-9])")
_PHONE: Final = re.compile(r"[0-9][0-9()]*(?:[ \u00a0/()–\-.]{1,3}[0-9]+)*")
_GROUPED: Final = re.compile(
    r"[0-9]{1,9}(?:(?: ?[/–-] ?| )[0-9]{1,9}){2,6}|[0-9]{1,9} ?/ ?[0-9 \-]{4,9}"
)
_SHARED_OUT: Final = re.compile(
    rf"{SPACE}(?:der|des|aller|von|davon|ihrer|seiner|unserer|[A-ZÄÖÜ])"
)
# "Sitze 44 der 101", "im Monat 100 bis 150 Dollar": the number belongs to the one that follows
_LEADS_ON: Final = re.compile(
    r"\s?(?:der|von|von den|bis|und|oder|bzw\.|–|-)\s?(?:(?:insgesamt|rund|etwa|zu)\s)?[0-9]"
)
_PLURAL: Final = re.compile(r"(?:e|n|s|er|el|a|nen)\Z")
_DATE_REST: Final = re.compile(r"\. ?[0-9]{1,2}\.(?: ?[0-9]{2,4})?")
_ISSUE: Final = re.compile(r" ?\| ?(?:19|20)[0-9]{2}\b")
# "120 jährigen Bestehen": a duration that is written in two words
_SPLIT_DURATION: Final = re.compile(
    r"[ \u00a0](?:jähr|monat|wöch|täg|stünd|minüt|sekünd)(?:ig|lich)(?:e[mnrs]?)?(?!\w)"
)
_OF_THEM: Final = re.compile(r"\s(?:davon|von ihnen|von denen)\b")
# "mit 14:4 Stimmen"
_VOTES: Final = re.compile(r"(?P<yes>[0-9]{1,3})(?P<no>:[0-9]{1,3})(?= (?:\w+-)?[Ss]timmen\b)")
_VOTES_FOR: Final = re.compile(r"[0-9]{1,3}:\Z")
_LINE_START: Final = re.compile(r"(?:^|\n)[ \t]*\(?\Z")
_GLUED: Final = re.compile(r"(?:[\w§#@_*×]|[A-Za-zÄÖÜäöüß][–\-/]|[.,:/\\][/\w]*|www\S*|=)\Z")
_URL: Final = re.compile(r"(?:://|www\.|@|#|\.(?:de|com|org|net|eu|html?|php)/)\S*\Z")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")


def read_digits(text: str, start: int) -> Number:
    """Return the number whose digits start here; rejected where they are no figure."""
    if votes := _VOTES.match(text, start):
        return Number(start, votes.end("yes"), Decimal(votes["yes"]), "figures.digits", digits=True)
    blob = _BLOB.match(text, start)
    assert blob is not None  # callers come with a digit or a vulgar fraction
    end = blob.end() - (blob[0][-1] in " \u00a0")
    left = text[max(0, start - 40) : start]
    votes_for = _VOTES_FOR.search(left)
    is_against = votes_for is not None and _VOTES.match(text, start - len(votes_for[0]))
    if end - start > MAX_DIGITS or (_is_part_of_word(left) and not is_against):
        return rejected(start, end_of_word(text, end))
    leading_zero = text[start] == "0" and text[start + 1 : start + 2].isdecimal()
    if leading_zero or left.endswith("+"):
        phone = _PHONE.match(text, start)
        if phone and sum(char.isdecimal() for char in phone[0]) >= 5:
            return rejected(start, phone.end())
    value, end = _value(text, start, end)
    if value is None:
        date = _DATE_REST.match(text, end)
        return rejected(start, date.end() if date else end)
    is_share = 0 < value < 1 and "," not in text[start:end]
    rule = "figures.fraction" if is_share else "figures.digits"
    number = Number(start, end, value, rule, digits=True)
    if left.endswith(("-", "−")) and (len(left) == 1 or left[-2] in " \u00a0\n("):
        number.start, number.value = start - 1, -value
    elif left.endswith(("minus ", "Minus ")):
        number.start, number.value = start - 6, -value
    _read_on(text, number, left)
    return number


def _is_part_of_word(left: str) -> bool:
    """Tell 'G20', 'Covid-19', 'Seite=3' and addresses from the amounts 'EUR50', '€50'."""
    if _URL.search(left):
        return True
    return bool(_GLUED.search(left[-8:])) and currency_before(left) is None


def _value(text: str, start: int, end: int) -> tuple[Decimal | None, int]:
    """Return value and end of the number, value None where the digits are none ("3.1.2", "3:1")."""
    blob = text[start:end]
    if not blob.isdecimal():
        return (parse_fraction(blob) if "/" in blob else parse_digits(blob)), end
    if dash := _DASH_AMOUNT.match(text, end):
        return Decimal(blob), dash.end()
    if len(blob) < 4 and blob[0] != "0" and (spaced := _SPACED.match(text, end)):
        return parse_digits(blob + spaced[0]), spaced.end()
    if fraction := _SEPARATE_FRACTION.match(text, end):
        part = parse_fraction(fraction["fraction"])
        return (Decimal(blob) + part, fraction.end()) if part else (Decimal(blob), end)
    return Decimal(blob), end


def parse_fraction(text: str) -> Decimal | None:
    """Return "1/3" as 0.3333; None for years ("2023/24"), shares above one and odd denominators."""
    numerator, _, denominator = text.partition("/")
    if not (numerator.isdecimal() and denominator.isdecimal()) or len(denominator) > 2:
        return None
    if not 0 < int(numerator) < int(denominator) <= 10:
        return None
    return (Decimal(numerator) / Decimal(denominator)).quantize(Decimal("0.0001"))


def _read_on(text: str, number: Number, left: str) -> None:
    """Read what follows the digits and decide whether they make a figure."""
    following = text[number.end : number.end + 2]
    if following[:1] == "-" and following[1:].isalpha():
        read_hyphen_compound(text, number)
        return
    if following == "- ":
        number.dangling, number.end = True, number.end + 1
        return
    if (following[:1] == "%" or following[:1].isalpha()) and read_compound(text, number):
        return
    add_scale_and_unit(text, number)
    if number.unit is None and (before := currency_before(left)):
        number.start -= len(before[0])
        number.unit = before[1]
    if number.unit is not None or number.scale is not None:
        return
    if following[:1].isalpha() or following[:1] == "_":
        number.rejected, number.end = True, end_of_word(text, number.end)
    elif number.rule == "figures.fraction":
        number.rejected = _SHARED_OUT.match(text, number.end) is None
    else:
        number.bare = True
        number.rejected = _is_no_figure(text, number, left)


def _is_no_figure(text: str, number: Number, left: str) -> bool:
    """Tell ordinals, list marks, codes and name numbers from counts."""
    blob = text[number.start : number.end].lstrip("-−")
    plain = blob.isdecimal()
    if _SPLIT_DURATION.match(text, number.end):
        return True
    if "." in blob and not _THOUSANDS.fullmatch(blob):
        return True  # 3.5 without unit: a section, version or clock time
    if is_ordinal(text, number.end, long=not plain or len(blob) > 3):
        return True
    if plain and ((blob[0] == "0" and len(blob) > 1) or _GROUPED.match(text, number.start)):
        return True
    if _LINE_START.search(left) and text.startswith((")", "."), number.end):
        return True
    if left.endswith("(") and text.startswith(")", number.end):
        return True
    if _ISSUE.match(text, number.end):
        return True  # "Heft 12 | 2024"
    modified = modifier_before(text, number.start, measured=False, scaled=False) is not None
    previous = previous_word(text, number.start)
    noun = noun_after(text, number.end, oblique=modified or allows_oblique(previous))
    if noun and is_time_noun(noun.head):
        return True
    if plain and noun is None and len(blob) == 4 and int(blob) in _YEARS:
        return _OF_THEM.match(text, number.end) is None  # "mehr als 2016"
    if not plain or modified:
        return False
    leads_on = _LEADS_ON.match(text, number.end) is not None
    return _is_code(blob, previous, left, noun) or is_name_number(
        previous, has_noun=noun is not None or leads_on
    )


def _is_code(blob: str, previous: str, left: str, noun: NounPhrase | None) -> bool:
    """Years (2017) and postcodes (24105 Kiel) look like counts; round ones with a noun are."""
    at_line_start = not left.strip(" \t") or left.rstrip(" \t").endswith("\n")
    if noun and at_line_start and blob != "1" and _is_page_head(noun.head):
        return True
    if len(blob) == 4 and int(blob) in _YEARS:
        is_round = int(blob) % 100 == 0
        return noun is None or not is_round or previous in grammar().contexts["before_year"]
    if len(blob) == 4 and noun and blob[0] == "1" and not blob.endswith("0"):
        return not _PLURAL.search(noun.head)  # "war 1516 König", but "1516 Stimmen"
    if len(blob) == 5:
        breaks = at_line_start or left.rstrip(" \t").endswith((",", "-", "|", "•"))
        return noun is not None and (breaks or not blob.endswith("00"))
    return len(blob) > 6


def _is_page_head(noun: str) -> bool:
    """Tell the page number of '16 Berliner Wirtschaft', '18 WIRTSCHAFT' from a count."""
    return is_singular_noun(noun) or (noun.isupper() and len(noun) > 4)
