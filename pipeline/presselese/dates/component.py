"""The spaCy component that puts the dates of a text on the Doc.

Finding and anchoring are left to `parse`, the choice of what a record shows to `record`.
"""

from __future__ import annotations

from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from presselese.dates.context import Direction
from presselese.dates.lexicon import load_lexicon
from presselese.dates.parse import find_dates
from presselese.dates.record import to_dates, year_warnings
from presselese.resources.doc_fields import DATES, PUBLISHED, WARNINGS, register, text_of

FINITE: Final = "Fin"


class DatesComponent:
    """Finds calendar dates and durations and anchors them in time.

    Reads `doc._.presselese_published`; sentence bounds and verb tense (morph) where the pipeline
    sets them. Writes `doc._.presselese_dates` and appends to `doc._.presselese_warnings`.

    >>> import spacy
    >>> nlp = spacy.blank("de")
    >>> _ = nlp.add_pipe("presselese_dates")
    >>> nlp("Die Reise beginnt am 10. Februar.")._.presselese_dates[0]["value"]
    'XXXX-02-10'

    Known limits: dates in other languages; years that only the reader's knowledge fixes; "heute" in
    the sense of "nowadays" is read as the day of publication. Score of record dates on
    `spacy.blank("de")`, 23 November 2026, plain-text articles of the corpus: F1 0.977 on train and
    dev (136 articles), 0.948 on test (73), where the train and dev articles were looked at.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of one Doc."""
        sentences = list(doc.sents) if doc.has_annotation("SENT_START") else []
        tagged = bool(sentences) and doc.has_annotation("MORPH")
        matches = find_dates(
            text_of(doc),
            doc._.get(PUBLISHED),
            sentence_starts=[sentence.start_char for sentence in sentences] or None,
            directions=[sentence_direction(each) for each in sentences] if tagged else None,
        )
        people = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PER"]
        dates = to_dates(matches, text_of(doc), people)
        doc._.set(DATES, dates)
        doc._.set(WARNINGS, [*doc._.get(WARNINGS), *year_warnings(dates)])
        return doc


@Language.factory(
    "presselese_dates",
    assigns=[f"doc._.{DATES}", f"doc._.{WARNINGS}"],
)
def create_dates(nlp: Language, name: str) -> DatesComponent:
    """Build the component."""
    register(Doc, DATES, PUBLISHED, WARNINGS)
    return DatesComponent()


def sentence_direction(sentence: Span) -> Direction | None:
    """Tell past from future by the finite verbs; None where they disagree or there is none."""
    if any(_is_planning(token) for token in sentence):
        return "future"
    seen = {_verb_direction(token, sentence) for token in sentence if _is_finite(token)}
    return seen.pop() if len(seen) == 1 else None


def _is_planning(token: Any) -> bool:
    """ "ist für Anfang Dezember vorgesehen" has the form of a past tense."""
    word = load_lexicon().words.get(token.lower_)
    return word is not None and word.category == "PLANNED"


def _is_finite(token: Any) -> bool:
    return FINITE in token.morph.get("VerbForm", [])


def _verb_direction(token: Any, sentence: Span) -> Direction | None:
    """ "besuchte" and "hat besucht" look back; "besucht" and "wird besuchen" look ahead."""
    if "Past" in token.morph.get("Tense", []):
        return None if "Sub" in token.morph.get("Mood", []) else "past"
    if token.lemma_ in {"haben", "sein"} and any(
        "Part" in other.morph.get("VerbForm", []) for other in sentence
    ):
        return "past"
    return "future"
