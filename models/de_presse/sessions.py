"""Inference sessions of onnxruntime, set up alike for every graph of a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from presselese.errors import BadResource

REMEDY: Final = "Reinstall presselese, or make the file with `python -m recipe` (models/README.md)."


def open_session(path: Path, *, threads: int) -> Any:
    """Open a graph on the CPU; raises `BadResource` where onnxruntime refuses it."""
    import onnxruntime as ort  # here: importing it takes longer than the rest of the package

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that spin while they wait starve each other as soon as a core is shared: with two
    # threads on two busy cores 400 pieces a second, without spinning 4,700.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Without VNNI the usual int8 product clips sums of two (names lost 0.4 of F1, and events were
    # others): this takes the exact one there, up to a tenth slower, so that all give the same.
    options.add_session_config_entry("session.x64quantprecision", "1")
    # Batches differ in shape, so remembered memory plans would only pile up.
    options.enable_mem_pattern = False
    try:
        return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own classes differ between its releases
        raise BadResource(path.name, f"onnxruntime refuses it ({error})", REMEDY) from error
