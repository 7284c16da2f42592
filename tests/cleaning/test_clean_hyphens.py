"""Words parted at line ends are joined as German wants it."""

from __future__ import annotations

import time

import pytest

from presselese.cleaning.hyphens import join_parted_words
from presselese.cleaning.repair import repair_text


@pytest.mark.parametrize(
    ("parted", "whole"),
    [
        # A small letter goes on: the hyphen was the line end's.
        ("wirt-\nschaft", "wirtschaft"),
        ("wirt-\n  schaft", "wirtschaft"),
        ("Dele- gation", "Delegation"),
        ("Wirtschafts-\npolitisch", "Wirtschaftspolitisch"),
        # A capital letter begins a part of its own: the hyphen is the word's.
        ("IHK-\nPräsident", "IHK-Präsident"),
        ("Nordrhein-\nWestfalen", "Nordrhein-Westfalen"),
        ("Key-Account- Manager", "Key-Account-Manager"),
        ("Kramp-\nKarrenbauer", "Kramp-Karrenbauer"),
        # English parts of a brand are written as one word.
        ("Climate- Choice", "ClimateChoice"),
        # The hyphen stays open before another part or a small word.
        ("Vor- und Nachteile", "Vor- und Nachteile"),
        ("Vor-\nund Nachteile", "Vor- und Nachteile"),
        ("zwei- bis dreimal", "zwei- bis dreimal"),
        ("Ein-, Aus- und Weiter-\nbildung", "Ein-, Aus- und Weiterbildung"),
        ("Damen- statt Herrenmode", "Damen- statt Herrenmode"),
        ("Berlin- Die Stadt wächst", "Berlin- Die Stadt wächst"),
        # No German syllable ends in capitals, a figure or a lone letter.
        ("EU-\nweit", "EU-weit"),
        ("14-\nköpfige", "14-köpfige"),
        ("E-\nmobil", "E-mobil"),
        # Adjectives of two peoples or fields, and English words with a hyphen of their own.
        ("deutsch-\nfranzösische", "deutsch-französische"),
        ("technisch-\nwissenschaftliche", "technisch-wissenschaftliche"),
        ("Know-\nhow", "Know-how"),
        ("Tisch-\nlampe", "Tischlampe"),
        # Dashes, figures and minus signs are no hyphens.
        ("Kiel – die Stadt", "Kiel – die Stadt"),
        ("2023-\n2024", "2023-\n2024"),
        ("- Punkt eins\n- Punkt zwei", "- Punkt eins\n- Punkt zwei"),
    ],
)
def test_parted_words(words, parted: str, whole: str) -> None:
    assert join_parted_words(parted, words.hyphens) == whole


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("Die Startup-Szene. Eine Startup- Szene", "Eine Startup-Szene"),
        ("Bei GreenTech arbeiten viele. Die Green-\nTech", "Die GreenTech"),
        ("Das Mitmach-fest kommt. Ein Mitmach-\nfest", "Ein Mitmach-fest"),
    ],
)
def test_the_document_decides_first(words, text: str, ending: str) -> None:
    assert join_parted_words(text, words.hyphens).endswith(ending)


@pytest.mark.parametrize(
    ("mark", "whole"),
    [
        ("wirt\ufffeschaft", "wirtschaft"),
        ("IHK\ufffePräsident", "IHK-Präsident"),
        ("wirt\u00ad\nschaft", "wirtschaft"),
        ("Vor\u00ad und Nachteile", "Vor- und Nachteile"),
        ("erika@ musterfeld.example", "erika@musterfeld.example"),
        ("erika@\nmusterfeld.example", "erika@musterfeld.example"),
        ("https:// www.musterfeld.example", "https://www.musterfeld.example"),
    ],
)
def test_marks_of_pdf_programs(words, mark: str, whole: str) -> None:
    assert repair_text(mark, words.hyphens) == whole


def test_long_texts_take_time_in_proportion(words) -> None:
    def seconds(count: int) -> float:
        text = "Eine Dele-\ngation der IHK-\nPräsidenten. " * count
        began = time.process_time()
        repair_text(text, words.hyphens)
        return time.process_time() - began

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.005)
