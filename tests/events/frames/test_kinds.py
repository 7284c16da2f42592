"""Frame files: the shipped ones load, broken ones are refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from presselese.errors import BadResource
from presselese.events.frames.arguments import SOURCES
from presselese.events.frames.kinds import PATTERNS, load_kind

GOOD = """
kind: agreement
record: {many: [parties], one: [], core: [parties]}
frames:
  - id: agreement.sign_verb
    trigger: {verbs: [unterzeichnen]}
    slots: {parties: [agent]}
"""


def load(tmp_path: Path, text: str) -> object:
    path = tmp_path / "agreement.yaml"
    path.write_text(text, encoding="utf-8")
    return load_kind(path)


@pytest.mark.parametrize("path", sorted(PATTERNS.glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_frames_load_and_name_known_sources(path: Path) -> None:
    kind = load_kind(path)
    assert kind.frames
    for frame in kind.frames:
        for sources in filter(None, frame.slots.values()):
            for source in " + ".join(sources).split(" + "):
                parts = source.split(":")[0].split(".")
                assert set(parts) <= SOURCES, (frame.id, source)


def test_rule_ids_are_unique() -> None:
    ids = [frame.id for path in PATTERNS.glob("*.yaml") for frame in load_kind(path).frames]
    assert len(ids) == len(set(ids))


def test_good_file_loads(tmp_path: Path) -> None:
    assert load(tmp_path, GOOD)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("frames: [", "agreement.yaml"),
        ("kind: agreement", "needs kind, record and frames"),
        (GOOD.replace("trigger: {verbs", "trigger: {verb"), "agreement.sign_verb"),
        (GOOD.replace("id: agreement.", "id: founding."), "founding.sign_verb"),
        (GOOD + "    types: {parties: [CITY]}\n", "CITY|unknown types"),
    ],
)
def test_broken_file_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(BadResource, match=named):
        load(tmp_path, text)
