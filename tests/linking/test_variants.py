"""Two names of one body of a place."""

from __future__ import annotations

import pytest

from presselese.linking.mentions import key
from presselese.linking.variants import is_variant


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Feuerwehr Aue", "Freiwillige Feuerwehr Aue", True),
        ("Universität Aue", "Nordische Karls-Universität Aue", True),
        ("Solinger Feuerwehr", "Feuerwehr Solingen", True),
        ("Solinger Feuerwehr", "Freiwillige Feuerwehr Solingen", True),
        ("Feuerwehr Aue", "Freiwillige Feuerwehr Aue e.V.", True),
        # another town, another body, a mere noun, a name before it
        ("Feuerwehr Bramme", "Freiwillige Feuerwehr Aue", False),
        ("Feuerwehr Aue", "Berufsfeuerwehr Aue", False),
        ("Solinger Chor", "Feuerwehr Solingen", False),
        ("Feuerwehr", "Freiwillige Feuerwehr", False),
        ("Klinik Aue", "Sana Klinik Aue", False),
    ],
)
def test_variants_of_a_name(short: str, full: str, same: bool) -> None:
    assert is_variant(short, full) is same


def test_slash_and_und_join_alike() -> None:
    assert key("Chor Aue/Bramme") == key("Chor Aue und Bramme")


def test_abbreviations_and_bracketed_acronyms_make_no_other_name() -> None:
    assert key("Uni Aue") == key("Universität Aue")
    assert key("Pflegeverband Lkr. Aue") == key("Pflegeverband Landkreis Aue")
    assert key("Handwerkskammer (HWK) Aue") == key("Handwerkskammer Aue")
    assert key("Aue (Erzgebirge) Land") != key("Aue Land")
