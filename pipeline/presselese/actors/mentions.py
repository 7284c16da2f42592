"""Names on the Doc: the German pipeline's entities with their borders mended, and the names that
it cannot see because they are parts of words ("DIHK-Präsident", "Chinareise").

Reads `doc.ents`, tags and morphology; leaves grouping to `linking.entities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.name_agreement import agreed
from presselese.actors.name_case import decline, is_name_adjective
from presselese.actors.name_edges import behind_office, whole_name, with_bracketed, without_glue
from presselese.actors.organisation_nouns import is_organisation_noun, organisation_kind
from presselese.actors.place_edges import place_borders
from presselese.actors.places import Gazetteer
from presselese.actors.role_nouns import RoleNouns
from presselese.actors.shared_nouns import share_nouns
from presselese.linking.mentions import Mention, NameLabel, is_acronym
from presselese.resources.doc_fields import text_of
from presselese.resources.legal_forms import legal_forms
from presselese.resources.titles import degrees_behind

# Labels of the pipelines that may stand in the seat; GPE: pipelines trained on OntoNotes style.
LABELS: Final[dict[str, NameLabel]] = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
}
TITLE: Final = re.compile(
    r"(?:Dr|Prof|Dipl|Ing|Mag|DI|Univ|PD|Dres|med|phil|jur|rer|nat|pol|oec|h|c|Herr|Herrn|Frau|"
    r"Familie|Dr\.-Ing|Dipl\.-[A-Z]\w+|MdB|MdL|MdEP|Sir|S\.E|I\.E)\.?(?:-\w+\.)?"
)
OF_A_PLACE: Final = re.compile(r"\w+(?:er|isch(?:e[nrsm]?)?)")
EDGE: Final = "\"'„“”‚‘’»«›‹,;:!?–—-•|/*·…"
PAIRED_QUOTES: Final = tuple('"„“”»«')  # not those that may be an apostrophe
NAME_EDGE: Final = "".join(letter for letter in EDGE if letter not in PAIRED_QUOTES) + " "
# The full stop of the sentence behind a name that ends in one word with it: "Muster GmbH.".
SENTENCE_DOT: Final = re.compile(r"(?:\b(?:g?GmbH|mbH|AG|KG|KGaA|SE|eG|OHG|UG|GbR)|\d|\.)\.$")
# Parts of a word that make its first part a name's place: China-Reise, Israelreise, USA-Delegation.
TRAVEL_COMPOUND: Final = re.compile(
    r"-?(?:[Rr]eisen?|[Dd]elegation(?:en|sreise)?|[Bb]esuch(?:s|es)?|[Tt]rip|[Tt]our|"
    r"[Aa]ufenthalte?s?|[Gg]eschäfts?|[Ww]irtschaftsreise|[Mm]ission)"
)

# "FairHandel-Vorsitzende": a capital inside a word is a name's.
HUMPED: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+[A-ZÄÖÜ]\w+")

# A town with the river, hills or land that it lies by, shortened; taggers cut it in two.
TOWN_WITH_RIVER: Final = re.compile(
    r"[A-ZÄÖÜ]\w{2,}(?:[ -][A-ZÄÖÜ]\w{2,})? "
    r"(?:[aio]\. ?d\.|[aiv]\.) ?[A-ZÄÖÜ]\w+(?:(?<=Pf|PF|lg)\.)?"
)


def find_mentions(doc: Doc, gazetteer: Gazetteer, roles: RoleNouns) -> list[Mention]:
    """Return the names of people, organisations and places in a Doc, in text order, disjoint."""
    found: list[Mention] = []
    taken: set[int] = set()
    for span in _mended_entities(doc, gazetteer, roles):
        label = _label(span, gazetteer)
        inside = list(_inside_word(span[0], gazetteer, roles)) if _is_compound(span, label) else []
        found.extend(inside or without_glue(_mention(span, label, gazetteer), roles))
        taken.update(range(span.start, span.end))
    for span in _unseen_organisations(doc, taken):
        found.append(_mention(span, "ORG", gazetteer))
        taken.update(range(span.start, span.end))
    for token in doc:
        if token.i not in taken:
            found.extend(_inside_word(token, gazetteer, roles))
    ordered = sorted(found, key=lambda mention: mention.start_char)
    return share_nouns(doc, agreed(ordered, gazetteer, roles), gazetteer)


def _is_compound(span: Span, label: NameLabel) -> bool:
    """Tell "Tunesien-Reise", which names Tunesien, whatever the tagger takes it for."""
    return label == "LOC" and len(span) == 1 and "-" in span.text.strip("-")


# Prepositions that stand before places: a known town behind them is one, whatever the tagger says.
PLACE_PREPOSITIONS: Final = frozenset({"nach", "in", "aus", "bei", "von"})


def _label(span: Span, gazetteer: Gazetteer) -> NameLabel:
    """Return what a name is; "nach Astana und Almaty" are places even if tagged as companies."""
    label = LABELS[span.label_]
    if label == "LOC" or gazetteer.kind(gazetteer.base_form(span.text)) is None:
        return label
    before = span.doc[max(0, span.start - 3) : span.start]
    words = [token.lower_ for token in before]
    listed = words[-2:-1] and words[-1] in (",", "und", "sowie")
    if words and (words[-1] in PLACE_PREPOSITIONS - {"bei", "von"}):
        return "LOC"
    return "LOC" if listed and len(words) == 3 and words[0] in ("nach", "in", "aus") else label


def _mended_entities(doc: Doc, gazetteer: Gazetteer, roles: RoleNouns) -> Iterator[Span]:
    end = 0
    towns = {match.start(): match.end() for match in TOWN_WITH_RIVER.finditer(text_of(doc))}
    for entity in with_bracketed(doc.ents):
        if entity.label_ not in LABELS:
            continue
        for part in _before_and_in_brackets(entity):
            span = _whole_town(part, towns) or _grown(_trimmed(part, gazetteer, roles), end)
            span = _with_both_quotes(whole_name(span, gazetteer)) if span is not None else None
            if span is not None and span.start >= end:
                end = span.end
                yield span


def _before_and_in_brackets(span: Span) -> list[Span]:
    """Part "Bündnis Naturstadt (Natbü" where the bracket's end was left out of the name."""
    opening = [token.i for token in span if token.text == "("]
    if not opening or any(token.text == ")" for token in span):
        return [span]
    parts = (span.start, opening[-1]), (opening[-1] + 1, span.end)
    return [Span(span.doc, *part, label=span.label_) for part in parts if part[0] < part[1]]


