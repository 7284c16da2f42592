"""Who else has a part in a trip, by one scene: hosts, organisers, participants, and how many."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from spacy.tokens import Doc, Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.travel_nouns import noun_kind, talk_kind
from presselese.events.fillers.names import Argument, preposition_of, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.grammar import clauses, nominals, verbs
from presselese.events.trips.company import is_with_guests
from presselese.events.trips.company_lists import behind, listed, rest_of
from presselese.events.trips.leaders import TITLE_CHARS, person_meant, shows_around
from presselese.events.trips.scene import Scene, trip_verbs
from presselese.resources.doc_fields import FIGURES


def hosts(scene: Scene) -> list[Argument]:
    """Read "wurde von X empfangen", "X nahm die Gäste in Empfang", "auf Einladung von X"."""
    found: list[Argument] = []
    for token in scene.sentence:
        if token.lower_ in ("gastgeber", "gastgeberin"):
            found += _named_behind(token, 80, scene, ("PER", "ORG", "LOC"))
        if verbs.is_verbal(token) and receives(token):
            receiving = [*clauses.agents(token), *clauses.companions(token)]
            found += (
                list(_meant(receiving, scene, _may_receive(token)))
                or _only_person(token, scene)
                or _named_by(token, scene)
            )
        elif token.lower_ == "einladung":
            found += _named_behind(token, 70, scene, ("PER", "ORG"))[:1] or list(
                _meant(nominals.genitives(token), scene, ("LOC",))
            )
    return unique(found)


def receives(verb: Token) -> bool:
    """Read "empfängt", "werden erwartet", "nahm in Empfang", "führte die Gäste durch das Haus"."""
    lemma = verbs.verb_lemma(verb)
    return (
        lemma in trip_verbs("receive")
        or (lemma == "erwarten" and verbs.is_passive(verb))
        or (lemma == "nehmen" and _has_beside(verb, "in", "empfang"))
        or shows_around(verb)
        or (lemma in trip_verbs("accompany") and is_with_guests(verb))
    )


def _may_receive(verb: Token) -> tuple[str, ...]:
    """Return the labels of who receives; towns only invite."""
    is_invitation = verbs.verb_lemma(verb) == "einladen"
    return ("PER", "ORG", "LOC") if is_invitation else ("PER", "ORG")


def _named_behind(word: Token, reach: int, scene: Scene, labels: Collection[str]) -> list[Argument]:
    """Return the list of names that begins within `reach` characters behind a word."""
    behind = [n for n in scene.names if 0 < n.start_char - word.idx <= reach]
    first = next(iter(behind), None)
    if first is None or first.label not in labels:
        return []
    is_where = first.label == "LOC" and preposition_of(first, word.doc) is not None
    return [] if is_where else scene.resolver.names_in_list(first)


def _only_person(verb: Token, scene: Scene) -> list[Argument]:
    """Return who receives in "Im Rathaus hieß sie Landrat Wolf willkommen": "sie" is no subject."""
    people = [name for name in scene.names if name.label == "PER"]
    are_meant = any(noun.pos_ == "PRON" for noun in clauses.agents(verb))
    return people if are_meant and len(people) == 1 else []


def _named_by(verb: Token, scene: Scene) -> list[Argument]:
    """Return the agents of "Begrüßt wurden sie im Saal des Rathauses von Bürgermeisterin Roth".

    And of "Sie wurde mit der Delegation von Landrat Wolf empfangen". Parsers hang "von" on the
    nouns before it.
    """
    if not verbs.is_passive(verb):
        return []
    first = min([verb, *verbs.auxiliaries(verb)], key=lambda word: int(word.i))
    for token in rest_of(first, scene):
        if token.lower_ in clauses.AGENT_PREPOSITIONS:
            names = behind(token, scene)
            if names and names[0].start_char - token.idx <= TITLE_CHARS:
                return listed(names, scene)
    return []


def _meant(nouns: Iterable[Token], scene: Scene, labels: Collection[str]) -> Iterator[Argument]:
    """Yield the people and bodies that nouns mean, with those listed behind them."""
    for noun in (one for first in nouns for one in nominals.expanded(first)):
        argument = person_meant(noun, scene) or scene.resolver.resolve(noun)
        if argument is not None and argument.label in labels:
            yield from scene.resolver.names_in_list(argument)


def people_met(doc: Doc, resolver: Resolver) -> set[str]:
    """Return whom travellers meet: "In Ottawa trifft die Delegation Ministerin Roth".

    Also "Gespräche mit Ministerin Roth", and "Gesprächspartner sind Ministerin Roth und …".
    """
    found = set()
    for token in doc:
        partners = list(_partners(token))
        if partners:
            scene = Scene(token.sent, resolver, None, None)
            employers = [body for noun in partners for body in nominals.genitives(noun)]
            met = [*_meant(partners, scene, ("PER", "ORG")), *_meant(employers, scene, ("ORG",))]
            found |= {partner.ref for partner in met if partner.ref is not None}
        elif token.lower_ == "einladung":
            scene = Scene(token.sent, resolver, None, None)
            hosting = _meant(nominals.genitives(token), scene, ("PER",))
            found |= {person.ref for person in hosting if person.ref is not None}
    return found


def _partners(token: Token) -> Iterator[Token]:
    """Yield the nouns for whom one meets, by a verb or a noun that tells of it."""
    if verbs.is_verbal(token):
        lemma, objects = verbs.verb_lemma(token), clauses.objects(token)
        if lemma in trip_verbs("meet") or any(talk_kind(noun) == "talk" for noun in objects):
            yield from objects if lemma == "treffen" else ()
            yield from _with(token)
    elif talk_kind(token) == "talk":
        yield from _with(token)
    elif talk_kind(token) == "partner":
        yield from nominals.children(token, "nsubj", "appos", "nmod")
        if nominals.relation(token) == "nsubj":  # "Gesprächspartner war Ministerin Roth"
            yield token.head


def _with(token: Token) -> Iterator[Token]:
    """Yield the nouns behind "mit" that a verb or noun has."""
    yield from (noun for word, noun in nominals.obliques(token) if word == "mit")


def organisers(scene: Scene) -> list[Argument]:
    """Read "organisiert von der IHK", "die IHK entsendet eine", "Delegationsreise der IHK"."""
    found: list[Argument] = []
    for token in scene.sentence:
        if token.pos_ in ("VERB", "ADJ") and _sends(token):
            things, senders = clauses.patients(token), clauses.agents(token)
            if _is_journey(senders) and not _is_journey(things):
                things, senders = senders, things  # "Die Tour hatte die IHK organisiert"
            if _is_journey(things):
                for sender in senders:
                    argument = scene.resolver.resolve(sender)
                    if argument is not None and (
                        argument.label == "ORG" or organisation_kind(argument.noun or "")
                    ):
                        found.append(argument)
    if scene.trip is not None and noun_kind(scene.trip) == "trip":
        for genitive in nominals.genitives(scene.trip):
            argument = scene.resolver.resolve(genitive)
            if argument is not None and argument.label == "ORG":
                found += scene.resolver.names_in_list(argument)
    return unique([a for a in found if a.label == "ORG" or a.ref is None])


def _is_journey(nouns: Iterable[Token]) -> bool:
    """Tell whether a noun means a group that is sent, or its trip; neither sends anybody."""
    return any(noun_kind(noun) in ("group", "trip", "journey") for noun in nouns)


def _sends(verb: Token) -> bool:
    """Read "organisiert", "entsendet", and "hat die Reise auf die Beine gestellt"."""
    lemma = verbs.verb_lemma(verb)
    return lemma in trip_verbs("send") or (lemma == "stellen" and _has_beside(verb, "auf", "beine"))


def _has_beside(verb: Token, preposition: str, noun: str) -> bool:
    """Tell whether a light verb has the phrase that gives it its meaning: "in Empfang"."""
    return any((word, n.lower_) == (preposition, noun) for word, n in nominals.obliques(verb))


def size(scene: Scene) -> dict[str, Any] | None:
    """Read the number of people from "14-köpfige Delegation", "Delegation mit 43 Teilnehmern"."""
    for figure in scene.sentence.doc._.get(FIGURES):
        if not scene.sentence.start_char <= figure["start_char"] < scene.sentence.end_char:
            continue
        if figure["unit"] is not None or "." in figure["value"] or int(figure["value"]) < 2:
            continue
        span = scene.sentence.doc.char_span(
            figure["start_char"], figure["end_char"], alignment_mode="expand"
        )
        counted = (figure["counts"] or (span[-1].text if span is not None else "")).lower()
        if _counts_travellers(counted):
            return {
                "value": int(figure["value"]), "modifier": figure["modifier"], "ref": figure["id"],
            }  # fmt: skip
    return None


def _counts_travellers(counted: str) -> bool:
    ends = (
        "delegation abordnung gruppe teilnehmer teilnehmern teilnehmerinnen teilnehmende personen "
        "mitreisende unternehmer unternehmerinnen unternehmensvertreter wirtschaftsvertreter "
        "vertreter vertretern abgeordnete reisende delegationsmitglieder köpfe kameraden gäste"
    ).split()
    return counted.endswith(tuple(ends))
