"""`de_presse`: the German spaCy pipeline that presselese ships.

`de_presse.load()` and `spacy.load("de_presse")` are the same. Weights, labels and lexicon lie
beside this code and are made by `python -m recipe`; models/README.md is the card.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__version__ = "0.1.0"
__all__ = ["load", "load_from"]
# spaCy's limit of a million is for pipelines whose memory grows with the document.
MAX_CHARACTERS = 50_000_000


def load(**overrides: Any) -> Language:
    """Return the pipeline; takes spaCy's `vocab`, `disable`, `enable`, `exclude` and `config`.

    `config={"components.de_presse_encoder.threads": 2}` lets one document use two cores. Raises
    `presselese.errors.BadResource` where the model's files are missing or broken.
    """
    return load_from(Path(__file__).parent, **overrides)


def load_from(folder: Path, *, config: Any = None, **overrides: Any) -> Language:
    """Return the pipeline that `config.cfg` and `meta.json` of a folder describe."""
    from spacy import util

    from de_presse import component, tokenizer  # noqa: F401  (they register with spaCy)

    settings = util.dict_to_dot(config or {}, for_overrides=True)
    chosen = util.load_config(folder / "config.cfg", overrides=settings)
    nlp = util.load_model_from_config(
        chosen, meta=util.get_model_meta(folder), auto_fill=True, **overrides
    )
    nlp.max_length = MAX_CHARACTERS
    return nlp
