"""The only firm that opens branches opens all of them."""

from __future__ import annotations

from typing import Any

import pytest

from presselese.events.bodies.branch_series import let_one_firm_open_all


def branch(
    name: str, *founders: str, ref: str | None = None, form: str = "opening"
) -> dict[str, Any]:
    return {
        "organisation": {"ref": ref, "name": name},
        "form": form,
        "founders": [{"ref": founder, "name": founder} for founder in founders],
    }


@pytest.mark.parametrize(
    ("told", "founders"),
    [
        ([branch("Büro in Riga", "org_1")], ["org_1"]),
        ([branch("Büro in Riga", "org_1"), branch("Filiale", "plc_2")], []),  # whose is it?
        ([branch("Büro in Riga", "per_1")], []),
        ([branch("Nordbund", "org_1", ref="org_2")], []),  # a body of its own
        ([branch("Verein", "org_1")], []),
        ([branch("Büro in Riga", "org_1"), branch("Büro", "org_2", form="founding")], []),
    ],
)
def test_branch_without_a_founder_is_the_only_firms(
    told: list[dict[str, Any]], founders: list[str]
) -> None:
    further = branch("Niederlassung")
    let_one_firm_open_all([*told, further])
    assert [founder["name"] for founder in further["founders"]] == founders


def test_body_that_is_no_branch_stays_without_a_founder() -> None:
    club = branch("Verein")
    let_one_firm_open_all([branch("Büro in Riga", "org_1"), club])
    assert club["founders"] == []


def test_office_that_was_founded_may_be_anybodys() -> None:
    office = branch("Büro", form="founding")
    let_one_firm_open_all([branch("Büro in Riga", "org_1"), office])
    assert office["founders"] == []
