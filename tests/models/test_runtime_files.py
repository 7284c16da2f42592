"""Missing and broken files of a model are named, with what to do."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from de_presse.files import FILES, read_model_files
from de_presse.graph import Graph
from presselese.errors import BadResource

LABELS = {
    "names": ["O"],
    "upos": ["NOUN"],
    "features": {},
    "lemma_classes": [],
    "relations": ["root", "dep"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model.onnx").write_bytes(b"none")
    (tmp_path / "labels.json").write_text(json.dumps(LABELS), encoding="utf-8")
    (tmp_path / "pieces.tsv").write_text("<s>\t0\n\u2028\t-1.5\n", encoding="utf-8")
    (tmp_path / "lexicon.tsv").write_text("am\tADP\tan\n", encoding="utf-8")
    np.savez(tmp_path / "relations.npz", weight=np.zeros((2, 6)), bias=np.zeros(2))
    return tmp_path


def test_files_are_read(folder: Path) -> None:
    files = read_model_files(str(folder))
    assert files.pieces == [("<s>", 0.0), ("\u2028", -1.5)]
    assert files.lexicon == {("am", "ADP"): "an"}
    assert files.relation_weight.shape == (2, 6)


@pytest.mark.parametrize("name", FILES)
def test_missing_file_is_named_with_its_remedy(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(BadResource, match=name) as caught:
        read_model_files(str(folder))
    assert "python -m recipe" in str(caught.value)
    assert "Reinstall" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("labels.json", "{", "not JSON"),
        ("labels.json", "{}", "lacks the keys"),
        ("labels.json", json.dumps({**LABELS, "relations": ["root"]}), "made together"),
        ("labels.json", json.dumps({**LABELS, "name_transitions": [[0]]}), "do not fit"),
        ("pieces.tsv", "a\t1\nb\n", "line 2"),
        ("pieces.tsv", "a\tx\n", "no score"),
        ("lexicon.tsv", "am\tan\n", "line 1"),
    ],
)
def test_broken_file_is_named(folder: Path, name: str, content: str, message: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(BadResource, match=message):
        read_model_files(str(folder))


def test_unknown_weights_are_refused() -> None:
    with pytest.raises(BadResource, match="neither a package nor a folder"):
        read_model_files("no_such_package_of_ours")


def test_graph_that_is_none_is_refused(folder: Path) -> None:
    with pytest.raises(BadResource, match=r"model\.onnx"):
        Graph(folder / "model.onnx", threads=1)
