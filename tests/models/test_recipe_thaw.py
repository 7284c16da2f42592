"""The weights of an exported network come back, whatever the export did to them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

import torch
from tests.models.test_recipe_balance import a_batch

from recipe.export import halve_floats, quantise, write_float
from recipe.labels import Labels
from recipe.network import Analyser
from recipe.thaw import NOT_IN_GRAPH, thaw

INT8_ERROR = 0.05


def network() -> Analyser:
    """One of which no two arrays are alike: the exporter keeps one of them."""
    labels = Labels(["O", "B-PER"], ["NOUN"], {"Case": ["", "Nom"]}, ["x"], ["dep", "root"])
    found = Analyser(labels, 1200, layers=5).eval()
    with torch.no_grad():
        for parameter in found.parameters():
            parameter += torch.randn_like(parameter) * 0.02
    return found


def test_graph_that_lacks_weights_is_named(tmp_path: Path) -> None:
    write_float(network(), tmp_path / "model.onnx")
    other = torch.nn.ModuleDict({"unheard_of": torch.nn.Linear(2, 2)})
    with pytest.raises(KeyError, match="unheard_of"):
        thaw(tmp_path / "model.onnx", other)


def test_thawed_main_network_answers_as_the_one_that_was_exported(tmp_path: Path) -> None:
    torch.manual_seed(0)
    exported, other = network(), network()
    graph = tmp_path / "model.onnx"
    write_float(exported, graph)
    quantise(graph, graph, layers=5, reduce_range=False)
    halve_floats(graph)
    thaw(graph, other, without=NOT_IN_GRAPH)
    batch = a_batch()
    with torch.no_grad():
        expected, got = (
            n(batch.ids, batch.first, batch.last, batch.sources) for n in (exported, other)
        )
    for name in ("names", "arcs", "trigger", "starts"):
        spread = expected[name].std()
        assert (got[name] - expected[name]).abs().max() < spread
        assert (got[name] - expected[name]).abs().mean() < INT8_ERROR * max(spread, 1.0)
