"""A trained network to the files that the runtime reads: int8 ONNX, labels, pieces, lexicon.

The run-time conventions (source vectors) are folded into the position table, so the exported graph
has no source input. Relation scores of the chosen heads are computed outside the graph: scoring
every pair of words would cost more than the encoder's last layer.
"""

from __future__ import annotations

import shutil
import tempfile
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from de_presse.sessions import open_session
from recipe.balance import balance, sample
from recipe.network import Analyser, padding_bias
from recipe.scores import Measured
from recipe.windows import RUN_TIME_SOURCES, Batch
from recipe.workspace import Workspace

# The run time asks for no "status": the second pass knows better. `scores` and `thaw` do.
OUTPUTS = (
    "names", "starts", "upos", "morph", "lemma", "arcs", "rel_dep", "rel_head",
    "trigger", "status", "vectors",
)  # fmt: skip
INPUTS = ("ids", "first", "last")
OPSET = 17
# In pieces: about the longest windows that training shows, see `workspace.JOINED_WORDS`.
RUN_TIME_WINDOWS: dict[str, int] = {"wanted": 160, "longest": 190, "joins_blocks": True}
# Numbers of an array from which on it is worth storing it in half precision.
LEAST_HALVED = 4096
# "Gather" is the piece table: left out, it stays float32 and costs 43 MB.
QUANTISED = ["MatMul", "Gemm", "Gather"]
# One product has inputs far out of the others' range, and one scale for all of them costs the
# rest its digits: in int8 it alone lost 1.5 LAS on single sentences (94 of GSD). Found by leaving
# the `fo` of every layer out in turn. In the fast model (its layer 1) it made no clear difference.
FLOAT_PRODUCT = {12: "/layers.4/fo/"}


class RunTime(nn.Module):
    """The network under the run-time conventions, with a tuple of outputs."""

    def __init__(self, model: Analyser) -> None:
        super().__init__()
        self.model = model
        model.encoder.fold(RUN_TIME_SOURCES)

    def forward(self, ids: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        model, encoder = self.model, self.model.encoder
        bias = padding_bias(ids)
        embedded = encoder.embed(ids, torch.zeros(1, 2, dtype=torch.long))
        states = encoder.run(embedded, bias)
        out = model.heads(model.rooted(states, first, last)) | {"vectors": encoder.word(ids)}
        return tuple(out[name] for name in OUTPUTS)


def write_float(model: Analyser, target: Path) -> None:
    """Float32 ONNX with free batch, piece and word axes. Changes the given model."""
    wrapped = RunTime(model.eval()).eval()
    ids = torch.randint(4, 1000, (2, 17))
    words = torch.tensor([[1, 3, 5], [1, 2, 9]])
    axes: dict[str, dict[int, str]] = {name: {0: "B", 1: "W"} for name in (*INPUTS, *OUTPUTS)}
    axes["ids"] = axes["vectors"] = {0: "B", 1: "L"}
    axes["arcs"] = {0: "B", 1: "W", 2: "W1"}
    axes["rel_head"] = {0: "B", 1: "W1"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            wrapped, (ids, words, words + 1), str(target), dynamo=False, opset_version=OPSET,
            input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
        )  # fmt: skip


def quantise(source: Path, target: Path, *, layers: int, reduce_range: bool) -> None:
    """Dynamic int8, per channel; the small heads and one wide product stay float32.

    `reduce_range` keeps weights to 7 bits, so that processors without VNNI cannot saturate.
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared), str(target), op_types_to_quantize=QUANTISED, per_channel=True,
            weight_type=QuantType.QInt8, reduce_range=reduce_range,
            nodes_to_exclude=_float_nodes(prepared, layers),
        )  # fmt: skip


def halve_floats(path: Path) -> None:
    """Store the large arrays that stayed float32 in half precision; they are cast when loaded.

    onnxruntime folds the casts away as it opens the graph, so that nothing is slower for it. The
    positions stay: everything that is quantised rests on them (in half precision 0.3 UAS less).
    """
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    model = onnx.load(str(path))
    graph = model.graph
    casts = []
    for tensor in list(graph.initializer):
        is_large = tensor.data_type == TensorProto.FLOAT and np.prod(tensor.dims) >= LEAST_HALVED
        if is_large and "pos.weight" not in tensor.name:
            halved = numpy_helper.to_array(tensor).astype(np.float16)
            name = tensor.name
            graph.initializer.remove(tensor)
            graph.initializer.append(numpy_helper.from_array(halved, f"{name}_half"))
            casts.append(helper.make_node("Cast", [f"{name}_half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, str(path))


def _float_nodes(path: Path, layers: int) -> list[str]:
    import onnx

    graph = onnx.load(str(path)).graph
    kept: tuple[str, ...] = ("/names/", "/starts/", "/upos/", "/morph/", "/lemma/", "/arc", "/rel_")
    kept += ("/trigger/", "/status/", "/role", "/mark/", "/heads.")
    if layers in FLOAT_PRODUCT:
        kept += (FLOAT_PRODUCT[layers],)
    return [n.name for n in graph.node if any(part in n.name for part in kept)]


def export(
    space: Workspace,
    checkpoint: Path,
    package: Path,
    *,
    layers: int = 12,
    reduce_range: bool = False,
) -> None:
    """Write the files that the runtime reads (de_presse/files.py) into `package`."""
    package.mkdir(parents=True, exist_ok=True)
    model = space.load(checkpoint, layers=layers)
    weight, bias = (p.detach().numpy() for p in (model.relation.weight, model.relation.bias))
    np.savez(package / "relations.npz", weight=weight, bias=bias)
    balance(model, sample(space))
    floats = space.folder / f"float{layers}.onnx"
    write_float(model, floats)
    part = package / "model.part"
    quantise(floats, part, layers=layers, reduce_range=reduce_range)
    halve_floats(part)
    part.replace(package / "model.onnx")
    labels = replace(space.labels, name_transitions=space.transitions, windows=RUN_TIME_WINDOWS)
    labels.write(package / "labels.json")
    for name in ("pieces.tsv", "lexicon.tsv"):
        shutil.copyfile(space.folder / name, package / name)


def as_measured(space: Workspace, model: Path, package: Path, *, threads: int = 1) -> Measured:
    """An exported graph behind the functions that the scores ask for."""
    session = open_session(model, threads=threads)
    relations = np.load(package / "relations.npz")

    def forward(batch: Batch) -> dict[str, Any]:
        feed = {name: getattr(batch, name).numpy().astype(np.int64) for name in INPUTS}
        return dict(zip(OUTPUTS, session.run(None, feed), strict=True))

    def relate(dep: Any, head: Any) -> Any:
        joined = np.concatenate([dep, head, dep * head], axis=-1)
        return joined @ relations["weight"].T + relations["bias"]

    return Measured(space.encoder, forward, relate, space.lexicon, space.transitions)
