"""What pyproject.toml promises of the pipelines is there."""

from __future__ import annotations

import importlib
import json
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

import de_presse

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY_POINTS = [
    (group, name, target)
    for group, entries in PROJECT["project"]["entry-points"].items()
    for name, target in entries.items()
]


@pytest.mark.parametrize(("group", "name", "target"), ENTRY_POINTS)
def test_entry_point_leads_somewhere(group: str, name: str, target: str) -> None:
    module, _, function = target.partition(":")
    found = importlib.import_module(module)
    assert callable(getattr(found, function or "load"))


@pytest.mark.parametrize("name", ["de_presse", "de_presse_fast"])
def test_name_is_that_of_an_installed_distribution(name: str) -> None:
    # spaCy's load() asks for exactly this
    assert distribution(name).metadata["Name"] == name


@pytest.mark.parametrize("name", ["de_presse", "de_presse_fast"])
def test_versions_agree(name: str) -> None:
    meta = json.loads((ROOT / "models" / name / "meta.json").read_text(encoding="utf-8"))
    assert f"{meta['lang']}_{meta['name']}" == name
    assert meta["version"] == de_presse.__version__ == distribution(name).version
    assert meta["version"] == PROJECT["project"]["version"]
