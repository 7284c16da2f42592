"""Role nouns: every case form leads to the nominative, compounds and gender stay."""

from __future__ import annotations

import pytest

from presselese.actors.role_nouns import load_role_nouns

FORMS = [
    # strong
    ("Bürgermeister", "Bürgermeister"),
    ("Bürgermeisters", "Bürgermeister"),
    ("Bürgermeistern", "Bürgermeister"),
    ("Bürgermeisterin", "Bürgermeisterin"),
    ("Bürgermeisterinnen", "Bürgermeisterin"),
    # strong with umlaut
    ("Landräte", "Landrat"),
    ("Landräten", "Landrat"),
    ("Rechtsanwälten", "Rechtsanwalt"),
    ("Vorstandsmitgliedern", "Vorstandsmitglied"),
    ("Landesbischöfin", "Landesbischöfin"),
    ("2.Vorsitzender", "Vorsitzender"),  # typed without the space
    # women's offices with a form of their own, and offices in capitals
    ("Landrätinnen", "Landrätin"),
    ("OB", "OB"),
    ("COOs", "COO"),
    # weak
    ("Präsident", "Präsident"),
    ("Präsidenten", "Präsident"),
    ("Präsidentin", "Präsidentin"),
    ("Präsidentinnen", "Präsidentin"),
    # declined like adjectives: the strong form shows the gender, the weak one does not
    ("Vorsitzender", "Vorsitzender"),
    ("Vorsitzende", "Vorsitzende"),
    ("Vorsitzenden", "Vorsitzende"),
    ("Vorsitzendem", "Vorsitzender"),
    # compounds count by their end
    ("Kreisverbandsvorsitzenden", "Kreisverbandsvorsitzende"),
    ("Oberbürgermeisters", "Oberbürgermeister"),
    ("Landtagspräsidentin", "Landtagspräsidentin"),
    ("DIHK-Hauptgeschäftsführers", "DIHK-Hauptgeschäftsführer"),
    ("IHK-Präsidenten", "IHK-Präsident"),
    ("fhn-Präsidenten", "fhn-Präsident"),
]
NO_ROLES = [
    "gehabt",  # no "Abt"
    "bürgermeister",  # roles are nouns: lower case is something else
    "Bürgermeisteramt",
    "Ob",  # no "OB"
    "Jakob",
    "Robin",
    "Präsidium",
    "Weltmeister",  # a title won, no office
    "Hausmeisterei",
    "Verein",
    "",
    "-",
]


@pytest.mark.parametrize(("word", "base"), FORMS)
def test_form_leads_to_the_nominative(word: str, base: str) -> None:
    assert load_role_nouns().base(word) == base


@pytest.mark.parametrize("word", NO_ROLES)
def test_other_word_is_no_role(word: str) -> None:
    assert load_role_nouns().base(word) is None
