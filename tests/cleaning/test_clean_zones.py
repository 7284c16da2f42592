"""Zones: every line has one role, in order, without overlap; nothing is thrown away."""

from __future__ import annotations

import pytest

from presselese.cleaning import clean
from presselese.records.document import ZoneHint

LEAD = (
    "Eine vierzehnköpfige Delegation aus Musterfeld reist in der kommenden Woche nach Lyon. "
    "Geplant sind Besuche bei Unternehmen und bei der Handelskammer."
)
MORE = (
    "Die Gruppe informiert sich auch über den Nahverkehr, der dort ohne Fahrer auskommt und der "
    "trotzdem als sicher gilt. Am Freitag kehrt sie nach Musterfeld zurück."
)


def zones_of(make_document, text: str, **options: object) -> list[tuple[str, str]]:
    document = clean(make_document(text, **options))
    return [(zone.kind, document.text[zone.start_char : zone.end_char]) for zone in document.zones]


def role_of(make_document, line: str) -> str:
    """Return the role of a line that stands between an article's end and nothing."""
    text = f"Musterfeld reist nach Lyon\n\n{LEAD}\n\n{MORE}\n\n{line}\n"
    zones = zones_of(make_document, text)
    assert zones[-1][1] == line
    return zones[-1][0]


def test_article_with_all_kinds_of_zone(make_document) -> None:
    text = (
        "Sprungziele\n\nMusterfeld reist nach Lyon\nGruppe von vierzehn Unternehmern\n\n"
        f"Musterfeld (hw). {LEAD} „Wir freuen uns sehr auf die Reise“, sagte Erika Beispiel.\n\n"
        "Zwei Tage auf der Messe\n"
        f"{MORE}\n\nDie Gruppe am Bahnhof (vorn, v. l.). Foto: Max Muster\n\n"
        "Pressekontakt:\nErika Beispiel\nStadt Musterfeld\nMarktplatz 1\n12345 Musterfeld\n"
        "Tel. 0123 456789\n\nZurück\n"
    )
    assert zones_of(make_document, text) == [
        ("boilerplate", "Sprungziele"),
        ("headline", "Musterfeld reist nach Lyon"),
        ("headline", "Gruppe von vierzehn Unternehmern"),
        ("dateline", "Musterfeld (hw)."),
        ("body", LEAD),
        ("quote", "„Wir freuen uns sehr auf die Reise“"),
        ("body", ", sagte Erika Beispiel."),
        ("headline", "Zwei Tage auf der Messe"),
        ("body", MORE),
        ("caption", "Die Gruppe am Bahnhof (vorn, v. l.). Foto: Max Muster"),
        (
            "contact",
            "Pressekontakt:\nErika Beispiel\nStadt Musterfeld\nMarktplatz 1\n12345 Musterfeld\n"
            "Tel. 0123 456789",
        ),
        ("boilerplate", "Zurück"),
    ]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Zurück", "boilerplate"),
        ("« Zurück zur Übersicht", "boilerplate"),
        ("Teilen | Drucken | PDF-Version | RSS-Feed", "boilerplate"),
        ("Newsletter abonnieren", "boilerplate"),
        ("Wir verwenden Cookies, um Ihnen das beste Erlebnis zu bieten.", "boilerplate"),
        ("© 2024 Stadt Musterfeld. Alle Rechte vorbehalten.", "boilerplate"),
        ("Foto: Stadt Musterfeld/Max Muster", "boilerplate"),
        ("FOTOS: IHK MUSTERFELD, MESSE", "boilerplate"),
        ("Pressemitteilung 212/2019", "boilerplate"),
        ("Seite 17", "boilerplate"),
        ("16 Musterfelder Wirtschaft 12 | 2024", "boilerplate"),
        ("RkJQdWJsaXNoZXIy MTk5NjE0NA==", "boilerplate"),
        ("X", "boilerplate"),
        ("Amtsgericht Musterfeld HRB 12345", "boilerplate"),
        ("Bildunterschrift: Erika Beispiel mit der Urkunde. Foto: Max Muster", "caption"),
        ("Erika Beispiel, Max Muster und Eva Probe (v. l. n. r.)", "caption"),
        ("Foto: Die Gruppe vor dem Haus, vorn Erika Probe und hinten Max Muster.", "caption"),
        ("BILD: Erika Beispiel und Max Muster (v. r.). Foto: Messe", "caption"),
        ("Kontakt: Erika Beispiel, Tel. 0123 456789", "contact"),
        ("erika.beispiel@musterfeld.example", "contact"),
        ("Weitere Informationen: www.musterfeld.example", "contact"),
        ("Musterbau GmbH · Marktplatz 1 · 12345 Musterfeld", "contact"),
        ("8010 Musterfeld", "contact"),
        ("A-2016 Musterfeld", "contact"),
        ("Von Erika Beispiel", "dateline"),
        ("wdn kje yynwd a3 mü", "dateline"),
        # Sentences that speak of the same things are the article.
        ("Der Rückweg führt über Basel.", "body"),
        ("Die Reise kostet 2024 je Person 900 Euro.", "body"),
        ("2016 Eröffnung des Büros Musterfeld", "body"),
        ("Bei der Messe gab es Fotos: Viele Gäste stellten sich mit der Urkunde auf.", "body"),
    ],
)
def test_roles_of_single_lines(make_document, line: str, role: str) -> None:
    assert role_of(make_document, line) == role


