"""Finding numbers in German text, with their scale and unit, in one pass from left to right.

Every number comes out, those that are no figures as `rejected`: their neighbours need them ("Artikel
3 bis 5", "9 bis 17 Uhr"). Sharing units and choosing figures is left to `parse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from presselese.figures.context import is_name_number, is_ordinal, modifier_before, previous_word
from presselese.figures.grammar import LETTER, SPACE, Grammar, Unit, grammar
from presselese.figures.nouns import allows_oblique, is_time_noun, noun_after
from presselese.figures.numbers import (
    VULGAR,
    number_words,
    parse_digits,
    parse_word,
)

MAX_DIGITS: Final = 24  # longer runs are accounts, hashes or page furniture
_BLOB: Final = re.compile(r"[0-9]+(?:[.,:/'’_][0-9]+)*[½¼¾⅓⅔]?|[½¼¾⅓⅔]")
_SPACED: Final = re.compile(
    rf"{SPACE}[0-9]{{3}}(?:{SPACE}[0-9]{{3}})*(?:,[0-9]+)?(?![0-9]|[ /–.:\-][0-9])"
)
_SEPARATE_FRACTION: Final = re.compile(r"[0-9]+/[0-9]+")
_WORDLIKE: Final = re.compile(r"[\w@][\w\-./@+&]*")
_PHONE: Final = re.compile(r"[0-9][0-9()]*(?:[ \u00a0/()–\-.]{1,3}[0-9]+)*")
_GROUPED: Final = re.compile(
    r"[0-9]+(?:(?: ?[/–-] ?| )[0-9]+){2,}(?![0-9.,]*[0-9])|[0-9]+ ?/ ?[0-9 \-]{4,}"
)
_DATE_REST: Final = re.compile(r"\. ?[0-9]{1,2}\.(?: ?[0-9]{2,4})?|\|[ ]?[0-9]{4}| \| [0-9]{4}")
_LIST_MARK: Final = re.compile(r"(?:^|\n)[ \t]*\(?\Z")
_LEFT_JUNK: Final = re.compile(r"(?:[\w§#@_]|[A-Za-zÄÖÜäöüß][–\-/]|[.,:/\\][/\w]*|www\S*|=)\Z")
_URL: Final = re.compile(r"(?:://|www\.|@|#|\.(?:de|com|org|net|eu|html?|php)/)\S*\Z")
_ONE: Final = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_HALF: Final = frozenset({"halbe", "halben", "halbes", "halber"})
_HALF_AFTER: Final = re.compile(rf"{SPACE}(?:halbe[nrs]?)(?={SPACE})")
_JOINED: Final = re.compile(rf"{SPACE}und{SPACE}({LETTER}+zig|dreißig|dreissig)\b")
_REST: Final = re.compile(rf"{SPACE}(?:und{SPACE})?({LETTER}+)\b")
_NTH: Final = re.compile(rf"{SPACE}(?P<stem>{LETTER}+te)[rsnm]?\b")
_TIME_NOUN: Final = re.compile(
    rf"{SPACE}(?:Jahr|Monat|Tag|Woche|Stunde|Minute|Sekunde|Montag|Dienstag|Mittwoch|Donnerstag|"
    r"Freitag|Samstag|Sonnabend|Sonntag|Mal\b|Wochenende|Abend|Morgen|Sommer|Winter|Quartal)"
)
_YEARS: Final = range(1800, 2100)


@dataclass(slots=True)
class Number:
    """A number in the text; `scale` is the factor of "Mio.", already part of `value`."""

    start: int
    end: int
    value: Decimal
    rule: str
    unit: Unit | None = None
    scale: Decimal | None = None
    counts: str | None = None
    digits: bool = False
    bare: bool = False  # nothing but the digits says that this is a figure
    dangling: bool = False  # "zehn- bis fünfzehnköpfig": only with what follows
    rejected: bool = False


def scan(text: str) -> list[Number]:
    """Return all numbers of the text, by start, without overlaps."""
    table = grammar()
    numbers: list[Number] = []
    position = 0
    for match in table.candidate.finditer(text):
        start = match.start()
        if start < position:
            continue
        position = match.end()
        for number in _read(text, start, match[0], table):
            numbers.append(number)
            position = max(position, number.end)
    return numbers


def _read(text: str, start: int, token: str, table: Grammar) -> Iterator[Number]:
    if token[0].isdecimal() or token[0] in VULGAR:
        yield _read_digits(text, start, table)
        return
    number = _read_words(text, start, token, table)
    if number is not None:
        yield number


# ---------------------------------------------------------------- digits


def _read_digits(text: str, start: int, table: Grammar) -> Number:
    blob = _BLOB.match(text, start)
    assert blob is not None  # the candidate starts with a digit or a vulgar fraction
    end = blob.end()
    junk = Number(start, end, Decimal(0), "rejected", rejected=True, digits=True)
    left = text[max(0, start - 40) : start]
    if _LEFT_JUNK.search(left[-8:]) and not _glued_currency(left, table):
        junk.end = _end_of_word(text, end)
        return junk
    if end - start > MAX_DIGITS or _URL.search(left):
        junk.end = _end_of_word(text, end)
        return junk
    if left.endswith("+") or (
        text[start] == "0" and end - start > 1 and text[start + 1].isdecimal()
    ):
        if phone_end := _phone_end(text, start):
            junk.end = phone_end
            return junk
    value, end = _digits_value(text, start, end)
    if value is None:
        junk.end = max(end, _date_end(text, end))
        return junk
    number = Number(start, end, value, "figures.digits", digits=True)
    if left.endswith(("-", "−")) and (len(left) == 1 or left[-2].isspace() or left[-2] == "("):
        number.start, number.value = start - 1, -value
    return _complete_digits(text, number, left, table)


def _glued_currency(left: str, table: Grammar) -> bool:
    return table.currency_before.search(left[-8:]) is not None


def _end_of_word(text: str, position: int) -> int:
    rest = _WORDLIKE.match(text, position)
    return rest.end() if rest else position


def _phone_end(text: str, start: int) -> int:
    match = _PHONE.match(text, start)
    if match and sum(char.isdecimal() for char in match[0]) >= 5:
        return match.end()
    return 0


def _date_end(text: str, end: int) -> int:
    match = _DATE_REST.match(text, end)
    return match.end() if match else end


def _digits_value(text: str, start: int, end: int) -> tuple[Decimal | None, int]:
    blob = text[start:end]
    if blob.isdecimal():
        if text.startswith((",-", ",–", ",—"), end):
            return Decimal(blob), end + (3 if text.startswith((",--", ",––"), end) else 2)
        spaced = _SPACED.match(text, end) if len(blob) < 4 and blob[0] != "0" else None
        if spaced and not _is_list_of_three(text, spaced.end()):
            return parse_digits(blob + spaced[0]), spaced.end()
        fraction = _SEPARATE_FRACTION.match(text, end + 1) if text.startswith(" ", end) else None
        if fraction and parse_small_fraction(fraction[0]) is not None:
            return Decimal(blob) + (parse_small_fraction(fraction[0]) or 0), fraction.end()
        return Decimal(blob), end
    if "/" in blob:
        return parse_small_fraction(blob), end
    return parse_digits(blob), end


def _is_list_of_three(text: str, end: int) -> bool:
    return text.startswith(" ", end) and text[end + 1 : end + 2].isdecimal()


def parse_small_fraction(text: str) -> Decimal | None:
    """Return "1/3" as 0.3333; None for years ("2023/24"), shares above one and odd denominators."""
    numerator, _, denominator = text.partition("/")
    if not (numerator.isdecimal() and denominator.isdecimal()):
        return None
    if len(denominator) > 2 or not 0 < int(numerator) < int(denominator) <= 10:
        return None
    return (Decimal(numerator) / Decimal(denominator)).quantize(Decimal("0.0001"))


def _complete_digits(text: str, number: Number, left: str, table: Grammar) -> Number:
    end = number.end
    following = text[end : end + 1]
    if following == "-" and text[end + 1 : end + 2].isalpha():
        return _hyphen_compound(text, number, table)
    if following == "-" and text[end + 1 : end + 2] == " ":
        number.dangling, number.end = True, end + 1
        return number
    if following == "%" and (compound := _compound(text, number, table)):
        return compound
    _add_scale_and_unit(text, number, table)
    if number.unit is None and (before := table.currency_before.search(left)):
        number.start -= len(left) - before.start() if number.value >= 0 else 0
        number.unit = table.units[before["unit"]]
    if number.unit is not None or number.scale is not None:
        return number
    if following.isalpha() or following == "_":
        number.rejected, number.end = True, _end_of_word(text, end)
    else:
        number.bare = True
        number.rejected = _is_no_figure(text, number, left)
    return number


def _is_no_figure(text: str, number: Number, left: str) -> bool:
    blob = text[number.start : number.end].lstrip("-−")
    plain = blob.isdecimal()
    if "." in blob and not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?", blob):
        return True  # 3.5 without unit: a section, version or time
    if is_ordinal(text, number.end, long=not plain or len(blob) > 2):
        return True
    if (plain and len(blob) > 1 and blob[0] == "0") or _GROUPED.match(text, number.start):
        return True
    if _LIST_MARK.search(left) and text.startswith((")", "."), number.end):
        return True
    if left.endswith("(") and text.startswith(")", number.end):
        return True
    modified = modifier_before(text, number.start, measured=False, scaled=False) is not None
    previous = previous_word(text, number.start)
    noun = noun_after(text, number.end, oblique=modified or allows_oblique(previous))
    if noun and is_time_noun(noun.head):
        return True
    if plain and not modified and _is_code(text, number, blob, left, has_noun=noun is not None):
        return True
    return plain and not modified and is_name_number(previous, has_noun=noun is not None)


def _is_code(text: str, number: Number, blob: str, left: str, *, has_noun: bool) -> bool:
    """Years (2017) and postcodes (24105 Kiel) look like counts; round ones with a noun are."""
    if len(blob) == 4 and int(blob) in _YEARS:
        return not (has_noun and int(blob) % 100 == 0) or left.rstrip().endswith(("Jahr", "Jahre"))
    if len(blob) == 5:
        after_break = not left.strip(" \t") or left.rstrip(" \t").endswith(
            (",", "\n", "-", "|", "•")
        )
        return has_noun and (after_break or blob[-2:] != "00")
    return len(blob) > 6


def _hyphen_compound(text: str, number: Number, table: Grammar) -> Number:
    if compound := _compound(text, number, table):
        return compound
    measured = table.unit_compound.match(text, number.end)
    if measured:
        number.unit = table.units[measured["unit"]]
        if measured["scale"]:
            _multiply(number, measured["scale"])
        number.end, number.rule = measured.end(), "figures.unit_compound"
        return number
    number.rejected, number.end = True, _end_of_word(text, number.end)
    return number


def _compound(text: str, number: Number, table: Grammar) -> Number | None:
    """Read "-köpfige", "prozentigen", "ergruppe" right after the number."""
    match = table.compound.match(text, number.end)
    if match is None:
        return None
    compound = table.compounds[match["suffix"]]
    if number.value < compound.minimum or (compound.kind == "er_group" and match["ending"]):
        return None
    number.end, number.rule = match.end(), f"figures.{compound.kind}_compound"
    if compound.unit:
        number.unit = Unit(compound.unit, "percent")
    number.counts = compound.counts
    if compound.kind == "er_group":
        number.counts = text[number.start : number.end]
    return number


def _multiply(number: Number, scale: str) -> None:
    words = number_words()
    factor = words.scales.get(scale.lower()) or Decimal(
        words.below_thousand.get(scale.lower(), 1000)
    )
    number.value *= factor
    number.scale = factor * (number.scale or 1)


def _add_scale_and_unit(text: str, number: Number, table: Grammar) -> None:
    scale = table.scale.match(text, number.end)
    while scale:
        _multiply(number, scale["scale"])
        number.end = scale.end()
        scale = table.scale.match(text, number.end)
    unit = table.unit.match(text, number.end)
    if unit is None and text.startswith(")", number.end):
        # "97,4 (75,9) Mio. Euro": the unit stands behind the bracket, the span does not reach it
        inner = Number(number.start, number.end + 1, number.value, number.rule)
        if text.rfind("(", max(0, number.start - 2), number.start) >= 0:
            _add_scale_and_unit(text, inner, table)
            number.value, number.scale, number.unit = inner.value, inner.scale, inner.unit
        return
    if unit:
        number.unit, number.end = table.units[unit["unit"]], unit.end()


# ---------------------------------------------------------------- words


def _read_words(text: str, start: int, token: str, table: Grammar) -> Number | None:
    word = token.lower()
    end = start + len(token)
    if word in _ONE or word in _HALF:
        return _read_one(text, start, word, end, table)
    if word.startswith("jede"):
        return _read_nth(text, start, end)
    if word == "hälfte":
        return _read_half(text, start, end)
    words = number_words()
    if word in words.vague or word in words.scales:
        return _read_scale_word(text, start, end, word, table)
    value = parse_word(word)
    if value is None:
        return _read_compound_word(text, start, word, table)
    number = Number(start, end, value, "figures.words")
    if text.startswith("-", end):
        if text[end + 1 : end + 2].isalpha():
            return _hyphen_compound(text, number, table)
        number.dangling, number.end = True, end + 1
        return number
    _join_words(text, number)
    if part := table.part.match(text, number.end):
        return _read_part(text, number, part, start)
    _add_scale_and_unit(text, number, table)
    _add_rest(text, number, table)
    number.rejected = _is_no_number_word(text, number, word, token)
    return number


def _join_words(text: str, number: Number) -> None:
    """ "drei und dreißig" as old print and speech recognisers write it."""
    if number.value < 10 and (joined := _JOINED.match(text, number.end)):
        tens = parse_word(joined[1].lower())
        if tens is not None and tens % 10 == 0:
            number.value, number.end = number.value + tens, joined.end()


def _add_rest(text: str, number: Number, table: Grammar) -> None:
    """ "zwei Millionen dreihunderttausend Euro"."""
    if number.scale is None or number.unit is not None:
        return
    rest = _REST.match(text, number.end)
    value = parse_word(rest[1].lower()) if rest else None
    if rest and value is not None and 0 < value < number.scale and rest[1].lower() not in _ONE:
        number.value, number.end = number.value + value, rest.end()
        unit = table.unit.match(text, number.end)
        if unit:
            number.unit, number.end = table.units[unit["unit"]], unit.end()


def _read_one(text: str, start: int, word: str, end: int, table: Grammar) -> Number | None:
    """ "ein" counts only before scales, fractions, units and votes; "halbe" only before scales."""
    number = Number(start, end, Decimal(1), "figures.words")
    if word in _HALF:
        number.value = Decimal("0.5")
    elif half := _HALF_AFTER.match(text, end):
        number.value, number.end = Decimal("0.5"), half.end()
    elif part := table.part.match(text, end):
        return _read_part(text, number, part, start)
    _add_scale_and_unit(text, number, table)
    if number.scale is not None:
        _add_rest(text, number, table)
        return number
    if number.unit is not None:
        # "ein Grad an Freiheit", "eine Mark Brandenburg": only plain units
        number.rejected = number.unit.symbol in ("°", "DEM", "in", "kn", "ZAR", "BRL")
        return number
    noun = noun_after(text, end)
    if word == "eine" and noun and noun.head in table.contexts["one"]:
        return number
    return None


def _read_part(text: str, number: Number, part: re.Match[str], start: int) -> Number:
    denominator = number_words().parts[part["part"].lower()]
    share = (number.value / denominator).quantize(Decimal("0.0001"))
    quarter_of_town = denominator == 4 and number.value == 1
    result = Number(start, part.end(), share, "figures.fraction")
    result.rejected = share > 2 or (quarter_of_town and not _has_whole(text, part.end()))
    return result


def _has_whole(text: str, end: int) -> bool:
    """ "ein Viertel der Mitglieder" against "ein Viertel im Osten der Stadt"."""
    return (
        re.compile(
            rf"{SPACE}(?:der|des|aller|von|davon|ihrer|seiner|mehr|weniger|unserer)\b"
        ).match(text, end)
        is not None
    )


def _read_half(text: str, start: int, end: int) -> Number | None:
    """ "die Hälfte der Mitglieder" against "die zweite Hälfte des Jahres", "zur Hälfte"."""
    if previous_word(text, start).lower() not in ("die", "der") or not _has_whole(text, end):
        return None
    if re.compile(rf"{SPACE}de[sr]{SPACE}(?:Jahr|Monat|Woche|Saison|Zeit|Spiel|Tag)").match(
        text, end
    ):
        return None
    return Number(start, end, Decimal("0.5"), "figures.fraction")


def _read_nth(text: str, start: int, end: int) -> Number | None:
    """ "jeder fünfte Betrieb" is a share of 0.2; "jede zweite Woche" is a date."""
    nth = _NTH.match(text, end)
    value = number_words().nth.get(nth["stem"].lower()) if nth else None
    if nth is None or value is None or _TIME_NOUN.match(text, nth.end()):
        return None
    share = (1 / value).quantize(Decimal("0.0001"))
    return Number(start, nth.end(), share, "figures.nth")


def _read_scale_word(text: str, start: int, end: int, word: str, table: Grammar) -> Number | None:
    """ "Hunderte Gäste", "Millionen von Euro", "mehrere Dutzend Firmen", "das Dutzend Firmen"."""
    words = number_words()
    vague = word in words.vague
    value = words.vague[word] if vague else words.scales[word]
    number = Number(start, end, value, "figures.vague", scale=value)
    if not vague and text.startswith("-", end):
        return None
    modified = modifier_before(text, start, measured=True, scaled=True) is not None
    unit = table.unit.match(text, end)
    if unit:
        number.unit, number.end = table.units[unit["unit"]], unit.end()
    of_noun = re.compile(rf"{SPACE}von(?={SPACE}(?:[a-zäöüß]+en{SPACE})?[A-ZÄÖÜ])").match(text, end)
    counted = unit or of_noun or noun_after(text, end)
    if word == "dutzend" and counted:
        number.rule = "figures.words"
        return number
    return number if counted and (vague or modified or word.endswith("en")) else None


def _read_compound_word(text: str, start: int, word: str, table: Grammar) -> Number | None:
    """ "zehnköpfige", "hundertprozentig", "dreistöckig", "Dreiergruppe"."""
    for suffix in table.compounds:
        cut = word.find(suffix)
        if cut <= 0:
            continue
        value = parse_word(word[:cut])
        if value is not None:
            number = Number(start, start + cut, value, "figures.words")
            return _compound(text, number, table)
    return None


def _is_no_number_word(text: str, number: Number, word: str, token: str) -> bool:
    if number.unit is not None or number.scale is not None:
        return False
    if number.value <= 1:
        return True
    previous = previous_word(text, number.start)
    noun = noun_after(text, number.end)
    if previous in grammar().contexts["name"] or (noun and is_time_noun(noun.head)):
        return True
    if token == "Acht" and (
        previous in ("außer", "in", "Außer", "In") or _verb_of_acht(text, number)
    ):
        return True
    if token == "Elf" and previous.lower() in ("die", "der", "unsere", "einer"):
        return noun is None
    if previous in ("vor", "nach") and _clock(text, number.start):
        return True
    return (
        word == "vier"
        and text.startswith(" Augen", number.end)
        or word == "tausend"
        and (text.startswith(" Dank", number.end))
    )


def _verb_of_acht(text: str, number: Number) -> bool:
    return (
        re.compile(r" (?:geben|gegeben|nehmen|zu (?:geben|nehmen|lassen)|gelassen|lassen)\b").match(
            text, number.end
        )
        is not None
    )


def _clock(text: str, start: int) -> bool:
    """ "fünf vor zwölf"."""
    return (
        re.search(
            r"(?:fünf|zehn|zwanzig|[Vv]iertel|[Kk]urz|halb) (?:vor|nach) $",
            text[max(0, start - 16) : start],
        )
        is not None
    )
