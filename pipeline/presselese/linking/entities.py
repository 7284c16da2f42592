"""From names to entities: which mentions mean the same person, organisation or place.

Pure functions over `Mention`s in text order. What a person does and where a place lies is added
elsewhere; phrases such as "die Allianz" are resolved in `linking.coreference`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from presselese.linking.coreference import NETWORK_NOUNS
from presselese.linking.districts import bare_name
from presselese.linking.mentions import (
    QUOTES,
    Mention,
    begins_with_letters_of,
    is_abbreviated,
    is_acronym,
    is_clipped,
    is_surname,
    key,
    spells,
    words,
)
from presselese.linking.naming import noun_before
from presselese.linking.variants import is_variant
from presselese.resources.legal_forms import legal_form_of
from presselese.resources.parties import is_party

# "Wirtschaftsförderung Nordmark GmbH (WFN)": at most a quote and " (" may stand between name and
# acronym.
ACRONYM_GAP = 3
# Behind the name in brackets: nothing more, or its acronym.
CLOSING = re.compile(r"(?:, [A-ZÄÖÜ]{2,}\w*)?\)")
MOST_CLUB_LETTERS = 4  # "SV", "TSV"; "FCSV"
# Shorter words end too many others: "Bund" ends "Verbund".
SHORTEST_HEAD_NOUN = 6


@dataclass(slots=True)
class Entity:
    """One person, organisation or place: its mentions, fullest name first among equals."""

    mentions: list[Mention] = field(default_factory=list)
    paraphrases: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The fullest name: most words; among its forms the uninflected one, not in capitals.

        At the end of a sentence the stop of "Nordlicht e.V." is often left to the sentence.
        """
        told = [mention.name for mention in self.mentions]
        fullest = max(
            [name for name in told if name not in self.paraphrases] or told,
            key=lambda name: (
                len(key(name)),
                not is_acronym(name.split()[0]),
                len(words(name)),
                not name.split()[0].endswith("er"),  # "Wehr Aue" before "Auer Wehr"
            ),
        )
        alike = [m.name for m in self.mentions if key(m.name) == key(fullest)]
        same_length = [name for name in alike if len(words(name)) == len(words(fullest))]
        # "Rhein-Sieg-Kreis" before "Rhein-Sieg-Kreises" and "RHEIN-SIEG-KREIS".
        return min(
            same_length,
            key=lambda name: (
                is_abbreviated(name),
                name.isupper() and len(name) > 5,
                len(name.rstrip(".")),
                not name.endswith("."),
            ),
        )

    @property
    def aliases(self) -> list[str]:
        """All other names in the text, sorted."""
        return sorted({mention.name for mention in self.mentions} - {self.name})


def link_people(mentions: Iterable[Mention]) -> list[Entity]:
    """Group people: a surname alone ("Roth", "Roth-Ahlers", "von Roth") means who is called so.

    Where two full names share a surname ("Anna Roth", "Kai Roth"), the last one named before the
    short form is meant; a short form before any full name takes the only one that fits.
    """
    ordered = sorted(mentions, key=lambda mention: mention.start_char)
    full = _group([mention for mention in ordered if not is_surname(mention.name)], key)
    entities = list(full)
    for mention in (mention for mention in ordered if is_surname(mention.name)):
        fitting = [entity for entity in entities if _is_surname_of(mention, entity)]
        before = [e for e in fitting if e.mentions[0].start_char < mention.start_char]
        if before:
            max(before, key=lambda e: _last_before(e, mention)).mentions.append(mention)
        elif len(fitting) == 1:
            fitting[0].mentions.append(mention)
        else:
            entities.append(Entity([mention]))
    _join_given_names(entities)
    _join_initials(entities)
    return _in_text_order(entities)


def _join_given_names(entities: list[Entity]) -> None:
    """Join "Svetlana" to "Svetlana Roth", the only one of that name, where no surname is so."""
    for entity in [e for e in entities if len(e.name.split()) == 1]:
        fitting = [
            other
            for other in entities
            if other is not entity and other.name.split()[0] == entity.name and " " in other.name
        ]
        if len(fitting) == 1:
            _merge(entities, fitting[0], entity)


