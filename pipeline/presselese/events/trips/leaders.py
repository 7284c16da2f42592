"""Who leads a trip, by one scene: "unter Leitung von X", "X mit einer Delegation"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from spacy.tokens import Token

from presselese.actors.compounds import is_noun
from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.role_nouns import load_role_nouns
from presselese.actors.travel_nouns import noun_kind
from presselese.events.fillers.names import Argument, unique
from presselese.events.grammar import clauses, nominals, verbs
from presselese.events.trips.leading import leading
from presselese.events.trips.scene import Scene, names_after, trip_verbs
from presselese.resources.doc_fields import PEOPLE, text_of
from presselese.resources.titles import titles

LEADING: Final = frozenset("leitung führung spitze ägide federführung delegationsleitung".split())
LEADING_PARTICIPLES: Final = frozenset(
    "geleitet angeführt geführt geleitete angeführte geführte".split()
)
LEADER_NOUNS: Final = (
    "delegationsleiter", "delegationsleiterin", "delegationschef", "delegationschefin",
    "delegationsführer", "delegationsführerin", "reiseleiter", "reiseleiterin",
)  # fmt: skip
# Not "Vizeminister", "Ministerialrat".
MINISTER: Final = re.compile(
    r"(?!Vize)(?:[A-ZÄÖÜ][\w-]*)?[Mm]inister(?:präsident)?(?:in)?(?: (?!a\. ?D\.).*)?"
)
# How far behind "von" the first of several agents begins: titles and offices stand before a name.
TITLE_CHARS: Final = 70


def leaders(scene: Scene) -> list[Argument]:
    """Read "unter Leitung von X", "angeführt von X", "X leitet", "X mit einer Delegation"."""
    found: list[Argument] = []
    for token in scene.sentence:
        if verbs.is_verbal(token) and (_leads_something_else(token) or shows_around(token)):
            continue
        if token.lower_ in LEADING_PARTICIPLES and _is_active(token):
            found += _people_meant(clauses.agents(token), scene) or _person_after_active(
                token, scene
            )
        elif token.lower_ in LEADING | LEADING_PARTICIPLES:
            if not _is_of_something_else(token):
                found += _person_after(token, scene)
        elif is_noun(token, LEADER_NOUNS):
            found += _person_after(token, scene) or _person_before(token, scene)
        elif verbs.is_verbal(token) and verbs.verb_lemma(token) in trip_verbs("lead"):
            found += [a for t in clauses.agents(token) if (a := person_meant(t, scene)) is not None]
        elif _accompanies(token):
            found += [
                a for t in clauses.patients(token) if (a := person_meant(t, scene)) is not None
            ]
        named = _people_meant(leading(token), scene)
        found += [person for first in named for person in scene.resolver.names_in_list(first)]
    found += _travels_with_group(scene)
    found += _group_round(scene)
    return unique(found)


def shows_around(verb: Token) -> bool:
    """Tell "führte die Besucher durch das Rathaus", which a host does."""
    return verbs.verb_lemma(verb) in ("führen", "herumführen") and any(
        word == "durch" for word, _ in nominals.obliques(verb)
    )


def _leads_something_else(verb: Token) -> bool:
    """Tell "Das Büro wird von Li Wen geleitet" from who leads the group."""
    is_leading = verb.lower_ in LEADING_PARTICIPLES or verbs.verb_lemma(verb) in trip_verbs("lead")
    led = [noun for noun in clauses.patients(verb) if noun.pos_ in ("NOUN", "PROPN")]
    return is_leading and any(
        noun_kind(noun) is None and organisation_kind(noun.text) for noun in led
    )


def _is_of_something_else(leading: Token) -> bool:
    """Tell "die Leitung des Amtes" from "die Leitung der Delegation" and from "die Leitung"."""
    return any(
        noun_kind(noun) is None and organisation_kind(noun.text)
        for noun in nominals.genitives(leading)
        if nominals.preposition(noun) is None  # "unter Leitung von" says who leads
    )


def _is_active(participle: Token) -> bool:
    """Tell "Geleitet hat sie Landrat Wolf" from "geleitet von"."""
    return any(aux.lemma_.lower() == "haben" for aux in verbs.auxiliaries(participle))


def _person_after_active(participle: Token, scene: Scene) -> list[Argument]:
    """Return who is named behind "geleitet hat sie", where the tree takes "sie" for the subject."""
    return [n for n in scene.names if n.label == "PER" and n.start_char > participle.idx][:1]


def _accompanies(verb: Token) -> bool:
    """Tell whether a verb says that a group goes with somebody: "eine Delegation begleitet sie"."""
    return (
        verbs.is_verbal(verb)
        and verbs.verb_lemma(verb) in trip_verbs("accompany")
        and any(noun_kind(agent) in ("group", "people") for agent in clauses.agents(verb))
    )


def _travels_with_group(scene: Scene) -> list[Argument]:
    """Read "Bürgermeisterin Roth reiste mit einer Delegation nach Kiel"."""
    group = scene.group
    if group is not None and nominals.relation(group) == "conj":
        # "Präsident Miesen und eine Delegation statteten … einen Besuch ab"
        partner = scene.resolver.resolve(group.head)
        return [partner] if partner is not None and partner.label == "PER" else []
    if group is None or nominals.preposition(group) not in ("mit", "samt", "nebst"):
        return []
    verb = verbs.clause_verb(group)
    if verb == group or verbs.verb_lemma(verb) not in trip_verbs("travel") | trip_verbs("visit") | {
        "sein"
    }:
        return []
    return [
        person
        for subject in clauses.subjects(verb)
        if (named := person_meant(subject, scene)) is not None
        for person in scene.resolver.names_in_list(named)
    ]


def _group_round(scene: Scene) -> list[Argument]:
    """Read "eine Delegation um Staatssekretär Wolf"."""
    groups = (t for t in scene.sentence if t == scene.group or noun_kind(t) == "group")
    return [
        person for group in groups for person in names_after(group, ("um",), scene, ("PER",))[:1]
    ]


def _person_after(token: Token, scene: Scene) -> list[Argument]:
    """Return the person named behind "Leitung von", "angeführt von", "mit" … "an der Spitze"."""
    after = [n for n in scene.names if n.label == "PER" and 0 <= n.start_char - token.idx <= 130]
    if token.lower_ == "spitze":
        before = [n for n in scene.names if n.label == "PER" and n.end_char < token.idx]
        if before and token.idx - before[-1].end_char <= 40:
            return _list_that_ends_in(before, scene)
        return [p for name in after[:1] for p in scene.resolver.names_in_list(name)]
    between = text_of(scene.sentence.doc)[token.idx : after[0].start_char] if after else ""
    if not after:
        return _person_before(token, scene) if token.lower_ in LEADING_PARTICIPLES else []
    if (
        token.lower_ in LEADING_PARTICIPLES
        and " von " not in f"{between} "
        and "vom" not in between
    ):
        return _person_before(token, scene)
    return scene.resolver.names_in_list(after[0])


def _list_that_ends_in(people: list[Argument], scene: Scene) -> list[Argument]:
    """Return the last of people with those before it: "mit Jan Wolf und Ida Roth an der Spitze"."""
    for i, first in enumerate(people):
        if people[-1] in scene.resolver.names_in_list(first):
            return people[i:]
    return people[-1:]


def _person_before(token: Token, scene: Scene) -> list[Argument]:
    """Return the agents before a participle: "von Oberbürgermeister Kurz und Jan Wolf geleitet"."""
    before = [n for n in scene.names if n.label == "PER" and 0 < token.idx - n.end_char <= 40]
    if not before:
        return []
    if is_noun(token, LEADER_NOUNS):
        return before[-1:]
    for word in reversed(scene.sentence.doc[scene.sentence.start : token.i]):
        if word.lower_ in ("von", "vom") and word.idx < before[-1].start_char:
            names = (n for n in scene.names if word.idx < n.start_char < token.idx)
            people = [name for name in names if name.label == "PER"]
            if people[0].start_char - word.idx <= TITLE_CHARS:
                return people
        elif word.pos_ in ("VERB", "AUX") or word.text in (";", ":", "–"):
            break
    return []


def _people_meant(tokens: Iterable[Token], scene: Scene) -> list[Argument]:
    return [person for t in tokens if (person := person_meant(t, scene)) is not None]


def person_meant(token: Token, scene: Scene) -> Argument | None:
    """Return the person that a subject means: a name, or a role that one person holds."""
    named = scene.resolver.resolve(token)
    if named is not None and named.label == "PER":
        return named
    base = load_role_nouns().base(token.text.rpartition("-")[2])
    if base is None and token.text not in titles():
        return None
    # The role stands before the name: "Oberbürgermeister Tim Kurz" may be headed by either word,
    # "Dr. Ida Roth" by the title.
    for name in scene.names:
        if name.label == "PER" and 0 <= name.start_char - (token.idx + len(token.text)) <= 6:
            return name
    if base is None:
        return None
    holders = [
        person
        for person in token.doc._.get(PEOPLE)
        if person["role"] and person["role"].casefold().startswith(base.casefold())
    ]
    if len(holders) == 1:
        person = holders[0]
        return Argument("PER", person["id"], person["name"], token.idx, token.idx + len(token.text))
    return None


def let_minister_lead(trip: dict[str, Any], people: Iterable[Mapping[str, Any]]) -> None:
    """Make the only minister among those who go along the leader, in place, where nobody leads.

    A head of a ministry is at the head of a delegation, whatever verb tells of it (GOLD: "Minister
    X, begleitet von einer Delegation").
    """
    if trip["leaders"]:
        return
    ministers = {p["id"] for p in people if MINISTER.fullmatch(p["role"] or "")}
    leading = [filler for filler in trip["participants"] if filler["ref"] in ministers]
    if len(leading) == 1:
        trip["leaders"] = leading
        trip["participants"] = [p for p in trip["participants"] if p not in leading]
