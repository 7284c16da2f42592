"""Repairs characters: line ends, mojibake, entities, invisible marks, ligatures, Unicode form.

Every step leaves sound German text as it is. Words parted at line ends are left to `hyphens`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

import ftfy
from ftfy.badness import is_bad

from presselese.cleaning.settling import settled

LINE_ENDS: Final = re.compile(r"\r\n|[\r\u0085\u2028\u2029\x0b\x0c]")
ENTITY: Final = re.compile(r"&(?:amp;)*(#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")
# Marks that say nothing to a reader: zero-width space, joiners of words, byte order and direction.
INVISIBLE: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# Zero-width joiners shape emoji and Persian; between Latin letters they are litter.
STRAY_JOINER: Final = re.compile(
    r"(?<=[\s\u0020-\u024f])[\u200c\u200d]+|[\u200c\u200d]+(?=[\s\u0020-\u024f])"
)
CONTROLS: Final = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f\x7f]")
# Only after mojibake is repaired: there they are halves of letters.
HIGH_CONTROLS: Final = re.compile(r"[\x80-\x9f]")
# No-break and thin blanks become plain ones, one for one: "z. B." and "10 000" then read alike
# in every text, and no offset moves.
BLANKS: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# A hyphen at a line end: pdfium's marks, which stand for the line end too, or a soft hyphen.
PDFIUM_MARK: Final = re.compile(r"(?<=\w)[\u0002\ufffe][ \t]*\n?(?=\w)")
SOFT_LINE_END: Final = re.compile(r"(?<=\w)\u00ad+(?=[ \t]*\n|[ \t]+\w)")
SPENT_MARK: Final = re.compile("[\u00ad\u0002\ufffe]")
LIGATURES: Final = {
    ord(ligature): letters
    for ligature, letters in zip(
        "ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True
    )
}
MAX_PASSES: Final = 5
PLAIN_HYPHENS: Final = re.compile("[\u2010\u2011]")
# LaTeX PDFs write "f¨ur"; the dots stand before their vowel.
LOOSE_DIAERESIS: Final = re.compile(r"¨ ?([aouAOU])")


def repair_characters(text: str) -> str:
    """Return the text with sound characters; repairing twice changes nothing more."""
    # Taking away one damage can lay bare another; sound text is gone through once.
    return settled(_repair_once, text, passes=MAX_PASSES)


def _repair_once(text: str) -> str:
    text = CONTROLS.sub(" ", LINE_ENDS.sub("\n", text))
    text = repair_mojibake(text)
    text = ENTITY.sub(_resolve, text)
    text = LINE_ENDS.sub("\n", text)
    text = BLANKS.sub(" ", INVISIBLE.sub("", text))
    text = STRAY_JOINER.sub("", text)
    text = HIGH_CONTROLS.sub(" ", CONTROLS.sub(" ", text))
    text = SOFT_LINE_END.sub("-", PDFIUM_MARK.sub("-\n", text))
    text = SPENT_MARK.sub("", text)
    text = PLAIN_HYPHENS.sub("-", text.translate(LIGATURES))
    text = LOOSE_DIAERESIS.sub(lambda match: match[1] + "\u0308", text)
    return unicodedata.normalize("NFC", text)


def repair_mojibake(text: str) -> str:
    """Return the text with lines such as "fÃ¼r MÃ¼nchen" decoded rightly.

    Only the encoding of lines that show the damage is touched: ftfy's other repairs would
    straighten „…“.
    """
    return "\n".join(ftfy.fix_encoding(line) if is_bad(line) else line for line in text.split("\n"))


def _resolve(match: re.Match[str]) -> str:
    """Return what an entity such as `&nbsp;` or `&#8222;` stands for; unknown names stay."""
    entity = f"&{match[1]};"
    resolved = html.unescape(entity)
    return match[0] if resolved == entity else resolved
