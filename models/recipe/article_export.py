"""The trained article reader to the files that the runtime reads: `article.onnx`, `pairs.npz`."""

from __future__ import annotations

import random
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from de_presse import told
from de_presse.article import OUTPUTS, SLOPE, ArticlePass, read_pair_scores
from de_presse.sessions import open_session
from de_presse.told import Seen
from recipe.article import (
    PAIR_PARAMETERS,
    TURNED_ROUND,
    ArticleReader,
    Question,
    Text,
    collate,
    stretch,
    stretches,
)
from recipe.article_texts import TRAIN, texts
from recipe.article_train import Read, Reads
from recipe.balance import SEED, balance_layers
from recipe.export import OPSET, halve_floats, quantise
from recipe.labels import ROLES
from recipe.network import WIDTH, pick
from recipe.unigram import END, START
from recipe.workspace import Workspace

INPUTS = ("vectors", "first", "last")
SAMPLE = 30  # texts that show how wide the inputs of the products run
COARSE = 4  # of 8 bits 6 are left; measured in models/HISTORY.md


class Words(nn.Module):
    """The reader from the vectors of pieces [B, L, WIDTH] to what pairs are scored from."""

    def __init__(self, reader: ArticleReader) -> None:
        super().__init__()
        self.model = reader

    def forward(self, vectors: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        encoder, heads = self.model.encoder, self.model.heads
        embedded = encoder.ln(vectors + encoder.pos.weight[: vectors.shape[1]])
        states = encoder.run(embedded, torch.zeros(1, 1, 1, 1))
        words = (pick(states, first) + pick(states, last)) * 0.5
        word = F.leaky_relu(heads["role_word"](words), SLOPE)
        return heads["role_trigger"](words), word, heads["trigger"](words), heads["status"](words)


def export_article(space: Workspace, reader: ArticleReader, package: Path) -> None:
    """Write the files into `package`, which holds the main graph. Changes the given reader."""
    reader.eval()
    _write_pairs(reader, package / "pairs.npz")
    layers = list(reader.encoder.layers)
    units = sorted({s.unit for s in space.own_sets()[TRAIN]["events"]})
    drawn = set(random.Random(SEED).sample(units, min(SAMPLE, len(units))))
    shown = texts(space, package, TRAIN, "events", threads=1, units=drawn)
    balance_layers(layers, lambda: _show(reader, shown))
    floats = space.folder / f"article{len(layers)}.onnx"
    _write_float(reader, floats)
    part = package / "article.part"
    quantise(floats, part, layers=len(layers), reduce_range=False)
    halve_floats(part)
    coarsen(part)
    part.replace(package / "article.onnx")


def coarsen(path: Path) -> None:
    """Round int8 weights to every COARSE-th number: a wheel packs what has few values into less."""
    import onnx
    from onnx import numpy_helper

    model = onnx.load(str(path))
    for tensor in model.graph.initializer:
        if tensor.name.endswith("_quantized"):
            numbers = numpy_helper.to_array(tensor).astype(np.int16)
            rounded = np.rint(numbers / COARSE).astype(np.int16) * COARSE
            kept = np.clip(rounded, -127, 127).astype(np.int8)
            tensor.CopyFrom(numpy_helper.from_array(kept, tensor.name))
    onnx.save(model, str(path))


def exported(package: Path, *, threads: int = 1) -> Reads:
    """The exported graphs as the function that is measured."""
    table = open_session(package / "model.onnx", threads=threads)
    scores = read_pair_scores(package / "pairs.npz", len(ROLES))
    reader = ArticlePass(package / "article.onnx", scores, threads=threads)
    nothing = np.zeros((1, 1), np.int64)

    def read(text: Text, asked: list[Question]) -> Read:
        ids = np.array([[START, *text.ids, END]])
        (vectors,) = table.run(["vectors"], {"ids": ids, "first": nothing, "last": nothing})
        first, last = np.array(text.first) + 1, np.array(text.last) + 1
        seen = Seen(vectors[0], first, last, np.array(text.sentence))
        (look,) = reader.open([seen])
        found = look.answers([told.Question(q.word, q.kind) for q in asked])
        return Read(
            look.triggers(),
            [
                (torch.softmax(torch.from_numpy(one.roles), -1).numpy(), int(one.status.argmax()))
                for one in found
            ],
        )

    return read


def _show(reader: ArticleReader, shown: Sequence[Text]) -> None:
    for text in shown:
        reader(*collate([stretch(text, *next(stretches(text)))]))


def _write_pairs(reader: ArticleReader, target: Path) -> None:
    """Matrices as `de_presse.article.PairScores` has them, in half precision."""
    parameters = dict(reader.named_parameters())
    arrays = {}
    for field, name in PAIR_PARAMETERS.items():
        array = parameters[name].detach().numpy().astype(np.float16)
        arrays[field] = array.T if field in TURNED_ROUND else array
    np.savez(target, **arrays)  # type: ignore[arg-type]


def _write_float(reader: ArticleReader, target: Path) -> None:
    words = torch.tensor([[1, 3, 5]])
    axes = {name: {0: "B", 1: "W"} for name in (*INPUTS, *OUTPUTS)} | {"vectors": {0: "B", 1: "L"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Words(reader).eval(), (torch.randn(1, 11, WIDTH), words, words + 1), str(target),
            dynamo=False, opset_version=OPSET, input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes,
        )  # fmt: skip
