"""Finds the publication date that the text itself states; other dates in it are none.

Accepted are labelled dates ("Pressemitteilung vom 3. März 2024"), the dateline's date, a date that
has a line of its own above or below the article, and "Stand: …" where nothing better stands. Two
different dates of one kind leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from presselese.cleaning.stated_dates import CLOCK, ISO, WEEKDAY, date_shape, read_date, read_month
from presselese.cleaning.words import CleaningWords

# Blocks at the top and at the end of an article where a publication line can stand.
TOP_BLOCKS: Final = 8
END_BLOCKS: Final = 5
LONG_BLOCK_CHARS: Final = 200
# No publication line is longer; the limit keeps the patterns quick on any input.
MAX_LINE_CHARS: Final = 160
DIGIT: Final = re.compile(r"\d")

RELEASE: Final = (
    r"(?:Presse(?:mitteilung|information|info|meldung|aussendung|dienst|erklärung|notiz)"
    r"|Medien(?:mitteilung|information|info|aussendung|meldung)|Mitteilung|Meldung|Nachricht|News"
    r"|Newsletter|Artikel|Beitrag|Bericht)"
)
LABEL: Final = (
    rf"(?:{RELEASE}(?: (?:Nr\.?|Nummer)? ?[\w./-]{{1,15}})?,? vom"
    rf"|{RELEASE}(?: Nr\.? ?[\w./-]{{1,15}})? ?[:|–-]"
    r"|(?:Erst)?[Vv]eröffentlicht(?: am)?|Veröffentlichung(?:sdatum)?|Publiziert(?: am)?"
    r"|Erschienen(?: am)?|Erstellt(?: am)?|Eingestellt(?: am)?|Online seit|Datum|Erscheinungsdatum"
    r"|Publikationsdatum|Ausgabe vom|Sperrfrist|date)"
)
PLACE: Final = r"[A-ZÄÖÜ][\w./’-]*(?: [A-Za-zÄÖÜäöü][\w.’-]*){0,3}, ?(?:den |am )?"
NUMBER: Final = r"Nr\.? ?[\w./-]{1,15}"
KIND: Final = rf"(?:{RELEASE}(?: {NUMBER})?|{NUMBER}|[A-ZÄÖÜ][\w&-]*(?: [\w&-]+)?)"
SEPARATOR: Final = r" ?[|•·–-] ?"


def find_publication(
    blocks: Sequence[str], dateline_dates: Sequence[str], words: CleaningWords
) -> str | None:
    """Return the stated publication date as YYYY-MM[-DD], or `None`.

    `blocks` are the lines of the article in order, `dateline_dates` the full dates of datelines.
    """
    shapes = _shapes(frozenset(words.months))
    top, end = _top(blocks), blocks[-END_BLOCKS:]
    tails = [block[-MAX_LINE_CHARS:] for block in end]
    ranked = (
        _labelled(shapes["stamped"], blocks[:TOP_BLOCKS], words),
        _labelled(shapes["labelled"], [*blocks[:TOP_BLOCKS], *end], words),
        dateline_dates,
        _alone(shapes["alone"], top, words),
        _alone(shapes["signed"], end, words) + _alone(shapes["closing"], tails, words),
        _alone(shapes["month"], top, words),
        _alone(shapes["as_of"], [*top, *end], words),
    )
    best = next((set(dates) for dates in ranked if dates), set())
    if len(best) != 1:
        return None
    date = best.pop()
    # "date 2024-03" beside "Stand: 14.03.2024" states the day after all.
    exact = {other for dates in ranked for other in dates if other.startswith(f"{date}-")}
    return exact.pop() if len(exact) == 1 else date


def find_date_label(line: str, words: CleaningWords) -> int:
    """Return how far a date label such as "date 2019-06 " or "Stand: 3.3.2024" begins a line."""
    shapes = _shapes(frozenset(words.months))
    for name in ("stamped", "labelled", "as_of"):
        if match := shapes[name].match(line[:MAX_LINE_CHARS]):
            return match.end("date")
    return 0


def is_date_line(line: str, words: CleaningWords) -> bool:
    """Tell a line that holds nothing but a date, its place and its kind of text."""
    if len(line) > MAX_LINE_CHARS or not DIGIT.search(line):
        return False
    shapes = _shapes(frozenset(words.months))
    return any(shapes[name].fullmatch(line) for name in ("alone", "labelled", "as_of"))


@cache
def _shapes(months: frozenset[str]) -> dict[str, re.Pattern[str]]:
    date = rf"(?P<date>{date_shape(months)})"
    month = rf"(?P<date>{date_shape(months)}|\d{{4}}-\d{{2}}(?![\d-]))"
    before = rf"\W{{0,8}}(?:{WEEKDAY},? ?(?:den |der )?)?"
    after = rf"(?:,? ?[|–-]? ?(?:um )?{CLOCK})?\W{{0,8}}"
    # "Die Pressemitteilung vom 3. März sorgte …" is a sentence: what follows is no small letter.
    no_sentence = r"(?! ?(?!um \d)[a-zäöü(])(?! ?(?:bis|[–-]) ?\d)"
    return {
        "labelled": re.compile(
            rf"\W{{0,8}}(?:[A-ZÄÖÜ][\w.&-]* ){{0,3}}?(?i:{LABEL}) ?:? ?{before}{month}{no_sentence}"
            rf"(?:,? ?(?:um )?{CLOCK})?"
        ),
        # "date 2017-06 2017-06-29 12:57:00.0": the month that an archive files it under, the stamp.
        "stamped": re.compile(rf"\W{{0,8}}date \d{{4}}-\d{{2}} (?P<date>{ISO}(?= {CLOCK}))"),
        "alone": re.compile(
            rf"(?:{KIND}{SEPARATOR})?{before}(?:{PLACE})?{before}{date}{after}"
            rf"(?:{SEPARATOR}{KIND})?\W{{0,8}}"
        ),
        "signed": re.compile(rf"\W{{0,8}}{PLACE}{before}{date}\W{{0,8}}"),
        "month": re.compile(rf"\W{{0,8}}(?:(?:{PLACE})?im )?(?P<date>[^\W\d_]+ \d{{4}})\W{{0,8}}"),
        "closing": re.compile(rf".*\S \({date}\)\s*", re.DOTALL),
        "as_of": re.compile(
            rf"\W{{0,8}}Stand(?: vom)?:? ?{before}{date}{after}(?:[–|-] .{{0,60}})?"
        ),
    }


def _top(blocks: Sequence[str]) -> list[str]:
    """Return the blocks above the article's second long paragraph."""
    top: list[str] = []
    for block in blocks[:TOP_BLOCKS]:
        if len(block) >= LONG_BLOCK_CHARS:
            break
        top.append(block)
    return top


def _labelled(shape: re.Pattern[str], lines: Sequence[str], words: CleaningWords) -> list[str]:
    return _values([shape.match(line[:MAX_LINE_CHARS]) for line in lines], words)


def _alone(shape: re.Pattern[str], lines: Sequence[str], words: CleaningWords) -> list[str]:
    return _values([shape.fullmatch(line) for line in lines if len(line) <= MAX_LINE_CHARS], words)


def _values(matches: Sequence[re.Match[str] | None], words: CleaningWords) -> list[str]:
    stated = (match["date"] for match in matches if match)
    dates = (read_date(text, words.months) or read_month(text, words.months) for text in stated)
    return [date for date in dates if date]
