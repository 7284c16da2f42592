"""Lines of rejected.jsonl: where, why, what to do."""

from __future__ import annotations

from presselese.errors import BadInput
from presselese.writing import rejection


def test_line_and_article_are_read_from_the_error() -> None:
    line = rejection("a.jsonl", BadInput("a.jsonl, line 12", "x", "y"), stage="read")
    part = rejection("a.xml", BadInput("a.xml, article 3", "x", "y"), stage="read")
    assert (line.line, line.part) == (12, None)
    assert (part.line, part.part) == (None, 3)


def test_unforeseen_error_is_called_ours_on_one_short_line() -> None:
    told = rejection("a.txt", KeyError("zeile\nzwei" * 200), stage="clean", part=2)
    assert told.reason.startswith("internal fault, KeyError")
    assert "\n" not in told.reason and len(told.reason) <= 500
    assert (told.stage, told.part) == ("clean", 2)
    assert "report" in told.remedy
