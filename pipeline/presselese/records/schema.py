"""JSON Schema of the record, generated from the models; `schemas/` holds the released ones."""

from __future__ import annotations

import json
from typing import Any

from presselese.records.record import SCHEMA_VERSION, Record

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one record as it is written."""
    schema = Record.model_json_schema(mode="validation")
    return {"$schema": DRAFT, **schema, "title": f"presselese record {SCHEMA_VERSION}"}


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n"
