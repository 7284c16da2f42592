"""One event told twice is one event: merges tellings of the same kind.

Works on plain event dicts in the shape of `records.events`, each with the helper key `order`
(text position) left to the caller. Two foundings are one where the organisation is the same, or
one of them names only a noun ("eine Tochter") and the founders are the same; two
memberships where organisation and direction are the same and members overlap or share a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from presselese.linking.coreference import NETWORK_NOUNS, is_mere_noun, is_named
from presselese.linking.links import surely_one
from presselese.linking.mentions import key

Event = dict[str, Any]
FOUNDERS: Final = "founders"
# By how much, of 1, a text must be less sure than its headline what is founded, to be wrong.
CLEARLY_LESS: Final = 0.2


def merge_events(
    events: Iterable[Event], same: Callable[[Event, Event], bool], many: Sequence[str]
) -> list[Event]:
    """Return events with those that `same` holds for merged, in text order.

    The earliest telling gives trigger, rule and status, in its sentence a frame's before one of the
    heads alone; fillers, evidence and empty values are added from the later ones.
    """
    merged: list[Event] = []
    for event in sorted(events, key=lambda e: int(e["trigger"]["start_char"])):
        targets = [other for other in merged if _are_one(other, event, same)]
        if not targets:
            merged.append(dict(event))
            continue
        _retell(targets[-1], event, many)
        # What the later telling adds may show that two earlier ones were one: "Neu dabei: …",
        # whose text names the town that the headline had named.
        for other in targets[:-1]:
            if _are_one(other, targets[-1], same):
                _retell(other, targets[-1], many)
                merged.remove(targets[-1])
                break
    return merged


def _are_one(first: Event, second: Event, same: Callable[[Event, Event], bool]) -> bool:
    return not _are_two(first, second) and (
        surely_one(first, second) or same(first, second) or _is_retold(first, second)
    )


def _retell(target: Event, event: Event, many: Sequence[str]) -> None:
    if target["is_headline"] and not event["is_headline"]:
        _take_the_texts_word(target, event)
    _absorb(target, event, many)


def _are_two(first: Event, second: Event) -> bool:
    """Tell "Der Kreis tritt nicht bei" from "Auch Aue will Mitglied werden", however alike.

    And the founding of a body from the opening of its office, and who is a founding member from who
    joins.
    """
    for one, other in ((first, second), (second, first)):
        if _founds(one, other) or _is_from_the_first(one, other):
            return True
    if (second.get("is_another") and not first["is_headline"]) or _are_of_two_makers(first, second):
        return True
    if _join_apart(first, second):
        return True
    members = [event.get("members") or () for event in (first, second)]
    return (
        all(members)
        and all(filler["ref"] for fillers in members for filler in fillers)
        and not overlap(*members)
        and first["status"] != second["status"]
        and not (first["is_headline"] or second["is_headline"])
    )


def _are_of_two_makers(first: Event, second: Event) -> bool:
    """Tell "eine Filiale" of one firm from "ein Labor" of another, however alike they are told."""
    makers = [event.get("founders") or () for event in (first, second)]
    return (
        all(makers)
        and all(sort_of(filler) == "org" for fillers in makers for filler in fillers)
        and not overlap(*makers)
        and not any(event["organisation"]["ref"] for event in (first, second))
        and not _names_nest(first, second)
    )


def _join_apart(first: Event, second: Event) -> bool:
    """Tell "Celle trat 2019 bei" from "Zum Mai stößt Aue dazu": named members of two sentences.

    And who leaves from who joins, of which only a headline is easily misread.
    """
    if first["is_headline"] or second["is_headline"] or "members" not in first:
        return False
    changes = {first["change"], second["change"]}
    if len(changes) == 2:
        return "leaves" in changes
    members = first["members"], second["members"]
    are_people = [all(sort_of(f) == "per" for f in fillers) for fillers in members]
    return (
        "is" not in changes
        and are_people[0] == are_people[1]  # the mayor only signs for the town
        and all(filler["ref"] for fillers in members for filler in fillers)
        and not overlap(*members)
        and not _in_one_sentence(first, second)
        and all(_names_members(event) for event in (first, second))
    )


def _names_members(event: Event) -> bool:
    """Tell whether a member stands in a sentence that tells the event, and one by name."""
    return "members" in event["by_name"] and any(
        any(s["start_char"] <= member["start_char"] < s["end_char"] for s in event["evidence"])
        for member in event["members"]
    )


def _is_from_the_first(first: Event, second: Event) -> bool:
    """Tell whether one event is about a founding member and the other about who joins."""
    changes = first.get("change"), second.get("change")
    return changes == ("is", "joins") and bool(first.get("is_from_the_first"))


def _founds(first: Event, second: Event) -> bool:
    """Tell whether the organisation that one event founds opens that of another."""
    if (first.get("form"), second.get("form")) != ("founding", "opening"):
        return False
    ref = first["organisation"]["ref"]
    return ref is not None and any(ref == founder["ref"] for founder in second["founders"])


def _is_retold(headline: Event, event: Event) -> bool:
    """Tell whether the text below a headline tells its event, in other words.

    "Kommunen gründen Breitbandfirma", then "die Breitband Süd GmbH"; "Stadt tritt Artenbündnis
    bei", then the alliance's full name; "Zwei Gemeinden neu dabei", then which.
    """
    if not headline["is_headline"] or event["is_headline"]:
        return False
    if "members" in event:
        if headline["change"] != event["change"]:
            return False
        are_unnamed = all(member["ref"] is None for member in headline["members"])
        return overlap(headline["members"], event["members"]) or (
            are_unnamed and _same_network(headline["organisation"], event["organisation"])
        )
    if "founders" not in event:
        return False
    named = [filler for filler in headline["founders"] if filler["ref"]]
    told = named, event["founders"]
    return headline["organisation"]["ref"] is None and (not all(told) or overlap(*told))


def _take_the_texts_word(target: Event, event: Event) -> None:
    """Let the text correct its headline: status, and names in place of nouns."""
    target["status"] = event["status"]
    if "leaves" in (target.get("change"), event.get("change")):
        target["change"] = event["change"]
    target["is_headline"] = False
    organisation = event.get("organisation")
    if organisation and not (
        _says_more(target["organisation"], organisation) or _names_another(target, event)
    ):
        target["organisation"] = organisation
    for slot in ("members", FOUNDERS):
        if event.get(slot) and not (slot == FOUNDERS and _are_its_people(event, target)):
            target[slot] = [filler for filler in target[slot] if filler["ref"]]


def _are_its_people(event: Event, headline: Event) -> bool:
    """Tell whether a text names but people of what its headline's clause says a group founds."""
    return (
        bool(_shown(headline))
        and not _shown(event)
        and all(sort_of(filler) == "per" for filler in event[FOUNDERS])
    )


