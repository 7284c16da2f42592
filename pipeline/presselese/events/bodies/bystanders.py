"""Names that stand beside an event's members or founders and are none.

"Quellau verlässt Verbund", says the headline, and the text: "Die Stadtwerke Quellau haben
gekündigt"; in a later sentence the mayor signs. Where the text names who joins, or who founds, they
are all it means. Works on merged events, since only those show all that was told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from spacy.tokens import Doc

from presselese.events.bodies.no_members import MEMBERS
from presselese.events.fillers.coordination import first_of_list
from presselese.events.fillers.names import Argument
from presselese.linking.event_fillers import sort_of
from presselese.linking.mentions import key
from presselese.resources.doc_fields import ORGANISATIONS, PEOPLE, PLACES, ZONES, in_zone

# So many names of members that stand elsewhere are a list, fewer are strays.
LEAST_LISTED: Final = 3
Event = dict[str, Any]
Filler = dict[str, Any]


def leave_out_bystanders(event: Event, slot: str, doc: Doc) -> None:
    """Take out of a slot of a merged event, in place, who only stands beside its fillers."""
    event[slot] = _without_signers(event[slot], doc)
    event[slot] = _without_headlines_words(event, event[slot], doc)
    event[slot] = _without_short_forms(event, event[slot], doc)
    if slot == MEMBERS:
        event[slot] = _without_strays(event, event[slot])
        event[slot] = _without_mere_nouns(event[slot], doc)


def _without_headlines_words(event: Event, fillers: list[Filler], doc: Doc) -> list[Filler]:
    """Return the fillers that the text names, where it names as many as the headline alone.

    "Unispital im Bund der Grossen" is "das Universitätsspital Nordwest" below.
    """
    told = [f for f in fillers if f["ref"] is not None and _is_told_in_text(f, event, doc)]
    untold = [f for f in fillers if f not in told and _in_headline(f["start_char"], doc)]
    return [f for f in fillers if f not in untold] if len(told) >= len(untold) else fillers


def _without_signers(fillers: list[Filler], doc: Doc) -> list[Filler]:
    """Return the fillers without people, where a body or town is one that they are not listed with.

    They sign, welcome or hand over: "Bürgermeister Lenz unterschrieb die Beitrittserklärung."
    """
    bodies = {_list_of(f, doc) for f in fillers if sort_of(f) in ("org", "plc")}
    if not bodies:
        return fillers
    return [f for f in fillers if sort_of(f) != "per" or _list_of(f, doc) in bodies]


def _without_strays(event: Event, members: list[Filler]) -> list[Filler]:
    """Return the members without one or two names that no telling has in its own sentence.

    Beside one that stands there they are of another story: "Der Kreis Aue will dem Bund beitreten.
    … Skeptisch ist man in Celle." Three and more are a list of those who join.
    """
    own = [m for m in members if m["ref"] in event["own"] and sort_of(m) != "per"]
    strays = [m for m in members if m["ref"] is not None and m["ref"] not in event["own"]]
    is_list = len(strays) >= LEAST_LISTED
    return [m for m in members if m not in strays] if own and not is_list else members


def _without_short_forms(event: Event, fillers: list[Filler], doc: Doc) -> list[Filler]:
    """Return the fillers without towns of which another sentence names the body: "Quellau".

    In one sentence they are two: "Quellau und die Stadtwerke Quellau".
    """
    return [
        f
        for f in fillers
        if sort_of(f) != "plc" or not any(_is_short_for(f, other, event, doc) for other in fillers)
    ]


def _without_mere_nouns(members: list[Filler], doc: Doc) -> list[Filler]:
    """Return the members without mere nouns beside names: who joins is named.

    "Hergatz" and "die erste Gemeinde", which it is, or "viele Orte" of another sentence. Those in
    one list with a name stay ("der Landkreis und Aue"), and those with a name inside that no member
    has.
    """
    names = [m for m in members if m["ref"] is not None]
    lists = {_list_of(name, doc) for name in names}
    refs = {name["ref"] for name in names}
    return [
        m
        for m in members
        if m["ref"] is not None
        or not names
        or _list_of(m, doc) in lists
        or not _named_inside(m, doc) <= refs
    ]


def _list_of(filler: Filler, doc: Doc) -> int | None:
    """Return the first word of the coordination that a filler stands in."""
    place = Argument("NP", None, filler["name"], filler["start_char"], filler["end_char"])
    return first_of_list(doc, place)


def _named_inside(filler: Filler, doc: Doc) -> set[str]:
    """Return the refs of the names inside a phrase: "die Wasserwerke der Stadt Aue"."""
    return {
        entity["id"]
        for field in (ORGANISATIONS, PLACES, PEOPLE)
        for entity in doc._.get(field)
        for mention in entity["mentions"]
        if filler["start_char"] <= mention["start_char"]
        and mention["end_char"] <= filler["end_char"]
    }


def _is_short_for(town: Filler, body: Filler, event: Event, doc: Doc) -> bool:
    words = set(key(town["name"]))
    return (
        sort_of(body) == "org"
        and words < set(key(body["name"]))
        and not any(
            _is_inside(mention, sentence)
            for sentence in event["evidence"]
            if any(_is_inside(m, sentence) for m in _mentions(body, doc))
            for mention in _mentions(town, doc)
        )
    )


def _is_told_in_text(filler: Filler, event: Event, doc: Doc) -> bool:
    return any(
        _is_inside(mention, sentence)
        for sentence in event["evidence"]
        for mention in _mentions(filler, doc)
        if not _in_headline(mention["start_char"], doc)
    )


def _mentions(filler: Filler, doc: Doc) -> Iterator[Filler]:
    """Yield where a filler stands, by name or as the phrase that means it here."""
    yield filler
    for field in (ORGANISATIONS, PLACES, PEOPLE):
        for entity in doc._.get(field):
            if entity["id"] == filler["ref"]:
                yield from entity["mentions"]


def _is_inside(span: Filler, sentence: Filler) -> bool:
    return bool(sentence["start_char"] <= span["start_char"] < sentence["end_char"])


def _in_headline(start_char: int, doc: Doc) -> bool:
    return in_zone(doc._.get(ZONES), start_char, "headline")
