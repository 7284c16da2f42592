"""The words behind a role's noun: which are the role's own, which only lead to the employer."""

from __future__ import annotations

from typing import Final

from presselese.actors.organisation_nouns import organisation_kind

# A complement ("Präsident des Verbandes der Automobilzulieferer in Sachsen, Jan Wolf") is read
# this far; longer ones exist, but beyond it another clause is more likely than a complement.
LONGEST_PHRASE: Final = 16
# "Vorsitzende des Vereins": whom she chairs is her employer; "Leiter des Amtes" names the office.
WHOLE_BODIES: Final = frozenset({"association", "company", "network", "chamber"})
# Words that only lead to the organisation's name: "der Firma", "im", "von", "des Landes".
LEADING: Final = frozenset(
    "der des die dem den das im in von vom bei beim am an firma stadt für zur zum landes "
    "bundeslandes freistaats freistaates landkreises kreises kantons republik".split()
)
# No role that one would give holds these: they tell where, when or with whom.
ELSEWHERE: Final = frozenset(
    "in im am an aus bei beim seit ab vor von vom mit zu zum zur auf über unter durch nach".split()
)
OBJECT_ARTICLES: Final = frozenset("die das den dem ein eine einen einem".split())


def complete(kept: list[str]) -> list[str]:
    """Keep a complement that is part of the role: "Leiter" + "der städtischen Wirtschaft"."""
    kept = _own_words(kept)
    has_noun = any(word[:1].isupper() for word in kept)
    return kept if has_noun and len(kept) <= LONGEST_PHRASE else []


def _own_words(kept: list[str]) -> list[str]:
    """Return the words up to where the clause goes on: "Leiter Finanzen" | "die Zahlen"."""
    for index, word in enumerate(kept):
        is_object = word in OBJECT_ARTICLES and index > 0 and kept[index - 1] not in ("für", "und")
        if word.lower() in ELSEWHERE or is_object:
            kept = kept[:index]
            break
        following = kept[index + 1 : index + 3]
        if word in ("und", "sowie") and following and not any(w[:1].isupper() for w in following):
            kept = kept[:index]  # "Bürgermeister und inzwischen im Ruhestand"
            break
    while kept and (kept[-1].lower() in LEADING or kept[-1] in ("und", "sowie")):
        kept = kept[:-1]
    return kept


def without_tail(kept: list[str]) -> list[str]:
    """Return what belongs to the role before an organisation's name.

    The words that only lead to the name are dropped: "der Firma", "im", "von". Words parted from it
    by them are the role's own ("des Referats Handel und Messen im" Ministry), unless they name a
    whole body.
    """
    words = list(kept)
    while words and words[-1].lower() in LEADING:
        words = words[:-1]
    if all(word[0].isupper() or word == "und" for word in words):
        return words
    is_own = len(words) < len(kept) and words[0] in ("der", "des", "für")
    is_plain = all(word[0].isupper() or word in ("und", "der", "des", "für") for word in words)
    names_body = any(organisation_kind(word) in WHOLE_BODIES for word in words)
    return words if is_own and is_plain and not names_body else []
