"""What speaks for or against an event beside its own telling, for its confidence.

Names that are no sure names, other names that were read for the same part, and how many events the
article seems to tell: one of many, on a page full of names, is wrong more often.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from spacy.tokens import Doc

from presselese.events.fillers.resolver import Resolver
from presselese.events.heads.readings import Reading
from presselese.linking.coreference import ANY_BODY
from presselese.resources.doc_fields import text_of

# Set by de_presse: how sure it is of each name; other German pipelines have no such field.
NAME_SCORES: Final = "de_presse_scores"
# A name with less is often cut wrongly or none at all.
SURE_NAME: Final = 0.7
Event = Mapping[str, Any]


def doubts(
    event: Event,
    core: Iterable[str],
    events: Sequence[Event],
    read: Iterable[Reading],
    resolver: Resolver,
) -> dict[str, float]:
    """Return features of an event by name.

    `core` are the slots that it cannot do without, `events` all of the article and `read` the
    article's readings, `resolver` knows what it calls its organisations.
    """
    kind = event["kind"]
    others = sum(other["kind"] == kind for other in events) - 1
    found = {
        "log events in the article": math.log(len(events)),
        f"{kind}, log others of the kind": math.log1p(others),
    }
    trigger = event["trigger"]["start_char"]
    own = [r for r in read if r.kind == kind and r.token.idx == trigger]
    for slot in core:
        fillers = _fillers(event, slot)
        score = _best_name(fillers, resolver.doc)
        if score is not None:
            found[f"{slot}, name score"] = score
            found[f"{slot}, unsure name"] = float(score < SURE_NAME)
        told = {filler["ref"] or filler["name"] for filler in fillers}
        found[f"{slot}, another read"] = max(
            (
                chance
                for reading in own
                for argument, chance in reading.slots.get(slot, ())
                if (argument.ref or argument.name) not in told
            ),
            default=0.0,
        )
        doubted = any(_is_never_called_so(filler, resolver) for filler in fillers)
        found[f"{slot}, never called so"] = float(doubted)
    return found


def _is_never_called_so(filler: Mapping[str, Any], resolver: Resolver) -> bool:
    """Tell whether a noun is taken for an organisation that the article calls otherwise.

    "Das Bündnis" may mean it, "die Genossenschaft" hardly does.
    """
    label, entity = resolver.entities.get(filler["ref"], (None, None))
    if label != "ORG" or entity is None:
        return False
    start, end = filler["start_char"], filler["end_char"]
    is_by_name = any(start < m["end_char"] and m["start_char"] < end for m in entity["mentions"])
    noun = text_of(resolver.doc)[start:end]
    return (
        not is_by_name
        and noun[:1].isupper()
        and not resolver.antecedents.calls(filler["ref"], noun)
        and not ANY_BODY.fullmatch(noun.casefold())
    )


def _fillers(event: Event, slot: str) -> list[Mapping[str, Any]]:
    """Return the fillers of a slot, whether it takes one or several."""
    filled = event[slot]
    return [filled] if isinstance(filled, Mapping) else list(filled)


def _best_name(fillers: Iterable[Mapping[str, Any]], doc: Doc) -> float | None:
    """Return how sure the surest filler's name is; None where none stands in a name."""
    scores = doc._.get(NAME_SCORES) if Doc.has_extension(NAME_SCORES) else ()
    found = []
    for filler in fillers:
        inside = [
            float(name["score"])
            for name in scores
            if name["start_char"] < filler["end_char"] and filler["start_char"] < name["end_char"]
        ]
        found += [min(inside)] if inside else []
    return max(found, default=None)
