"""The weights of a shipped graph as a network's, to train on from where no checkpoint is left.

An int8 weight comes back as its scale times its number, so what was lost to int8 stays lost (the
second pass, thawed and measured in float32, is as good as its graph); the factors of `balance` go
back into the weights. The run-time conventions stay folded into the positions; the source vectors
of other conventions are not in a graph: a joint training that goes on from here begins with the
run-time ones for all sets, and with an untrained pair head.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from de_presse.article import read_pair_scores
from recipe.article import PAIR_PARAMETERS, TURNED_ROUND, ArticleReader
from recipe.labels import ROLES
from recipe.network import Analyser
from recipe.unigram import read_pieces
from recipe.workspace import Workspace

PRODUCTS = ("MatMulInteger", "MatMul", "Gemm")
# What no graph holds: the pair head, which only the joint training has, and the source vectors,
# which the export folds into the positions; the scores of relations lie beside the graph.
NOT_IN_GRAPH = ("role", "encoder.name_source", "encoder.tree_source", "relation.")
# The table is the main graph's, and what scores pairs lies beside the graph.
NOT_IN_ARTICLE = (
    "encoder.word",
    "encoder.name_source",
    "encoder.tree_source",
    *PAIR_PARAMETERS.values(),
)
Arrays = dict[str, np.ndarray[Any, Any]]


def adopt(space: Workspace, package: Path) -> None:
    """Take over a package's pieces, labels and lexicon, so that nothing has to be fetched."""
    space.folder.mkdir(parents=True, exist_ok=True)
    for name in ("pieces.tsv", "labels.json", "lexicon.tsv"):
        shutil.copyfile(package / name, space.folder / name)


def thawed_analyser(space: Workspace, package: Path, layers: int) -> Analyser:
    """The main network of `package`, under the run-time conventions; its pair head is untrained."""
    model = Analyser(space.labels, len(read_pieces(package / "pieces.tsv")), layers)
    scores = np.load(package / "relations.npz")
    with torch.no_grad():
        model.relation.weight.copy_(torch.from_numpy(scores["weight"]))
        model.relation.bias.copy_(torch.from_numpy(scores["bias"]))
    thaw(package / "model.onnx", model, without=NOT_IN_GRAPH)
    return model


def thawed_article(space: Workspace, package: Path, layers: int) -> ArticleReader:
    """The article reader of `package`, whose main network has so many layers."""
    model = ArticleReader(thawed_analyser(space, package, layers))
    thaw(package / "article.onnx", model, without=NOT_IN_ARTICLE)
    pairs = read_pair_scores(package / "pairs.npz", len(ROLES))
    parameters = dict(model.named_parameters())
    with torch.no_grad():
        for field, name in PAIR_PARAMETERS.items():
            array = torch.from_numpy(getattr(pairs, field))
            parameters[name].copy_(array.T if field in TURNED_ROUND else array)
    return model


def thaw(graph: Path, model: nn.Module, without: tuple[str, ...] = ()) -> None:
    """Copy the weights of an exported graph into `model`; raises KeyError if some are missing.

    Of trained networks: of arrays that are alike to the last digit the exporter keeps one. Names
    that begin with one of `without` are left as they are.
    """
    import onnx

    names = [name for name in model.state_dict() if not name.startswith(without)]
    found = _weights(onnx.load(str(graph)).graph, names)
    missing = set(names) - set(found)
    if missing:
        raise KeyError(f"{graph} has no {', '.join(sorted(missing))}")
    model.load_state_dict(found, strict=False)


def _weights(graph: Any, names: list[str]) -> dict[str, Tensor]:
    from onnx import numpy_helper

    arrays: Arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    makers = {output: node for node in graph.node for output in node.output}
    weights = {}
    for stored in arrays:
        name = stored.removesuffix("_quantized").removesuffix("_half").removeprefix("model.")
        if name in names:
            weights[name] = _floats(stored, arrays)
    for node in graph.node:
        of_node = _parameter(node.name, names)
        if node.op_type in PRODUCTS and of_node is not None and of_node not in weights:
            weights[of_node] = (
                _matrix(node.input[1], arrays, makers) * _factor(node, arrays, makers)
            ).T
    return {
        name: torch.from_numpy(np.array(array, dtype=np.float32)) for name, array in weights.items()
    }


def _parameter(node: str, names: list[str]) -> str | None:
    """The weight that a node such as "/model/layers.0/q/MatMul_quant" multiplies with."""
    path = ".".join(node.strip("/").split("/")[:-1]).removeprefix("model.")
    ending = f".{path}.weight"
    return next((name for name in names if path and f".{name}".endswith(ending)), None)


def _matrix(name: str, arrays: Arrays, makers: dict[str, Any]) -> np.ndarray[Any, Any]:
    """A product's weights [in, out] in float32, whether int8, half precision or float32."""
    if name not in arrays:  # cast from half precision
        name = makers[name].input[0]
    return _floats(name, arrays)


def _floats(name: str, arrays: Arrays) -> np.ndarray[Any, Any]:
    """A stored array in float32."""
    array = arrays[name].astype(np.float32)
    if name.endswith("_quantized"):
        stem = name.removesuffix("_quantized")
        array -= arrays[f"{stem}_zero_point"].astype(np.float32)
        array *= arrays[f"{stem}_scale"]
    return array


def _factor(node: Any, arrays: Arrays, makers: dict[str, Any]) -> np.ndarray[Any, Any]:
    """What the product's input was multiplied with before [in, 1], see `balance`."""
    given = node.input[0].removesuffix("_quantized")
    maker = makers.get(given)
    if maker is not None and maker.op_type == "Mul":
        for name in maker.input:
            if name in arrays and arrays[name].ndim == 1 and arrays[name].size > 1:
                return arrays[name][:, None]
    return np.ones((1, 1), dtype=np.float32)
