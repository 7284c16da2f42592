"""Contacts in the text: telephone numbers, mail and web addresses, and by whom they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import phonenumbers

# Numbers without a country code are read as German where the article does not say otherwise.
DEFAULT_REGION: Final = "DE"
# A mail address may be broken by a column edge: "lars.moelbitz@ berlin.ihk.de".
EMAIL: Final = re.compile(r"[\w.+-]{1,64}@ ?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"'„“”()\[\]]{3,200}(?<![.,;:!?])")
PHONE_LEAD: Final = re.compile(
    r"(?:Tel(?:efon)?|Fon|Mobil|Handy|Fax|Telefax|Durchwahl|Rufnummer|Hotline)\b[.:]*",
    re.IGNORECASE,
)
# How far behind "Tel.:" the number may begin.
LEAD_GAP: Final = 12


def find_contacts(text: str) -> list[dict[str, Any]]:
    """Return contacts as `records.Contact` dicts without owner, in text order.

    A digit string counts as a telephone number only where it is valid for its country and either
    has a country code or stands behind a word such as "Tel.".
    """
    return sorted([*_addresses(text), *_phones(text)], key=lambda c: (c["start_char"], c["kind"]))


def _addresses(text: str) -> Iterator[dict[str, Any]]:
    for kind, pattern in (("email", EMAIL), ("url", URL)):
        for match in pattern.finditer(text):
            value = match.group().replace(" ", "")
            yield _contact(kind, value, match.start(), match.end(), f"contact.{kind}")


def _phones(text: str) -> Iterator[dict[str, Any]]:
    leads = [match.end() for match in PHONE_LEAD.finditer(text)]
    if not leads and "+" not in text:
        return
    for match in phonenumbers.PhoneNumberMatcher(text, DEFAULT_REGION):
        is_led = any(0 <= match.start - end <= LEAD_GAP for end in leads)
        if is_led or match.raw_string.startswith("+"):
            value = phonenumbers.format_number(
                match.number, phonenumbers.PhoneNumberFormat.INTERNATIONAL
            )
            yield _contact("phone", value, match.start, match.end, "contact.phone")


def _contact(kind: str, value: str, start: int, end: int, rule: str) -> dict[str, Any]:
    return {
        "start_char": start,
        "end_char": end,
        "kind": kind,
        "value": value,
        "of": None,
        "rule": rule,
    }
