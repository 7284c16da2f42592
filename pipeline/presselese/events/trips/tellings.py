"""Delegations: sentences about a travelling group become scenes, scenes become tellings.

A scene counts where a group noun ("Delegation", "Abordnung") or a trip noun ("Wirtschaftsreise")
stands in it, or where people who act for others travel together ("14 Abgeordnete … angereist").
Later scenes about "die Reise" or "die Delegation" add to the trip that they continue.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, Final

from spacy.tokens import Doc, Span, Token

from presselese.actors.travel_nouns import noun_kind
from presselese.events.fillers.names import Argument
from presselese.events.fillers.resolver import Resolver
from presselese.events.fillers.telling import Telling
from presselese.events.frames.tellings import in_silent_zone
from presselese.events.grammar import nominals, verbs
from presselese.events.grammar.status import is_reported, status_of
from presselese.events.trips import parties as trip_parties
from presselese.events.trips import places as trip_places
from presselese.events.trips.company import participants
from presselese.events.trips.leaders import leaders
from presselese.events.trips.others import is_another
from presselese.events.trips.scene import Scene, is_group_of_people, travellers
from presselese.resources.doc_fields import DATES, PLACES, PUBLISHED, text_of

SLOTS: Final = ("destinations", "origins", "organisers", "leaders", "participants", "hosts")
# Words by which a later sentence goes on about a trip.
CONTINUING: Final = frozenset(
    "partie mitgereist mitreisende mitreisenden mitreisender angeführt geleitet angereist station "
    "stationen begleitet begleiteten begleiten programm plan abstecher weiter dabei gastgeber "
    "empfangen begrüßt empfing begrüßte unterwegs teilnehmen teilnahmen teilgenommen spitze "
    "leitung willkommen eingeladen einladung delegationsleitung delegationsleiter "
    "delegationsleiterin delegationschef delegationschefin".split()
)
# What a group undergoes that is known: "Angeführt werden die Gäste von X".
UNDERGONE: Final = frozenset("angeführt geleitet begleitet empfangen begrüßt eingeladen".split())
# "Delegation der Deutschen Wirtschaft" is an office abroad, "Delegation von Aufgaben" hands over.
OFFICE: Final = re.compile(r"Delegation(?:en)?(?:,? \w+)* der [Dd]eutschen Wirtschaft")
HANDING_OVER: Final = re.compile(
    r"Delegation (?:von|der|des) (?:\w+ )?\w*(?:[Aa]ufgaben?|[Vv]erantwortung|[Kk]ompetenz(?:en)?|"
    r"[Bb]efugnis(?:sen?)?|[Ee]ntscheidung(?:en)?|[Aa]rbeit(?:en)?|[Pp]flicht(?:en)?|"
    r"[Tt]ätigkeit(?:en)?|[Rr]echt(?:en?|s)?|[Zz]uständigkeit(?:en)?)\b"
)


def delegation_tellings(
    doc: Doc, resolver: Resolver, opened: Collection[int] = ()
) -> Iterator[Telling]:
    """Yield the tellings of trips in text order; continuing scenes have `is_new` False.

    `opened` holds the first tokens of sentences that others know to tell of a trip.
    """
    is_told = False
    for sentence in doc.sents:
        telling = _opening(sentence, resolver) or (
            _continuation(sentence, resolver, sentence.start in opened) if is_told else None
        )
        is_told = is_told or sentence.start in opened
        if telling is None or in_silent_zone(telling.trigger[0]):
            continue
        is_told = is_told or telling.is_new
        yield telling


def _opening(sentence: Span, resolver: Resolver) -> Telling | None:
    """Return the telling of a sentence that speaks of a delegation by itself."""
    nouns = _nouns(sentence)
    group, trip = nouns.get("group"), nouns.get("trip")
    if group is not None or trip is not None:
        rule = "delegation.group_noun" if group is not None else "delegation.trip_noun"
        scene = Scene(sentence, resolver, group, trip or nouns.get("journey"))
        return _telling(scene, group or trip or sentence.root, rule)
    people = travellers(sentence)
    if people is None:
        return None
    scene = Scene(sentence, resolver, people, nouns.get("journey"))
    telling = _telling(scene, people, "delegation.people_travel")
    return telling if telling.slots["destinations"] or telling.slots["origins"] else None


def _continuation(sentence: Span, resolver: Resolver, is_opened: bool) -> Telling | None:
    """Return what a sentence adds to a trip told before ("Die Reise dauert vom …").

    Who goes along says nothing of whether a trip was told before: where others know that the
    sentence tells of one (`is_opened`), it does not make it go on.
    """
    nouns = _nouns(sentence)
    head = nouns.get("journey") or nouns.get("guests")
    words = {token.lower_ for token in sentence}
    scene = Scene(sentence, resolver, nouns.get("guests"), nouns.get("journey"))
    is_scene = (
        head is not None
        or words & CONTINUING
        or (not is_opened and bool(participants(scene)))
        or any(trip_parties.receives(token) for token in sentence if verbs.is_verbal(token))
    )
    if not is_scene or (head is not None and is_another(head)):
        return None
    telling = _telling(scene, head or sentence.root, "delegation.continued")
    telling.is_new = False
    telling.is_definite |= telling.trigger.text.lower() in UNDERGONE
    if nouns.get("journey") is None:
        telling.values["start"] = telling.values["end"] = None
    # A date of something else is no news of the trip, but what stands there goes on about it.
    is_dated = nouns.get("journey") is not None and bool(_dates(sentence))
    has_news = any(telling.slots.values()) or is_dated or telling.values["size"]
    return telling if has_news else None


def _nouns(sentence: Span) -> dict[str, Token]:
    """Return the first noun of each kind that may speak of a trip."""
    found: dict[str, Token] = {}
    for token in sentence:
        kind = noun_kind(token)
        if kind is None and COMPOUND_TRIP.fullmatch(token.text):
            kind = "trip" if "eise" in token.text else "group"
        elif kind == "journey" and _is_trip_of_many(token):
            kind = "trip"
        if kind in ("group", "trip") and (is_office(token) or is_handing_over(token)):
            continue
        if kind is not None:
            found.setdefault(kind, token)
    return found


def _is_trip_of_many(noun: Token) -> bool:
    """Tell "die Chinareise der IHK" from "die Chinareise des Kanzlers" and from "die Reise".

    A place stands inside the word, and an organisation or several people travel.
    """
    end = noun.idx + len(noun.text)
    names_a_place = any(
        noun.idx == mention["start_char"] and mention["end_char"] < end
        for place in noun.doc._.get(PLACES)
        for mention in place["mentions"]
    )
    return names_a_place and (
        any(token.ent_type_ == "ORG" for token in nominals.genitives(noun))
        or any(is_group_of_people(token) for token in noun.sent)
    )


# "seit 1986", "vor 30 Jahren": the date of the partnership, not of the trip.
STANDING_SINCE: Final = re.compile(r"\bseit(?: dem| Anfang| Ende| Mitte)?\s*$", re.IGNORECASE)
# "Chinareise", "USA-Delegation": which ones go to a place is seen by the name inside them.
COMPOUND_TRIP: Final = re.compile(r"[A-ZÄÖÜ]\w+-?(?:[Rr]eise|[Dd]elegation)n?")


def is_office(token: Token) -> bool:
    """Tell "Delegation der Deutschen Wirtschaft", an office abroad, from a group that travels."""
    window = text_of(token.doc)[token.idx : token.idx + 90]
    if OFFICE.match(window):
        return True
    named = token.ent_type_ == "ORG"
    return named and "Wirtschaft" in window[:60]


def is_handing_over(token: Token) -> bool:
    """Tell "Delegation von Aufgaben" from a group that travels."""
    return bool(HANDING_OVER.match(text_of(token.doc), token.idx))


def _telling(scene: Scene, head: Token, rule: str) -> Telling:
    slots: dict[str, list[Argument]] = {
        "destinations": trip_places.destinations(scene),
        "origins": trip_places.origins(scene),
        "organisers": trip_parties.organisers(scene),
        "leaders": leaders(scene),
        "hosts": trip_parties.hosts(scene),
        "participants": participants(scene),
    }
    _keep_one_role_each(slots)
    start, end = _period(scene)
    return Telling(
        kind="delegation",
        rule=rule,
        trigger=head.doc[head.i : head.i + 1],
        sentence=scene.sentence,
        status=status_of(head),
        reported=is_reported(head),
        slots=slots,
        values={"size": trip_parties.size(scene), "start": start, "end": end},
        is_definite=is_definite(head),
        is_another=is_another(head),
        is_led=bool(slots["leaders"]),
    )


def is_definite(noun: Token) -> bool:
    """Tell whether a noun is spoken of as known: "die Delegation", "auf ihrer Reise".

    "Teilnehmer Jan Kolbe war zufrieden" speaks of a trip that the reader knows, too.
    """
    return _is_title(noun) or any(
        nominals.relation(child) == "det"
        and (
            "Def" in child.morph.get("Definite", [])
            or child.lower_.startswith(("dies", "ihr", "sein"))
        )
        for child in noun.children
    )


def _is_title(noun: Token) -> bool:
    """Tell "Teilnehmer Jan Kolbe": without an article, right before a person's name."""
    return (
        noun.i + 1 < noun.sent.end
        and noun.ent_type_ == ""
        and noun.pos_ == "NOUN"
        and noun.nbor().ent_type_ == "PER"
        and nominals.article_of(noun) is None
    )


