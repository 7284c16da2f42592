"""Damaged characters are repaired, sound ones stay."""

from __future__ import annotations

import pytest

from presselese.cleaning.characters import repair_characters

SOUND = (
    "„Ja“, sagte sie – ‚wirklich‘ – zu 100 % … «so» »nein« 14.000 €, 5 m², 20 °C, Domažlice, "
    "Kyōto, Straße, Ærø, Łódź, 👨‍👩‍👧, It’s all about Software! AT&T, a < b, R&D; "
    "Müller & Söhne\tGmbH\n"
)


def test_sound_text_stays_as_it_is() -> None:
    assert repair_characters(SOUND) == SOUND


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        # Line ends of Windows, old Macs, word processors and page breaks.
        ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne"),
        # UTF-8 read as cp1252, once and twice.
        ("fÃ¼r MÃ¼nchen â€žHalloâ€œ", "für München „Hallo“"),
        # Entities that an export left, also doubly escaped ones.
        ("M&uuml;ller &amp; S&#246;hne &amp;nbsp;GmbH", "Müller & Söhne  GmbH"),
        ("AT&T und &unbekannt;", "AT&T und &unbekannt;"),
        # Marks that nobody sees.
        ("\ufeffVer\u200bband\u2060e \u200eneu", "Verbande neu"),
        ("Ver\u00adein", "Verein"),
        # No-break and thin blanks become plain, one for one.
        ("z.\u00a0B. 10\u202f000", "z. B. 10 000"),
        ("ﬁnanziell, Stoﬀ, Aﬀekt", "finanziell, Stoff, Affekt"),
        ("u\u0308ber, A\u0308rger", "über, Ärger"),
        ("f¨ur alle", "für alle"),
        ("Nord\u2011Süd", "Nord-Süd"),
        ("eins\x00zwei\x1fdrei", "eins zwei drei"),
    ],
)
def test_damage_is_repaired(damaged: str, repaired: str) -> None:
    assert repair_characters(damaged) == repaired
