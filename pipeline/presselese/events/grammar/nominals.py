"""Nouns and pronouns on a UD tree: their case, article, coordination, and what they refer to.

Works on trees with or without relation subtypes (`nsubj:pass` or `nsubj`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from presselese.events.grammar.genders import genders

NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "ADJ"})
CONTRACTED: Final = {
    "im": "in", "ins": "in", "am": "an", "ans": "an", "zum": "zu", "zur": "zu", "vom": "von",
    "beim": "bei", "aufs": "auf", "fürs": "für", "ums": "um", "übers": "über", "hinterm": "hinter",
}  # fmt: skip
WITH_DATIVE_ARTICLE: Final = frozenset({"am", "beim", "im", "vom", "zum", "zur"})
DATIVE_PRONOUNS: Final = frozenset({"ihm", "ihnen", "denen"})
# The genders that singular forms of the relative pronoun may have; "der" is also a feminine dative.
RELATIVE_GENDERS: Final = {
    "die": {"Fem"},
    "das": {"Neut"},
    "der": {"Masc", "Fem"},
    "dem": {"Masc", "Neut"},
    "den": {"Masc"},
    "welcher": {"Masc", "Fem"},
    "welche": {"Fem"},
    "welches": {"Neut"},
}
# Articles that speak of none told before, by their beginnings.
INDEFINITE: Final = ("ein", "kein", "manch", "mehrer", "viel", "jed", "solch", "welch")
# Beginnings of adjectives that speak of one of several; ordinals and superlatives do so, too.
SETTING_APART: Final = ("weiter", "ander", "ähnlich", "zusätzlich", "solch", "erste", "jüngst")
# How words hang within a relative clause, up to its verb.
CLAUSE_INSIDE: Final = frozenset({"conj", "aux", "cop", "xcomp", "nmod", "obl", "obj", "nsubj"})
# How many tokens before a verb the noun of the clause behind it may stand.
EXTRAPOSED: Final = 8
RELATIVE: Final = frozenset("der die das dem den deren dessen denen welcher welche welches".split())


def relation(token: Token) -> str:
    """Return a token's UD relation without subtype, lower case."""
    return str(token.dep_).partition(":")[0].lower()


def children(token: Token, *relations: str) -> list[Token]:
    """Return the children of a token that have one of these relations, in text order."""
    return [child for child in token.children if relation(child) in relations]


def preposition(token: Token) -> str | None:
    """Return the preposition of a noun phrase, uncontracted ("im" -> "in"); None without one."""
    for child in token.children:
        if relation(child) == "case":
            word = str(child.lower_)
            return CONTRACTED.get(word, word)
    return None


def article_of(noun: Token) -> Token | None:
    """Return the article or possessive of a noun; parsers call that of a name `dep`."""
    return next((c for c in children(noun, "det", "dep") if c.pos_ == "DET" and c.i < noun.i), None)


def is_anaphoric(head: Token) -> bool:
    """Tell whether a phrase points back: "er", "der Verbund", "dieses Netzwerk"."""
    if head.pos_ == "PRON":
        return True
    article = article_of(head)
    return article is not None and (
        "Def" in article.morph.get("Definite", []) or is_demonstrative(article)
    )


def is_plural(word: Token) -> bool:
    """Tell whether the tagger takes a word for a plural."""
    return "Plur" in word.morph.get("Number", [])


def is_contracted(noun: Token) -> bool:
    """Tell whether a noun's article is part of its preposition: "zum Verband", "im Netzwerk"."""
    return any(c.lower_ in CONTRACTED for c in children(noun, "case"))


def is_demonstrative(article: Token) -> bool:
    """Tell "dieser", "jene" from other articles."""
    return str(article.lower_).startswith(("dies", "jene"))


def is_indefinite(article: Token) -> bool:
    """Tell "ein", "mancher" from articles that speak of one told before."""
    return "Ind" in article.morph.get("Definite", []) or article.lower_.startswith(INDEFINITE)


def is_set_apart(noun: Token) -> bool:
    """Tell whether an adjective tells a noun from others of its sort told before.

    "Die zweite Filiale", "die jüngste Repräsentanz", "eine weitere Stelle", "das erste".
    """
    return any(
        (relation(child) in ("amod", "nummod") and child.i < noun.i and _sets_apart(child))
        for child in noun.children
    ) or (noun.pos_ == "ADJ" and _sets_apart(noun))


def _sets_apart(adjective: Token) -> bool:
    morph = adjective.morph
    return (
        "Ord" in morph.get("NumType", [])
        or "Sup" in morph.get("Degree", [])
        or adjective.lower_.startswith(SETTING_APART)
    )


def is_introduced(noun: Token) -> bool:
    """Tell whether a noun is spoken of as new: "ein Büro", "einer Tochter"."""
    article = article_of(noun)
    return article is not None and article.lower_.startswith("ein")


