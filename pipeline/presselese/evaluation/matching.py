"""When a name, date or figure of a record equals one of the gold: the rules of scoring.

They are those of the project's reference scorer, so that both print the same figures: names match
when their word stems are equal, when one set holds the other and a third of it, or when they are
90 % alike; dates match to the letter, weeks counted as seven days.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any, Final

IGNORED: Final = frozenset(
    "der die das den dem des ein eine einer eines einem einen stadt e v ev gmbh ag kg eg und von "
    "für zu the bundesland land landkreis republik volksrepublik".split()
)
# At least this share of the larger name must be in the smaller: 1/3.
SMALLEST_SHARE: Final = 3
ALIKE: Final = 0.9
PLAIN_SLOTS: Final = frozenset({"size", "start", "end", "date", "form", "change"})
DATE_SLOTS: Final = frozenset({"start", "end", "date"})


def _words(name: str) -> list[str]:
    found = re.findall(r"\w+", name.casefold())
    return [word for word in found if word not in IGNORED] or found


def _stem(word: str) -> str:
    return re.sub(r"(es|s|en|n|er)$", "", word) if len(word) > 5 else word


GENERIC: Final = frozenset(
    _stem(word)
    for word in (
        "delegation landtag bundestag stadtrat gemeinde gemeinden städte kommune kommunen verein "
        "verband netzwerk allianz unternehmen firma club gesellschaft gruppe institut ministerium "
        "kammer büro zentrum land kreis region partner mitglied mitglieder vertreter"
    ).split()
)


def same_name(first: str | None, second: str | None) -> bool:
    """Tell whether two names mean the same, as far as their words show."""
    if not first or not second:
        return False
    stems = {_stem(word) for word in _words(first)}, {_stem(word) for word in _words(second)}
    if not all(stems):
        return False
    if stems[0] == stems[1]:
        return True
    ordered = sorted(zip(stems, (first, second), strict=True), key=lambda pair: len(pair[0]))
    (small, small_text), (large, _) = ordered
    if small <= large and not small <= GENERIC:
        is_acronym = re.fullmatch(r"[A-ZÄÖÜ]{2,}\w*", small_text.strip())
        if SMALLEST_SHARE * len(small) >= len(large) or is_acronym:
            return True
    joined = " ".join(_words(first)), " ".join(_words(second))
    return difflib.SequenceMatcher(None, *joined).ratio() >= ALIKE


def same_date(first: str, second: str) -> bool:
    """Tell whether two TIMEX3 or EDTF values are equal; P1W is P7D."""
    return _in_days(first) == _in_days(second)


def _in_days(value: str) -> str:
    weeks = re.fullmatch(r"P(\d+)W", value)
    return f"P{7 * int(weeks[1])}D" if weeks else value


def same_value(slot: str, first: str, second: str) -> bool:
    """Tell whether two fillers of a slot are equal."""
    if slot in DATE_SLOTS:
        return same_date(first, second)
    return first == second if slot in PLAIN_SLOTS else same_name(first, second)


def hits(slot: str, gold: Sequence[str], found: Sequence[str]) -> int:
    """Count the gold fillers that are found, each found one used once."""
    left = list(found)
    count = 0
    for wanted in gold:
        match = next((i for i, value in enumerate(left) if same_value(slot, wanted, value)), None)
        if match is not None:
            count += 1
            left.pop(match)
    return count


def names_of(value: Any) -> list[str]:
    """Return the names in a slot of gold or record: a string, a reference, a list of them, null."""
    if value is None:
        return []
    entries = value if isinstance(value, list) else [value]
    return [entry if isinstance(entry, str) else str(entry.get("name") or "") for entry in entries]
