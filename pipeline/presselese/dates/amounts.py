"""Builders of lengths of time, repeated times and vague references.

Each builder takes a match of one pattern and returns its atoms; see `absolute`.
"""

from __future__ import annotations

import re
from typing import Final, cast

from presselese.dates.atoms import Atom, Found
from presselese.dates.guards import is_age
from presselese.dates.shapes import Duration, Unit, Verbatim

SHIFT_BEFORE: Final = {"vor": -1, "in": 1, "nach": 1}
WEEKDAY_SET: Final = {"WD": "XXXX-WXX-WD", "HD": "XXXX-XX-XX"}
INFLECTED_ADJECTIVE: Final = re.compile(r"[a-zäöüß-]{3,}en?")
PLURAL_FORMS: Final = ("jahre", "jahren", "monate", "monaten", "wochen", "tage", "tagen",
                       "stunden", "minuten", "sekunden", "jahrzehnte", "jahrzehnten",
                       "jahrhunderte", "jahrhunderten")  # fmt: skip


def count_of(found: Found, name: str) -> str:
    """Return a captured number as a decimal string, "X" where it is vague ("ein paar")."""
    start, end = found.candidate.groups[name]
    values = [found.tokens.values[index] for index in range(start, end)]
    if "X" in values:
        return "X"
    if len(values) > 1 and values[-1].isdigit() and len(values[-1]) > 6:  # "4,5 Milliarden"
        return _plain(float(values[0].replace(",", ".")) * int(values[-1]))
    if "0.5" in values:
        return "0.5"
    text = (
        values[0].replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", values[0]) else values[0]
    )
    return text.replace(",", ".")


def duration_value(number: str, unit: str) -> str:
    """Return the TIMEX3 value of a length, half a year in months and half an hour in minutes.

    >>> duration_value("4", "W"), duration_value("0.5", "TH"), duration_value("X", "D")
    ('P4W', 'PT30M', 'PXD')
    >>> duration_value("1.5", "Y")
    'P18M'
    """
    if unit[:2].isdigit():  # a quarter of an hour is 15 minutes
        factor, unit = int(unit[:2]), unit[2:]
        number = number if number == "X" else _plain(float(number) * factor)
    halves = {"Y": ("6", "M"), "TH": ("30", "TM"), "D": ("12", "TH"), "TM": ("30", "TS")}
    if number == "0.5" and unit in halves:
        number, unit = halves[unit]
    if unit == "Y" and number.endswith(".5"):
        number, unit = _plain(float(number) * 12), "M"
    if unit in {"Q", "H"}:
        months = 3 if unit == "Q" else 6
        number, unit = (number if number == "X" else _plain(float(number) * months)), "M"
    if unit == "ML":
        number, unit = (number if number == "X" else _plain(float(number) * 1000)), "Y"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def duration(found: Found) -> list[Atom]:
    """ "fünf Tagen", "rund drei Wochen", "ein halbes Jahr"."""
    unit, word = found.value("unit"), found.word("unit")
    first = found.index("num")
    if unit == "LY" or found.word("num") == "eines" or _is_no_length(found, word):
        return []
    modifier = found.value("about") if found.has("about") else None
    if found.before() == "mal" or _is_age(found):
        return []
    before = found.before() if found.before() not in {"den", "die", "etwa"} else found.before(2)
    shape = Duration(count_of(found, "num"), cast(Unit, unit), SHIFT_BEFORE.get(before, 0))
    return [found.atom(shape, first=first, modifier=modifier)]


def described_duration(found: Found) -> list[Atom]:
    """ "zwei weitere Jahre", "fünf ereignisreichen Tagen"."""
    is_adjective = INFLECTED_ADJECTIVE.fullmatch(found.word("what"))
    return duration(found) if is_adjective and found.word("unit") in PLURAL_FORMS else []


def _is_no_length(found: Found, unit_word: str) -> bool:
    """ "die 2. Woche", "1,5 Tage" is one, "100 Tag" none; "12:30 Stunden" is a clock's answer."""
    text = found.tokens.word(found.index("num"))
    return ":" in text or (text.isdigit() and int(text) > 1 and unit_word in {"tag", "woche"})


def _is_age(found: Found) -> bool:
    """ "im Alter von 80 Jahren", "ein Durchschnittsalter von 32 Jahren"."""
    return found.before() == "von" and found.before(2).endswith("alter")


def elliptic_duration(found: Found) -> list[Atom]:
    """ "10 bis 15 Jahre", "50 statt 30 Jahre": the first number borrows the unit."""
    unit = cast(Unit, found.value("unit"))
    if found.value("unit") == "LY" or found.word("num") in {"eines", "einer", "ein"}:
        return []
    first = Duration(count_of(found, "num"), unit)
    second = Duration(count_of(found, "num2"), unit)
    return [
        found.atom(first, end=found.first + 1, stands_alone=False),
        found.atom(second, first=found.index("num2")),
    ]


