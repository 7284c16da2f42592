"""Tells what a single line shows of its role by itself: page litter, credit, caption, contact."""

from __future__ import annotations

import re
from typing import Final

from presselese.cleaning.blocks import Block
from presselese.cleaning.words import CleaningWords

MAX_LITTER_CHARS: Final = 250
MAX_CAPTION_CHARS: Final = 500
MAX_CONTACT_CHARS: Final = 250
# Small words after "Foto:" that make it a description; names have "und", "für" and the like.
MIN_CAPTION_WORDS: Final = 4
# What follows "Redaktion:" on its line: a name and an office.
MAX_NAME_CHARS: Final = 60

CREDIT: Final = re.compile(
    r"[(\[]?\s*(?:(?:Text|Texte) (?:und|&) )?(?:Presse|Symbol|Archiv|Titel|Rubriklisten)?"
    r"(?:[Ff]otos?|FOTOS?|[Bb]ild(?:er|nachweis|quelle|rechte)?|BILD(?:ER)?|[Ff]oto-?[Cc]redits?"
    r"|Fotograf(?:in)?|Bildautor|Grafik|Quelle)\s*(?::|©|\(c\)|/)"
)
AGENCY_CREDIT: Final = re.compile(
    r"(?:dpa|DPA|AFP|AP|imago|IMAGO|picture[ -]alliance|Getty Images|Shutterstock|iStock"
    r"|Adobe Stock|stock\.adobe\.com|Pixabay|Unsplash)\s*[/©,|-]?.{0,60}"
)
# After the label stand names only: "Bei der Messe gab es Fotos: Viele Gäste kamen." is the article.
CREDIT_AT_END: Final = re.compile(
    r"(?:\b(?:Fotos?|FOTOS?|Bild(?:er|quelle)?|Quelle|Grafik)\s?:|©|\(c\))\s?(?:privat|"
    r"[A-ZÄÖÜ][\w.&-]*(?:(?: ?/ ?| & |, | und | )[A-ZÄÖÜ(][\w.&-]*\)?){0,7})\)?\.?\Z"
)
BASE64: Final = re.compile(r"(?:[A-Za-z0-9+/]{4,} ){0,3}[A-Za-z0-9+/]{2,}={1,2}")
PAGE_FOOT: Final = re.compile(
    r"(?:Seite|S\.)\s?\d{1,4}(?:\s?(?:von|/)\s?\d{1,4})?|-?\s?\d{1,3}\s?-?"
    r"|.{0,60}\b\d{1,2}\s?\|\s?(?:19|20)\d{2}(?:\s(?:Seite\s)?\d{1,3})?"
)
# "Landkreis > Aktuelles > Nachrichten", "Lokales | Kreis | Politik": where the page is filed.
BREADCRUMB: Final = re.compile(
    r"[^|>·•»›.!?]{2,40}(?:(?:\s[|>·•]|\s?[»›])\s?[^|>·•»›.!?]{2,50}){2,}"
)
COMPANY_REGISTER: Final = re.compile(
    r".{0,120}(?:\bHR[AB]\s?\d+|USt-?Id|Umsatzsteuer-Identifikation|Steuernummer|Registergericht).{0,120}"
)
RELEASE_NUMBER: Final = re.compile(
    r"(?:Presse|Medien)(?:mitteilung|information|info|meldung|aussendung|einladung|dienst)"
    r"(?: (?:Nr\.?|Nummer)? ?[\d/.-]{1,12})?:?"
)
SEPARATORS: Final = re.compile(r"\s*[|•·/>»›,]\s*|\s{2,}")
# Rules and dingbats; figures alone are cells of a table and stay.
NO_WORDS: Final = re.compile(r"[^\w%€$]+|[A-Za-z]")

PHONE: Final = re.compile(r"(?<![\d/.])(?:\+\d{2}|\(?0)[\d ()/.–-]{5,20}\d")
MAIL: Final = re.compile(r"[\w.+-]+(?:@|\s?[(\[]at[)\]]\s?|--at--)[\w-]+(?:\.[\w-]+)+")
WEB: Final = re.compile(r"(?:https?://|www\.)[^\s]+")
CONTACT_FIELD: Final = re.compile(
    r"(?:Tel|Telefon|Fon|Fax|Telefax|Mobil|Mobiltelefon|Handy|E-?Mail|Mail|Internet|Web|Website"
    r"|Homepage|T|F|M|E)\b\s*[.:]*\s*(?=[\d+(]|[\w.+-]+@|www\.|http|.{0,30}\d{3})",
    re.IGNORECASE,
)
TOWN: Final = r"[A-ZÄÖÜ][\w./ ()-]{1,40}"
# Four digits that may be a year need a country's letter: "A-2011 Sierndorf", but "2011 Umbau".
POSTCODE: Final = re.compile(rf"(?:[A-Z]{{1,2}}[-–]|(?!(?:1[5-9]|20)\d\d ))\d{{4,5}} {TOWN}")
YEAR_OR_POSTCODE: Final = re.compile(rf"(?:1[5-9]|20)\d\d {TOWN}")
STREET: Final = re.compile(
    r"(?:[A-ZÄÖÜ][\w.-]*[ -]){0,4}[\w.-]*(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee"
    r"|[Rr]ing|[Dd]amm|[Uu]fer|[Gg]asse|[Mm]arkt|[Hh]of) \d{1,4}(?:\s?[a-z])?(?:[-–/]\d{1,4})?"
    r"(?:[,|·•\s]+(?:[A-Z]-)?\d{4,5} [A-ZÄÖÜ][\w./ -]{1,40})?"
)


