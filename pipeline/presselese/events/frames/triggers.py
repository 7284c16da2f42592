"""Finds the words that tell an event: verbs, nouns and predicates of the frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from presselese.actors.compounds import is_noun
from presselese.events.frames.kinds import Frame
from presselese.events.grammar.nominals import children, obliques, preposition, relation
from presselese.events.grammar.verbs import copula, participle_lemma, verb_lemma

# "Öffnet seine Türen", "wird seiner Bestimmung übergeben"; parsers take either for a subject, too.
OBJECTS: Final = ("obj", "iobj", "obl", "nsubj")
ONE_OF: Final = frozenset({"einer", "eine", "eines"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger: frame, word, and the noun beside a light verb ("ins Leben rufen")."""

    frame: Frame
    token: Token
    beside: Token | None = None


def find_triggers(doc: Doc, frames: Iterable[Frame]) -> Iterator[Trigger]:
    """Yield all triggers of a Doc in text order."""
    ordered = tuple(frames)
    for token in doc:
        if token.is_punct or token.is_space:
            continue
        lemmas = _verb_lemmas(token)
        for frame in ordered:
            trigger = _match(token, lemmas, frame)
            if trigger is not None:
                yield trigger


def trigger_at(token: Token, frames: Iterable[Frame]) -> Trigger | None:
    """Return the first trigger that a token is, None where it is none."""
    lemmas = _verb_lemmas(token)
    return next((found for frame in frames if (found := _match(token, lemmas, frame))), None)


def _match(token: Token, lemmas: frozenset[str], frame: Frame) -> Trigger | None:
    if any(_is_phrase(token, phrase) for phrase in frame.phrases):
        return Trigger(frame, token)
    if not lemmas.isdisjoint(frame.verbs):
        if frame.beside is None:
            return Trigger(frame, token)
        beside = _beside(token, frame)
        return Trigger(frame, token, beside) if beside is not None else None
    if frame.nouns and token.text[:1].isupper() and is_noun(token, frame.nouns):
        return None if is_noun(token, frame.no_nouns) else Trigger(frame, token)
    if frame.predicates and token.text[:1].isupper() and is_noun(token, frame.predicates):
        verb = _copula_lemma(token)
        return Trigger(frame, token) if verb in frame.copulas else None
    return None


def _is_phrase(token: Token, phrase: tuple[str, ...]) -> bool:
    if token.lower_ != phrase[0]:
        return False
    words = token.doc[token.i : token.i + len(phrase)]
    return len(words) == len(phrase) and all(
        word.lower_ == part for word, part in zip(words, phrase, strict=True)
    )


def _verb_lemmas(token: Token) -> frozenset[str]:
    """Return the infinitives that a word may be a form of; none for what is no verb."""
    if token.pos_ not in ("VERB", "ADJ", "AUX") or (
        token.text[:1].isupper() and not token.is_sent_start
    ):
        return frozenset()
    lemmas = verb_lemma(token), _participle_lemma(token)
    return frozenset(lemma for lemma in lemmas if lemma is not None)


def _participle_lemma(token: Token) -> str | None:
    """Return the infinitive of a regular participle that the tagger takes for an adjective.

    "neugegründete" -> "neugründen", "eröffnet" -> "eröffnen", "aufgenommene" stays unknown.
    """
    word = token.lower_
    known = participle_lemma(word)
    if known is not None:
        return known
    for ending in ("en", "em", "er", "es", "e", ""):
        stem = word.removesuffix(ending) if ending else word
        if stem.endswith("t") and len(stem) > 5:
            return stem[:-1].replace("gegr", "gr", 1) + "en" if "gegr" in stem else stem[:-1] + "en"
    return None


def _copula_lemma(noun: Token) -> str | None:
    """Return the copular verb of a predicate noun: "ist", "wird", "gilt als", "bleibt"."""
    verb = copula(noun)
    if verb is not None:
        return str(verb.lemma_)
    governor = noun.head
    if governor.lower_ in ONE_OF and relation(noun) == "nmod" and preposition(noun) is None:
        verb = copula(governor)  # "war eines der Gründungsmitglieder"
        return str(verb.lemma_) if verb is not None else None
    if governor.pos_ not in ("VERB", "AUX"):
        return None
    marker = preposition(noun)
    if noun.dep_ in ("xcomp", "obj", "nsubj", "pred", "obl") and (marker in (None, "als")):
        return str(governor.lemma_)
    return None


def _beside(verb: Token, frame: Frame) -> Token | None:
    assert frame.beside is not None
    if not frame.beside.prepositions:
        found = (noun for noun in children(verb, *OBJECTS) if is_noun(noun, frame.beside.nouns))
        return next(found, None)
    for word, noun in obliques(verb):
        if word in frame.beside.prepositions and is_noun(noun, frame.beside.nouns):
            return noun
    return None
