"""The seat of the German pipeline: finds it by name or path and adds presselese's components.

Any spaCy pipeline for German may sit here. One with TIGER labels (`de_core_news_*`) is followed by
a component that gives its trees UD labels, so that the rules see one scheme.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from presselese.errors import BadConfiguration
from presselese.nlp.factories import COMPONENTS, import_factories
from presselese.nlp.tiger import has_tiger_labels
from presselese.resources.doc_fields import DOC_FIELDS, register
from presselese.settings import DEFAULT_MODEL

OFFICIAL_PREFIX = "de_core_news_"
OFFICIAL_RELEASES = "github.com/explosion/spacy-models/releases"


def load(model: str | None = None) -> Language:
    """Return a German pipeline with all of presselese's components.

    `model` is an installed package or a folder; None means the shipped `de_presse`. Raises
    `BadConfiguration` where there is no such pipeline, or where it is not German.
    """
    import_factories()
    nlp = _load_german(model or DEFAULT_MODEL)
    for _, component in nlp.pipeline:
        if hasattr(component, "read_events"):  # `de_presse` can, at a price, and we want them
            component.read_events()
    register(Doc, *DOC_FIELDS)
    if has_tiger_labels(nlp):
        nlp.add_pipe("presselese_ud_labels")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def _load_german(model: str) -> Language:
    if not Path(model).is_dir() and importlib.util.find_spec(model.replace("-", "_")) is None:
        raise BadConfiguration(f"--model {model}", "no such pipeline is installed", _remedy(model))
    nlp = spacy.load(model if Path(model).is_dir() else model.replace("-", "_"))
    if nlp.lang != "de":
        raise BadConfiguration(
            f"--model {model}", f"its language is {nlp.lang!r}", "Choose a German pipeline."
        )
    return nlp


def _remedy(model: str) -> str:
    if model.replace("-", "_").startswith(OFFICIAL_PREFIX):
        return (
            f"Install the wheel of {model} that its makers release at {OFFICIAL_RELEASES}, from "
            "the file. Do not `pip install` it by name: the package of that name on the Python "
            "index is not theirs."
        )
    return "Give the name of an installed spaCy pipeline or its folder, or leave --model out."