def _join_initials(entities: list[Entity]) -> None:
    """Join "S. Roth" to "Svetlana Roth", the only one of that surname and first letter."""
    for entity in list(entities):
        first, *middle, last = entity.name.split() if " " in entity.name else ("", "")
        if len(first) != len("S.") or not first.endswith(".") or middle:
            continue
        fitting = [
            other
            for other in entities
            if other is not entity
            and other.name.split()[-1] == last
            and other.name[0] == first[0]
            and " " in other.name
        ]
        if len(fitting) == 1:
            _merge(entities, fitting[0], entity)


def link_organisations(mentions: Iterable[Mention], text: str) -> list[Entity]:
    """Group organisations by name, by acronym in brackets, and by a short form that fits one.

    Short forms: the last part of one compound name ("Allianz"), or the first words of exactly one
    longer name ("Zwilling" for "Zwilling J. A. Henckels AG", "IHK" for "IHK Zwickau" where no
    second IHK is named).
    """
    ordered = sorted(mentions, key=lambda mention: mention.start_char)
    entities = _group(ordered, key)
    _join_bracketed_acronyms(entities, ordered, text)
    _join_acronyms(entities)
    _join_introduced(entities, text)
    _join_abbreviated(entities)
    _join_variants(entities)
    _join_short_forms(entities)
    _join_head_nouns(entities)
    return _in_text_order(entities)


def link_places(
    mentions: Iterable[Mention],
    country_of: Mapping[str, str],
    paraphrases: frozenset[str] = frozenset(),
    towns: frozenset[str] = frozenset(),
) -> list[Entity]:
    """Group places by name; names of one country ("USA", "Vereinigte Staaten") are one.

    `paraphrases` ("Reich der Mitte") are no country's name where another stands in the text. A
    district is its bare name ("Kanton Uri", "Uri") unless that is also one of the known `towns`.
    """
    ordered = sorted(mentions, key=lambda mention: mention.start_char)

    def place_key(name: str) -> tuple[str, ...]:
        bare = bare_name(name)
        code = country_of.get(name)
        if code:
            return ("country", code)
        return ("district", *key(bare)) if bare != name and bare in towns else key(bare)

    found = _in_text_order(_group(ordered, place_key))
    for place in found:
        place.paraphrases = paraphrases
    return found


def _group(mentions: Sequence[Mention], key_of: Callable[[str], tuple[str, ...]]) -> list[Entity]:
    groups: dict[tuple[str, ...], Entity] = {}
    for mention in mentions:
        group = key_of(mention.name)
        groups.setdefault(group, Entity()).mentions.append(mention)
    return list(groups.values())


def _is_surname_of(mention: Mention, entity: Entity) -> bool:
    *_, surname = mention.name.casefold().split()
    *_, last = entity.name.casefold().split()
    return surname in (last, last + "s") or (surname.endswith("'") and surname[:-1] == last)


def _last_before(entity: Entity, mention: Mention) -> int:
    return max(m.start_char for m in entity.mentions if m.start_char < mention.start_char)


def _join_bracketed_acronyms(entities: list[Entity], ordered: list[Mention], text: str) -> None:
    home = {id(m): entity for entity in entities for m in entity.mentions}
    for long, short in pairwise(ordered):
        between = text[long.end_char : short.start_char]
        is_bracketed = len(between) <= ACRONYM_GAP and between.strip(f" {QUOTES}") == "("
        closes = CLOSING.match(text, short.end_char) is not None
        first, second = home[id(long)], home[id(short)]
        if (
            is_bracketed
            and closes
            and first is not second
            and _is_other_name(short.name, long.name)
        ):
            _merge(entities, first, second)
            home.update({id(m): first for m in second.mentions})


def _is_other_name(bracketed: str, name: str) -> bool:
    """Tell "DIHK", "Rege" and "Net-Zero Alliance" behind a name from a part of it or a party.

    An acronym before words ("FH Aue") may stand for the end of the name alone, and words behind
    one word ("MEDPAY") explain it.
    """
    if is_acronym(bracketed) or is_clipped(bracketed, name):
        return True
    are_names = all(len(words(n)) > 1 and not is_acronym(n.split()[0]) for n in (name, bracketed))
    return are_names and not is_party(bracketed)


def _join_acronyms(entities: list[Entity]) -> None:
    for entity in [e for e in entities if is_acronym(e.name)]:
        fitting = [
            other
            for other in entities
            if other is not entity
            and len(words(other.name)) >= 2
            and spells(entity.name, other.name)
            and words(other.name)[0] != words(entity.name)[0]
        ]
        if len(fitting) == 1 and len(entity.name) >= 3:
            _merge(entities, fitting[0], entity)


