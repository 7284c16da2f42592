"""An organisation's name in the nominative: "des Deutschen Städtetages" is "Deutscher Städtetag".

The article before a name says that it is inflected; after "des" and "eines" its noun is masculine
or neuter and bears the genitive. What neither article nor morphology tells stays as written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from presselese.actors.organisation_nouns import organisation_kind, organisation_noun
from presselese.linking.mentions import QUOTES
from presselese.resources.loader import load_tsv

INFLECTING: Final = frozenset(
    "des dem den der zum zur im am vom beim einem einer eines ins ans unser unserem unseres "
    "unserer ihrem ihres ihrer seinem seines seiner diesem dieses dieser".split()
)
GENITIVE_ARTICLES: Final = frozenset("des eines unseres ihres seines dieses".split())
# Behind these a noun is masculine or neuter, whatever the tagger makes of a name.
NO_FEMININE: Final = frozenset("dem zum im am vom beim einem unserem ihrem seinem diesem".split())
# Behind these an adjective in -en is a feminine's: "in der Inneren Mongolei"; or a plural's, which
# ends alike in the nominative.
FEMININE: Final = frozenset("der zur einer unserer ihrer seiner dieser".split())
MOST_ADJECTIVES: Final = 2  # "des neuen, größeren Deutschen Städtetages"
# "Der Lutherische Weltbund", "das Deutsche Rote Kreuz": weak endings behind a nominative.
WEAK: Final = {"der": "Masc", "das": "Neut"}
# Genitives that need no lemma: "-tages", "-bundes", "-zentrums", "-bündnisses", "-archivs",
# "-komitees", "-büros", "DIHKs"; not "Campus".
GENITIVE_ENDING: Final = re.compile(
    r"(?<=nis)ses$|(?<=[bcdfghklmnprstxzß])es$|(?<=[bcdfghklmnprtvß])s$|"
    r"(?<=ee)s$|(?<=[dr]o)s$|(?<=dio)s$|(?<=[A-ZÄÖÜ]{2})s$"
)
# What may stand between an article and its name: adjectives, "21.", a quote, the end of a line.
ORDINAL: Final = re.compile(r"\d{1,3}\.")
# Plurals in the dative end so: "den Grünen Damen", "den Nordischen Clubs"; not "Kreis", "Campus".
DATIVE_PLURAL: Final = re.compile(r"(?:n|(?<![iuas])s)$")
# "Stadt tritt Deutschem Städtetag bei"
DATIVE: Final = re.compile(r"(?:isch|lich|deutsch)em$", re.IGNORECASE)
# Adjectives that taggers take for names: "des Bayerischen Roten Kreuzes"; not "der Essen Messe".
ADJECTIVE: Final = re.compile(
    r"[\w-]+(?:isch|lich|ig)e[mn]?|(?:deutsch|rot|neu|alt|frei|grün|groß|erst|jung|hoh|best|weiß)e[mn]?",
    re.IGNORECASE,
)


def decline(span: Span, pieces: list[str]) -> None:
    """Put the leading adjectives and the head noun of an inflected name into the nominative.

    `pieces` are the texts of the name's tokens with the white space behind them, changed in place.
    """
    article = _article(span)
    noun = _head_noun(span, article)
    if noun is None:
        return
    if article not in INFLECTING:
        article = _missing_article(span, noun) or article
    weak = WEAK.get(article) if _is_weak(span, noun) else None
    if weak is not None:
        for token in span[: noun.i - span.start]:
            if is_name_adjective(token):
                pieces[token.i - span.start] = strong_nominative(token.text, weak) + " "
        return
    if article not in INFLECTING:
        return
    bare = _without_genitive(noun, article)
    gender = _gender(noun, bare, article)
    for token in span[: noun.i - span.start] if noun.i > span.start else ():
        if is_name_adjective(token):
            pieces[token.i - span.start] = _adjective(token.text, gender) + " "
    if bare != noun.text:
        pieces[noun.i - span.start] = bare + (" " if noun.whitespace_ else "")


def _article(span: Span) -> str:
    """Return the word before a name, or before its adjectives: "des neuen Deutschen Bundes"."""
    adjectives = 0
    for token in reversed(span.doc[: span.start]):
        is_adjective = token.pos_ == "ADJ" and token.text.islower()
        is_between = token.is_space or token.text in QUOTES or ORDINAL.fullmatch(token.text)
        adjectives += is_adjective
        if adjectives > MOST_ADJECTIVES or not (is_adjective or is_between):
            return str(token.lower_)
    return ""


def _missing_article(span: Span, noun: Token) -> str | None:
    """Return the article that the endings of a name tell where none stands right before it.

    "tritt Deutschem Städtetag bei", "der aus der Taufe gehobenen Deutschen Gesellschaft", "des
    2011 in Aue gegründeten Instituts", "Rheinischen oder Deutschen Hansebundes".
    """
    first = span[0]
    has_adjective = first.i < noun.i and is_name_adjective(first)
    if has_adjective and DATIVE.search(first.text):
        return "dem"
    before = span.doc[first.i - 1] if first.i else None
    is_weak = has_adjective and first.text.endswith("en")
    is_behind_weak = before is not None and before.pos_ == "ADJ" and before.lower_.endswith("en")
    if not (is_weak or is_behind_weak) or organisation_kind(noun.text) is None:
        return None
    if GENITIVE_ENDING.search(noun.text) and "Fem" not in noun.morph.get("Gender", []):
        return "des"
    is_woman = noun.morph.get("Gender", []) == ["Fem"] and "Sing" in noun.morph.get("Number", [])
    return "der" if is_woman and is_weak else None


def _is_weak(span: Span, noun: Token) -> bool:
    """Tell whether all adjectives before a name's noun end in a mere -e: "Deutsche Rote Kreuz"."""
    adjectives = [t for t in span[: max(0, noun.i - span.start)] if is_name_adjective(t)]
    return bool(adjectives) and all(t.text.endswith("e") for t in adjectives)


