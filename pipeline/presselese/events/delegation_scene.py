"""One sentence of an article as a scene of a trip: who goes where, who leads, who receives.

Each function reads one slot from the sentence: first by the tree, then by the word order that
German fixes anyway ("unter Leitung von", "nach", "aus").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.compounds import is_noun
from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.places import load_gazetteer
from presselese.actors.role_nouns import load_role_nouns
from presselese.actors.travel_nouns import noun_kind
from presselese.events import clauses
from presselese.events.fillers import Argument, Resolver, unique
from presselese.linking.demonyms import demonyms
from presselese.resources.doc_fields import FIGURES, PEOPLE, PLACES, text_of
from presselese.resources.loader import load_tsv

LEADING: Final = frozenset("leitung führung spitze ägide federführung delegationsleitung".split())
LEADING_PARTICIPLES: Final = frozenset(
    "geleitet angeführt geführt geleitete angeführte geführte".split()
)
LEADER_NOUNS: Final = ("delegationsleiter", "delegationschef", "delegationsführer", "reiseleiter")
STAYING: Final = frozenset("gast besuch aufenthalt station halt".split())
WITHIN: Final = frozenset({"in", "im", "nach", "ins", "durch"})
# Verbs of travel that no thing does; ships "fahren" and letters "kommen" too.
PEOPLE_ONLY: Final = frozenset(
    {"reisen", "anreisen", "weiterreisen", "mitreisen", "abreisen", "besuchen", "bereisen"}
)
PEOPLE_ENDINGS: Final = ("leute", "leuten", "innen", "vertreter", "vertretern", "mitglieder")
# Words by which a later sentence goes on about a trip.
CONTINUING: Final = frozenset(
    "partie mitgereist mitreisende mitreisenden mitreisender angeführt geleitet angereist station "
    "stationen begleitet begleiteten begleiten programm plan abstecher weiter dabei gastgeber "
    "empfangen begrüßt empfing begrüßte unterwegs teilnehmen teilnahmen teilgenommen".split()
)
# How far behind "von" the first of several agents begins: titles and offices stand before a name.
TITLE_CHARS: Final = 70
TEAM_WORDS: Final = frozenset(
    "dabei partie darunter teilnehmer teilnehmern teilnehmende mitglieder gehörten gehören gehörte "
    "angehörten bestehend begleiteten begleiten begleitete vertreten nahmen nehmen teilgenommen "
    "mitgereist begleitet".split()
)


@dataclass
class Scene:
    """A sentence with its resolver and the noun that names the group or trip in it, if any."""

    sentence: Span
    resolver: Resolver
    group: Token | None
    trip: Token | None

    @cached_property
    def names(self) -> list[Argument]:
        """All names of the sentence, in text order."""
        return list(self.resolver.names_between(self.sentence.start_char, self.sentence.end_char))

    @cached_property
    def is_return(self) -> bool:
        """Whether the group comes home: "Wirtschaftsdelegation aus China zurück"."""
        return any(
            t.lower_.startswith(("zurück", "heimgekehrt", "rückkehr")) for t in self.sentence
        )

    @property
    def head(self) -> Token | None:
        """The noun that stands for the trip: the group before the journey."""
        return self.group or self.trip


@cache
def verbs(kind: str) -> frozenset[str]:
    """Return the verb lemmas that say `kind` of a delegation."""
    rows = load_tsv("delegation_verbs", ("verb", "kind"))
    return frozenset(verb for verb, found in rows if found == kind)


def travellers(sentence: Span) -> Token | None:
    """Return the people of a sentence who travel or are received together, else None.

    "14 Abgeordnete waren angereist", "Landrat Wolf kam mit fünfzehn Kreisräten in den Kreis",
    "Im Oktober wird eine Gruppe georgischer Winzer erwartet", "Begleitet wird sie von
    Unternehmern". One person alone is no group.
    """
    for token in sentence:
        moving, is_travel = _moving(token)
        for noun in moving:
            if is_group_of_people(noun) or (is_travel and _is_counted(noun)):
                return noun
    return None


def _moving(token: Token) -> tuple[list[Token], bool]:
    """Return who moves by a word's frame, and whether only people can move so."""
    if token.lower_ == "unterwegs":
        return clauses.subjects(token) or clauses.subjects(token.head), True
    if not clauses.is_verbal(token):
        return [], False
    lemma = clauses.verb_lemma(token)
    goes_along = [noun for word, noun in clauses.obliques(token) if word == "mit"]
    if lemma in PEOPLE_ONLY or (lemma == "machen" and _on_the_way(token)):
        return clauses.subjects(token) + goes_along, True
    if lemma in verbs("travel") | {"weilen"}:
        return clauses.subjects(token) + goes_along, False
    if lemma in verbs("receive") | {"erwarten"}:
        return clauses.patients(token), False
    if lemma in verbs("accompany"):
        return clauses.agents(token), False
    return [], False


