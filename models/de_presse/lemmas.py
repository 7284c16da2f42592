"""Form, tag and class scores to a lemma: the lexicon first, then the best class that fits.

A class is an edit tree (Chrupała 2008) with a case operation, written by `models/recipe/lemmas.py`;
here only reading and applying.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any, Final

import numpy as np

Array = np.ndarray[Any, Any]
Edit = list[Any] | None
CLASSES_TRIED: Final = 8
MAX_REMEMBERED: Final = 100_000
LONGEST_ACRONYM: Final = 5


def apply_edit(edit: Edit, form: str) -> str | None:
    """Return the changed form; None where the edit does not fit it.

    `[old, new]` replaces a whole part, `[l, r, left, right]` keeps form[l:-r] and edits the sides.
    """
    if edit is None:
        return form
    if len(edit) == 2:
        old, new = edit
        return str(new) if form.lower() == old else None
    left_length, right_length, left, right = edit
    if left_length + right_length >= len(form):
        return None
    end = len(form) - right_length
    before, after = apply_edit(left, form[:left_length]), apply_edit(right, form[end:])
    if before is None or after is None:
        return None
    return before + form[left_length:end] + after


def apply_class(case: str, edit: Edit, form: str) -> str | None:
    """Return the lemma that a class gives; `case` is "keep", "lower" or "title".

    A title keeps inner capitals ("IHKs" -> "IHK", "Osnabrück-Emslands"), unless the whole word is
    set in them ("DELEGATIONEN" -> "Delegation").
    """
    if case == "lower" or (case == "title" and form.isupper() and len(form) > LONGEST_ACRONYM):
        form = form.lower()
    lemma = apply_edit(edit, form)
    return lemma[0].upper() + lemma[1:] if lemma and case == "title" else lemma


class Lemmatiser:
    """Chooses lemmas; remembers what it chose."""

    def __init__(self, classes: list[str], lexicon: dict[tuple[str, str], str]) -> None:
        parsed = [json.loads(name) for name in classes]
        self._classes: list[tuple[str, Edit]] = [(case, edit) for case, edit in parsed]
        self._lexicon = lexicon
        self._remembered: dict[tuple[str, str, int], str | None] = {}

    def lemmas(self, forms: list[str], tags: list[str], scores: Array) -> list[str]:
        """Return one lemma a form; `scores` is [forms, classes]."""
        best = scores.argmax(-1).tolist()
        found: list[str] = []
        for i, key in enumerate(zip(forms, tags, best, strict=True)):
            is_known = key in self._remembered
            lemma = self._remembered[key] if is_known else self._remember(key)
            found.append(lemma if lemma is not None else self._second_best(forms[i], scores[i]))
        return found

    def _remember(self, key: tuple[str, str, int]) -> str | None:
        if len(self._remembered) >= MAX_REMEMBERED:
            self._remembered.clear()
        form, tag, best = key
        form = visible(form)
        lemma = self._lexicon.get((form, tag)) or self._lexicon.get((form.lower(), tag))
        case, edit = self._classes[best]
        lemma = lemma or apply_class(case, edit, form) or None
        self._remembered[key] = lemma
        return lemma

    def _second_best(self, form: str, scores: Array) -> str:
        form = visible(form)
        for i in np.argsort(-scores, kind="stable")[1:CLASSES_TRIED]:
            case, edit = self._classes[i]
            lemma = apply_class(case, edit, form)
            if lemma:
                return lemma
        return form


def visible(form: str) -> str:
    """Return a form without soft hyphens and zero-width characters, unless it is nothing else."""
    if form.isascii():
        return form
    return "".join(c for c in form if unicodedata.category(c) != "Cf") or form
