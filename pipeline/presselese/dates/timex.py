"""TIMEX3 predictions over the matches: one expression a part, spans as the corpora mark them.

For scoring against TimeML corpora; records are made by `component`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from presselese.dates.parse import DateMatch, find_dates
from presselese.errors import BadInput


def to_timexes(matches: Iterable[DateMatch]) -> list[dict[str, Any]]:
    """Return TIMEX3 expressions as dicts (start, end, type, value), a span as its parts."""
    return [
        {
            "start": part.timex_start,
            "end": part.timex_end,
            "type": part.type,
            "value": part.value,
        }
        for match in matches
        for part in match.parts or (match,)
    ]


def write_predictions(dump_dir: Path, out: Path) -> int:
    """Tag every dumped document and write one JSON line each; return how many documents there were.

    A dumped document is a JSON file with `doc`, `dct` (creation date) and `text`. Raises `BadInput`
    naming a file that is not of this form.
    """
    paths = sorted(dump_dir.glob("*.json"))
    if not paths:
        raise BadInput(str(dump_dir), "holds no .json documents", "Give the scorer's dump folder.")
    lines = [json.dumps(_predict(path), ensure_ascii=False) + "\n" for path in paths]
    out.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def _predict(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        name, text, created = document["doc"], document["text"], document.get("dct")
        matches = find_dates(text, created[:10] if created else None)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(
            str(path), f"is no dumped document ({error})", "Write it again with --dump."
        ) from error
    return {"doc": name, "timexes": to_timexes(matches)}
