"""Fills a frame's slots: each source names a place in the sentence where an argument may stand.

Sources of verbs and nouns: `agent`, `together` ("gemeinsam mit X"), `patient`, `subject`,
`dative`, `genitive`, `prep:X` (a phrase with preposition X), `place:in` (names of places behind
"in"), `compound` (a name inside the word), `listed` (names after a dash, colon or "darunter"),
`predicate_of` ("Mitglieder sind A und B"), `names_after` (the next names of the sentence, or the
list below it), `network` (the network or association that the article is about at this point),
`governor.S` and `with.S` (source S of the governing verb, or of the noun beside a light verb). "A
+ B" takes the fillers of both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from spacy.tokens import Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.events.fillers.counted_back import counted_back
from presselese.events.fillers.names import Argument, unique
from presselese.events.fillers.resolver import Resolver
from presselese.events.frames.kinds import Frame
from presselese.events.frames.triggers import Trigger
from presselese.events.grammar import clauses, nominals, verbs
from presselese.linking.coreference import is_network_name
from presselese.resources.doc_fields import text_of

# How many words may stand between a colon and the first name of its list: "Es sind dies: die …".
LIST_LEAD: Final = 5
KINDS_OF_TYPE: Final = {
    "NETWORK": frozenset({"network", "association"}),
    "COMPANY": frozenset({"company", "institute"}),
    "BRANCH": frozenset({"office"}),
    "OFFICE": frozenset({"office", "company", "institute", "chamber", "authority"}),
}
LIST_OPENER: Final = re.compile(
    r"\s*(?:\([^)]{0,60}\)\s*)?(?:[–—:,-]\s*)?(?:(?:und zwar|unter anderem|u\. ?a\.|darunter|wie|"
    r"zum Beispiel|z\. ?B\.|nämlich|etwa|auch|neben)\s+){0,2}(?:die |der |das |den |dem )?"
    r"(?:(?:Städte|Stadt|Gemeinden|Gemeinde|Firmen|Unternehmen|Region|Kreise)\s+)?"
)


def fill(trigger: Trigger, resolver: Resolver) -> dict[str, list[Argument]]:
    """Return the fillers of each slot of a trigger's frame, in text order."""
    return {slot: fill_slot(trigger, slot, resolver) for slot in trigger.frame.slots}


def fill_slot(trigger: Trigger, slot: str, resolver: Resolver) -> list[Argument]:
    """Return the fillers of one slot of a trigger's frame, in text order."""
    return _first_filled(trigger, slot, trigger.frame.slots.get(slot, ()), resolver)


def _first_filled(
    trigger: Trigger, slot: str, sources: tuple[str, ...], resolver: Resolver
) -> list[Argument]:
    for source in sources:
        found = [
            argument
            for part in source.split(" + ")
            for argument in _from_source(trigger, part, resolver)
            if _fits(argument, slot, trigger.frame)
        ]
        if found:
            return unique(sorted(found, key=lambda a: a.start_char))
    return []


def _fits(argument: Argument, slot: str, frame: Frame) -> bool:
    """Tell whether an argument is of a type that a slot takes."""
    types = frame.types_of(slot)
    if "ANY" in types or argument.label in types:
        return True
    if argument.label == "LOC" and "ORG" in types:
        # "Metropolregion Rheinland" is a place to most taggers, and an association to its members.
        return is_network_name(argument.name)
    kind = _kind_of(argument)
    if kind is None or argument.label not in ("NP", "ORG"):
        return False
    return any(kind in KINDS_OF_TYPE[name] for name in types & set(KINDS_OF_TYPE)) or (
        "COMMON" in types and argument.label == "NP"
    )


def _kind_of(argument: Argument) -> str | None:
    """Return the kind of organisation that a noun or the end (or begin) of a name tells."""
    if argument.noun:
        return organisation_kind(argument.noun)
    words = argument.name.split()
    return organisation_kind(words[-1]) or organisation_kind(words[0])


