"""Sessions compute alike on every processor."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnxruntime")

from de_presse.sessions import PRODUCT, open_session
from presselese.errors import BadResource


def test_large_products_are_not_clipped(tmp_path: Path) -> None:
    """Sums of two products, 64,770 here, do not fit the 16 bits of processors without VNNI."""
    graph = tmp_path / "product.onnx"
    graph.write_bytes(zlib.decompress(base64.b64decode(PRODUCT)))
    session = open_session(graph, threads=1)
    (found,) = session.run(None, {"a": np.full((2, 8), 255, np.uint8)})
    assert found.tolist() == [[8 * 255 * 127] * 16] * 2


def test_a_file_that_is_no_graph_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "model.onnx"
    broken.write_bytes(b"no graph")
    with pytest.raises(BadResource, match=r"model\.onnx"):
        open_session(broken, threads=1)
