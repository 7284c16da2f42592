"""Noise that press texts really have, applied to some training windows.

All-caps headlines, umlauts written as ae/oe/ue, OCR slips, invisible characters. Word count and
labels stay; lemmas are not taught on noisy words.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from de_presse.recasing import recase, usual_forms

UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)
OCR_SLIPS = (("m", "rn"), ("ü", "ii"), ("l", "1"), ("e", "c"), ("ö", "o"), ("ß", "B"), ("I", "l"))
OCR_SHARE = 0.12  # of the words
INVISIBLE = ("\u200b", "\u00ad", "\ufeff")
INVISIBLE_SHARE = 0.15

Noise = Callable[[list[str], random.Random], list[str]]


def all_caps(words: list[str], draw: random.Random) -> list[str]:
    return [word.upper() for word in words]


def recased(words: list[str], draw: random.Random) -> list[str]:
    """Capitals as the run time shows them to the model; which words are small is read off here."""
    return recase(all_caps(words, draw), [], usual_forms(w for w in words if w.islower()))


def plain_umlauts(words: list[str], draw: random.Random) -> list[str]:
    return [word.translate(UMLAUTS) for word in words]


def ocr(words: list[str], draw: random.Random) -> list[str]:
    return [_slip(word, draw) if draw.random() < OCR_SHARE else word for word in words]


def _slip(word: str, draw: random.Random) -> str:
    possible = [slip for slip in OCR_SLIPS if slip[0] in word]
    if not possible or len(word) < 4:
        return word
    old, new = draw.choice(possible)
    return word.replace(old, new, 1)


def invisible(words: list[str], draw: random.Random) -> list[str]:
    noisy = []
    for word in words:
        if len(word) > 3 and draw.random() < INVISIBLE_SHARE:
            at = draw.randrange(1, len(word))
            word = word[:at] + draw.choice(INVISIBLE) + word[at:]
        noisy.append(word)
    return noisy


# Shares of training windows; the robustness table of the card says what each is worth.
NOISES: tuple[tuple[float, Noise], ...] = (
    (0.03, recased),
    (0.02, plain_umlauts),
    (0.02, ocr),
    (0.01, invisible),
)


def draw_noise(draw: random.Random) -> Noise | None:
    """One kind of noise, or none for most windows."""
    chance = draw.random()
    for share, noise in NOISES:
        if chance < share:
            return noise
        chance -= share
    return None
