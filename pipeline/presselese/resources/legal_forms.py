"""What a legal form in a name says of the body: "Nordholz eG" is a cooperative.

The forms and their sorts stand in `lexicons/legal_forms.tsv`; brands that write themselves in
small letters count ("thermofolia ag").
"""

from __future__ import annotations

import re
from functools import cache

from presselese.resources.loader import load_tsv

COMPANY, ASSOCIATION, COOPERATIVE = "company", "association", "cooperative"
MOST_WORDS = 5  # of a form: "GmbH & Co. KGaA", with a word or two to spare


@cache
def legal_forms() -> dict[str, str]:
    """Return the forms with their sorts."""
    return {row[0]: row[1] for row in load_tsv("legal_forms", ("form", "sort"))}


def legal_form_of(name: str) -> str | None:
    """Return the legal form that an organisation's name ends in, as written, or None."""
    tokens = name.split()
    for length in range(min(MOST_WORDS, len(tokens) - 1), 0, -1):
        tail = " ".join(tokens[-length:])
        if tail in legal_forms():
            return tail
    return None


def is_company(name: str) -> bool:
    """Tell whether a name holds the legal form of a company."""
    return _holds(COMPANY, name)


def is_association(name: str) -> bool:
    """Tell whether a name holds the form of a registered association: "e. V."."""
    return _holds(ASSOCIATION, name)


def is_cooperative(name: str) -> bool:
    """Tell whether a name holds the form of a cooperative: "eG", "eGen"."""
    return _holds(COOPERATIVE, name)


def _holds(sort: str, name: str) -> bool:
    return _pattern(sort).search(name) is not None


@cache
def _pattern(sort: str) -> re.Pattern[str]:
    forms = (re.escape(form) for form, own in legal_forms().items() if own == sort)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def without_legal_form(name: str) -> str:
    """Return "Deutz" for "Deutz AG", "Wehr Aue" for "Wehr Aue e.V."."""
    form = legal_form_of(name)
    return name.removesuffix(form).rstrip() if form is not None else name
