"""Whom a list of those who go along on a trip names, by its words' order.

Trees break up in long lists, so that of a list only its ends are asked of them. It stands inside
the brace of a predicate, before it, or behind; where a person works does not belong to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Token

from presselese.actors.role_nouns import load_role_nouns
from presselese.events.fillers.names import Argument
from presselese.events.grammar import nominals, verbs
from presselese.events.trips.scene import Scene
from presselese.resources.doc_fields import PEOPLE, text_of

# People who stand for a body, not for themselves: "Vertreter der Stadtwerke".
ENVOYS: Final = (
    "vertreter", "vertretern", "vertreterinnen", "vertretende", "spitzenleute", "spitzen", "leute",
    "fachleute", "mitarbeiter", "mitarbeitern", "mitarbeiterinnen", "beschäftigte", "mitglieder",
    "köpfe", "repräsentanten", "abgesandte", "lehrende", "bedienstete", "führungskräfte",
)  # fmt: skip
BESIDE: Final = frozenset({"neben", "außer"})
WHERE: Final = frozenset({"in", "bei", "nach", "zu", "an", "auf", "aus"})
GENITIVES: Final = frozenset({"der", "des", "von", "vom", "bei", "beim"})


def subjects_named(verb: Token, trigger: Token, scene: Scene) -> list[Argument]:
    """Return who is named as the subject of a verb and beside it: "neben Landrat Wolf auch X".

    They stand inside the brace of the predicate ("waren X und Y mit dabei"), before it, or behind.
    """
    parts = [verb, trigger, *verbs.auxiliaries(verb), *nominals.children(verb, "compound")]
    parts += [verb.head] if verb.pos_ == "AUX" and verb.head.i in (verb.i - 1, verb.i + 1) else []
    first, last = min(parts, key=lambda t: int(t.i)), max(parts, key=lambda t: int(t.i))
    before = _before(first, scene)
    is_end = last.i + 1 >= scene.sentence.end or last.nbor().is_punct
    if is_end and (verbs.finite(last) == last or last.pos_ == "AUX"):
        # "…, bei der auch X dabei war"
        return listed(before or _before(first, scene, beyond=True)[-1:], scene)
    inside = [n for n in behind(first, scene) if n.start_char < last.idx]
    beside = [n for n in before if _preposition(n, scene) in BESIDE]
    for names in (inside, [n for n in before if n not in beside], behind(last, scene)):
        subject = listed(names, scene)
        if subject:
            return [*beside, *subject]
    return beside


def first_person(word: Token, scene: Scene) -> list[Argument]:
    """Return whom "die mitgereiste Referentin Ida Roth", "Teilnehmer Jan Wolf" names."""
    for token in word.doc[word.i + 1 : min(word.i + 5, scene.sentence.end)]:
        named = scene.resolver.name_at(token)
        if named is not None:
            return [named] if named.label == "PER" else []
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X"):
            return []
    return []


def _before(word: Token, scene: Scene, *, beyond: bool = False) -> list[Argument]:
    """Return the names before a word in its clause, or, with `beyond`, in its sentence.

    Names behind a preposition are none of its subject, except "neben Landrat Wolf".
    """
    doc, first = word.doc, scene.sentence.start
    earlier = [doc[i] for i in range(word.i - 1, first - 1, -1)]
    opener = next((t for t in earlier if t.text == ";" or _opens_clause(t)), doc[first])
    start = scene.sentence.start_char if beyond else opener.idx
    names = [n for n in scene.names if start <= n.start_char < word.idx]
    if opener.lower_ in BESIDE:  # the tree may hang a name elsewhere
        return names
    return [n for n in names if _preposition(n, scene) in (None, *BESIDE)]


def behind(word: Token, scene: Scene) -> list[Argument]:
    """Return the names behind a word, up to the end of its sentence or part of it."""
    tokens = list(rest_of(word, scene))
    end = tokens[-1].idx + 1 if tokens else word.idx
    return [n for n in scene.names if word.idx < n.start_char < end]


def rest_of(word: Token, scene: Scene) -> Iterator[Token]:
    """Yield the words behind a word, up to the end of its sentence or part of it."""
    for token in word.doc[word.i + 1 : scene.sentence.end]:
        if token.text == ";":
            return
        yield token


def listed(names: Iterable[Argument], scene: Scene) -> list[Argument]:
    """Return the people of a list and its bodies, but not those where one of the people works."""
    return [
        name
        for name in names
        if name.label == "PER" or (name.label == "ORG" and _takes_part(name, scene))
    ]


def _takes_part(body: Argument, scene: Scene) -> bool:
    """Tell "die Stadtwerke" and "Vertreter der Stadtwerke" from "der Leiter der Stadtwerke"."""
    span = body.span(scene.sentence.doc)
    before = text_of(scene.sentence.doc)[max(0, body.start_char - 2) : body.start_char]
    if span is None or not body.is_name or "(" in before:
        return False
    root = span.root
    while nominals.children(root, "cc") and root.head != root:
        root = root.head
    is_of = span.start > 0 and span[0].nbor(-1).lower_ in GENITIVES
    if nominals.preposition(root) in WHERE or (is_of and _is_employer(body, scene)):
        return False
    if nominals.relation(root) == "nmod":
        return _is_sent_by(root)
    return nominals.relation(root) != "appos" or root.head.pos_ == "NOUN"


def _is_sent_by(body: Token) -> bool:
    """Read "führende Leute der Innungen, der Kammern und des Ministeriums"."""
    noun = body
    while nominals.relation(noun) in ("nmod", "conj") and noun.head != noun:
        noun = noun.head
        if noun.lower_.rpartition("-")[2].endswith(ENVOYS):
            return True
        if load_role_nouns().base(noun.text) is not None:
            return False
    return False


def _is_employer(name: Argument, scene: Scene) -> bool:
    """Tell whether an organisation only says where a person works ("Jan Wolf, Leiter der IHK")."""
    here = {n.ref for n in scene.names}
    return any(
        person["organisation"] and person["organisation"]["ref"] == name.ref
        for person in scene.sentence.doc._.get(PEOPLE)
        if person["id"] in here
    )


def _preposition(name: Argument, scene: Scene) -> str | None:
    """Return the preposition of a name, or of the role before it: "neben Landrat Wolf"."""
    span = name.span(scene.sentence.doc)
    if span is None:
        return None
    root = span.root
    while (
        nominals.preposition(root) is None
        and nominals.relation(root) in ("appos", "conj")
        and root.head.i < root.i
    ):
        root = root.head
    return nominals.preposition(root)


def _opens_clause(token: Token) -> bool:
    """Tell "der" in "…, zu der", "als" and "dass" from articles and prepositions."""
    if token.pos_ == "SCONJ":
        return True
    is_relative = token.pos_ in ("PRON", "DET") and token.lower_ in nominals.RELATIVE
    return (
        is_relative
        and token.head.pos_ in ("VERB", "AUX")
        and token.i > 1
        and ("," in (token.nbor(-1).text, token.nbor(-2).text))
    )
