"""One line of `rejected.jsonl`: a document that gave no record, why, and what to do about it."""

from __future__ import annotations

import re

from pydantic import Field

from presselese.errors import PresseleseError
from presselese.records.base import Model

# Errors say where: "archiv.jsonl, line 12", "feed.xml, article 3".
LINE = re.compile(r", line (\d+)$")
PART = re.compile(r", article (\d+)$")
REPORT = "This is a fault of presselese: please report it with the file. All other files are done."


class Rejection(Model):
    """A document that was not turned into a record."""

    path: str = Field(description="Path as in `source.path` of records.", examples=["a/leer.txt"])
    part: int | None = Field(default=None, description="Number of the article in its file.")
    line: int | None = Field(default=None, description="Line of the file, from 1.")
    stage: str = Field(description="Where it failed.", examples=["read", "clean", "extract"])
    reason: str = Field(description="What is wrong.", examples=["the file is empty"])
    remedy: str = Field(description="What the user can do.")


def rejection(path: str, error: Exception, *, stage: str, part: int | None = None) -> Rejection:
    """Say why a document was rejected; an error we did not foresee is called ours."""
    if not isinstance(error, PresseleseError):
        what = " ".join(f"internal fault, {type(error).__name__}: {error}".split())
        return Rejection(path=path, part=part, stage=stage, reason=what[:500], remedy=REPORT)
    line_mark, part_mark = LINE.search(error.where), PART.search(error.where)
    return Rejection(
        path=path,
        part=int(part_mark[1]) if part_mark else part,
        line=int(line_mark[1]) if line_mark else None,
        stage=getattr(error, "stage", stage),
        reason=error.what,
        remedy=error.remedy,
    )
