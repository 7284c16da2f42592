"""Where a name begins and ends, where the tagger cut it short or left the page's glue on it.

"Verein für" goes on with its noun, "Evangelische Kirche" with its land; "AktuellesPresseHochschule
Aue" stands behind a menu, and in "Nordlicht-Geschäftsführer" the name is the first part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.places import Gazetteer
from presselese.actors.role_nouns import RoleNouns
from presselese.linking.mentions import Mention, is_acronym
from presselese.resources.titles import degrees_behind

# How far behind "für" or "und" the noun may stand that ends the name: "für die ältere Musik".
REACH: Final = 3
ARTICLES: Final = frozenset("der die das den dem des".split())
INFLECTED: Final = ("e", "en", "er", "es", "em")
KINDS_OF_PLACE: Final = frozenset("Stadt Gemeinde Region Landkreis Kreis Kanton".split())
LANDS: Final = ("deutschland", "europa", "afrika", "asien", "amerika")
HUMP: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}")
# More humps than a name has ("BürgerEnergieGenossenschaft") are the links of a page's menu.
MENU_HUMPS: Final = 4
MENU: Final = ("Startseite", "Aktuelles", "Nachrichten", "Presse", "Menü", "Kontakt")
MOST_RANK_LETTERS: Final = 3

# Offices whose field follows: "Bundesministerin für Wirtschaft" is nobody's name.
OFFICE: Final = re.compile(
    r"\w*(?:minister|senator|dekan|sekretär|referent|leiter|direktor|botschafter|kommissar)"
    r"(?:in|s|n)?|\w*beauftragten?",
    re.IGNORECASE,
)


def with_bracketed(entities: Sequence[Span]) -> Iterator[Span]:
    """Yield entities, the whole "Verein Nord (VN) Aue" where the tagger cut it at the bracket."""
    waiting: Span | None = None
    for entity in entities:
        if waiting is not None and _goes_on_in_bracket(waiting, entity):
            entity = Span(entity.doc, waiting.start, entity.end, label=waiting.label_)
        elif waiting is not None:
            yield waiting
        waiting = entity
    if waiting is not None:
        yield waiting


def _goes_on_in_bracket(first: Span, second: Span) -> bool:
    """Tell "VN) Aue" behind "Verein Nord (": an acronym, its bracket's end, more of the name."""
    is_open = second.start == first.end + 1 and first.doc[first.end].text == "("
    is_cut = len(second) > 2 and second[1].text == ")" and is_acronym(second[0].text)
    return is_open and is_cut and first.label_ == second.label_ == "ORG"


def behind_office(doc: Doc, start: int, end: int, roles: RoleNouns) -> int:
    """Return where the body begins in "Kanzler Hochschule Aue"; the end where none does.

    An office is no body: "Bundesminister für Wirtschaft", "COO", "MdB".
    """
    first = doc[start].text if start < end else ""
    if end - start == 1:
        is_office = first in degrees_behind() or (is_acronym(first) and bool(roles.base(first)))
        return end if is_office else start
    if not first or not roles.base(first) or organisation_kind(first) is not None:
        return start
    if organisation_kind(doc[start + 1].text) is not None:
        return start + 1
    return end if doc[start + 1].text == "für" and OFFICE.fullmatch(first) else start


def whole_name(span: Span, gazetteer: Gazetteer) -> Span:
    """Return an organisation's name with the words that it lacks, without a loose end."""
    if span.label_ != "ORG":
        return span
    while len(span) > 1 and (_is_loose(span[-1]) or _is_attribute(span[-1])):
        end = _end_of_phrase(span)
        if end is not None:
            return Span(span.doc, span.start, end, label=span.label_)
        if not _is_loose(span[-1]):
            break
        span = Span(span.doc, span.start, span.end - 1, label=span.label_)
    return _with_land(span, gazetteer)


def _is_loose(token: Token) -> bool:
    """Tell a word that no name ends in: "für", "und", "der", "größer"; but "Bühne für alle"."""
    is_particle = token.pos_ in ("ADP", "CCONJ") or "Cmp" in token.morph.get("Degree", [])
    return token.text in ARTICLES or (token.text.islower() and is_particle)


