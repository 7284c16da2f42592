"""Reads `.eml`: subject, sender and date as metadata, the message's text as one article.

Plain text is preferred; mails in HTML alone are read as HTML. Attachments are named in a warning
and left unread.
"""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Final

from presselese.errors import BadInput
from presselese.reading.article import Article, Parsed, RawFile
from presselese.reading.encoding import Decoded, decode
from presselese.reading.published import iso_date
from presselese.reading.text_builder import TextBuilder, with_title
from presselese.reading.web_page import text_of_fragment
from presselese.records import Warning
from presselese.settings import Settings

# "Ihr Programm kann keine HTML-Mails anzeigen" is all that some newsletters say in plain text.
MIN_PLAIN_CHARS: Final = 200
REPLY_MARK: Final = re.compile(r"^\s*(?:(?:WG|AW|RE|FW|FWD|WTR)\s*:\s*)+", re.IGNORECASE)
KNOWN_HEADERS: Final = ("from", "subject", "date", "to", "message-id", "content-type")


def read_eml(file: RawFile, settings: Settings) -> Parsed:
    """Return the message of a mail file as one article."""
    message = email.message_from_bytes(file.data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not any(_header(message, h) for h in KNOWN_HEADERS):
        raise BadInput(
            file.label, "is no e-mail message (it has no mail headers)", "Save it as .txt or .html."
        )
    decoded, body = _body(message, file.label)
    subject = REPLY_MARK.sub("", _header(message, "subject") or "").strip() or None
    built = with_title(subject, body)
    article = Article(
        built.text,
        title=subject,
        publisher=_sender(message),
        published=iso_date(_header(message, "date")),
        hints=built.hints,
        warnings=decoded.warnings + _attachment_warnings(message),
    )
    return Parsed((article,), "message/rfc822", decoded.encoding)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except (ValueError, IndexError, TypeError, AttributeError):
        return None  # the stdlib parser raises on some malformed addresses and dates
    return " ".join(str(value).split()) if value else None


def _sender(message: EmailMessage) -> str | None:
    name, address = parseaddr(_header(message, "from") or "")
    return name or address or None


def _body(message: EmailMessage, where: str) -> tuple[Decoded, TextBuilder]:
    plain = _decoded_part(message, "plain", where)
    if plain and len(plain.text.strip()) >= MIN_PLAIN_CHARS:
        return plain, _as_blocks(plain.text)
    html = _decoded_part(message, "html", where)
    if html:
        built = text_of_fragment(html.text)
        if len(built.text.strip()) > len(plain.text.strip() if plain else ""):
            return html, built
    if plain:
        return plain, _as_blocks(plain.text)
    raise BadInput(
        where,
        "is a mail without a text of its own",
        "If the article is an attachment, save that as a file.",
    )


def _decoded_part(message: EmailMessage, subtype: str, where: str) -> Decoded | None:
    for part in message.walk():
        if part.get_content_type() != f"text/{subtype}" or part.get_filename():
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            decoded = decode(payload, where=where, declared=part.get_content_charset())
            is_flowed = str(part.get_param("format", "")).lower() == "flowed"
            return decoded._replace(text=_unflow(decoded.text)) if is_flowed else decoded
    return None


def _unflow(text: str) -> str:
    """Join the lines of `format=flowed` text (RFC 3676), where a space marks a soft line end."""
    text = text.replace("\r\n", "\n")
    # "-- " alone begins the signature and stays a line.
    return re.sub(r"(?m)(?<!^--) \n(?=\S)", " ", text)


def _as_blocks(text: str) -> TextBuilder:
    built = TextBuilder()
    built.add(text)
    return built


def _attachment_warnings(message: EmailMessage) -> tuple[Warning, ...]:
    names = [name for part in message.walk() if (name := part.get_filename())]
    if not names:
        return ()
    listed = ", ".join(names)
    return (Warning(code="source.attachments_unread", message=f"Attachments not read: {listed}"),)
