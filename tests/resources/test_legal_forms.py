"""Legal forms in names, and words that only look like one."""

from __future__ import annotations

import pytest

from presselese.resources.legal_forms import is_association, is_company, is_cooperative


@pytest.mark.parametrize(
    "name",
    ["Nord GmbH", "Breitband Süd gKU", "thermofolia ag", "Åland Kraft Oyj", "Müller GmbH & Co. KG",
     "Lesna TIP d.o.o.", "Holding SE"],
)  # fmt: skip
def test_company(name: str) -> None:
    assert is_company(name)
    assert not is_association(name)


@pytest.mark.parametrize("name", ["Nordbund e. V.", "Nordbund e.V."])
def test_association(name: str) -> None:
    assert is_association(name)
    assert not is_company(name)


@pytest.mark.parametrize("name", ["Sonnenstrom eG", "Pielachtal eGen", "Dorfladen e.G."])
def test_cooperative(name: str) -> None:
    assert is_cooperative(name)


@pytest.mark.parametrize("name", ["Stadt Sagen", "Agentur Nord", "Kammer Vogtland", "Region Gera"])
def test_name_without_a_form(name: str) -> None:
    assert not (is_company(name) or is_association(name) or is_cooperative(name))
