"""TIGER labels to UD: lets a `de_core_news_*` pipeline drive rules that are written for UD trees."""

from __future__ import annotations

from spacy.language import Language

# Labels that only the TIGER scheme has (Brants et al. 2004, "TIGER: Linguistic Interpretation of
# a German Corpus").
TIGER_ONLY = frozenset({"sb", "oa", "nk", "oc", "svp", "sbp"})


def has_tiger_labels(nlp: Language) -> bool:
    """Tell whether a pipeline's parser speaks TIGER."""
    if not nlp.has_pipe("parser"):
        return False
    labels = getattr(nlp.get_pipe("parser"), "labels", ())
    return len(TIGER_ONLY & set(labels)) >= 3
