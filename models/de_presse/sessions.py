"""Inference sessions of onnxruntime, set up alike for every graph of a model."""

from __future__ import annotations

import base64
import zlib
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from presselese.errors import BadResource

REMEDY: Final = "Reinstall presselese, or make the file with `python -m recipe` (models/README.md)."

# The fused kernel takes five times as long as an addition and a layer norm do, a tenth of the graph
# (profiled with onnxruntime 1.32 on AVX-512).
SLOW_FUSIONS: Final = ["SkipLayerNormFusion"]
# One MatMulInteger: input "a" uint8 [n, 8], int8 weights [8, 16] that are all 127.
# Made with onnx.helper, opset 17.
PRODUCT: Final = (
    "eJzj4LD6xsilwMWYyMVYzsWUWMXFVF4lxFipxOubWOJbmuOZV5KanlokxJiu1cPIwcEhIMDsxFju1cBYP8BAi1OAyQno"
    "Xi9GBiCT2QnobCAzSgToEyF+Ll4OJiFOLmYhxjwuJg6OJKBoJViUDSEq4MTCxSAgCADLUlRc"
)


def open_session(path: Path, *, threads: int) -> Any:
    """Open a graph on the CPU; raises `BadResource` where onnxruntime refuses it."""
    try:
        return _session(str(path), threads=threads, exact=usual_product_clips())
    except Exception as error:  # onnxruntime's own classes differ between its releases
        raise BadResource(path.name, f"onnxruntime refuses it ({error})", REMEDY) from error


@cache
def usual_product_clips() -> bool:
    """Return whether this processor's usual int8 product loses digits.

    Without VNNI it adds two products in 16 bits, and clips what does not fit. Asked of the
    processor by a product whose sums do not fit, as no list of processors says it on every system.
    """
    graph = zlib.decompress(base64.b64decode(PRODUCT))
    (sums,) = _session(graph, threads=1, exact=False).run(None, {"a": np.full((2, 8), 255, "u1")})
    return bool((sums != 8 * 255 * 127).any())


def _session(graph: str | bytes, *, threads: int, exact: bool) -> Any:
    import onnxruntime as ort  # here: importing it takes longer than the rest of the package

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that spin while they wait starve each other as soon as a core is shared: with two
    # threads on two busy cores 400 pieces a second, without spinning 4,700.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Clipped sums cost names 0.4 of F1 and told other events. The exact product is a tenth slower
    # there; where the usual one is exact (VNNI) it would be slower by two fifths.
    if exact:
        options.add_session_config_entry("session.x64quantprecision", "1")
    # Batches differ in shape, so remembered memory plans would only pile up.
    options.enable_mem_pattern = False
    return ort.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
    )
