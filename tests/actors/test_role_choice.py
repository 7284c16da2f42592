"""Which of several roles counts, and whose organisation goes with it."""

from __future__ import annotations

import pytest

from presselese.actors.role_choice import chosen_role, employing
from presselese.actors.role_claims import RoleClaim
from presselese.linking.mentions import Mention

ROTH = Mention("PER", 0, 8, "Eva Roth", "Eva Roth")


def claim(
    role: str | None, at: int, body: str | None = None, rule: str = "role_before"
) -> RoleClaim:
    return RoleClaim(ROTH, role, body, None, f"person.{rule}", at)


CHOSEN = [
    # the first one
    ([claim("Landrätin", 1), claim("Vorsitzende", 9)], "Landrätin"),
    # an office before a title, a part for the evening, a seat that is told more closely
    ([claim("Professorin", 1), claim("Rektorin", 9)], "Rektorin"),
    ([claim("Versammlungsleiterin", 1), claim("Bürgermeisterin", 9)], "Bürgermeisterin"),
    ([claim("Vorstand", 1), claim("Kassierin", 9, rule="role_in_brackets")], "Kassierin"),
    ([claim("Vorstand", 1), claim("Kassierin", 9)], "Vorstand"),
    # the full title of a minister
    ([claim("Ministerin", 1), claim("Umweltministerin", 9)], "Umweltministerin"),
    ([claim("Direktor", 1), claim("Caritasdirektor", 9)], "Direktor"),
    ([claim(None, 1, "IHK Aue")], None),
]


@pytest.mark.parametrize(("claims", "role"), CHOSEN)
def test_role_that_counts(claims: list[RoleClaim], role: str | None) -> None:
    chosen = chosen_role(claims)
    assert (chosen.role if chosen else None) == role


EMPLOYING = [
    # what another office tells is not this one's
    (("Landrat", None), ("Präsident", "Rotes Kreuz Aue"), None),
    (("Ministerin", None), ("Umweltministerin", "Bayern"), "Bayern"),
    (("Preisträgerin", None), ("Inhaberin", "Mosterei Au"), "Mosterei Au"),
    (("Landrat", None), (None, "Landkreis Aue"), "Landkreis Aue"),
    # a mayor is of a party, but does not work for it
    (("Bürgermeister", None), (None, "SPD"), None),
    (("Landtagsabgeordnete", None), (None, "SPD"), "SPD"),
]


@pytest.mark.parametrize(("first", "second", "body"), EMPLOYING)
def test_organisation_that_goes_with_the_role(
    first: tuple[str, str | None], second: tuple[str | None, str], body: str | None
) -> None:
    role, other = claim(first[0], 1, first[1]), claim(second[0], 9, second[1])
    found = employing(role, [role, other])
    assert (found.organisation if found else None) == body
