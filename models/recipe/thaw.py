"""The weights of a shipped graph as a network's, to train on from where no checkpoint is left.

An int8 weight comes back as its scale times its number, so what was lost to int8 stays lost (the
second pass, thawed and measured in float32, is as good as its graph); the factors of `balance` go
back into the weights. The run-time conventions stay folded into the positions: the source vectors
of other conventions are not in a graph, so that this is a start for the second pass and for what
knows only the run-time conventions, not for the joint training on all sets.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from recipe.anchored import Anchored
from recipe.network import Analyser
from recipe.workspace import Workspace

PRODUCTS = ("MatMulInteger", "MatMul", "Gemm")
PIECES = "encoder.word.weight"
Arrays = dict[str, np.ndarray[Any, Any]]


def adopt(space: Workspace, package: Path) -> None:
    """Take over a package's pieces, labels and lexicon, so that nothing has to be fetched."""
    space.folder.mkdir(parents=True, exist_ok=True)
    for name in ("pieces.tsv", "labels.json", "lexicon.tsv"):
        shutil.copyfile(package / name, space.folder / name)


def thawed_anchored(space: Workspace, package: Path, layers: int) -> Anchored:
    """The second pass of `package`, whose main network has so many layers."""
    model = Anchored(Analyser(space.labels, pieces=1, layers=layers))
    thaw(package / "anchored.onnx", model)
    return model


def thaw(graph: Path, model: nn.Module) -> None:
    """Copy the weights of an exported graph into `model`; raises KeyError if some are missing.

    Of trained networks: of arrays that are alike to the last digit the exporter keeps one.
    """
    import onnx

    found = _weights(onnx.load(str(graph)).graph, list(model.state_dict()))
    missing = set(model.state_dict()) - set(found)
    if missing:
        raise KeyError(f"{graph} has no {', '.join(sorted(missing))}")
    model.load_state_dict(found)


def _weights(graph: Any, names: list[str]) -> dict[str, Tensor]:
    from onnx import numpy_helper

    arrays: Arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    makers = {output: node for node in graph.node for output in node.output}
    weights = {
        name.removeprefix("model."): array
        for name, array in arrays.items()
        if name.removeprefix("model.") in names
    }
    for node in graph.node:
        name = _parameter(node.name, names)
        if node.op_type in PRODUCTS and name is not None and name not in weights:
            weights[name] = (
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
    if name in arrays and name.endswith("_quantized"):
        stem = name.removesuffix("_quantized")
        zero = arrays[f"{stem}_zero_point"].astype(np.float32)
        matrix: np.ndarray[Any, Any] = (arrays[name] - zero) * arrays[f"{stem}_scale"]
        return matrix
    if name not in arrays:  # cast from half precision
        name = makers[name].input[0]
    return arrays[name].astype(np.float32)


def _factor(node: Any, arrays: Arrays, makers: dict[str, Any]) -> np.ndarray[Any, Any]:
    """What the product's input was multiplied with before [in, 1], see `balance`."""
    given = node.input[0].removesuffix("_quantized")
    maker = makers.get(given)
    if maker is not None and maker.op_type == "Mul":
        for name in maker.input:
            if name in arrays and arrays[name].ndim == 1 and arrays[name].size > 1:
                return arrays[name][:, None]
    return np.ones((1, 1), dtype=np.float32)
