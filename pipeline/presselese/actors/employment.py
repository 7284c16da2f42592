"""Whom people work for where no role is told: "Eva Roth vom Männerchor", "…, der die IHK leitet".

What stands in brackets behind a name and the roles themselves are read in `roles`.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from presselese.actors.organisation_nouns import organisation_kind
from presselese.actors.role_claims import RoleClaim, RoleWords
from presselese.linking.mentions import Mention

EMPLOYED_AT: Final = frozenset("von vom bei beim".split())
EMPLOYED_RULE: Final = "person.employed_at"
RUNS_RULE: Final = "person.runs"
RUNNING: Final = frozenset(
    "leiten führen vorstehen betreiben lenken verantworten vertreten".split()
)
OBJECTS: Final = frozenset({"obj", "iobj", "obl:arg"})
CLAUSES: Final = frozenset({"acl", "acl:relcl", "relcl"})
LONGEST_WAY: Final = 4  # words from the preposition to the body: "von der dortigen Agentur"


def employed_at(
    words: RoleWords, person: Mention, span: Span, *, follows_role: bool
) -> RoleClaim | None:
    """Read "Eva Roth vom Baumberger Männerchor" (a body, named or not, never a mere place).

    Behind a role the genitive will do: "Landrat Jan Wolf der Muster-Gruppe".
    """
    word = words.text(span.end).lower()
    if word not in EMPLOYED_AT and not (follows_role and word in ("der", "des")):
        return None
    noun: Token | None = None
    for token in words.doc[span.end + 1 : span.end + 1 + LONGEST_WAY]:
        mention = words.at.get(token.i)
        if mention is not None:
            is_body = mention.label == "ORG"
            claim = RoleClaim(person, None, mention.name, mention, EMPLOYED_RULE)
            return claim if is_body else None
        if noun is not None or token.pos_ not in ("DET", "ADJ", "NOUN"):
            break
        if token.pos_ == "NOUN" and organisation_kind(token.text):
            noun = token
    if noun is None or word not in EMPLOYED_AT:
        return None
    return RoleClaim(person, None, words.noun_phrase(noun), None, EMPLOYED_RULE)


def runs(words: RoleWords, person: Mention, span: Span) -> RoleClaim | None:
    """Read "Eva Roth leitet die Muster GmbH" and "Jan Wolf, der dem Verein Au vorsteht"."""
    head = span.root
    verbs = [head.head] if head.dep_ == "nsubj" else []
    verbs += [child for child in head.children if child.dep_ in CLAUSES and _is_about(child)]
    for verb in verbs:
        if verb.lemma_.lower() not in RUNNING:
            continue
        for child in verb.children:
            body = _body(words, child) if child.dep_ in OBJECTS else None
            if body is not None:
                return RoleClaim(person, None, body.name, body, RUNS_RULE)
    return None


def _is_about(verb: Token) -> bool:
    """Tell a relative clause whose subject is its pronoun: "der … leitet", not "den … leitet"."""
    return any(
        child.dep_ == "nsubj" and child.lower_ in ("der", "die", "welche", "welcher")
        for child in verb.children
    )


def _body(words: RoleWords, noun: Token) -> Mention | None:
    """Return the body that a noun is or introduces: "den Verein Junge Bühne"."""
    tokens = [noun]
    if organisation_kind(noun.text):
        tokens += noun.doc[noun.i + 1 : noun.i + 2]
    found = (words.at.get(token.i) for token in tokens)
    return next((mention for mention in found if mention and mention.label == "ORG"), None)
