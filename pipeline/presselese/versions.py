"""What shapes the records besides the text: our code and word lists, the model, the libraries.

A run keeps finished results only under the fingerprint of all of these, so that nobody has to
remember to start afresh after an edited lexicon or a new model.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

# Libraries whose releases have changed, or may change, what is read from a file or said of it.
LIBRARIES = (
    "spacy", "onnxruntime", "numpy", "dateparser", "phonenumbers", "py3langid", "trafilatura",
    "htmldate", "lxml", "pypdfium2", "pdfminer.six", "python-docx", "feedparser",
    "charset-normalizer", "ftfy", "datasketch", "pydantic",
)  # fmt: skip
CODE_SUFFIXES = {".py", ".tsv", ".jsonl", ".json", ".yaml", ".yml", ".txt"}


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """An installed German pipeline: its version (null where it states none) and its content."""

    name: str
    version: str | None
    digest: str


def package_version() -> str:
    """Return the version of presselese; "unpackaged" when it runs from a plain folder."""
    return _version("presselese") or "unpackaged"


def library_versions() -> dict[str, str | None]:
    """Return the versions of the libraries that shape records; null for one not installed."""
    return {"python": platform.python_version(), **{name: _version(name) for name in LIBRARIES}}


@cache
def code_digest() -> str:
    """Return a short hash of all code and word lists of the package."""
    root = Path(__file__).parent
    files = (path for path in root.rglob("*") if path.suffix in CODE_SUFFIXES)
    return _digest(root, files)


@cache
def model_files(model: str) -> ModelFiles | None:
    """Find a spaCy pipeline by folder or package name; `None` where there is none."""
    root = _model_folder(model)
    if root is None:
        return None
    metas = sorted(root.glob("meta.json")) or sorted(root.glob("*/meta.json"))
    stated = json.loads(metas[0].read_text(encoding="utf-8")).get("version") if metas else None
    files = (path for path in root.rglob("*") if "__pycache__" not in path.parts)
    return ModelFiles(Path(model).name, stated, _digest(root, files))


def fingerprint(*parts: str) -> str:
    """Return the hash of everything that shapes a record besides its file: see the module."""
    stated = {"code": code_digest(), "libraries": library_versions(), "parts": parts}
    return hashlib.sha256(json.dumps(stated, sort_keys=True).encode()).hexdigest()


def _model_folder(model: str) -> Path | None:
    if Path(model).is_dir():
        return Path(model).resolve()
    package = model.replace("-", "_")
    spec = importlib.util.find_spec(package) if package.isidentifier() else None
    return Path(spec.origin).parent if spec and spec.origin else None


def _digest(root: Path, files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in sorted(files):
        if path.is_file():
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
            total.update(f"{path.relative_to(root).as_posix()} {content}\n".encode())
    return total.hexdigest()[:16]


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