def surface_case(noun: Token) -> str | None:
    """Return the case that a noun's article or a pronoun shows beyond doubt, Acc or Dat.

    Parsers call "Dem Bund gehören 43 Städte an" a subject; the article knows better.
    """
    if any(relation(c) == "case" and c.lower_ in WITH_DATIVE_ARTICLE for c in noun.children):
        return "Dat"
    article = article_of(noun) or noun
    word = str(article.lower_)
    if word in DATIVE_PRONOUNS or (article != noun and word.endswith("em")) or word == "dem":
        return "Dat"
    gender, number = genders(noun), noun.morph.get("Number", [])
    if article == noun or noun.pos_ != "NOUN" or "Plur" in number:
        return None
    if word == "der" and gender == {"Fem"}:
        return "Dat"
    return "Acc" if word in ("den", "einen") and "Masc" in gender else None


def is_no_subject(noun: Token) -> bool:
    """Tell whether a noun's article shows that it is no nominative: "der Entsorgung AG"."""
    article = article_of(noun)
    word = "" if article is None else str(article.lower_)
    if word in ("der", "einer", "dieser"):
        return genders(noun) == {"Fem"} and "Plur" not in noun.morph.get("Number", [])
    return word.endswith(("em", "en"))


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for; any other token itself."""
    if token.pos_ in ("PRON", "DET") and (
        "Rel" in token.morph.get("PronType", []) or token.lower_ in RELATIVE
    ):
        verb = token.head
        while verb.head != verb and relation(verb) in CLAUSE_INSIDE:
            verb = verb.head
        if relation(verb) == "acl" and verb.head.i < token.i:
            return _agreeing(verb.head, token)
        near = _before_clause(token)
        return near if near is not None else token
    return token


def _before_clause(pronoun: Token) -> Token | None:
    """Return the noun that a relative pronoun takes up where the tree hangs its clause elsewhere.

    "Der Bund, zu dem sich zwei Städte zusammengeschlossen haben"; behind a verb the last noun that
    agrees: "Sie besuchten ein Büro in Riga, das die Firma eröffnet hat".
    """
    word = pronoun.nbor(-1) if pronoun.i > 1 else None
    is_led_in = word is not None and relation(word) == "case" and word.head == pronoun
    last = before_comma(word if is_led_in and word is not None else pronoun)
    is_pronoun = pronoun.pos_ == "PRON" or relation(pronoun) == "nsubj"  # "welcher"
    if last is None or not is_pronoun or pronoun.head.i < pronoun.i:
        return None
    if last.pos_ in ("NOUN", "PROPN") or last.ent_type_:
        is_person = last.ent_type_ == "PER" and not _clashes(last, pronoun)
        return last if is_led_in or is_person else None
    gender = RELATIVE_GENDERS.get(pronoun.lower_, set())
    for token in reversed(pronoun.doc[max(pronoun.sent.start, last.i - EXTRAPOSED) : last.i]):
        is_agreeing = genders(token) & gender
        if token.pos_ == "NOUN" and is_agreeing and not _clashes(token, pronoun):
            return token
    return None


def _agreeing(noun: Token, pronoun: Token) -> Token:
    """Return the antecedent of a relative pronoun; a noun right before it where the tree's is none.

    In "der Leiter der Nord GmbH, die beitrat" parsers hang the clause on the "Leiter".
    """
    near = before_comma(pronoun) if _clashes(noun, pronoun) else None
    if near is None:
        return noun
    is_noun = near.pos_ in ("NOUN", "PROPN") or bool(near.ent_type_)
    return near if is_noun and near.i > noun.i and not _clashes(near, pronoun) else noun


def _clashes(noun: Token, pronoun: Token) -> bool:
    """Tell whether a noun's gender and number cannot be those of "die", "das" or "dem"."""
    of_noun, number = genders(noun), noun.morph.get("Number", [])
    possible = RELATIVE_GENDERS.get(pronoun.lower_)
    if possible is None or not of_noun or not number:
        return False
    if "Plur" in number:
        return pronoun.lower_ != "die"
    return not of_noun & possible


def before_comma(token: Token) -> Token | None:
    """Return the word before the comma that a token follows: "GmbH" in "die Nord GmbH, die"."""
    is_behind_comma = token.i > 1 and token.nbor(-1).text == ","
    return token.nbor(-2) if is_behind_comma else None


def obliques(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield (preposition, noun) for every prepositional phrase of a verb or noun."""
    for child in children(token, "obl", "nmod", "advmod", "advcl", "obj", "appos", "conj"):
        word = preposition(child)
        if word is not None:
            for noun in expanded(antecedent(child)):
                yield word, noun


def genitives(noun: Token) -> list[Token]:
    """Return the genitive attributes of a noun, and "von" phrases that stand for one."""
    found = []
    for child in children(noun, "nmod"):
        word = preposition(child)
        if (word is None and _is_genitive(child)) or word == "von":
            found.extend(expanded(child))
    return found


def _is_genitive(noun: Token) -> bool:
    """Tell whether a noun without preposition is a genitive: by its own form or its article's."""
    return "Gen" in noun.morph.get("Case", ["Gen"]) or any(
        "Gen" in article.morph.get("Case", []) for article in children(noun, "det")
    )


def expanded(token: Token) -> list[Token]:
    """Return a token and everything coordinated with it, in text order."""
    found = [token]
    for child in token.children:
        if relation(child) == "conj" and (child.pos_ in NOMINAL or child.ent_type_):
            found.extend(expanded(child))
    return sorted(found, key=lambda t: int(t.i))
