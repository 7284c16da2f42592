"""The one table of custom fields that presselese components keep on a spaCy `Doc`.

Values are plain JSON (lists and dicts with the field names of `presselese.records`), so that they
survive worker processes and `DocBin`. Leaves spaCy itself to the caller: the `Doc` class is an
argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from presselese.errors import InternalFault

PUBLISHED: Final = "presselese_published"
ZONES: Final = "presselese_zones"
DATES: Final = "presselese_dates"
FIGURES: Final = "presselese_figures"
PEOPLE: Final = "presselese_people"
ORGANISATIONS: Final = "presselese_organisations"
PLACES: Final = "presselese_places"
CONTACTS: Final = "presselese_contacts"
EVENTS: Final = "presselese_events"
EVENT_FEATURES: Final = "presselese_event_features"
EMPLOYER_FEATURES: Final = "presselese_employer_features"
WARNINGS: Final = "presselese_warnings"
# Key in `doc.user_data`, not an extension: a copy of the text that any stage may throw away.
TEXT: Final = "presselese_text"

# name -> (empty value, what it holds)
DOC_FIELDS: Final[dict[str, tuple[Any, str]]] = {
    PUBLISHED: (None, "publication date of the article, YYYY[-MM[-DD]], or None"),
    ZONES: ([], "records.Zone as dicts, in text order"),
    DATES: ([], "records.Date as dicts, by start_char; written by presselese_dates"),
    FIGURES: ([], "records.Figure as dicts, by start_char; written by presselese_figures"),
    PEOPLE: ([], "records.Person as dicts; written by presselese_actors"),
    ORGANISATIONS: ([], "records.Organisation as dicts; written by presselese_actors"),
    PLACES: ([], "records.Place as dicts; written by presselese_actors"),
    CONTACTS: ([], "records.Contact as dicts; written by presselese_actors"),
    EVENTS: ([], "records.Event as dicts; written by presselese_events"),
    EVENT_FEATURES: ({}, "event id -> {feature: value} behind its confidence, for calibration"),
    EMPLOYER_FEATURES: (
        {},
        "person id -> [(name, {feature: value})] of its possible employers, for the fit",
    ),
    WARNINGS: ([], "records.Warning as dicts; every component may append"),
}


def register(doc_class: Any, *names: str) -> None:
    """Set the named fields on spaCy's `Doc` class; called by a component's factory.

    Raises `InternalFault` where another package has set a field of the same name differently.
    """
    for name in names:
        empty, _ = DOC_FIELDS[name]
        if doc_class.has_extension(name):
            if doc_class.get_extension(name)[0] != empty:
                raise InternalFault(
                    f"Doc._.{name}",
                    "another package uses this extension",
                    "Uninstall that package or load it in another process.",
                )
            continue
        doc_class.set_extension(name, default=empty)


def in_zone(zones: Iterable[Mapping[str, Any]], start_char: int, *kinds: str) -> bool:
    """Tell whether a character stands in a zone of one of these kinds."""
    return any(
        zone["kind"] in kinds and zone["start_char"] <= start_char < zone["end_char"]
        for zone in zones
    )


def text_of(doc: Any) -> str:
    """Return a Doc's text, built once: spaCy joins all tokens anew at every `doc.text`."""
    text = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = str(doc.text)
    return str(text)
