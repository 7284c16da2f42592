"""To whom travellers pay a visit: "stattete dem Landtag einen Besuch ab".

Parsers hang this dative on the noun before it, since "der Universität" may be a genitive, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from presselese.events import clauses, nominals, verbs


def visited(sentence: Span) -> Iterator[Token]:
    """Yield the nouns of a sentence that a visit is paid to."""
    for token in sentence:
        if pays_visit(token):
            yield from called_on(token)


def pays_visit(token: Token) -> bool:
    """Read "stattete … einen Besuch ab", "hat … einen Besuch abgestattet"."""
    return verbs.verb_lemma(token) == "abstatten"


def called_on(verb: Token) -> list[Token]:
    """Return the datives of "stattete … ab", also those read as attributes of what stands before.

    Of two nouns that both may be genitives, the last is called on: "eine Delegation der Stadt Au
    der Universität Riga".
    """
    found = clauses.datives(verb)
    for noun in (*clauses.subjects(verb), *(noun for _, noun in nominals.obliques(verb))):
        bare = [c for c in nominals.children(noun, "nmod") if nominals.preposition(c) is None]
        marked = [child for child in bare if nominals.surface_case(child) == "Dat"]
        certain = [child for child in marked if _is_certain(child)]
        found += certain or (marked[-1:] if len(bare) > 1 and not found else [])
    return found


def _is_certain(noun: Token) -> bool:
    """Tell "dem Landtag" from "der Universität", which may be a genitive."""
    article = nominals.article_of(noun)
    return article is None or article.lower_ != "der"