def _trimmed(span: Span, gazetteer: Gazetteer, roles: RoleNouns) -> Span | None:
    """Cut articles, titles, roles ("Oberbürgermeister Kurz") and punctuation off a name's edges."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and (_is_edge(doc[start]) or _is_outside(doc[start], span.label_, roles)):
        start += 1
    while start < end and (_is_edge(doc[end - 1]) or _is_degree(doc[end - 1], span.label_)):
        end -= 1
    if LABELS[span.label_] == "LOC":
        start, end = place_borders(doc, start, end, gazetteer)
    elif LABELS[span.label_] == "ORG":
        start = behind_office(doc, start, end, roles)
    if start >= end or not any(token.text[0].isalpha() for token in doc[start:end]):
        return None
    if any("@" in token.text for token in doc[start:end]):
        return None  # an address, not the name in it
    if LABELS[span.label_] == "LOC" and all(_is_adjective(t) for t in doc[start:end]):
        return None  # "deutschen", "Berliner" Firma: no name, whatever the tagger says
    bare = [token.text for token in doc[start:end] if token.text not in legal_forms()]
    if LABELS[span.label_] == "ORG" and len(bare) == 1 and is_organisation_noun(bare[0]):
        return None  # "der Verein", "ein Verein e.V.": a common noun, whatever the tagger says
    return Span(doc, start, end, label=span.label_)


def _is_edge(token: Token) -> bool:
    return token.is_space or all(letter in EDGE for letter in token.text)


def _is_adjective(token: Token) -> bool:
    """Tell an adjective: in small letters, or "Berliner", "Bayerische" right before its noun."""
    if token.pos_ != "ADJ" or token.text.islower():
        return token.pos_ == "ADJ"
    is_last = token.i + 1 == len(token.doc)
    return bool(OF_A_PLACE.fullmatch(token.text)) and not is_last and token.nbor().pos_ == "NOUN"


def _is_degree(token: Token, label: str) -> bool:
    """Tell what may stand behind a person's name: "Ulrike Seifarth MdL"."""
    return LABELS[label] == "PER" and token.text in degrees_behind()


