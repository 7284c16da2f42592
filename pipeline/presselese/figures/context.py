"""What stands beside a number: modifiers ("rund", "mehr als"), and signs that it is no figure.

Works on the text round one number; leaves finding numbers to `scan`.
"""

from __future__ import annotations

import re
from typing import Final, Literal, cast

from presselese.figures.grammar import LETTER, grammar

Modifier = Literal["approx", "over", "under"]

LEFT_WINDOW: Final = 40  # characters; the longest modifier phrase has 23
MAX_ABBREVIATION: Final = 4  # letters and full stop of "Abs.", "Nr."; longer words end a sentence
CLAUSE_WINDOW: Final = 110  # how far "verfügt … über" may be apart; longer clauses are rare in news
_DETERMINERS: Final = frozenset(
    ["die", "den", "der", "dem", "das", "ein", "eine", "einem", "einen", "einer", "insgesamt"]
)
# "über" after one of these cannot be a preposition itself ("in über 70 Ländern")
_PREPOSITIONS: Final = frozenset(
    {
        "als",
        "an",
        "auf",
        "aus",
        "bei",
        "durch",
        "für",
        "in",
        "mit",
        "nach",
        "seit",
        "um",
        "von",
        "zu",
    }
)
_AFTER: Final = re.compile(r"(?:\+(?!\w)|-plus\b| plus\b| (?:und|oder) mehr\b)")
_CLAUSE_END: Final = re.compile(r"[.;:!?](?:\s|$)|\n")
_PREVIOUS: Final = re.compile(r"(?P<word>§+|[^\s(\[„“»\"]+)[ \u00a0]\(?\Z")
# the word before "bis" that makes it a range: "10 bis 50", "zehn bis 50", "5 Euro bis 50"
_RANGE_START: Final = re.compile(
    r".*[0-9%€)-]|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|ein|eine|zwanzig|"
    r"dreißig|hundert|tausend|euro|prozent|millionen|milliarden|metern?)"
)
_STREET: Final = re.compile(
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|markt|viertel|hof|berg|"
    r"graben|steig|stieg|wall|promenade|kai|zeile|park|tor|wiese|feld|anger|brücke|garten|plan)\Z",
    re.IGNORECASE,
)
_SENTENCE_NEXT: Final = re.compile(rf"\.[“\"»)]*\s+[„\"»(]*({LETTER}+)")
_LINE_ENDS: Final = re.compile(r"\.[“\"»)]*[ \t]*(?:\n|\Z)")
_AFTER_ORDINAL: Final = re.compile(rf"\.\s?(?:[0-9]|{LETTER}|-|,|/|bis\b|und\b|–)")


def modifier_before(text: str, start: int, *, measured: bool, scaled: bool) -> Modifier | None:
    """Return what the words before a number say of its exactness.

    `measured`: a unit follows ("unter 5 Prozent", not "unter 30 Bewerbern"); `scaled`: the number
    is a scale word ("mehrere Hundert").
    """
    tokens = text[max(0, start - LEFT_WINDOW) : start].lower().split()
    if tokens and tokens[-1] in _DETERMINERS:
        closed = tokens[:-1]
        found = _phrase(closed) if closed else None
        tokens = closed if found else tokens
    found = _phrase(tokens)
    if found is None:
        return None
    phrase, modifier = found
    before = tokens[-len(phrase.split()) - 1] if len(tokens) > len(phrase.split()) else ""
    if phrase in grammar().contexts["only_scaled"] and not scaled:
        return None
    if phrase == "unter" and not measured:
        return None
    if phrase == "über" and before not in _PREPOSITIONS:
        return None if _is_preposition_of_verb(text, start) else modifier
    if phrase in ("bis", "bis zu") and _RANGE_START.fullmatch(before):
        return None
    return modifier


def _phrase(tokens: list[str]) -> tuple[str, Modifier] | None:
    modifiers = grammar().modifiers
    for length in (4, 3, 2, 1):
        phrase = " ".join(tokens[-length:]).lstrip('(„"»–-')
        if phrase in modifiers:
            return phrase, cast(Modifier, modifiers[phrase])
    return None


def _is_preposition_of_verb(text: str, start: int) -> bool:
    """Tell 'verfügt über 140 Standorte' and 'ein Scheck über 5000 Euro', which are exact."""
    contexts = grammar().contexts
    left = text[max(0, start - CLAUSE_WINDOW) : start]
    left = _CLAUSE_END.split(left)[-1]
    words = left.split()
    nouns = tuple(noun.lower() for noun in contexts["over_noun"])
    if len(words) > 1 and words[-2].lower().endswith(nouns):
        return True  # compounds, too: "ein Reisegutschein über 1000 Euro"
    right = text[start : start + CLAUSE_WINDOW]
    right = _CLAUSE_END.split(right, maxsplit=1)[0].partition(",")[0]
    return any(
        word.startswith((stem, "ge" + stem))  # case kept: "die Regierung hat über 50 Stellen"
        for word in (*words, *right.split())
        for stem in contexts["over_stem"]
    )


def modifier_after(text: str, end: int) -> tuple[int, Modifier] | None:
    """Return the end and meaning of "50+", "100 und mehr" after a number."""
    match = _AFTER.match(text, end)
    return (match.end(), "over") if match else None


def is_ordinal(text: str, end: int, *, long: bool) -> bool:
    """The full stop after a number makes it an ordinal, not the end of a sentence.

    `long`: more than three digits, which end a sentence more often than they count.
    """
    if not text.startswith(".", end):
        return False
    if _LINE_ENDS.match(text, end):
        return False
    following = _SENTENCE_NEXT.match(text, end)
    if following and following[1][0].isupper():
        starters = grammar().contexts["sentence_start"]
        return following[1] not in starters and not long
    return _AFTER_ORDINAL.match(text, end) is not None


def previous_word(text: str, start: int) -> str:
    """Return the token that one space parts from the number, "" where there is none."""
    match = _PREVIOUS.search(text[max(0, start - LEFT_WINDOW) : start])
    return match["word"] if match else ""


def is_name_number(previous: str, *, has_noun: bool) -> bool:
    """The word before makes the number part of a name: "Halle 7", "§ 5", "Brauereiviertel 5"."""
    contexts = grammar().contexts
    if previous.startswith("§") or previous in contexts["name"]:
        return True
    if previous in contexts["name_alone"]:
        return not has_noun
    if not previous or previous[-1] in ",;:!?":
        return False
    if _STREET.search(previous) and previous[0].isupper() and not has_noun:
        return True
    if previous[-1] == "." and len(previous) > MAX_ABBREVIATION:
        return False  # "… tagte in Kiel. 31 haben sich gemeldet."
    return previous[0].isupper() and not has_noun and previous.lower() not in contexts["function"]
