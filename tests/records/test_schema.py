"""Released schema and examples: equal to the models, valid, one example a kind of event."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from presselese.errors import BadInput
from presselese.records import Event, Record, to_json_line
from presselese.records.lines import read_records
from presselese.records.schema import record_schema, schema_text

RELEASED = Path(__file__).parents[2] / "schemas" / "v1"
KINDS = sorted(kind.model_fields["kind"].default for kind in get_args(get_args(Event)[0]))


def test_released_schema_is_what_the_models_say() -> None:
    stated = (RELEASED / "record.schema.json").read_text(encoding="utf-8")
    assert stated == schema_text(), "run: presselese schema -o schemas/v1/record.schema.json"


def test_every_kind_of_event_has_one_example() -> None:
    assert sorted(path.stem for path in (RELEASED / "examples").iterdir()) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_example_fits_the_released_schema(kind: str) -> None:
    fields = json.loads((RELEASED / "examples" / f"{kind}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(record_schema()).validate(fields)
    assert [event["kind"] for event in fields["events"]] == [kind]


@pytest.mark.parametrize("kind", KINDS)
def test_record_survives_writing_and_reading(kind: str) -> None:
    fields = json.loads((RELEASED / "examples" / f"{kind}.json").read_text(encoding="utf-8"))
    record = Record.model_validate(fields)
    (again,) = read_records([to_json_line(record) + "\n"], where="-")
    assert again == record
    assert json.loads(to_json_line(record)) == fields


def _models(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [("Record", schema), *schema["$defs"].items()]


def test_every_field_is_described() -> None:
    """Lists of models are described by their model."""
    bare = [
        f"{name}.{field}"
        for name, model in _models(record_schema())
        for field, stated in model.get("properties", {}).items()
        if '"description"' not in json.dumps(stated) and '"$ref"' not in json.dumps(stated)
    ]
    assert bare == []


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"id": 1}', '{"a": NaN}', "[" * 100_000])
def test_line_that_is_no_record_is_told_with_its_number(line: str) -> None:
    with pytest.raises(BadInput, match=r"r\.jsonl, line 2"):
        list(read_records(["\n", line], where="r.jsonl"))


def test_importing_the_package_loads_no_pipeline() -> None:
    code = "import sys, presselese, presselese.run; assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})
