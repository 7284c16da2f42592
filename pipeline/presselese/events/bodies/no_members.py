"""Names in a membership's sentence that grammar keeps out of its members.

Who founded what is joined ("das von Aue gegründete Netz"), where a member comes from ("das Theater
aus Aue"), who went before ("nach Aue tritt Bramme bei"), the short form in brackets
("Technische Hochschule Aue (THA)"). The event heads see all of them near the word that tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Token

from presselese.events.bodies.by_grammar import agents_before
from presselese.events.fillers.names import Argument
from presselese.events.fillers.telling import Telling, says_of_a_noun
from presselese.events.grammar.nominals import preposition, relation
from presselese.resources.doc_fields import text_of
from presselese.resources.parties import is_political_group

WHENCE: Final = frozenset({"aus", "bei", "in", "nahe"})
MEMBERS: Final = "members"


def leave_out_no_members(telling: Telling) -> None:
    """Take out of a telling's members, in place, who are none; the slot is never emptied."""
    members = telling.slots[MEMBERS]
    kept = [m for m in members if not _is_none(m, members, telling)]
    others = [m for m in kept if not is_political_group(m.name)]
    if any(member.is_name and member.label == "LOC" for member in others):
        kept = others  # "Mit dem Antrag, als Stadt beizutreten, scheiterte die CDU-Fraktion"
    if any(member.is_name for member in kept):
        telling.slots[MEMBERS] = kept


def _is_none(member: Argument, members: Sequence[Argument], telling: Telling) -> bool:
    doc, trigger = telling.trigger.doc, telling.trigger.root
    span = member.span(doc)
    if span is None or member.ref is None:
        return False
    sentence = span.root.sent
    agents = {token for word in sentence if word != trigger for token in agents_before(word)}
    return (
        (sentence == trigger.sent and member.noun is None and says_of_a_noun(span.root, trigger))
        or not agents.isdisjoint(span)
        or (led_in_by := _leading_preposition(span.root)) == "nach"
        or (member.label == "LOC" and led_in_by in WHENCE)
        or _is_short_form(member, members, doc)
    )


def _leading_preposition(name: Token) -> str | None:
    """Return the preposition before a name's phrase: "aus dem Landkreis Aue", "aus Aue und Au"."""
    token = name
    while (
        preposition(token) is None
        and relation(token) in ("appos", "conj", "flat", "compound")
        and token.head.i < token.i
    ):
        token = token.head
    return preposition(token)


def _is_short_form(name: Argument, members: Sequence[Argument], doc: Doc) -> bool:
    text = text_of(doc)
    opened = text[: name.start_char].rstrip()
    is_bracketed = opened.endswith("(") and text[name.end_char :].lstrip().startswith(")")
    before = len(opened[:-1].rstrip())
    return is_bracketed and any(member.end_char == before for member in members)