def _join_introduced(entities: list[Entity], text: str) -> None:
    """Join "Allianz UAS7", "UAS7-Bündnis" and "HV UAS7" to "UAS7": a name with what it is.

    'Das Netzwerk „Gute Arbeit“' and 'das Bündnis „Gute Arbeit“' stay two.
    """
    for entity in list(entities):
        core = _core_of(entity.name)
        fitting = [other for other in entities if other is not entity and key(other.name) == core]
        if len(fitting) == 1 and not _is_introduced_otherwise(fitting[0], entity, text):
            _merge(entities, fitting[0], entity)


def _is_introduced_otherwise(bare: Entity, entity: Entity, text: str) -> bool:
    """Tell whether a network noun before a bare name is another than the one before the entity."""
    for mention in bare.mentions:
        noun = (noun_before(text, mention.start_char) or "").casefold()
        forms = [noun.removesuffix(ending) for ending in ("", "s", "es", "ses")]
        kinds = [form for form in forms if NETWORK_NOUNS.search(form)]
        if kinds and not any(entity.name.casefold().startswith(kind) for kind in kinds):
            return True
    return False


def _core_of(name: str) -> tuple[str, ...] | None:
    """Return the key of a name without the noun or club's letters that say what bears it."""
    first, _, rest = name.partition(" ")
    if rest and (NETWORK_NOUNS.fullmatch(first.casefold()) or _are_club_letters(first)):
        return key(rest)
    before, _, noun = name.rpartition("-")
    return key(before) if before and NETWORK_NOUNS.fullmatch(noun.casefold()) else None


def _are_club_letters(word: str) -> bool:
    """Tell "SV", "TSV", "FC" before a club's name."""
    return word.isupper() and word.isalpha() and len(word) <= MOST_CLUB_LETTERS


def _join_abbreviated(entities: list[Entity]) -> None:
    """Join "FH Lausitztal" to "Fachhochschule Lausitztal": an acronym before the same words."""
    for entity in [e for e in entities if is_acronym(e.name.split()[0])]:
        acronym, *rest = entity.name.split()
        own = key(" ".join(rest)) if rest else ()
        fitting = [
            other
            for other in entities
            if other is not entity
            and own
            and key(other.name)[-len(own) :] == own
            and begins_with_letters_of(acronym, other.name)
        ]
        if len(fitting) == 1:
            _merge(entities, fitting[0], entity)


def _join_variants(entities: list[Entity]) -> None:
    """Join "Solinger Feuerwehr" to "Feuerwehr Solingen", where only one such is named."""
    for entity in sorted(entities, key=lambda e: len(key(e.name))):
        fitting = [
            other
            for other in entities
            if other is not entity and is_variant(entity.name, other.name)
        ]
        if len(fitting) == 1:
            _merge(entities, fitting[0], entity)


def _join_short_forms(entities: list[Entity]) -> None:
    for entity in sorted(entities, key=lambda e: len(key(e.name))):
        short = key(entity.name)
        fitting = [
            other
            for other in entities
            if other is not entity
            and any(key(m.name)[: len(short)] == short for m in other.mentions)
            and len(key(other.name)) > len(short)
            # "Nordring e.V." is its full name, and no part of "Nordring Kiel".
            and (legal_form_of(entity.name) is None or legal_form_of(other.name) is not None)
        ]
        if len(fitting) == 1:
            _merge(entities, fitting[0], entity)


def _join_head_nouns(entities: list[Entity]) -> None:
    """Join "Allianz" to "Chinesisch-Deutsche Industriestädteallianz": a compound's last part."""
    for entity in [e for e in entities if len(words(e.name)) == 1 and not is_acronym(e.name)]:
        noun = words(entity.name)[0]
        fitting = [
            other
            for other in entities
            if other is not entity
            and any(word.endswith(noun) and word != noun for word in words(other.name))
        ]
        if len(fitting) == 1 and len(noun) >= SHORTEST_HEAD_NOUN:
            _merge(entities, fitting[0], entity)


def _merge(entities: list[Entity], into: Entity, other: Entity) -> None:
    into.mentions = sorted(into.mentions + other.mentions, key=lambda m: m.start_char)
    entities.remove(other)


def _in_text_order(entities: list[Entity]) -> list[Entity]:
    for entity in entities:
        entity.mentions.sort(key=lambda mention: mention.start_char)
    return sorted(entities, key=lambda entity: entity.mentions[0].start_char)
