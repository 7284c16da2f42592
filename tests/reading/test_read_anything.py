"""No input crashes a reader: whatever the bytes, the answer is documents or faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presselese.errors import BadInput
from presselese.reading import SUPPORTED_SUFFIXES, read_file
from presselese.settings import Settings

# Beginnings that lead a parser deep into its format before the rubbish starts.
OPENINGS = [
    b"", b"%PDF-1.4\n1 0 obj\n<<", b"PK\x03\x04", b"<rss><channel><item><title>",
    b"<nitf><body><p>",
    b"<html><body><p>", b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
    b'{"text": "a', b"---\ntitle: x\n", b"\xff\xfe", b"<!DOCTYPE html><table><tr>",
    b"<?xml version='1.0' encoding='utf-7'?><feed xmlns='http://www.w3.org/2005/Atom'><entry>",
]  # fmt: skip


@pytest.mark.parametrize("suffix", SUPPORTED_SUFFIXES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(opening=st.sampled_from(OPENINGS), rest=st.binary(max_size=300))
def test_any_bytes_give_documents_or_faults(
    tmp_path: Path, suffix: str, opening: bytes, rest: bytes
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(opening + rest)
    result = read_file(path, relative_to=tmp_path, settings=Settings())
    assert result.documents or result.faults
    assert all(isinstance(fault, BadInput) for fault in result.faults)
    for document in result.documents:
        document.raw_text.encode("utf-8")
        for hint in document.hints:
            assert 0 <= hint.start_char < hint.end_char <= len(document.raw_text)