def _head_noun(span: Span, article: str) -> Token | None:
    """Return the noun that a name's case shows on; "Industrie-" leaves that to its partner.

    Written apart, the last one shows it: "des Deutschen Ruder Verbandes".
    """
    noun = _first_noun(span)
    if noun is None or article not in GENITIVE_ARTICLES or noun.i + 1 >= span.end:
        return noun
    behind = span.doc[noun.i + 1]
    shows_it = GENITIVE_ENDING.search(behind.text) and not GENITIVE_ENDING.search(noun.text)
    return behind if shows_it and organisation_kind(behind.text) else noun


def _first_noun(span: Span) -> Token | None:
    for token in span:
        is_whole = token.text[:1].isupper() and not token.text.endswith("-")
        is_noun = is_whole and token.pos_ in ("NOUN", "PROPN")
        is_before_noun = token.i + 1 < span.end and span.doc[token.i + 1].text[:1].isupper()
        if is_noun and not (is_name_adjective(token) and is_before_noun):
            return token
    return None


def is_name_adjective(token: Token) -> bool:
    """Tell an inflected adjective; in "den Green Slam" the tag alone says so, not the lemma.

    In small letters ("bayerischen Landtags") only where the tagger says so too.
    """
    is_formed = ADJECTIVE.fullmatch(token.text) is not None
    if not token.text[:1].isupper():
        return token.pos_ == "ADJ" and is_formed
    return is_formed or (token.pos_ == "ADJ" and token.lemma_ != token.text)


def _gender(noun: Token, bare: str, article: str) -> str:
    if _is_plural(noun, article):
        return "Plur"
    if article in FEMININE:
        return "Fem"
    if article == "den":
        return "Masc"
    if article not in GENITIVE_ARTICLES | NO_FEMININE:
        return "".join(noun.morph.get("Gender", []))
    return "Neut" if bare.casefold().endswith(_neuter_nouns()) else "Masc"


def _is_plural(noun: Token, article: str) -> bool:
    """Tell a plural; taggers take "in den Arbeitskreis" and "des Städtetages" for one as well."""
    if article in GENITIVE_ARTICLES | NO_FEMININE or "Plur" not in noun.morph.get("Number", []):
        return False
    is_bare = noun.text.lower().endswith(organisation_noun(noun.text) or " ")  # "den Verein"
    return article != "den" or (not is_bare and DATIVE_PLURAL.search(noun.text) is not None)


def _without_genitive(noun: Token, article: str) -> str:
    text, lemma = str(noun.text), str(noun.lemma_)
    if article in GENITIVE_ARTICLES and not text.isupper():
        return GENITIVE_ENDING.sub("", text)
    if "Plur" in noun.morph.get("Number", []):
        return text  # "der Olympischen Spiele" are many
    is_ending = text in (f"{lemma}s", f"{lemma}es")
    if "Gen" in noun.morph.get("Case", []) and noun.pos_ == "NOUN" and is_ending:
        return lemma
    return text


def _adjective(text: str, gender: str) -> str:
    """Return the adjective behind an article in the nominative; "der Urner Regierung" stays."""
    if gender == "Plur":
        return re.sub(r"en$", "e", text)  # "der Olympischen Spiele"
    return text if text.endswith("er") else strong_nominative(text, gender)


def strong_nominative(adjective: str, gender: str) -> str:
    """Return an adjective in the strong nominative singular: Deutschen (Masc) -> Deutscher."""
    ending = {"Masc": "er", "Fem": "e", "Neut": "es"}.get(gender)
    return adjective if ending is None else re.sub(r"e[nrsm]?$", ending, adjective)


@cache
def _neuter_nouns() -> tuple[str, ...]:
    return tuple(noun.casefold() for (noun,) in load_tsv("neuter_nouns", ["noun"]))
