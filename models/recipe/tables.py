"""The measured figures as the Markdown tables that stand in the model cards."""

from __future__ import annotations

from typing import Any

from recipe.sentences import NAME_LABELS

SETS = {
    "germeval": "GermEval, held-out pages",
    "smartdata": "SmartData, held-out documents",
    "press": "press sentences, held-out blocks",
}


def card_tables(report: dict[str, Any]) -> str:
    """All tables of one report of `evaluate`."""
    parts = (_names, _trees, _robustness, _further)
    return "\n\n".join("\n".join(part(report)) for part in parts) + "\n"


def _names(report: dict[str, Any]) -> list[str]:
    lines = [
        "| names, strict P / R / F1, int8 | sentences | PER | ORG | LOC | MISC "
        "| PER+ORG+LOC | float32 F1 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for source, title in SETS.items():
        row = report["int8"]["names"][source]
        cells = [_prf(row[label]) for label in NAME_LABELS]
        if source == "smartdata":
            cells[-1] = "–"  # the set has no such label
        floats = report["float32"]["names"][source]["micro"][2]
        cells += [f"**{_prf(row['micro'])}**", f"{floats:.1f}"]
        lines.append(f"| {title} | {report['sizes'][source]} | " + " | ".join(cells) + " |")
    return lines


def _prf(values: list[float]) -> str:
    return " / ".join(f"{value:.1f}" for value in values)


def _trees(report: dict[str, Any]) -> list[str]:
    columns = ("upos", "morph", "case", "number", "lemma", "uas", "las")
    lines = [
        "| GSD held-out sentences, % of words | " + " | ".join(columns) + " |",
        "|---" * (len(columns) + 1) + "|",
    ]
    for precision in ("int8", "float32"):
        for name in ("trees", "trees, contracted words"):
            row = report[precision][name]
            cells = " | ".join(f"{row[column]:.1f}" for column in columns)
            lines.append(f"| {precision}, {name} | {cells} |")
    return lines


def _robustness(report: dict[str, Any]) -> list[str]:
    table = report["robustness"]
    columns = list(table["clean"])
    lines = [
        "| text, int8 | " + " | ".join(columns) + " |",
        "|---" * (len(columns) + 1) + "|",
    ]
    for title, row in table.items():
        cells = []
        for column in columns:
            if column not in row:
                cells.append("–")
            elif title == "clean":
                cells.append(f"{row[column]:.1f}")
            else:
                cells.append(f"{row[column] - table['clean'][column]:+.1f}")
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return lines


def _further(report: dict[str, Any]) -> list[str]:
    long = report["10,000 words"]
    return [
        f"English sentences: {_prf(report['English sentences']['micro'])}.",
        f"Press sentences run together to one of 10,000 words: name F1 "
        f"{long['in one sentence']:.1f}, each alone {long['one by one']:.1f}.",
    ]
