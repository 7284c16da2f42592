"""`python -m de_presse.speed FILES`: how fast the pipeline is here, and how much memory it takes.

Every file is one document, as for presselese: results and speed depend on whole documents. Prints
one JSON object; seconds are wall clock, CPU seconds are those of all threads of this process.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any, Final

from presselese.memory import peak_bytes

MIB: Final = 1024 * 1024


def measure(
    texts: list[str], *, model: str, threads: int, reads_events: bool = False
) -> dict[str, Any]:
    """Load the pipeline, run it over the texts, and return what that cost."""
    import importlib

    began, began_cpu = time.perf_counter(), time.process_time()
    nlp = importlib.import_module(model).load(
        config={
            "components": {"de_presse_encoder": {"threads": threads, "reads_events": reads_events}}
        }
    )
    load_s, load_cpu_s = time.perf_counter() - began, time.process_time() - began_cpu
    nlp("Die Industrie- und Handelskammer wärmt sich auf.")
    began, began_cpu = time.perf_counter(), time.process_time()
    words = sum(not token.is_space for doc in nlp.pipe(texts) for token in doc)
    run_s, run_cpu_s = time.perf_counter() - began, time.process_time() - began_cpu
    return {
        "model": model,
        "threads": threads,
        "reads_events": reads_events,
        "load_s": round(load_s, 2),
        "load_cpu_s": round(load_cpu_s, 2),
        "documents": len(texts),
        "words": words,
        "words_per_s": round(words / run_s),
        "words_per_cpu_s": round(words / run_cpu_s),
        "peak_mib": peak_mib(),
    }


def peak_mib() -> float | None:
    """Return the largest resident memory of this process so far; None on Windows."""
    peak = peak_bytes()
    return None if peak is None else round(peak / MIB, 1)


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(prog="python -m de_presse.speed", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="plain texts, one document each")
    parser.add_argument("--model", default="de_presse", choices=["de_presse", "de_presse_fast"])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--events", action="store_true", help="read events and employers, too")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in options.files]
    print(
        json.dumps(
            measure(
                texts, model=options.model, threads=options.threads, reads_events=options.events
            )
        )
    )


if __name__ == "__main__":
    main()
