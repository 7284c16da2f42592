"""The scores as one web page that opens from disk: tables, a calibration plot, errors by class.

No script and no outside file; every text of an article is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from presselese.evaluation.gold import KINDS
from presselese.evaluation.scores import Scores, Tally

PLOT_SIDE: Final = 260  # pixels
BINS: Final = 10
STYLE: Final = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.2rem .8rem;text-align:right}
td:first-child,th:first-child{text-align:left}tr:nth-child(even){background:#f3f3f3}
pre{white-space:pre-wrap;background:#f7f7f7;padding:.5rem}svg{background:#fafafa}
"""


def page(scores: Scores, *, title: str, errors: int) -> str:
    """Return the page; with at most `errors` examples of each error class."""
    parts = [
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>{escape(title)}</title>"
        f"<style>{STYLE}</style><h1>{escape(title)}</h1>",
        f"<p>{scores.documents} documents, {scores.missing} without record.</p>",
        *_table(scores),
        "<h2>Confidence</h2>",
        f"<p>Expected calibration error {scores.calibration_error:.3f} over "
        f"{len(scores.judged)} events. On the diagonal a confidence means what it says; "
        "the area of a dot is the number of events.</p>",
        _plot(scores),
        *_errors(scores, errors),
    ]
    return "\n".join(parts) + "\n"


def _table(scores: Scores) -> Iterator[str]:
    yield "<h2>Scores</h2><table><tr><th></th><th>P</th><th>R</th><th>F1</th><th>gold</th>"
    yield "<th>found</th><th>status</th></tr>"
    yield _row("events", scores.events)
    yield _row("slots", scores.slots)
    for kind in KINDS:
        yield _row(kind, scores.tallies[kind], status=f"{scores.status(kind):.3f}")
        for name in sorted(name for name in scores.tallies if name.startswith(f"{kind}.")):
            yield _row("– " + name.partition(".")[2], scores.tallies[name])
    for name in ("people", "people role", "people organisation", "dates", "figures"):
        yield _row(name, scores.tallies[name])
    yield "</table>"


def _row(name: str, tally: Tally, *, status: str = "") -> str:
    cells = [f"{value:.3f}" for value in (tally.precision, tally.recall, tally.f1)]
    cells += [str(tally.wanted), str(tally.found), status]
    return f"<tr><td>{escape(name)}</td>" + "".join(f"<td>{c}</td>" for c in cells) + "</tr>"


def _plot(scores: Scores) -> str:
    """Return the share of right events against mean confidence, one dot a tenth, as SVG."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, is_right in scores.judged:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, is_right))
    dots = []
    for cases in bins:
        if cases:
            mean = sum(c for c, _ in cases) / len(cases)
            share = sum(r for _, r in cases) / len(cases)
            x, y = mean * PLOT_SIDE, (1 - share) * PLOT_SIDE
            radius = 3 + 2 * len(cases) ** 0.5
            dots.append(
                f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{radius:.1f}' fill='#06c' fill-opacity='.6'>"
                f"<title>{len(cases)} events, confidence {mean:.2f}, right {share:.2f}</title>"
                "</circle>"
            )
    side = PLOT_SIDE
    return (
        f"<svg width='{side}' height='{side}' role='img' aria-label='calibration'>"
        f"<line x1='0' y1='{side}' x2='{side}' y2='0' stroke='#999'/>{''.join(dots)}</svg>"
    )


def _errors(scores: Scores, limit: int) -> Iterator[str]:
    yield "<h2>Errors by class</h2>"
    for name, cases in sorted(scores.errors.items(), key=lambda item: (-len(item[1]), item[0])):
        shown = "\n".join("  ".join(str(part) for part in case) for case in cases[:limit])
        yield f"<h3>{escape(name)}: {len(cases)}</h3><pre>{escape(shown)}</pre>"
