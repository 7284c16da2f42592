"""Articles that are not German get a warning, German ones and short ones none."""

from __future__ import annotations

import pytest

from presselese.cleaning import clean

ENGLISH = (
    "A delegation of fourteen business people from the city will travel to Lyon next week. The "
    "visit was announced by the mayor on Monday. The group will meet members of the chamber of "
    "commerce and will be received at the town hall before it returns home on Friday evening."
)
GERMAN = (
    "Eine Gruppe von vierzehn Unternehmern aus der Stadt reist in der kommenden Woche nach Lyon. "
    "Das hat die Bürgermeisterin am Montag mitgeteilt. Die Gruppe trifft Mitglieder der Kammer und "
    "wird im Rathaus empfangen, bevor sie am Freitag wieder nach Hause fährt."
)
FRENCH = (
    "Une délégation de quatorze entrepreneurs de la ville se rendra à Lyon la semaine prochaine. "
    "La visite a été annoncée lundi par la maire. Le groupe rencontrera des membres de la chambre "
    "de commerce et sera reçu à la mairie avant de rentrer chez lui vendredi soir."
)


@pytest.mark.parametrize("text", [ENGLISH, FRENCH])
def test_other_languages_are_read_with_a_warning(make_document, text: str) -> None:
    document = clean(make_document(text))
    assert document.text == text
    assert [warning.code for warning in document.warnings] == ["text.not_german"]


@pytest.mark.parametrize(
    "text",
    [
        GERMAN,
        f"{GERMAN} “It’s all about Software!”",
        "Read more about Lyon.",
        "Teilnehmer: " + ", ".join(f"Erika Beispiel{n}" for n in range(60)),
    ],
)
def test_german_and_short_texts_get_no_warning(make_document, text: str) -> None:
    assert clean(make_document(text)).warnings == ()