def _names_another(headline: Event, event: Event) -> bool:
    """Tell whether the text seems to found another body than its headline and is less sure of it.

    "Netz Süd gegründet", then "Beim Gründungstreffen wurde Roth von der Aue GmbH gewählt".
    """
    bodies = headline["organisation"], event["organisation"]
    return (
        FOUNDERS in event
        and all(sort_of(body) == "org" for body in bodies)
        and set(key(bodies[0]["name"])).isdisjoint(key(bodies[1]["name"]))
        and (event["core_score"] or 0.0) < (headline["core_score"] or 0.0) - CLEARLY_LESS
    )


def _absorb(target: Event, other: Event, many: Sequence[str]) -> None:
    if is_framed(other) and not is_framed(target) and _in_one_sentence(target, other):
        target["rule"], target["trigger"] = other["rule"], other["trigger"]
    tells_who_is_in = (target.get("change"), other.get("change")) == ("joins", "is")
    for slot in many:
        if slot == "members" and tells_who_is_in:
            continue  # beside Kiel, which joins, it names who belongs there already
        if slot == FOUNDERS:
            target[slot] = _founders(target, other)
            target["shown"] |= other["shown"]
            continue
        if _names_at_last(target[slot], other[slot]):
            target[slot] = []
        target[slot] = _union(target[slot], other[slot])
    for name, value in other.items():
        if target.get(name) is None and value is not None:
            target[name] = value
    organisation = other.get("organisation")
    is_body = other.get("is_body") and not target.get("is_body")  # "eine Adresse", "ein Büro"
    if organisation and (is_body or _says_more(organisation, target["organisation"])):
        # "Firmen gründen Tochter" in the headline, "die Nord GmbH" below.
        target["organisation"] = organisation
        target["is_body"] = target.get("is_body") or other.get("is_body")
    if (other["read_score"] or 0.0) > (target["read_score"] or 0.0) and "form" in target:
        target["form"] = other["form"]
    add_telling(target, other)


