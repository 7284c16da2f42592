"""Whether a membership says who belongs, which "die Firma ist Mitglied" alone does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Token

from presselese.events.fillers.names import Argument, noun_of
from presselese.events.grammar.nominals import children, is_anaphoric, is_plural

POSSESSIVES: Final = ("dessen", "deren", "sein", "ihr")


def says_who(arguments: Sequence[Argument], doc: Doc) -> bool:
    """Tell whether anybody is named, or at least brought up here: "etliche Firmen", "ein Verein".

    "Die Firma" means somebody whom the article names elsewhere; where nobody can tell whom, nobody
    could look it up.
    """
    return any(
        argument.is_name or (noun := noun_of(argument, doc)) is None or not _points_back(noun)
        for argument in arguments
    )


def _points_back(noun: Token) -> bool:
    """Tell "die Firma" and "dessen Haus"; a group ("die Gemeinden") is who it is.

    So is "der Markt Reisenbruck", whose name stands behind.
    """
    if any(child.ent_type_ for child in children(noun, "appos", "flat")):
        return False
    owner = any(child.lower_.startswith(POSSESSIVES) for child in noun.children if child.i < noun.i)
    return not is_plural(noun) and (owner or is_anaphoric(noun))
