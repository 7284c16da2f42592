"""Telephone numbers, mail and web addresses; the numbers are kept free for films."""

from __future__ import annotations

import pytest

from presselese.actors.contacts import find_contacts


def found(text: str) -> list[tuple[str, str]]:
    return [(contact["kind"], contact["value"]) for contact in find_contacts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Tel.: 030 23125123",
        "Telefon 030/23125123",
        "Fax: 030 23125-123",
        "Infos unter +49 30 23125123.",
        "Rufnummer (030) 23125123",
    ],
)
def test_telephone_number_is_written_with_its_country_code(text: str) -> None:
    assert found(text) == [("phone", "+49 30 23125123")]


@pytest.mark.parametrize(
    "text",
    [
        "Das Aktenzeichen lautet 030 23125123.",  # no word that leads to a number, no country code
        "Tel. im Rathaus, Zimmer 12, Haus 3",
        "Am 03.05.2024 kamen 120 Gäste.",
        "Telefon: 0800",
    ],
)
def test_other_digits_are_no_telephone_number(text: str) -> None:
    assert found(text) == []


def test_lead_must_stand_close_to_the_number() -> None:
    assert found("Tel. nur vormittags und nur in der Woche 030 23125123") == []


def test_mail_address_broken_by_a_column_edge_is_joined() -> None:
    text = "Kontakt: jan.wolf@ ihk.example.org, Zimmer 3"
    (contact,) = find_contacts(text)
    assert contact["value"] == "jan.wolf@ihk.example.org"
    assert text[contact["start_char"] : contact["end_char"]] == "jan.wolf@ ihk.example.org"


def test_web_address_ends_before_the_full_stop() -> None:
    assert found("Mehr unter www.example.org/anmeldung.") == [("url", "www.example.org/anmeldung")]


def test_at_sign_in_a_handle_is_no_mail_address() -> None:
    assert found("Der Verein @beispiel ist online") == []


def test_contacts_come_in_text_order() -> None:
    text = "www.example.org, info@example.org, Tel. 030 23125123"
    assert [kind for kind, _ in found(text)] == ["url", "email", "phone"]