def _is_outside(token: Token, label: str, roles: RoleNouns) -> bool:
    if token.pos_ in ("DET", "ADP") and token.text.islower():
        return True
    is_person = LABELS[label] == "PER"
    return is_person and bool(TITLE.fullmatch(token.text) or roles.base(token.text))


def _whole_town(span: Span, towns: Mapping[int, int]) -> Span | None:
    """Return "Neustadt a.d. Aisch" for "Neustadt", "Neustadt a.d", and for a like organisation."""
    end = towns.get(span.start_char)
    if end is None or LABELS[span.label_] == "PER":
        return None
    is_body = organisation_kind(span[0].text) is not None  # "Imkerverband Neustadt a.d. Aisch"
    label = "ORG" if is_body else "LOC"
    whole = span.doc.char_span(span.start_char, end, label=label, alignment_mode="expand")
    return whole if whole is not None and whole.end >= span.end else None


def _grown(span: Span | None, floor: int) -> Span | None:
    """Take in the legal form that stands right behind an organisation's name."""
    if span is None or LABELS[span.label_] != "ORG":
        return span
    doc = span.doc
    for length in (6, 5, 4, 3, 2, 1):
        tail = doc[span.end : span.end + length]
        if len(tail) == length and tail.text in legal_forms():
            return Span(doc, max(span.start, floor), span.end + length, label=span.label_)
    return span


def _with_both_quotes(span: Span) -> Span:
    """Take in the quote at an edge whose partner stands inside: 'Gasthof „Linde“'."""
    doc = span.doc
    if sum(token.text in PAIRED_QUOTES for token in span) % 2 == 0:
        return span
    if span.end < len(doc) and doc[span.end].text in PAIRED_QUOTES:
        return Span(doc, span.start, span.end + 1, label=span.label_)
    if span.start and doc[span.start - 1].text in PAIRED_QUOTES:
        return Span(doc, span.start - 1, span.end, label=span.label_)
    return span


# How far behind "für" the noun of a purpose may stand: "für den gewerblichen Mittelstand".
PURPOSE_REACH: Final = 3
DEFINITE: Final = frozenset({"der", "die", "das", "dem", "des"})


def _unseen_organisations(doc: Doc, taken: set[int]) -> Iterator[Span]:
    """Yield organisation names that the tagger overlooked but German spelling gives away.

    A capitalised adjective inside a sentence is part of a name ("Chinesisch-Deutsche
    Industriestädteallianz"), and so is a noun with its acronym in brackets ("Ladeverbund (LV)"),
    and a compound that says what for: "die Hochschulallianz für den Mittelstand".
    """
    for token in doc:
        if (
            token.i in taken
            or token.pos_ not in ("NOUN", "PROPN")
            or not organisation_kind(token.text)
        ):
            continue
        start = token.i
        while start and _is_capital_adjective(doc[start - 1]) and start - 1 not in taken:
            start -= 1
        has_acronym = (
            token.i + 3 < len(doc)
            and doc[token.i + 1].text == "("
            and doc[token.i + 3].text == ")"
            and is_acronym(doc[token.i + 2].text)
        )
        end = _end_of_purpose(token)
        if start < token.i or has_acronym or end > token.i + 1:
            yield Span(doc, start, end, label="ORG")


