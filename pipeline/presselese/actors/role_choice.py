"""Which of several roles of a person counts, and whose organisation goes with it.

The role named first does; but any office before a title, a mere seat of a board or a part that is
played for an evening: "Professorin Eva Roth, Präsidentin der Hochschule", "Vorstand: Eva Roth
(Vorsitzende)", "Versammlungsleiter war Bürgermeister Wolf".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from presselese.actors.affiliation import role_kind
from presselese.actors.role_claims import RoleClaim
from presselese.actors.role_lists import BOARD_RULE, BOARDS
from presselese.resources.parties import is_party

MERE_TITLES: Final = frozenset({"Professor", "Professorin", "Gründungsmitglied"})
FOR_THE_DAY: Final = (
    "versammlungsleiter",
    "wahlleiter",
    "gesprächspartner",
    "gastgeber",
)
# A minister's bare title, of which an article gives the full one elsewhere.
BARE: Final = frozenset(
    {"Minister", "Ministerin", "Staatssekretär", "Staatssekretärin", "Senator", "Senatorin"}
)
# Of other kinds one is a member of one's party at most, and works elsewhere.
PARTISAN: Final = frozenset({"deputy", "town", "officer", "association", "other"})
# "Preisträgerin Eva Roth, Leiterin der Mosterei": no office, but what she is there for.
FOR_ANY_OFFICE: Final = frozenset({"other"})


def chosen_role(claims: Sequence[RoleClaim]) -> RoleClaim | None:
    """Return the claim with the role that counts, None where none tells a role."""
    told = [claim for claim in claims if claim.role]
    has_seat = any(_is_seat_told(claim) for claim in told)
    first = min(told, key=lambda claim: _rank(claim, has_seat=has_seat), default=None)
    if first is None or first.role not in BARE:
        return first
    fuller = (c for c in told if str(c.role).lower().endswith(str(first.role).lower()))
    return max(fuller, key=lambda claim: len(str(claim.role)), default=first)


def employing(role: RoleClaim | None, claims: Sequence[RoleClaim]) -> RoleClaim | None:
    """Return the claim whose organisation goes with the role, None where none does.

    "Landrat Wolf, Präsident des Roten Kreuzes" is no Landrat of it: what another role tells counts
    where both are of one kind, or the first is no office at all ("Preisträgerin").
    """
    ordered = [role, *claims] if role is not None else claims
    return next((c for c in ordered if c.organisation and _goes_with(role, c)), None)


def _goes_with(role: RoleClaim | None, claim: RoleClaim) -> bool:
    if role is None or role.role is None:
        return True
    kind = role_kind(role.role)
    if claim.organisation is not None and is_party(claim.organisation) and kind not in PARTISAN:
        return False
    if claim is role or claim.role is None:
        return True
    other = role_kind(claim.role)
    return kind == other or bool({kind, other} & FOR_ANY_OFFICE)


def _is_seat_told(claim: RoleClaim) -> bool:
    """Tell "(Vorsitzende)" behind a name: which of a board's seats she has."""
    is_behind = claim.rule in ("person.role_in_brackets", "person.role_apposition")
    is_seat = role_kind(str(claim.role)) in ("officer", "association")
    return is_behind and is_seat and not _is_board(claim)


def _is_board(claim: RoleClaim) -> bool:
    return str(claim.role).lower() in BOARDS


def _rank(claim: RoleClaim, *, has_seat: bool) -> tuple[bool, bool, bool, int]:
    """Order roles: "Der Vorstand: Eva Roth … Kassier Roth", "Vorstand Eva Roth (Kassierin)"."""
    is_mere = claim.rule == BOARD_RULE or (has_seat and _is_board(claim))
    is_for_the_day = str(claim.role).lower().startswith(FOR_THE_DAY)
    return claim.role in MERE_TITLES, is_mere, is_for_the_day, claim.noun_char
