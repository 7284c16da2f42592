"""Reads `.html`: the article of a saved web page, without menus, cookie banners and comments.

Trafilatura finds the article; pages on which it finds almost nothing are read once more with the
plain rule "all paragraphs outside menus". Metadata and dates are left to `web_metadata`.
"""

from __future__ import annotations

import re
from typing import Any, Final

import lxml.html
from lxml import etree
from trafilatura import bare_extraction

from presselese.errors import BadInput
from presselese.reading.article import Article, Parsed, RawFile
from presselese.reading.encoding import decode
from presselese.reading.text_builder import TextBuilder
from presselese.reading.web_metadata import read_metadata
from presselese.records.source import ZoneKind
from presselese.settings import Settings

DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
XML_DECLARED: Final = re.compile(rb"\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
# Below this, trafilatura has usually taken a teaser or a button for the article.
MIN_CHARS: Final = 200
# Below this, what the plain rule finds is a page title or an error message, not an article.
MIN_FALLBACK_CHARS: Final = 80

# Consent layers stand in the page's own HTML and read like an article of three paragraphs.
CONSENT: Final = re.compile(
    r"cookie|consent|gdpr|dsgvo|usercentrics|onetrust|borlabs|cmpbox|cmp-|sp_message|didomi", re.I
)
MENUS: Final = (
    "//script|//style|//noscript|//template|//nav|//footer|//aside|//form|//button|//select|//svg"
    "|//header[not(ancestor::article or ancestor::main)]|//*[@hidden]"
)
BLOCKS: Final = frozenset(
    {"p", "head", "h1", "h2", "h3", "h4", "h5", "h6", "item", "li", "quote", "blockquote", "row",
     "tr", "code", "pre", "dt", "dd", "figcaption", "div"}
)  # fmt: skip


def read_html(file: RawFile, settings: Settings) -> Parsed:
    """Return the article of a web page; raises `BadInput` where the page holds none."""
    declared = DECLARED.search(file.data[:4096]) or XML_DECLARED.match(file.data[:200])
    decoded = decode(
        file.data, where=file.label, declared=declared[1].decode("ascii") if declared else None
    )
    article = article_of_page(decoded.text)
    if article is None:
        raise BadInput(
            file.label,
            "no article found in the web page",
            "Save the page of the article itself, or its text as .txt.",
        )
    with_warnings = Article(
        article.text,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published=article.published,
        hints=article.hints,
        warnings=decoded.warnings,
    )
    return Parsed((with_warnings,), "text/html", decoded.encoding)


def article_of_page(page: str) -> Article | None:
    """Return the article of an HTML page given as text, or `None` where it holds none."""
    tree = _parse(page)
    if tree is None:
        return None
    metadata = read_metadata(tree)
    _drop_consent_layers(tree)
    captions = _open_captions(tree)
    body = _main_text(tree)
    if body is None:
        return None
    built = _build(body, title=_visible_title(tree, metadata.title), captions=captions)
    return Article(
        built.text,
        title=metadata.title,
        publisher=metadata.publisher,
        url=metadata.url,
        published=metadata.published,
        hints=built.hints,
    )


def text_of_fragment(markup: str) -> TextBuilder:
    """Return all text of a piece of HTML (mail, feed entry), blocks apart, headings as hints."""
    tree = _parse(markup)
    if tree is None:
        return TextBuilder()
    for element in tree.xpath("//script|//style|//template|//head|//title"):
        element.drop_tree()
    return _build(tree, title=None, captions=frozenset())


def _parse(page: str) -> Any:
    # Given as bytes, because lxml refuses text that declares an encoding of its own.
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    content = page.replace("\x00", "").encode("utf-8", errors="replace")
    try:
        return lxml.html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _drop_consent_layers(tree: Any) -> None:
    for element in tree.xpath("//body//*[@id or @class]"):
        if element.tag in ("article", "main") or not CONSENT.search(
            f"{element.get('id', '')} {element.get('class', '')}"
        ):
            continue
        # A body-wide wrapper named "cookies-accepted" holds the article itself.
        if element.getparent() is not None and not element.xpath(".//article|.//main|.//h1"):
            element.drop_tree()


def _open_captions(tree: Any) -> frozenset[str]:
    """Make picture captions paragraphs, which trafilatura keeps, and return their texts."""
    captions = set()
    for element in tree.xpath("//figcaption"):
        captions.add(_squeeze(element.text_content()))
        element.tag = "p"
    for element in tree.xpath("//figure"):
        element.tag = "div"
    return frozenset(captions - {""})


def _main_text(tree: Any) -> Any:
    page = lxml.html.tostring(tree, encoding="unicode")
    found = bare_extraction(page, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    if body is not None and len(_squeeze(_text(body))) >= MIN_CHARS:
        return body
    plain = _plain_paragraphs(lxml.html.document_fromstring(page))
    longest = max((body, plain), key=lambda element: len(_squeeze(_text(element))))
    return longest if len(_squeeze(_text(longest))) >= MIN_FALLBACK_CHARS else None


def _plain_paragraphs(tree: Any) -> Any:
    for element in tree.xpath(MENUS):
        if element.getparent() is not None:
            element.drop_tree()
    mains = tree.xpath("//article|//main|//*[@role='main']|//body")
    return max(mains, key=lambda element: len(_paragraph_text(element)), default=None)


def _paragraph_text(element: Any) -> str:
    return " ".join(p.text_content() for p in element.xpath(".//p"))


def _text(element: Any) -> str:
    return "" if element is None else " ".join(element.itertext())


def _visible_title(tree: Any, title: str | None) -> str | None:
    """Return the title where the page shows it as its first heading."""
    headings = {_squeeze(h.text_content()) for h in tree.xpath("//h1")}
    return title if title in headings else None


def _build(body: Any, *, title: str | None, captions: frozenset[str]) -> TextBuilder:
    blocks = [(tag, text) for tag, text in _blocks(body) if text]
    built = TextBuilder()
    if title and not any(_squeeze(text) == title for _, text in blocks[:3]):
        built.add(title, hint="headline")
    for tag, text in blocks:
        role = _role(tag, text, captions)
        built.add(_squeeze(text) if role == "headline" else text, hint=role)
    return built


def _role(tag: str, text: str, captions: frozenset[str]) -> ZoneKind | None:
    if _squeeze(text) in captions:
        return "caption"
    return "headline" if tag == "head" or re.fullmatch(r"h[1-6]", tag) else None


def _blocks(body: Any) -> list[tuple[str, str]]:
    """Return (tag, text) of the innermost blocks, in page order; `<br>` is a line end."""
    blocks: list[tuple[str, list[str]]] = [("p", [])]
    for event, element in etree.iterwalk(body, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            blocks[-1][1].append(element.tail or "")
            continue
        tag = element.tag
        if event == "start":
            if tag in BLOCKS:
                blocks.append((tag, []))
            blocks[-1][1].append(
                "\n" if tag in ("br", "lb") else re.sub(r"\s+", " ", element.text or "")
            )
            continue
        if tag in BLOCKS:
            blocks.append(("p", []))
        elif tag in ("cell", "td", "th"):
            blocks[-1][1].append(" ")
        if element is not body:
            blocks[-1][1].append(re.sub(r"\s+", " ", element.tail or ""))
    return [(tag, _tidy("".join(pieces))) for tag, pieces in blocks]


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _squeeze(text: str) -> str:
    return " ".join(text.split())
