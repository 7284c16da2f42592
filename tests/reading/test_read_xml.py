"""Feeds and agency formats: several articles a file, nothing fetched, no entities filled in."""

from __future__ import annotations

import pytest

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Stadt Musterfeld</title>
<item><title>Reise nach Lyon</title><link>https://musterfeld.example/1</link>
<pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate>
<description>&lt;p&gt;Eine Delegation reist nach &lt;b&gt;Lyon&lt;/b&gt;.&lt;/p&gt;</description>
</item>
<item><title>Neue Brücke</title><description>Die Brücke ist offen.</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Kammer Musterfeld</title>
<entry><title>Verein gegründet</title><link href="https://kammer.example/1"/>
<published>2024-03-05T08:00:00Z</published><updated>2024-04-01T08:00:00Z</updated>
<content type="html">&lt;p&gt;Ein Verein entstand.&lt;/p&gt;</content></entry>
<entry><title>Ohne Tag</title><updated>2024-04-01T08:00:00Z</updated>
<content>Nur geändert.</content></entry></feed>"""

NITF = """<?xml version="1.0" encoding="utf-8"?>
<nitf><head><title>Kopf</title><docdata><date.issue norm="20240305T100000+0100"/>
<doc.copyright holder="Musteragentur"/></docdata></head>
<body><body.head><hedline><hl1>Reise nach Lyon</hl1></hedline>
<dateline><location>Musterfeld</location></dateline></body.head>
<body.content><p>Eine Delegation <em>reist</em> nach Lyon.</p>
<media media-type="image"><media-reference source="a.jpg"/>
<media-caption>Die Gruppe am Bahnhof</media-caption></media>
<p>Sie kehrt am Freitag zurück.</p></body.content></body></nitf>"""

G2 = """<?xml version="1.0" encoding="utf-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="a"><itemMeta><provider literal="MA"><name>Musteragentur</name></provider>
<firstCreated>2024-03-05T10:00:00+01:00</firstCreated>
<versionCreated>2024-03-06T10:00:00+01:00</versionCreated></itemMeta>
<contentMeta><headline>Reise nach Lyon</headline></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><p>Eine Delegation reist nach Lyon.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="b"><itemMeta><provider literal="MA"/>
<versionCreated>2024-03-07T10:00:00+01:00</versionCreated></itemMeta>
<contentMeta><headline>Zweiter Artikel</headline></contentMeta>
<contentSet><inlineData>Nur Text im zweiten.</inlineData></contentSet></newsItem>
</itemSet></newsMessage>"""


def test_rss_entries_are_articles_of_their_own(read) -> None:
    first, second = read("a.xml", RSS).documents
    assert first.raw_text == "Reise nach Lyon\n\nEine Delegation reist nach Lyon."
    assert (first.source.part, second.source.part) == (1, 2)
    assert first.source.url == "https://musterfeld.example/1"
    assert first.source.publisher == "Stadt Musterfeld"
    assert first.source.published == "2024-03-05"
    assert second.source.published is None


def test_day_of_a_correction_is_no_publication_day(read) -> None:
    first, second = read("a.xml", ATOM).documents
    assert first.source.published == "2024-03-05"
    assert second.source.published is None


def test_date_in_the_file_name_is_not_every_entrys_date(read) -> None:
    assert read("2024-05-01.xml", RSS).documents[1].source.published is None


def test_entry_without_text_is_a_fault_of_its_own(read) -> None:
    content = RSS.replace("<description>Die Brücke ist offen.</description>", "")
    result = read("a.xml", content)
    assert len(result.documents) == 1
    assert result.faults[0].where == "a.xml, article 2"


def test_nitf_gives_article_hints_and_metadata(read) -> None:
    document = read("a.xml", NITF).documents[0]
    assert document.raw_text.split("\n\n") == [
        "Reise nach Lyon",
        "Musterfeld",
        "Eine Delegation reist nach Lyon.",
        "Die Gruppe am Bahnhof",
        "Sie kehrt am Freitag zurück.",
    ]
    assert [hint.kind for hint in document.hints] == ["headline", "dateline", "caption"]
    source = document.source
    assert (source.title, source.publisher, source.part) == (
        "Reise nach Lyon",
        "Musteragentur",
        None,
    )
    assert source.published == "2024-03-05"


def test_newsml_g2_items_are_articles(read) -> None:
    first, second = read("a.xml", G2).documents
    assert first.raw_text == "Reise nach Lyon\n\nEine Delegation reist nach Lyon."
    assert (first.source.part, first.source.publisher) == (1, "Musteragentur")
    assert first.source.published == "2024-03-05"
    assert "Nur Text im zweiten." in second.raw_text
    assert second.source.publisher == "MA"


@pytest.mark.parametrize("template", [RSS, NITF])
def test_external_entities_are_neither_fetched_nor_filled_in(read, tmp_path, template: str) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("STRENG GEHEIM", encoding="utf-8")
    head, rest = template.split("\n", 1)
    root = "rss" if "<rss" in rest else "nitf"
    doctype = f'<!DOCTYPE {root} [<!ENTITY x SYSTEM "{secret.as_uri()}">'
    doctype += '<!ENTITY y SYSTEM "http://127.0.0.1:9/y">]>'
    content = f"{head}\n{doctype}{rest}".replace("Lyon", "Lyon &x; &y;", 1)
    document = read("a.xml", content).documents[0]
    assert "GEHEIM" not in document.raw_text
    assert "Reise nach Lyon" in document.raw_text
    assert "source.entities_left_out" in [warning.code for warning in document.warnings]


def test_entity_bomb_stays_small(read) -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    content = f"<!DOCTYPE nitf [{entities}]>" + NITF.split("\n", 1)[1].replace("Lyon", "Lyon &a9;")
    assert len(read("a.xml", content).documents[0].raw_text) < 1000


def test_malformed_feed_is_mended_with_a_warning(read) -> None:
    content = RSS.replace("Neue Brücke", "Bau & Boden")
    result = read("a.xml", content)
    assert len(result.documents) == 2
    assert "source.xml_malformed" in [w.code for w in result.documents[0].warnings]


def test_unknown_xml_is_refused_with_its_root(read) -> None:
    fault = read("a.xml", "<rechnung><betrag>3</betrag></rechnung>").faults[0]
    assert "<rechnung>" in fault.what


@pytest.mark.parametrize("content", ["kein XML", "<", "<rss version='2.0'><channel/></rss>"])
def test_xml_without_articles_is_refused(read, content: str) -> None:
    result = read("a.xml", content)
    assert result.documents == ()
    assert result.faults


def test_headings_inside_an_entry_keep_their_place(read) -> None:
    content = RSS.replace("&lt;p&gt;Eine", "&lt;h2&gt;Programm&lt;/h2&gt;&lt;p&gt;Eine")
    document = read("a.xml", content).documents[0]
    headlines = [document.raw_text[hint.start_char : hint.end_char] for hint in document.hints]
    assert headlines == ["Reise nach Lyon", "Programm"]


def test_links_to_pictures_are_no_text(read) -> None:
    content = NITF.replace('source="a.jpg"/>', 'source="a.jpg">tief <b>drin</b></media-reference>')
    assert "tief" not in read("a.xml", content).documents[0].raw_text
    assert "drin" not in read("a.xml", content).documents[0].raw_text
