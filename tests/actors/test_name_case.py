"""Names of organisations in the nominative, as article, ending and morphology tell."""

from __future__ import annotations

import pytest
from tests.actors.flat import flat

from presselese.actors.name_case import decline

CASES = [
    ("des/DET Deutschen/ADJ Städtetages/NOUN", "Deutscher Städtetag"),
    # the noun stands behind the hyphen and "und", whatever the tagger takes that for
    (
        "des/DET Deutschen/ADJ Industrie-/PROPN und/PROPN Handelskammertages/PROPN",
        "Deutscher Industrie- und Handelskammertag",
    ),
    # neuter nouns, and adjectives taken for names
    ("des/DET Bayerischen/ADJ Roten/PROPN Kreuzes/NOUN", "Bayerisches Rotes Kreuz"),
    ("des/DET Alten/PROPN Museums/NOUN", "Altes Museum"),
    ("des/DET Verbandes/NOUN Deutscher/ADJ Ingenieure/NOUN", "Verband Deutscher Ingenieure"),
    ("eines/DET Niedersächsischen/ADJ Landtags/NOUN", "Niedersächsischer Landtag"),
    ("des/DET Grünen/ADJ Bündnisses/NOUN Nord/PROPN", "Grünes Bündnis Nord"),
    # no genitive ending
    ("des/DET Neuen/ADJ Campus/NOUN", "Neuer Campus"),
    ("des/DET BVMW/PROPN", "BVMW"),
    # adjectives of places are never inflected
    ("der/DET Thurgauer/ADJ Regierung/NOUN", "Thurgauer Regierung"),
    ("des/DET Thüringer/ADJ Ministeriums/NOUN", "Thüringer Ministerium"),
    # weak endings behind a nominative
    ("der/DET Lutherische/ADJ Weltbund/NOUN", "Lutherischer Weltbund"),
    ("das/DET Deutsche/ADJ Rote/PROPN Kreuz/NOUN", "Deutsches Rotes Kreuz"),
    ("die/DET Evangelische/ADJ Kirche/NOUN", "Evangelische Kirche"),
    # no feminine stands behind these, whatever the tagger says
    ("zum/ADP Sächsischen/ADJ Hansebund/NOUN/Gender=Fem", "Sächsischer Hansebund"),
    # articles apart from their name, and possessives
    ("des/DET neuen/ADJ Deutschen/ADJ Turnbundes/NOUN", "Deutscher Turnbund"),
    ("unseres/DET Nordischen/ADJ Kirchenkreises/NOUN", "Nordischer Kirchenkreis"),
    # words written apart: the last one shows the case
    ("des/DET Deutschen/ADJ Ruder/NOUN Verbandes/NOUN", "Deutscher Ruder Verband"),
    # plurals, and feminines whatever the tagger says
    ("der/DET Olympischen/ADJ Spiele/NOUN/Number=Plur", "Olympische Spiele"),
    ("in/ADP der/DET Alten/ADJ Post/PROPN/Gender=Neut", "Alte Post"),
    # the ending says what no article does
    ("tritt/VERB Deutschem/ADJ Städtetag/NOUN", "Deutscher Städtetag"),
    ("und/CCONJ Deutschen/ADJ Städtetages/NOUN", "Deutscher Städtetag"),
    (
        "gehobenen/ADJ Deutschen/ADJ Gesellschaft/NOUN/Gender=Fem|Number=Sing",
        "Deutsche Gesellschaft",
    ),
    ("gegründeten/ADJ Instituts/NOUN Nord/PROPN", "Institut Nord"),
    ("Aue/PROPN Deutschen/ADJ Verbände/NOUN/Number=Plur", "Deutschen Verbände"),
    # no plurals, whatever the tagger says; but a dative plural is one
    ("des/DET Nordischen/ADJ Städtetages/NOUN/Number=Plur", "Nordischer Städtetag"),
    ("in/ADP den/DET Nordischen/ADJ Arbeitskreis/NOUN/Number=Plur", "Nordischer Arbeitskreis"),
    ("in/ADP den/DET Nordischen/ADJ Verein/NOUN/Number=Plur", "Nordischer Verein"),
    ("den/DET Nordischen/ADJ Vereinen/NOUN/Number=Plur", "Nordische Vereinen"),
    # genitives behind other letters
    ("des/DET Stadtarchivs/NOUN", "Stadtarchiv"),
    ("des/DET Volkskomitees/NOUN", "Volkskomitee"),
    ("des/DET DIHKs/NOUN", "DIHK"),
    # a town is no adjective
    ("der/DET Bremen/PROPN Ports/PROPN", "Bremen Ports"),
]


# With the index of the name's first word.
APART = [
    # numbers and quotes between article and name
    ("des/DET 12./ADJ Deutschen/ADJ Städtetages/NOUN", 2, "Deutscher Städtetag"),
    ("der/DET „/PUNCT Grünen/ADJ Runde/NOUN/Gender=Fem", 2, "Grüne Runde"),
    # an adjective in small letters is part of the name where the tagger took it for one
    ("im/ADP bayerischen/ADJ Ministerium/NOUN", 1, "bayerisches Ministerium"),
    ("im/ADP bayerischen/ADJ Ministerium/NOUN", 2, "Ministerium"),
]


@pytest.mark.parametrize(("tagged", "name"), CASES)
def test_name_is_put_into_the_nominative(tagged: str, name: str) -> None:
    span = flat(tagged)[1:]
    while span[0].text.islower():
        span = span[1:]
    pieces = [token.text + (" " if token.whitespace_ else "") for token in span]
    decline(span, pieces)
    assert "".join(pieces).strip() == name


@pytest.mark.parametrize(("tagged", "first", "name"), APART)
def test_article_apart_from_a_name_inflects_it(tagged: str, first: int, name: str) -> None:
    span = flat(tagged)[first:]
    pieces = [token.text + (" " if token.whitespace_ else "") for token in span]
    decline(span, pieces)
    assert "".join(pieces).strip() == name


@pytest.mark.parametrize(
    ("adjective", "lemma", "name"),
    [("Green", "Green", "Green Slam"), ("Kühnen", "kühn", "Kühner Slam")],
)
def test_adjective_is_inflected_where_the_lemma_says_so(
    adjective: str, lemma: str, name: str
) -> None:
    doc = flat(f"den/DET {adjective}/ADJ Slam/NOUN/Gender=Masc")
    doc[1].lemma_ = lemma
    pieces = [f"{adjective} ", "Slam"]
    decline(doc[1:], pieces)
    assert "".join(pieces) == name
