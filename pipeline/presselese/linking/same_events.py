"""Which tellings tell one event and which two, by what they name.

Two foundings are one where the organisation is the same, or one of them names only a noun ("eine
Tochter") and the founders are the same; two memberships where organisation and direction are the
same and members overlap or share a sentence. Merging them is left to `events`.
"""

from __future__ import annotations

from presselese.linking.event_fillers import (
    FOUNDERS,
    MEMBERS,
    Event,
    in_one_sentence,
    is_part_of,
    like_filler,
    overlap,
    same_filler,
    says_more,
    sort_of,
)
from presselese.linking.mentions import key


def are_two(first: Event, second: Event) -> bool:
    """Tell "Der Kreis tritt nicht bei" from "Auch Aue will Mitglied werden", however alike.

    And the founding of a body from the opening of its office.
    """
    if _founds(first, second) or _founds(second, first):
        return True
    if _are_of_two_bodies(first, second):
        return True
    if _join_apart(first, second) or _belongs_besides(first, second):
        return True
    members = [event.get(MEMBERS) or () for event in (first, second)]
    return (
        all(members)
        and all(filler["ref"] for fillers in members for filler in fillers)
        and not overlap(*members)
        and first["status"] != second["status"]
        and not (first["is_headline"] or second["is_headline"])
    )


def _are_of_two_bodies(first: Event, second: Event) -> bool:
    """Tell the founding of "Nordlab" from that of "Südwerk", and "ein Institut" from "ein Büro".

    The heads take what is founded in one breath for one. Who leaves two bodies leaves twice.
    """
    leaves = first.get("change") == second.get("change") == "leaves"
    if first["is_headline"] or (FOUNDERS not in first and not leaves):
        return False  # a headline shortens names, and who joins is told of one network's two names
    one, other = first["organisation"], second["organisation"]
    if FOUNDERS in first and _dates_clash(first, second):
        return True
    if one["ref"] and other["ref"]:
        return not like_filler(one, other)
    are_new = not (leaves or one["ref"] or other["ref"] or second.get("is_known"))
    are_bodies = first.get("is_body") and second.get("is_body")
    return bool(are_new and are_bodies) and not (
        _names_nest(first, second) or says_more(one, other) or says_more(other, one)
    )


def _join_apart(first: Event, second: Event) -> bool:
    """Tell "Celle trat 2019 bei" from "Zum Mai stößt Aue dazu": named members of two sentences.

    And who leaves from who joins, of which only a headline is easily misread.
    """
    if first["is_headline"] or second["is_headline"] or MEMBERS not in first:
        return False
    changes = {first["change"], second["change"]}
    if len(changes) == 2:
        return "leaves" in changes
    members = first[MEMBERS], second[MEMBERS]
    are_people = [all(sort_of(f) == "per" for f in fillers) for fillers in members]
    return (
        "is" not in changes
        and are_people[0] == are_people[1]  # the mayor only signs for the town
        and all(filler["ref"] for fillers in members for filler in fillers)
        and not overlap(*members)
        and not in_one_sentence(first, second)
        and all(_names_members(event) for event in (first, second))
    )


def _belongs_besides(first: Event, second: Event) -> bool:
    """Tell "Kiel tritt bei" from "Mitglieder sind Kiel, Aue und Celle", which tells of others, too.

    Headlines and groups without names are left to other rules.
    """
    if {first.get("change"), second.get("change")} != {"joins", "is"}:
        return False
    if first["is_headline"] or second["is_headline"]:
        return False
    joins, belongs = (
        {member["ref"] for event in (first, second) if event["change"] == change
         for member in event[MEMBERS] if member["ref"]}
        for change in ("joins", "is")
    )  # fmt: skip
    return bool(joins) and not belongs <= joins


def _names_members(event: Event) -> bool:
    """Tell whether a member stands in a sentence that tells the event, and one by name."""
    return MEMBERS in event["by_name"] and any(
        any(s["start_char"] <= member["start_char"] < s["end_char"] for s in event["evidence"])
        for member in event[MEMBERS]
    )


def _founds(first: Event, second: Event) -> bool:
    """Tell whether the organisation that one event founds opens that of another."""
    if (first.get("form"), second.get("form")) != ("founding", "opening"):
        return False
    ref = first["organisation"]["ref"]
    return ref is not None and any(ref == founder["ref"] for founder in second["founders"])


def is_retold(headline: Event, event: Event) -> bool:
    """Tell whether the text below a headline tells its event, in other words.

    "Kommunen gründen Breitbandfirma", then "die Breitband Süd GmbH"; "Stadt tritt Artenbündnis
    bei", then the alliance's full name; "Zwei Gemeinden neu dabei", then which.
    """
    if not headline["is_headline"] or event["is_headline"]:
        return False
    if MEMBERS in event:
        if headline["change"] != event["change"]:
            return False
        are_unnamed = all(member["ref"] is None for member in headline[MEMBERS])
        return overlap(headline[MEMBERS], event[MEMBERS]) or (
            are_unnamed and _same_network(headline["organisation"], event["organisation"])
        )
    if "founders" not in event:
        return False
    named = [filler for filler in headline["founders"] if filler["ref"]]
    told = named, event["founders"]
    return headline["organisation"]["ref"] is None and (not all(told) or overlap(*told))


def same_founding(first: Event, second: Event) -> bool:
    """Tell whether two foundings are one: the same organisation, not at two different dates."""
    if _dates_clash(first, second):
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


def _dates_clash(first: Event, second: Event) -> bool:
    dates = first["date"], second["date"]
    return all(dates) and not _compatible(*dates)


def _start_of_body(event: Event) -> int:
    """Return where the words for a body begin: of one "Büro", "gegründet; eröffnet hat es Roth"."""
    return int(event["organisation"]["start_char"])


def _are_elsewhere(first: Event, second: Event) -> bool:
    """Tell "eine Filiale in Kaunas" from "eine Filiale in Liepāja"."""
    places = first["places"], second["places"]
    return all(places) and not overlap(*places)


def _names_nest(first: Event, second: Event) -> bool:
    """Tell whether one noun phrase says the other's words: "Labor", "Labor für Gesteinsproben"."""
    bodies = first["organisation"], second["organisation"]
    short, long = sorted((set(key(body["name"])) for body in bodies), key=len)
    return short <= long or is_part_of(*bodies) or is_part_of(*reversed(bodies))


def same_membership(first: Event, second: Event) -> bool:
    """Tell whether two memberships are one: organisation, direction, and a member or sentence."""
    shares_member = overlap(first[MEMBERS], second[MEMBERS])
    if not _same_network(first["organisation"], second["organisation"]):
        return False
    if first["change"] == second["change"] == "is":
        # Who belongs to one network is told in several sentences: "Auch die TU zählt dazu."
        return not (first["date"] and second["date"] and first["date"] != second["date"])
    if first["change"] == second["change"]:
        return shares_member or in_one_sentence(first, second)
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
