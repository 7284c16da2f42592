"""File or folder -> source documents: one reader a format."""

from presselese.reading.article import ReadResult
from presselese.reading.file import SUPPORTED_SUFFIXES, read_bytes, read_file, read_text
from presselese.reading.folder import discover

__all__ = ["SUPPORTED_SUFFIXES", "ReadResult", "discover", "read_bytes", "read_file", "read_text"]
