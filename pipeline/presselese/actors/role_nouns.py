"""Role nouns: "Oberbürgermeisterin", "DIHK-Hauptgeschäftsführers" -> base form and employer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from presselese.actors.name_case import strong_nominative
from presselese.resources.loader import load_tsv

# "Vorstand" is a role in "DiWiSH-Vorstand Mohr"; in these compounds the end is no role.
NOT_A_ROLE = frozenset(
    "weihnachtsmeister weltmeister hausmeisterei stiftungspartner ausbildungsleiter-kurs".split()
)
UMLAUTED_PLURALS = (
    ("rat", "räte"),
    ("walt", "wälte"),
    ("arzt", "ärzte"),
    ("stand", "stände"),
    ("glied", "glieder"),
)


# "2.Vorsitzender": typed without the space, the ordinal and its noun are one word.
ORDINAL = re.compile(r"^\d{1,2}\.(?=[A-ZÄÖÜ])")


@dataclass(frozen=True)
class RoleNouns:
    """All forms of all role nouns, lower case, with their nominative singular."""

    base_of_form: dict[str, str]
    longest: int

    def base(self, word: str) -> str | None:
        """Return a word's base form if it is a role noun or a compound that ends in one.

        Keeps compound and gender: "Kreisverbandsvorsitzenden" -> "Kreisverbandsvorsitzende".
        None for any other word.
        """
        word = ORDINAL.sub("", word)
        lower = word.lower()
        if lower in NOT_A_ROLE or not (word[:1].isupper() or "-" in word[1:]):
            return None
        for start in range(max(0, len(lower) - self.longest), len(lower) - 1):
            base = self.base_of_form.get(lower[start:])
            if base is None:
                continue
            if base.isupper() and not word.startswith(base, start):
                continue  # "OB" is an office, "Jakob" and "Ob" are not
            if start == 0:
                return base if word[0].isupper() else None
            if base.isupper() and word[start - 1].isalpha():
                continue
            if start >= 2 or not word[start - 1].isalpha():
                is_new_word = not word[start - 1].isalpha()
                return word[:start] + (base if is_new_word else base.lower())
        return None


def in_nominative(modifiers: Sequence[str], role: str, *, is_masculine: bool) -> str:
    """Return a role with its adjectives as it stands alone, by the person's gender.

    "den stellvertretenden" and "Landrat" give "stellvertretender Landrat"; "Vorsitzende" of a man
    is "Vorsitzender". A noun's own gender shows where it is no adjective.
    """
    if is_masculine and load_role_nouns().base(f"{role}r") == f"{role}r":
        role = f"{role}r"
    gender = "Masc" if is_masculine else "Fem"
    return " ".join([*(strong_nominative(word, gender) for word in modifiers), role])


def _forms(role: str, declension: str) -> dict[str, str]:
    if role.isupper():
        return {role: role, role + "s": role}  # "OB", "CEOs"
    if declension == "adj":
        stem = role[:-1]
        return {
            stem + ending: (role if ending in ("r", "m", "s") else stem) for ending in "rsm"
        } | {
            stem: stem,
            stem + "n": stem,
        }
    forms = {role: role, role + "s": role, role + "es": role}
    if declension == "weak":
        stem = role.removesuffix("e")
        forms |= {stem + "en": role, stem + "in": stem + "in", stem + "innen": stem + "in"}
    else:
        stem = role.removesuffix("e")
        forms |= {stem + "in": stem + "in", stem + "innen": stem + "in", role + "n": role}
        forms |= {role + "e": role, role + "en": role}
        if role.endswith("in"):
            forms[role + "nen"] = role  # "Landrätinnen": women's offices with a form of their own
        forms |= dict.fromkeys(_umlauted(role), role)
    return forms


def _umlauted(role: str) -> list[str]:
    """Return the plurals of "Landrat", "Anwalt", "Arzt": "Landräte", "Landräten"."""
    for end, plural in UMLAUTED_PLURALS:
        if role.lower().endswith(end):
            stem = role[: len(role) - len(end)]
            return [stem + plural, stem + plural + "n"]
    return []


@cache
def load_role_nouns() -> RoleNouns:
    """Return the shipped role nouns, read once a process."""
    base_of_form: dict[str, str] = {}
    for role, declension in load_tsv("roles", ("role", "declension")):
        for form, base in _forms(role, declension).items():
            base_of_form.setdefault(form.lower(), base)
    return RoleNouns(base_of_form, max(map(len, base_of_form)))
