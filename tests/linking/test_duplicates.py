"""Near-duplicate articles: copies are found, look-alikes are not, memory and order are bounded."""

from __future__ import annotations

from presselese.linking.duplicates import (
    MAX_CANDIDATES_PER_BAND,
    DuplicateIndex,
    signature,
    similarity,
)
from presselese.records import DuplicateOf, Zone

ARTICLE = (
    "Eine Delegation der Handwerkskammer ist am Montag aus Musterstadt nach Gdynia aufgebrochen. "
    "Die zwölf Handwerker wollen sich in der polnischen Hafenstadt über die Ausbildung im "
    "Bootsbau informieren und Partner für gemeinsame Lehrgänge finden. Geleitet wird die Gruppe "
    "von der Präsidentin der Kammer, die schon vor drei Jahren an der Ostsee war. Am Mittwoch "
    "empfängt der Stadtpräsident die Gäste im Rathaus, am Donnerstag stehen zwei Werften auf dem "
    "Programm. Die Reise endet am Freitag mit einem Besuch der Berufsschule am alten Hafen, an "
    "der auch Lehrlinge aus Musterstadt schon gelernt haben. Die Kosten tragen die Teilnehmer "
    "selbst, das Land gibt einen Zuschuss für die Dolmetscher und die Fahrt im Reisebus."
)
OTHER = (
    "Im Stadtteil Nord hat am Samstag ein Reparaturcafé eröffnet. Jeden ersten Samstag im Monat "
    "helfen dort Ehrenamtliche, Toaster, Fahrräder und Radios wieder in Gang zu bringen. Die Idee "
    "stammt von zwei Rentnern, die früher in der Fahrradfabrik gearbeitet haben und ihr Können "
    "weitergeben möchten. Die Räume stellt die Kirchengemeinde, das Werkzeug die Nachbarschaft."
)


def test_edited_copy_is_similar_to_its_original() -> None:
    edited = ARTICLE.replace("am Montag ", "").replace("zwölf", "12")
    assert similarity(signature(ARTICLE, []), signature(edited, [])) >= 0.8


def test_unrelated_articles_are_not_similar() -> None:
    assert similarity(signature(ARTICLE, []), signature(OTHER, [])) < 0.2


def test_article_of_same_template_with_other_facts_is_no_copy() -> None:
    changes = {
        "Handwerkskammer": "Architektenkammer", "Gdynia": "Turku",
        "zwölf Handwerker": "acht Planer",
        "polnischen": "finnischen", "Bootsbau": "Holzbau", "Präsidentin": "Vorsitzenden",
        "Stadtpräsident": "Bürgermeister", "zwei Werften": "drei Baustellen",
    }  # fmt: skip
    other = ARTICLE
    for old, new in changes.items():
        other = other.replace(old, new)
    index = DuplicateIndex()
    assert index.add("doc_1", "a", signature(ARTICLE, [])) is None
    assert index.add("doc_2", "b", signature(other, [])) is None


def test_words_outside_the_body_do_not_count() -> None:
    text = ARTICLE + OTHER
    body = Zone(kind="body", start_char=0, end_char=len(ARTICLE))
    foot = Zone(kind="boilerplate", start_char=len(ARTICLE), end_char=len(text))
    assert signature(text, [body, foot]) == signature(ARTICLE, [])


def test_short_notices_are_compared_only_by_id() -> None:
    assert signature("Der Rat tagt am Montag.", []) == b""
    index = DuplicateIndex()
    assert index.add("doc_1", "a", b"") is None
    assert index.add("doc_2", "b", b"") is None
    assert index.add("doc_1", "c", b"") == DuplicateOf(id="doc_1", path="a")


def test_copy_of_a_copy_points_to_the_first() -> None:
    index = DuplicateIndex()
    for number, text in enumerate((ARTICLE, ARTICLE + " Ende.", ARTICLE + " Ende gut.")):
        found = index.add(f"doc_{number}", f"path {number}", signature(text, []))
        assert found == (None if number == 0 else DuplicateOf(id="doc_0", path="path 0"))


def test_exact_copy_of_a_near_copy_points_to_the_first() -> None:
    index = DuplicateIndex()
    near = signature(ARTICLE + " Ende.", [])
    index.add("doc_0", "first", signature(ARTICLE, []))
    index.add("doc_1", "near", near)
    assert index.add("doc_1", "again", near) == DuplicateOf(id="doc_0", path="first")


def test_copy_is_found_in_a_crowd_of_look_alikes() -> None:
    index = DuplicateIndex()
    for number in range(MAX_CANDIDATES_PER_BAND * 3):
        index.add(f"doc_{number}", f"path {number}", signature(f"{OTHER} {number}", []))
    index.add("doc_a", "original", signature(ARTICLE, []))
    found = index.add("doc_b", "copy", signature(ARTICLE + " Ende.", []))
    assert found == DuplicateOf(id="doc_a", path="original")