def _founders(target: Event, other: Event) -> list[Event]:
    """Return the founders of two tellings: where a clause says who they are, them alone.

    "19 Kommunen haben die LAG gegründet", and nobody of its board, which the heads read; but a
    telling that adds to them or spells them out names all.
    """
    for first, second in ((target, other), (other, target)):
        shown, others = _shown(first), second[FOUNDERS]
        is_more = _goes_on(shown, others) and not _in_one_sentence(first, second)
        if shown and not _shown(second) and not is_more:
            return list(first[FOUNDERS])
    if _names_at_last(target[FOUNDERS], other[FOUNDERS]):
        are_people = all(sort_of(f) == "per" for f in other[FOUNDERS])  # rather their board
        return list((target if are_people and target[FOUNDERS] else other)[FOUNDERS])
    return _union(target[FOUNDERS], other[FOUNDERS])


def _shown(event: Event) -> list[Event]:
    return [f for f in event[FOUNDERS] if (f["ref"] or f["name"]) in event["shown"]]


def _goes_on(shown: Sequence[Event], fillers: Sequence[Event]) -> bool:
    are_bodies = len(fillers) > 1 and all(sort_of(f) in ("org", "plc") for f in fillers)
    is_group = not any(filler["ref"] for filler in shown)
    return (is_group and are_bodies) or all(is_told(filler, fillers) for filler in shown)


def is_framed(event: Mapping[str, Any]) -> bool:
    """Tell whether a frame tells the event, not the heads alone."""
    return not event["rule"].endswith(".read")


def _in_one_sentence(first: Event, second: Event) -> bool:
    """Tell "Als 100. Mitglied stieß Kiel zum Bund", which two words tell."""
    return bool(first["evidence"][0] == second["evidence"][0])


def _names_at_last(first: Sequence[Event], second: Sequence[Event]) -> bool:
    """Tell "Sieben Städte" from the telling that names them all: "Es sind Aue, Bramme, …"."""
    return (
        len(second) > 1
        and all(filler["ref"] for filler in second)
        and not any(filler["ref"] for filler in first)
    )


def _says_more(first: Event, second: Event) -> bool:
    """Tell whether a filler says more than a mere noun: a name, or "Dorfladen" beside "Laden"."""
    named = [is_named(filler["ref"], filler["name"]) for filler in (first, second)]
    if any(named):
        return named == [True, False]
    long, short = (str(filler["name"]).casefold() for filler in (first, second))
    return len(long) > len(short) and (long.endswith(short) or long.startswith(f"{short} "))


def add_telling(target: Event, other: Event) -> None:
    """Add to an event what every kind keeps of a further telling: evidence, links, certainty."""
    spans = {(s["start_char"], s["end_char"]): s for s in (*target["evidence"], *other["evidence"])}
    target["evidence"] = [spans[border] for border in sorted(spans)]
    target["links"] = target["links"].joined(other["links"])
    for name in ("read_score", "core_score"):
        target[name] = _surer(target[name], other[name])
    target["by_name"] |= other["by_name"]
    target["own"] |= other["own"]
    target["reported"] = target["reported"] and other["reported"]


def _surer(first: float | None, second: float | None) -> float | None:
    """Return the larger of two probabilities that may be unknown."""
    return max((score for score in (first, second) if score is not None), default=None)


def _union(first: list[Event], second: list[Event]) -> list[Event]:
    found = list(first)
    for filler in second:
        if not is_told(filler, found):
            found.append(filler)
    return found


def is_told(filler: Event, others: Iterable[Event]) -> bool:
    """Tell whether a filler stands among others, as the same or as a namesake of another sort."""
    return any(
        are_same(filler, other) or key(filler["name"]) == key(other["name"]) for other in others
    )


def are_same(first: Event, second: Event) -> bool:
    """Tell whether two fillers are one: the same, or alike ("Hella", "Hella China") of one sort."""
    sorts = {sort_of(filler) for filler in (first, second)}
    return same_filler(first, second) or (
        len(sorts) == 1 and all(sorts) and like_filler(first, second)
    )


def sort_of(filler: Mapping[str, Any]) -> str:
    """Return what a filler is, "org", "per" or "plc"; "" where it has no name."""
    return str(filler["ref"] or "").rpartition("_")[0]


def same_filler(first: Event, second: Event) -> bool:
    """Tell whether two fillers (or organisations) name the same thing."""
    if first.get("ref") and second.get("ref"):
        return bool(first["ref"] == second["ref"])
    return key(first["name"]) == key(second["name"])


