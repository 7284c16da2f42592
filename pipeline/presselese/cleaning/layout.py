"""Gives every line of an article its layout role, from itself and from the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from presselese.cleaning.blocks import Block
from presselese.cleaning.datelines import is_byline
from presselese.cleaning.line_kinds import (
    is_address,
    is_caption,
    is_contact,
    is_contact_label,
    is_litter,
    is_street,
    may_be_postcode,
)
from presselese.cleaning.publication import is_date_line
from presselese.cleaning.words import CleaningWords
from presselese.records.source import ZoneKind

MAX_HEADLINE_CHARS: Final = 200
MAX_SUBHEADING_CHARS: Final = 110
# Lines before the first paragraph that can be kicker, headline, sub-headline.
MAX_TOP_LINES: Final = 6
# A block of name, office, house, phone, fax, mail, web; longer ones are lists of people.
MAX_CONTACT_LINES: Final = 12
MAX_CONTACT_LINE_CHARS: Final = 90
MAX_DESK_LINE_CHARS: Final = 40
DESK_CODE: Final = re.compile(r"[a-zäöü]{1,6}\d?|[a-z]\d{1,2}")
ABOUT: Final = re.compile(
    r"(?:Über|Zur|Zum|Zu) (?:uns|(?:den|die|das|der|dem)?\s?[A-ZÄÖÜ0-9„\"][^.!?]{1,90}):?"
    r"|Hintergrund(?:informationen?)?:?|Wer wir sind:?|Unternehmensprofil:?|Kurzprofil:?"
)
ABOUT_INLINE: Final = re.compile(r"Über (?:uns|(?:den |die |das )?[A-ZÄÖÜ][^.!?:]{1,80}):\s")


def assign_roles(blocks: Sequence[Block], words: CleaningWords) -> list[ZoneKind]:
    """Return one role a block, in order."""
    roles: list[ZoneKind | None] = [_own_role(block, words) for block in blocks]
    _mark_headlines(blocks, roles)
    _mark_contact_blocks(blocks, roles, words)
    _mark_about_blocks(blocks, roles)
    _mark_tail(blocks, roles)
    _mark_desk_line(blocks, roles, words)
    _mark_subheadings(blocks, roles)
    return [role or "body" for role in roles]


def _own_role(block: Block, words: CleaningWords) -> ZoneKind | None:
    """Return the role that a line shows by itself; the order settles lines that show two."""
    if block.hint:
        return block.hint
    if is_date_line(block.text, words) or is_byline(block.text):
        return "dateline"
    if is_contact_label(block.text, words) or is_address(block.text):
        return "contact"
    if is_litter(block, words):
        return "boilerplate"
    if is_caption(block, words):
        return "caption"
    return "contact" if is_contact(block, words) else None


def _mark_headlines(blocks: Sequence[Block], roles: list[ZoneKind | None]) -> None:
    """Mark the lines above the first paragraph of running text."""
    first_prose = next(
        (i for i, b in enumerate(blocks) if roles[i] is None and (b.is_prose or len(b.text) > 300)),
        None,
    )
    if first_prose is None:
        return
    top = [i for i in range(first_prose) if roles[i] is None]
    for i in top[-MAX_TOP_LINES:]:
        if len(blocks[i].text) <= MAX_HEADLINE_CHARS and _is_heading(blocks[i]):
            roles[i] = "headline"


def _is_heading(block: Block) -> bool:
    text = block.text
    if text.endswith((".", ",", ";", ":")) and not text.endswith(("e.V.", "Co.", "..", "…")):
        return False
    # "date 2024-03 Musterfeld reist": some archives put the month before the headline.
    return bool(re.match(r"[A-ZÄÖÜ0-9„\"»“‚(+#]|date \d{4}", text))


def _mark_contact_blocks(
    blocks: Sequence[Block], roles: list[ZoneKind | None], words: CleaningWords
) -> None:
    """Extend contacts to the names and offices between them: "Pressekontakt: / Erika Beispiel".

    And to the town below its street: "Hauptplatz 1 / 2020 Hollabrunn".
    """
    for i, block in enumerate(blocks):
        is_below = i > 0 and block.gap == 0 and is_street(blocks[i - 1].text)
        if is_below and roles[i] is None and may_be_postcode(block.text):
            roles[i] = "contact"
        if roles[i] != "contact":
            continue
        if is_contact_label(block.text, words) or block.text.endswith(":"):
            _extend_down(blocks, roles, i)
        _extend_up(blocks, roles, i)


def _extend_down(blocks: Sequence[Block], roles: list[ZoneKind | None], label: int) -> None:
    last = min(len(blocks), label + 1 + MAX_CONTACT_LINES)
    reach = next(
        (i for i in range(label + 1, last) if not _can_be_contact(blocks[i], roles[i])), last
    )
    values = [i for i in range(label + 1, reach) if roles[i] == "contact"]
    # Without a number or address below it, "Kontakt" was a menu entry or a heading.
    for i in range(label + 1, values[-1] if values else label):
        roles[i] = roles[i] or "contact"


def _extend_up(blocks: Sequence[Block], roles: list[ZoneKind | None], i: int) -> None:
    while i > 0 and blocks[i].gap == 0 and i > len(blocks) // 3:
        i -= 1
        if roles[i] is not None or not _can_be_contact(blocks[i], roles[i]):
            return
        roles[i] = "contact"


def _can_be_contact(block: Block, role: ZoneKind | None) -> bool:
    # The "-- " above a mail's signature and the company register below it part no contact.
    if role in ("contact", "boilerplate"):
        return True
    is_short = len(block.text) <= MAX_CONTACT_LINE_CHARS
    return role is None and is_short and not (block.ends_sentence and len(block.text) > 50)


def _mark_about_blocks(blocks: Sequence[Block], roles: list[ZoneKind | None]) -> None:
    """Mark the self-portrait after the article: "Über die IHK Musterstadt" and what follows."""
    half = sum(len(block.text) for block in blocks) // 2
    read = 0
    for i, block in enumerate(blocks):
        read += len(block.text)
        if roles[i] not in (None, "headline") or read <= half:
            continue
        if (
            ABOUT.fullmatch(block.text)
            and not block.is_prose
            and _is_followed_by_portrait(blocks, i)
        ):
            _mark_to_next_heading(blocks, roles, i)
        elif ABOUT_INLINE.match(block.text):
            roles[i] = "boilerplate"


def _is_followed_by_portrait(blocks: Sequence[Block], i: int) -> bool:
    # "Zum Auftakt" heads a part of the article; a portrait names its house again at once.
    if i + 1 >= len(blocks):
        return False
    name = re.sub(r"^(?:Über|Zur|Zum|Zu) (?:den |die |das |der |dem )?", "", blocks[i].text).strip(
        " :"
    )
    first = name.split()[0].strip('„“"') if name else ""
    is_about_us = name == "uns" or blocks[i].text.startswith(
        ("Hintergrund", "Wer", "Unter", "Kurz")
    )
    return is_about_us or first in blocks[i + 1].text[:120]


def _mark_to_next_heading(blocks: Sequence[Block], roles: list[ZoneKind | None], i: int) -> None:
    roles[i] = "boilerplate"
    for j in range(i + 1, len(blocks)):
        if roles[j] == "contact":
            return
        if roles[j] in (None, "headline", "body"):
            roles[j] = "boilerplate"


def _mark_tail(blocks: Sequence[Block], roles: list[ZoneKind | None]) -> None:
    """Mark what stands between page litter after the last paragraph of running text."""
    last_prose = max(
        (i for i, b in enumerate(blocks) if roles[i] is None and b.is_prose), default=-1
    )
    litter = [i for i in range(last_prose + 1, len(blocks)) if roles[i] == "boilerplate"]
    if last_prose < 0 or not litter:
        return
    for i in range(litter[0], len(blocks)):
        roles[i] = roles[i] or "boilerplate"


def _mark_desk_line(
    blocks: Sequence[Block], roles: list[ZoneKind | None], words: CleaningWords
) -> None:
    """Mark an agency's closing line of codes: "wdn kje yynwd a3 mü"."""
    last = max((i for i, role in enumerate(roles) if role is None), default=-1)
    if last <= 0 or len(blocks[last].text) > MAX_DESK_LINE_CHARS:
        return
    codes = blocks[last].text.split()
    are_codes = all(DESK_CODE.fullmatch(code) for code in codes)
    if len(codes) >= 2 and are_codes and not words.common_german & set(codes):
        roles[last] = "dateline"


def _mark_subheadings(blocks: Sequence[Block], roles: list[ZoneKind | None]) -> None:
    """Mark short lines between two paragraphs: "13 Termine in fünf Tagen"."""
    for i in range(1, len(blocks) - 1):
        block, below = blocks[i], blocks[i + 1]
        is_short = len(block.text) <= MAX_SUBHEADING_CHARS and len(block.text.split()) >= 2
        if roles[i] is not None or not is_short or block.ends_sentence or not _is_heading(block):
            continue
        above = next((blocks[j] for j in range(i - 1, -1, -1) if roles[j] is None), None)
        is_between = below.is_prose and roles[i + 1] is None and (above is None or above.is_prose)
        if is_between:
            roles[i] = "headline"
