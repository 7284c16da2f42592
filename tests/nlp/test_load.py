"""The seat of the German pipeline: what may sit there, and what is said to who may not."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from presselese.errors import BadConfiguration
from presselese.nlp import load
from presselese.nlp.factories import COMPONENTS
from presselese.settings import DEFAULT_MODEL


def saved(tmp_path: Path, language: str) -> str:
    folder = tmp_path / language
    spacy.blank(language).to_disk(folder)
    return str(folder)


def test_unknown_name_says_what_to_do() -> None:
    with pytest.raises(BadConfiguration) as caught:
        load("no_such_pipeline")
    assert caught.value.where == "--model no_such_pipeline"
    assert "installed spaCy pipeline or its folder" in caught.value.remedy


@pytest.mark.parametrize("name", ["de_core_news_md", "de-core-news-md", "de_core_news_lg"])
def test_official_name_is_not_to_be_installed_from_the_index(name: str) -> None:
    with pytest.raises(BadConfiguration) as caught:
        load(name)
    assert "Do not `pip install` it by name" in caught.value.remedy
    assert "spacy-models/releases" in caught.value.remedy


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration):
        load(str(tmp_path / "nowhere"))


def test_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration) as caught:
        load(saved(tmp_path, "en"))
    assert "'en'" in caught.value.what
    assert "German" in caught.value.remedy


def test_german_folder_gets_all_components_in_their_order(tmp_path: Path) -> None:
    nlp = load(saved(tmp_path, "de"))
    assert nlp.pipe_names == list(COMPONENTS)


def test_shipped_pipeline_is_the_default() -> None:
    assert DEFAULT_MODEL == "de_presse"
