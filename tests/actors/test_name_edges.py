"""Names that the tagger cut short, and glue of the page on names."""

from __future__ import annotations

import pytest
from tests.actors.flat import flat

from presselese.actors.name_edges import (
    behind_office,
    whole_name,
    with_bracketed,
    without_glue,
    without_rank,
)
from presselese.actors.places import load_gazetteer
from presselese.actors.role_nouns import load_role_nouns
from presselese.linking.mentions import Mention, NameLabel

WHOLE = [
    # an open end takes in its noun
    ("Ahorn/PROPN Center/PROPN für/ADP Waisen/NOUN", 3, "Ahorn Center für Waisen"),
    ("Kammer/NOUN der/DET Berufe/NOUN und/CCONJ des/DET Handels/NOUN", 4, None),
    ("Verband/NOUN der/DET Brauer/NOUN", 2, None),
    ("Lutherische/ADJ chilenische/ADJ Kirche/NOUN", 2, None),
    ("Bauhof/NOUN der/DET Stadt/NOUN Aue/PROPN", 2, None),
    # or goes where there is none
    ("IHK/PROPN und/CCONJ kam/VERB", 2, "IHK"),
    ("Region/NOUN Nord/PROPN größer/ADJ/Degree=Cmp", 3, "Region Nord"),
    # a name may end so
    ("Bühne/NOUN für/ADP alle/DET", 3, None),
    ("Bramme/PROPN aktiv/ADJ Verein/NOUN", 2, "Bramme aktiv"),
    # a church with its land; a town has many
    ("Evangelische/ADJ Kirche/NOUN in/ADP Tansania/PROPN", 2, None),
    ("Evangelische/ADJ Kirche/NOUN in/ADP Mitteldeutschland/PROPN", 2, None),
    ("Evangelische/ADJ Kirche/NOUN in/ADP Solingen/PROPN", 2, "Evangelische Kirche"),
    ("Kirche/NOUN in/ADP Tansania/PROPN", 1, "Kirche"),
]


@pytest.mark.parametrize(("tagged", "end", "name"), WHOLE)
def test_name_has_all_its_words(tagged: str, end: int, name: str | None) -> None:
    doc = flat(tagged, names=[(0, end, "ORG")])
    if "Aue" in tagged:
        doc = flat(tagged, names=[(0, end, "ORG"), (3, 4, "LOC")])
    assert whole_name(doc.ents[0], load_gazetteer()).text == (name or doc.text)


GLUED = [
    ("StartseiteAktuellesVereineHochschule Aue", "ORG", ["Hochschule Aue"]),
    ("PresseHochschule Aue", "ORG", ["Hochschule Aue"]),
    ("StartseiteRegionPolitikSport", "LOC", []),
    ("BürgerEnergieGenossenschaft Aue", "ORG", ["BürgerEnergieGenossenschaft Aue"]),
    ("Solarkraft Aue eG(SKA", "ORG", ["Solarkraft Aue eG", "SKA"]),
    ("Solarkraft (Aue) eG", "ORG", ["Solarkraft (Aue) eG"]),
    ("FairKauf-Geschäftsführerin", "ORG", ["FairKauf"]),
    ("HWK-Beirat", "ORG", ["HWK-Beirat"]),
    ("Nord-Stiftung", "ORG", ["Nord-Stiftung"]),
]


@pytest.mark.parametrize(("text", "label", "names"), GLUED)
def test_glue_is_taken_off_a_name(text: str, label: NameLabel, names: list[str]) -> None:
    found = without_glue(Mention(label, 5, 5 + len(text), text, text), load_role_nouns())
    assert [mention.name for mention in found] == names
    assert all(text[m.start_char - 5 : m.end_char - 5] == m.text for m in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("OB Roth", ("PER", "Roth")),
        ("Ministerin Roth", ("PER", "Roth")),
        ("Bäckerei Roth", ("ORG", "Bäckerei Roth")),
        ("OB Kurz", ("ORG", "OB Kurz")),
    ],
)
def test_rank_before_a_known_surname_is_no_name(text: str, told: tuple[str, str]) -> None:
    mention = Mention("ORG", 0, len(text), text, text)
    found = without_rank(mention, {"Roth"}, load_role_nouns())
    assert (found.label, found.name) == told


BODIES = [
    ("Kanzler/NOUN Hochschule/NOUN Aue/PROPN", "Hochschule Aue"),
    ("Bundesminister/NOUN für/ADP Wirtschaft/NOUN", None),
    ("MdB/NOUN", None),
    ("COO/PROPN", None),
    # a role that begins a name
    ("Bürgermeister/NOUN für/ADP Frieden/NOUN", "Bürgermeister für Frieden"),
    ("Senator/NOUN Film/PROPN AG/PROPN", "Senator Film AG"),
    ("Beirat/NOUN Hochschule/NOUN Aue/PROPN", "Beirat Hochschule Aue"),
    ("EUA/PROPN", "EUA"),
]


@pytest.mark.parametrize(("tagged", "name"), BODIES)
def test_office_is_no_body(tagged: str, name: str | None) -> None:
    doc = flat(tagged)
    start = behind_office(doc, 0, len(doc), load_role_nouns())
    assert (doc[start:].text or None) == name


def test_name_goes_on_behind_its_acronym_in_brackets() -> None:
    tagged = "Verein/NOUN Nord/PROPN (/PUNCT VN/PROPN )/PUNCT Aue/PROPN"
    cut = flat(tagged, names=[(0, 2, "ORG"), (3, 6, "ORG")])
    assert [span.text for span in with_bracketed(cut.ents)] == ["Verein Nord ( VN) Aue"]
    whole = flat(tagged, names=[(0, 2, "ORG"), (3, 4, "ORG"), (5, 6, "LOC")])
    assert [span.text for span in with_bracketed(whole.ents)] == ["Verein Nord", "VN", "Aue"]