def like_filler(first: Event, second: Event) -> bool:
    """Tell whether two fillers name the same thing, or one name says the other's words and more.

    "Helfta" and "Feuerwehr Helfta" are alike; "Verein" and "Verein Nordlicht" are not: what they
    share must be more than a noun for any such body.
    """
    if same_filler(first, second):
        return True
    short, long = sorted((set(key(f["name"])) for f in (first, second)), key=len)
    return short <= long and any(len(w) > 3 and not NETWORK_NOUNS.fullmatch(w) for w in short)


def overlap(first: Sequence[Event], second: Sequence[Event]) -> bool:
    """Tell whether a filler of one list is alike to one of the other, see `like_filler`."""
    return any(like_filler(a, b) for a in first for b in second)


def same_founding(first: Event, second: Event) -> bool:
    """Tell whether two foundings are one: the same organisation, not at two different dates."""
    dates_clash = (
        first["date"] and second["date"] and not _compatible(first["date"], second["date"])
    )
    if dates_clash:
        return False
    named = [bool(event["organisation"].get("ref")) for event in (first, second)]
    is_one_mention = _start_of_body(first) == _start_of_body(second)
    if same_filler(first["organisation"], second["organisation"]) and (
        any(named) or is_one_mention
    ):
        return True  # whatever the form: "gegründet" here, "eröffnete" there
    if first.get("form") != second.get("form"):
        return False
    if second.get("is_known") and not named[1] and not _are_elsewhere(first, second):
        return True  # "die Gründung des Gemeinschaftsunternehmens": the one told last
    if not any(named):
        # "Filiale eröffnet" and "eine siebte Filiale soll folgen" are two.
        return (
            first.get("status") == second.get("status")
            and _names_nest(first, second)
            and not _are_elsewhere(first, second)
        )
    shares_founder = any(same_filler(a, b) for a in first["founders"] for b in second["founders"])
    if all(named) and like_filler(first["organisation"], second["organisation"]):
        return True
    if shares_founder and _are_elsewhere(first, second) and not first["is_headline"]:
        return False  # "die Nord Lab Basel", then "ein Büro in Lausanne"
    # "Förderverein gegründet" in the headline, "den Förderverein Haus Nord" below.
    return not all(named) and (shares_founder or _names_nest(first, second))


def _start_of_body(event: Event) -> int:
    """Return where the words for a body begin: of one "Büro", "gegründet; eröffnet hat es Roth"."""
    return int(event["organisation"]["start_char"])


def _are_elsewhere(first: Event, second: Event) -> bool:
    """Tell "eine Filiale in Kaunas" from "eine Filiale in Liepāja"."""
    places = first["places"], second["places"]
    return all(places) and not overlap(*places)


def _names_nest(first: Event, second: Event) -> bool:
    """Tell whether one noun phrase says the other's words: "Labor", "Labor für Gesteinsproben"."""
    short, long = sorted((set(key(e["organisation"]["name"])) for e in (first, second)), key=len)
    return short <= long


def same_membership(first: Event, second: Event) -> bool:
    """Tell whether two memberships are one: organisation, direction, and a member or sentence."""
    shares_member = overlap(first["members"], second["members"])
    if not _same_network(first["organisation"], second["organisation"]) and not (
        shares_member
        and first["change"] == second["change"]
        and any(is_mere_noun(event["organisation"]["name"]) for event in (first, second))
    ):
        return False
    if first["change"] == second["change"] == "is":
        # Who belongs to one network is told in several sentences: "Auch die TU zählt dazu."
        return not (first["date"] and second["date"] and first["date"] != second["date"])
    if first["change"] == second["change"]:
        return shares_member or _in_one_sentence(first, second)
    return shares_member and {first["change"], second["change"]} == {"joins", "is"}


def _same_network(first: Event, second: Event) -> bool:
    """Tell whether two fillers name one network; "Metropolregion" may be "Metropolregion Nord"."""
    if like_filler(first, second):
        return True
    unnamed = [filler for filler in (first, second) if not filler.get("ref")]
    words = {str(filler["name"]): set(key(filler["name"])) for filler in (first, second)}
    return bool(unnamed) and any(
        words[filler["name"]] <= words[other["name"]]
        for filler in unnamed
        for other in (first, second)
        if other is not filler
    )


def _compatible(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith(shorter) or (
        "XXXX" in (first[:4], second[:4]) and first[4:] == second[4:]
    )
