"""How much memory this process has needed; for the benchmark and the speed of the models."""

from __future__ import annotations

import sys
from pathlib import Path


def peak_bytes() -> int | None:
    """Return the largest resident memory of this process so far; `None` on Windows."""
    if sys.platform == "win32":
        return None
    import resource

    status = Path("/proc/self/status")
    if status.exists():  # on Linux `ru_maxrss` begins at the peak of the process that started this
        line = next(s for s in status.read_text().splitlines() if s.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
