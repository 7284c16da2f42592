"""`de_presse_fast`: the faster sibling of `de_presse`: the same code with a smaller network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from de_presse import __version__, load_from

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["__version__", "load"]


def load(**overrides: Any) -> Language:
    """Return the pipeline; see `de_presse.load`."""
    return load_from(Path(__file__).parent, **overrides)
