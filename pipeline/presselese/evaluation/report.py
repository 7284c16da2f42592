"""Scores as lines for a reader and as plain figures for floors and tables."""

from __future__ import annotations

from collections.abc import Iterator

from presselese.evaluation.gold import KINDS
from presselese.evaluation.scores import Scores, Tally


def figures(scores: Scores) -> dict[str, float]:
    """Return every score by name, rounded to four decimals."""
    found: dict[str, float] = {"documents": scores.documents, "without record": scores.missing}
    for name, tally in (("events", scores.events), ("slots", scores.slots)):
        found |= _prf(name, tally)
    for kind in KINDS:
        found |= _prf(kind, scores.tallies[kind])
        found[f"{kind} status"] = scores.status(kind)
    found["status"] = scores.total(*(f"status {kind}" for kind in KINDS)).recall
    for name in ("people", "dates", "figures"):
        found |= _prf(name, scores.tallies[name])
    found["people role F1"] = scores.tallies["people role"].f1
    found["people organisation F1"] = scores.tallies["people organisation"].f1
    found["people name recall"] = scores.tallies["people names"].recall
    found["figures counts"] = scores.tallies["figures counts"].recall
    found["calibration error"] = scores.calibration_error
    return {name: round(value, 4) for name, value in found.items()}


def _prf(name: str, tally: Tally) -> dict[str, float]:
    return {
        f"{name} P": tally.precision, f"{name} R": tally.recall, f"{name} F1": tally.f1,
    }  # fmt: skip


def lines(scores: Scores, *, errors: int = 0) -> Iterator[str]:
    """Yield the scores for a reader; with `errors`, that many examples of each error class."""
    yield f"documents {scores.documents}, without record {scores.missing}"
    yield f"{'':24s} {'P':>6s} {'R':>6s} {'F1':>6s} {'gold':>6s} {'found':>6s}"
    yield _row("events", scores.events)
    yield _row("slots", scores.slots)
    for kind in KINDS:
        yield f"{_row(kind, scores.tallies[kind])}   status {scores.status(kind):.3f}"
        for name in sorted(name for name in scores.tallies if name.startswith(f"{kind}.")):
            yield _row("  " + name.partition(".")[2], scores.tallies[name])
    for name in ("people", "people role", "people organisation", "dates", "figures"):
        yield _row(name, scores.tallies[name])
    yield f"calibration error {scores.calibration_error:.3f} ({len(scores.judged)} events)"
    if errors:
        for name, cases in sorted(scores.errors.items()):
            yield f"\n## {name}: {len(cases)}"
            for case in cases[:errors]:
                yield "   " + "  ".join(str(part) for part in case)


def _row(name: str, tally: Tally) -> str:
    scores = f"{tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f}"
    return f"{name:24s} {scores} {tally.wanted:6d} {tally.found:6d}"
