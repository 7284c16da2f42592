"""What is known of a body that frame or heads take for an event's, beside how likely it is.

"Ein Büro" is new and so none of those named elsewhere; a name may be but a piece of the one meant,
or stand inside a phrase that means another body.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from presselese.events.fillers.names import Argument, noun_of
from presselese.events.grammar.nominals import is_introduced, is_set_apart
from presselese.events.heads.readings import Reading
from presselese.resources.doc_fields import ORGANISATIONS


def means_another(framed: Argument, reading: Reading, slot: str) -> bool:
    """Tell whether the heads take a frame's "die GmbH" for another body than the rules.

    Of 100 such nouns in the fitting sets they are right about 68, the rules about 42.
    """
    return framed.noun is not None and any(
        read.noun is not None
        and read.start_char == framed.start_char
        and read.ref not in (None, framed.ref)
        for read, _ in reading.slots.get(slot, ())
    )


def is_cut(framed: Argument, reading: Reading, slot: str) -> bool:
    """Tell whether a frame's name is but a piece of the one that the heads read there."""
    return any(
        whole.start_char <= framed.start_char
        and framed.end_char <= whole.end_char
        and (whole.ref, whole.noun) == (None, None)
        and whole.label == "ORG"
        and len(whole.name) > len(framed.name)
        for whole, _ in reading.slots.get(slot, ())
    )


def is_new_body(framed: Sequence[Argument], doc: Doc) -> bool:
    """Tell "eine gemeinsame Tochter", which is none of the bodies named elsewhere.

    Nor is "die zweite Filiale".
    """
    nouns = [noun_of(a, doc) if a.ref is None else None for a in framed]
    return bool(nouns) and all(
        noun is not None and (is_introduced(noun) or is_set_apart(noun)) for noun in nouns
    )


def is_elsewhere(argument: Argument, reading: Reading) -> bool:
    """Tell whether a body stands in another sentence than the telling word."""
    sentence = reading.token.sent
    return not sentence.start_char <= argument.start_char < sentence.end_char


def is_inside(name: Argument, framed: Sequence[Argument], doc: Doc) -> bool:
    """Tell whether a frame's phrase holds a name: "eine Delegation der Deutschen Wirtschaft".

    There or in its short form behind: "die Vertretung des Bundesverbandes (BWA)".
    """
    told = {name.start_char: name.end_char}
    for entity in doc._.get(ORGANISATIONS):
        if entity["id"] == name.ref:
            told |= {m["start_char"]: m["end_char"] for m in entity["mentions"]}
    return any(
        phrase.ref is None and phrase.start_char < start and end <= phrase.end_char
        for phrase in framed
        for start, end in told.items()
    )
