"""Reads `.xml`: tells feeds (RSS, Atom) from agency formats (NITF, NewsML) by the root element."""

from __future__ import annotations

from typing import Final

from presselese.errors import BadInput
from presselese.reading.agency_xml import read_agency_articles
from presselese.reading.article import Parsed, RawFile
from presselese.reading.feed import read_feed_articles
from presselese.reading.safe_xml import local_name, parse_xml
from presselese.settings import Settings

FEED_ROOTS: Final = {
    "rss": "application/rss+xml",
    "feed": "application/atom+xml",
    "rdf": "application/rdf+xml",
}
AGENCY_ROOTS: Final = {
    "nitf": "application/nitf+xml",
    "newsitem": "application/vnd.iptc.g2.newsitem+xml",
    "newsmessage": "application/vnd.iptc.g2.newsmessage+xml",
    "packageitem": "application/vnd.iptc.g2.packageitem+xml",
    "newsml": "text/vnd.iptc.newsml",
}


def read_xml(file: RawFile, settings: Settings) -> Parsed:
    """Return the articles of a feed or an agency file; raises `BadInput` for other XML."""
    tree = parse_xml(file.data, where=file.label)
    root = local_name(tree.root)
    if root in FEED_ROOTS:
        articles = read_feed_articles(tree.root, where=file.label)
        media_type = FEED_ROOTS[root]
    elif root in AGENCY_ROOTS:
        articles = read_agency_articles(tree.root)
        media_type = AGENCY_ROOTS[root]
    else:
        raise BadInput(
            file.label,
            f"is XML of an unknown kind (root element <{root}>)",
            "Read are RSS, Atom, NITF and NewsML; save other articles as .txt or .html.",
        )
    if not articles:
        raise BadInput(file.label, "holds no articles", "Check that the export was not empty.")
    return Parsed(tuple(articles), media_type, tree.encoding, file_warnings=tree.warnings)
