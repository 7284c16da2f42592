"""Finds the dateline at the start of a paragraph: place, date, agency or author's code.

Shapes as in "SOLINGEN (bgl) –", "Bad Homburg (hw).", "Berlin, 3. März 2024 (dpa) -", "Wien (OTS)",
"Köln/Hannover.- (fb)", "(Köln) -", "Hannover, 05. Juni 2014.-", "Kiel –", "Auer Bote, 3.3.2024 |".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from presselese.cleaning.stated_dates import date_shape, day_month_shape, read_date
from presselese.cleaning.words import CleaningWords

TOKEN: Final = r"(?:St\.|Sankt|[A-ZÄÖÜ][\w’'-]*)"
LINK: Final = r"(?:[ /]|/ | / | (?:am|an der|an|auf|im|in der|in|bei|ob der|vor der|a\. ?d\.|i\.) )"
PLACE: Final = rf"{TOKEN}(?:{LINK}{TOKEN}){{0,4}}"
# "Auer Bote, 3.3.2024 | Rund 200 …"
PAPER: Final = r"[A-ZÄÖÜ][\w.’-]*(?: [\wÄÖÜäöüß.’-]+){0,4}"
CODE: Final = r"\((?P<code>[^()\n]{1,40})\)"
DASH: Final = r"[-–—]"
# What may follow a dateline: the article's first sentence.
THEN: Final = r"(?=[A-ZÄÖÜ„\"“»«‚,'\d])"
SHORT_CODE: Final = re.compile(r"[a-zäöüß]{1,6}\d?\.?|[A-ZÄÖÜ]{2,4}")
CODE_PARTS: Final = re.compile(r"\s*[/,;+&-]\s*|\s+")
BYLINE: Final = re.compile(
    r"(?:[Vv]on:?|VON:?|Text:|Autor(?:in|:in)?:|Ein (?:Beitrag|Bericht) von)"
    r"(?: (?:Dr\.|Prof\.|und|&|[A-ZÄÖÜ][\w.’'-]*,?)){1,8}"
)
# "wdn fre/jbr", "(mth)": who wrote and sent it, on a line of its own.
DESK_LINE: Final = re.compile(
    r"\([a-zäöü]{1,4}(?:[/,] ?[a-zäöü]{1,4})*\)"
    r"|[a-z]{2,4}(?: [a-z]{2,4})?(?:/[a-z]{2,4})+|dpa.{0,20}"
)
MAX_BYLINE_CHARS: Final = 80
# A bare place opens running text; before less it is a title.
MIN_PARAGRAPH_CHARS: Final = 80
MAX_DATELINE_CHARS: Final = 160
MIN_VILLAGE_CHARS: Final = 4
REGION_WORDS: Final = frozenset({"landkreis", "kreis", "region", "bezirk", "land", "stadt"})


class Dateline(NamedTuple):
    """How far a dateline reaches in its paragraph, and the full date in it, if any."""

    end: int
    published: str | None


def find_dateline(paragraph: str, words: CleaningWords, *, article: str = "") -> Dateline | None:
    """Return the dateline that the paragraph begins with, or `None`.

    `article` is the whole text, in which villages that no gazetteer has may be named again.
    """
    for shape, needs in _shapes(frozenset(words.months)):
        match = shape.match(paragraph[:MAX_DATELINE_CHARS])
        if match and _is_sound(match, needs, words, paragraph, article):
            stated = match.groupdict().get("date")
            return Dateline(match.end(), read_date(stated, words.months) if stated else None)
    return None


def is_byline(line: str) -> bool:
    """Tell a line that only names the author or desk: "Von Erika Beispiel", "(mth)"."""
    if len(line) > MAX_BYLINE_CHARS:
        return False
    return bool(BYLINE.fullmatch(line) or DESK_LINE.fullmatch(line))


@cache
def _shapes(months: frozenset[str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return (shape, what must hold besides), the most telling first."""
    full = rf"(?P<date>{date_shape(months)})"
    day = rf"(?:{full}|{day_month_shape(months)})"
    month = rf"(?i:{'|'.join(sorted(months, key=len, reverse=True))})"
    place = rf"(?P<place>{PLACE})"
    end = rf"[.:]?,? ?{DASH}*\s*"
    shapes = (
        (rf"{place}(?:, ?(?:den )?{day})?[.,]?{DASH}? ?{CODE}{end}{THEN}", "code"),
        (rf"{place}, ?(?:(?:den )?{day}|im {month})(?:[.:]? ?{DASH}+|[.:])\s+{THEN}", ""),
        (rf"{place} \({full}\)[.:]? ?{DASH}*\s*{THEN}", ""),
        (rf"{full} ?(?:{DASH}|[:|])\s+{THEN}", ""),
        (rf"{PAPER}, ?{full} ?\| ?{THEN}", ""),
        (rf"{CODE}{end}{THEN}", "code"),
        (rf"\((?P<place>{PLACE})\)[.:]? ?{DASH}+\s*{THEN}", ""),
        (rf"{place}(?: ?[–—]| -|\.-|\. ?[–—]) ?{THEN}", "place"),
        (rf"{place}[.:] {THEN}", "place"),
    )
    return tuple((re.compile(rf"\s*{shape}"), needs) for shape, needs in shapes)


