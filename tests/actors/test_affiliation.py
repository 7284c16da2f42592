"""Whose chair or mayor: the employer that an article implies, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from presselese.actors import affiliation
from presselese.actors.affiliation import (
    Article,
    Asked,
    chances,
    judged,
    likeliest,
    pooled,
    role_kind,
)

TEXT = "Der Musikverein Au hat neu gewählt. Vorsitzende {name} dankte allen."


def entity(text: str, name: str, number: int, prefix: str, kind: str | None = None) -> Any:
    start = text.index(name)
    return {
        "id": f"{prefix}_{number}", "name": name, "kind": kind,
        "mentions": [{"start_char": start, "end_char": start + len(name), "text": name}],
    }  # fmt: skip


def article(text: str, organisations: list[str], places: list[str], home: str | None) -> Article:
    return Article(
        text,
        [],
        [entity(text, name, i, "org") for i, name in enumerate(organisations, 1)],
        [entity(text, name, i, "plc", "city") for i, name in enumerate(places, 1)],
        home,
        frozenset(),
    )


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("Oberbürgermeisterin", "mayor"),
        ("stellvertretende Landrätin", "county"),
        ("Geschäftsführer", "company"),
        ("Vorsitzende", "officer"),
        ("Kassenprüferin", "officer"),
        ("Präsidentin", "association"),
        ("Schriftführer", "officer"),
        ("Zauberer", "other"),
    ],
)
def test_role_tells_what_sort_of_body_it_belongs_to(role: str, kind: str) -> None:
    assert role_kind(role) == kind


def test_nobody_is_employed_where_the_article_names_no_body() -> None:
    text = "Vorsitzende Eva Roth dankte allen."
    candidates = list(judged(Asked("Vorsitzende", 12, ()), article(text, [], [], None)))
    assert candidates == []
    assert likeliest(candidates, chances([]), "Chefin") is None


@pytest.mark.parametrize(("best", "name"), [(0.9, "Chor Au"), (0.3, None)])
def test_only_a_clear_winner_is_taken(best: float, name: str | None) -> None:
    text = "Chor Au und Verein Bo feiern. Vorsitzende Eva Roth lud ein."
    known = article(text, ["Chor Au", "Verein Bo"], [], None)
    candidates = list(judged(Asked("Vorsitzende", text.index("Eva"), ()), known))
    found = likeliest(candidates, [best, 0.05], "Vorsitzende")
    assert (found["name"] if found else None) == name


def test_every_body_is_judged_by_where_it_stands() -> None:
    text = TEXT.format(name="Eva Roth")
    known = article(text, ["Musikverein Au"], [], None)
    ((body, features),) = judged(Asked("Vorsitzende", text.index("Eva"), ()), known)
    assert body["name"] == "Musikverein Au"
    assert features["sentences 1"] == features["last of its label"] == 1.0
    ((_, behind),) = judged(Asked("Vorsitzende", 0, ()), known)
    assert behind["only after"] == 1.0


def test_claim_of_a_phrase_counts_for_its_body_and_against_the_others() -> None:
    text = "Chor Au und Verein Bo feiern. Vorsitzende Eva Roth lud ein."
    known = article(text, ["Chor Au", "Verein Bo"], [], None)
    asked = Asked("Vorsitzende", text.index("Eva"), (), claimed="org_2", rule="person.noun")
    first, second = (found for _, found in judged(asked, known))
    assert (first["claimed"], first["claimed elsewhere"]) == (0.0, 1.0)
    assert (second["claimed"], second["claimed person.noun"]) == (1.0, 1.0)


def test_what_the_pipeline_reads_is_the_mean_over_a_names_words() -> None:
    text = "Chor Au und Verein Bo feiern. Vorsitzende Eva Roth lud ein."
    known = article(text, ["Chor Au", "Verein Bo"], [], None)
    end = text.index(" lud")
    read = {end: {0: 0.9, 5: 0.5}}
    known = replace(known, read=read)
    first, second = (f for _, f in judged(Asked(None, text.index("Eva"), (end,)), known))
    assert first["read"] == pytest.approx(0.7)
    assert (second["read"], second["read elsewhere"]) == (0.0, pytest.approx(0.7))


def test_officers_of_an_article_pool_what_is_known_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    club, firm = {"id": "org_1"}, {"id": "org_2"}
    monkeypatch.setattr(affiliation, "chances", lambda found: [f["chance"] for f in found])
    chair = [(club, {"chance": 0.8}), (firm, {"chance": 0.1})]
    auditor = [(firm, {"chance": 0.3}), (club, {"chance": 0.2})]
    assert pooled([chair, auditor]) == [
        pytest.approx([0.5, 0.2]),
        pytest.approx([0.2, 0.5]),
    ]


@pytest.mark.parametrize(
    ("role", "found", "is_given"),
    [
        ("Vorsitzende", {"ORG:association": 1.0}, True),
        ("Ministerin", {"ORG:association": 1.0}, False),
        (None, {"ORG:association": 1.0}, False),
        ("Vorsitzende", {"NP:association": 1.0}, False),
    ],
)
def test_unsure_employers_must_be_likelier(
    role: str | None, found: dict[str, float], is_given: bool
) -> None:
    club = {"id": "org_1"}
    assert likeliest([(club, found)], [0.45], role) == (club if is_given else None)
