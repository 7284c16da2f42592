"""The review page: everything inside, nothing outside, nothing executed."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from pathlib import Path

import pytest

from presselese.records import Record, document_id
from presselese.review.page import write_page

EXAMPLES = Path(__file__).parents[2] / "schemas" / "v1" / "examples"
HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> &amp; \u2028 Ende"


@pytest.fixture
def hostile() -> Record:
    """Return a record whose text and title try to be HTML."""
    fields = json.loads((EXAMPLES / "founding.json").read_text(encoding="utf-8"))
    fields |= {"id": document_id(HOSTILE), "text": HOSTILE}
    lists = [name for name, value in fields.items() if isinstance(value, list)]
    fields |= {name: [] for name in lists}
    fields["source"]["title"] = HOSTILE
    return Record.model_validate(fields)


def page_of(*records: Record) -> str:
    """Return the page of the records."""
    page = io.StringIO()
    assert write_page(records, page) == len(records)
    return page.getvalue()


def embedded(page: str) -> list[str]:
    """Return the records' JSON as an HTML parser cuts it out."""
    return re.findall(r'<script type="application/json" class="record">(.*?)</script>', page, re.S)


def test_hostile_text_stays_inside_its_json(hostile: Record) -> None:
    (content,) = embedded(page_of(hostile))
    assert "<" not in content and "\u2028" not in content
    assert json.loads(content)["text"] == HOSTILE


def test_page_loads_nothing_from_elsewhere(hostile: Record) -> None:
    frame = re.sub(r'<script type="application/json".*?</script>', "", page_of(hostile), flags=re.S)
    assert not re.search(r"""(src|href)\s*=|url\(|@import|https?://|fetch\(|innerHTML""", frame)
    assert "default-src 'none'" in frame


def test_policy_allows_exactly_the_script_and_style_of_the_page(hostile: Record) -> None:
    page = page_of(hostile)
    for tag in ("script", "style"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page


def test_every_record_is_in_the_page(hostile: Record) -> None:
    assert len(embedded(page_of(hostile, hostile, hostile))) == 3
