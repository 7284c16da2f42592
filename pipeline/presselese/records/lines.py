"""Records as lines of JSON: reading them back, with the line that is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from presselese.errors import BadInput
from presselese.records.record import Record

REMEDY = "Run `presselese validate` on the file; it lists every fault with its line."


def parse_line(line: str) -> Any:
    """Return a line of JSON; raises ValueError for anything that RFC 8259 does not allow."""
    return json.loads(line, parse_constant=_refuse_constant)


def read_records(lines: Iterable[str], *, where: str) -> Iterator[Record]:
    """Yield the records of JSON Lines; raises `BadInput` at the first line that holds none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield Record.model_validate(parse_line(line))
        except (ValueError, ValidationError, RecursionError) as error:
            what = f"is no record ({str(error).splitlines()[0]})"
            raise BadInput(f"{where}, line {number}", what, REMEDY, stage="read") from error


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not allowed in JSON")