def _is_sound(
    match: re.Match[str], needs: str, words: CleaningWords, paragraph: str, article: str
) -> bool:
    if needs == "code":
        # "Mürzboden (Steiermark). –" names the region where others have a code.
        code = match["code"]
        is_region = code.casefold() in words.places and match[0].rstrip().endswith(("–", "-", "—"))
        is_sentence = _first_word(match).lower() in words.hyphens.suspending
        return (_is_code(code, words.agencies) or is_region) and not is_sentence
    # "STARTKLAR – Das Magazin" is a title: a bare place opens a paragraph only.
    if needs != "place":
        return True
    is_place = _is_place(match["place"], words) or _is_named_as_place(match["place"], article)
    return is_place and len(paragraph) >= MIN_PARAGRAPH_CHARS


def _first_word(match: re.Match[str]) -> str:
    # "Die SPD (spd) …" begins with an article, not with a place.
    return (match.groupdict().get("place") or "").split(" ")[0]


def _is_code(code: str, agencies: frozenset[str]) -> bool:
    """Tell agency and author codes from other words in brackets: "(dpa/hw)", not "(Hessen)"."""
    if code in agencies:
        return True
    parts = [part for part in CODE_PARTS.split(code.strip()) if part]
    return (
        bool(parts)
        and len(parts) <= 4
        and all(part in agencies or SHORT_CODE.fullmatch(part) for part in parts)
    )


def _is_place(name: str, words: CleaningWords) -> bool:
    """Tell places from other words before a dash: "Kiel –", not "Erfolg –"."""
    if name.isupper() and len(name) > 2:
        return True
    parts = re.split(r" ?/ ?", name)
    first = parts[0].split()[0].casefold()
    return first in REGION_WORDS or any(_is_known(part, words) for part in parts)


def _is_known(name: str, words: CleaningWords) -> bool:
    # "Weilheim in Oberbayern" and "Neustadt an der Aisch" are in the gazetteer under a short name.
    short = re.split(r" (?:am|an|auf|im|in|bei|ob|vor|a\.) ", name)[0]
    if name.casefold() in words.places or short.casefold() in words.places:
        return True
    # Villages are in no gazetteer, but most end like one: "Wiesenfeld".
    return " " not in name and len(name) >= 6 and name.endswith(words.place_endings)


def _is_named_as_place(name: str, article: str) -> bool:
    """Tell a village by how the article speaks of it: "in Lüneau", "die Oberdorfer"."""
    first = re.split(r"[ /-]", name)[0]
    if len(first) < MIN_VILLAGE_CHARS:
        return False
    before = r"(?:in|aus|nach|bei|von|um|Stadt|Gemeinde|Markt|Kreis|Landkreis|Ort|Raum)"
    shape = rf"\b{before} {re.escape(name)}\b|\b{re.escape(first)}er(?:n|s)?\b"
    return re.search(shape, article) is not None