@pytest.mark.parametrize(
    ("above", "line", "is_contact"),
    [
        ("Marktplatz 1", "2016 Musterfeld", True),
        ("Musterfeld wächst", "2016 Umbau", False),
        ("Tel. 0123 456789", "2016 Umbau", False),
        ("Marktplatz 1\n2015 Musterfeld", "2016 Umbau", False),
    ],
)
def test_number_that_may_be_a_year_is_a_postcode_below_a_street(
    make_document, above: str, line: str, is_contact: bool
) -> None:
    text = f"{LEAD}\n\n{MORE}\n\n{above}\n{line}\n\n{MORE}\n"
    (role,) = (kind for kind, words in zones_of(make_document, text) if words.endswith(line))
    assert (role == "contact") is is_contact


def test_newsletter_box_after_the_article_is_boilerplate(make_document) -> None:
    text = f"{LEAD}\n\n{MORE}\n\nZurück\n\nNichts mehr verpassen\n\nAlle Termine\naus Musterfeld\n"
    assert [kind for kind, _ in zones_of(make_document, text)] == ["body", "body"] + [
        "boilerplate"
    ] * (len(zones_of(make_document, text)) - 2)


def test_self_portrait_after_the_article_is_boilerplate(make_document) -> None:
    portrait = "Die Musterbau AG wurde 1968 gegründet. Sie hat 300 Mitarbeiter in fünf Ländern."
    text = f"Musterbau wächst\n\n{LEAD}\n\n{MORE}\n\nÜber die Musterbau AG\n{portrait}\n\n"
    text += "Pressekontakt: Erika Beispiel, Tel. 0123 456789\n"
    zones = zones_of(make_document, text)
    assert ("boilerplate", f"Über die Musterbau AG\n{portrait}") in zones
    assert zones[-1][0] == "contact"


def test_heading_that_begins_like_a_portrait_stays_a_heading(make_document) -> None:
    text = f"Reise nach Lyon\n\n{LEAD}\n\nZum Auftakt auf die Messe\n{MORE}\n"
    assert ("headline", "Zum Auftakt auf die Messe") in zones_of(make_document, text)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Er rief: „Wir kommen wieder!“ und ging.", ["„Wir kommen wieder!“"]),
        ('"Das ist ein großer Tag", sagte sie.', ['"Das ist ein großer Tag"']),
        ("«Wir fahren nicht als Bittsteller», sagte er.", ["«Wir fahren nicht als Bittsteller»"]),
        ("»Wir fahren nicht als Bittsteller«, sagte er.", ["»Wir fahren nicht als Bittsteller«"]),
        # Names and terms in quotation marks are no speech.
        ("Der Verein „The Bay Areas e.V.“ kommt.", []),
        ("Die Konferenz „Boston meets Berlin“ war gut besucht.", []),
        ("Der Verbund „Zukunft Pflege“, zu dem 33 Häuser gehören, wächst.", []),
        ('Die Rohre sind 3" und 4" dick.', []),
    ],
)
def test_quotes_are_speech(make_document, text: str, quotes: list[str]) -> None:
    found = [words for kind, words in zones_of(make_document, text) if kind == "quote"]
    assert found == quotes


