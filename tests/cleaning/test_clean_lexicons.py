"""The word lists of cleaning are well formed: sorted, in lower case, and of known kinds."""

from __future__ import annotations

import pytest

from presselese.resources.loader import load_tsv

LISTS = {
    "cleaning_agencies": ("code",),
    "cleaning_boilerplate": ("phrase", "match"),
    "cleaning_captions": ("phrase", "match"),
    "cleaning_contact_labels": ("phrase",),
    "cleaning_german_words": ("word",),
    "cleaning_hyphen_words": ("word", "use"),
    "cleaning_months": ("name", "month"),
    "cleaning_place_endings": ("ending",),
}
KINDS = {
    "cleaning_boilerplate": {"whole", "start"},
    "cleaning_captions": {"anywhere", "start"},
    "cleaning_hyphen_words": {"suspending", "keeping", "closing"},
}


@pytest.mark.parametrize("name", LISTS)
def test_list_is_sorted(name: str) -> None:
    rows = load_tsv(name, LISTS[name])
    assert list(rows) == sorted(rows)


@pytest.mark.parametrize(
    "name", sorted(set(LISTS) - {"cleaning_agencies", "cleaning_hyphen_words"})
)
def test_list_is_in_lower_case(name: str) -> None:
    assert [row for row in load_tsv(name, LISTS[name]) if row[0] != row[0].lower()] == []


@pytest.mark.parametrize("name", KINDS)
def test_list_knows_its_kinds(name: str) -> None:
    assert {row[1] for row in load_tsv(name, LISTS[name])} == KINDS[name]


def test_months_have_numbers() -> None:
    numbers = {int(month) for _, month in load_tsv("cleaning_months", LISTS["cleaning_months"])}
    assert numbers == set(range(1, 13))