def _end_of_purpose(noun: Token) -> int:
    """Return the index behind "für den Mittelstand" that a known network's name ends in.

    Only of compounds: "der Verein für Heimatpflege" may be any, and is often none by name.
    """
    doc, end = noun.doc, noun.i + 1
    is_network = organisation_kind(noun.text) in ("network", "association")
    if (
        not is_network
        or is_organisation_noun(noun.text)
        or not noun.i
        or doc[noun.i - 1].lower_ not in DEFINITE
        or doc[end : end + 1].text != "für"
    ):
        return end
    for word in doc[end + 1 : end + 1 + PURPOSE_REACH]:
        if word.pos_ == "NOUN":
            return int(word.i) + 1
        if word.pos_ not in ("DET", "ADJ"):
            break
    return end


def _is_capital_adjective(token: Token) -> bool:
    """Tell "Europäische" in a name from "europäische", and from "Berliner", capitalised always."""
    return (
        token.pos_ == "ADJ"
        and token.text[:1].isupper()
        and not token.is_sent_start
        and not token.text.isupper()
        and re.search(r"(?:e|en|em|es|her|cher|aler)$", token.text) is not None
        and "@" not in token.text
    )


def _mention(span: Span, label: NameLabel, gazetteer: Gazetteer) -> Mention:
    name = base_form(span, label, gazetteer)
    if label != "ORG" or SENTENCE_DOT.search(span.text) is None:
        return Mention(label, span.start_char, span.end_char, span.text, name)
    end = span.end_char - 1
    return Mention(label, span.start_char, end, span.text[:-1], name.removesuffix("."))


def base_form(span: Span, label: NameLabel, gazetteer: Gazetteer) -> str:
    """Return a name in the nominative, on one line.

    "des Deutschen Städtetages" gives "Deutscher Städtetag", "Chinas" gives "China". What the
    morphology does not tell stays as written.
    """
    if label == "LOC" and len(span) == 1:
        return gazetteer.base_form(_without_genitive(span[0]).rstrip("-"))
    known = gazetteer.base_form(span.text) if label == "LOC" else None
    if known is not None and gazetteer.kind(known) is not None:
        return known  # "Vereinigten Staaten"
    pieces = [token.text + (" " if token.whitespace_ else "") for token in span]
    if label == "ORG" or (label == "LOC" and is_name_adjective(span[0])):
        decline(span, pieces)
    elif label == "PER" and "Gen" in span[-1].morph.get("Case", []):
        pieces[-1] = re.sub(r"(?<=[^\W\dsxzß])s$", "", pieces[-1].strip())
    name = " ".join("".join(pieces).split()).strip(NAME_EDGE)
    return gazetteer.base_form(name) if label == "LOC" else name


def _without_genitive(token: Token) -> str:
    """Return "Rhein-Sieg-Kreis" for "des Rhein-Sieg-Kreises": the article shows the genitive."""
    text = str(token.text)
    if not token.i or token.nbor(-1).lower_ not in ("des", "eines"):
        return text
    return re.sub(r"(?<=s)es$|(?<=land)es$|(?<=[^s])s$", "", text)


def _is_spelt_as_name(word: str) -> bool:
    return is_acronym(word) or HUMPED.fullmatch(word) is not None


def _inside_word(token: Token, gazetteer: Gazetteer, roles: RoleNouns) -> Iterator[Mention]:
    """Yield the name inside a compound, or a country's name that the tagger overlooked."""
    text = token.text
    if len(text) < 3 or not text[0].isupper():
        return
    if gazetteer.is_sure_name(text) and token.pos_ in ("PROPN", "NOUN", "X", ""):
        yield Mention("LOC", token.idx, token.idx + len(text), text, gazetteer.base_form(text))
        return
    first, hyphen, rest = text.partition("-")
    if hyphen and len(first) >= 2 and rest:
        place = gazetteer.base_form(first)
        if gazetteer.country_code(place) is not None and TRAVEL_COMPOUND.fullmatch(rest):
            yield Mention("LOC", token.idx, token.idx + len(first), first, place)
        elif _is_spelt_as_name(first) and (roles.base(rest) or rest.startswith("Mitglied")):
            yield Mention("ORG", token.idx, token.idx + len(first), first, first)
        return
    for place in gazetteer.sure_prefixes(text):
        if TRAVEL_COMPOUND.fullmatch(text[len(place) :]):
            yield Mention("LOC", token.idx, token.idx + len(place), place, place)
            return
