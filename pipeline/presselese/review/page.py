"""All records as one web page that opens from disk: no server, no network, no outside file.

The records stand in the page as JSON; its script (page.js) builds everything with text nodes, so
nothing in an article is ever read as HTML. A content security policy forbids all but that script.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files
from typing import IO

from presselese.records import Record, to_json_line

# Above this the page still works, but takes seconds to open (measured nowhere, a courtesy note).
MANY_RECORDS = 2000
# Inside <script>, only these could end the element or open a comment; JSON may write them so.
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def write_page(records: Iterable[Record], page: IO[str]) -> int:
    """Write the page, record by record; return how many there are."""
    script, style = _asset("page.js"), _asset("page.css")
    head, middle, tail = _asset("page.html").split("<!--split-->")
    policy = (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"script-src '{_digest(script)}'; style-src '{_digest(style)}'"
    )
    page.write(head.replace("@policy@", policy).replace("@style@", style))
    written = 0
    for record in records:
        page.write('<script type="application/json" class="record">')
        page.write(to_json_line(record).translate(ESCAPES))
        page.write("</script>\n")
        written += 1
    page.write(middle + script + tail)
    return written


def _asset(name: str) -> str:
    return files("presselese.review").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