def _from_source(trigger: Trigger, source: str, resolver: Resolver) -> Iterator[Argument]:
    base, _, rest = source.partition(".")
    if base == "governor":
        verb = verbs.clause_verb(trigger.token)
        if verb != trigger.token:
            yield from _of_token(verb, rest, resolver)
    elif base == "with":
        if trigger.beside is not None:
            yield from _of_token(trigger.beside, rest, resolver)
    else:
        yield from _of_token(trigger.token, source, resolver)


def _of_token(token: Token, source: str, resolver: Resolver) -> Iterator[Argument]:
    name, _, value = source.partition(":")
    if name == "prep":
        yield from _resolved(_behind(token, value), resolver)
    elif name == "place":
        yield from places_behind(token, value, resolver)
    elif name in TOKEN_SOURCES:
        yield from _resolved(TOKEN_SOURCES[name](token), resolver)
    else:
        yield from ARGUMENT_SOURCES[name](token, resolver)


def _behind(token: Token, preposition: str) -> list[Token]:
    """Return the nouns of a token's phrases with a preposition, nearest attachment first.

    Parsers often hang such a phrase on the noun before it ("anlässlich der Messe in die Allianz
    aufgenommen"): phrases of the same clause count where the token itself has none.
    """
    own = [noun for word, noun in nominals.obliques(token) if word == preposition]
    if own:
        return own
    if token.pos_ not in ("VERB", "AUX", "ADJ"):
        return _right_behind(token, preposition)
    return [
        noun
        for other in token.sent
        if nominals.preposition(other) == preposition and verbs.clause_verb(other) == token
        for noun in nominals.expanded(other)
    ]


def _right_behind(noun: Token, preposition: str) -> list[Token]:
    """Return the noun of the phrase right behind a noun: "gegen den Beitritt zum Verband".

    Or behind its attributes: "die Gründung der Bank durch Polen". Parsers often hang it on verbs.
    """
    for after in (noun.i + 1, noun.right_edge.i + 1):
        word = noun.doc[after] if after < noun.sent.end else noun
        if (
            _is_preposition(word)
            and nominals.CONTRACTED.get(word.lower_, word.lower_) == preposition
        ):
            return nominals.expanded(word.head)
    return []


def _is_preposition(token: Token) -> bool:
    """Tell whether a token is the preposition of a noun."""
    return nominals.relation(token) == "case" and token.head.i > token.i


def _resolved(tokens: list[Token], resolver: Resolver) -> Iterator[Argument]:
    for token in tokens:
        meant = counted_back(token.doc, [t.i for t in token.subtree], resolver)
        if meant:
            yield from meant
            continue
        argument = resolver.resolve(token)
        if argument is None:
            continue
        if argument.label == "NP":
            yield argument
        else:
            yield from resolver.names_in_list(argument)


def places_behind(token: Token, word: str, resolver: Resolver) -> Iterator[Argument]:
    """Yield the places that stand behind a preposition in a token's clause."""
    verb = verbs.clause_verb(token)
    for head in {verb.i: verb, token.i: token}.values():
        for found, noun in nominals.obliques(head):
            if found == word:
                argument = resolver.resolve(noun)
                if argument is not None and argument.label == "LOC":
                    yield argument


def _reflexive_subject(token: Token) -> list[Token]:
    """Return the subject of "hat sich gegründet"."""
    reflexive = any(child.lower_ == "sich" for child in token.children)
    return clauses.subjects(token) if reflexive else []


def _intransitive_subject(token: Token) -> list[Token]:
    """Return the subject of "Die Filiale eröffnet im Mai": opens itself, nobody opens it."""
    if verbs.is_passive(token) or clauses.objects(token) or nominals.relation(token) == "amod":
        return []
    return clauses.subjects(token)


def _predicate_of(token: Token) -> list[Token]:
    """Return A and B of "Mitglieder sind A und B" or "A und B sind Mitglieder"."""
    if verbs.copula(token) is not None:
        return [t for s in nominals.children(token, "nsubj") for t in nominals.expanded(s)]
    head = token.head
    if nominals.relation(token) == "nsubj" and verbs.copula(head) is not None:
        return nominals.expanded(head)
    return []


