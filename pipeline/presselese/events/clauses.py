"""Clauses on a UD tree: who does what to whom, in which voice, tense, mood and polarity.

Works on trees with or without relation subtypes (`nsubj:pass` or `nsubj`). Where the tree leaves a
place empty that German grammar fills elsewhere (relative pronoun, shared subject of coordinated
verbs, subject of a zu-infinitive), the filler is looked up there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Token

from presselese.resources.loader import load_tsv

MODALS: Final = frozenset("sollen wollen können müssen dürfen mögen möchten".split())
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "ADJ"})
AGENT_PREPOSITIONS: Final = frozenset({"von", "vom", "durch"})
CONTRACTED: Final = {
    "im": "in", "ins": "in", "am": "an", "ans": "an", "zum": "zu", "zur": "zu", "vom": "von",
    "beim": "bei", "aufs": "auf", "fürs": "für", "ums": "um", "übers": "über", "hinterm": "hinter",
}  # fmt: skip


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


def verb_lemma(token: Token) -> str:
    """Return a verb's lemma with its separated particle: "tritt … bei" -> "beitreten".

    Forms that taggers often misread ("aufgenommen") are looked up first.
    """
    word = str(token.lower_)
    lemma = _verb_forms().get(word) or _without_zu(word) or str(token.lemma_).lower()
    for child in token.children:
        is_particle = relation(child) == "compound" or child.tag_ == "PTKVZ"
        if is_particle and child.i > token.i and child.text.islower():
            return str(child.lower_) + lemma
    return lemma


def _without_zu(word: str) -> str | None:
    """Return the infinitive of "beizutreten"; None for words without "zu" behind a particle."""
    match = ZU_INFINITIVE.fullmatch(word)
    return match.group(1) + match.group(2) if match else None


ZU_INFINITIVE: Final = re.compile(
    r"(ab|an|auf|aus|bei|dazu|durch|ein|fest|her|heraus|hinzu|los|mit|nach|neu|teil|um|vor|weiter|"
    r"wieder|zu|zurück|zusammen)zu(\w{2,}e[lr]?n)"
)


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
    if not werden or any(aux.lower_ in ("wurde", "wurden", "worden") for aux in werden):
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
        and not (verb_lemma(verb) in DATIVE_ONLY and is_no_subject(child))
    ]
    if not own and is_passive(verb):
        own = children(verb, "expl")  # "Gegründet wurde es 1949": no dummy, but the firm
    if not own and _fronted_object(verb) is not None:
        own = _bare_plurals(verb)
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
    return [token for subject in own for token in expanded(antecedent(subject))]


def article_of(noun: Token) -> Token | None:
    """Return the article or possessive of a noun; parsers call that of a name `dep`."""
    return next((c for c in children(noun, "det", "dep") if c.pos_ == "DET" and c.i < noun.i), None)


def is_anaphoric(head: Token) -> bool:
    """Tell whether a phrase points back: "er", "der Verbund", "dieses Netzwerk"."""
    if head.pos_ == "PRON":
        return True
    article = article_of(head)
    return article is not None and (
        "Def" in article.morph.get("Definite", []) or article.lower_.startswith(("dies", "jene"))
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
    gender, number = noun.morph.get("Gender", []), noun.morph.get("Number", [])
    if article == noun or noun.pos_ != "NOUN" or "Plur" in number:
        return None
    if word == "der" and "Fem" in gender:
        return "Dat"
    return "Acc" if word in ("den", "einen") and "Masc" in gender else None


PERSONAL: Final = frozenset("ich du er sie es wir man".split())
WITH_DATIVE_ARTICLE: Final = frozenset({"am", "beim", "im", "vom", "zum", "zur"})
DATIVE_PRONOUNS: Final = frozenset({"ihm", "ihnen", "denen"})


def is_no_subject(noun: Token) -> bool:
    """Tell whether a noun's article shows that it is no nominative: "der Entsorgung AG"."""
    article = article_of(noun)
    word = "" if article is None else str(article.lower_)
    if word in ("der", "einer", "dieser"):
        morph = noun.morph
        return "Fem" in morph.get("Gender", []) and "Plur" not in morph.get("Number", [])
    return word.endswith(("em", "en"))


def misread_objects(verb: Token) -> list[Token]:
    """Return the objects of an active verb that the parser calls subjects.

    "Im Mai hat sie die Nord GmbH gegründet": of two subjects that no comma or "und" joins the
    later one, and never a pronoun, is the object; so is the only one of a second verb ("Sie haben
    gekündigt und die Nord GmbH gegründet").
    """
    fronted = _fronted_object(verb)
    if fronted is not None:
        return [fronted]
    accusatives = [child for child in children(verb, "obj") if child.lower_ != "sich"]
    if is_passive(verb) or accusatives or _has_sein(verb):
        return []
    found = [child for child in children(verb, "nsubj") if surface_case(child) != "Dat"]
    if len(found) == 1 and relation(verb) == "conj" and is_participle(verb):
        is_shared = not auxiliaries(verb) and bool(auxiliaries(verb.head))
        return found if is_shared and found[0].i > verb.head.i else []
    nominal = [child for child in found if child.pos_ != "PRON"]
    if nominal and relation(verb) != "acl" and any(c.lower_ in PERSONAL for c in found):
        return nominal
    if len(found) != 2 or relation(verb) == "acl":
        return []
    first, second = found
    between = verb.doc[first.right_edge.i + 1 : second.left_edge.i]
    if any(token.text in (",", "und", "sowie", "/") for token in between):
        return []
    return [second] if second.pos_ != "PRON" else [first]