def test_magazine_page_in_one_paragraph_is_taken_apart(make_document) -> None:
    text = (
        f"{LEAD} {MORE} Erika Beispiel, Branchenmanagerin Tel.: 0123 / 456-789 "
        "erika.beispiel@ musterfeld.example Die Delegation vor dem Rathaus mit Max Muster (vorn, "
        "v. l.) Weiter geht es im Mai. FOTOS: IHK MUSTERFELD/MAX MUSTER AGENDA | Reise | 16 "
        "Musterfelder Wirtschaft 12 | 2024"
    )
    assert zones_of(make_document, text) == [
        ("body", f"{LEAD} {MORE} Erika Beispiel, Branchenmanagerin"),
        ("contact", "Tel.: 0123 / 456-789 erika.beispiel@musterfeld.example"),
        ("caption", "Die Delegation vor dem Rathaus mit Max Muster (vorn, v. l.)"),
        ("body", "Weiter geht es im Mai."),
        ("boilerplate", "FOTOS: IHK MUSTERFELD/MAX MUSTER AGENDA | Reise | 16 Musterfelder "
         "Wirtschaft 12 | 2024"),
    ]  # fmt: skip


def test_hints_of_the_format_come_first(make_document) -> None:
    text = f"Kurz\n\n{LEAD}\n\n{MORE}"
    hint = ZoneHint("caption", text.index(MORE), len(text))
    assert zones_of(make_document, text, hints=(hint,))[-1] == ("caption", MORE)


def test_hints_move_with_the_repairs_before_them(make_document) -> None:
    text = f"Wirt-\nschafts\u00adreise\n\n{LEAD}\n\nBild"
    hint = ZoneHint("caption", text.index("Bild"), len(text))
    document = clean(make_document(text, hints=(hint,)))
    assert document.text.startswith("Wirtschaftsreise\n")
    assert document.text[document.zones[-1].start_char :] == "Bild"
    assert document.zones[-1].kind == "caption"


def test_headline_becomes_the_title(make_document) -> None:
    text = f"Wirtschaft\n\nMusterfeld reist nach Lyon\n\n{LEAD}\n\n{MORE}"
    assert clean(make_document(text)).source.title == "Musterfeld reist nach Lyon"


def test_subheading_is_no_title(make_document) -> None:
    text = f"{LEAD}\nZwei Tage auf der Messe\n{MORE}"
    assert clean(make_document(text)).source.title is None


def test_stated_title_stands(make_document) -> None:
    text = f"Musterfeld reist nach Lyon\n\n{LEAD}"
    assert clean(make_document(text, title="Stated")).source.title == "Stated"


def test_lines_under_a_stated_headline_are_headlines_too(make_document) -> None:
    # A mail's subject is its headline, and the release in it has one of its own.
    text = f"PM 7: Reise\n\nMusterfeld reist nach Lyon\n\n{LEAD}\n\n{MORE}"
    hint = ZoneHint("headline", 0, len("PM 7: Reise"))
    zones = zones_of(make_document, text, hints=(hint,))
    assert zones[1] == ("headline", "Musterfeld reist nach Lyon")


def test_date_label_before_the_headline_is_no_part_of_it(make_document) -> None:
    text = f"date 2024-03 Musterfeld reist nach Lyon\n\n{LEAD}\n\n{MORE}"
    document = clean(make_document(text))
    assert document.source.title == "Musterfeld reist nach Lyon"
    assert zones_of(make_document, text)[:2] == [
        ("dateline", "date 2024-03"),
        ("headline", "Musterfeld reist nach Lyon"),
    ]
