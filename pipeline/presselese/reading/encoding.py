"""Bytes to text: BOM, then declared, then strict UTF-8, then cp1252, then a detector's guess.

Detectors come last because they call German cp1252 "cp1250" or Turkish. Bytes that are no text at
all (a picture named `.txt`) are refused with their likely kind.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from charset_normalizer import from_bytes

from presselese.errors import BadInput
from presselese.records import Warning

# Longest first: the UTF-32 LE mark begins with the UTF-16 LE mark.
BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP, DOCX or XLSX file"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "an RTF file"),
)
# What web pages call Latin-1 is cp1252 in practice (WHATWG Encoding Standard): „ and – live there.
LATIN_1_NAMES: Final = frozenset({"iso8859-1", "latin-1", "ascii"})
# Share of control characters above which bytes are not text; running text has none at all, old
# exports keep a stray form feed or a DOS end-of-file mark.
MAX_CONTROL_SHARE: Final = 0.005
CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """Text with the encoding it was in; `warnings` where that was a guess."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...] = ()


def decode(content: bytes, *, where: str, declared: str | None = None) -> Decoded:
    """Return the text of a file's bytes.

    `declared` is the encoding that the file or its envelope states. Raises `BadInput` where the
    bytes are not text.
    """
    for mark, name in BOMS:
        if content.startswith(mark):
            return _decode_marked(content, name, where)
    if wide := _utf_16_without_mark(content):
        return Decoded(content.decode(wide), wide)
    _refuse_binary(content, where)
    for candidate in (_canonical(declared), "utf-8", "cp1252"):
        if candidate and (text := _try(content, candidate)) is not None:
            return Decoded(text, candidate)
    return _guess(content, where)


def _decode_marked(content: bytes, name: str, where: str) -> Decoded:
    text = _try(content, name)
    if text is not None:
        return Decoded(text, name.removesuffix("-sig"))
    warning = Warning(
        code="source.encoding_broken",
        message=f"{where} says it is {name}, but is not everywhere; bad bytes are marked with �.",
    )
    return Decoded(content.decode(name, errors="replace"), name.removesuffix("-sig"), (warning,))


def _utf_16_without_mark(content: bytes) -> str | None:
    """Tell UTF-16 German (every second byte is zero) from binary bytes."""
    sample = content[:4000]
    pairs = len(sample) // 2
    if pairs < 2 or len(content) % 2:
        return None
    for name, zeros, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        is_wide = zeros.count(0) > 0.8 * pairs and letters.count(0) == 0
        if is_wide and _try(content, name) is not None:
            return name
    return None


def _refuse_binary(content: bytes, where: str) -> None:
    kind = next((kind for magic, kind in MAGIC if content.startswith(magic)), None)
    controls = len(CONTROL.findall(content))
    if kind is None and b"\x00" not in content and controls <= MAX_CONTROL_SHARE * len(content):
        return
    raise BadInput(
        where,
        f"is not text; it looks like {kind}" if kind else "is binary, not text",
        "Give it its true file ending, or save the article as text.",
    )


def _canonical(declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    # A mark would have been found above; without one these names say nothing of the byte order.
    if name.startswith(("utf-16", "utf-32")):
        return None
    return "cp1252" if name in LATIN_1_NAMES else name


def _try(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None


def _guess(content: bytes, where: str) -> Decoded:
    best = from_bytes(content).best()
    name = best.encoding if best else "cp1252"
    warning = Warning(
        code="source.encoding_guessed",
        message=f"The encoding of {where} is not stated; it was read as {name}.",
    )
    return Decoded(content.decode(name, errors="replace"), name, (warning,))
