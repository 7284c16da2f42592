"""The settings of a run: what a user may choose, with its defaults, and their hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

DEFAULT_MODEL = "de_presse"
# The largest file that is read, in bytes. A 300 MB "article" is an export gone wrong; the limit
# keeps one such file from taking the memory of the whole run.
DEFAULT_MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can change the records of a run (and nothing that cannot)."""

    model: str = DEFAULT_MODEL
    published: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES
    text_column: str = "text"
    columns: tuple[tuple[str, str], ...] = ()
    min_confidence: float = 0.0

    def digest(self) -> str:
        """Return a short stable hash of the settings, for `run.json` and the run's state."""
        canonical = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()[:16]
