"""One telling of an event: what a single sentence says of it, before tellings are merged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from spacy.tokens import Span, Token

from presselese.events.fillers.names import Argument
from presselese.linking.links import NO_LINKS, Links
from presselese.resources.doc_fields import DATES

MONTHS_OF_ONE_YEAR: Final = re.compile(r"(\d{4})-\d\d/\1-\d\d")


@dataclass(slots=True)
class Telling:
    """What one sentence tells of one event.

    `slots` hold arguments, `values` the plain fields of the event's record (form, change, date,
    start, end, size). `is_new` is False where the sentence only goes on about an event told before,
    `is_definite` where it speaks of "die Delegation" as known, `is_another` where it turns from the
    trip told before to another one, `is_open` where the organisation had to be taken from elsewhere
    in the article, `is_led` where a frame says who leads a trip. `read_score` is the probability
    that the German pipeline's event heads give it, `core_score` the least that they give the best
    filler of a slot that the event cannot do without; both None where the pipeline has no such
    heads. `links` say which other words tell the same event, `shown` whom grammar makes a founder
    (refs, or names where there is none).
    """

    kind: str
    rule: str
    trigger: Span
    sentence: Span
    status: str
    reported: bool
    slots: dict[str, list[Argument]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    is_new: bool = True
    is_definite: bool = False
    is_another: bool = False
    is_open: bool = False
    is_led: bool = False
    read_score: float | None = None
    core_score: float | None = None
    links: Links = NO_LINKS
    shown: frozenset[str] = frozenset()

    def holds(self, argument: Argument) -> bool:
        """Tell whether an argument stands in the telling's own sentence."""
        sentence = self.sentence
        return bool(sentence.start_char <= argument.start_char < sentence.end_char)


def dates_near(trigger: Token, *, reach: int = 14) -> list[dict[str, Any]]:
    """Return the dates that belong to a trigger, nearest first.

    In "der 2004 gegründete Verein" the date inside the noun phrase; else dates of the trigger's
    own clause: no further than `reach` tokens and no comma with a finite verb between. Of "Das
    1961 gegründete Haus gehört dem Verbund an" the year is that of the founding alone.
    """
    doc = trigger.doc
    sentence = trigger.sent
    near = []
    for date in doc._.get(DATES):
        if (
            date["type"] != "DATE"
            or not sentence.start_char <= date["start_char"] < sentence.end_char
        ):
            continue
        span = doc.char_span(date["start_char"], date["end_char"], alignment_mode="expand")
        if span is None or _semicolon_between(span, trigger) or _says_of_a_noun(span.root, trigger):
            continue
        distance = min(abs(span.start - trigger.i), abs(span.end - 1 - trigger.i))
        if _is_part_of(span.root, trigger) or (
            distance <= reach and not _clause_between(span, trigger)
        ):
            near.append((not _is_part_of(span.root, trigger), distance, date["start_char"], date))
    return [date for *_, date in sorted(near, key=lambda entry: entry[:3])]


def _is_part_of(token: Token, trigger: Token) -> bool:
    return trigger in token.ancestors and not any(
        between.pos_ == "VERB" for between in token.ancestors if trigger in between.ancestors
    )


def _says_of_a_noun(word: Token, trigger: Token) -> bool:
    """Tell a word within a participle or relative clause that the trigger does not stand in."""
    around = {trigger, *trigger.ancestors}
    for token in (word, *word.ancestors):
        if token in around:
            return False
        if token.dep_.partition(":")[0] in ("acl", "amod") and token != word:
            return True
    return False


def _between(span: Span, trigger: Token) -> Span:
    low, high = sorted((span.start, trigger.i))
    return span.doc[low + 1 : high]


def _semicolon_between(span: Span, trigger: Token) -> bool:
    """Tell whether a semicolon parts a date from a trigger, however the tree hangs them."""
    return any(token.text == ";" for token in _between(span, trigger))


def _clause_between(span: Span, trigger: Token) -> bool:
    """Tell whether a clause border lies between a date and a trigger."""
    between = _between(span, trigger)
    has_comma = any(token.text in (",", ":", "–", "(") for token in between)
    has_verb = any("Fin" in token.morph.get("VerbForm", []) for token in between)
    return has_comma and (has_verb or len(between) > 8)


def point_value(date: dict[str, Any]) -> str | None:
    """Return a date's value where it is one point (day, month, season or year), else None.

    Of a half or a quarter of a year ("2026-07/2026-12") the year is told.
    """
    value = str(date["value"])
    months = MONTHS_OF_ONE_YEAR.fullmatch(value)
    if months:
        return months[1]
    if "/" in value or value.startswith("P") or not value[:1].isalnum():
        return None
    return value if len(value) >= 4 and (value[:4].isdigit() or value.startswith("XXXX")) else None