def vague_duration(found: Found) -> list[Atom]:
    if found.value("unit") == "LY" or found.tokens.word(found.first).lower() == "mehr":
        return []
    return [found.atom(Duration("X", cast(Unit, found.value("unit"))))]


def bare_plural(found: Found) -> list[Atom]:
    """ "seit Jahren": some years."""
    if found.word("unit") not in PLURAL_FORMS or found.value("unit") == "LY":
        return []
    return [found.atom(Duration("X", cast(Unit, found.value("unit"))))]


def adjective_duration(found: Found) -> list[Atom]:
    if is_age(found):
        return []
    number, unit = found.value("num").split()
    return [found.atom(Duration(number, cast(Unit, unit)))]


def word_duration(found: Found) -> list[Atom]:
    return [found.atom(Verbatim("DURATION", found.value("word")))]


def each(found: Found) -> list[Atom]:
    """ "jeden Dienstag", "jedem Jahr", "jeden letzten Samstag im Monat" (once a month)."""
    for name in ("unit", "unit2"):
        if found.has(name):
            return [found.atom(Verbatim("SET", duration_value("1", found.value(name))))]
    word, what = found.word("what"), found.value("what")
    if word.endswith("tag") and what.isdigit():
        return [found.atom(Verbatim("SET", f"XXXX-WXX-{what}"))]
    if " " in what:
        day, part = what.split()
        return [found.atom(Verbatim("SET", f"XXXX-WXX-{day}T{part}"))]
    if what in {"MO", "MI", "AF", "EV", "NI"} or word == "morgen":
        return [found.atom(Verbatim("SET", f"XXXX-XX-XXT{what if what != '1' else 'MO'}"))]
    if what in {"SP", "SU", "FA", "WI"}:
        return [found.atom(Verbatim("SET", f"XXXX-{what}"))]
    if what.isdigit():
        return [found.atom(Verbatim("SET", f"XXXX-{int(what):02d}"))]
    return [found.atom(Verbatim("SET", duration_value("1", what)))] if what != "LY" else []


def every(found: Found) -> list[Atom]:
    """ "alle 14 Tage"; "alle Jahre" without a number is no interval."""
    if not found.has("num"):
        return []
    value = duration_value(count_of(found, "num"), found.value("unit"))
    return [found.atom(Verbatim("SET", value))]


def times(found: Found) -> list[Atom]:
    """ "einmal im Jahr", "dreimal pro Woche": the cycle is the unit."""
    return [found.atom(Verbatim("SET", duration_value("1", found.value("unit"))))]


def set_word(found: Found) -> list[Atom]:
    return [found.atom(Verbatim("SET", found.value("word")))]


def set_adjective(found: Found) -> list[Atom]:
    number, unit = found.value("num").split()
    return [found.atom(Verbatim("SET", duration_value(number, unit)))]


def weekdays(found: Found) -> list[Atom]:
    value = found.value("word")
    return [found.atom(Verbatim("SET", WEEKDAY_SET.get(value, f"XXXX-WXX-{value}")))]


def parts(found: Found) -> list[Atom]:
    """ "nachmittags", "samstagabends"."""
    day, _, part = found.value("word").rpartition(" ")
    stem = f"XXXX-WXX-{day}" if day else "XXXX-XX-XX"
    return [found.atom(Verbatim("SET", f"{stem}T{part}"))]


def reference(found: Found) -> list[Atom]:
    return [found.atom(Verbatim("DATE", found.value("word")))]


def set_reference(found: Found) -> list[Atom]:
    """ "im Moment", "zur Zeit", "in Kürze": the preposition stays outside, where it can."""
    return [found.atom(Verbatim("DATE", found.value("word")), first=found.index("word"))]


def past_reference(found: Found) -> list[Atom]:
    """ "vor Kurzem", "seit langem", "in letzter Zeit"."""
    return [found.atom(Verbatim("DATE", "PAST_REF"), first=found.index("word"))]


def whole_unit(found: Found) -> list[Atom]:
    """ "den ganzen Tag", "das gesamte Jahr"."""
    unit = found.value("unit")
    if unit == "LY" or found.word("unit") in PLURAL_FORMS:
        return []
    first = found.first + 1 if found.has("head") else found.first
    return [found.atom(Duration("1", cast(Unit, unit)), first=first, timex_first=found.first)]


def ex(found: Found) -> list[Atom]:
    """ "Ex-Minister": the corpora mark the prefix as a reference to the past."""
    return [found.atom(Verbatim("DATE", found.value("word")))]
