"""The component writes record dates on the Doc, from text alone or with a parser's tags."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

import presselese.dates.component  # noqa: F401  # registers the factory
from presselese.records import Date


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("presselese_dates")
    return pipeline


def _dates(doc: Doc) -> list[tuple[str, str, str | None]]:
    return [(each["text"], each["value"], each["anchored_on"]) for each in doc._.presselese_dates]


def test_a_date_without_year_stays_partial_and_warns(nlp: Language) -> None:
    doc = nlp("Am 10. Februar findet die Unterzeichnung statt.")
    assert _dates(doc) == [("10. Februar", "XXXX-02-10", None)]
    warning = doc._.presselese_warnings[0]
    assert warning["code"] == "date.year_unknown"
    assert doc.text[warning["start_char"] : warning["end_char"]] == "10. Februar"


def test_the_publication_date_fixes_the_year(nlp: Language) -> None:
    doc = nlp.make_doc("Am 10. Februar findet die Unterzeichnung statt.")
    doc._.presselese_published = "2017-01-20"
    assert _dates(nlp(doc)) == [("10. Februar", "2017-02-10", "published")]
    assert doc._.presselese_warnings == []


def test_a_told_date_is_named_by_its_id(nlp: Language) -> None:
    doc = nlp("Anmeldung bis 5. Oktober 2025. Die Reise läuft vom 15. bis 19. November.")
    assert _dates(doc)[1] == ("15. bis 19. November", "2025-11-15/2025-11-19", "dat_1")


def test_times_of_day_and_vague_words_are_no_record_dates(nlp: Language) -> None:
    assert _dates(nlp("Derzeit kommen alle um 15.15 Uhr und bleiben bis zum Abend.")) == []


def test_a_season_in_a_persons_name_is_none(nlp: Language) -> None:
    doc = nlp.make_doc("Im Sommer 2017 saß Bürgermeister Sommer dort.")
    doc._.presselese_published = "2017-09-01"
    doc.ents = [Span(doc, 5, 6, "PER")]
    assert [found[0] for found in _dates(nlp(doc))] == ["Sommer 2017"]


def test_fields_are_those_of_the_record(nlp: Language) -> None:
    doc = nlp("Ende 2017 begann die vierwöchige Reise; alle 14 Tage kam Post.")
    assert [Date(**fields).id for fields in doc._.presselese_dates] == ["dat_1", "dat_2", "dat_3"]


def test_tags_of_the_parser_choose_past_or_future(nlp: Language) -> None:
    words = ["Am", "Freitag", "schwieg", "der", "Rat", "."]
    morphs = ["", "", "Mood=Ind|Tense=Past|VerbForm=Fin", "", "", ""]
    for morph, day in (("Past", "2017-10-20"), ("Pres", "2017-10-27")):
        tagged = [each.replace("Past", morph) for each in morphs]
        doc = Doc(nlp.vocab, words, morphs=tagged, sent_starts=[True] + 5 * [False])
        doc._.presselese_published = "2017-10-24"
        nlp.get_pipe("presselese_dates")(doc)
        assert _dates(doc) == [("Freitag", day, "published")]


def test_an_empty_text_has_no_dates(nlp: Language) -> None:
    assert _dates(nlp("")) == []
