"""The weights of an exported second pass come back, whatever the export did to them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

import torch
from tests.models.test_recipe_anchored import model, seen
from tests.models.test_recipe_balance import a_batch

from recipe.anchored import PERSON_KIND, Anchored, Question, collate
from recipe.anchored_export import _write_float
from recipe.export import halve_floats, quantise, write_float
from recipe.labels import Labels
from recipe.network import Analyser
from recipe.thaw import NOT_IN_GRAPH, thaw

INT8_ERROR = 0.05


def trained() -> Anchored:
    """A network of which no two arrays are alike: the exporter keeps one of them."""
    network = model()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter += torch.randn_like(parameter) * 0.02
    return network


def factored(network: Anchored) -> None:
    """Multiply inputs and divide weights, as `balance` does."""
    with torch.no_grad():
        for layer in network.layers:
            layer.fi_factor = torch.linspace(0.5, 2, layer.fi.weight.shape[1])
            layer.fi.weight /= layer.fi_factor


def answers(network: Anchored) -> list[torch.Tensor]:
    asked = [Question(seen(), 1, 3, {}), Question(seen(), 5, PERSON_KIND, {})]
    with torch.no_grad():
        return list(network(collate(asked).given))


def test_thawed_network_answers_as_the_one_that_was_exported(tmp_path: Path) -> None:
    network = trained()
    expected = answers(network)
    factored(network)
    graph = tmp_path / "anchored.onnx"
    _write_float(network, graph)
    quantise(graph, graph, layers=0, reduce_range=False)
    halve_floats(graph)
    other = model()
    for parameter in other.parameters():
        torch.nn.init.zeros_(parameter)
    thaw(graph, other)
    for got, wanted in zip(answers(other), expected, strict=True):
        assert (got - wanted).abs().max() < INT8_ERROR


def test_graph_that_lacks_weights_is_named(tmp_path: Path) -> None:
    graph = tmp_path / "anchored.onnx"
    _write_float(trained(), graph)
    other = torch.nn.ModuleDict({"unheard_of": torch.nn.Linear(2, 2)})
    with pytest.raises(KeyError, match="unheard_of"):
        thaw(graph, other)


def test_thawed_main_network_answers_as_the_one_that_was_exported(tmp_path: Path) -> None:
    torch.manual_seed(0)
    labels = Labels(["O", "B-PER"], ["NOUN"], {"Case": ["", "Nom"]}, ["x"], ["dep", "root"])
    network, other = (Analyser(labels, 1200, layers=5).eval() for _ in range(2))
    with torch.no_grad():
        for parameter in network.parameters():
            parameter += torch.randn_like(parameter) * 0.02
    graph = tmp_path / "model.onnx"
    write_float(network, graph)
    quantise(graph, graph, layers=5, reduce_range=False)
    halve_floats(graph)
    thaw(graph, other, without=NOT_IN_GRAPH)
    batch = a_batch()
    with torch.no_grad():
        expected, got = (
            n(batch.ids, batch.first, batch.last, batch.sources) for n in (network, other)
        )
    for name in ("names", "arcs", "trigger", "starts"):
        spread = expected[name].std()
        assert (got[name] - expected[name]).abs().max() < spread
        assert (got[name] - expected[name]).abs().mean() < INT8_ERROR * max(spread, 1.0)
