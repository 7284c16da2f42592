"""Reads what news agencies send: NITF, and NewsML (1 and G2) with NITF, HTML or plain text inside.

Element names are compared without namespace: agencies differ in which version they declare.
"""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from presselese.reading.article import Article
from presselese.reading.published import iso_date
from presselese.reading.safe_xml import local_name
from presselese.reading.text_builder import TextBuilder, with_title
from presselese.records.source import ZoneKind

# Elements that make a block of text, with the layout role that they state.
BLOCKS: Final[dict[str, ZoneKind | None]] = {
    "hl1": "headline", "hl2": "headline", "h1": "headline", "h2": "headline", "h3": "headline",
    "h4": "headline", "headline": "headline", "dateline": "dateline", "byline": "dateline",
    "p": None,    "li": None, "tr": None, "block": None, "pre": None, "blockquote": None,
    "tagline": "boilerplate",
    "media-caption": "caption", "media-producer": "boilerplate", "caption": "caption",
    "copyrite": "boilerplate", "div": None, "td": None, "bq": None, "q": None,
}  # fmt: skip
# When an item was sent; the first that is stated counts.
ITEM_DATES: Final = ("firstcreated", "versioncreated", "thisrevisioncreated")
SKIPPED: Final = frozenset({"head", "script", "style", "media-reference", "media-metadata"})


def read_agency_articles(root: Any) -> list[Article]:
    """Return the articles of a parsed NITF or NewsML file; `part` only where there are several."""
    items = [root] if local_name(root) == "nitf" else _news_items(root)
    found = [_from_nitf(item) if local_name(item) == "nitf" else _from_item(item) for item in items]
    articles = [article for article in found if article.text.strip()]
    if len(articles) == 1:
        return articles
    return [_numbered(article, part) for part, article in enumerate(articles, start=1)]


def _numbered(article: Article, part: int) -> Article:
    return Article(
        article.text, article.title, article.publisher, article.url, article.published, part,
        article.hints,
    )  # fmt: skip


def _news_items(root: Any) -> list[Any]:
    """Return the innermost news items: a NewsML message wraps them in sets."""
    items = [e for e in root.iter() if local_name(e) == "newsitem"]
    return [item for item in items if not any(e in items for e in list(item.iter())[1:])]


def _from_nitf(nitf: Any) -> Article:
    body = _first(nitf, "body")
    built = _build(nitf if body is None else body)
    publication = _first(nitf, "pubdata")
    issue = _first(nitf, "date.issue")
    stated = (
        _attribute(issue, "norm"),
        _attribute(publication, "date.publication"),
    )
    return Article(
        built.text,
        title=_text_of(nitf, "hl1") or _text_of(nitf, "title"),
        publisher=_attribute(publication, "name")
        or _attribute(_first(nitf, "doc.copyright"), "holder"),
        url=_web_address(_attribute(publication, "ex-ref")),
        published=next((day for value in stated if (day := iso_date(value))), None),
        hints=built.hints,
    )


def _from_item(item: Any) -> Article:
    nested = _first(item, "nitf")
    inner = _from_nitf(nested) if nested is not None else Article("")
    title = inner.title or _text_of(item, "headline")
    built = with_title(title, _content(item))
    dates = (iso_date(_text_of(item, name)) for name in ITEM_DATES)
    return Article(
        inner.text or built.text,
        title=title,
        publisher=inner.publisher or _provider(item),
        url=inner.url,
        published=inner.published or next((date for date in dates if date), None),
        hints=inner.hints or built.hints,
    )


def _content(item: Any) -> TextBuilder:
    """Return the text of an item that holds HTML or plain text."""
    contents = (_first(item, name) for name in ("inlinexml", "inlinedata", "datacontent"))
    content = next((element for element in contents if element is not None), None)
    return TextBuilder() if content is None else _build(content)


def _provider(item: Any) -> str | None:
    provider = _first(item, "provider")
    if provider is None:
        return None
    return _text_of(provider, "name") or _attribute(provider, "literal")


def _build(body: Any) -> TextBuilder:
    """Return the text of an element, its blocks apart; roles pass on to what lies inside."""
    built = TextBuilder()
    pieces: list[str] = []
    roles: list[ZoneKind | None] = [None]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = local_name(element)
        if _is_skipped(element, body):
            pieces.append((element.tail or "") if event == "end" and name in SKIPPED else "")
            continue
        if name in BLOCKS:
            _close(built, pieces, roles[-1])
        if event == "start":
            roles.append(BLOCKS.get(name) or roles[-1])
            pieces.append(" " if name == "br" else element.text or "")
        else:
            roles.pop()
            pieces.append((element.tail or "") if element is not body else "")
    _close(built, pieces, None)
    return built


def _is_skipped(element: Any, body: Any) -> bool:
    chain = [element, *element.iterancestors()]
    inside = chain[: chain.index(body)]
    return any(local_name(ancestor) in SKIPPED for ancestor in inside)


def _close(built: TextBuilder, pieces: list[str], role: ZoneKind | None) -> None:
    text = " ".join("".join(pieces).split())
    if text:
        built.add(text, hint=role)
    pieces.clear()


def _first(element: Any, name: str) -> Any:
    return next((e for e in element.iter() if local_name(e) == name), None)


def _text_of(element: Any, name: str) -> str | None:
    found = _first(element, name)
    return None if found is None else " ".join("".join(found.itertext()).split()) or None


def _attribute(element: Any, name: str) -> str | None:
    return None if element is None else (element.get(name) or "").strip() or None


def _web_address(link: str | None) -> str | None:
    return link if link and link.startswith(("http://", "https://")) else None