def is_litter(block: Block, words: CleaningWords) -> bool:
    """Tell menus, share buttons, cookie notes, page feet and credits from the article."""
    text = block.text
    lower = text.lower().rstrip(" :!.…»›>").lstrip(" •·-–<>«»‹›←→")
    if lower in words.boilerplate_lines or is_credit(text, words) or is_junk(text):
        return True
    if len(text) > MAX_LITTER_CHARS:
        return lower.startswith(words.boilerplate_starts) and "cookie" in lower
    if lower.startswith(words.boilerplate_starts):
        return True
    parts = [part for part in SEPARATORS.split(lower) if part]
    return len(parts) > 1 and all(part in words.boilerplate_lines for part in parts)


def is_credit(text: str, words: CleaningWords) -> bool:
    """Tell a line that only says who took the picture."""
    # "BILD: Erika Beispiel und Max Muster (v. r.). Foto: Klinikum" is a caption.
    opening = CREDIT.match(text)
    if len(text) > MAX_LITTER_CHARS or (opening and _tells_more(text, opening.end(), words)):
        return False
    return bool(CREDIT.match(text)) or (len(text) <= 80 and bool(AGENCY_CREDIT.fullmatch(text)))


def _tells_more(text: str, start: int, words: CleaningWords) -> bool:
    """Tell "Foto: Das Präsidium, vorn Erika Beispiel, hinten Max Muster" from a bare name."""
    if CREDIT.search(text, start) or _is_caption_text(text, words):
        return True
    return len(re.findall(r"\b[a-zäöü]{3,}\b", text[start:])) >= MIN_CAPTION_WORDS


def is_junk(text: str) -> bool:
    """Tell page numbers, running feet and stray codes."""
    shapes = (NO_WORDS, BASE64, PAGE_FOOT, BREADCRUMB, COMPANY_REGISTER, RELEASE_NUMBER)
    return len(text) <= MAX_LITTER_CHARS and any(shape.fullmatch(text) for shape in shapes)


def is_caption(block: Block, words: CleaningWords) -> bool:
    """Tell a line that describes a picture."""
    if len(block.text) > MAX_CAPTION_CHARS:
        return False
    opening, credit = CREDIT.match(block.text), CREDIT_AT_END.search(block.text)
    if opening and _tells_more(block.text, opening.end(), words):
        return True
    return _is_caption_text(block.text, words) or bool(credit and credit.start() > 0)


def _is_caption_text(text: str, words: CleaningWords) -> bool:
    lower = text.lower()
    is_opening = lower.startswith(words.caption_starts)
    return is_opening or any(mark in lower for mark in words.caption_marks)


def is_contact(block: Block, words: CleaningWords) -> bool:
    """Tell a line that gives a phone number, an address of mail or web, or a postal address."""
    text = block.text
    if len(text) > MAX_CONTACT_CHARS:
        return False
    if is_contact_label(text, words):
        return True
    has_value = bool(MAIL.search(text) or PHONE.search(text) or WEB.search(text))
    if has_value and (CONTACT_FIELD.match(text) or _starts_with_label(text, words)):
        return True
    label, colon, rest = text.partition(":")
    if colon and is_contact_label(label, words) and len(rest) <= MAX_NAME_CHARS:
        return True
    bare = WEB.sub("", MAIL.sub("", PHONE.sub("", text)))
    if has_value and len(re.findall(r"\w{2,}", bare)) <= 5 and not block.is_prose:
        return True
    return is_address(text)


def is_address(text: str) -> bool:
    """Tell a line that holds a street with its number or a town with its postcode."""
    if len(text) > MAX_CONTACT_CHARS:
        return False
    parts = [text, *re.split(r" ?[|•·] ?", text)]
    return any(POSTCODE.fullmatch(part) or STREET.fullmatch(part) for part in parts)


def is_street(text: str) -> bool:
    """Tell a line with a street and its number: "Hauptplatz 1"."""
    return STREET.fullmatch(text) is not None


def may_be_postcode(text: str) -> bool:
    """Tell a line whose number is a year or a postcode: "2020 Hollabrunn", "2020 Umbau"."""
    return YEAR_OR_POSTCODE.fullmatch(text) is not None


def is_contact_label(text: str, words: CleaningWords) -> bool:
    """Tell a line that opens a contact block: "Pressekontakt:"."""
    return text.lower().rstrip(" :.") in words.contact_labels


def _starts_with_label(text: str, words: CleaningWords) -> bool:
    head = re.split(
        r"[:–]| (?:unter|bei|erhalten|gibt|finden|erteilt|an) ", text.lower(), maxsplit=1
    )[0]
    return head.strip() in words.contact_labels
