"""presselese: German press articles in, validated records of facts out.

>>> import presselese
>>> record = presselese.extract("Der Verein Muster e.V. wurde 2019 in Ulm gegründet.")
>>> [event.kind for event in record.events]
['founding']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from presselese.nlp import load
    from presselese.records import Record
    from presselese.run import RunSummary, extract, extract_folder
    from presselese.settings import Settings

# Names are looked up when they are first used: importing presselese loads no spaCy.
_HOMES = {
    "Record": "presselese.records",
    "RunSummary": "presselese.run",
    "Settings": "presselese.settings",
    "extract": "presselese.run",
    "extract_folder": "presselese.run",
    "load": "presselese.nlp",
}

__all__ = ["Record", "RunSummary", "Settings", "extract", "extract_folder", "load"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'presselese' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
