"""The places of a trip in one scene: where the group comes from, and where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.places import load_gazetteer
from presselese.events.fillers.names import Argument, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.fillers.venues import is_venue
from presselese.events.grammar import clauses, nominals, verbs
from presselese.events.trips.others import is_way_home
from presselese.events.trips.scene import Scene, names_after, trip_verbs
from presselese.linking.demonyms import demonyms
from presselese.resources.doc_fields import PLACES, text_of

# Particles of the verbs that lead back: "zurückreisen", "heimkehren".
HOMEWARD: Final = ("zurück", "heim")
TOWARDS: Final = frozenset("nach in ins zu zum zur auf an ans".split())
# Words from a trip's noun to its goal: "in die boomende", "ins".
LONGEST_WAY: Final = 4
# Words before a noun that are looked at, and what none of them is.
LONGEST_ATTRIBUTES: Final = 5
OPENING: Final = frozenset({"VERB", "AUX", "ADP", "DET", "PRON"})
BESIDE: Final = frozenset("zwischen nahe unweit gegenüber".split())
STAYING: Final = frozenset("gast besuch aufenthalt station halt".split())


def origins(scene: Scene) -> list[Argument]:
    """Read "Delegation aus Hefei", "der Handwerkskammer", "eine Delitzscher Delegation"."""
    found: list[Argument] = []
    for noun in (scene.group, scene.trip if scene.group is None else None):
        if noun is None:
            continue
        found += _place_adjectives(noun, scene.resolver)
        for people in nominals.genitives(noun):
            found += _origin_of_people(people, scene)
        if not scene.is_return or len(_out_of(scene)) > 1:
            found += names_after(noun, ("aus",), scene, ("LOC", "ORG"))
        if scene.group is not None:
            for genitive in nominals.genitives(noun):
                argument = scene.resolver.resolve(genitive)
                if argument is not None and argument.label in ("LOC", "ORG"):
                    found += scene.resolver.names_in_list(argument)
    return unique(found)


def _origin_of_people(people: Token, scene: Scene) -> list[Argument]:
    """Read "eine Gruppe georgischer Winzer"; a body's name says itself where it is."""
    meant = scene.resolver.resolve(people)
    if meant is None or meant.ref is not None:
        return []
    adjectives = {child.idx for child in nominals.children(people, "amod")}
    places = _place_adjectives(people, scene.resolver)
    return [place for place in places if place.start_char in adjectives]


def _place_adjectives(noun: Token, resolver: Resolver) -> Iterator[Argument]:
    """Yield the place of "Berliner", "chinesische" before a noun, where the text names it."""
    places = noun.doc._.get(PLACES)
    gazetteer = load_gazetteer()
    for token in _attributes(noun):
        code = gazetteer.country_of_adjective(token.text)
        for place in places:
            is_country = code and place["country_code"] == code and place["kind"] == "country"
            if is_country or token.text in demonyms(place["name"]):
                yield Argument(
                    "LOC", place["id"], place["name"], token.idx, token.idx + len(token.text)
                )
                break


def _attributes(noun: Token) -> list[Token]:
    """Return the words between a noun and what opens its phrase, however the tree hangs them.

    "In der chinesischen Stadt Suzhou wird eine Delegation empfangen" says nothing of the
    delegation's home; "eine chinesische Regierungs- und Wirtschaftsdelegation" does.
    """
    found: list[Token] = []
    for token in reversed(noun.doc[max(noun.sent.start, noun.i - LONGEST_ATTRIBUTES) : noun.i]):
        if token.pos_ in OPENING or (token.is_punct and token.text != ","):
            break
        found.append(token)
        is_part = token.text.endswith(
            "-"
        )  # "Regierungs-"; "Hamburger" is now and then tagged a noun
        if token.pos_ == "NOUN" and not is_part and not token.text.endswith("er"):
            break
    return found[::-1]


def destinations(scene: Scene) -> list[Argument]:
    """Read "nach Peking und Shanghai", "zu Gast in Kiel", "besuchte Israel", "Chinareise"."""
    found = list(_inside_words(scene))
    verb = verbs.clause_verb(scene.head) if scene.head is not None else None
    # Who is back "aus China" was there; the first of two is home: "Gruppe aus Au aus China zurück".
    back_from = _out_of(scene)[-1:] if scene.is_return else []
    for token in scene.sentence:
        is_goal = token.lower_ in ("nach", "durch") or token in back_from
        if (is_goal and token.pos_ in ("ADP", "")) or (
            token.lower_ in ("in", "im") and _stays(token, scene, verb)
        ):
            found += _places_from(token, scene)
    for token in scene.sentence:
        lemma = verbs.verb_lemma(token) if verbs.is_verbal(token) else ""
        if lemma in ("besuchen", "bereisen", "besichtigen"):
            for target in clauses.patients(token):
                argument = scene.resolver.resolve(target)
                if argument is not None and argument.label == "LOC":
                    found += scene.resolver.names_in_list(argument)
    starts = {a.ref for a in origins(scene)}
    return unique(
        a
        for a in found
        if (a.ref not in starts or a.ref is None) and not is_no_goal(a, scene.sentence.doc)
    )


