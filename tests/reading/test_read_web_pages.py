"""Saved web pages: the article, not the menus; stated metadata, no guesses."""

from __future__ import annotations

import pytest

PARAGRAPH = (
    "Eine vierzehnköpfige Delegation aus Musterfeld reist in der kommenden Woche nach Lyon. Das "
    "teilte die Stadt mit. Geplant sind Besuche bei Unternehmen und bei der Handelskammer. "
)
COOKIES = (
    "<p>Wir verwenden Cookies, um Ihnen das beste Erlebnis zu bieten. Mit einem Klick auf „Alle "
    "akzeptieren“ stimmen Sie der Verwendung aller Cookies zu. Mehr dazu lesen Sie in unserer "
    "Datenschutzerklärung und im Impressum dieser Seite.</p><p>Wir und unsere Partner speichern "
    "Informationen auf Ihrem Gerät und greifen darauf zu.</p>"
)


def page(*, head: str = "", before: str = "", body: str = "") -> str:
    return (
        f'<!doctype html><html lang="de"><head><meta charset="utf-8">{head}</head><body>'
        f"<nav><a href='/'>Start</a> <a href='/r'>Rathaus</a></nav>{before}"
        f"<main><article><h1>Musterfeld reist nach Lyon</h1>{body}<p>{PARAGRAPH}</p>"
        f"<p>{PARAGRAPH}</p></article></main><footer>Impressum</footer></body></html>"
    )


def test_article_is_read_with_its_headline(read) -> None:
    document = read("a.html", page()).documents[0]
    assert document.raw_text.startswith("Musterfeld reist nach Lyon\n")
    assert "Rathaus" not in document.raw_text
    assert "Impressum" not in document.raw_text
    assert document.source.title == "Musterfeld reist nach Lyon"
    assert document.hints[0].kind == "headline"


@pytest.mark.parametrize(
    "banner",
    [
        f'<div id="cookie-banner">{COOKIES}</div>',
        f'<section class="usercentrics-root">{COOKIES}</section>',
        f'<div role="dialog" class="cmpbox">{COOKIES}</div>',
    ],
)
def test_cookie_banner_does_not_become_the_article(read, banner: str) -> None:
    text = read("a.html", page(before=banner)).documents[0].raw_text
    assert "Cookies" not in text
    assert "Handelskammer" in text


@pytest.mark.parametrize(
    "content",
    [
        f'<html><body><div id="cookie-banner">{COOKIES}</div></body></html>',
        "<html><body><nav><a href='/'>Start</a></nav></body></html>",
        "<html><head><title>Fehler 404</title></head><body><h1>404</h1></body></html>",
        "<html></html>",
    ],
)
def test_page_without_article_is_refused(read, content: str) -> None:
    result = read("a.html", content)
    assert result.documents == ()
    assert "no article" in result.faults[0].what


def test_short_article_is_found_by_the_fallback(read) -> None:
    content = "<html><body><p>Lyon empfängt am 3. März Gäste aus Musterfeld. "
    content += "Sie bleiben drei Tage und besuchen die Messe.</p></body></html>"
    assert "Lyon empfängt" in read("a.html", content).documents[0].raw_text


def test_caption_is_kept_and_marked(read) -> None:
    caption = "Die Gruppe vor dem Rathaus (vorn, v. l.). Foto: Max Beispiel"
    body = f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"
    document = read("a.html", page(body=body)).documents[0]
    hinted = {
        document.raw_text[hint.start_char : hint.end_char]: hint.kind for hint in document.hints
    }
    assert hinted[caption] == "caption"


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        ('<meta property="article:published_time" content="2024-03-05T10:00">', "", "2024-03-05"),
        ('<script type="application/ld+json">{"@type":"NewsArticle",'
         '"datePublished":"2024-03-05"}</script>', "", "2024-03-05"),
        ('<meta name="date" content="2024-03-05">', "", "2024-03-05"),
        ("", '<time datetime="2024-03-05">5. März 2024</time>', "2024-03-05"),
        ('<link rel="canonical" href="https://a.example/2024/03/05/reise">', "", "2024-03-05"),
        # The day of a correction is no day of publication, and events have days of their own.
        ('<meta property="article:modified_time" content="2024-04-01">', "", None),
        ("", '<time datetime="2024-03-05">5.</time><time datetime="2024-03-09">9.</time>', None),
        ("", "<p>Die Gruppe fährt am 12. April 2031 nach Lyon, das steht fest.</p>", None),
    ],
)  # fmt: skip
def test_publication_date_is_stated_or_missing(
    read, head: str, body: str, date: str | None
) -> None:
    source = read("a.html", page(head=head, body=body)).documents[0].source
    assert source.published == date
    assert source.published_from == ("meta" if date else None)


def test_publisher_and_address_come_from_metadata(read) -> None:
    head = '<meta property="og:site_name" content="Stadt Musterfeld">'
    head += '<link rel="canonical" href="https://musterfeld.example/reise">'
    source = read("a.html", page(head=head)).documents[0].source
    assert (source.publisher, source.url) == (
        "Stadt Musterfeld",
        "https://musterfeld.example/reise",
    )


def test_declared_cp1252_page_is_decoded(read) -> None:
    content = page().replace('charset="utf-8"', 'charset="iso-8859-1"').encode("cp1252")
    document = read("a.htm", content).documents[0]
    assert "vierzehnköpfige" in document.raw_text
    assert document.source.encoding == "cp1252"


def test_page_with_xml_declaration_is_read(read) -> None:
    content = '<?xml version="1.0" encoding="utf-8"?>\n' + page()
    assert read("a.html", content).documents
