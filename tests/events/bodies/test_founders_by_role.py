"""Whose office says that they founded what the article founds."""

from __future__ import annotations

from typing import Any

import pytest

from presselese.events.bodies.founders_by_role import let_officers_found


def person(role: str | None, body: str | None = "org_1") -> dict[str, Any]:
    mention = {"start_char": 5, "end_char": 13, "text": "Ida Roth"}
    organisation = {"ref": body, "name": "Krebshilfe"} if body else None
    return {
        "id": "per_1", "name": "Ida Roth", "role": role, "organisation": organisation,
        "mentions": [mention],
    }  # fmt: skip


def founders(*people: dict[str, Any], known: tuple[str, ...] = ()) -> list[str]:
    fillers = [{"ref": ref, "name": "Ida Roth", "start_char": 0, "end_char": 8} for ref in known]
    event = {"organisation": {"ref": "org_1", "name": "Krebshilfe"}, "founders": fillers}
    let_officers_found([event], people)
    return [f["name"] for f in event["founders"]]


@pytest.mark.parametrize(
    "role", ["Gründer", "Mitgründerin", "Firmengründer", "Gründerin des Hauses"]
)
def test_founder_by_office_founded_the_body(role: str) -> None:
    assert founders(person(role)) == ["Ida Roth"]


@pytest.mark.parametrize(
    "somebody",
    [
        person("Vorsitzende"),
        person("Gründungsmitglied"),
        person("Leiterin des Gründerzentrums"),
        person(None),
        person("Gründerin", "org_2"),
        person("Gründerin", None),
    ],
)
def test_others_founded_nothing(somebody: dict[str, Any]) -> None:
    assert founders(somebody) == []


def test_who_is_told_already_is_told_once() -> None:
    assert founders(person("Gründerin"), known=("per_1",)) == ["Ida Roth"]