def _on_the_way(verb: Token) -> bool:
    """Read "macht sich auf den Weg"."""
    return any(word == "auf" and noun.lower_ == "weg" for word, noun in clauses.obliques(verb))


def _is_counted(noun: Token) -> bool:
    """Tell whether a plural noun is counted: "13 Bäcker" who travel are people by their verb."""
    return noun.pos_ == "NOUN" and any(
        clauses.relation(child) == "nummod" and child.lower_ not in ("ein", "eine", "1")
        for child in noun.children
    )


def is_group_of_people(noun: Token) -> bool:
    """Tell whether a noun means several people who may act for others."""
    if noun.lower_ in ("gruppe", "reisegruppe", "besuchergruppe", "abordnung"):
        return True
    is_plural = "Plur" in noun.morph.get("Number", []) or _is_counted(noun)
    is_human = (
        noun_kind(noun) == "people"
        or bool(load_role_nouns().base(noun.text))
        or noun.lower_.endswith(PEOPLE_ENDINGS)
    )
    return is_plural and is_human and noun.pos_ == "NOUN"


def origins(scene: Scene) -> list[Argument]:
    """Read "Delegation aus Hefei", "der Handwerkskammer", "eine Delitzscher Delegation"."""
    found: list[Argument] = []
    for noun in (scene.group, scene.trip if scene.group is None else None):
        if noun is None:
            continue
        found += _place_adjectives(noun, scene.resolver)
        if not scene.is_return:
            found += _names_after(noun, ("aus",), scene, ("LOC", "ORG"))
        if scene.group is not None:
            for genitive in clauses.genitives(noun):
                argument = scene.resolver.resolve(genitive)
                if argument is not None and argument.label in ("LOC", "ORG"):
                    found += scene.resolver.names_in_list(argument)
    return unique(found)


def _place_adjectives(noun: Token, resolver: Resolver) -> Iterator[Argument]:
    """Yield the place of "Berliner", "chinesische" before a noun, where the text names it."""
    places = noun.doc._.get(PLACES)
    gazetteer = load_gazetteer()
    for token in noun.doc[max(0, noun.i - 5) : noun.i]:
        if token.text in (",", ".", "–") or token.pos_ in ("VERB", "ADP"):
            continue
        code = gazetteer.country_of_adjective(token.text)
        for place in places:
            is_country = code and place["country_code"] == code and place["kind"] == "country"
            if is_country or token.text in demonyms(place["name"]):
                yield Argument(
                    "LOC", place["id"], place["name"], token.idx, token.idx + len(token.text)
                )
                break


def _names_after(
    noun: Token, prepositions: tuple[str, ...], scene: Scene, labels: Sequence[str]
) -> list[Argument]:
    """Return the names of a list that follows a noun's preposition, by tree or adjacency."""
    found = []
    for word, child in clauses.obliques(noun):
        if word in prepositions:
            argument = scene.resolver.resolve(child)
            if argument is not None and argument.label in labels:
                found += scene.resolver.names_in_list(argument)
    if found:
        return found
    for token in noun.doc[noun.i + 1 : min(noun.i + 4, scene.sentence.end)]:
        if token.lower_ in prepositions:
            for named in scene.names:
                if 0 <= named.start_char - (token.idx + len(token.text)) <= 25:
                    if named.label in labels:
                        return scene.resolver.names_in_list(named)
                    break
    return found