def _is_attribute(token: Token) -> bool:
    """Tell an adjective that its noun must follow; but "Aue aktiv"."""
    return token.text.islower() and token.pos_ == "ADJ" and token.text.endswith(INFLECTED)


def _end_of_phrase(span: Span) -> int | None:
    """Return the index behind the noun that a loose end leads to, None where it leads to none."""
    for token in span.doc[span.end : span.end + REACH]:
        if token.ent_type_:
            return None
        if token.pos_ == "NOUN":
            return _behind_its_place(token)
        if token.pos_ not in ("DET", "ADJ") and not token.is_space:
            return None
    return None


def _behind_its_place(noun: Token) -> int:
    """Return the index behind a noun, with its name where it is a town: "der Stadt Aue"."""
    end = int(noun.i) + 1
    if noun.text in KINDS_OF_PLACE:
        while end < len(noun.doc) and noun.doc[end].ent_type_ in ("LOC", "GPE"):
            end += 1
    return end


def _with_land(span: Span, gazetteer: Gazetteer) -> Span:
    """Take in the land of a church: "Evangelische Kirche in Deutschland"; not a town's."""
    doc, end = span.doc, span.end
    is_church = len(span) > 1 and re.fullmatch(r"Kirchen?", span[-1].text)
    if not is_church or end + 1 >= len(doc) or doc[end].text != "in":
        return span
    land = doc[end + 1].text
    is_land = gazetteer.kind(land) in ("country", "region") or land.lower().endswith(LANDS)
    return Span(doc, span.start, end + 2, label=span.label_) if is_land else span


def without_glue(mention: Mention, roles: RoleNouns) -> list[Mention]:
    """Return the names in a mention: without a menu's links, an open bracket, a role behind it."""
    found = _behind_menu(mention)
    if found is None:
        return []
    first, bracket, rest = found.text.partition("(")
    if bracket and ")" not in rest and first.strip() and found.label == "ORG":
        return _around_bracket(found, first, rest)
    first, hyphen, rest = found.text.rpartition("-")
    is_role = bool(roles.base(rest)) and organisation_kind(rest) is None  # "Beirat" is a body
    if found.label == "ORG" and hyphen and " " not in found.text and is_role:
        end = found.start_char + len(first)
        return [replace(found, text=first, name=first, end_char=end)] if len(first) > 1 else []
    return [found]


def _around_bracket(mention: Mention, first: str, rest: str) -> list[Mention]:
    """Part "Nordlicht eG(NLG" in the name and its acronym."""
    long = first.rstrip()
    name, start = mention.name.partition("(")[0].rstrip(), mention.start_char
    parts = [replace(mention, text=long, name=name, end_char=start + len(long))]
    if is_acronym(rest):
        start += len(first) + 1
        parts.append(Mention(mention.label, start, mention.end_char, rest, rest))
    return parts


def _behind_menu(mention: Mention) -> Mention | None:
    """Cut a menu's links off a name: "AktuellesPresseHochschule Aue"; None if nothing is left."""
    word, space, rest = mention.text.partition(" ")
    humps = HUMP.findall(word)
    is_menu = len(humps) >= MENU_HUMPS or (len(humps) > 1 and humps[0] in MENU)
    if not is_menu or "".join(humps) != word:
        return mention
    if not rest or not organisation_kind(humps[-1]):
        return None
    cut = len(word) - len(humps[-1])
    text, start = mention.text[cut:], mention.start_char + cut
    return replace(mention, text=text, name=f"{humps[-1]}{space}{rest}", start_char=start)


def without_rank(mention: Mention, surnames: set[str], roles: RoleNouns) -> Mention:
    """Cut the rank off a person's surname that the text tells in full: "OB Roth", "LH Roth".

    "Ministerin Roth" is a person, whatever the tagger says.
    """
    rank, _, surname = mention.text.partition(" ")
    is_rank = rank.isupper() and rank.isalpha() and 1 < len(rank) <= MOST_RANK_LETTERS
    is_rank = is_rank or bool(roles.base(rank))
    if mention.label == "LOC" or not is_rank or surname not in surnames:
        return mention
    start = mention.end_char - len(surname)
    return Mention("PER", start, mention.end_char, surname, surname)
