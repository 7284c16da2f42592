"""Verbs on a UD tree: lemma, voice, tense, mood and polarity.

Works on trees with or without relation subtypes (`aux:pass` or `aux`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from spacy.tokens import Token

from presselese.events.grammar.nominals import children, relation
from presselese.resources.loader import load_tsv

MODALS: Final = frozenset("sollen wollen können müssen dürfen mögen möchten".split())
ZU_INFINITIVE: Final = re.compile(
    r"(ab|an|auf|aus|bei|dazu|durch|ein|fest|her|heraus|hinzu|los|mit|nach|neu|teil|um|vor|weiter|"
    r"wieder|zu|zurück|zusammen)zu(\w{2,}e[lr]?n)"
)
# The lemmatizer's "gründeen" for "gründet", "bildeen" for "bildete": no German verb ends so.
DOUBLED_E: Final = re.compile(r"(?<=[bdfgmnt])een$")

# No future: "wird gegründet" may be read as one, "wurde gegründet" not.
PAST_WERDEN: Final = frozenset({"wurde", "wurden", "worden"})


def verb_lemma(token: Token) -> str:
    """Return a verb's lemma with its separated particle: "tritt … bei" -> "beitreten".

    Forms that taggers often misread ("aufgenommen") are looked up first.
    """
    word = str(token.lower_)
    lemma = _verb_forms().get(word) or _without_zu(word) or _lemma(token)
    for child in token.children:
        is_particle = relation(child) == "compound" or child.tag_ == "PTKVZ"
        if is_particle and child.i > token.i and child.text.islower():
            return str(child.lower_) + lemma
    return lemma


def _lemma(token: Token) -> str:
    return DOUBLED_E.sub("en", str(token.lemma_).lower())


def is_with_zu(verb: Token) -> bool:
    """Tell "beizutreten", an infinitive with "zu" inside."""
    return _without_zu(str(verb.lower_)) is not None


def _without_zu(word: str) -> str | None:
    """Return the infinitive of "beizutreten"; None for words without "zu" behind a particle."""
    match = ZU_INFINITIVE.fullmatch(word)
    return match.group(1) + match.group(2) if match else None


def participle_lemma(word: str) -> str | None:
    """Return the infinitive of a declined participle of the lexicon: "gerufenen" -> "rufen"."""
    forms = (word.removesuffix(ending) for ending in ("en", "em", "er", "es", "e"))
    return next((_verb_forms()[form] for form in forms if form in _verb_forms()), None)


@cache
def _verb_forms() -> dict[str, str]:
    return {row[0]: row[1] for row in load_tsv("verb_forms", ("form", "lemma"))}


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliary and modal verbs of a lexical verb."""
    return children(verb, "aux")


def copula(token: Token) -> Token | None:
    """Return the copula of a predicate noun or adjective.

    Parsers call the verb of "Kiel wird Mitglied" now a copula, now an auxiliary of the noun.
    """
    is_noun = token.pos_ in ("NOUN", "PROPN") or (
        token.text[:1].isupper() and not token.is_sent_start and not is_participle(token)
    )
    for child in children(token, "cop", "aux"):
        if relation(child) == "cop" or is_noun:
            return child
    return None


def is_verbal(token: Token) -> bool:
    """Tell whether a token acts as a verb: verbs, and participles with an auxiliary.

    Taggers often call the participle of "Begleitet wird er von …" an adjective.
    """
    if token.pos_ == "VERB":
        return True
    return token.pos_ in ("ADJ", "ADV") and bool(auxiliaries(token)) and is_participle(token)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive ("wurde … gegründet", "ist … gegründet")."""
    if any(
        str(child.dep_).lower() in ("nsubj:pass", "aux:pass", "csubj:pass")
        for child in verb.children
    ):
        return True
    if any(aux.lower_ in PAST_WERDEN for aux in auxiliaries(verb)):
        return True  # "wurden geheißen", whose form taggers take for an infinitive
    if verb.lower_.endswith(("ieren", "en")) and "Inf" in verb.morph.get("VerbForm", []):
        return False
    return any(_is_werden(aux) for aux in auxiliaries(verb)) and is_participle(verb)


def _is_werden(aux: Token) -> bool:
    return verb_lemma(aux) == "werden"


def is_participle(verb: Token) -> bool:
    word = str(verb.lower_)
    if word in _verb_forms() and (word.startswith("ge") or "ge" in word[2:6]):
        return True
    form = verb.morph.get("VerbForm", [])
    if form:
        return "Part" in form
    return word.endswith("t") or (word.startswith("ge") and word.endswith("en"))


def is_future(verb: Token) -> bool:
    """Tell whether a verb stands in the future ("wird … beitreten", "werde … reisen")."""
    werden = [aux for aux in auxiliaries(verb) if _is_werden(aux)]
    if not werden or any(aux.lower_ in PAST_WERDEN for aux in werden):
        return False
    return len(werden) > 1 or not is_participle(verb)


def modal(verb: Token) -> str | None:
    """Return the lemma of the modal verb that governs a verb."""
    for aux in auxiliaries(verb):
        if aux.lemma_ in MODALS:
            return str(aux.lemma_)
    return None


def finite(verb: Token) -> Token | None:
    """Return the finite verb of a verb's clause: itself or one of its auxiliaries."""
    for token in (verb, *auxiliaries(verb), *children(verb, "cop")):
        if "Fin" in token.morph.get("VerbForm", []):
            return token
    return None


def tense(verb: Token) -> str:
    """Return past, present or future; perfect and pluperfect count as past."""
    if is_future(verb):
        return "future"
    finite_verb = finite(verb)
    if finite_verb is None:
        return "past" if is_participle(verb) and verb.pos_ != "ADJ" else "present"
    if "Past" in finite_verb.morph.get("Tense", []):
        return "past"
    if finite_verb != verb and is_participle(verb) and not is_passive_present(verb, finite_verb):
        return "past"
    return "present"


def is_passive_present(verb: Token, finite_verb: Token) -> bool:
    """Tell "wird gegründet" (present passive) from "hat gegründet", "ist gereist" (perfect)."""
    return _is_werden(finite_verb)


def negations(token: Token) -> list[Token]:
    """Return the words that negate a token's own clause or phrase."""
    return [child for child in token.children if child.lower_ in _negators()]


@cache
def _negators() -> frozenset[str]:
    return frozenset(
        "nicht nie niemals kein keine keinen keinem keiner keines keinerlei weder "
        "keineswegs".split()
    )


def has_sein(verb: Token) -> bool:
    return any(str(aux.lemma_) == "sein" for aux in auxiliaries(verb))


def clause_verb(token: Token) -> Token:
    """Return the verb (or predicate with copula) whose clause a token stands in."""
    current = token
    for ancestor in (token, *token.ancestors):
        current = ancestor
        if ancestor.pos_ in ("VERB", "AUX") or is_verbal(ancestor) or copula(ancestor) is not None:
            return ancestor
    return current
