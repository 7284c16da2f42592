"""Who goes along on a trip, by one scene: "mit dabei waren X und Y", "darunter X", "mitgereist".

What tells it is found by the tree: "dabei" alone is mostly an adverb, and "gehören" says it of a
group only. Whom it names is left to `company_lists`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.role_nouns import load_role_nouns
from presselese.actors.travel_nouns import noun_kind
from presselese.events.fillers.names import Argument, unique
from presselese.events.grammar import clauses, nominals, verbs
from presselese.events.trips.company_lists import (
    behind,
    first_person,
    listed,
    rest_of,
    subjects_named,
)
from presselese.events.trips.leaders import person_meant
from presselese.events.trips.scene import (
    Scene,
    is_group_of_people,
    names_after,
    trip_verbs,
)

# Predicates of "sein" that say who goes along, with their preposition.
PREDICATES: Final = {"dabei": None, "partie": "von", "bord": "an"}
# Who is one of the travellers: "Teilnehmer Jan Wolf", "zu den Mitreisenden zählt Jan Wolf".
FELLOWS: Final = (
    "teilnehmer", "teilnehmerin", "mitreisend", "mitfahrend", "delegationsmitglied",
    "delegationsteilnehmer", "mitfahrer",
)  # fmt: skip
ALONG: Final = ("mitreis", "mitgereist", "mitgefahren", "mitgekommen", "mitgeflogen", "mitfahrend")
STAYS: Final = ("besuch", "gast")
GROUPS: Final = ("group", "trip", "journey", "guests")


def participants(scene: Scene) -> list[Argument]:
    """Read "mit dabei waren X und Y", "darunter X", "Delegation mit X, Y und Z"."""
    found: list[Argument] = []
    for token in scene.sentence:
        found += _told_by(token, scene)
    return unique([*found, *_group_with(scene)])


def _group_with(scene: Scene) -> list[Argument]:
    """Read "eine Delegation mit X und Y".

    Not "Dort kam die Delegation mit dem Verband Nordkran zusammen".
    """
    group = scene.group
    if group is None or verbs.verb_lemma(verbs.clause_verb(group)) in trip_verbs("meet"):
        return []
    return names_after(group, ("mit",), scene, ("PER", "ORG"))


def _told_by(token: Token, scene: Scene) -> Iterator[Argument]:
    """Yield those of whom a word says that they go along."""
    if token.lower_ in PREDICATES:
        verb = _being(token)
        if verb is not None:
            yield from subjects_named(verb, token, scene)
    elif token.lower_ == "darunter":
        if any(_is_company(noun) for noun in scene.sentence.doc[scene.sentence.start : token.i]):
            yield from listed(behind(token, scene), scene)
    elif _is_fellow(token) and verbs.copula(token) is not None:
        yield from subjects_named(verbs.copula(token) or token, token, scene)
    elif _is_fellow(token) or (
        token.lower_.startswith(ALONG) and nominals.relation(token) == "amod"
    ):
        yield from first_person(token, scene)
    elif _is_verbal(token):
        yield from _told_by_verb(token, scene)


def _told_by_verb(verb: Token, scene: Scene) -> Iterator[Argument]:
    lemma = verbs.verb_lemma(verb).lower()
    if lemma in trip_verbs("accompany") or verb.lower_ == "begleitet":
        yield from _companions(verb, scene)
    elif lemma == "vertreten":
        following = scene.sentence.doc[verb.i + 1 : verb.i + 2]
        if following.lemma_ == "sein":  # "Vertreten sind 22 Firmen sowie der Verband Nordkran"
            yield from listed(behind(verb, scene), scene)
    elif verb.lower_ == "bestehend":
        yield from listed(behind(verb, scene), scene)
    elif _belongs(verb, lemma) or (
        lemma in trip_verbs("take_part") and not _of_something_else(verb, lemma)
    ):
        yield from subjects_named(verb, verb, scene)


def _is_verbal(token: Token) -> bool:
    """Tell verbs and participles; "Mitgereist ist" and "Mitreisen soll" are read as nouns, too."""
    if verbs.is_verbal(token) or token.lower_.startswith(("begleitet", "bestehend")):
        return True
    return token.lower_.startswith(ALONG) and bool(nominals.children(token, "aux", "cop"))


def _being(predicate: Token) -> Token | None:
    """Return the form of "sein" that a predicate completes; None for "erklärte dabei"."""
    near = predicate.doc[max(predicate.sent.start, predicate.i - 2) : predicate.i]
    words = {token.lower_ for token in near}
    word = PREDICATES[predicate.lower_]
    forms = [token for token in predicate.sent if token.lemma_ == "sein" and token.pos_ != "PRON"]
    if not forms or (word is not None and word not in words):
        return None
    verb = min(forms, key=lambda form: abs(form.i - predicate.i))
    is_own = predicate.head in (verb, verb.head) or abs(verb.i - predicate.i) == 1
    for case, noun in nominals.obliques(verb):
        if case == "bei" and noun.pos_ == "NOUN" and noun_kind(noun) is None:
            return None  # "war beim Festakt dabei"
        if case == "zu" and noun.lower_ in STAYS:
            return None  # "war dabei auch zu Gast in Kiel"
    return verb if word is not None or is_own or "mit" in words else None


def _belongs(verb: Token, lemma: str) -> bool:
    """Read "zur Delegation gehören", "zu den Mitreisenden zählen", "der Gruppe gehören … an"."""
    if lemma in ("gehören", "zählen"):
        return any(word == "zu" and _is_company(noun) for word, noun in nominals.obliques(verb))
    return lemma == "angehören" and any(
        noun_kind(noun) in GROUPS or noun.lower_ in ("ihr", "ihm")
        for child in [*clauses.datives(verb), *nominals.children(verb, "nsubj", "obl", "iobj")]
        for noun in (child, nominals.antecedent(child))
    )


def _of_something_else(verb: Token, lemma: str) -> bool:
    """Tell "nahmen an dem Gespräch teil" from "nahmen an der Reise teil" and from "nahmen teil".

    And "hat sich der Initiative angeschlossen", "Es schloss sich ein Empfang an".
    """
    if lemma == "anschließen":
        bodies = (n for n in clauses.datives(verb) if noun_kind(n) not in GROUPS)
        return any(n.ent_type_ == "ORG" or organisation_kind(n.text) for n in bodies) or not any(
            noun.ent_type_ in ("PER", "ORG") or load_role_nouns().base(noun.text)
            for noun in clauses.subjects(verb)
        )
    return lemma == "teilnehmen" and any(
        word == "an" and noun.pos_ != "PRON" and noun_kind(noun) not in GROUPS
        for word, noun in nominals.obliques(verb)
    )


def _is_company(noun: Token) -> bool:
    """Tell whether a noun or pronoun means those who travel."""
    if noun.pos_ == "PRON":
        return noun.lower_ in ("ihr", "ihnen", "denen")
    return (
        noun_kind(noun) in ("group", "guests", "people")
        or _is_fellow(noun)
        or is_group_of_people(noun)
        or noun.lower_ in ("firmen", "betriebe", "unternehmen", "personen", "männer", "frauen")
    )


def _is_fellow(noun: Token) -> bool:
    return noun.text[:1].isupper() and noun.lower_.startswith(FELLOWS)


def is_with_guests(verb: Token) -> bool:
    """Tell "Begleitet wurden die Gäste von Landrat Wolf", whose host he is, from who goes along."""
    return any(
        noun.lower_.startswith(("gäste", "gästen", "besucher")) for noun in clauses.patients(verb)
    )


def _companions(verb: Token, scene: Scene) -> list[Argument]:
    """Return who accompanies a group or its leader: "begleitet von X", "X begleitet sie"."""
    if is_with_guests(verb):
        return []
    has = any(aux.lemma_.lower() == "haben" for aux in verbs.auxiliaries(verb))
    if verb.lower_ == "begleitet" and not has:
        rest = rest_of(verb, scene)
        by = next((t for t in rest if t.lower_ in clauses.AGENT_PREPOSITIONS), None)
        if by is not None and (nominals.relation(verb) != "acl" or _travels(verb.head)):
            return listed(behind(by, scene), scene)
    if verbs.is_passive(verb) or not all(_travels(noun) for noun in clauses.objects(verb)):
        return []
    if verb.i > scene.sentence.start and verb.nbor(-1).lower_ in ("ihn", "sie"):
        return listed(behind(verb, scene), scene)  # "Ihn begleiten acht Winzer und Ida Roth"
    people = [person_meant(noun, scene) for noun in clauses.subjects(verb)]
    return [person for person in people if person is not None]


def _travels(noun: Token) -> bool:
    """Tell a group, its trip, its leader, and a pronoun from "Jugendliche", "das Vorhaben"."""
    return (
        noun.pos_ == "PRON"
        or _is_company(noun)
        or noun_kind(noun) in GROUPS
        or noun.ent_type_ == "PER"
        or load_role_nouns().base(noun.text) is not None
    )
