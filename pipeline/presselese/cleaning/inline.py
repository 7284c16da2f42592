"""Finds what other layout roles hide inside a paragraph: quotes, contacts, captions, credits.

Text drawn from magazine pages is one long paragraph with captions, phone numbers and the page's
foot in the middle of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from presselese.cleaning.line_kinds import MAIL, PHONE
from presselese.cleaning.words import CleaningWords
from presselese.records.source import ZoneKind

Piece = tuple[ZoneKind, int, int]

CONTACT_RUN: Final = re.compile(
    rf"(?:Tel|Telefon|Fon|Fax|Telefax|Mobil)\b\.?:?\s*{PHONE.pattern}"
    rf"(?:[\s,;|]*(?:(?:E-)?Mail:?\s*)?{MAIL.pattern})?"
)
CREDIT_RUN: Final = re.compile(
    r"\bFOTOS?:(?: (?![A-ZÄÖÜ]+ \|)[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9.&/-]*,?(?=\s|\Z))+"
    r"|[(\[](?:Fotos?|Bild(?:er|quelle)?|Grafik|©|Symbolbild)\s?[:/©]?\s?[^()\[\]]{2,80}[)\]]"
    r"|\bFotos?: [^.!?:]{2,90}\Z"
)
PAGE_FOOT_RUN: Final = re.compile(
    r"(?:\b[A-ZÄÖÜ]{4,}|\d{1,3}) \| [^|.]{2,40} \| [^.]{2,80}\Z"
    r"|\b\d{1,3} [A-ZÄÖÜ][^.|]{3,40} \d{1,2}(?: \| |/)20\d{2}\Z"
)
SENTENCE_START: Final = re.compile(r"(?<=[.!?])[“\"»«)]?\s+(?=[A-ZÄÖÜ„\"»])")
QUOTE: Final = re.compile(
    r"„[^„“”\n]{2,1500}[“”]|»[^»«\n]{2,1500}«|«[^»«\n]{2,1500}»|“[^“”„\n]{2,1500}”"
    r"|(?<![\w\"])\"(?=\S)[^\"\n]{2,1500}(?<=\S)\"(?!\w)"
)
# A quotation of fewer words, without a sentence's end and no speaker after it, is a name or a
# term: „Boston meets Berlin“.
MIN_QUOTE_WORDS: Final = 7
# „The Bay Areas e.V.“ and „Muster GmbH & Co.“ end in a full stop that ends no sentence.
ABBREVIATED: Final = re.compile(r"(?:\b\w\. ?\w|\b(?:Co|Inc|Ltd|Corp|St|Str|Nr|bzw|usw))\.\Z")
MIN_SPOKEN_WORDS: Final = 4
SPEAKER_AFTER: Final = re.compile(r",? (?:so|wie|[a-zäöüß]{2,}t(?:e|en)?) (?:er|sie|es|[A-ZÄÖÜ])")


def split_paragraph(text: str, words: CleaningWords) -> Iterator[Piece]:
    """Yield (role, start, end) of a body paragraph's pieces, in order, white space left out."""
    found = sorted(
        [*_litter(text), *_captions(text, words)], key=lambda piece: (piece[1], -piece[2])
    )
    position = 0
    for kind, start, end in found:
        if start < position:
            continue
        yield from _with_quotes(text, position, start)
        yield kind, start, end
        position = end
    yield from _with_quotes(text, position, len(text))


def _litter(text: str) -> Iterator[Piece]:
    kinds: tuple[tuple[re.Pattern[str], ZoneKind], ...] = (
        (CONTACT_RUN, "contact"),
        (CREDIT_RUN, "boilerplate"),
        (PAGE_FOOT_RUN, "boilerplate"),
    )
    for shape, kind in kinds:
        for match in shape.finditer(text):
            yield kind, match.start(), match.end()


def _captions(text: str, words: CleaningWords) -> Iterator[Piece]:
    """Find sentences that only a caption would write: "(vorn, v. l.)" ends one."""
    lower = text.lower()  # casefold would lengthen "ß" and move the offsets
    if len(lower) != len(text) or not any(mark in lower for mark in words.caption_marks):
        return
    starts = [0, *(match.end() for match in SENTENCE_START.finditer(text)), len(text)]
    edges = sorted({*starts, *(match.end() for match in CONTACT_RUN.finditer(text))})
    edges = sorted({*edges, *(_mark_end(text, lower, mark) for mark in words.caption_marks)} - {-1})
    for start, end in pairwise(edges):
        if any(mark in lower[start:end] for mark in words.caption_marks):
            sound = text[start:end]
            first = start + len(sound) - len(sound.lstrip())
            yield "caption", first, start + len(sound.rstrip())


def _mark_end(text: str, lower: str, mark: str) -> int:
    """Return where a bracket ends that closes a caption without full stop, or -1."""
    at = lower.find(mark)
    close = lower.find(")", at) if at >= 0 else -1
    is_open_end = close >= 0 and re.match(r"\s+[a-zäöü]", text[close + 1 : close + 4]) is None
    return close + 1 if is_open_end else -1


def _with_quotes(text: str, start: int, end: int) -> Iterator[Piece]:
    position = start
    for match in QUOTE.finditer(text, start, end):
        if _is_speech(text, match):
            yield from _body(text, position, match.start())
            yield "quote", match.start(), match.end()
            position = match.end()
    yield from _body(text, position, end)


def _is_speech(text: str, match: re.Match[str]) -> bool:
    inner = match[0][1:-1].strip()
    if inner.endswith((".", "!", "?", "…", ",")) and " " in inner and not ABBREVIATED.search(inner):
        return True
    if len(inner.split()) >= MIN_QUOTE_WORDS:
        return True
    # "VR 1188: „Kulturscheune Musterdorf e. V.“" announces a name, not a speech.
    if len(inner.split()) < MIN_SPOKEN_WORDS or ABBREVIATED.search(inner):
        return False
    is_announced = text[max(0, match.start() - 3) : match.start()].rstrip().endswith(":")
    return is_announced or SPEAKER_AFTER.match(text, match.end()) is not None


def _body(text: str, start: int, end: int) -> Iterator[Piece]:
    piece = text[start:end]
    if piece.strip():
        yield "body", start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
