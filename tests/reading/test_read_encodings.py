"""Bytes become text in the order: BOM, declared, strict UTF-8, cp1252, a guess with a warning."""

from __future__ import annotations

import pytest

from presselese.errors import BadInput
from presselese.reading.encoding import decode

SENTENCE = "Die Größe der Öfen: „fünf“ – 10 €."


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (SENTENCE.encode("utf-8"), "utf-8"),
        (SENTENCE.encode("utf-8-sig"), "utf-8"),
        (SENTENCE.encode("cp1252"), "cp1252"),
        (SENTENCE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), "utf-16"),
        (SENTENCE.encode("utf-32"), "utf-32"),
        (SENTENCE.encode("utf-16-le"), "utf-16-le"),
        (SENTENCE.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_german_text_is_decoded_without_a_warning(content: bytes, encoding: str) -> None:
    decoded = decode(content, where="a.txt")
    assert decoded == (SENTENCE, encoding, ())


def test_declared_encoding_comes_before_utf8() -> None:
    assert decode("für".encode(), where="a", declared="cp1252").text == "fÃ¼r"


def test_declared_latin_1_is_read_as_cp1252() -> None:
    # Pages that say ISO-8859-1 hold „ and – of cp1252 all the same.
    assert decode("„Ja“ –".encode("cp1252"), where="a", declared="ISO-8859-1").text == "„Ja“ –"


@pytest.mark.parametrize("declared", ["unbekannt-17", "", "utf-16", "\x00"])
def test_useless_declaration_is_passed_over(declared: str) -> None:
    assert decode(SENTENCE.encode(), where="a", declared=declared).text == SENTENCE


def test_wrong_declaration_is_passed_over() -> None:
    assert decode("Öfen".encode("cp1252"), where="a", declared="utf-8").text == "Öfen"


def test_bytes_that_cp1252_lacks_are_guessed_with_a_warning() -> None:
    content = ("Łódź Gdańsk žluťoučký kůň " * 20).encode("cp1250").replace(b" ", b"\x81 ", 1)
    decoded = decode(content, where="a.txt")
    assert [warning.code for warning in decoded.warnings] == ["source.encoding_guessed"]


def test_broken_utf16_is_read_with_a_warning() -> None:
    decoded = decode(b"\xff\xfe" + "Öfen".encode("utf-16-le") + b"\x00", where="a.txt")
    assert decoded.text.startswith("Öfen")
    assert [warning.code for warning in decoded.warnings] == ["source.encoding_broken"]


def test_nul_bytes_are_no_text() -> None:
    with pytest.raises(BadInput, match="binary"):
        decode(b"Text\x00\x01\x02 mit Resten", where="a.txt")


def test_form_feed_and_dos_end_mark_are_text() -> None:
    assert decode(b"Seite eins\x0cSeite zwei", where="a.txt").text
