"""Whose filler a name is where one sentence tells two events: the one's in whose clause it stands.

"Zuletzt trat Aue bei, während Bramme austrat": the event heads of the German pipeline see both
towns near both verbs, the tree tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from spacy.tokens import Token

from presselese.events.fillers.names import Argument
from presselese.events.grammar.nominals import relation
from presselese.events.grammar.verbs import clause_verb
from presselese.events.heads.readings import LEAST_TRIGGER, ROLE_OF_SLOT, Reading

# Readings that are one event with at least this chance share their fillers.
MAY_BE_ONE: Final = 0.5


def leave_to_owners(readings: Sequence[Reading]) -> None:
    """Take fillers from readings in whose clause they do not stand, in place.

    A slot is never emptied: in "Aue trat bei und bald wieder aus" both events have the one member.
    """
    for reading in readings:
        rivals = [other for other in readings if _is_rival(other, reading)]
        if not rivals:
            continue
        owners = _anchors([reading, *rivals])
        for slot, found in reading.slots.items():
            own = [pair for pair in found if _is_own(pair[0], reading, owners)]
            if own:
                reading.slots[slot] = own
                _forget(reading, slot, [pair[0] for pair in found if pair not in own])


def leave_dates_to_owners(readings: Sequence[Reading]) -> None:
    """Take dates from readings that another one has in its own clause, in place, whatever its kind.

    "Mitglied des Netzwerks, das 2007 gegründet wurde": the date is the founding's alone.
    """
    for reading in readings:
        others = [other for other in readings if _is_another_of_sentence(other, reading)]
        for role, date in list(reading.dates.items()):
            word = reading.token.doc.char_span(
                date["start_char"], date["end_char"], alignment_mode="expand"
            )
            clause = clause_verb(word[0]) if word is not None else None
            if clause is None or clause == clause_verb(reading.token):
                continue
            if any(
                clause == clause_verb(other.token) and date in other.dates.values()
                for other in others
            ):
                del reading.dates[role]


def _is_another_of_sentence(other: Reading, reading: Reading) -> bool:
    """Tell whether a reading surely tells another event of one sentence."""
    likeness = reading.links.likeness(other.links) or 0.0
    return (
        other.token.sent == reading.token.sent
        and other.token != reading.token
        and other.score >= LEAST_TRIGGER
        and likeness < MAY_BE_ONE
    )


def _forget(reading: Reading, slot: str, strangers: Iterable[Argument]) -> None:
    """Let a reading no longer support fillers of another event, in place: frames see them, too."""
    chances = reading.parts.get(ROLE_OF_SLOT[slot], {})
    for argument in strangers:
        span = argument.span(reading.token.doc)
        for token in span if span is not None else ():
            chances.pop(token.i, None)


def _is_rival(other: Reading, reading: Reading) -> bool:
    """Tell whether a reading tells another event of the kind in another clause of the sentence."""
    return (
        other.kind == reading.kind
        and _is_another_of_sentence(other, reading)
        and (
            clause_verb(other.token) != clause_verb(reading.token)
            or _is_parted(other.token, reading.token)
        )
    )


def _anchors(readings: Sequence[Reading]) -> dict[int, set[int]]:
    """Return the trigger words that a trigger or the verb of its clause stands for, by word."""
    found: dict[int, set[int]] = {}
    for reading in readings:
        for token in (reading.token, clause_verb(reading.token)):
            found.setdefault(token.i, set()).add(reading.token.i)
    return found


def _by_semicolon(word: Token, own: Token, rivals: Iterable[Token]) -> bool | None:
    """Tell whose a word is in "Mitglied ist Aue; ausgetreten ist Bramme"; None without semicolon.

    Parsers confuse the halves of such a sentence.
    """
    beside = [rival for rival in rivals if not _is_parted(word, rival)]
    if _is_parted(word, own) == bool(beside):
        return not beside
    return None


def _is_parted(first: Token, second: Token) -> bool:
    low, high = sorted((first.i, second.i))
    return any(token.text == ";" for token in first.doc[low:high])


def _is_own(argument: Argument, reading: Reading, owners: Mapping[int, set[int]]) -> bool:
    doc, sentence = reading.token.doc, reading.token.sent
    span = argument.span(doc)
    if span is None or not sentence.start <= span.start < sentence.end:
        return True  # of other sentences the tree says nothing
    root: Token = span.root
    rivals = {doc[i] for told in owners.values() for i in told} - {reading.token}
    is_own = _by_semicolon(root, reading.token, rivals) if rivals else None
    if is_own is not None:
        return is_own
    verb = clause_verb(reading.token)
    if relation(verb) == "acl" and span.start <= verb.head.i < span.end:
        return True  # "das Netzwerk X, dem Aue angehört"
    for token in (root, *root.ancestors):
        told = {i for i in owners.get(token.i, ()) if not _is_parted(root, doc[i])}
        if told:
            return reading.token.i in told
    return True