def _listed(token: Token, resolver: Resolver) -> Iterator[Argument]:
    """Yield the names of "zwölf Mitglieder – unter anderem Aachen, Bottrop und Mainz"."""
    text = text_of(resolver.doc)
    start = token.idx + len(token.text)
    opener = LIST_OPENER.match(text, start)
    if opener is not None and re.search(r"[–—:,(]|darunter|wie|etwa", opener.group()):
        names = _list_at(opener.end(), token, resolver)
        if len(names) > 1:
            yield from names
            return
    colon = text.find(":", start, token.sent.end_char + 1)
    if colon >= 0 and not re.search(r"[.!?]", text[start:colon]):
        gap = LIST_OPENER.match(text, colon)
        names = _list_at(gap.end() if gap else colon + 1, token, resolver)
        if len(names) > 1:
            yield from names


def _list_at(start: int, token: Token, resolver: Resolver) -> list[Argument]:
    """Return the list of names that begins at a character, at most a few words on."""
    tokens = (t for t in resolver.doc[token.i + 1 :] if t.idx >= start and not t.is_space)
    for _, candidate in zip(range(LIST_LEAD), tokens, strict=False):
        named = resolver.name_at(candidate)
        if named is not None and named.label in ("LOC", "ORG"):
            return resolver.names_in_list(named)
        if candidate.pos_ in ("VERB", "AUX") or (
            candidate.is_punct and candidate.text not in '•-*„"'
        ):
            break
    return []


def _names_after(token: Token, resolver: Resolver) -> Iterator[Argument]:
    """Yield the names behind a phrase in its sentence, or the bulleted list below it."""
    names = [
        named
        for named in resolver.names_between(token.idx, token.sent.end_char)
        if named.label != "PER"
    ]
    if names:
        yield from resolver.names_in_list(names[0])


def network(token: Token, resolver: Resolver) -> Iterator[Argument]:
    """Yield the network that the article is about: the last one named before, or its only one.

    One that is itself the subject joins another.

    "Im Januar tritt auch Kiel bei": what Kiel joins was told in a sentence before.
    """
    inside = [
        (noun.left_edge.idx, noun.right_edge.idx)
        for verb in (token, token.head)
        for noun in nominals.children(verb, "nsubj")
    ]
    networks = [
        argument
        for argument in resolver.networks
        if not any(start <= argument.start_char <= end for start, end in inside)
    ]
    before = [argument for argument in networks if argument.start_char < token.idx]
    if before:
        yield before[-1]
    elif len({argument.ref for argument in networks}) == 1:
        yield networks[0]


def _compound(token: Token, resolver: Resolver) -> Iterator[Argument]:
    """Yield the common noun inside "Vereinsgründung", "Netzwerkgründung"."""
    first = re.match(r"([A-ZÄÖÜ][a-zäöüß]+?)s?(?:neu)?(?:gründung|beitritt)", token.text)
    if first and organisation_kind(first.group(1)):
        noun = first.group(1)
        resolved = resolver.antecedents.of(noun, token.idx, organisation_kind(noun))
        end = token.idx + len(noun)
        if resolved:
            yield Argument("ORG", resolved["id"], resolved["name"], token.idx, end, noun)
        else:
            yield Argument("NP", None, noun, token.idx, end, noun)


TOKEN_SOURCES: Final[dict[str, Callable[[Token], list[Token]]]] = {
    "agent": clauses.agents,
    "patient": clauses.patients,
    "subject": clauses.subjects,
    "object": clauses.objects,
    "dative": clauses.datives,
    "genitive": nominals.genitives,
    "reflexive_subject": _reflexive_subject,
    "intransitive_subject": _intransitive_subject,
    "together": clauses.companions,
    "predicate_of": _predicate_of,
}
ARGUMENT_SOURCES: Final[dict[str, Callable[[Token, Resolver], Iterator[Argument]]]] = {
    "listed": _listed,
    "compound": _compound,
    "names_after": _names_after,
    "network": network,
}
SOURCES: Final = frozenset({*TOKEN_SOURCES, *ARGUMENT_SOURCES, "prep", "place", "governor", "with"})
