"""Two trips in one sentence, parted by a semicolon.

"Im Mai reiste der Bund nach Riga; im Herbst empfing er eine Abordnung aus Lugo": each half is read
as a sentence of its own where the heads find that its word tells another trip.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from spacy.tokens import Span, Token

from presselese.events.fillers.telling import Telling
from presselese.events.heads.readings import Reading
from presselese.events.heads.told_alone import tells_alone

# Below this likeness two words tell two trips. Of two halves of one sentence in `corpus/fitting`,
# train and dev those below were two, from 0.1 to 0.4 no difference.
UNLIKE: Final = 0.4


def parted(trigger: Token, read: Sequence[Reading]) -> tuple[list[Reading], list[Reading]]:
    """Return the readings of a sentence that tell a trigger's trip, and those of another trip.

    Where there are others, each reading has only what its half says.
    """
    half = _half_of(trigger)
    here, elsewhere = _by_half(read, half)
    sure = [reading for reading in here if tells_alone(reading)]
    others = [reading for reading in elsewhere if tells_alone(reading)]
    if not sure or any((a.links.likeness(b.links) or 0) >= UNLIKE for a in sure for b in others):
        others = []
    if not others:
        return list(read), []
    return [_within(r, half) for r in here], [_within(r, _half_of(r.token)) for r in others]


def keep_to_half(telling: Telling) -> None:
    """Take out of a telling, in place, what the other half of its sentence says."""
    half = _half_of(telling.trigger.root)
    for slot, arguments in telling.slots.items():
        telling.slots[slot] = [a for a in arguments if _is_inside(a.start_char, half)]
    telling.values |= {"start": None, "end": None, "size": None}
    telling.sentence = half


def _half_of(token: Token) -> Span:
    """Return the part of a token's sentence between semicolons that the token stands in."""
    sentence = token.sent
    borders = [t.i for t in sentence if t.text == ";"]
    start = max((i + 1 for i in borders if i < token.i), default=sentence.start)
    end = min((i for i in borders if i > token.i), default=sentence.end)
    return token.doc[start:end]


def _within(reading: Reading, half: Span) -> Reading:
    """Return a reading with only what stands in a half of its sentence."""
    figure = reading.figure
    return replace(
        reading,
        slots={
            slot: [pair for pair in pairs if _is_inside(pair[0].start_char, half)]
            for slot, pairs in reading.slots.items()
        },
        dates={role: date for role, date in reading.dates.items() if _holds(half, date)},
        figure=figure if figure is not None and _holds(half, figure) else None,
    )


def _by_half(read: Iterable[Reading], half: Span) -> tuple[list[Reading], list[Reading]]:
    here: list[Reading] = []
    elsewhere: list[Reading] = []
    for reading in read:
        (here if half.start <= reading.token.i < half.end else elsewhere).append(reading)
    return here, elsewhere


def _holds(half: Span, entry: dict[str, Any]) -> bool:
    return _is_inside(entry["start_char"], half)


def _is_inside(start_char: int, half: Span) -> bool:
    return bool(half.start_char <= start_char < half.end_char)
