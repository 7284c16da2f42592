"""Reads what a web page states of itself: title, publisher, address, publication date.

Only explicit statements count: `<meta>`, JSON-LD, `<time>` marked as publication, and the address.
Dates in running text are left to `cleaning`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import copy
from typing import Any, Final, NamedTuple

import lxml.html
from htmldate import find_date

from presselese.reading.published import iso_date

PUBLISHERS: Final = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher")
TITLES: Final = ("og:title", "dc.title", "dcterms.title", "twitter:title")
# htmldate would take "article:modified_time" where nothing better stands.
NOT_PUBLICATION: Final = ("modif", "updat", "revis", "expir", "valid", "review", "event")
# Fixed bounds: htmldate's own upper bound is the clock, and the same file must read the same
# tomorrow.
MIN_DATE: Final = "1970-01-01"
MAX_DATE: Final = "2100-01-01"


class PageMetadata(NamedTuple):
    """What a page says of itself; `None` where it is silent."""

    title: str | None
    publisher: str | None
    url: str | None
    published: str | None


def read_metadata(tree: Any) -> PageMetadata:
    """Return the metadata of a parsed page."""
    linked = list(_linked_data(tree))
    url = _url(tree)
    return PageMetadata(
        title=_title(tree),
        publisher=_meta(tree, PUBLISHERS) or _linked_publisher(linked),
        url=url,
        published=_linked_date(linked) or _explicit_date(tree, url),
    )


def _title(tree: Any) -> str | None:
    headings = [text for h in tree.xpath("//h1") if (text := _squeeze(h.text_content()))]
    if len(headings) == 1:
        return headings[0]
    titles = [_squeeze(title.text_content()) for title in tree.xpath("//head/title")]
    return _meta(tree, TITLES) or next((title for title in titles if title), None)


def _url(tree: Any) -> str | None:
    canonical = tree.xpath("//link[translate(@rel,'CANOIL','canoil')='canonical']/@href")
    candidates = [*canonical, _meta(tree, ("og:url",)) or ""]
    return next((url for url in candidates if url.startswith(("http://", "https://"))), None)


def _meta(tree: Any, names: tuple[str, ...]) -> str | None:
    stated = {
        (meta.get("property") or meta.get("name") or "").lower(): _squeeze(meta.get("content", ""))
        for meta in tree.xpath("//meta[@content]")
    }
    return next((stated[name] for name in names if stated.get(name)), None)


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            found = json.loads(script.text_content())
        except (ValueError, RecursionError):
            continue
        roots = found if isinstance(found, list) else [found]
        for root in (root for root in roots if isinstance(root, dict)):
            graph = root.get("@graph")
            members = graph if isinstance(graph, list) else [root]
            yield from (member for member in members if isinstance(member, dict))


def _linked_date(linked: list[dict[str, Any]]) -> str | None:
    stated = (thing.get("datePublished") for thing in linked)
    return next(
        (day for value in stated if isinstance(value, str) and (day := iso_date(value))), None
    )


def _linked_publisher(linked: list[dict[str, Any]]) -> str | None:
    for thing in linked:
        publisher = thing.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return _squeeze(name)
    return None


def _explicit_date(tree: Any, url: str | None) -> str | None:
    """Ask htmldate about a page of nothing but explicit statements."""
    page: Any = lxml.html.document_fromstring("<html><head></head><body></body></html>")
    head, body = page.find("head"), page.find("body")
    for meta in tree.xpath("//meta[@content]"):
        name = " ".join(meta.get(key, "") for key in ("property", "name", "itemprop")).lower()
        if not any(word in name for word in NOT_PUBLICATION):
            head.append(copy(meta))
    for time in _publication_times(tree):
        body.append(lxml.html.Element("time", datetime=time.get("datetime"), pubdate="pubdate"))
    found = find_date(
        page, extensive_search=False, original_date=True, url=url,
        min_date=MIN_DATE, max_date=MAX_DATE,
    )  # fmt: skip
    return iso_date(found)


def _publication_times(tree: Any) -> list[Any]:
    marked = tree.xpath("//time[@datetime][@pubdate or @itemprop='datePublished']")
    if marked:
        return list(marked)
    # A lone <time> above the article's first paragraph is its date; several are a list of events.
    times = tree.xpath(
        "(//article|//main|//header)//time[@datetime]"
        "[not(preceding::p[string-length(normalize-space()) > 100])]"
    )
    return list(times) if len({time.get("datetime") for time in times}) == 1 else []


def _squeeze(text: str) -> str:
    return " ".join(text.split())
