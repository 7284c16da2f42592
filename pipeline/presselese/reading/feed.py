"""Reads the entries of RSS and Atom feeds, one article each, by feedparser. Nothing is fetched."""

from __future__ import annotations

import io
from typing import Any

import feedparser
from lxml import etree

from presselese.reading.article import Article
from presselese.reading.published import iso_date
from presselese.reading.text_builder import TextBuilder, with_title
from presselese.reading.web_page import text_of_fragment


def read_feed_articles(root: Any, *, where: str) -> list[Article]:
    """Return the entries of a feed whose XML was parsed safely; `part` counts them from 1."""
    # Handed on without DOCTYPE, and as a stream: feedparser would take a string for an address.
    content = etree.tostring(root, encoding="utf-8", xml_declaration=True, with_tail=False)
    feed = feedparser.parse(
        io.BytesIO(content),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
    )
    return [_article(entry, feed, part=part) for part, entry in enumerate(feed.entries, start=1)]


def _article(entry: Any, feed: Any, *, part: int) -> Article:
    title = _plain(entry.get("title"))
    built = with_title(title, _body(entry))
    return Article(
        built.text,
        title=title,
        publisher=_publisher(entry, feed.feed),
        url=_web_address(entry.get("link")),
        published=iso_date(_stated_date(entry, feed.version)),
        part=part,
        hints=built.hints,
    )


def _body(entry: Any) -> TextBuilder:
    contents = [content.get("value", "") for content in entry.get("content", [])]
    longest = max([*contents, entry.get("summary", "")], key=len)
    return text_of_fragment(f"<div>{longest}</div>") if longest.strip() else TextBuilder()


def _publisher(entry: Any, feed: Any) -> str | None:
    source = entry.get("source", {})
    for name in (
        source.get("title"),
        entry.get("publisher"),
        feed.get("publisher"),
        feed.get("title"),
    ):
        if plain := _plain(name):
            return plain
    return None


def _stated_date(entry: Any, version: str) -> str | None:
    # In RSS 1.0 dc:date is all there is, and feedparser calls it "updated"; Atom's "updated" is
    # the day of the last correction.
    if entry.get("published"):
        return str(entry["published"])
    is_rss = (version or "").startswith("rss")
    return str(entry["updated"]) if is_rss and entry.get("updated") else None


def _web_address(link: str | None) -> str | None:
    return link if link and link.startswith(("http://", "https://")) else None


def _plain(markup: str | None) -> str | None:
    if not markup or not markup.strip():
        return None
    text = text_of_fragment(f"<div>{markup}</div>").text if "<" in markup else markup
    return " ".join(text.split()) or None