def destinations(scene: Scene) -> list[Argument]:
    """Read "nach Peking und Shanghai", "zu Gast in Kiel", "besuchte Israel", "Chinareise"."""
    found = list(_inside_words(scene))
    verb = clauses.clause_verb(scene.head) if scene.head is not None else None
    for token in scene.sentence:
        is_goal = token.lower_ in ("nach", "durch") or (token.lower_ == "aus" and scene.is_return)
        if (is_goal and token.pos_ in ("ADP", "")) or (
            token.lower_ in ("in", "im") and _stays(token, scene, verb)
        ):
            found += _places_from(token, scene)
    for token in scene.sentence:
        lemma = clauses.verb_lemma(token) if clauses.is_verbal(token) else ""
        if lemma in ("besuchen", "bereisen"):
            for target in clauses.patients(token):
                argument = scene.resolver.resolve(target)
                if argument is not None and argument.label == "LOC":
                    found += scene.resolver.names_in_list(argument)
    starts = {a.ref for a in origins(scene)}
    return unique([a for a in found if a.ref not in starts or a.ref is None])


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
    lemma = clauses.verb_lemma(head) if head.pos_ in ("VERB", "AUX") else ""
    kinds = ("travel", "visit", "receive")
    if any(lemma in verbs(kind) for kind in kinds):
        return True
    if scene.group is not None and head == verb and scene.group.head == verb:
        return True  # what the group itself does in a place: "pflegte in Boston Kontakte"
    return head == scene.trip or (
        verb is not None
        and head == verb
        and any(clauses.verb_lemma(verb) in verbs(k) for k in kinds)
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


def leaders(scene: Scene) -> list[Argument]:
    """Read "unter Leitung von X", "angeführt von X", "X leitet", "X mit einer Delegation"."""
    found: list[Argument] = []
    for token in scene.sentence:
        if clauses.is_verbal(token) and _leads_something_else(token):
            continue
        if token.lower_ in LEADING or token.lower_ in LEADING_PARTICIPLES:
            found += _person_after(token, scene)
        elif is_noun(token, LEADER_NOUNS):
            found += _person_after(token, scene) or _person_before(token, scene)
        elif clauses.is_verbal(token) and clauses.verb_lemma(token) in verbs("lead"):
            found += [a for t in clauses.agents(token) if (a := _person(t, scene)) is not None]
        elif _accompanies(token):
            found += [a for t in clauses.patients(token) if (a := _person(t, scene)) is not None]
    found += _travels_with_group(scene)
    found += _group_round(scene)
    return unique(found)


def _leads_something_else(verb: Token) -> bool:
    """Tell "Das Büro wird von Li Wen geleitet" from who leads the group."""
    is_leading = verb.lower_ in LEADING_PARTICIPLES or clauses.verb_lemma(verb) in verbs("lead")
    led = [noun for noun in clauses.patients(verb) if noun.pos_ in ("NOUN", "PROPN")]
    return is_leading and any(
        noun_kind(noun) is None and organisation_kind(noun.text) for noun in led
    )


def _accompanies(verb: Token) -> bool:
    """Tell whether a verb says that a group goes with somebody: "eine Delegation begleitet sie"."""
    return (
        clauses.is_verbal(verb)
        and clauses.verb_lemma(verb) in verbs("accompany")
        and any(noun_kind(agent) in ("group", "people") for agent in clauses.agents(verb))
    )


def _travels_with_group(scene: Scene) -> list[Argument]:
    """Read "Bürgermeisterin Roth reiste mit einer Delegation nach Kiel"."""
    group = scene.group
    if group is not None and clauses.relation(group) == "conj":
        # "Präsident Miesen und eine Delegation statteten … einen Besuch ab"
        partner = scene.resolver.resolve(group.head)
        return [partner] if partner is not None and partner.label == "PER" else []
    if group is None or clauses.preposition(group) not in ("mit", "samt", "nebst"):
        return []
    verb = clauses.clause_verb(group)
    if verb == group or clauses.verb_lemma(verb) not in verbs("travel") | verbs("visit"):
        return []
    return [
        person
        for subject in clauses.subjects(verb)
        if (named := _person(subject, scene)) is not None
        for person in scene.resolver.names_in_list(named)
    ]


def _group_round(scene: Scene) -> list[Argument]:
    """Read "eine Delegation um Staatssekretär Wolf"."""
    if scene.group is None:
        return []
    return _names_after(scene.group, ("um",), scene, ("PER",))[:1]


def _person_after(token: Token, scene: Scene) -> list[Argument]:
    """Return the person named behind "Leitung von", "angeführt von", "mit" … "an der Spitze"."""
    after = [n for n in scene.names if n.label == "PER" and 0 <= n.start_char - token.idx <= 130]
    if token.lower_ == "spitze":
        before = [n for n in scene.names if n.label == "PER" and 0 < token.idx - n.end_char <= 40]
        return before[-1:] or after[:1]
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


def _person(token: Token, scene: Scene) -> Argument | None:
    """Return the person that a subject means: a name, or a role that one person holds."""
    named = scene.resolver.resolve(token)
    if named is not None and named.label == "PER":
        return named
    base = load_role_nouns().base(token.text.rpartition("-")[2])
    if base is None:
        return None
    # The role stands before the name: "Oberbürgermeister Tim Kurz" may be headed by either word.
    for name in scene.names:
        if name.label == "PER" and 0 <= name.start_char - (token.idx + len(token.text)) <= 6:
            return name
    holders = [
        person
        for person in token.doc._.get(PEOPLE)
        if person["role"] and person["role"].casefold().startswith(base.casefold())
    ]
    if len(holders) == 1:
        person = holders[0]
        return Argument("PER", person["id"], person["name"], token.idx, token.idx + len(token.text))
    return None


def hosts(scene: Scene) -> list[Argument]:
    """Read "wurde von X empfangen", "X begrüßte die Delegation", "auf Einladung von X"."""
    found: list[Argument] = []
    for token in scene.sentence:
        if token.lower_ in ("gastgeber", "gastgeberin"):
            after = [n for n in scene.names if 0 < n.start_char - token.idx <= 80]
            found += [n for n in after[:1] if n.label in ("PER", "ORG")]
        if clauses.is_verbal(token) and clauses.verb_lemma(token) in verbs("receive"):
            for agent in clauses.agents(token):
                argument = _person(agent, scene) or scene.resolver.resolve(agent)
                if argument is not None and argument.label in ("PER", "ORG"):
                    found += scene.resolver.names_in_list(argument)
        elif token.lower_ == "einladung":
            after = [n for n in scene.names if 0 < n.start_char - token.idx <= 70]
            found += [n for n in after[:1] if n.label in ("PER", "ORG")]
    return unique(found)


def people_met(doc: Doc, resolver: Resolver) -> set[str]:
    """Return the people whom travellers meet: "In Ottawa trifft die Delegation Ministerin Roth"."""
    found = set()
    for verb in doc:
        if not clauses.is_verbal(verb) or clauses.verb_lemma(verb) not in verbs("meet"):
            continue
        partners = clauses.objects(verb) if clauses.verb_lemma(verb) == "treffen" else []
        partners += [noun for word, noun in clauses.obliques(verb) if word == "mit"]
        scene = Scene(verb.sent, resolver, None, None)
        named = (_person(noun, scene) for noun in partners)
        found |= {person.ref for person in named if person is not None and person.ref is not None}
    return found


def organisers(scene: Scene) -> list[Argument]:
    """Read "organisiert von der IHK", "die IHK entsendet eine", "Delegationsreise der IHK"."""
    found: list[Argument] = []
    for token in scene.sentence:
        if token.pos_ in ("VERB", "ADJ") and clauses.verb_lemma(token) in verbs("send"):
            things = clauses.patients(token)
            if any(noun_kind(t) in ("group", "trip", "journey") for t in things):
                for agent in clauses.agents(token):
                    argument = scene.resolver.resolve(agent)
                    if argument is not None and (
                        argument.label == "ORG" or organisation_kind(argument.noun or "")
                    ):
                        found.append(argument)
    if scene.trip is not None and noun_kind(scene.trip) == "trip":
        for genitive in clauses.genitives(scene.trip):
            argument = scene.resolver.resolve(genitive)
            if argument is not None and argument.label == "ORG":
                found += scene.resolver.names_in_list(argument)
    return unique([a for a in found if a.label == "ORG" or a.ref is None])


def participants(scene: Scene) -> list[Argument]:
    """Read "mit dabei waren X und Y", "darunter X", "Delegation mit X, Y und Z"."""
    found: list[Argument] = []
    for token in scene.sentence:
        if token.lower_ in TEAM_WORDS or _opens_examples(token):
            found += _team_after(token, scene)
            break
    if scene.group is not None:
        found += _names_after(scene.group, ("mit",), scene, ("PER", "ORG"))
    return unique(found)


def _opens_examples(token: Token) -> bool:
    """Read "die Gäste, unter ihnen Bürgermeister Wolf"."""
    return token.lower_ in ("ihnen", "denen") and token.i > 0 and token.nbor(-1).lower_ == "unter"


def _team_after(word: Token, scene: Scene) -> list[Argument]:
    """Return the people, else the organisations, named behind a word such as "darunter".

    Where none stands behind it, those before it in its clause: "X und Y waren mit dabei".
    """
    behind = [n for n in scene.names if n.start_char > word.idx]
    before = [n for n in scene.names if n.end_char <= word.idx]
    for names in (behind, before):
        people = [n for n in names if n.label == "PER"]
        if people:
            return people
        bodies = [n for n in names if n.label == "ORG" and not _is_employer(n, scene)]
        if bodies:
            return bodies
    return []


def _is_employer(name: Argument, scene: Scene) -> bool:
    """Tell whether an organisation only says where a person works ("Jan Wolf, Leiter der IHK")."""
    return name.label == "ORG" and any(
        person["organisation"] and person["organisation"]["ref"] == name.ref
        for person in scene.sentence.doc._.get(PEOPLE)
        if any(n.ref == person["id"] for n in scene.names)
    )


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