def _out_of(scene: Scene) -> list[Token]:
    """Return the prepositions "aus" of a sentence before names of places or bodies."""
    return [
        token
        for token in scene.sentence
        if token.lower_ == "aus"
        and any(0 < named.start_char - token.idx - len(token.text) <= 30 for named in scene.names)
    ]


def is_no_goal(place: Argument, doc: Doc) -> bool:
    """Tell a house ("im Rathaus"), a water ("am Bodensee") and the way home ("nach Au zurück").

    And what a place lies by: "in Betrieben zwischen Lippe und Ems", "eine Stadt nahe Pisa".
    """
    span = place.span(doc)
    if is_venue(place.name) or span is None:
        return is_venue(place.name)
    first = span.root
    while nominals.relation(first) == "conj":
        first = first.head
    word = nominals.preposition(first)
    is_homeward = _leads_home(first)
    return (
        word in BESIDE
        or (word in ("nach", "in") and is_homeward)
        or (word == "an" and nominals.surface_case(first) in ("Dat", "Acc"))
    )


def _leads_home(place: Token) -> bool:
    """Read "kehrte nach Au zurück", "trat die Rückreise nach Au an"."""
    verb = verbs.clause_verb(place)
    return verbs.verb_lemma(verb).startswith(HOMEWARD) or any(
        is_way_home(noun) and noun.i < place.i for noun in (place.head, *verb.children)
    )


def _inside_words(scene: Scene) -> Iterator[Argument]:
    """Yield the places inside words of the sentence: "Chinareise", "USA-Delegation"."""
    for place in scene.sentence.doc._.get(PLACES):
        for mention in place["mentions"]:
            start = mention["start_char"]
            if scene.sentence.start_char <= start < scene.sentence.end_char:
                follower = text_of(scene.sentence.doc)[
                    mention["end_char"] : mention["end_char"] + 1
                ]
                if follower.islower() or follower == "-":
                    yield Argument("LOC", place["id"], place["name"], start, mention["end_char"])


def _stays(preposition: Token, scene: Scene, verb: Token | None) -> bool:
    """Tell whether "in Kiel" is where the trip goes, not where somebody works."""
    head = preposition.head.head if preposition.head != preposition else preposition
    around = {
        t.lower_
        for t in preposition.doc[max(scene.sentence.start, preposition.i - 8) : preposition.i]
    }
    if around & STAYING:
        return True
    lemma = verbs.verb_lemma(head) if head.pos_ in ("VERB", "AUX") else ""
    kinds = ("travel", "visit", "receive")
    if any(lemma in trip_verbs(kind) for kind in kinds):
        return True
    if scene.group is not None and verb is not None and scene.group.head == verb:
        if head == verb:
            return True  # what the group itself does in a place: "pflegte in Boston Kontakte"
        if head == scene.group and verbs.verb_lemma(verb) == "sein":
            return True  # "war mit 15 Unternehmern in Antofagasta"
    return head == scene.trip or (
        verb is not None
        and head == verb
        and any(verbs.verb_lemma(verb) in trip_verbs(k) for k in kinds)
    )


def _places_from(preposition: Token, scene: Scene) -> list[Argument]:
    """Return the places of the list that a preposition opens within its next few words."""
    end = preposition.idx + len(preposition.text)
    for named in scene.names:
        gap = named.start_char - end
        if 0 <= gap <= 30 and not set(text_of(scene.sentence.doc)[end : named.start_char]) & set(
            ",;:–("
        ):
            return scene.resolver.names_in_list(named) if named.label == "LOC" else []
    return []


def names_goal(telling: Telling) -> bool:
    """Tell whether a trip's noun says itself where to: "der Reise in die Schweiz", "Chinareise".

    Such a noun is definite because of what it names, not because its trip was told before.
    """
    trigger = telling.trigger
    return any(
        _is_behind(trigger, goal.start_char)
        or trigger.start_char <= goal.start_char < trigger.end_char
        for goal in telling.slots["destinations"]
    )


def _is_behind(trigger: Span, start_char: int) -> bool:
    """Tell whether what begins there is named by a preposition right behind the trigger."""
    between = trigger.doc.char_span(trigger.end_char, start_char, alignment_mode="contract")
    words = [token for token in between or () if not token.is_space]
    return (
        0 < len(words) <= LONGEST_WAY
        and words[0].lower_ in TOWARDS
        and all(token.pos_ in ("ADP", "DET", "ADJ") for token in words)
    )
