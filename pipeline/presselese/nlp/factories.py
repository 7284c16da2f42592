"""The one list of presselese's spaCy components, in the order in which they run."""

from __future__ import annotations

from importlib import import_module
from typing import Final

# component name -> module that registers its factory; the order is the order of the pipeline.
COMPONENTS: Final[dict[str, str]] = {
    "presselese_dates": "presselese.dates.component",
    "presselese_figures": "presselese.figures.component",
    "presselese_actors": "presselese.actors.component",
    "presselese_events": "presselese.events.component",
}
ADAPTERS: Final[dict[str, str]] = {"presselese_ud_labels": "presselese.nlp.tiger"}


def import_factories() -> None:
    """Register all factories with spaCy."""
    for module in (*COMPONENTS.values(), *ADAPTERS.values()):
        import_module(module)
