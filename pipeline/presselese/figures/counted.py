"""What a figure counts: the noun phrase after it, or the one that an ellipsis leaves out.

Reads a Doc's tree or tags where it has them and falls back on the bare text (`nouns`). Leaves
writing to `component`.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Token

from presselese.figures.ellipsis import Counted, members_of, pass_leftwards, resolve
from presselese.figures.inflection import is_singular_noun, is_time_noun
from presselese.figures.nouns import NounPhrase, allows_oblique, noun_after, noun_at
from presselese.figures.parse import FigureMatch
from presselese.resources.doc_fields import text_of

MAX_REACH: Final = 12  # tokens from a number to its noun ("50 in der Region ansässige … Firmen")
_BETWEEN: Final = frozenset(
    {"ADJ", "ADV", "ADP", "DET", "NOUN", "PROPN", "CCONJ", "PUNCT", "X", "PART"}
)
_SKIP: Final = frozenset({"ADJ", "ADV", "PUNCT", "CCONJ"})
_GENITIVE: Final = re.compile(
    r"\s(?:(?:all|dies|sein|ihr|unser)er|der|des|von(?: den)?|ihres|seines)(?=\s)"
)
_OF: Final = re.compile(r"\svon(?=\s)")


def count_all(doc: Doc, matches: list[FigureMatch]) -> list[Counted]:
    """Return the figures that count or measure something; bare numbers without a noun stay out."""
    found: list[Counted | None] = [_explicit(doc, match) for match in matches]
    pass_leftwards(text_of(doc), matches, found)
    antecedent: Counted | None = None
    for index, match in enumerate(matches):
        counted = found[index] or resolve(text_of(doc), match, antecedent)
        if counted is None and match.scaled:
            counted = Counted(match, match.end, None, False)  # "von 800 Millionen"
        if counted and _can_be_meant_again(counted):
            antecedent = counted
        found[index] = counted
    return [counted for counted in found if counted]


def _can_be_meant_again(counted: Counted) -> bool:
    """Shares do not start an ellipsis: 'Jeder vierte Vertrag … 50 sollen es werden'."""
    is_share = counted.match.rule in ("figures.nth", "figures.fraction")
    return counted.explicit and not is_share and bool(counted.counts or counted.match.unit)


def _explicit(doc: Doc, match: FigureMatch) -> Counted | None:
    text = text_of(doc)
    if match.rule == "figures.er_group_compound":
        return Counted(match, match.end, match.counts, True)
    if match.unit is not None:
        phrase = _phrase(doc, match) if match.rule == "figures.unit_compound" else None
        return Counted(match, phrase.end if phrase else match.end, None, True)
    if match.rule == "figures.fraction":
        return _fraction(text, match)
    phrase = _phrase(doc, match)
    if phrase is None or (_needs_plural(match) and is_singular_noun(phrase.head)):
        return None
    counts = match.counts or phrase.counted(singular=_is_singular(doc, match, phrase))
    return Counted(match, phrase.end, counts, True)


def _needs_plural(match: FigureMatch) -> bool:
    plain = match.rule in ("figures.digits", "figures.words")
    return plain and match.value not in ("0", "1", "0.5") and "." not in match.value


def _fraction(text: str, match: FigureMatch) -> Counted:
    """Read what 'ein Drittel der Mitglieder' shares out; the span stays at the number."""
    link = _GENITIVE.match(text, match.end)
    phrase = noun_after(text, link.end()) if link else None
    if phrase is None or is_time_noun(phrase.head):
        return Counted(match, match.end, None, True)
    singular = bool(link and link[0].strip() in ("des", "seines", "ihres"))
    return Counted(match, match.end, phrase.counted(singular=singular), True)


def _is_singular(doc: Doc, match: FigureMatch, phrase: NounPhrase) -> bool:
    if match.rule == "figures.nth" or match.value == "1":
        return True
    if match.rule != "figures.group_compound":
        return False
    token = _token_at(doc, phrase.end - 1)
    return token is None or "Plur" not in token.morph.get("Number", [])


def _token_at(doc: Doc, char: int) -> Token | None:
    span = doc.char_span(char, char + 1, alignment_mode="expand")
    return span[0] if span is not None else None


def _phrase(doc: Doc, match: FigureMatch) -> NounPhrase | None:
    """Find the noun: by the tree, else by tags, else by capital letters."""
    phrase = None
    if doc.has_annotation("DEP"):
        phrase = _by_tree(doc, match)
    if phrase is None and doc.has_annotation("POS"):
        phrase = _by_tags(doc, match)
    elif phrase is None:
        phrase = _by_text(text_of(doc), match)
    if phrase is None and match.rule in ("figures.words", "figures.digits"):
        phrase = members_of(text_of(doc), match)
    return None if phrase is None or is_time_noun(phrase.head) else phrase


def _by_text(text: str, match: FigureMatch) -> NounPhrase | None:
    start = match.end
    if match.rule == "figures.vague" and (link := _OF.match(text, start)):
        start = link.end()
    before = text[max(0, match.start - 20) : match.start].split()
    oblique = any(allows_oblique(word) for word in before[-2:]) or match.modifier is not None
    return noun_after(text, start, oblique=oblique or match.rule != "figures.digits")


def _by_tree(doc: Doc, match: FigureMatch) -> NounPhrase | None:
    first, last = _token_at(doc, match.start), _token_at(doc, match.end - 1)
    if first is None or last is None or last.dep_ not in ("nummod", "amod", "det", "nk"):
        return None
    head = last.head
    if head.pos_ not in ("NOUN", "PROPN") or not 0 < head.i - last.i <= MAX_REACH:
        return None
    between = doc[last.i + 1 : head.i]
    if any(token.pos_ not in _BETWEEN or token.like_num for token in between):
        return None
    first_noun = next((t for t in between if t.pos_ not in ("ADJ", "ADV", "CCONJ", "PUNCT")), None)
    if first_noun is not None and first_noun.pos_ == "NOUN":
        head = first_noun  # "zwei Lokale fair gehandelte Waren": the parser reached too far
    return noun_at(text_of(doc), head.idx)


def _by_tags(doc: Doc, match: FigureMatch) -> NounPhrase | None:
    last = _token_at(doc, match.end - 1)
    if last is None:
        return None
    index = last.i + 1
    if match.rule == "figures.vague" and index < len(doc) and doc[index].text == "von":
        index += 1
    for token in doc[index : index + MAX_REACH]:
        if token.pos_ in ("NOUN", "PROPN") and token.text[:1].isupper():
            if _modifies_next_noun(token) or token.text.endswith("-"):
                continue
            return noun_at(text_of(doc), token.idx)
        if token.pos_ not in _SKIP or (token.is_punct and token.text != ","):
            return None
        if token.text == "," and not _is_inside_adjectives(token):
            return None
    return None


def _modifies_next_noun(token: Token) -> bool:
    """Tell the places in 'Berliner Firmen', 'Bad Homburger Firmen'."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    if following.pos_ not in ("NOUN", "PROPN") or not following.text[:1].isupper():
        return False
    return token.pos_ == "PROPN" and (
        token.text.endswith("er") or following.pos_ == "NOUN" or (following.text.endswith("er"))
    )


def _is_inside_adjectives(comma: Token) -> bool:
    return (
        0 < comma.i < len(comma.doc) - 1
        and comma.nbor(-1).pos_ == "ADJ"
        and comma.nbor().pos_ == "ADJ"
    )