def _fronted_object(verb: Token) -> Token | None:
    """Return the relative pronoun that is the object of an active verb, though read as its subject.

    "Das" is no subject of a plural: "das Büro, das zwei Firmen eröffneten". Nor is one before the
    subject: "das Büro, das Helmo eröffnen will".
    """
    if is_passive(verb) or _has_sein(verb) or copula(verb) is not None:
        return None
    read = children(verb, "nsubj")
    pronoun = next((c for c in read if c.pos_ in ("PRON", "DET") and c.lower_ in FRONTED), None)
    if pronoun is None or before_comma(pronoun) is None:
        return None
    finite_verb = finite(verb)
    number = finite_verb.morph.get("Number", []) if finite_verb is not None else []
    if pronoun.lower_ == "das" and "Plur" in number and _bare_plurals(verb):
        return pronoun
    others = [c for c in read if c != pronoun]
    may_act = all(
        c.i > pronoun.i and not ("Sing" in number and "Plur" in c.morph.get("Number", []))
        for c in others
    )
    return pronoun if others and may_act else None


def _bare_plurals(verb: Token) -> list[Token]:
    """Return the nouns without preposition that may be the subject of a plural verb."""
    return [
        child
        for child in children(verb, "nsubj", "obj", "obl")
        if child.pos_ in ("NOUN", "PROPN")
        and preposition(child) is None
        and ("Plur" in child.morph.get("Number", []) or len(expanded(child)) > 1)
    ]


# Relative pronouns that are alike as subject and object.
FRONTED: Final = frozenset({"die", "das"})


def _has_sein(verb: Token) -> bool:
    return any(str(aux.lemma_) == "sein" for aux in auxiliaries(verb))


def _controller(governor: Token) -> list[Token]:
    """Return who does the infinitive: the subject of the verb above it."""
    return subjects(governor) if governor.pos_ in ("VERB", "AUX") else []


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for; any other token itself."""
    if token.pos_ in ("PRON", "DET") and (
        "Rel" in token.morph.get("PronType", []) or token.lower_ in RELATIVE
    ):
        verb = token.head
        while verb.head != verb and relation(verb) != "acl":
            if relation(verb) not in ("conj", "aux", "cop", "xcomp", "nmod", "obl", "obj", "nsubj"):
                return token
            verb = verb.head
        if relation(verb) == "acl" and verb.head.i < token.i:
            return _agreeing(verb.head, token)
    return token


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
    genders, number = noun.morph.get("Gender", []), noun.morph.get("Number", [])
    possible = RELATIVE_GENDERS.get(pronoun.lower_)
    if possible is None or not genders or not number:
        return False
    if "Plur" in number:
        return pronoun.lower_ != "die"
    return not set(genders) & possible


def before_comma(token: Token) -> Token | None:
    """Return the word before the comma that a token follows: "GmbH" in "die Nord GmbH, die"."""
    is_behind_comma = token.i > 1 and token.nbor(-1).text == ","
    return token.nbor(-2) if is_behind_comma else None


# The genders that singular forms of the relative pronoun may have; "der" is also a feminine dative.
RELATIVE_GENDERS: Final = {
    "die": {"Fem"},
    "das": {"Neut"},
    "der": {"Masc", "Fem"},
    "dem": {"Masc", "Neut"},
    "den": {"Masc"},
}


RELATIVE: Final = frozenset("der die das dem den deren dessen denen welcher welche welches".split())


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


# Verbs whose only object is a dative.
DATIVE_ONLY: Final = frozenset({"beitreten", "angehören"})


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


def agents(verb: Token) -> list[Token]:
    """Return who acts: the subject of an active verb, the von or durch phrase of a passive one."""
    is_active = not is_passive(verb) and not is_bare_participle(verb)
    if is_active and (verb.pos_ != "ADJ" or relation(verb) != "amod"):
        return subjects(verb)
    own = [noun for word, noun in obliques(verb) if word in AGENT_PREPOSITIONS]
    if own or verb.pos_ == "ADJ":
        return own
    # "Gegründet wurde die Firma 1954 von Anna Roth": parsers hang the agent on the noun before.
    return [
        noun
        for patient in subjects(verb)
        for word, noun in obliques(patient)
        if word in AGENT_PREPOSITIONS and noun.i > patient.i
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


def expanded(token: Token) -> list[Token]:
    """Return a token and everything coordinated with it, in text order."""
    found = [token]
    for child in token.children:
        if relation(child) == "conj" and (child.pos_ in NOMINAL or child.ent_type_):
            found.extend(expanded(child))
    return sorted(found, key=lambda t: int(t.i))


def clause_verb(token: Token) -> Token:
    """Return the verb (or predicate with copula) whose clause a token stands in."""
    current = token
    for ancestor in (token, *token.ancestors):
        current = ancestor
        if ancestor.pos_ in ("VERB", "AUX") or is_verbal(ancestor) or copula(ancestor) is not None:
            return ancestor
    return current