def _keep_one_role_each(slots: dict[str, list[Argument]]) -> None:
    """Give every name one role only: who leads or receives is not also listed as taking part.

    But a town may invite to itself.
    """
    taken: set[str] = set()
    goals = {a.ref or a.name for a in slots["destinations"]}
    for slot in ("destinations", "origins", "organisers", "leaders", "hosts", "participants"):
        free = taken - goals if slot == "hosts" else taken
        slots[slot] = [a for a in slots[slot] if (a.ref or a.name) not in free]
        taken |= {a.ref or a.name for a in slots[slot]}


def _dates(sentence: Span) -> list[dict[str, Any]]:
    text = text_of(sentence.doc)
    return [
        date
        for date in sentence.doc._.get(DATES)
        if date["type"] == "DATE"
        and sentence.start_char <= date["start_char"] < sentence.end_char
        and not STANDING_SINCE.search(text, max(0, date["start_char"] - 16), date["start_char"])
    ]


def _is_of_something_else(date: dict[str, Any], doc: Doc) -> bool:
    """Tell the date of "das 2011 eröffnete Technikum" from that of a trip."""
    span = doc.char_span(date["start_char"], date["end_char"], alignment_mode="expand")
    for token in (span.root, *span.root.ancestors) if span is not None else ():
        if nominals.relation(token) in ("amod", "acl") and token.pos_ in ("ADJ", "VERB", "AUX"):
            return noun_kind(token.head) is None and token.head.pos_ in ("NOUN", "PROPN")
    return False


def _period(scene: Scene) -> tuple[str | None, str | None]:
    """Return start and end of the trip from the dates of its sentence, EDTF.

    A span gives both; a single day, month or year gives the start alone.
    """
    doc = scene.sentence.doc
    found = [date for date in _dates(scene.sentence) if not _is_of_something_else(date, doc)]
    for date in found:
        start, slash, end = date["value"].partition("/")
        if slash and start and end and start != "..":
            return start, end
    points = [d["value"] for d in found if len(d["value"]) >= 4 and d["value"][:1] in "12X"]
    points = [value for value in points if "/" not in value]
    if not points or (doc._.get(PUBLISHED) or "") == points[0]:
        return None, None
    return max(points, key=len), None
