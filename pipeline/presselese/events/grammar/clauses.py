"""Clauses on a UD tree: who does what to whom.

Works on trees with or without relation subtypes (`nsubj:pass` or `nsubj`). Where the tree leaves a
place empty that German grammar fills elsewhere (relative pronoun, shared subject of coordinated
verbs, subject of a zu-infinitive), the filler is looked up there.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from presselese.events.grammar.nominals import (
    antecedent,
    before_comma,
    children,
    expanded,
    is_no_subject,
    is_plural,
    obliques,
    preposition,
    relation,
    surface_case,
)
from presselese.events.grammar.verbs import (
    auxiliaries,
    copula,
    finite,
    has_sein,
    is_participle,
    is_passive,
    verb_lemma,
)

AGENT_PREPOSITIONS: Final = frozenset({"von", "vom", "durch"})
TOGETHER: Final = frozenset({"gemeinsam", "zusammen"})
PERSONAL: Final = frozenset("ich du er sie es wir man".split())
# Relative pronouns that are alike as subject and object.
FRONTED: Final = frozenset({"die", "das"})
# How parsers hang an attributive participle on its noun; behind much else they lose the thread.
ATTRIBUTIVE: Final = frozenset({"amod", "det"})
# Verbs whose only object is a dative.
DATIVE_ONLY: Final = frozenset({"beitreten", "angehören"})


def subjects(verb: Token) -> list[Token]:
    """Return the grammatical subjects of a verb, coordination expanded.

    Shared subjects ("Kiel kündigte und verließ den Bund"), relative pronouns and the subjects of
    zu-infinitives ("Kiel beschloss, dem Bund beizutreten") are looked up.
    """
    misread = misread_objects(verb)
    own = [
        child
        for child in children(verb, "nsubj")
        if child not in misread
        and surface_case(child) is None
        and preposition(child) not in AGENT_PREPOSITIONS
        and not (verb_lemma(verb) in DATIVE_ONLY and is_no_subject(child))
    ]
    if not own and is_passive(verb):
        own = children(verb, "expl")  # "Gegründet wurde es 1949": no dummy, but the firm
    if not own and _fronted_object(verb) is not None:
        own = _bare_nouns(verb)
    if not own:
        governor = verb.head
        rel = relation(verb)
        if governor == verb:
            return []
        if (
            rel == "conj"
            and (governor.pos_ in ("VERB", "AUX") or copula(governor) is not None)
            and is_passive(governor) == is_passive(verb)
        ):
            return subjects(governor)
        if rel in ("xcomp", "ccomp", "advcl") and finite(verb) is None:
            return _controller(governor)
        return []
    return [token for subject in own for token in _meant_by(subject)]


def _meant_by(subject: Token) -> list[Token]:
    """Return a subject and those coordinated with it, what a relative pronoun means included.

    "Es kamen Dekanin Roth, die dem Chor angehört, und Jan Au": who comes behind is not meant.
    """
    noun = antecedent(subject)
    return [t for t in expanded(noun) if noun == subject or t.i < subject.i]


def misread_objects(verb: Token) -> list[Token]:
    """Return the objects of an active verb that the parser calls subjects.

    "Im Mai hat sie die Nord GmbH gegründet": of two subjects that no comma or "und" joins the
    later one, and never a pronoun, is the object; so is the only one of a second verb ("Sie haben
    gekündigt und die Nord GmbH gegründet"). "Gegründet haben es Kiel und Ulm": "es" is no plural.
    """
    fronted = _fronted_object(verb)
    if fronted is not None:
        return [fronted]
    accusatives = [child for child in children(verb, "obj") if child.lower_ != "sich"]
    if is_passive(verb) or accusatives or has_sein(verb):
        return []
    found = [child for child in children(verb, "nsubj") if surface_case(child) != "Dat"]
    if len(found) == 1 and relation(verb) == "conj" and is_participle(verb):
        is_shared = not auxiliaries(verb) and bool(auxiliaries(verb.head))
        return found if is_shared and found[0].i > verb.head.i else []
    nominal = [child for child in found if child.pos_ != "PRON"]
    dummies = [child for child in found if child.lower_ == "es"]
    if nominal and dummies and _is_plural(verb):
        return dummies
    if nominal and relation(verb) != "acl" and any(c.lower_ in PERSONAL for c in found):
        return nominal
    if len(found) != 2 or relation(verb) == "acl":
        return []
    first, second = found
    between = verb.doc[first.right_edge.i + 1 : second.left_edge.i]
    if any(token.text in (",", "und", "sowie", "/") for token in between):
        return []
    return [second] if second.pos_ != "PRON" else [first]


def _is_plural(verb: Token) -> bool:
    finite_verb = finite(verb)
    return finite_verb is not None and is_plural(finite_verb)


def _fronted_object(verb: Token) -> Token | None:
    """Return the relative pronoun that is the object of an active verb, though read as its subject.

    "Das" is no subject of a plural: "das Büro, das zwei Firmen eröffneten". Nor is one before the
    subject: "das Büro, das Helmo eröffnen will".
    """
    if is_passive(verb) or has_sein(verb) or copula(verb) is not None:
        return None
    read = children(verb, "nsubj")
    pronoun = next((c for c in read if c.pos_ in ("PRON", "DET") and c.lower_ in FRONTED), None)
    if pronoun is None or before_comma(pronoun) is None:
        return None
    finite_verb = finite(verb)
    number = finite_verb.morph.get("Number", []) if finite_verb is not None else []
    if pronoun.lower_ == "das" and "Plur" in number and _bare_nouns(verb):
        return pronoun
    others = [c for c in read if c != pronoun]
    may_act = all(c.i > pronoun.i and not ("Sing" in number and is_plural(c)) for c in others)
    return pronoun if others and may_act else None


def _bare_nouns(verb: Token) -> list[Token]:
    """Return the nouns without preposition that a verb has, whatever parsers call them."""
    return [
        child
        for child in children(verb, "nsubj", "obj", "obl")
        if child.pos_ in ("NOUN", "PROPN") and preposition(child) is None
    ]


def _controller(governor: Token) -> list[Token]:
    """Return who does the infinitive: the subject of the verb above it."""
    return subjects(governor) if governor.pos_ in ("VERB", "AUX") else []


def objects(verb: Token) -> list[Token]:
    """Return the accusative objects of an active verb, coordination expanded."""
    fronted = _fronted_object(verb)
    found = [fronted] if fronted is not None else children(verb, "obj")
    if not found and not is_passive(verb):
        # "Der Verband nimmt den Hafen Au als Mitglied auf": the article shows the accusative.
        bare = [c for c in children(verb, "obl", "nsubj") if preposition(c) is None]
        found = [
            c
            for c in bare
            if surface_case(c) == "Acc"
            or (relation(c) == "obl" and c.ent_type_ == "ORG" and surface_case(c) is None)
        ] or misread_objects(verb)
    return [t for child in found for t in expanded(antecedent(child))]


def datives(verb: Token) -> list[Token]:
    """Return the dative objects of a verb (UD iobj, obj or bare obl in the dative)."""
    found = children(verb, "iobj")
    for child in children(verb, "obl", "obj", "nmod"):
        if preposition(child) is None and (
            "Dat" in child.morph.get("Case", []) or surface_case(child) == "Dat"
        ):
            found.append(child)
    found.extend(child for child in children(verb, "nsubj") if surface_case(child) == "Dat")
    if not found and any(child.lower_ == "sich" for child in children(verb, "obj")):
        found = misread_objects(verb)  # "schließen sich der Gruppe an"
    if not found and verb_lemma(verb) in DATIVE_ONLY:
        found = _unmarked_datives(verb)
    return [token for child in found for token in expanded(antecedent(child))]


def _unmarked_datives(verb: Token) -> list[Token]:
    """Return the object of a verb that takes but a dative, where the parser saw none.

    "Den Stadtwerken will man beitreten" has a bare phrase instead; in "Nun will die Gemeinde der
    Entsorgung AG beitreten" the subject has swallowed it.
    """
    bare = [
        child
        for child in children(verb, "obl", "obj", "nsubj")
        if preposition(child) is None
        and (is_no_subject(child) or (child.ent_type_ and relation(child) != "nsubj"))
    ]
    swallowed = [
        child
        for subject in children(verb, "nsubj")
        for child in children(subject, "nmod", "appos")
        if preposition(child) is None and is_no_subject(child)
    ]
    return bare or swallowed


def agents(verb: Token) -> list[Token]:
    """Return who acts: the subject of an active verb, the von or durch phrase of a passive one."""
    is_active = not is_passive(verb) and not is_bare_participle(verb)
    if is_active and (verb.pos_ != "ADJ" or relation(verb) not in ATTRIBUTIVE):
        return subjects(verb)
    own = [noun for word, noun in obliques(verb) if word in AGENT_PREPOSITIONS]
    own = own or _agents_before(verb)
    # "Von Anna Roth wurden die Gäste empfangen": parsers call what stands first the subject.
    own += [noun for noun in children(verb, "nsubj") if preposition(noun) in AGENT_PREPOSITIONS]
    if own or verb.pos_ == "ADJ":
        return own
    # "Gegründet wurde die Firma 1954 von Anna Roth": parsers hang the agent on the noun before.
    return [
        noun
        for patient in subjects(verb)
        for word, noun in obliques(patient)
        if word in AGENT_PREPOSITIONS and noun.i > patient.i
    ]


def _agents_before(participle: Token) -> list[Token]:
    """Return the agent within the phrase that an attributive participle closes.

    In "der 1974 von den Städten Aue und Roda gegründete Bund" parsers hang the towns on the "Bund"
    and its article on them: what stands between an article and its participle says of that.
    """
    if relation(participle) not in ATTRIBUTIVE:
        return []
    for word in _opened_by_article(participle):
        if word.lower_ in AGENT_PREPOSITIONS and relation(word) == "case":
            return [noun for noun in expanded(word.head) if word.i < noun.i < participle.i]
    return []


def _opened_by_article(participle: Token) -> Span | tuple[()]:
    """Return what stands between an article without a noun of its own and a participle."""
    for token in reversed(participle.doc[participle.sent.start : participle.i - 1]):
        if "Fin" in token.morph.get("VerbForm", []) or token.text in (";", ":"):
            break
        if token.pos_ == "DET" and token.nbor().pos_ in ("ADP", "ADV", "NUM"):
            return participle.doc[token.i + 1 : participle.i]
    return ()


def companions(verb: Token) -> list[Token]:
    """Return who acts along: "gemeinsam mit Weinheim", "zusammen mit der IHK", "mit Anna Roth"."""
    return [
        noun
        for word, noun in obliques(verb)
        if word in ("mit", *TOGETHER)  # "zusammen mit", read as two prepositions
        and (
            noun.ent_type_ == "PER"
            or verb.doc[max(0, noun.left_edge.i - 1)].lower_ in TOGETHER
            or any(child.lower_ in TOGETHER for child in noun.children)
        )
    ]


def patients(verb: Token) -> list[Token]:
    """Return what is acted on: the object of an active verb, the subject of a passive one.

    For a participle before a noun ("der 2004 gegründete Verein") that noun.
    """
    if relation(verb) == "amod":
        return [verb.head]
    if relation(verb) == "acl" and finite(verb) is None and verb.head.pos_ in ("NOUN", "PROPN"):
        return [verb.head]
    if is_passive(verb):
        return subjects(verb)
    if is_bare_participle(verb):
        return subjects(verb) or subjects(verb.head)
    return objects(verb)


def is_bare_participle(verb: Token) -> bool:
    """Tell "2009 von drei Städten gegründet, zählt der Bund …", "Verein gegründet" from a perfect.

    A participle without auxiliary or object is passive; a coordinated one shares the auxiliary.
    """
    return (
        "Part" in verb.morph.get("VerbForm", [])
        and not auxiliaries(verb)
        and not children(verb, "obj")
        and relation(verb) not in ("conj", "amod")
    )
